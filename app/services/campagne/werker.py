"""What the worker does with campaigns: recipients a chunk at a time, and the signal when there were too few."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db import taak as taken
from app.db.campagne import campagne as db
from app.db.campagne.campagne import Campagne
from app.db.sessie import Sessies, transactie
from app.domain.beleid.register import Register
from app.domain.campagne.campagne import TAAK, CampagneBeleid, Campagnestand, campagnetaak, signaaldag
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.rollen import Actor
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Uitkomst
from app.services.campagne.plannen import bekijk_jaar, jaaronderwerp
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak
from app.services.vastleggen import leg_vast, log_verwerking

KLANTEN_PER_DEEL: Final = 5_000
DELEN_PER_RONDE: Final = 20


def werk_campagnes_af(sessies: Sessies, register: Register, actor: Actor, nu: datetime) -> int:
    """Make the recipients of campaigns that are being sent, each chunk in a transaction of its own; return how many.

    A worker that is killed loses nothing: the next goes on after the last recipient that was committed.
    """
    gedaan = 0
    for _ in range(DELEN_PER_RONDE):
        with transactie(sessies, actor) as sessie:
            nummer = db.bezig(sessie, actor)
            rij = db.campagne(sessie, actor, nummer, vergrendel=True) if nummer else None
            if rij is None or rij.stand is not Campagnestand.BEZIG:
                break
            gedaan += _deel(_handeling(sessie, register, actor, nu), rij)
    return gedaan


def _deel(h: Handeling, rij: Campagne) -> int:
    gemaakt = db.maak_ontvangers(h.sessie, rij, h.nu, KLANTEN_PER_DEEL)
    rij.gemaakt += len(gemaakt)
    if gemaakt:
        rij.tot_klant_id = gemaakt[-1]
        log_verwerking(h, gemaakt, "gedaan")
    if len(gemaakt) < KLANTEN_PER_DEEL:
        rij.stand, rij.verzonden_op = Campagnestand.VERZONDEN, h.nu
        leg_vast(h, Organisatiesoort.CAMPAGNE_VERZONDEN, rij, None, {"ontvangers": rij.gemaakt})
    return len(gemaakt)


def signaleer_campagnes(sessies: Sessies, register: Register, actor: Actor, nu: datetime) -> int:
    """Ask for a campaign in the last part of a year with too few, once; return how many taken were made."""
    vandaag, gedaan = dag(nu), 0
    for gemeente in actor.gemeenten:
        if gemeente not in register.gemeenten():
            continue
        beleid = register.geldend(CampagneBeleid, gemeente, vandaag).beleid
        if vandaag < signaaldag(vandaag.year, beleid):
            continue
        with transactie(sessies, actor) as sessie:
            gedaan += _signaleer(_handeling(sessie, register, actor, nu), gemeente, beleid)
    return gedaan


def _signaleer(h: Handeling, gemeente: str, beleid: CampagneBeleid) -> int:
    jaar = h.vandaag.year
    onderwerp = jaaronderwerp(h.actor.organisatie, gemeente, jaar)
    genoeg = bekijk_jaar(h, gemeente, jaar).toets.uitkomst is Uitkomst.VOLDAAN
    if genoeg or taken.alle_taken_over(h.sessie, onderwerp, TAAK):
        return 0
    maak_taak(h, campagnetaak(jaar, beleid), Bestemming(onderwerp, None))
    return 1


def _handeling(sessie: Session, register: Register, actor: Actor, nu: datetime) -> Handeling:
    return Handeling(
        sessie=sessie,
        actor=actor,
        register=register,
        nu=nu,
        naam="campagne",
        doel="Bekendheid van minimaregelingen",
        correlatie_id=str(uuid7()),
    )
