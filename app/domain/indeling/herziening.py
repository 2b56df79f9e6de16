"""Herziening: when the klantgroep must be looked at again, and one extension of Matchen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.doelgroep import ZONDER_UITSTROOMBESTEMMING
from app.domain.indeling.termijnen import contactrol, trajectdata
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen_terug

_KEUZE = {
    (Klantgroep.MATCHEN, False): "Kies: verleng Matchen, of beoordeel of de klant naar Groeien gaat.",
    (Klantgroep.MATCHEN, True): "Kies opnieuw: de verlenging van Matchen is op; er is geen tweede.",
    (Klantgroep.GROEIEN, False): "Beoordeel of Groeien nog past, of een andere klantgroep beter is.",
}


class VerlengingFeiten(BaseModel):
    """An extension that is asked for; ``start`` is the first kick-off that the klant attended, None before it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    klantgroep: Klantgroep | None
    start: date | None
    dag: date
    eerder_verlengd: bool = False


def wordt_herzien(klantgroep: Klantgroep | None, kenmerken: Iterable[str]) -> bool:
    """Tell whether the time in a klantgroep is watched; not where the three years mean nothing (DEV-DOE-001)."""
    zonder_bestemming = not ZONDER_UITSTROOMBESTEMMING.isdisjoint(map(Kenmerk, kenmerken))
    return klantgroep is Klantgroep.MATCHEN or (klantgroep is Klantgroep.GROEIEN and not zonder_bestemming)


def herziening_op(klantgroep: Klantgroep, start: date, verlengd: bool, beleid: IndelingBeleid) -> date | None:
    """Return the day on which there must be a choice: six months, nine when extended, or three years (DEV-KGR-009)."""
    data = trajectdata(klantgroep, start, beleid)
    return data.uiterste if verlengd else data.herziening


def zichtbaar_vanaf(herziening: date, beleid: IndelingBeleid) -> date:
    """Return from when the choice is on the desk, and an extension can be given."""
    return tel_werkdagen_terug(herziening, beleid.wissel_overwegen_werkdagen.waarde)


def herzieningstaak(klantgroep: Klantgroep, herziening: date, verlengd: bool, beleid: IndelingBeleid) -> TaakVoorstel:
    """Return the choice for the contact of the klantgroep (DEV-KGR-003, DEV-KGR-004, DEV-KGR-009)."""
    matchen = beleid.matchen_verlenging_maanden if verlengd else beleid.matchen_max_maanden
    norm = matchen if klantgroep is Klantgroep.MATCHEN else beleid.groeien_max_maanden
    return TaakVoorstel(
        soort="klantgroep_herzien",
        wat=_KEUZE[klantgroep, verlengd],
        waarom=f"De klant zit op {datum_voluit(herziening)} zo lang in {klantgroep.naam} als is bedoeld.",
        rol=contactrol(klantgroep),
        grondslag=norm.grondslag,
        uiterste=herziening,
    )


def toets_verlenging(feiten: VerlengingFeiten, beleid: IndelingBeleid) -> tuple[Toets, ...]:
    """Test one extension of Matchen, when the six months are nearly over (DEV-KGR-009)."""
    norm, matchen = beleid.matchen_verlenging_maanden, feiten.klantgroep is Klantgroep.MATCHEN
    eerste = None
    if feiten.start is not None and matchen:
        herziening = herziening_op(Klantgroep.MATCHEN, feiten.start, False, beleid)
        eerste = None if herziening is None else zichtbaar_vanaf(herziening, beleid)
    op_tijd = None if eerste is None else feiten.dag >= eerste
    nog_niet = not feiten.eerder_verlengd
    zin = f"Matchen wordt hoogstens een keer verlengd, met {norm.waarde} maanden."
    wanneer = f"Verlengen kan vanaf {datum_voluit(eerste)}." if eerste else "De klant heeft de kick-off gehad."
    return (
        maak_toets("zit_in_matchen", matchen, norm.grondslag, {}, "De klant zit in Matchen."),
        maak_toets("een_verlenging", nog_niet, norm.grondslag, {}, zin),
        maak_toets("verlengen_op_tijd", op_tijd, norm.grondslag, {"start": feiten.start, "vanaf": eerste}, wanneer),
    )
