"""Ondersteuning: what somebody of the doelgroep gets now; everybody of it is offered it (DEV-VRZ-902)."""

from __future__ import annotations

from enum import StrEnum

from app.domain.voorziening.feiten import EerdereInzet, VoorzieningFeiten


class Ondersteuningsstatus(StrEnum):
    """From a doelgroep that nobody recorded to guidance with a voorziening beside it."""

    DOELGROEP_ONBEKEND = "doelgroep_niet_vastgelegd"
    NOG_TE_BIEDEN = "nog_te_bieden"
    BEGELEIDING = "begeleiding"
    MET_VOORZIENING = "met_voorziening"


def ondersteuning_van(feiten: VoorzieningFeiten, *, begeleid: bool) -> Ondersteuningsstatus:
    """Return the status on the first day; ``begeleid`` tells whether the klant has a consulent for work.

    A voorziening is only for who needs one; guidance is for everybody of the doelgroep (article 2 lid 1).
    """
    if feiten.doelgroep is None:
        return Ondersteuningsstatus.DOELGROEP_ONBEKEND
    if any(_loopt(inzet, feiten) for inzet in feiten.eerdere):
        return Ondersteuningsstatus.MET_VOORZIENING
    return Ondersteuningsstatus.BEGELEIDING if begeleid else Ondersteuningsstatus.NOG_TE_BIEDEN


def _loopt(inzet: EerdereInzet, feiten: VoorzieningFeiten) -> bool:
    dag = feiten.begin
    return dag is not None and inzet.van <= dag and (inzet.tot is None or dag < inzet.tot)
