"""Gespreksleidraad: the content of a conversation, as the municipality lays it down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from app.domain.gesprek.soort import Antwoordtype, Bekend, Code, Formulierdeel, Markering, Tekstcode
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Onderwerp
from app.domain.kern.rollen import Rol

_MET_KEUZES = frozenset({Antwoordtype.KEUZE, Antwoordtype.MEERKEUZE})


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Voorwaarden(_Inhoud):
    """For whom something is meant: any of ``bij``, none of ``niet_bij``, one of ``klantgroepen``; empty is all."""

    bij: tuple[Markering, ...] = ()
    niet_bij: tuple[Markering, ...] = ()
    klantgroepen: tuple[Klantgroep, ...] = ()


class NaAntwoord(_Inhoud):
    """A question that only makes sense after this answer to another one."""

    vraag: Code
    waarde: bool | str


class Vraag(Voorwaarden):
    """A question in the municipality's own words. Optional, unless ``verplicht`` says that a rule needs it."""

    code: Code
    tekst: str
    type: Antwoordtype = Antwoordtype.TEKST
    keuzes: tuple[Tekstcode, ...] = ()
    na: NaAntwoord | None = None
    bekend: Bekend | None = None
    verplicht: bool = False

    @model_validator(mode="after")
    def _keuzes_bij_keuze(self) -> Self:
        if bool(self.keuzes) != (self.type in _MET_KEUZES):
            raise ValueError(f"{self.code}: geef keuzes bij keuze en meerkeuze, en alleen daar")
        return self


class Aandachtspunt(Voorwaarden):
    """A prompt for who holds the conversation; nothing is answered and nothing is blocked."""

    tekst: str


class Gevolg(_Inhoud):
    """A taak that follows when one of these questions is answered so.

    ``bij`` is the answer itself (or one of the choices), ``boven`` an amount or number that is exceeded; without
    either, any answer counts. A ``spoed`` taak is for the same day.
    """

    vragen: tuple[Code, ...]
    bij: bool | str | None = None
    boven: int | None = None
    taak: Code
    wat: str
    waarom: str
    rol: Rol
    spoed: bool = False


class Thema(Voorwaarden):
    """A group of questions; with ``formulierdeel`` only when that part of the melding form is missing."""

    code: Code
    titel: str
    letter: str | None = None
    leefgebied: Onderwerp | None = None
    onderwerpen: tuple[Code, ...] = ()
    formulierdeel: Formulierdeel | None = None
    grondslag: Grondslag | None = None
    aandachtspunten: tuple[Aandachtspunt, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    gevolgen: tuple[Gevolg, ...] = ()


class Leidraad(_Inhoud):
    """The themes of one kind of conversation; ``met_leefgebieden`` adds the shared themes per leefgebied."""

    titel: str
    themas: tuple[Thema, ...] = ()
    met_leefgebieden: bool = False

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        controleer(self.themas)
        return self

    def met(self, leefgebieden: tuple[Thema, ...]) -> Leidraad:
        """Return the guide with the shared themes, if it uses them."""
        extra = leefgebieden if self.met_leefgebieden else ()
        return self.model_copy(update={"themas": (*self.themas, *extra)})

    def vragen(self) -> Iterator[tuple[Thema, Vraag]]:
        """Yield every question with its theme, in order."""
        return ((thema, vraag) for thema in self.themas for vraag in thema.vragen)

    def vraag(self, code: str) -> Vraag | None:
        """Find a question."""
        return next((vraag for _, vraag in self.vragen() if vraag.code == code), None)


def controleer(themas: tuple[Thema, ...]) -> None:
    """Raise ValueError for a code that occurs twice, or one that points at no question."""
    codes = Counter(vraag.code for thema in themas for vraag in thema.vragen)
    namen = Counter(thema.code for thema in themas)
    dubbel = sorted({code for tel in (codes, namen) for code, aantal in tel.items() if aantal > 1})
    if dubbel:
        raise ValueError(f"deze codes komen tweemaal voor: {', '.join(dubbel)}")
    verwezen = {code for thema in themas for gevolg in thema.gevolgen for code in gevolg.vragen}
    verwezen |= {vraag.na.vraag for thema in themas for vraag in thema.vragen if vraag.na}
    if los := sorted(verwezen - set(codes)):
        raise ValueError(f"deze vragen bestaan niet: {', '.join(los)}")
