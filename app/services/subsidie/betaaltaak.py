"""Betaaltaak: while something of a subsidie is to be paid, one taak asks to release it, from its first day on."""

from __future__ import annotations

from app.db import taak as taken
from app.db.klant import Klant
from app.db.subsidie import betaling as betalingen
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidie, Termijnstand
from app.db.taak import Taakstatus
from app.services.handeling import Handeling
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.subsidie.taken import Taaksoort, vraag_vanaf
from app.services.taak import begin_van, sluit_taken


def werk_betaaltaak_bij(h: Handeling, klant: Klant, rij: Subsidie, *, gedaan: bool = False) -> None:
    """Ask once for what waits to be paid, not before it can be; ``gedaan`` tells that an order was just given."""
    h.sessie.flush()
    if gedaan:
        sluit_taken(h, rij.id, Taaksoort.BETALING, Taaksoort.HERSTEL)
    na_factuur = UITVOERINGEN[rij.regeling].regels.betaald_na_factuur
    wacht = Termijnstand.GEFACTUREERD if na_factuur else Termijnstand.OPEN
    lopend = {o.termijn_id for o in betalingen.betaalopdrachten(h.sessie, [rij.id]) if o.loopt}
    wachtend = [t for t in db.termijnen(h.sessie, [rij.id]) if t.stand is wacht and t.id not in lopend]
    if not wachtend:
        sluit_taken(h, rij.id, Taaksoort.BETALING, status=Taakstatus.VERVALLEN)
        return
    eerste = h.vandaag if na_factuur else max(h.vandaag, min(t.betaalbaar_vanaf for t in wachtend))
    uiterlijk = max(h.nu, begin_van(eerste))
    if any(taak.zichtbaar_vanaf <= uiterlijk for taak in taken.open_taken(h.sessie, rij.id, (Taaksoort.BETALING,))):
        return
    sluit_taken(h, rij.id, Taaksoort.BETALING, status=Taakstatus.VERVALLEN)
    vraag_vanaf(h, klant, rij, Taaksoort.BETALING, eerste)
