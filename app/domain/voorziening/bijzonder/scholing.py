"""Scholing: several courses in one traject count together (DEV-SCH-907)."""

from __future__ import annotations

from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.geld import euro
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import Limiet, VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten

CURSUSKOSTEN: Final = "cursuskosten"


def scholing(feiten: VoorzieningFeiten, regel: Voorzieningregel, _beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    """Test that the costs of the traject are those of all its courses together (DEV-SCH-907)."""
    cursussen = feiten.gegevens.get(CURSUSKOSTEN)
    if not isinstance(cursussen, tuple) or not cursussen:
        return ()
    samen = sum(bedrag for bedrag in cursussen if isinstance(bedrag, int))
    gelijk = None if feiten.kosten is None else feiten.kosten == samen
    goed = f"De kosten zijn die van {len(cursussen)} cursus(sen) samen."
    fout = f"De cursussen kosten samen {euro(samen)}: geef dat als kosten van het hele traject."
    gezien: dict[str, Feit] = {"samen": samen, "kosten": feiten.kosten, "regel": "DEV-SCH-907"}
    return (maak_toets("kosten_van_alle_cursussen", gelijk, regel.bron(Limiet.KOSTEN).grondslag, gezien, goed, fout),)
