"""Prognose: what a budget will have cost at the end of its year, and how that was worked out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.budget.stand import Bedragen
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro, naar_verhouding


class Prognose(BaseModel):
    """Eurocents at the end of the year; ``methode`` is a Dutch text with the numbers filled in.

    ``over`` is what would be left of the ceiling; None without a ceiling.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    betaald: int
    nog_te_betalen: int
    gereserveerd: int
    verwachte_instroom: int
    totaal: int
    over: int | None
    methode: str


def voorspel(jaar: int, dag: date, stand: Bedragen, instroom: int, plafond: int | None) -> Prognose:
    """Forecast the end of ``jaar``: paid, still to pay, kept, and new promises at the pace of so far.

    ``instroom`` is what was newly promised since 1 January. Before and after the year nothing new is expected.
    """
    verwacht, methode = _instroom(jaar, dag, instroom)
    totaal = stand.beslag + verwacht
    return Prognose(
        betaald=stand.betaald,
        nog_te_betalen=stand.nog_te_betalen,
        gereserveerd=stand.gereserveerd,
        verwachte_instroom=verwacht,
        totaal=totaal,
        over=None if plafond is None else plafond - totaal,
        methode=f"Betaald + nog te betalen + gereserveerd + verwachte nieuwe verplichtingen. {methode}",
    )


def _instroom(jaar: int, dag: date, instroom: int) -> tuple[int, str]:
    begin, einde = date(jaar, 1, 1), date(jaar + 1, 1, 1)
    if dag < begin:
        return 0, "Het jaar is nog niet begonnen; nieuwe verplichtingen zijn niet geschat."
    if dag >= einde:
        return 0, "Het jaar is voorbij; er komen geen nieuwe verplichtingen bij."
    voorbij, rest = (dag - begin).days + 1, (einde - dag).days - 1
    verwacht = max(0, naar_verhouding(instroom, Decimal(rest), Decimal(voorbij)))
    uitleg = (
        f"Tot en met {datum_voluit(dag)} ({voorbij} dagen) kwam er {euro(instroom)} aan verplichtingen bij; "
        f"in dat tempo komt er in de {rest} dagen die resten {euro(verwacht)} bij."
    )
    return verwacht, uitleg
