"""Ronde: what the worker does when nobody asks. Deliver outbox and messages, and let terms that are over run out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Row, delete, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db import taak as taken
from app.db.diagnose.levering import vergeet_verlopen
from app.db.historie import Idempotentie
from app.db.mutatie import Mutatie, Mutatiestatus, laatste_mutatie
from app.db.organisatie import Organisatie, alle_organisaties
from app.db.reeks import zet_in_feed
from app.db.sessie import Sessies, transactie
from app.domain.bekonnected.toetsen import START as BEKONNECTED_START
from app.domain.beleid.register import Register
from app.domain.blokkering.situatie import WACHTTERMIJN
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.tijd import dag
from app.services.bekonnected.bewaking import vraag_start
from app.services.bericht.bezorgen import Post, bezorg_berichten
from app.services.bericht.bezorger import Bezorger
from app.services.blokkering.situaties import begin_na_termijn
from app.services.campagne.werker import signaleer_campagnes, werk_campagnes_af
from app.services.diagnose.herstel import koppel_alsnog
from app.services.diagnose.werker import werk_af
from app.services.handeling import Handeling
from app.services.simulatie.werker import simuleer_verder
from app.services.taak import verstrijk

BEGINT_VANZELF = {WACHTTERMIJN: begin_na_termijn, BEKONNECTED_START: vraag_start}
SYSTEEM = UUID("00000000-0000-7000-8000-000000000001")
PER_KEER = 500
SLEUTEL_BEWAARTIJD = timedelta(days=2)
_EEN_BEZORGER = text("SELECT pg_advisory_xact_lock(hashtext('iom.outbox'), hashtext(:organisatie))")
log = structlog.get_logger("ronde")


def systeem(organisatie: Organisatie) -> Actor:
    """Return the actor of the worker: it sees the whole organisation and acts for nobody."""
    return Actor(
        SYSTEEM, "systeem", organisatie.id, tuple(organisatie.gemeenten), (), frozenset({Rol.KOPPELING}), "worker"
    )


def ronde(sessies: Sessies, register: Register, nu: datetime, bezorger: Bezorger | None = None) -> int:
    """Do all that is due at ``nu``, for every organisation; return how many things were done.

    Without a ``bezorger`` the messages to klanten wait.
    """
    with sessies() as sessie:
        organisaties = alle_organisaties(sessie)
    gedaan = 0
    for organisatie in organisaties:
        actor = systeem(organisatie)
        gedaan += laat_verstrijken(sessies, register, actor, nu)
        if bezorger is not None:
            gedaan += bezorg_berichten(Post(sessies, register, actor, nu), bezorger)
        gedaan += werk_af(sessies, register, actor, nu)
        gedaan += koppel_alsnog(sessies, register, actor, nu)
        gedaan += simuleer_verder(sessies, register, actor, nu)
        gedaan += werk_campagnes_af(sessies, register, actor, nu)
        gedaan += signaleer_campagnes(sessies, register, actor, nu)
        while aantal := lever_af(sessies, actor, nu):
            gedaan += aantal
        ruim_op(sessies, actor, nu)
    return gedaan


def lever_af(sessies: Sessies, actor: Actor, nu: datetime) -> int:
    """Deliver the next part of the outbox: number it in the feed and offer its mutaties.

    One sender at a time per organisation (advisory lock); delivery and its mark are one transaction, so that a
    crash repeats nothing and loses nothing.
    """
    with transactie(sessies, actor) as sessie:
        sessie.execute(_EEN_BEZORGER, {"organisatie": actor.organisatie})
        rijen = zet_in_feed(sessie, actor.organisatie, nu, PER_KEER)
        opdrachten = [rij for rij in rijen if rij.mutatie is not None]
        if opdrachten:
            eerste = laatste_mutatie(sessie, actor.organisatie) + 1
            sessie.add_all(_mutatie(actor, rij, nr, nu) for nr, rij in enumerate(opdrachten, eerste))
        return len(rijen)


def _mutatie(actor: Actor, rij: Row[Any], nr: int, nu: datetime) -> Mutatie:
    inhoud = dict(rij.mutatie)
    return Mutatie(
        id=uuid7(),
        organisatie=actor.organisatie,
        klant_id=rij.klant_id,
        nr=nr,
        gebeurtenis_id=rij.gebeurtenis_id,
        soort=inhoud.pop("soort"),
        inhoud=inhoud,
        status=Mutatiestatus.AANGEBODEN,
        aangeboden_op=nu,
        versie=1,
    )


def laat_verstrijken(sessies: Sessies, register: Register, actor: Actor, nu: datetime) -> int:
    """Let every term that is over run out, each in a transaction of its own; return how many did.

    A term that cannot run out is logged, stays as it is and holds up no other.
    """
    with transactie(sessies, actor) as sessie:
        verstreken = taken.verstreken_termijnen(sessie, actor.organisatie, dag(nu))
    gedaan = 0
    for termijn_id in verstreken:
        try:
            with transactie(sessies, actor) as sessie:
                gedaan += verstrijk(_termijnbewaking(sessie, register, actor, nu), termijn_id, BEGINT_VANZELF)
        except OperationalError:
            raise
        except Exception:
            log.exception("termijn_niet_verstreken", termijn_id=str(termijn_id))
    return gedaan


def _termijnbewaking(sessie: Session, register: Register, actor: Actor, nu: datetime) -> Handeling:
    return Handeling(
        sessie=sessie,
        actor=actor,
        register=register,
        nu=nu,
        naam="termijnbewaking",
        doel="Bewaken van termijnen",
        correlatie_id=str(uuid7()),
    )


def ruim_op(sessies: Sessies, actor: Actor, nu: datetime) -> None:
    """Forget stored answers to POSTs after two days, and records that were set aside when their time is over."""
    with transactie(sessies, actor) as sessie:
        vergeet_verlopen(sessie, actor.organisatie, dag(nu))
        verlopen = Idempotentie.aangemaakt < nu - SLEUTEL_BEWAARTIJD
        sessie.execute(delete(Idempotentie).where(Idempotentie.organisatie == actor.organisatie, verlopen))
