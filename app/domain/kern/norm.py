"""Bijstandsnorm: the amount per calendar month, vakantietoeslag included (Participatiewet, articles 20 to 22a).

The norm changes at the AOW age (Algemene Ouderdomswet, article 7a), so that stands here as well.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Beleid, Herkomst, Waarde
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.geld import euro, procent_van, rond_af
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.leeftijd import jonger_dan, verjaardag
from app.domain.kern.maanden import plus_maanden

Bedrag = Annotated[int, Field(ge=1)]
Procent = Annotated[Decimal, Field(ge=0, le=100)]

# Articles 20 to 22 tell the groups apart on these ages; another age is another law, not another value.
_MEERDERJARIG, _EENENTWINTIG = 18, 21


class Leefvorm(StrEnum):
    """How somebody lives (Participatiewet, articles 3 and 4); gehuwd includes a joint household."""

    ALLEENSTAANDE = "alleenstaande"
    ALLEENSTAANDE_OUDER = "alleenstaande_ouder"
    GEHUWD = "gehuwd"


class Leeftijdsgroep(StrEnum):
    """The age groups of articles 20, 21 and 22."""

    VAN_18_TM_20 = "18_tm_20"
    VAN_21_TOT_AOW = "21_tot_aow"
    AOW = "aow"


class BedragOfOnbekend(Waarde[Bedrag | None]):
    """An amount that may not have been seen in a source: without ``waarde`` it is unknown, never zero."""

    waarde: Bedrag | None = None


class NormBeleid(Beleid):
    """The norm amounts of one half year, in eurocents per month including vakantietoeslag."""

    soort: ClassVar[str] = "norm"

    alleenstaande_21_tot_aow: BedragOfOnbekend
    gehuwden_21_tot_aow: BedragOfOnbekend
    alleenstaande_aow: BedragOfOnbekend
    gehuwden_aow: BedragOfOnbekend
    alleenstaande_18_tm_20: BedragOfOnbekend
    kostendeler_basis_procent: Waarde[Procent]
    kostendeler_toeslag_procent: Waarde[Procent]
    vakantietoeslag_procent: Waarde[Procent]


class AowBeleid(Beleid):
    """The AOW age of one calendar year.

    ``leeftijd_jaren`` and ``leeftijd_maanden`` hold for who reaches it in that year; who was born before
    ``geboren_voor`` reached it in an earlier year, at the age that held then.
    """

    soort: ClassVar[str] = "aow"

    leeftijd_jaren: Waarde[Annotated[int, Field(ge=65)]]
    leeftijd_maanden: Waarde[Annotated[int, Field(ge=0, le=11)]]
    geboren_voor: Waarde[date]


class NormFeiten(BaseModel):
    """What decides the norm; ``kostendelende_medebewoners`` (article 19a) counts neither klant nor partner."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    leefvorm: Leefvorm
    leeftijdsgroep: Leeftijdsgroep
    partner_leeftijdsgroep: Leeftijdsgroep | None = None
    kostendelende_medebewoners: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _partner_past_bij_leefvorm(self) -> Self:
        if (self.leefvorm is Leefvorm.GEHUWD) != (self.partner_leeftijdsgroep is not None):
            raise ValueError("de leeftijdsgroep van de partner hoort bij gehuwden, en alleen daar")
        return self

    @property
    def groepen(self) -> frozenset[Leeftijdsgroep]:
        """The age groups of the klant and the partner."""
        return frozenset(g for g in (self.leeftijdsgroep, self.partner_leeftijdsgroep) if g is not None)


class NormUitkomst(BaseModel):
    """The norm in eurocents per month; ``vakantietoeslag`` is the part of it that is reserved.

    ``herkomst`` is that of the amount used: on an ``onbevestigd`` amount no besluit may rest.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bedrag: Bedrag
    vakantietoeslag: int
    grondslag: Grondslag
    herkomst: Herkomst
    toelichting: str


def is_pensioengerechtigd(geboortedatum: date, peildatum: date, beleid: AowBeleid) -> bool:
    """Tell whether the AOW age is reached on ``peildatum``; ``beleid`` is the version of that same day."""
    jaren_bereikt = verjaardag(geboortedatum, beleid.leeftijd_jaren.waarde)
    bereikt = plus_maanden(jaren_bereikt, beleid.leeftijd_maanden.waarde)
    return geboortedatum < beleid.geboren_voor.waarde or bereikt <= peildatum


def leeftijdsgroep(geboortedatum: date, peildatum: date, aow: AowBeleid) -> Leeftijdsgroep:
    """Return the age group on ``peildatum``. BeleidOntbreekt below 18: the law has no norm for minors."""
    if jonger_dan(geboortedatum, _MEERDERJARIG, peildatum):
        raise BeleidOntbreekt("Voor een persoon jonger dan 18 jaar bestaat geen bijstandsnorm.")
    if jonger_dan(geboortedatum, _EENENTWINTIG, peildatum):
        return Leeftijdsgroep.VAN_18_TM_20
    return Leeftijdsgroep.AOW if is_pensioengerechtigd(geboortedatum, peildatum, aow) else Leeftijdsgroep.VAN_21_TOT_AOW


def bijstandsnorm(feiten: NormFeiten, beleid: NormBeleid) -> NormUitkomst:
    """Return the norm for the klant, or for both when gehuwd.

    BeleidOntbreekt when the amount is not known: never zero, never a neighbouring amount.
    """
    if Leeftijdsgroep.VAN_18_TM_20 in feiten.groepen:
        return _jongerennorm(feiten, beleid)
    if feiten.kostendelende_medebewoners:
        return _kostendelersnorm(feiten, beleid)
    aow = Leeftijdsgroep.AOW in feiten.groepen
    artikel = "22" if aow else "21"
    if feiten.leefvorm is not Leefvorm.GEHUWD:
        bedrag = beleid.alleenstaande_aow if aow else beleid.alleenstaande_21_tot_aow
        return _uitkomst(bedrag, pw(artikel, onderdeel="a"), "De norm voor een alleenstaande (ouder)", beleid)
    bedrag = beleid.gehuwden_aow if aow else beleid.gehuwden_21_tot_aow
    onderdeel = "c" if len(feiten.groepen) > 1 else "b"
    return _uitkomst(bedrag, pw(artikel, onderdeel=onderdeel), "De norm voor gehuwden samen", beleid)


def _jongerennorm(feiten: NormFeiten, beleid: NormBeleid) -> NormUitkomst:
    """Article 20; article 22a does not reach who is younger than 21, so medebewoners change nothing."""
    if feiten.leefvorm is Leefvorm.GEHUWD:
        raise BeleidOntbreekt("De norm voor gehuwden van wie een of beiden 18, 19 of 20 jaar zijn, is niet ingelezen.")
    grondslag = pw("20", "2" if feiten.leefvorm is Leefvorm.ALLEENSTAANDE_OUDER else "1", "a")
    return _uitkomst(beleid.alleenstaande_18_tm_20, grondslag, "De norm voor 18, 19 of 20 jaar", beleid)


def _kostendelersnorm(feiten: NormFeiten, beleid: NormBeleid) -> NormUitkomst:
    """Article 22a: each person gets (40% + A x 30%) / A of the norm for gehuwden; a couple the sum of both.

    Rounded per person, since lid 2 adds up the norms that hold for each. A partner of AOW age brings both on the
    norm of article 22, whose onderdelen b and c are the same amount.
    """
    aow = Leeftijdsgroep.AOW in feiten.groepen
    basis = beleid.gehuwden_aow if aow else beleid.gehuwden_21_tot_aow
    rechthebbenden = 2 if feiten.leefvorm is Leefvorm.GEHUWD else 1
    personen = feiten.kostendelende_medebewoners + rechthebbenden
    deel = beleid.kostendeler_basis_procent.waarde + personen * beleid.kostendeler_toeslag_procent.waarde
    per_persoon = rond_af(Decimal(_bekend(basis)) * deel / (100 * personen))
    bedrag = basis.model_copy(update={"waarde": per_persoon * rechthebbenden})
    tekst = (
        f"De kostendelersnorm bij {personen} personen: {euro(per_persoon)} per persoon"
        f" van de norm voor gehuwden van {euro(_bekend(basis))}; voor {rechthebbenden} rechthebbende(n) samen"
    )
    return _uitkomst(bedrag, pw("22a", "2" if rechthebbenden > 1 else "1"), tekst, beleid)


def _bekend(bedrag: BedragOfOnbekend) -> int:
    if bedrag.waarde is None:
        reden = f" ({bedrag.toelichting})" if bedrag.toelichting else ""
        raise BeleidOntbreekt(f"Het normbedrag van {bedrag.grondslag} is op deze datum niet bekend{reden}.")
    return bedrag.waarde


def _uitkomst(bedrag: BedragOfOnbekend, grondslag: Grondslag, tekst: str, beleid: NormBeleid) -> NormUitkomst:
    cent = _bekend(bedrag)
    return NormUitkomst(
        bedrag=cent,
        vakantietoeslag=procent_van(cent, beleid.vakantietoeslag_procent.waarde),
        grondslag=grondslag,
        herkomst=bedrag.herkomst,
        toelichting=f"{tekst}: {euro(cent)} per maand, vakantietoeslag inbegrepen.",
    )
