"""Over whom and over which period numbers are given; looking at them is logged."""

from __future__ import annotations

from collections.abc import Sequence

from app.db.sessie import verruim
from app.db.sturing.cijfers import Kring
from app.domain.beleid.pakket import NL
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.sturing.beleid import SturingBeleid
from app.domain.sturing.kwartaal import Kwartaal
from app.services.handeling import Handeling
from app.services.vastleggen import log_verwerking


def kies_kwartaal(h: Handeling, jaar: int, nummer: int) -> Kwartaal:
    """Return a quarter. Raises OngeldigeInvoer for one that is not over."""
    kwartaal = Kwartaal(jaar=jaar, nummer=nummer)
    if not kwartaal.voorbij(h.vandaag):
        raise OngeldigeInvoer(
            {"kwartaal": "Kies een kwartaal dat voorbij is; tot dan veranderen de cijfers nog per dag."}
        )
    return kwartaal


def beleid_van(h: Handeling) -> SturingBeleid:
    """Return the policy of the numbers of today."""
    return h.beleid.geldend(SturingBeleid, h.actor.gemeenten[0] if h.actor.gemeenten else NL, h.vandaag).beleid


def ruime_kring(h: Handeling, teams: Sequence[str] | None) -> Kring:
    """Widen the reach for counting, and log that it was done; the right to look was tested by the route."""
    log_verwerking(h, [None], "gelezen")
    verruim(h.sessie)
    return Kring(h.actor, None if teams is None else tuple(teams))
