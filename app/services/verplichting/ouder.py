"""The plan and the reviews of a lone parent with an ontheffing (Participatiewet 9a)."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import plan as plannen
from app.db.klant import Klant
from app.db.taak import Taakstatus, taken_van_onderwerp
from app.db.verplichting import verplichting as db
from app.db.verplichting.verplichting import Ontheffing, Ontheffingbeoordeling
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.verplichting.beleid import VerplichtingBeleid
from app.domain.verplichting.einde import (
    HERBEOORDELING,
    PLAN,
    herbeoordelen_vanaf,
    herbeoordeling,
    herzientaak,
    plantaak,
)
from app.domain.verplichting.feiten import Ontheffingsoort, Stand, stand_op
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast
from app.services.verplichting.opdrachten import OntheffingbeoordelingOpdracht


def begeleid_ouder(h: Handeling, klant: Klant, rij: Ontheffing, beleid: VerplichtingBeleid) -> None:
    """Ask for the plan within six months, unless there is one in force, and for the next review."""
    if stand_op(h.vandaag, rij.van, rij.tot, ingetrokken=False) is Stand.AFGELOPEN:
        return
    gedaan = any(
        taak.soort == PLAN and taak.status is Taakstatus.GEDAAN for taak in taken_van_onderwerp(h.sessie, rij.id)
    )
    if not gedaan and plannen.plan_op(h.sessie, klant.id, max(h.vandaag, rij.van)) is None:
        maak_taak(h, plantaak(rij.van, beleid), Bestemming(rij.id, klant))
    _vraag_herbeoordeling(h, klant, rij, beleid)


def _vraag_herbeoordeling(h: Handeling, klant: Klant, rij: Ontheffing, beleid: VerplichtingBeleid) -> None:
    eerdere = [b.datum for b in db.beoordelingen(h.sessie, klant.id) if b.ontheffing_id == rij.id]
    assert rij.tot is not None
    taak = herbeoordeling(max(eerdere, default=rij.van), rij.tot, beleid)
    if taak is not None:
        vanaf = max(herbeoordelen_vanaf(taak, beleid), h.vandaag)
        maak_taak(h, taak, Bestemming(rij.id, klant), vanaf=vanaf)


def beoordeel(h: Handeling, opdracht: OntheffingbeoordelingOpdracht, ontheffing_id: UUID) -> Ontheffing:
    """Record the review; the next follows six months later, or a besluit when it does not fit any more.

    Raises Conflict when the ontheffing does not run.
    """
    rij = db.vind(h.sessie, h.actor, Ontheffing, ontheffing_id)
    if rij is None:
        raise NietGevonden("Deze ontheffing is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    datum = opdracht.datum or h.vandaag
    if rij.soort is not Ontheffingsoort.ALLEENSTAANDE_OUDER or rij.ingetrokken_op is not None:
        raise Conflict("Alleen een ontheffing van een alleenstaande ouder wordt zo beoordeeld.", "geen_herbeoordeling")
    if datum > h.vandaag or stand_op(datum, rij.van, rij.tot, ingetrokken=False) is not Stand.LOPEND:
        raise OngeldigeInvoer({"datum": "Geef een dag waarop de ontheffing liep, niet na vandaag."})
    h.sessie.add(
        Ontheffingbeoordeling(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=klant.id,
            ontheffing_id=rij.id,
            datum=datum,
            past_nog=opdracht.past_nog,
            toelichting=opdracht.toelichting,
            vastgelegd_op=h.nu,
            vastgelegd_door=h.actor.medewerker_id,
        )
    )
    sluit_taken(h, rij.id, HERBEOORDELING)
    leg_vast(h, Soort.ONTHEFFING_BEOORDEELD, rij, klant, {"datum": datum, "pastNog": opdracht.past_nog})
    beleid = h.beleid.geldend(VerplichtingBeleid, klant.gemeente, h.vandaag).beleid
    if opdracht.past_nog:
        _vraag_herbeoordeling(h, klant, rij, beleid)
    else:
        maak_taak(h, herzientaak(h.vandaag, beleid), Bestemming(rij.id, klant))
    return rij
