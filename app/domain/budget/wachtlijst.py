"""Wachtlijst: who waits for money, in the order in which they asked, and who is helped when some comes free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.domain.budget.beleid import BudgetBeleid
from app.domain.kern.geld import euro
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen


class Wachtstand(StrEnum):
    """Somebody waits, may be helped now, was helped, or no longer asks."""

    WACHT = "wacht"
    AAN_DE_BEURT = "aan_de_beurt"
    GEHOLPEN = "geholpen"
    VERVALLEN = "vervallen"


class Wachtende(BaseModel):
    """One who waits: for which subject, and for how much more than is kept for it (eurocents)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    onderwerp_id: UUID
    bedrag: int


def vrij_voor(over: int | None, rij: Sequence[Wachtende], onderwerp_id: UUID) -> int | None:
    """Return what is left for a subject after those before it in the row; who is not in it comes last."""
    if over is None:
        return None
    for wachtende in rij:
        if wachtende.onderwerp_id == onderwerp_id:
            break
        over -= wachtende.bedrag
    return over


def aan_de_beurt(over: int | None, rij: Sequence[Wachtende]) -> tuple[UUID, ...]:
    """Return who can be helped with what is left, in order; nobody passes one for whom it is not enough yet."""
    gekozen = []
    for wachtende in rij:
        if over is not None:
            over -= wachtende.bedrag
            if over < 0:
                break
        gekozen.append(wachtende.onderwerp_id)
    return tuple(gekozen)


def taak_vrij(bedrag: int, naam: str, rol: Rol, dag: date, beleid: BudgetBeleid) -> TaakVoorstel:
    """Return the taak for who put a subject on the waiting list: money came free."""
    return TaakVoorstel(
        soort="budget_vrijgekomen",
        wat=f"Behandel de aanvraag verder: er is {euro(bedrag)} vrijgekomen voor {naam}.",
        waarom="Deze aanvraag stond op de wachtlijst en is nu aan de beurt; zo lang blijft het geld hiervoor vrij.",
        rol=rol,
        grondslag=beleid.taak_werkdagen.grondslag,
        uiterste=tel_werkdagen(dag, beleid.taak_werkdagen.waarde),
    )
