"""Trajecten in a klantgroep, such as Career and kids for lone parents in Matchen."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.indeling.beleid import IndelingBeleid, TrajectRegel
from app.domain.indeling.feiten import Wisselgrond
from app.domain.indeling.termijnen import contactrol
from app.domain.kern.bouw import maak_toets
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets


class Trajectresultaat(StrEnum):
    """How a traject ended."""

    WERK = "werk"
    BLIJFT_IN_KLANTGROEP = "blijft_in_klantgroep"
    AFSTAND_NIET_OVERBRUGD = "afstand_niet_overbrugd"
    VOORTIJDIG_GESTOPT = "voortijdig_gestopt"


class TrajectFeiten(BaseModel):
    """A traject that is assigned: for whom, and from when until when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    klantgroep: Klantgroep | None
    kenmerken: frozenset[Kenmerk]
    start: date
    gepland_einde: date


def trajectregel(code: str, beleid: IndelingBeleid) -> TrajectRegel | None:
    """Return the traject with this code, if the municipality offers it."""
    return next((regel for regel in beleid.trajecten.waarde if regel.code == code), None)


def laatste_einde(start: date, regel: TrajectRegel) -> date:
    """Return the last planned end that the length allows."""
    return start + timedelta(weeks=regel.duur_weken_max)


def toets_traject(feiten: TrajectFeiten, regel: TrajectRegel) -> tuple[Toets, ...]:
    """Test the klantgroep, the kenmerk and the length; both limits count (DEV-KGR-021)."""
    kort, lang = feiten.start + timedelta(weeks=regel.duur_weken_min), laatste_einde(feiten.start, regel)
    past = None if feiten.klantgroep is None else feiten.klantgroep is regel.klantgroep
    soort, grond = regel.kenmerk.value.replace("_", " "), regel.grondslag
    duur = f"{regel.naam} duurt {regel.duur_weken_min} tot {regel.duur_weken_max} weken."
    gezien = {"start": feiten.start, "einde": feiten.gepland_einde}
    voor = f"{regel.naam} is voor klanten in {regel.klantgroep.naam}."
    heeft = regel.kenmerk in feiten.kenmerken
    return (
        maak_toets("traject_klantgroep", past, grond, {"klantgroep": feiten.klantgroep}, voor),
        maak_toets("traject_kenmerk", heeft, grond, {}, f"{regel.naam} is voor: {soort}."),
        maak_toets("traject_duur", kort <= feiten.gepland_einde <= lang, grond, gezien, duur),
    )


def evaluatietaak(regel: TrajectRegel, gepland_einde: date) -> TaakVoorstel:
    """Return the taak to record the result at the planned end."""
    return TaakVoorstel(
        soort="traject_afsluiten",
        wat=f"Leg het resultaat van {regel.naam} vast.",
        waarom="Het traject loopt af.",
        rol=contactrol(regel.klantgroep),
        grondslag=regel.grondslag,
        uiterste=gepland_einde,
    )


def grond_na_traject(resultaat: Trajectresultaat) -> Wisselgrond | None:
    """Return the ground for a move to Groeien: the distance cannot be bridged within six months (DEV-KGR-021)."""
    return Wisselgrond.AFSTAND_NIET_IN_MATCHEN if resultaat is Trajectresultaat.AFSTAND_NIET_OVERBRUGD else None
