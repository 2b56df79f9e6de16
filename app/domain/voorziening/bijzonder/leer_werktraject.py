"""Leer-werktraject: from eighteen years only without startkwalificatie."""

from __future__ import annotations

from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.oordelen import van_toepassing

LEERPLICHT: Final = "leerplicht_loopt"
_GROEP_B = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="8", onderdeel="b")


def leer_werktraject(
    feiten: VoorzieningFeiten, regel: Voorzieningregel, beleid: VoorzieningBeleid
) -> tuple[Toets, ...]:
    """Test that whose leerplicht is not asked about, being too old, has no startkwalificatie yet (DEV-WLR-901)."""
    bekend = feiten.geboortedatum is not None and feiten.begin is not None
    kind_tot = beleid.zorg_kind_tot_leeftijd.waarde
    jong = (vraag.als for vraag in regel.oordelen if vraag.code == LEERPLICHT)
    if bekend and any(van_toepassing(als, feiten, kind_tot) for als in jong):
        return ()
    zonder = None if feiten.startkwalificatie is None else not feiten.startkwalificatie
    goed = "De klant heeft nog geen startkwalificatie."
    fout = "De klant heeft al een startkwalificatie: deze ondersteuning kan dan niet, bekijk scholing."
    leeg = "Leg eerst vast of de klant een startkwalificatie heeft (hoogste diploma)."
    gezien: dict[str, Feit] = {"startkwalificatie": feiten.startkwalificatie, "regel": "DEV-WLR-901"}
    return (maak_toets("zonder_startkwalificatie", zonder, _GROEP_B, gezien, goed, fout, leeg),)
