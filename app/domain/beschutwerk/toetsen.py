"""The conditions for beschut werk: preselection, the advice of UWV, and when the besluit may differ from it."""

from __future__ import annotations

from typing import Final

from app.domain.beschutwerk.beleid import BeschutWerkBeleid
from app.domain.beschutwerk.feiten import (
    Adviesaanvrager,
    Afwijkreden,
    Beschutwerkgroep,
    Initiatief,
    UwvAdvies,
    VaststellingFeiten,
)
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, productenboek, pw
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets

VERORDENING: Final = "Re-integratieverordening Participatiewet 2021"
LID_1: Final = Grondslag(regeling=VERORDENING, artikel="7", lid="1")
LID_2: Final = Grondslag(regeling=VERORDENING, artikel="7", lid="2")
ADVIES: Final = pw("10b", "2")
ALLEEN_BESCHUT: Final = "alleen_beschut"
GROEP: Final = "groep"


def toets_voorselectie(klantgroep: Klantgroep | None, beleid: BeschutWerkBeleid) -> Toets:
    """Test that somebody can be preselected ex officio: not with a small distance to work (DEV-BSW-904)."""
    niet = beleid.geen_voorselectie
    past = None if klantgroep is None else klantgroep not in niet.waarde
    return maak_toets(
        "voorselectie_grote_afstand",
        past,
        niet.grondslag,
        {"klantgroep": klantgroep},
        "De afstand tot de arbeidsmarkt is groot genoeg voor een ambtshalve beoordeling.",
        "Wie in deze klantgroep zit, staat dicht bij werk en wordt niet ambtshalve voorgeselecteerd.",
        "De klant heeft nog geen klantgroep; deel de klant eerst in.",
    )


def toets_aanvrager(aanvrager: Adviesaanvrager) -> Toets:
    """Test that the advice is asked by the college or the person; an employer can not ask it (DEV-BSW-905)."""
    mag = aanvrager is not Adviesaanvrager.WERKGEVER
    return maak_toets(
        "advies_aanvrager",
        mag,
        pw("10b", "3"),
        {"aanvrager": aanvrager},
        "Het college of de persoon zelf vraagt UWV om advies.",
        "Een werkgever kan UWV niet om dit advies vragen; alleen het college of de persoon zelf kan dat.",
    )


def toets_voor_advies(feiten: VaststellingFeiten) -> Toets:
    """Test that a preselection comes before the ex officio request to UWV (DEV-BSW-904)."""
    nodig = feiten.initiatief is Initiatief.AMBTSHALVE
    keuze, gevraagd = feiten.voorselectie_op, feiten.advies_gevraagd_op
    gedaan = keuze is not None and (gevraagd is None or keuze <= gevraagd)
    return maak_toets(
        "voorselectie_gedaan",
        gedaan or not nodig,
        LID_2,
        {"initiatief": feiten.initiatief, "voorselectie_op": feiten.voorselectie_op},
        "De voorselectie is gedaan, of de klant vroeg er zelf om.",
        "Bij een ambtshalve beoordeling komt eerst de voorselectie, dan de vraag aan UWV.",
    )


def toets_groep(feiten: VaststellingFeiten) -> Toets:
    """Test that the klant belongs to the doelgroep or has an uitkering of UWV (DEV-BSW-901)."""
    hoort: bool | None = None
    if feiten.groep is not None:
        hoort = feiten.groep is Beschutwerkgroep.UWV_UITKERING or feiten.in_doelgroep
    return maak_toets(
        GROEP,
        hoort,
        LID_1,
        {"groep": feiten.groep, "in_doelgroep": feiten.in_doelgroep},
        "De klant hoort tot de doelgroep of krijgt een uitkering van UWV.",
        "De klant hoort niet tot de doelgroep en krijgt geen uitkering van UWV.",
        "Leg vast of de klant tot de doelgroep hoort of een uitkering van UWV krijgt.",
    )


def toets_advies(feiten: VaststellingFeiten) -> Toets:
    """Test that UWV advised; without that nothing is decided (DEV-BSW-905, DEV-BSW-906)."""
    return maak_toets(
        "advies_uwv",
        True if feiten.advies else None,
        ADVIES,
        {"advies": feiten.advies},
        "UWV heeft advies gegeven.",
        "Er is nog geen advies van UWV; zonder advies kan er geen besluit worden genomen.",
    )


def toets_afwijking(feiten: VaststellingFeiten) -> Toets:
    """Test that the besluit differs only from an advice that was made without due care (DEV-BSW-906)."""
    mag = feiten.afwijkreden in (None, Afwijkreden.ONZORGVULDIG)
    return maak_toets(
        "afwijken_van_advies",
        mag,
        ADVIES,
        {"afwijkreden": feiten.afwijkreden},
        "Het besluit volgt het advies van UWV, of het advies kwam onzorgvuldig tot stand.",
        "Afwijken van het advies kan alleen als het onzorgvuldig tot stand kwam.",
    )


def toets_alleen_beschut(feiten: VaststellingFeiten) -> Toets:
    """Test that the klant can take part in work only in a sheltered place: as advised, or found otherwise."""
    beschut: bool | None = None
    if feiten.advies is not None:
        beschut = (feiten.advies is UwvAdvies.BESCHUT) != (feiten.afwijkreden is Afwijkreden.ONZORGVULDIG)
    return maak_toets(
        ALLEEN_BESCHUT,
        beschut,
        LID_1,
        {"advies": feiten.advies, "afwijkreden": feiten.afwijkreden},
        "De klant kan alleen werken in een beschutte omgeving onder aangepaste omstandigheden.",
        "De klant is niet aangewezen op een beschutte omgeving onder aangepaste omstandigheden.",
        "Of de klant alleen beschut kan werken, staat nog niet vast.",
    )


def toetsen_vaststelling(feiten: VaststellingFeiten) -> tuple[Toets, ...]:
    """Test everything that is needed to establish it, in the order in which it happens."""
    return (
        toets_groep(feiten),
        toets_voor_advies(feiten),
        toets_advies(feiten),
        toets_afwijking(feiten),
        toets_alleen_beschut(feiten),
    )


def toets_toetser(besluiter: str, toetser: str) -> Toets:
    """Test that somebody else than the besluiter checks the besluit."""
    return maak_toets(
        "getoetst_door_ander",
        besluiter != toetser,
        productenboek("2.2.2"),
        {},
        "Wie toetst, is een ander dan wie besliste.",
        "U nam dit besluit zelf; een ander moet het toetsen.",
    )
