"""A traject of so many weeks, such as Career and kids."""

from __future__ import annotations

from datetime import timedelta

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten


def duur_in_weken(feiten: VoorzieningFeiten, regel: Voorzieningregel, _beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    """Test that the last day lies between the least and the most weeks after the first day."""
    kort, lang = regel.duur_weken_min, regel.duur_weken_max
    if kort is None or lang is None:
        return ()
    zin = f"{regel.naam} duurt {kort} tot {lang} weken"
    if feiten.begin is None or feiten.einde is None:
        leeg = f"{zin}: geef de eerste en de laatste dag."
        return (maak_toets("duur_in_weken", None, regel.grondslag, {}, leeg),)
    vroegst, laatst = (feiten.begin + timedelta(weeks=weken) - timedelta(days=1) for weken in (kort, lang))
    fout = f"{zin}: kies een laatste dag van {datum_voluit(vroegst)} tot en met {datum_voluit(laatst)}."
    gezien: dict[str, Feit] = {"einde": feiten.einde, "vroegst": vroegst, "laatst": laatst}
    past = vroegst <= feiten.einde <= laatst
    return (maak_toets("duur_in_weken", past, regel.grondslag, gezien, f"{zin}, en dat klopt.", fout),)
