"""Beleid: what holds on a date, for a consultant to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.beleid.overzicht import Onderwerp, Stand, overzicht
from app.domain.kern.fouten import BeleidOntbreekt, NietGevonden, OngeldigeInvoer
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Beleidsstand:
    """The policy of a municipality on a date; ``ontbrekend`` names the subjects on which nothing holds."""

    stand: Stand
    onderwerpen: tuple[Onderwerp, ...]
    ontbrekend: tuple[tuple[str, BeleidOntbreekt], ...]


def bekijk(
    h: Handeling, gemeente: str, peildatum: date | None, soort: str | None, bekend_op: date | None
) -> Beleidsstand:
    """Return the policy on every subject, or on ``soort`` alone, on ``peildatum`` (today).

    Raises NietGevonden for a municipality without policy, OngeldigeInvoer for a subject that does not exist.
    """
    if gemeente not in h.beleid.gemeenten():
        raise NietGevonden("Van deze gemeente is geen beleid ingelezen.")
    if soort is not None and soort not in h.beleid.modellen:
        raise OngeldigeInvoer({"soort": f"Kies een van: {', '.join(sorted(h.beleid.modellen))}."})
    stand = Stand(gemeente, peildatum or h.vandaag, bekend_op)
    onderwerpen, ontbrekend = overzicht(h.beleid, stand, [soort] if soort else h.beleid.soorten(gemeente))
    return Beleidsstand(stand, onderwerpen, ontbrekend)
