"""Booking a subject over the years in which it runs, and giving free whatever it still holds."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from app.db.budget import budget as db
from app.domain.budget.stand import Boekstap
from app.services.budget.boeken import Boekuitslag, Budgetboeking, boek_alle
from app.services.handeling import Handeling


def boek_jaren(h: Handeling, stap: Boekstap, boeking: Budgetboeking, per_jaar: Mapping[int, int]) -> list[Boekuitslag]:
    """Book a subject in every year for its part; what ``boeking`` says of year and amount does not count."""
    delen = [boeking.model_copy(update={"jaar": jaar, "bedrag": bedrag}) for jaar, bedrag in per_jaar.items()]
    return boek_alle(h, stap, delen)


def betaald_per_jaar(h: Handeling, onderwerp_id: UUID) -> dict[int, int]:
    """Return what stands as paid for a subject in each year, without what came back."""
    h.sessie.flush()
    jaren: dict[int, int] = {}
    for rij in db.van_onderwerpen(h.sessie, [onderwerp_id]):
        jaren[rij.jaar] = jaren.get(rij.jaar, 0) + int(rij.betaald)
    return jaren


def geef_onderwerp_vrij(h: Handeling, gemeente: str, soort: str, onderwerp_id: UUID) -> None:
    """Give free what is kept or promised for a subject and not paid, in all its years; its place in a row lapses."""
    h.sessie.flush()
    sleutels = {(rij.regeling, rij.jaar) for rij in db.van_onderwerpen(h.sessie, [onderwerp_id])}
    sleutels |= {(rij.regeling, rij.jaar) for rij in db.wacht_op(h.sessie, onderwerp_id)}
    boek_alle(
        h,
        Boekstap.VRIJGAVE,
        [
            Budgetboeking(
                gemeente=gemeente,
                regeling=regeling,
                jaar=jaar,
                bedrag=0,
                onderwerp_soort=soort,
                onderwerp_id=onderwerp_id,
            )
            for regeling, jaar in sleutels
        ],
    )
