"""What a klant must have been told in the screening."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.intake.soorten import Voorlichting
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets

_INFORMEREN = productenboek("2.2.2")


def toets_voorlichting(verteld: Iterable[Voorlichting], *, aanvraag_gedaan: bool) -> Toets:
    """Test that every topic was told; the documents only while there is no aanvraag yet (DEV-SCR-016).

    A signal: it stops nothing, and shows what still has to be told.
    """
    nodig = set(Voorlichting)
    if aanvraag_gedaan:
        nodig.discard(Voorlichting.BEWIJSSTUKKEN_EN_INLEVERTERMIJN)
    rest = tuple(sorted(nodig - set(verteld)))
    zin = "De klant is verteld wat er gaat gebeuren en wat wij van de klant vragen."
    return maak_toets("voorlichting_gegeven", not rest, _INFORMEREN, {"nog_te_vertellen": rest}, zin)
