"""What the makelaar and the inkomensconsulent find in the werkvoorraad."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen, tel_werkdagen_terug
from app.domain.makelaar.beleid import MakelaarBeleid


class Makelaartaak(StrEnum):
    """The kinds of taken."""

    CONTACT = "makelaar_eerste_contact"
    EINDE = "makelaar_einde"
    SLUITEN = "makelaar_sluiten"
    BRIEF = "brief_spelregels_vrijwilligerswerk"
    BERICHT = "makelaar_bericht_aanbieder"


_GRONDSLAG: Final = productenboek("5.3.3")
_TEKST: Final[dict[Makelaartaak, tuple[str, str, Rol]]] = {
    Makelaartaak.CONTACT: (
        "Neem contact op met de klant die naar u is verwezen.",
        "De klant kan snel bij u terecht, zodat de motivatie blijft.",
        Rol.PARTICIPATIEMAKELAAR,
    ),
    Makelaartaak.SLUITEN: (
        "Lees het eindverslag van de makelaar en sluit de verwijzing met een besliscode.",
        "De makelaar koppelde het resultaat terug, met aanbevelingen voor het vervolg.",
        Rol.INKOMENSCONSULENT,
    ),
    Makelaartaak.BRIEF: (
        "Stuur de klant de brief met de spelregels voor vrijwilligerswerk naast de uitkering.",
        "De klant begint met vrijwilligerswerk of doet er meer.",
        Rol.INKOMENSCONSULENT,
    ),
    Makelaartaak.BERICHT: (
        "Bekijk wat de aanbieder over de klant liet weten en bepaal of er iets moet gebeuren.",
        "De makelaar kreeg een bericht na de afronding; u bent de contactpersoon van de klant.",
        Rol.INKOMENSCONSULENT,
    ),
}


def makelaartaak(soort: Makelaartaak, vandaag: date, beleid: MakelaarBeleid) -> TaakVoorstel:
    """Return a taak that is to be done within the days of the policy."""
    wat, waarom, rol = _TEKST[soort]
    norm = beleid.signaal_wachttijd_werkdagen if soort is Makelaartaak.CONTACT else beleid.opvolgen_werkdagen
    uiterste = tel_werkdagen(vandaag, norm.waarde)
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=_GRONDSLAG, uiterste=uiterste)


def eindetaak(tot: date, beleid: MakelaarBeleid) -> TaakVoorstel:
    """Return the reminder that the support ends; in time until its last day (DEV-PMK-504)."""
    laatste = tot - timedelta(days=1)
    return TaakVoorstel(
        soort=Makelaartaak.EINDE,
        wat="Rond de hulp af en koppel het resultaat terug, of verleng haar met een reden.",
        waarom=f"De hulp van de participatiemakelaar duurt tot en met {datum_voluit(laatste)}.",
        rol=Rol.PARTICIPATIEMAKELAAR,
        grondslag=beleid.duur_maanden.grondslag,
        uiterste=laatste,
    )


def herinner_vanaf(tot: date, beleid: MakelaarBeleid) -> date:
    """Return the day on which the reminder shows up (DEV-PMK-504)."""
    return tel_werkdagen_terug(tot, beleid.herinnering_werkdagen.waarde)
