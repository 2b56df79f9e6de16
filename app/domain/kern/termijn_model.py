"""Termijn: the model of a term, and how its days are counted and explained.

Other rooms use ``app.domain.kern.termijnen``, which makes and changes terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.kern.datum import dag_voluit, datum_voluit
from app.domain.kern.grondslag import Grondslag, termijnenwet
from app.domain.kern.periode import Periode
from app.domain.kern.werkdagen import EEN_DAG, is_werkdag, waarom_geen_werkdag

# Algemene termijnenwet, article 2: a term of at least three days holds at least two working days.
_ARTIKEL_2_VANAF_DAGEN = 3
_ARTIKEL_2_WERKDAGEN = 2
# Article 4 under a: twelve weeks, in days.
_LANGSTE_WEKENTERMIJN = 84

Aantal = Annotated[int, Field(ge=1)]


class Aard(StrEnum):
    """Statutory terms and service norms are different kinds."""

    WETTELIJK = "wettelijk"
    BELEID = "beleid"


class Eenheid(StrEnum):
    """What is counted."""

    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"


class StapSoort(StrEnum):
    """Why a day stands in the explanation of a term."""

    START = "start"
    REGEL = "regel"
    OVERGESLAGEN = "overgeslagen"
    OPSCHORTING = "opschorting"
    VERLENGING = "verlenging"
    TERMIJNENWET = "termijnenwet"
    EINDE = "einde"


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stap(_Bevroren):
    """One day or jump in a term, with a Dutch sentence."""

    soort: StapSoort
    datum: date
    uitleg: str


class Opschorting(_Bevroren):
    """A half-open period ``[van, tot)`` in which the term stands still."""

    van: date
    tot: date
    grondslag: Grondslag

    @property
    def periode(self) -> Periode:
        """The suspended days."""
        return Periode(van=self.van, tot=self.tot)

    @model_validator(mode="after")
    def _niet_leeg(self) -> Self:
        Periode(van=self.van, tot=self.tot)
        return self


class Verlenging(_Bevroren):
    """``aantal`` further days (werkdagen in a term of werkdagen), written out in ``duur`` ("6 weken")."""

    aantal: Aantal
    duur: str
    reden: str
    grondslag: Grondslag


class TermijnOpdracht(_Bevroren):
    """What a term is counted from.

    ``aantal`` is the number of days (in ``eenheid``) without extensions; the day after ``start`` is day 1.
    ``termijnenwet`` tells whether articles 1 and 2 of the Algemene termijnenwet apply.
    """

    soort: str
    aard: Aard
    grondslag: Grondslag
    start: date
    regel: str
    eenheid: Eenheid
    aantal: Aantal
    termijnenwet: bool
    opschortingen: tuple[Opschorting, ...] = ()
    verlengingen: tuple[Verlenging, ...] = ()

    def opgeschort(self, dag: date) -> Opschorting | None:
        """Return the first suspension that covers ``dag``."""
        return next((o for o in self.opschortingen if o.van <= dag < o.tot), None)

    def telt(self, dag: date) -> bool:
        """Tell whether the term runs on ``dag``: not suspended and, in a term of werkdagen, a werkdag."""
        return self.opgeschort(dag) is None and (self.eenheid is Eenheid.DAGEN or is_werkdag(dag))


class Termijn(TermijnOpdracht):
    """A term, from the day after ``start`` up to and including ``einde``; the last step is the end."""

    einde: date
    stappen: tuple[Stap, ...]

    def is_verstreken(self, dag: date) -> bool:
        """Tell whether the term has run out on ``dag``: for the first time on the day after ``einde``."""
        return dag > self.einde


def bereken(opdracht: TermijnOpdracht) -> Termijn:
    """Walk day by day from the start to the last day, writing down every day that does not count."""
    stappen, dag, werkdagen = list(_aanhef(opdracht)), opdracht.start, 0
    for aantal, verlenging in ((opdracht.aantal, None), *((v.aantal, v) for v in opdracht.verlengingen)):
        if verlenging is not None:
            stappen.append(_verlengd(verlenging, dag))
        while aantal > 0:
            dag += EEN_DAG
            stappen += _overgeslagen(opdracht, dag)
            aantal -= opdracht.telt(dag)
            werkdagen += opdracht.telt(dag) and is_werkdag(dag)
    while (door := _loopt_door(opdracht, dag, werkdagen)) is not None:
        stappen += door
        dag += EEN_DAG
        werkdagen += opdracht.telt(dag) and is_werkdag(dag)
    stappen += [*_zonder_gevolg(opdracht, dag), _slot(dag)]
    velden = {naam: getattr(opdracht, naam) for naam in TermijnOpdracht.model_fields}
    return Termijn(**velden, einde=dag, stappen=tuple(stappen))


def _aanhef(opdracht: TermijnOpdracht) -> Iterator[Stap]:
    start = opdracht.start
    uitleg = f"De gebeurtenis was op {dag_voluit(start)}; die dag telt niet mee, de dag erna is de eerste."
    if _is_maximum(opdracht):
        uitleg = f"De eerste dag is {dag_voluit(start + EEN_DAG)}; die dag telt mee."
    yield Stap(soort=StapSoort.START, datum=start, uitleg=uitleg)
    yield Stap(
        soort=StapSoort.REGEL, datum=start + EEN_DAG, uitleg=f"{opdracht.regel} Grondslag: {opdracht.grondslag}."
    )
    if opdracht.aard is Aard.WETTELIJK and not opdracht.termijnenwet and not _is_maximum(opdracht):
        uitleg = f"Weekenden en feestdagen verlengen deze termijn niet: hij is daarvoor te lang ({termijnenwet('4')})."
        yield Stap(soort=StapSoort.REGEL, datum=start + EEN_DAG, uitleg=uitleg)


def _is_maximum(opdracht: TermijnOpdracht) -> bool:
    """Tell a maximum, for which the act does not hold, from a term that is too long for the act."""
    lengte = opdracht.aantal + sum(deel.aantal for deel in opdracht.verlengingen)
    return opdracht.aard is Aard.WETTELIJK and not opdracht.termijnenwet and lengte <= _LANGSTE_WEKENTERMIJN


def _overgeslagen(opdracht: TermijnOpdracht, dag: date) -> list[Stap]:
    """Explain why the term does not run on ``dag``; a suspension is one jump, told on its first day."""
    if opdracht.telt(dag):
        return []
    opschorting = opdracht.opgeschort(dag)
    if opschorting is None:
        uitleg = f"{dag_voluit(dag).capitalize()} telt niet mee: {waarom_geen_werkdag(dag)}."
        return [Stap(soort=StapSoort.OVERGESLAGEN, datum=dag, uitleg=uitleg)]
    vorige = dag - EEN_DAG
    if vorige > opdracht.start and opdracht.opgeschort(vorige) == opschorting:
        return []
    uitleg = f"Opgeschort {_van_tot(opschorting)}: die dagen tellen niet mee ({opschorting.grondslag})."
    return [Stap(soort=StapSoort.OPSCHORTING, datum=dag, uitleg=uitleg)]


def _loopt_door(opdracht: TermijnOpdracht, dag: date, werkdagen: int) -> list[Stap] | None:
    """Say why a statutory term does not end on ``dag`` (Algemene termijnenwet, articles 1 and 2), or None."""
    if not opdracht.termijnenwet:
        return None
    if not opdracht.telt(dag):
        return _overgeslagen(opdracht, dag)
    if reden := waarom_geen_werkdag(dag):
        uitleg = f"{dag_voluit(dag).capitalize()} is geen laatste dag: {reden} ({termijnenwet('1', '1')})."
    elif opdracht.aantal >= _ARTIKEL_2_VANAF_DAGEN and werkdagen < _ARTIKEL_2_WERKDAGEN:
        uitleg = f"Na {dag_voluit(dag)} loopt de termijn door: er zitten geen twee werkdagen in ({termijnenwet('2')})."
    else:
        return None
    return [Stap(soort=StapSoort.TERMIJNENWET, datum=dag, uitleg=uitleg)]


def _verlengd(verlenging: Verlenging, dag: date) -> Stap:
    uitleg = f"Na {dag_voluit(dag)} verlengd met {verlenging.duur}: {verlenging.reden} ({verlenging.grondslag})."
    return Stap(soort=StapSoort.VERLENGING, datum=dag, uitleg=uitleg)


def _zonder_gevolg(opdracht: TermijnOpdracht, einde: date) -> Iterator[Stap]:
    """Name the suspensions that touch no day of the term."""
    termijn = Periode(van=opdracht.start + EEN_DAG, tot=einde + EEN_DAG)
    for opschorting in opdracht.opschortingen:
        if not opschorting.periode.overlapt(termijn):
            uitleg = f"De opschorting {_van_tot(opschorting)} valt buiten de termijn en heeft geen gevolg."
            yield Stap(soort=StapSoort.OPSCHORTING, datum=einde, uitleg=uitleg)


def _slot(einde: date) -> Stap:
    uitleg = f"De laatste dag is {dag_voluit(einde)}; die dag hoort nog bij de termijn."
    return Stap(soort=StapSoort.EINDE, datum=einde, uitleg=uitleg)


def _van_tot(opschorting: Opschorting) -> str:
    return f"van {datum_voluit(opschorting.van)} tot {datum_voluit(opschorting.tot)}"
