"""What the table of the demo tells of a person: who it is, and how the journey went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from enum import StrEnum, auto

from app.domain.afspraak.feiten import Presentie
from app.domain.intake.feiten import Kanaal
from app.domain.kern.bsn import bsn_uit_basis
from app.domain.kern.kenmerk import Kenmerk
from app.domain.maatregel.feiten import Voorstel

_EERSTE_BSN = 99_991_000
_JONGERE_TOT = 27


class Route(StrEnum):
    """Where a journey leads."""

    INTREKKEN = auto()
    DOORVERWIJZEN = auto()
    NIET_KOMEN = auto()
    MATCHEN = auto()
    GROEIEN = auto()
    FACILITEREN = auto()
    ZORGEN = auto()


class Wat(StrEnum):
    """The moves of a journey, in about the order in which they come."""

    MELDEN = auto()
    BELLEN = auto()
    PLANNEN = auto()
    INTREKKEN = auto()
    NIET_VERSCHIJNEN = auto()
    OPNIEUW_PLANNEN = auto()
    SCREENEN = auto()
    VOORSCHOT = auto()
    VOORBEREIDEN = auto()
    VERSLAG = auto()
    STUKKEN_BELLEN = auto()
    AANVULTERMIJN = auto()
    STUKKEN = auto()
    AANVRAAG = auto()
    DARIUZ = auto()
    GESPREK = auto()
    INDELEN = auto()
    MAKELAAR = auto()
    BIJEENKOMST = auto()
    UITNODIGEN = auto()
    PRESENTIE = auto()
    CORRECTIE = auto()
    KENNISMAKEN = auto()
    AFSPRAAK = auto()
    PLAN = auto()
    ONDERTEKENEN = auto()
    OPVOLGEN = auto()
    EVALUEREN = auto()
    HOREN = auto()
    ADVIES = auto()
    BESLUIT = auto()
    TOETSING = auto()
    VERZENDING = auto()
    BUDGET = auto()
    WERKGEVER = auto()
    VOORZIENING = auto()
    LEERROUTE = auto()
    SUBSIDIE = auto()
    LOONKOSTEN = auto()
    RONDE = auto()
    ANTWOORD = auto()
    HANDWERK = auto()


class Bijzonder(StrEnum):
    """What makes a journey different from the others."""

    BROODNOOD = auto()
    SCHULDEN = auto()
    HULP_BIJ_DARIUZ = auto()
    TAAL = auto()
    STUKKEN_TE_LAAT = auto()
    NIET_BEREIKT = auto()
    ONEENS = auto()
    TWIJFEL = auto()
    MAKELAAR = auto()
    TOCH_AFGEMELD = auto()
    ACHTERSTAND = auto()


@dataclass(frozen=True)
class Zaakloop:
    """On which day (werkdagen back) each step of a maatregelzaak was taken; None is a step that still has to come."""

    horen: int | None = None
    advies: int | None = None
    besluit: int | None = None
    toetsing: int | None = None
    verzending: int | None = None
    voorstel: Voorstel = Voorstel.OPLEGGEN
    akkoord: bool = True


@dataclass(frozen=True)
class Mens:
    """One person.

    ``leeftijd`` in years on the ijkdag, ``gemeld`` the day of the melding in werkdagen back, ``komst`` the kick-offs
    with what came of them, ``kennismaking`` the outcomes of that appointment, ``niet`` the moves that were forgotten
    and ``tot`` the move at which it all stopped.
    """

    voornamen: str
    achternaam: str
    leeftijd: int
    gemeld: int
    route: Route
    _: KW_ONLY
    kanaal: Kanaal = Kanaal.DIGITAAL
    partner_van: str | None = None
    kenmerken: tuple[Kenmerk, ...] = ()
    bijzonder: tuple[Bijzonder, ...] = ()
    komst: Mapping[str, Presentie] = field(default_factory=dict)
    kennismaking: tuple[Presentie, ...] = ()
    zaak: Zaakloop | None = None
    mutatie_afgewezen: str | None = None
    niet: tuple[Wat, ...] = ()
    tot: Wat | None = None

    @property
    def naam(self) -> str:
        """Full name, by which the demo knows this person."""
        return f"{self.voornamen} {self.achternaam}"

    @property
    def jongere(self) -> bool:
        """Tell whether the rules for jongeren hold."""
        return self.leeftijd < _JONGERE_TOT

    @property
    def gescreend(self) -> int:
        """The day of the screening, in werkdagen back: at the desk a day after the melding, else two days."""
        return self.gemeld - (1 if self.kanaal is Kanaal.FYSIEK else 2)

    @property
    def ingedeeld(self) -> int:
        """The day of the ambitiegesprek and the indeling, in werkdagen back."""
        return self.gescreend - 4

    def is_(self, bijzonder: Bijzonder) -> bool:
        """Tell whether something is true of this journey."""
        return bijzonder in self.bijzonder


Gezin = tuple[Mens, ...]
"""Who reports, and the partner if there is one."""


def bsn_van(nummer: int) -> str:
    """Return a BSN of the test range for the ``nummer``-th person."""
    basis = _EERSTE_BSN + 2 * nummer
    bsn = bsn_uit_basis(basis) or bsn_uit_basis(basis + 1)
    assert bsn is not None
    return bsn


def geboren(nummer: int, leeftijd: int, ijkdag: date) -> date:
    """Return a birth date that makes somebody ``leeftijd`` years old on the ijkdag."""
    maand, dag = nummer * 5 % 12 + 1, nummer * 7 % 28 + 1
    nog_niet_jarig = (maand, dag) > (ijkdag.month, ijkdag.day)
    return date(ijkdag.year - leeftijd - nog_niet_jarig, maand, dag)
