"""Factuur: whether an invoice for a termijn can be paid, is refused, or waits for a person (DEV-SUB-905)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.subsidie.model import Bijlagesoort, Cent, Vast


class Factuurstand(StrEnum):
    """An invoice is in order, waits for a person, was refused, or was taken back."""

    AKKOORD = "akkoord"
    AANGEHOUDEN = "aangehouden"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


class Factuurfeiten(Vast):
    """An invoice with what the termijn asks.

    ``einde_dienstverband`` is the first day without work as it is known now. ``loonkosten`` are those on the payslip
    (eurocents), of which ``procent`` is subsidised; both are None where they play no part. ``kan`` tells that the
    termijn is open and the subsidie runs.
    """

    factuurdatum: date
    bedrag: Cent
    bijlagen: tuple[Bijlagesoort, ...]
    kan: bool
    termijnbedrag: Cent
    betaalbaar_vanaf: date
    vereist: tuple[Bijlagesoort, ...]
    einde_dienstverband: date | None = None
    loonkosten: Cent | None = None
    procent: Decimal | None = None
    grondslag: Grondslag

    @property
    def eerder_geeindigd(self) -> bool:
        """Tell whether the employment ended before this termijn is due: a person decides what is still paid."""
        return self.einde_dienstverband is not None and self.einde_dienstverband < self.betaalbaar_vanaf


def toetsen_factuur(feiten: Factuurfeiten) -> tuple[Toets, ...]:
    """Test everything that an invoice must be."""
    return (
        toets_termijn_open(feiten),
        toets_factuurdatum(feiten),
        toets_bijlagen(feiten),
        toets_factuurbedrag(feiten),
        toets_loonkosten_op_loonstrook(feiten),
        toets_dienstverband_loopt(feiten),
    )


def stand_na(toetsen: Iterable[Toets]) -> Factuurstand:
    """Return what becomes of an invoice: one failure refuses it, one open question holds it."""
    uitkomsten = {toets.uitkomst for toets in toetsen}
    if Uitkomst.NIET_VOLDAAN in uitkomsten:
        return Factuurstand.GEWEIGERD
    return Factuurstand.AANGEHOUDEN if Uitkomst.ONBEPAALD in uitkomsten else Factuurstand.AKKOORD


def toets_termijn_open(feiten: Factuurfeiten) -> Toets:
    """Test that this termijn can still be paid."""
    return maak_toets(
        "termijn_open",
        feiten.kan,
        feiten.grondslag,
        {"open": feiten.kan},
        "Dit deel kan nog worden betaald.",
        "Dit deel is al gefactureerd, betaald of vervallen, of het wordt aangehouden.",
    )


def toets_factuurdatum(feiten: Factuurfeiten) -> Toets:
    """Test that the invoice is not of before the day on which the termijn is due; that day itself is in time."""
    vanaf = feiten.betaalbaar_vanaf
    if feiten.eerder_geeindigd and feiten.einde_dienstverband is not None:
        vanaf = feiten.einde_dienstverband
    return maak_toets(
        "factuur_niet_te_vroeg",
        feiten.factuurdatum >= vanaf,
        feiten.grondslag,
        {"factuurdatum": feiten.factuurdatum, "vanaf": vanaf},
        f"De factuur is van {datum_voluit(vanaf)} of later.",
        f"De factuur is te vroeg: dit deel kan vanaf {datum_voluit(vanaf)} worden gedeclareerd.",
    )


def toets_bijlagen(feiten: Factuurfeiten) -> Toets:
    """Test that everything that must go with it is there, such as the last loonstrook."""
    mist = [soort.value for soort in feiten.vereist if soort not in feiten.bijlagen]
    return maak_toets(
        "bijlagen_compleet",
        not mist,
        feiten.grondslag,
        {"ontbreekt": tuple(mist)},
        "Bij de factuur zit alles wat nodig is.",
        f"Bij de factuur ontbreekt: {', '.join(mist).replace('_', ' ')}.",
    )


def toets_factuurbedrag(feiten: Factuurfeiten) -> Toets:
    """Test that no more is asked than the termijn is."""
    return maak_toets(
        "bedrag_binnen_termijn",
        feiten.bedrag <= feiten.termijnbedrag,
        feiten.grondslag,
        {"bedrag": feiten.bedrag, "termijn": feiten.termijnbedrag},
        f"Het bedrag is niet hoger dan dit deel van {euro(feiten.termijnbedrag)}.",
        f"Het bedrag van {euro(feiten.bedrag)} is hoger dan dit deel van {euro(feiten.termijnbedrag)}.",
    )


def toets_loonkosten_op_loonstrook(feiten: Factuurfeiten) -> Toets:
    """Test the amount against the wage costs on the payslip, where they are subsidised by percentage (DEV-SUB-910)."""
    hoogste = None
    if feiten.procent is not None and feiten.loonkosten is not None:
        hoogste = procent_van(feiten.loonkosten, feiten.procent)
    geldt = feiten.procent is not None
    return maak_toets(
        "bedrag_past_bij_loonkosten",
        True if not geldt else None if hoogste is None else feiten.bedrag <= hoogste,
        feiten.grondslag,
        {"loonkosten": feiten.loonkosten, "hoogste": hoogste},
        "Het bedrag past bij de loonkosten." if geldt else "De loonkosten spelen bij deze regeling geen rol.",
        f"Het bedrag is hoger dan het deel van de loonkosten op de loonstrook: {euro(hoogste or 0)}.",
        "Neem de loonkosten over van de loonstrook.",
    )


def toets_dienstverband_loopt(feiten: Factuurfeiten) -> Toets:
    """Test that the employment did not end early; if it did, nothing says what is due, so a person decides."""
    return maak_toets(
        "dienstverband_niet_eerder_geeindigd",
        None if feiten.eerder_geeindigd else True,
        feiten.grondslag,
        {"einde": feiten.einde_dienstverband, "vanaf": feiten.betaalbaar_vanaf},
        "Het dienstverband duurde tot en met dit deel.",
        "Het dienstverband eindigde eerder; beoordeel wat er nog wordt betaald.",
    )
