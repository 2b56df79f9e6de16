"""Motivering: the reasons of a decision in plain Dutch, generated from the trace and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.grondslag import bezwaarclausule
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.berekening import MaandBedrag, Verlaging
from app.domain.maatregel.bouwsteen import gewoon
from app.domain.maatregel.feiten import ZaakFeiten
from app.domain.maatregel.zinnen import zin

VERWIJT: Final = "verwijtbaarheid"


class Maatregeldictum(StrEnum):
    """The outcome; ``voorleggen``: something is missing or open, a person must act first."""

    MAATREGEL = "maatregel"
    WAARSCHUWING = "waarschuwing"
    AFZIEN = "afzien"
    VOORLEGGEN = "voorleggen"


def motiveer(
    dictum: Maatregeldictum,
    feiten: ZaakFeiten,
    beleid: MaatregelBeleid,
    toetsen: tuple[Toets, ...],
    verlaging: Verlaging | None,
) -> tuple[str, ...]:
    """Return the sentences of the motivation, in the order of a letter."""
    if dictum is Maatregeldictum.VOORLEGGEN:
        return ("Er kan nog niet worden beslist.", *_open(toetsen))
    aanleiding = f"Het gaat om {datum_voluit(feiten.gedraging_datum)}: {_omschrijving(feiten, beleid)}."
    if dictum is Maatregeldictum.AFZIEN:
        return aanleiding, "Wij leggen geen maatregel op.", _reden_afzien(feiten, toetsen)
    trace = tuple(_trace(feiten, toetsen))
    slot = _bezwaar(beleid)
    if verlaging is None:
        return aanleiding, *trace, "U krijgt een waarschuwing. Uw uitkering gaat nu niet omlaag.", slot
    return aanleiding, *trace, *_hoogte(verlaging, feiten.regime), slot


def _open(toetsen: tuple[Toets, ...]) -> Iterator[str]:
    for toets in niet_voldaan(toetsen):
        yield f"{toets.toelichting.removesuffix('.')} ({toets.grondslag})."


def _omschrijving(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> str:
    rij = beleid.gedraging(feiten.regime, feiten.gedraging)
    return gewoon(feiten.gedraging) if rij is None else rij.omschrijving


def _trace(feiten: ZaakFeiten, toetsen: tuple[Toets, ...]) -> Iterator[str]:
    """Tell each condition; after the blame comes why, in the words of who judged it (Awb 3:46)."""
    for toets in toetsen:
        if (regel := zin(toets)) is not None:
            yield regel
        if toets.voorwaarde == VERWIJT and feiten.uitleg_aan_klant is not None:
            yield feiten.uitleg_aan_klant


def _reden_afzien(feiten: ZaakFeiten, toetsen: tuple[Toets, ...]) -> str:
    for toets in niet_voldaan(toetsen):
        if toets.voorwaarde == VERWIJT and toets.feiten["verwijtbaarheid"] == "ontbreekt":
            waarom = "" if feiten.uitleg_aan_klant is None else f" {feiten.uitleg_aan_klant}"
            return f"U kon hier niets aan doen ({toets.grondslag}).{waarom}"
        if toets.voorwaarde == "niet_te_oud":
            return f"Het is te lang geleden ({toets.grondslag})."
    return feiten.uitleg_aan_klant or "In het rapport staat waarom wij dat vinden."


def _maand(dag: date) -> str:
    return datum_voluit(dag).split(" ", 1)[1]


def _regel(bedrag: MaandBedrag, regime: Regime) -> str:
    norm = "norm" if regime is Regime.PW else "grondslag"
    tekst = f"In {_maand(bedrag.maand)} is uw {norm} {euro(bedrag.norm)}; de verlaging is {euro(bedrag.bedrag)}"
    if bedrag.deel is None and bedrag.procent and procent_van(bedrag.norm, bedrag.procent) > bedrag.bedrag:
        return f"{tekst}. Meer kan niet, omdat er in deze maand al iets van uw uitkering af gaat."
    return f"{tekst}."


def formule(bedrag: MaandBedrag) -> str:
    """Write how the amount of a month came about: ``30 % van € 1.401,50 = € 420,45``."""
    if bedrag.uitleg is not None:
        return f"{bedrag.uitleg} = {euro(bedrag.bedrag)}"
    if bedrag.procent is None:
        return f"vast bedrag = {euro(bedrag.bedrag)}"
    if (deel := bedrag.deel) is not None:
        return f"deel {deel.nummer} van {deel.delen} van {euro(deel.van_bedrag)} = {euro(bedrag.bedrag)}"
    uitkomst = procent_van(bedrag.norm, bedrag.procent)
    som = f"{bedrag.procent.normalize():f} % van {euro(bedrag.norm)} = {euro(uitkomst)}"
    return som if uitkomst == bedrag.bedrag else f"{som}; niet meer dan wat van de norm over is: {euro(bedrag.bedrag)}"


def _hoogte(verlaging: Verlaging, regime: Regime) -> Iterator[str]:
    yield f"{_kern(verlaging)}, vanaf {datum_voluit(verlaging.van)} ({verlaging.grondslag})."
    for bedrag in verlaging.bedragen:
        yield _regel(bedrag, regime)
    if verlaging.bedragen[0].deel is not None:
        yield f"Samen is dat {euro(verlaging.totaal)}."
    if verlaging.weigering is not None and verlaging.weigering.maanden is None:
        yield "Ook in de maanden daarna betalen wij dit deel van uw uitkering niet."


def _kern(verlaging: Verlaging) -> str:
    if (weigering := verlaging.weigering) is not None:
        gemist = f"U had {euro(weigering.gederfd_inkomen)} per maand aan inkomen kunnen hebben."
        duur = "blijvend niet" if weigering.maanden is None else f"{_maanden(weigering.maanden)} niet"
        return f"{gemist} Dat deel van uw uitkering betalen wij {duur}"
    if verlaging.procent is None:
        return "Wij verlagen uw uitkering één keer met een vast bedrag"
    aantal = len(verlaging.bedragen) if verlaging.bedragen[0].deel is None else 1
    return f"Wij verlagen uw uitkering met {verlaging.procent.normalize():f}% gedurende {_maanden(aantal)}"


def _maanden(aantal: int) -> str:
    return f"{aantal} {'maand' if aantal == 1 else 'maanden'}"


def _bezwaar(beleid: MaatregelBeleid) -> str:
    termijn = beleid.bezwaartermijn_weken
    return bezwaarclausule(termijn.waarde, termijn.grondslag)
