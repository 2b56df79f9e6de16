"""The taken that follow on a signal; those about fraud are seen by few (DEV-MTR-003, DEV-MTR-507, DEV-MTR-509)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.kern.grondslag import Grondslag, productenboek, pw
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.signaal.beleid import SignaalBeleid
from app.domain.signaal.feiten import Signaalsoort, Vervolg

_HANDHAVING: Final = productenboek("8")


class Taaksoort(StrEnum):
    """The kinds of taken."""

    ANTWOORD = "rechtmatigheid_signaal_beantwoorden"
    ONDERZOEK = "rechtmatigheid_onderzoeken"
    SAMENWERKEN = "rechtmatigheid_samenwerken"
    BEEINDIGING = "beeindiging_voorbereiden"
    FRAUDE = "fraudesignaal_opvolgen"
    FRAUDEONDERZOEK = "fraudesignaal_onderzoeken"
    RECHERCHE = "fraudesignaal_sociale_recherche"
    CAMBIO = "cambio_overwegen"


_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.ANTWOORD: (
        "Beantwoord de vraag of een rechtmatigheidsonderzoek moet starten, in overleg met de consulent.",
        "Er was meer dan één gedraging, een ernstige gedraging of eerdere handhaving.",
        Rol.INKOMENSCONSULENT,
        _HANDHAVING,
    ),
    Taaksoort.ONDERZOEK: (
        "Doe het rechtmatigheidsonderzoek en leg de uitkomst vast; een maatregel kan ondertussen doorgaan.",
        "De inkomensconsulent maakt de omslag naar rechtmatigheid.",
        Rol.INKOMENSCONSULENT,
        pw("53a"),
    ),
    Taaksoort.SAMENWERKEN: (
        "Stem met de inkomensconsulent af wat u van de klant weet en wie wat doet.",
        "Er loopt een rechtmatigheidsonderzoek; inkomensconsulent en werkconsulent werken samen.",
        Rol.WERKCONSULENT,
        productenboek("4.2"),
    ),
    Taaksoort.BEEINDIGING: (
        "Bereid het besluit over het recht voor: hoor de klant, geef een hersteltermijn waar die hoort, en motiveer.",
        "Het onderzoek stelde vast dat een rechtmatigheidsplicht is geschonden.",
        Rol.INKOMENSCONSULENT,
        pw("54", "3"),
    ),
    Taaksoort.FRAUDE: (
        "Bekijk het signaal nu en leg vast wat u doet: zelf onderzoeken, de sociale recherche, of niets.",
        "Een collega gaf direct een signaal door.",
        Rol.INKOMENSCONSULENT,
        _HANDHAVING,
    ),
    Taaksoort.FRAUDEONDERZOEK: (
        "Doe het rechtmatigheidsonderzoek naar het signaal en leg de uitkomst vast.",
        "De inkomensconsulent onderzoekt het signaal zelf.",
        Rol.INKOMENSCONSULENT,
        pw("53a"),
    ),
    Taaksoort.RECHERCHE: (
        "Stem het signaal af met de inkomensconsulent en onderzoek het.",
        "De inkomensconsulent vraagt de sociale recherche om hulp.",
        Rol.SOCIALE_RECHERCHE,
        _HANDHAVING,
    ),
    Taaksoort.CAMBIO: (
        "Overweeg een verwijzing naar het traject van Cambio voor niet-willers.",
        "De klant is gemarkeerd als niet-willer.",
        Rol.WERKCONSULENT,
        _HANDHAVING,
    ),
}


def taak(soort: Taaksoort, vandaag: date, beleid: SignaalBeleid) -> TaakVoorstel:
    """Return a taak; a fraud signal is looked at the same day."""
    wat, waarom, rol, grondslag = _TEKST[soort]
    return TaakVoorstel(
        soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=grondslag, uiterste=_uiterste(soort, vandaag, beleid)
    )


def _uiterste(soort: Taaksoort, vandaag: date, beleid: SignaalBeleid) -> date:
    if soort is Taaksoort.FRAUDE:
        return vandaag
    lang = soort in (Taaksoort.ONDERZOEK, Taaksoort.FRAUDEONDERZOEK, Taaksoort.RECHERCHE)
    return tel_werkdagen(vandaag, (beleid.onderzoek_werkdagen if lang else beleid.antwoord_werkdagen).waarde)


def eerste_taak(soort: Signaalsoort) -> Taaksoort:
    """Return what a new signal asks of the inkomensconsulent."""
    return Taaksoort.FRAUDE if soort is Signaalsoort.FRAUDE else Taaksoort.ANTWOORD


def vervolgtaken(soort: Signaalsoort, vervolg: Vervolg) -> tuple[Taaksoort, ...]:
    """Return what the answer sets going; a werkconsulent hears nothing of what came from a fraud signal."""
    if vervolg is Vervolg.GEEN:
        return ()
    if soort is Signaalsoort.RECHTMATIGHEID:
        return Taaksoort.ONDERZOEK, Taaksoort.SAMENWERKEN
    return (Taaksoort.RECHERCHE if vervolg is Vervolg.SOCIALE_RECHERCHE else Taaksoort.FRAUDEONDERZOEK,)
