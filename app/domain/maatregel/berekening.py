"""Berekening: the verlaging per month, in eurocents, from the norm of each month (DEV-MTR-511, article 18)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.kern.fouten import Geweigerd
from app.domain.kern.geld import procent_van
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel import toets_oordeel as oordeel
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.feiten import NormMaand, ZaakFeiten, Zaaksoort
from app.domain.maatregel.sanctie import Sanctie, maanden, recidive, zwaarste


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MaandBedrag(_Bevroren):
    """What is taken from one month; amounts in eurocents, ``procent`` None for a fixed amount."""

    maand: date
    norm: int
    norm_versie: str
    procent: Decimal | None
    bedrag: int


class Verlaging(_Bevroren):
    """One verlaging over the half-open period ``[van, tot)``; ``meegenomen`` are the lighter gedragingen in it."""

    soort: Zaaksoort
    gedraging: str
    meegenomen: tuple[str, ...]
    procent: Decimal | None
    recidive: bool
    van: date
    tot: date
    bedragen: tuple[MaandBedrag, ...]
    totaal: int
    grondslag: Grondslag


def toets_berekening(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Return what the computation needs to be certain of."""
    nodig = (oordeel.toets_afwijking(feiten, beleid), *oordeel.toetsen_norm(feiten, beleid, peildatum))
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        return nodig
    return (oordeel.toets_sanctie(feiten, beleid), oordeel.toets_recidive(feiten, beleid), *nodig)


def bereken(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> Verlaging:
    """Compute the verlaging of a decision taken on ``peildatum``; it starts in the month after it.

    Raises Geweigerd with the toetsen when a value, a norm or a person's judgement is missing.
    """
    periode = maanden(feiten, beleid, peildatum)
    open_ = niet_voldaan(toets_berekening(feiten, beleid, peildatum))
    if open_ or periode is None:
        raise Geweigerd("De maatregel kan niet worden berekend.", open_)
    normen = {norm.maand: norm for norm in feiten.normen}
    sanctie = zwaarste(feiten, beleid)
    if feiten.soort is Zaaksoort.LIK_OP_STUK or sanctie is None:
        return _vast_bedrag(feiten, beleid, normen[periode[0]])
    return _verlaging(feiten, beleid, sanctie, tuple(normen[maand] for maand in periode))


def _vast_bedrag(feiten: ZaakFeiten, beleid: MaatregelBeleid, norm: NormMaand) -> Verlaging:
    regel = _maand(norm, None, beleid.lik_op_stuk_bedrag.waarde)
    return Verlaging(
        soort=Zaaksoort.LIK_OP_STUK,
        gedraging=feiten.gedraging,
        meegenomen=tuple(sorted(ander.gedraging for ander in feiten.samenloop or ())),
        procent=None,
        recidive=False,
        van=norm.maand,
        tot=plus_maanden(norm.maand, 1),
        bedragen=(regel,),
        totaal=regel.bedrag,
        grondslag=beleid.lik_op_stuk_bedrag.grondslag,
    )


def _verlaging(
    feiten: ZaakFeiten, beleid: MaatregelBeleid, sanctie: Sanctie, normen: tuple[NormMaand, ...]
) -> Verlaging:
    afwijking = feiten.afwijking
    procent = afwijking.procent if afwijking and afwijking.procent else sanctie.procent
    bedragen = tuple(_maand(norm, procent, procent_van(norm.norm, procent)) for norm in normen)
    codes = {feiten.gedraging, *(ander.gedraging for ander in feiten.samenloop or ())}
    return Verlaging(
        soort=Zaaksoort.VERLAGING,
        gedraging=sanctie.gedraging,
        meegenomen=tuple(sorted(codes - {sanctie.gedraging})),
        procent=procent,
        recidive=recidive(feiten, beleid, sanctie),
        van=normen[0].maand,
        tot=plus_maanden(normen[-1].maand, 1),
        bedragen=bedragen,
        totaal=sum(regel.bedrag for regel in bedragen),
        grondslag=sanctie.grondslag,
    )


def _maand(norm: NormMaand, procent: Decimal | None, bedrag: int) -> MaandBedrag:
    """Take no more than is left of the month's norm."""
    rest = max(norm.norm - norm.al_verlaagd, 0)
    return MaandBedrag(
        maand=norm.maand, norm=norm.norm, norm_versie=norm.versie, procent=procent, bedrag=min(bedrag, rest)
    )
