"""Budgets: setting and changing a ceiling, correcting what was booked, and looking at what is left (DEV-FIN-901)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.budget import budget as db
from app.db.budget.budget import Budget, Budgetplafond, Budgetwachtende
from app.domain.budget.beleid import BudgetBeleid, Regelingcode
from app.domain.budget.prognose import Prognose, voorspel
from app.domain.budget.stand import Bedragen, Boekstap, over, verschil_correctie
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.services.budget import wachtlijst
from app.services.budget.boeken import Budgetboeking, schrijf
from app.services.budget.namen import naam_van, namen
from app.services.handeling import Handeling, Opdracht
from app.services.taak import begin_van
from app.services.vastleggen import leg_vast

Reden = Annotated[str, StringConstraints(min_length=5, max_length=500)]
Cent = Annotated[int, Field(ge=0, le=100_000_000_000)]


class PlafondOpdracht(Opdracht):
    """Het plafond van een regeling in een jaar, of dat er geen (meer) is."""

    plafond: Cent | None = Field(description="In eurocenten; leeg als er geen plafond geldt.", examples=[25_000_000])
    reden: Reden = Field(examples=["Vastgesteld bij de begroting."])


class BudgetOpdracht(PlafondOpdracht):
    """Een regeling (of voorziening) met een plafond voor een kalenderjaar."""

    gemeente: str = Field(pattern=r"^GM[0-9]{4}$", examples=["GM0150"])
    regeling: Regelingcode = Field(examples=["startbaansubsidie"])
    jaar: int = Field(ge=2015, le=2100, examples=[2026])


class BudgetcorrectieOpdracht(Opdracht):
    """Wat er voor een onderwerp had moeten staan; het verschil wordt geboekt, met de reden."""

    onderwerp_id: UUID
    onderwerp_soort: Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,40}$")] = Field(examples=["subsidie"])
    gereserveerd: Cent = 0
    verplicht: Cent = 0
    betaald: Cent = 0
    reden: Reden = Field(examples=["Deze betaling is op een andere regeling geboekt."])


@dataclass(frozen=True)
class Budgetbeeld:
    """A budget with its name and programma, what is left, and the forecast."""

    budget: Budget
    naam: str
    programma: int
    over: int | None
    prognose: Prognose


@dataclass(frozen=True)
class Budgetdetail:
    """A budget with its ceilings, newest first, and who waits, in order."""

    beeld: Budgetbeeld
    plafonds: Sequence[Budgetplafond]
    wachtenden: Sequence[Budgetwachtende]


def stel_vast(h: Handeling, opdracht: BudgetOpdracht) -> Budgetdetail:
    """Set the ceiling of a regeling and year for the first time. Raises Conflict when it was set already."""
    if opdracht.gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    bekend = namen(h, opdracht.gemeente)
    if opdracht.regeling not in bekend:
        raise OngeldigeInvoer({"regeling": f"Hierop wordt niets geboekt. Kies een van: {', '.join(sorted(bekend))}."})
    budget = db.vergrendel(h.sessie, h.actor, opdracht.gemeente, opdracht.regeling, opdracht.jaar)
    if db.plafonds(h.sessie, budget.id):
        raise Conflict("Het plafond is al vastgesteld; wijzig het bij dit budget.", "plafond_bestaat")
    return _zet(h, budget, opdracht)


def wijzig_plafond(h: Handeling, opdracht: PlafondOpdracht, budget_id: UUID) -> Budgetdetail:
    """Change the ceiling, or take it away. It may become less than what was promised: then nothing more fits."""
    budget = _vind(h, budget_id, slot=True)
    h.controleer_versie(budget)
    return _zet(h, budget, opdracht)


def _zet(h: Handeling, budget: Budget, opdracht: PlafondOpdracht) -> Budgetdetail:
    h.sessie.add(
        Budgetplafond(
            id=uuid7(),
            organisatie=budget.organisatie,
            budget_id=budget.id,
            plafond=opdracht.plafond,
            reden=opdracht.reden,
            vastgesteld_op=h.nu,
            vastgesteld_door=h.actor.medewerker_id,
        )
    )
    budget.plafond = opdracht.plafond
    wachtlijst.help_verder(h, budget)
    inhoud = {"regeling": budget.regeling, "jaar": budget.jaar, "plafond": budget.plafond}
    leg_vast(h, Inzetsoort.BUDGET_PLAFOND_GEZET, budget, None, inhoud)
    return _detail(h, budget)


def corrigeer(h: Handeling, opdracht: BudgetcorrectieOpdracht, budget_id: UUID) -> Budgetdetail:
    """Book the difference between what stands for a subject and what should; the ledger keeps both."""
    budget = _vind(h, budget_id, slot=True)
    h.controleer_versie(budget)
    nu = db.post(h.sessie, budget.id, opdracht.onderwerp_id)
    wordt = Bedragen(**opdracht.model_dump(include=set(Bedragen.model_fields)))
    bij = verschil_correctie(nu, wordt)
    if bij == Bedragen():
        raise Conflict("Dit staat er al zo.", "geen_verschil")
    boeking = Budgetboeking(
        gemeente=budget.gemeente,
        regeling=budget.regeling,
        jaar=budget.jaar,
        bedrag=wordt.beslag,
        onderwerp_soort=opdracht.onderwerp_soort,
        onderwerp_id=opdracht.onderwerp_id,
    )
    schrijf(h, budget, boeking, Boekstap.CORRECTIE, bij, opdracht.reden)
    wachtlijst.help_verder(h, budget)
    return _detail(h, budget)


def overzicht(h: Handeling, jaar: int) -> list[Budgetbeeld]:
    """Show the budgets of a year, with a fixed number of queries; costs without a ceiling are among them."""
    budgetten = db.budgetten(h.sessie, h.actor, jaar)
    instroom = db.instroom(h.sessie, [b.id for b in budgetten], begin_van(date(jaar, 1, 1)))
    return [_beeld(h, budget, instroom.get(budget.id, 0)) for budget in budgetten]


def bekijk(h: Handeling, budget_id: UUID) -> Budgetdetail:
    """Show one budget."""
    return _detail(h, _vind(h, budget_id))


def boekingen(h: Handeling, budget_id: UUID, na: int, aantal: int) -> list[db.Budgetboeking]:
    """Return a page of what was booked, oldest first."""
    return db.boekingen(h.sessie, _vind(h, budget_id).id, na, aantal)


def _vind(h: Handeling, budget_id: UUID, *, slot: bool = False) -> Budget:
    budget = db.budget(h.sessie, h.actor, budget_id, slot=slot)
    if budget is None:
        raise NietGevonden("Dit budget is niet gevonden.")
    return budget


def _detail(h: Handeling, budget: Budget) -> Budgetdetail:
    h.sessie.flush()
    instroom = db.instroom(h.sessie, [budget.id], begin_van(date(budget.jaar, 1, 1))).get(budget.id, 0)
    plafonds, wachtenden = db.plafonds(h.sessie, budget.id), db.rij(h.sessie, budget.id)
    return Budgetdetail(_beeld(h, budget, instroom), plafonds, wachtenden)


def _beeld(h: Handeling, budget: Budget, instroom: int) -> Budgetbeeld:
    beleid = h.beleid.geldend(BudgetBeleid, budget.gemeente, h.vandaag).beleid
    prognose = voorspel(budget.jaar, h.vandaag, budget.stand, instroom, budget.plafond)
    vrij = over(budget.plafond, budget.stand)
    return Budgetbeeld(budget, naam_van(h, budget.gemeente, budget.regeling), beleid.programma.waarde, vrij, prognose)
