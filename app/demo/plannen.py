"""Moves around the plan van aanpak: drawing it up, signing, evaluating, and what follows on a routekaart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.demo.mens import Mens, Route
from app.demo.mensen import NUMMER
from app.demo.toneel import Toneel
from app.domain.kern.leefgebied import Leefgebied
from app.domain.plan.feiten import Ondertekenwijze, PlanSoort
from app.domain.plan.verplichting import Verplichting
from app.services.plan.ondertekenen import onderteken
from app.services.plan.opdrachten import (
    ActieOpdracht,
    DoelOpdracht,
    OndertekenOpdracht,
    PlanOpdracht,
    PlanversieOpdracht,
)
from app.services.plan.opstellen import maak_plan, voeg_versie_toe

Doelen = tuple[tuple[str, str, Leefgebied], ...]
SOORT: Mapping[Route, PlanSoort] = {
    Route.MATCHEN: PlanSoort.ROUTEKAART,
    Route.GROEIEN: PlanSoort.ACTIEPLAN,
    Route.FACILITEREN: PlanSoort.MIJN_DOEL_ACTIEPLAN,
    Route.ZORGEN: PlanSoort.MIJN_DOEL_ACTIEPLAN,
}
_WERK = Leefgebied.WERK_EN_ACTIVITEITEN
DOELEN: Mapping[Route, Doelen] = {
    Route.MATCHEN: (
        (
            "Binnen vier maanden een baan van 32 uur",
            "Inschrijven bij twee uitzendbureaus",
            _WERK,
        ),
        ("Mijn cv klopt weer", "Cv bijwerken in de workshop", _WERK),
    ),
    Route.GROEIEN: (
        (
            "Drie ochtenden per week op de werkvloer",
            "Kennismaken bij het leerwerkbedrijf",
            _WERK,
        ),
        ("Beter slapen en meer bewegen", "Afspraak bij de huisarts maken", Leefgebied.LICHAMELIJKE_GEZONDHEID),
    ),
    Route.FACILITEREN: (
        ("Elke week koken in het buurthuis", "Rooster maken met de coördinator", Leefgebied.ZINGEVING),
        ("Meer mensen in de buurt kennen", "Meedoen met de wandelgroep", Leefgebied.SOCIALE_RELATIES),
        ("De administratie op orde", "Inloopspreekuur formulieren bezoeken", Leefgebied.FINANCIEN),
    ),
    Route.ZORGEN: (
        ("Rust in de thuissituatie", "Gesprek met het sociaal team", Leefgebied.SOCIALE_RELATIES),
        ("Hulp die blijft komen", "Aanmelden bij de ambulante begeleiding", Leefgebied.PSYCHISCHE_GEZONDHEID),
    ),
}
MET_PLICHTEN = (Route.MATCHEN, Route.GROEIEN)
PLICHTEN = (Verplichting.MEEWERKEN_PLAN, Verplichting.VERSCHIJNEN, Verplichting.INSCHRIJVING_UWV)
EERSTE = 1
MANIER = "In kleine stappen, met een vast contact bij de gemeente."
ROL = "De acties doen zoals afgesproken, en bellen als iets niet lukt."


def stel_op(toneel: Toneel, mens: Mens, evaluatie: date, soort: PlanSoort | None = None) -> None:
    """Draw up the plan together; ``soort`` replaces the first plan of the klantgroep."""
    opdracht = PlanOpdracht(
        soort=soort or SOORT[mens.route],
        doelen=_doelen(toneel, mens, evaluatie),
        verplichtingen=PLICHTEN if mens.route in MET_PLICHTEN else (),
        evaluatiedatum=evaluatie,
        verzuimregels_uitgereikt_op=toneel.vandaag,
        overleg_op=toneel.vandaag,
        wijze_van_bereiken=MANIER,
        eigen_rol=ROL,
    )
    beeld = toneel.doe(toneel.consulent(mens), maak_plan, opdracht, klant_id=toneel.klant(mens))
    toneel.onthoud("plan", mens.naam, beeld.plan.id)


def _doelen(toneel: Toneel, mens: Mens, uiterlijk: date) -> tuple[DoelOpdracht, ...]:
    """Return the goals; what was granted meanwhile comes in front, so that it is part of what the klant signs."""
    toegekend = toneel.ids.get(("toekenning", mens.naam))
    meedoen = ActieOpdracht(wat="Meedoen en laten weten hoe het gaat", wie="klant", uiterlijk=uiterlijk)
    erbij = DoelOpdracht(
        omschrijving="De voorziening afmaken die wij samen kozen",
        leefgebieden=(_WERK,),
        acties=(meedoen.model_copy(update={"toekenning_id": toegekend}),),
    )
    return (erbij, *_eigen_doelen(mens, uiterlijk)) if toegekend else _eigen_doelen(mens, uiterlijk)


def _eigen_doelen(mens: Mens, uiterlijk: date) -> tuple[DoelOpdracht, ...]:
    return tuple(
        DoelOpdracht(
            omschrijving=doel,
            leefgebieden=(gebied,),
            acties=(ActieOpdracht(wat=actie, wie="klant", uiterlijk=uiterlijk),),
        )
        for doel, actie, gebied in DOELEN[mens.route]
    )


def teken(toneel: Toneel, mens: Mens, versie_nr: int = EERSTE) -> None:
    """Let the klant sign."""
    opdracht = OndertekenOpdracht(
        versie_nr=versie_nr,
        wijze=Ondertekenwijze.EMAIL if NUMMER[mens.naam] % 2 else Ondertekenwijze.PAPIER,
        datum=toneel.vandaag,
        bewijs=f"ZAAK-{toneel.vandaag:%Y}-{NUMMER[mens.naam]:04d}",
    )
    toneel.doe(toneel.consulent(mens), onderteken, opdracht, plan_id=toneel.van("plan", mens.naam))


def volg_op(toneel: Toneel, mens: Mens, evaluatie: date) -> None:
    """Make the short plan that follows on the routekaart, and have it signed at once."""
    stel_op(toneel, mens, evaluatie, PlanSoort.KORT_PLAN)
    teken(toneel, mens)


def evalueer(toneel: Toneel, mens: Mens, volgende: date) -> None:
    """Evaluate the plan: the same goals go on until the next evaluation, and the klant signs again."""
    opdracht = PlanversieOpdracht(
        doelen=_doelen(toneel, mens, volgende),
        verplichtingen=PLICHTEN if mens.route in MET_PLICHTEN else (),
        evaluatiedatum=volgende,
        aanleiding="Geëvalueerd met de klant",
        overleg_op=toneel.vandaag,
        wijze_van_bereiken=MANIER,
        eigen_rol=ROL,
    )
    toneel.doe(toneel.consulent(mens), voeg_versie_toe, opdracht, plan_id=toneel.van("plan", mens.naam))
    teken(toneel, mens, EERSTE + 1)
