"""Regeling: on what loonkostensubsidie is granted to an employer (Participatiewet 10d, lid 1 to 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import pw
from app.domain.kern.toets import Toets
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.loonkosten.verloop import toets_aanvraag_op_tijd, toets_voortzetting


class Lksvoorwaarden(BaseModel):
    """What decides; None is not known. ``vooraf`` and ``ontvangen_op`` count for a job that had begun already.

    ``forfait`` tells that the loonwaarde may wait, ``bedragen`` how many months could be worked out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    begin: date | None
    ontvangen_op: date
    ambtshalve: bool = False
    in_doelgroep: bool | None = None
    vooraf: bool | None = None
    forfait: bool = False
    loonwaarde: int | None = None
    geen_wsw: bool | None = None
    geen_andere_subsidie: bool | None = None
    andere_subsidie: bool = False
    bedragen: int = 0


def toetsen_lks(feiten: Lksvoorwaarden, beleid: LoonkostenBeleid) -> tuple[Toets, ...]:
    """Test everything that a loonkostensubsidie asks."""
    return tuple(_toetsen(feiten, beleid))


def _toetsen(feiten: Lksvoorwaarden, beleid: LoonkostenBeleid) -> Iterator[Toets]:
    yield maak_toets(
        "dienstbetrekking",
        feiten.begin is not None or None,
        pw("10d", "1"),
        {"begin": feiten.begin},
        "Er is een dienstbetrekking.",
        "",
        "Leg de dienstbetrekking nog vast.",
    )
    yield _toets_doelgroep(feiten)
    if feiten.begin is not None and feiten.begin < feiten.ontvangen_op and not feiten.ambtshalve:
        yield toets_aanvraag_op_tijd(feiten.begin, feiten.ontvangen_op, beleid.aanvraag_maanden.waarde)
        yield _toets_vooraf(feiten)
    yield _toets_loonwaarde(feiten)
    yield _toets_wsw(feiten)
    yield _toets_geen_andere(feiten)
    yield _toets_bedragen(feiten)


def _toets_doelgroep(feiten: Lksvoorwaarden) -> Toets:
    """Ask that the klant belongs to the doelgroep; who no longer does gets nothing more (10d lid 8)."""
    return maak_toets(
        "behoort_tot_doelgroep_lks",
        feiten.in_doelgroep,
        pw("10d", "1"),
        {"in_doelgroep": feiten.in_doelgroep},
        "De werknemer hoort tot de doelgroep loonkostensubsidie.",
        "De werknemer hoort niet tot de doelgroep loonkostensubsidie (artikel 10d, lid 8, Participatiewet).",
        "Stel eerst vast of de klant tot de doelgroep loonkostensubsidie hoort.",
    )


def _toets_vooraf(feiten: Lksvoorwaarden) -> Toets:
    """Ask for a job that had begun already where the klant was in the six months before it (10d lid 2)."""
    return maak_toets(
        "vooraf_onderwijs_of_doelgroep",
        feiten.vooraf,
        pw("10d", "2"),
        {"vooraf": feiten.vooraf},
        "In de zes maanden voor de baan was er praktijkonderwijs, vso, een entreeopleiding of steun van de gemeente.",
        "In de zes maanden voor de baan was er geen praktijkonderwijs, vso, entreeopleiding of steun van de gemeente.",
        "Beantwoord wat de klant in de zes maanden voor de baan deed (praktijkonderwijs, vso, entree, doelgroep).",
    )


def _toets_loonwaarde(feiten: Lksvoorwaarden) -> Toets:
    """Ask for a loonwaarde below the minimum wage, or the finding that it may wait (10d lid 1, a and b)."""
    if feiten.loonwaarde is not None or not feiten.forfait:
        return toets_voortzetting(feiten.loonwaarde)
    zin = "De loonwaarde kan in overleg met de werkgever eerst achterwege blijven."
    return maak_toets("loonwaarde_achterwege", True, pw("10d", "1", "b"), {"forfait": True}, zin)


def _toets_wsw(feiten: Lksvoorwaarden) -> Toets:
    return maak_toets(
        "geen_wsw",
        feiten.geen_wsw,
        pw("10d", "3"),
        {"geen_wsw": feiten.geen_wsw},
        "De baan is geen dienstbetrekking van de Wet sociale werkvoorziening.",
        "De baan is een dienstbetrekking van de Wet sociale werkvoorziening.",
        "Beantwoord of de baan onder de Wet sociale werkvoorziening valt.",
    )


def _toets_geen_andere(feiten: Lksvoorwaarden) -> Toets:
    """Ask that the wages of this job are not subsidised otherwise (10d lid 9): by the dossier, and as declared."""
    return maak_toets(
        "geen_andere_loonsubsidie",
        False if feiten.andere_subsidie else feiten.geen_andere_subsidie,
        pw("10d", "9"),
        {"andere_subsidie": feiten.andere_subsidie, "verklaard": feiten.geen_andere_subsidie},
        "Voor deze baan is er geen andere subsidie voor de loonkosten.",
        "Voor deze baan is er al een andere subsidie voor de loonkosten.",
        "Laat de werkgever verklaren of er een andere subsidie voor deze loonkosten is.",
    )


def _toets_bedragen(feiten: Lksvoorwaarden) -> Toets:
    return maak_toets(
        "bedrag_bekend",
        feiten.bedragen > 0 or None,
        pw("10d", "4"),
        {"maanden": feiten.bedragen},
        "Het bedrag van elke maand is berekend.",
        "",
        "Er is nog geen maand waarvoor het bedrag bekend is.",
    )


def opnieuw_vastgesteld(oud: int, nieuw: int, per: date) -> Toets:
    """Show what the amount of a month was and becomes when it is determined anew (10d lid 7)."""
    zin = f"Het bedrag per maand was {euro(oud)} en is vanaf {datum_voluit(per)} {euro(nieuw)}."
    return maak_toets("opnieuw_vastgesteld", True, pw("10d", "7"), {"oud": oud, "nieuw": nieuw, "per": per}, zin)
