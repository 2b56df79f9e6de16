"""The driegesprek after a consultation with the sociale recherche: inkomensconsulent, SR and klant."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.agenda.beleid import AgendaBeleid
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

DRIEGESPREK_SR: Final = "driegesprek_sr_plannen"
_SIGNAAL = productenboek("2.4.3")


def driegesprektaak(dag: date, beleid: AgendaBeleid) -> TaakVoorstel:
    """Return the task to plan the driegesprek that was agreed on with the SR (DEV-DIG-010)."""
    return TaakVoorstel(
        soort=DRIEGESPREK_SR,
        wat="Plan het driegesprek met de klant en de sociale recherche.",
        waarom="Dat is afgesproken in het plan van aanpak.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=beleid.driegesprek_werkdagen.grondslag,
        uiterste=tel_werkdagen(dag, beleid.driegesprek_werkdagen.waarde),
    )


def toets_driegesprek(met_sr: bool, met_medewerker: bool) -> Toets:
    """Test that the SR and an inkomensconsulent take part in the driegesprek that was agreed on (DEV-DIG-010)."""
    zin = "Bij het afgesproken driegesprek zijn een inkomensconsulent en de sociale recherche."
    return maak_toets("driegesprek_met_sr", met_sr and met_medewerker, _SIGNAAL, {"sociale_recherche": met_sr}, zin)
