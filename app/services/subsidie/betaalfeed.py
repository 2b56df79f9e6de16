"""Betaalfeed: the financial administration fetches the orders in order, and answers each of them once."""

from __future__ import annotations

from uuid import UUID

from app.db.klant import Klant
from app.db.subsidie import betaling as db
from app.db.subsidie.betaling import Betaalopdracht
from app.db.subsidie.subsidie import Subsidie, Subsidietermijn, Termijnstand
from app.domain.kern.fouten import Conflict
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.subsidie.betaling import Betaalsoort, Betaalstand
from app.services.handeling import Handeling
from app.services.subsidie.betaalopdrachten import (
    BetaalafwijzingOpdracht,
    BetaalbevestigingOpdracht,
    BetaalleveringOpdracht,
)
from app.services.subsidie.betaaltaak import werk_betaaltaak_bij
from app.services.subsidie.betalen import vind_opdracht
from app.services.subsidie.budget import boek_betaling, boek_tegenboeking
from app.services.subsidie.taken import Taaksoort, vraag
from app.services.vastleggen import leg_vast


def haal_op(h: Handeling, opdracht: BetaalleveringOpdracht) -> list[Betaalopdracht]:
    """Hand out the oldest orders that were not fetched, each once; from then on they cannot be cancelled.

    The dossiers are locked in the order of their number, so that two who fetch do not wait in a ring.
    """
    kandidaten = db.bladzijde(h.sessie, h.actor, 0, opdracht.aantal, Betaalstand.AANGEBODEN)
    klanten = {nummer: h.klant(nummer) for nummer in sorted({rij.klant_id for rij in kandidaten})}
    geleverd = []
    for rij in kandidaten:
        h.sessie.refresh(rij)
        if rij.stand is Betaalstand.AANGEBODEN:
            rij.stand, rij.opgehaald_op = Betaalstand.OPGEHAALD, h.nu
            leg_vast(h, Inzetsoort.BETAALOPDRACHT_OPGEHAALD, rij, klanten[rij.klant_id], {"nr": rij.nr})
            geleverd.append(rij)
    return geleverd


def bevestig(h: Handeling, opdracht: BetaalbevestigingOpdracht, opdracht_id: UUID) -> Betaalopdracht:
    """Record that an order was paid (or the counter-entry booked). Raises Conflict when it was answered before."""
    rij, klant = vind_opdracht(h, opdracht_id)
    _moet_opgehaald_zijn(rij)
    rij.stand, rij.antwoord_op, rij.extern_kenmerk = Betaalstand.BETAALD, h.nu, opdracht.extern_kenmerk
    if rij.soort is Betaalsoort.BETALING:
        termijn = h.sessie.get_one(Subsidietermijn, rij.termijn_id, populate_existing=True)
        termijn.stand = Termijnstand.BETAALD
        termijn.versie += 1
        boek_betaling(h, klant, termijn, rij)
    leg_vast(h, Inzetsoort.BETAALOPDRACHT_BEVESTIGD, rij, klant, {"nr": rij.nr})
    return rij


def wijs_af(h: Handeling, opdracht: BetaalafwijzingOpdracht, opdracht_id: UUID) -> Betaalopdracht:
    """Record that an order could not be paid; it comes back as a taak and can be ordered again."""
    rij, klant = vind_opdracht(h, opdracht_id)
    _moet_opgehaald_zijn(rij)
    rij.stand, rij.antwoord_op, rij.reden = Betaalstand.MISLUKT, h.nu, opdracht.reden
    if rij.tegenboeking_van is not None:
        _herstel(h, klant, rij.tegenboeking_van, opdracht.reden)
    subsidie = h.sessie.get_one(Subsidie, rij.subsidie_id)
    vraag(h, klant, subsidie, Taaksoort.HERSTEL)
    leg_vast(h, Inzetsoort.BETAALOPDRACHT_MISLUKT, rij, klant, {"nr": rij.nr})
    return rij


def _herstel(h: Handeling, klant: Klant, fout_id: UUID, reden: str) -> None:
    """Let a payment stand again of which the counter-entry failed: the money did not come back."""
    fout = h.sessie.get_one(Betaalopdracht, fout_id, populate_existing=True)
    termijn = h.sessie.get_one(Subsidietermijn, fout.termijn_id, populate_existing=True)
    fout.versie += 1
    if fout.antwoord_op is None:
        fout.stand = Betaalstand.OPGEHAALD
        return
    fout.stand = Betaalstand.BETAALD
    boek_tegenboeking(h, klant, termijn, fout.bedrag, reden)
    termijn.stand = Termijnstand.BETAALD
    termijn.versie += 1
    werk_betaaltaak_bij(h, klant, h.sessie.get_one(Subsidie, fout.subsidie_id))


def _moet_opgehaald_zijn(rij: Betaalopdracht) -> None:
    if rij.stand is not Betaalstand.OPGEHAALD:
        raise Conflict(f"Deze betaalopdracht is {rij.stand.value}.", "niet_te_beantwoorden")
