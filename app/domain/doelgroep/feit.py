"""Feit: one dated fact about a klant, what was known besides, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic.alias_generators import to_camel

from app.domain.doelgroep.beleid import DoelgroepBeleid, Route
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import in_onze_tijd
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Naam = Annotated[str, StringConstraints(min_length=2, max_length=100)]

CONSULENTEN = frozenset({Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT})
INKOMEN = frozenset({Rol.INKOMENSCONSULENT})


class Feit(BaseModel):
    """Base of the facts: camelCase in JSON. ``rollen`` may record it; a day of it may lie ahead with ``vooruit``."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True, str_strip_whitespace=True
    )

    rollen: ClassVar[frozenset[Rol]] = CONSULENTEN
    vooruit: ClassVar[bool] = False

    soort: str
    datum: date = Field(description="De dag waarop dit gold of gebeurde.", examples=["2026-03-31"])

    @field_validator("*")
    @classmethod
    def _in_onze_tijd(cls, waarde: Any) -> Any:
        return in_onze_tijd(waarde)


F = TypeVar("F", bound=Feit)


@dataclass(frozen=True)
class Achtergrond:
    """What is known besides the new fact; ``eerdere`` are the facts that still count, oldest first.

    ``groeien_sinds`` is the day on which the present stay in Groeien began, ``vip_bezet`` the number of places taken in
    the VIP-training in the year of the new fact.
    """

    vandaag: date
    geboortedatum: date
    rollen: frozenset[Rol]
    kenmerken: frozenset[Kenmerk] = frozenset()
    meldingsdatum: date | None = None
    groeien_sinds: date | None = None
    vip_bezet: int = 0
    eerdere: tuple[Feit, ...] = ()

    def laatste(self, soort: type[F]) -> F | None:
        """Return the newest fact of a kind."""
        return next((feit for feit in reversed(self.eerdere) if isinstance(feit, soort)), None)

    def is_jongere(self, dag: date, beleid: DoelgroepBeleid) -> bool:
        """Tell whether the klant is a jongere on a day: until the day of the birthday (DEV-JON-001)."""
        return leeftijd_op(self.geboortedatum, max(dag, self.geboortedatum)) < beleid.jongere_tot_leeftijd.waarde


@dataclass(frozen=True)
class Bewaking:
    """A term that must be watched, with the taak that its running out leads to."""

    termijn: Termijn
    vervolg: TaakVoorstel


@dataclass(frozen=True)
class Gevolg:
    """What follows from a fact.

    ``voorwaarden`` refuse it when they are not met, ``signalen`` are only shown. ``klaar`` and ``gestopt`` name the
    taken and terms in the dossier that it ends; ``uitkomst`` is a code where there is one.
    """

    voorwaarden: tuple[Toets, ...] = ()
    signalen: tuple[Toets, ...] = ()
    erbij: frozenset[Kenmerk] = frozenset()
    eraf: frozenset[Kenmerk] = frozenset()
    taken: tuple[TaakVoorstel, ...] = ()
    bewaken: tuple[Bewaking, ...] = ()
    klaar: tuple[str, ...] = ()
    gestopt: tuple[str, ...] = ()
    uitkomst: str | None = None


def toets_jongere(feit: Feit, achtergrond: Achtergrond, beleid: DoelgroepBeleid) -> Toets:
    """Test that the klant is a jongere on the day of the fact."""
    grens = beleid.jongere_tot_leeftijd
    zin = f"De klant is op die dag jonger dan {grens.waarde} jaar."
    jongere = achtergrond.is_jongere(feit.datum, beleid)
    return maak_toets("jongere", jongere, grens.grondslag, {"tot_leeftijd": grens.waarde}, zin)


@dataclass(frozen=True)
class Taakregel:
    """What somebody must do, without the day."""

    soort: str
    wat: str
    waarom: str
    rol: Rol
    grondslag: Grondslag

    def op(self, uiterste: date) -> TaakVoorstel:
        """Return the task with its last day."""
        return TaakVoorstel(
            soort=self.soort,
            wat=self.wat,
            waarom=self.waarom,
            rol=self.rol,
            grondslag=self.grondslag,
            uiterste=uiterste,
        )


def later(vandaag: date, beleid: DoelgroepBeleid) -> date:
    """Return the last day for what can wait a little."""
    return tel_werkdagen(vandaag, beleid.opvolgen_werkdagen.waarde)


def informeertaken(routes: Iterable[Route], vandaag: date, beleid: DoelgroepBeleid) -> Iterator[TaakVoorstel]:
    """Yield whom to inform on these routes (DEV-DOE-001, DEV-DOE-002, DEV-JON-010, DEV-JON-020)."""
    for route in routes:
        for regel in beleid.informeren.waarde:
            if regel.route is route:
                yield Taakregel(
                    soort=f"{route.value}_informeren",
                    wat=f"Informeer {regel.partij} over deze klant.",
                    waarom=f"De klant volgt de route {route.value.replace('_', ' ')}.",
                    rol=regel.rol,
                    grondslag=beleid.informeren.grondslag,
                ).op(later(vandaag, beleid))


def ingevuld(voorwaarde: str, waarde: object, zin: str, paragraaf: str) -> Toets:
    """Test that something is filled in."""
    return maak_toets(voorwaarde, bool(waarde), productenboek(paragraaf), {}, zin)
