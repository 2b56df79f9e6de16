"""A besluit as it is shown, with the version of the thing that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db.besluit import Besluitstand
from app.db.bezwaar import bezwaar as bezwaren
from app.db.bezwaar.bezwaar import Bezwaar
from app.db.herziening import herziening as herzieningen
from app.db.herziening.herziening import Herziening
from app.services.besluit.gevolgen import GEVOLGEN
from app.services.besluit.lezen import vind
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Besluitbeeld:
    """A besluit; ``versie`` is that of its onderwerp, the ETag for what follows.

    ``bezwaren`` and ``herzieningen`` are those against or of it, oldest first.
    """

    stand: Besluitstand
    versie: int
    bezwaren: Sequence[Bezwaar]
    herzieningen: Sequence[Herziening]


def beeld(h: Handeling, stand: Besluitstand) -> Besluitbeeld:
    """Show a besluit."""
    onderwerp = GEVOLGEN[stand.besluit.soort].onderwerp(h, stand.besluit.onderwerp_id)
    nummers = [stand.besluit.id]
    tegen, over = bezwaren.bezwaren_tegen(h.sessie, nummers), herzieningen.herzieningen(h.sessie, nummers)
    return Besluitbeeld(stand, onderwerp.versie, tegen, over)


def bekijk(h: Handeling, besluit_id: UUID) -> Besluitbeeld:
    """Find and show a besluit."""
    return beeld(h, vind(h, besluit_id)[0])
