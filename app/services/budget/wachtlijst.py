"""The waiting list of a budget: joined in order, left when helped or withdrawn, and told when money comes free."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.budget import budget as db
from app.db.budget.budget import Budget, Budgetwachtende
from app.db.taak import Taakstatus
from app.domain.budget.beleid import BudgetBeleid
from app.domain.budget.stand import over
from app.domain.budget.wachtlijst import Wachtende, Wachtstand, aan_de_beurt, taak_vrij
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.rollen import Rol
from app.services.budget.namen import naam_van
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast

TAAK: Final = "budget_vrijgekomen"
_BEHANDELAARS: Final = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR)


def rij(h: Handeling, budget: Budget) -> list[Wachtende]:
    """Return who waits for a budget, in order, for a rule."""
    h.sessie.flush()
    return [Wachtende(onderwerp_id=w.onderwerp_id, bedrag=w.bedrag) for w in db.rij(h.sessie, budget.id)]


def sluit_aan(h: Handeling, budget: Budget, soort: str, onderwerp_id: UUID, bedrag: int) -> int:
    """Put a subject on the waiting list, or keep its place with another amount; return the place, from 1 on."""
    al = next((w for w in db.rij(h.sessie, budget.id) if w.onderwerp_id == onderwerp_id), None)
    if al is None:
        al = Budgetwachtende(
            id=uuid7(),
            organisatie=budget.organisatie,
            budget_id=budget.id,
            onderwerp_soort=soort,
            onderwerp_id=onderwerp_id,
            bedrag=bedrag,
            stand=Wachtstand.WACHT,
            rol=next((rol for rol in _BEHANDELAARS if h.actor.heeft(rol)), Rol.ADMINISTRATIE),
            medewerker_id=h.actor.medewerker_id,
            sinds=h.nu,
            versie=0,
        )
        h.sessie.add(al)
        leg_vast(h, Inzetsoort.BUDGET_WACHTLIJST, al, None, {"budgetId": budget.id, "bedrag": bedrag})
    elif al.bedrag != bedrag:
        al.bedrag = bedrag
        leg_vast(h, Inzetsoort.BUDGET_WACHTLIJST, al, None, {"budgetId": budget.id, "bedrag": bedrag})
    return [w.onderwerp_id for w in rij(h, budget)].index(onderwerp_id) + 1


def verlaat(h: Handeling, budget: Budget, onderwerp_id: UUID, *, geholpen: bool = False) -> None:
    """Take a subject off the waiting list: it was helped, or no longer asks."""
    for wachtende in db.rij(h.sessie, budget.id):
        if wachtende.onderwerp_id == onderwerp_id:
            wachtende.stand = Wachtstand.GEHOLPEN if geholpen else Wachtstand.VERVALLEN
            wachtende.klaar_op = h.nu
            sluit_taken(h, wachtende.onderwerp_id, TAAK, status=Taakstatus.GEDAAN if geholpen else Taakstatus.VERVALLEN)
            leg_vast(h, Inzetsoort.BUDGET_WACHTLIJST_VERLATEN, wachtende, None, {"stand": wachtende.stand})
            if not geholpen:
                help_verder(h, budget)


def help_verder(h: Handeling, budget: Budget) -> None:
    """Tell who waits and can be helped with what is left, in order; each hears it once.

    When the money turns out not to be there after all, who was told waits again and the taak lapses.
    """
    h.sessie.flush()
    wachtenden = db.rij(h.sessie, budget.id)
    gekozen = set(aan_de_beurt(over(budget.plafond, budget.stand), rij(h, budget))) if wachtenden else set()
    beleid = h.beleid.geldend(BudgetBeleid, budget.gemeente, h.vandaag).beleid
    for wachtende in wachtenden:
        nieuw = Wachtstand.AAN_DE_BEURT if wachtende.onderwerp_id in gekozen else Wachtstand.WACHT
        if wachtende.stand is nieuw:
            continue
        wachtende.stand = nieuw
        if nieuw is Wachtstand.AAN_DE_BEURT:
            naam = naam_van(h, budget.gemeente, budget.regeling)
            voorstel = taak_vrij(wachtende.bedrag, naam, wachtende.rol, h.vandaag, beleid)
            maak_taak(h, voorstel, Bestemming(wachtende.onderwerp_id, None, wachtende.medewerker_id))
        else:
            sluit_taken(h, wachtende.onderwerp_id, TAAK, status=Taakstatus.VERVALLEN)
        leg_vast(h, Inzetsoort.BUDGET_WACHTLIJST, wachtende, None, {"budgetId": budget.id, "stand": nieuw})
