"""Berekening: the verlaging per month, in eurocents, from the norm of each month (DEV-MTR-511, article 18)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import bouw
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.kern.toets import niet_voldaan
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.feiten import NormMaand, ZaakFeiten, Zaaksoort
from app.domain.maatregel.maatstaf import Maatstaf, bepaal, verdeel
from app.domain.maatregel.sanctie import Sanctie
from app.domain.maatregel.toets_hoogte import toetsen_hoogte
from app.domain.maatregel.weigering import Weigering


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Maanddeel(_Bevroren):
    """One part of the amount of a single month that is spread over several: part ``nummer`` of ``delen``."""

    nummer: int
    delen: int
    van_bedrag: int


class MaandBedrag(_Bevroren):
    """What is taken from one month; amounts in eurocents, ``procent`` None for a fixed amount.

    ``uitleg`` tells in words how the amount came about, where that is no percentage and no amount of the policy.
    """

    maand: date
    norm: int
    norm_versie: str
    procent: Decimal | None
    bedrag: int
    deel: Maanddeel | None = None
    uitleg: str | None = None


class Verlaging(_Bevroren):
    """One verlaging over the half-open period ``[van, tot)``; ``meegenomen`` are the lighter gedragingen in it.

    ``lid`` is the step of article 18 on which a verlaging for a uniform duty rests, from which the next one climbs;
    ``verzenden_voor`` the day before which it must be sent when that is later than ``van``.
    """

    soort: Zaaksoort
    gedraging: str
    meegenomen: tuple[str, ...]
    procent: Decimal | None
    recidive: bool
    lid: int | None = None
    van: date
    tot: date
    verzenden_voor: date | None = None
    bedragen: tuple[MaandBedrag, ...]
    totaal: int
    grondslag: Grondslag
    weigering: Weigering | None = None


def bereken(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> Verlaging:
    """Compute the verlaging of a decision taken on ``peildatum``.

    Raises Geweigerd with the toetsen when a value, a norm or a person's judgement is missing.
    """
    maat = bepaal(feiten, beleid, peildatum)
    if open_ := niet_voldaan(toetsen_hoogte(feiten, beleid, maat)):
        raise Geweigerd("De maatregel kan niet worden berekend.", open_)
    return reken(feiten, beleid, maat, peildatum)


def reken(feiten: ZaakFeiten, beleid: MaatregelBeleid, maat: Maatstaf, peildatum: date) -> Verlaging:
    """Compute a verlaging of which every condition on height and norm is met."""
    normen = {norm.maand: norm for norm in feiten.normen}
    periode = tuple(normen[maand] for maand in maat.maanden or ())
    zelfde_maand = periode[0].maand == eerste_van_de_maand(peildatum)
    codes = {feiten.gedraging, *(ander.gedraging for ander in feiten.samenloop or ())}
    bedragen = tuple(_bedragen(maat, periode))
    if feiten.weigering is not None:
        bedragen = tuple(_met_uitleg(regel, feiten.weigering) for regel in bedragen)
    hoofd = feiten.gedraging if maat.zwaarste is None else maat.zwaarste.gedraging
    return Verlaging(
        soort=feiten.soort,
        gedraging=hoofd,
        meegenomen=tuple(sorted(codes - {hoofd})),
        procent=maat.procent,
        recidive=maat.zwaarste is not None and maat.zwaarste.recidive,
        lid=None if maat.zwaarste is None else maat.zwaarste.lid,
        van=periode[0].maand,
        tot=plus_maanden(periode[-1].maand, 1),
        verzenden_voor=plus_maanden(periode[0].maand, 1) if zelfde_maand else None,
        bedragen=bedragen,
        totaal=sum(regel.bedrag for regel in bedragen),
        grondslag=_grondslag(feiten, beleid, maat.zwaarste),
        weigering=feiten.weigering,
    )


def _grondslag(feiten: ZaakFeiten, beleid: MaatregelBeleid, sanctie: Sanctie | None) -> Grondslag:
    if feiten.weigering is not None:
        return grondslagen.weigering(feiten.regime)
    return beleid.lik_op_stuk_bedrag.grondslag if sanctie is None else sanctie.grondslag


def _bedragen(maat: Maatstaf, periode: tuple[NormMaand, ...]) -> Iterator[MaandBedrag]:
    """Yield what each month loses: never more than is left of it."""
    if maat.delen > 1:
        yield from _gespreid(maat, periode)
        return
    for norm in periode:
        yield _maand(norm, maat.procent, min(_vol(norm, maat), norm.rest))


def _met_uitleg(regel: MaandBedrag, weigering: Weigering) -> MaandBedrag:
    begrensd = ", maar niet meer dan er over is" if weigering.gederfd_inkomen > regel.bedrag else ""
    return regel.model_copy(update={"uitleg": f"gemist inkomen van {euro(weigering.gederfd_inkomen)}{begrensd}"})


def _vol(norm: NormMaand, maat: Maatstaf) -> int:
    """Return what a month would lose if nothing else were taken from it."""
    return procent_van(norm.norm, maat.procent) if maat.procent is not None else maat.vast or 0


def _gespreid(maat: Maatstaf, periode: tuple[NormMaand, ...]) -> Iterator[MaandBedrag]:
    """Yield the amount of the first month in parts, of which the first is at least as large as the others (lid 5)."""
    bedrag = min(_vol(periode[0], maat), periode[0].rest)
    for nummer, (norm, deel) in enumerate(zip(periode, verdeel(bedrag, maat.delen), strict=True), start=1):
        yield _maand(norm, maat.procent, deel, Maanddeel(nummer=nummer, delen=maat.delen, van_bedrag=bedrag))


def _maand(norm: NormMaand, procent: Decimal | None, bedrag: int, deel: Maanddeel | None = None) -> MaandBedrag:
    velden = {"maand": norm.maand, "norm": norm.norm, "norm_versie": norm.versie}
    return bouw(MaandBedrag, {**velden, "procent": procent, "bedrag": bedrag, "deel": deel, "uitleg": None})
