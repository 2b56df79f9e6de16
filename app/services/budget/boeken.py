"""Booking on a budget: keep, promise, pay, receive back, give free. The row of the budget is locked all the while.

Other rooms call these within their own transaction. A booking that was made already is not made again: of a subject in
a year, keeping and promising the same amount, and a payment with the same ``kenmerk``. Who books on several years or
regelingen in one transaction does so through ``boek_alle``, so that nobody waits in a ring.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from uuid_utils.compat import uuid7

from app.db.budget import budget as db
from app.db.budget.budget import Budget
from app.db.budget.budget import Budgetboeking as Boekrij
from app.domain.budget.beleid import BijUitputting, BudgetBeleid, Regelingcode
from app.domain.budget.stand import (
    Bedragen,
    Boekstap,
    over,
    toets_budget,
    verschil_betaling,
    verschil_reservering,
    verschil_terugontvangst,
    verschil_verplichting,
    verschil_vrijgave,
)
from app.domain.budget.wachtlijst import vrij_voor
from app.domain.kern.fouten import Conflict, Geweigerd
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import Uitkomst
from app.services.budget import wachtlijst
from app.services.budget.namen import naam_van
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


class Budgetboeking(BaseModel):
    """What is booked: for which regeling (a voorziening's code is one too), year and subject, in eurocents.

    ``jaar`` is the year to which the costs belong, ``kenmerk`` tells several payments of one subject apart.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    gemeente: str
    regeling: Regelingcode
    jaar: Annotated[int, Field(ge=2015, le=2100)]
    bedrag: Annotated[int, Field(ge=0)]
    onderwerp_soort: str
    onderwerp_id: UUID
    kenmerk: str = ""


@dataclass(frozen=True)
class Boekuitslag:
    """What came of it: ``geboekt``, or the place on the waiting list; ``over`` is what the budget has left."""

    geboekt: bool
    plaats: int | None
    over: int | None


Verschil = Callable[[Bedragen], Bedragen]


def reserveer(h: Handeling, boeking: Budgetboeking) -> Boekuitslag:
    """Keep an amount for a subject, in place of what was kept for it.

    When the money is gone: Geweigerd that names what is left, or a place on the waiting list, by policy.
    """
    return _boek(h, boeking, Boekstap.RESERVERING, lambda nu: verschil_reservering(nu, boeking.bedrag))


def verplicht(h: Handeling, boeking: Budgetboeking) -> Boekuitslag:
    """Promise an amount in all, with the besluit that grants it; what was kept for it is used up.

    A besluit cannot wait: raises Geweigerd when the money is gone, with a waiting list too.
    """
    return _boek(h, boeking, Boekstap.VERPLICHTING, lambda nu: verschil_verplichting(nu, boeking.bedrag))


def betaal(h: Handeling, boeking: Budgetboeking) -> Boekuitslag:
    """Pay out of what was promised. Raises Conflict for more, or for another amount under the same ``kenmerk``."""
    return _boek(h, boeking, Boekstap.BETALING, lambda nu: verschil_betaling(nu, boeking.bedrag))


def ontvang_terug(h: Handeling, boeking: Budgetboeking) -> Boekuitslag:
    """Book that money came back; it can be given to another."""
    return _boek(h, boeking, Boekstap.TERUGONTVANGST, lambda nu: verschil_terugontvangst(nu, boeking.bedrag))


def geef_vrij(h: Handeling, boeking: Budgetboeking) -> Boekuitslag:
    """Give free what is kept for a subject and what was promised and not paid; ``bedrag`` does not count.

    Its place on the waiting list lapses, and who waits is helped.
    """
    wachtlijst.verlaat(h, _slot(h, boeking), boeking.onderwerp_id)
    return _boek(h, boeking, Boekstap.VRIJGAVE, verschil_vrijgave)


def corrigeer(h: Handeling, boeking: Budgetboeking, bij: Bedragen, reden: str) -> None:
    """Book a difference that follows from undoing or lowering something, with the reason; who waits is helped."""
    budget = _slot(h, boeking)
    schrijf(h, budget, boeking, Boekstap.CORRECTIE, bij, reden)
    if bij.beslag < 0:
        wachtlijst.help_verder(h, budget)


STAPPEN: Final = {
    Boekstap.RESERVERING: reserveer,
    Boekstap.VERPLICHTING: verplicht,
    Boekstap.BETALING: betaal,
    Boekstap.TERUGONTVANGST: ontvang_terug,
    Boekstap.VRIJGAVE: geef_vrij,
}


def boek_alle(h: Handeling, stap: Boekstap, boekingen: Iterable[Budgetboeking]) -> list[Boekuitslag]:
    """Book a subject in several years or regelingen, in an order that is the same for everybody."""
    op_volgorde = sorted(boekingen, key=lambda boeking: (boeking.gemeente, boeking.regeling, boeking.jaar))
    return [STAPPEN[stap](h, boeking) for boeking in op_volgorde]


def _slot(h: Handeling, boeking: Budgetboeking) -> Budget:
    return db.vergrendel(h.sessie, h.actor, boeking.gemeente, boeking.regeling, boeking.jaar)


def _boek(h: Handeling, boeking: Budgetboeking, stap: Boekstap, verschil: Verschil) -> Boekuitslag:
    budget, nieuw_beslag = _slot(h, boeking), stap in (Boekstap.RESERVERING, Boekstap.VERPLICHTING)
    if not nieuw_beslag and _al_geboekt(h, budget, boeking, stap):
        return Boekuitslag(True, None, over(budget.plafond, budget.stand))
    bij = verschil(db.post(h.sessie, budget.id, boeking.onderwerp_id))
    plaats = _plaats(h, budget, boeking, bij, wachten=stap is Boekstap.RESERVERING) if nieuw_beslag else None
    if plaats is None and nieuw_beslag:
        wachtlijst.verlaat(h, budget, boeking.onderwerp_id, geholpen=True)
    if plaats is None and bij != Bedragen():
        schrijf(h, budget, boeking, stap, bij)
    if bij.beslag < 0:
        wachtlijst.help_verder(h, budget)
    return Boekuitslag(plaats is None, plaats, over(budget.plafond, budget.stand))


def _al_geboekt(h: Handeling, budget: Budget, boeking: Budgetboeking, stap: Boekstap) -> bool:
    if stap is Boekstap.VRIJGAVE:
        return False
    h.sessie.flush()
    eerder = db.laatste(h.sessie, budget.id, boeking.onderwerp_id, stap, boeking.kenmerk)
    if eerder is not None and eerder.bedrag != boeking.bedrag:
        raise Conflict("Onder dit kenmerk is al een ander bedrag geboekt.", "al_geboekt")
    return eerder is not None


def _plaats(h: Handeling, budget: Budget, boeking: Budgetboeking, bij: Bedragen, *, wachten: bool) -> int | None:
    """Return the place on the waiting list; None when it fits. Raises Geweigerd when it does not and cannot wait."""
    beleid = h.beleid.geldend(BudgetBeleid, boeking.gemeente, h.vandaag).beleid
    gevolg = beleid.gevolg(boeking.regeling)
    rij = wachtlijst.rij(h, budget) if gevolg is BijUitputting.WACHTLIJST else ()
    vrij = vrij_voor(over(budget.plafond, budget.stand), rij, boeking.onderwerp_id)
    toets = toets_budget(bij.beslag, vrij, naam_van(h, boeking.gemeente, boeking.regeling), boeking.jaar)
    if toets.uitkomst is Uitkomst.VOLDAAN or gevolg is BijUitputting.BOEKEN:
        return None
    if wachten and gevolg is BijUitputting.WACHTLIJST:
        return wachtlijst.sluit_aan(h, budget, boeking.onderwerp_soort, boeking.onderwerp_id, bij.beslag)
    raise Geweigerd(toets.toelichting, [toets], "budget_op")


def schrijf(
    h: Handeling, budget: Budget, boeking: Budgetboeking, stap: Boekstap, bij: Bedragen, reden: str | None = None
) -> None:
    """Add a booking to the ledger and to the sums of its budget, which must be locked."""
    rij = Boekrij(
        id=uuid7(),
        organisatie=budget.organisatie,
        budget_id=budget.id,
        **boeking.model_dump(include={"onderwerp_soort", "onderwerp_id", "kenmerk", "bedrag"}),
        stap=stap,
        **bij.model_dump(),
        reden=reden,
        geboekt_op=h.nu,
        geboekt_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    nieuw = budget.stand.plus(bij)
    budget.gereserveerd, budget.verplicht, budget.betaald = nieuw.gereserveerd, nieuw.verplicht, nieuw.betaald
    inhoud = {"stap": stap, "jaar": budget.jaar, "regeling": budget.regeling, "bedrag": boeking.bedrag}
    leg_vast(h, Inzetsoort.BUDGET_GEBOEKT, budget, None, inhoud | {"boekingId": rij.id})
