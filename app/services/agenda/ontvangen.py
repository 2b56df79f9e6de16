"""Who is there: the arrival of a klant at the desk, with the people who came along."""

from __future__ import annotations

from uuid import UUID

from app.db.agenda import punt as db
from app.domain.agenda.soorten import Agendastatus
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.tijd import dag
from app.services.agenda.beeld import Puntbeeld, puntbeelden
from app.services.agenda.opdrachten import AankomstOpdracht
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def meld_aankomst(h: Handeling, opdracht: AankomstOpdracht, agendapunt_id: UUID) -> Puntbeeld:
    """Record that the klant is there and who came along, or correct that (DEV-DOE-009).

    Raises NietGevonden, and Conflict for a bijeenkomst, another day, or a conversation that does not take place.
    """
    punt = db.punt(h.sessie, h.actor.organisatie, agendapunt_id)
    if punt is None:
        raise NietGevonden("Dit agendapunt is niet gevonden.")
    if punt.klant_id is None:
        raise Conflict("Gebruik de presentielijst van de bijeenkomst.", "gebruik_presentielijst")
    klant = h.klant(punt.klant_id)
    h.sessie.refresh(punt)
    h.controleer_versie(punt)
    if punt.status is not Agendastatus.GEPLAND or dag(punt.begin) != h.vandaag:
        raise Conflict("Een aankomst hoort bij een gesprek dat vandaag gepland staat.", "niet_vandaag")
    punt.aankomst_op = h.nu if opdracht.aangekomen else None
    punt.aanwezig = sorted({rol.value for rol in opdracht.aanwezig}) if opdracht.aangekomen else []
    inhoud = {"agendapuntId": punt.id, "aangekomen": opdracht.aangekomen, "aanwezig": punt.aanwezig}
    leg_vast(h, Soort.AFSPRAAK_AANKOMST_GEMELD, punt, klant, inhoud)
    return puntbeelden(h, [punt])[0]
