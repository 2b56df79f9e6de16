"""A besluit as it is shown, with the version of the thing that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.db.besluit import Besluitstand
from app.services.besluit.gevolgen import GEVOLGEN
from app.services.besluit.lezen import vind
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Besluitbeeld:
    """A besluit; ``versie`` is that of its onderwerp, the ETag for what follows."""

    stand: Besluitstand
    versie: int


def beeld(h: Handeling, stand: Besluitstand) -> Besluitbeeld:
    """Show a besluit."""
    onderwerp = GEVOLGEN[stand.besluit.soort].onderwerp(h, stand.besluit.onderwerp_id)
    return Besluitbeeld(stand, onderwerp.versie)


def bekijk(h: Handeling, besluit_id: UUID) -> Besluitbeeld:
    """Find and show a besluit."""
    return beeld(h, vind(h, besluit_id)[0])
