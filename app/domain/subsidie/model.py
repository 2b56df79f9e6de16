"""What every regeling gives the engine: the amounts per termijn, each with its formula and the figures behind it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Herkomst
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep

Cent = Annotated[int, Field(ge=0, le=2_000_000_000)]


class Regelingcode(StrEnum):
    """The regelingen; three of them are for employers and are never added up under one heading (DEV-SUB-901)."""

    STARTBAANSUBSIDIE = "startbaansubsidie"
    TEGEMOETKOMING = "tijdelijke_tegemoetkoming_loonkosten"
    LOONKOSTENSUBSIDIE = "loonkostensubsidie"
    UITSTROOMPREMIE = "uitstroompremie"
    VERGOEDING = "vergoeding"


class Ontvanger(StrEnum):
    """Who is paid, and to whom the besluit goes."""

    WERKGEVER = "werkgever"
    KLANT = "klant"


class Subsidiedictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or open."""

    TOEKENNEN = "toekennen"
    AFWIJZEN = "afwijzen"
    NIET_IN_BEHANDELING = "niet_in_behandeling"
    VOORLEGGEN = "voorleggen"


class Bijlagesoort(StrEnum):
    """What goes with an invoice."""

    LOONSTROOK = "loonstrook"
    LAATSTE_LOONSTROOK = "laatste_loonstrook"
    ARBEIDSOVEREENKOMST = "arbeidsovereenkomst"
    BETAALBEWIJS = "betaalbewijs"
    ANDERS = "anders"


class Vast(BaseModel):
    """Base of facts and outcomes: frozen, and nothing that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GebruiktCijfer(Vast):
    """A figure on which an amount rests; ``waarde`` is in eurocents, or a percentage.

    ``beleid``, ``veld`` and ``per`` say where it stands (the subject, its field and the day that counts), which is
    also where it is confirmed. ``voorlopig``: there is no figure for that day yet, so the last one was taken.
    """

    naam: str
    waarde: int | Decimal
    grondslag: Grondslag
    herkomst: Herkomst
    beleid: str
    veld: str
    per: date
    voorlopig: bool = False


class Termijn(Vast):
    """One amount (eurocents) that can be paid once; ``formule`` tells in Dutch how it came about.

    ``maand`` is the first day of the month that it is for, None when it is for no month. An invoice of before
    ``betaalbaar_vanaf`` is refused, and so is one without ``bijlagen``. ``begrensd``: the maximum applied.
    """

    nummer: Annotated[int, Field(ge=1)]
    maand: date | None = None
    bedrag: Cent
    formule: str
    cijfers: tuple[GebruiktCijfer, ...] = ()
    betaalbaar_vanaf: date
    bijlagen: tuple[Bijlagesoort, ...] = ()
    begrensd: bool = False


class Betaalschema(Vast):
    """The termijnen of one grant; together they are the granted amount, to the cent."""

    termijnen: tuple[Termijn, ...]
    totaal: Cent
    formule: str

    @model_validator(mode="after")
    def _telt_op(self) -> Self:
        som = sum(termijn.bedrag for termijn in self.termijnen)
        if som != self.totaal:
            raise ValueError(f"de termijnen zijn samen {euro(som)} en niet {euro(self.totaal)}")
        return self

    @classmethod
    def van(cls, *termijnen: Termijn, formule: str) -> Self:
        """Put a schedule together."""
        return cls(termijnen=termijnen, totaal=sum(termijn.bedrag for termijn in termijnen), formule=formule)


class Dienstverbandfeiten(Vast):
    """The employment for which is asked, in the half-open period ``[van, tot)``; without ``tot`` it is indefinite.

    ``uren`` are the guaranteed paid hours per week, ``loon`` is the gross wage and ``lasten`` the employer charges per
    month (eurocents). None means not known.
    """

    van: date
    tot: date | None = None
    uren: Annotated[Decimal, Field(ge=0, le=60)] | None = None
    loon: Cent | None = None
    lasten: Cent | None = None
    uitzendbeding: bool | None = None


class EerdereSubsidie(Vast):
    """Another subsidy about the same klant that was asked for or granted, and did not end in a refusal.

    ``zelfde_werkgever`` and ``zelfde_dienstverband`` compare with the one that is being judged; ``bedrag`` is what was
    granted (eurocents), ``kader`` for which traject or employment.
    """

    regeling: Regelingcode
    toegekend: bool
    zelfde_werkgever: bool = False
    zelfde_dienstverband: bool = False
    bedrag: Cent = 0
    kader: str | None = None


class Subsidiefeiten(Vast):
    """What every regeling is judged on; each adds its own ``gegevens`` and figures.

    ``buiten_behandeling``: the besluiter will not treat the aanvraag because it stayed incomplete; that takes an
    ``aanvullen_tot`` that has passed (Awb 4:5). ``motivering`` is the besluiter's own.
    ``budget_op``: there is no money left, and no waiting list; ``wachtplaats`` is the place on one.
    """

    ontvangen_op: date
    dienstverband: Dienstverbandfeiten | None = None
    klantgroep: Klantgroep | None = None
    eerdere: tuple[EerdereSubsidie, ...] = ()
    aanvullen_tot: date | None = None
    buiten_behandeling: bool = False
    motivering: str | None = None
    budget_op: bool = False
    wachtplaats: int | None = None
