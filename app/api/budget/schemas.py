"""Antwoorden over budgetten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.paginering import cursor
from app.api.schema import Uit
from app.domain.budget.stand import Boekstap
from app.domain.budget.wachtlijst import Wachtstand
from app.services.budget.budgetten import Budgetbeeld, Budgetdetail


class Budgetprognose(Uit):
    """Wat het jaar naar verwachting kost, en hoe dat is berekend; in eurocenten."""

    betaald: int
    nog_te_betalen: int
    gereserveerd: int
    verwachte_instroom: int
    totaal: int
    over: int | None = Field(description="Wat dan van het plafond over is; leeg zonder plafond.")
    methode: str


class Budgetregel(Uit):
    """Een regeling in een jaar, in eurocenten. Zonder plafond wordt niets geweigerd."""

    id: UUID
    versie: int
    gemeente: str
    programma: int = Field(description="Programma van de begroting.", examples=[7])
    regeling: str
    naam: str
    jaar: int = Field(examples=[2026])
    plafond: int | None
    gereserveerd: int
    verplicht: int = Field(description="Toegezegd in besluiten, ook wat daarvan is betaald.")
    betaald: int
    over: int | None = Field(description="Plafond min gereserveerd en verplicht; leeg zonder plafond.")
    prognose: Budgetprognose

    @classmethod
    def velden(cls, beeld: Budgetbeeld) -> dict[str, Any]:
        """Return the fields that every view of a budget shows."""
        rij = beeld.budget
        eigen = ("id", "versie", "gemeente", "regeling", "jaar", "plafond", "gereserveerd", "verplicht", "betaald")
        return {naam: getattr(rij, naam) for naam in eigen} | {
            "programma": beeld.programma,
            "naam": beeld.naam,
            "over": beeld.over,
            "prognose": Budgetprognose.model_validate(beeld.prognose),
        }


class Budgetten(Uit):
    """De budgetten van een jaar, met wat er in totaal is geboekt."""

    jaar: int
    gereserveerd: int
    verplicht: int
    betaald: int
    budgetten: list[Budgetregel]

    @classmethod
    def van(cls, jaar: int, beelden: Sequence[Budgetbeeld]) -> Self:
        """Add up the budgets."""
        regels = [Budgetregel(**Budgetregel.velden(beeld)) for beeld in beelden]
        return cls(
            jaar=jaar,
            gereserveerd=sum(regel.gereserveerd for regel in regels),
            verplicht=sum(regel.verplicht for regel in regels),
            betaald=sum(regel.betaald for regel in regels),
            budgetten=regels,
        )


class Vastgesteldplafond(Uit):
    """Een plafond dat is vastgesteld, of weggenomen."""

    plafond: int | None
    reden: str
    vastgesteld_op: datetime
    vastgesteld_door: UUID


class Budgetwachtende(Uit):
    """Wie op geld wacht, op volgorde; `aan_de_beurt` kan nu worden behandeld."""

    plaats: int
    onderwerp_soort: str
    onderwerp_id: UUID
    bedrag: int
    stand: Wachtstand
    sinds: datetime


class Budget(Budgetregel):
    """Een budget met zijn plafonds, het nieuwste eerst, en de wachtlijst."""

    plafonds: list[Vastgesteldplafond]
    wachtlijst: list[Budgetwachtende]

    @classmethod
    def toon(cls, detail: Budgetdetail) -> Self:
        """Show a budget."""
        velden = ("onderwerp_soort", "onderwerp_id", "bedrag", "stand", "sinds")
        return cls(
            **cls.velden(detail.beeld),
            plafonds=[Vastgesteldplafond.model_validate(p) for p in detail.plafonds],
            wachtlijst=[
                Budgetwachtende(plaats=plaats, **{naam: getattr(w, naam) for naam in velden})
                for plaats, w in enumerate(detail.wachtenden, start=1)
            ],
        )


class Boekingsregel(Uit):
    """Een boeking; de laatste drie bedragen zijn wat zij veranderde."""

    id: UUID
    onderwerp_soort: str
    onderwerp_id: UUID
    stap: Boekstap
    kenmerk: str
    bedrag: int
    gereserveerd: int
    verplicht: int
    betaald: int
    reden: str | None
    geboekt_op: datetime
    geboekt_door: UUID


class Boekingsregels(Uit):
    """Wat op een budget is geboekt, het oudste eerst."""

    boekingen: list[Boekingsregel]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste bladzijde.")

    @classmethod
    def van(cls, rijen: Sequence[Any], aantal: int) -> Self:
        """Show a page."""
        volgende = cursor(rijen[-1].nr) if len(rijen) == aantal else None
        return cls(boekingen=[Boekingsregel.model_validate(rij) for rij in rijen], volgende=volgende)
