"""What an opschorting and an intrekking have in common: the duty, blame, and who checks."""

from __future__ import annotations

from enum import StrEnum

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import awb, productenboek, pw
from app.domain.kern.toets import Toets


class Verzuim(StrEnum):
    """What the klant did not do (Participatiewet 54, lid 1)."""

    NIET_VERSTREKT = "gegevens_of_bewijs_niet_verstrekt"
    ONVOLLEDIG = "niet_tijdig_of_onvolledig_verstrekt"
    MEDEWERKING = "onvoldoende_medewerking"


class GeschondenPlicht(StrEnum):
    """The duty that was not kept; that of article 9 gives no ground here."""

    INLICHTINGEN = "inlichtingenplicht"
    MEDEWERKING = "medewerkingsplicht"
    ARBEIDSINSCHAKELING = "arbeidsinschakeling"


def toets_plicht(plicht: GeschondenPlicht) -> Toets:
    """Refuse what rests on re-integration duties only: these lead to a maatregel, never to an end (DEV-MTR-002)."""
    anders = plicht is not GeschondenPlicht.ARBEIDSINSCHAKELING
    zin = "Het gaat om inlichtingen of medewerking voor het recht op uitkering."
    nee = (
        "Verplichtingen voor de re-integratie kunnen alleen tot een maatregel leiden, niet tot opschorten of intrekken."
    )
    return maak_toets(
        "geen_reintegratieverplichting", anders, productenboek("4.2"), {"plicht": plicht}, zin if anders else nee
    )


def toets_verwijtbaar(verwijtbaar: bool | None, toelichting: str | None) -> Toets:
    """Ask that blame was considered, with the reason; without blame nothing follows (Participatiewet 54, lid 1)."""
    zin = "Het verzuim is de klant te verwijten, en waarom staat erbij."
    oordeel = verwijtbaar if toelichting else None
    nee = "Het verzuim is de klant niet te verwijten; dan volgt geen opschorting of intrekking."
    open_ = "Nog niet beoordeeld is of het verzuim te verwijten is, of de uitleg ontbreekt; vul dat aan."
    return maak_toets("verwijtbaar", oordeel, pw("54", "1"), {"verwijtbaar": verwijtbaar}, zin, nee, open_)


def toets_gemotiveerd(motivering: str | None) -> Toets:
    """Ask for the besluiter's own reasons (Awb 3:46)."""
    zin = "De eigen afweging van de besluiter staat erbij."
    nee = "De eigen afweging van de besluiter ontbreekt; schrijf die op."
    return maak_toets("gemotiveerd", bool(motivering) or None, awb("3:46"), {}, zin, nee)


def toets_andere_toetser(besluiter: str, toetser: str) -> Toets:
    """Test that somebody else than the besluiter checks the besluit."""
    zin = "Wie toetst, is een ander dan wie besliste."
    nee = "Wie besliste, kan niet ook toetsen; laat een ander toetsen."
    return maak_toets("getoetst_door_ander", besluiter != toetser, productenboek("8"), {}, zin, nee)
