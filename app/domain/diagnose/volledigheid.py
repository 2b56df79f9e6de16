"""Volledigheid: is the diagnosis complete, with which instrument, and until when can Dariuz be filled in."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.diagnose.feiten import ONDERWERPEN, Bevinding, DiagnoseFeiten
from app.domain.kern.grondslag import productenboek
from app.domain.kern.leefgebied import Diagnoseinstrument, Onderwerp
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan

_FORMAT = productenboek("2.2.3")


def toets_volledig(feiten: DiagnoseFeiten) -> tuple[Toets, ...]:
    """Test per subject that there is an entry, or a reason why it was not discussed (DEV-DIA-010, DEV-DIA-011)."""
    return tuple(_toets(o, feiten.bevindingen.get(o)) for o in ONDERWERPEN[feiten.instrument])


def toets_sluiten_ambitiegesprek(diagnose: DiagnoseFeiten | None) -> Toets:
    """Test that the ambitiegesprek ends with a completed Dariuz or format (DEV-DIA-006)."""
    volledig = diagnose is not None and alle_voldaan(toets_volledig(diagnose))
    return Toets(
        voorwaarde="diagnose_volledig",
        uitkomst=Uitkomst.van(volledig),
        grondslag=_FORMAT,
        feiten={"instrument": diagnose.instrument if diagnose else None},
        toelichting="Het ambitiegesprek sluit met een volledige Dariuz of een volledig format.",
    )


def instrument_bij_start(gekozen: Diagnoseinstrument, dariuz: DiagnoseFeiten | None) -> Diagnoseinstrument:
    """Return what is used in the ambitiegesprek: the format when Dariuz is not complete by then (DEV-DIA-006)."""
    if gekozen is Diagnoseinstrument.DARIUZ and dariuz is not None and dariuz.voltooid_op is not None:
        return Diagnoseinstrument.DARIUZ
    return Diagnoseinstrument.FORMAT


def invullen_uiterlijk(screening: date, ambitiegesprek: date | None, beleid: DiagnoseBeleid) -> date:
    """Return the last day to fill in Dariuz: five calendar days, never after the ambitiegesprek (DEV-DIA-004)."""
    uiterste = screening + timedelta(days=beleid.dariuz_invultermijn_dagen.waarde)
    return uiterste if ambitiegesprek is None else min(uiterste, ambitiegesprek)


def _toets(onderwerp: Onderwerp, bevinding: Bevinding | None) -> Toets:
    overgeslagen = bevinding is not None and bevinding.reden_niet_besproken is not None
    return Toets(
        voorwaarde=f"besproken_{onderwerp}",
        uitkomst=Uitkomst.van(bevinding is not None),
        grondslag=_FORMAT,
        feiten={"niet_besproken": overgeslagen},
        toelichting=f"Over {onderwerp.replace('_', ' ')} is iets vastgelegd, of de reden waarom dat niet is besproken.",
    )
