"""Ronde: what the worker does when nobody asks. Deliver outbox and messages, and let terms that are over run out."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete, func, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db import taak as taken
from app.db.diagnose.levering import vergeet_verlopen
from app.db.historie import Feed, Gebeurtenis, Idempotentie, Outbox
from app.db.mutatie import Mutatie, Mutatiestatus
from app.db.organisatie import Organisatie, alle_organisaties
from app.db.sessie import Sessies, transactie
from app.domain.beleid.register import Register
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.tijd import dag
from app.services.bericht.bezorgen import Post, bezorg_berichten
from app.services.bericht.bezorger import Bezorger
from app.services.diagnose.herstel import koppel_alsnog
from app.services.diagnose.werker import werk_af
from app.services.handeling import Handeling
from app.services.taak import verstrijk

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
        vraag = (
            select(Outbox, Gebeurtenis)
            .join(Gebeurtenis, Gebeurtenis.id == Outbox.gebeurtenis_id)
            .where(Outbox.organisatie == actor.organisatie, Outbox.afgeleverd_op.is_(None))
        )
        rijen = sessie.execute(vraag.order_by(Outbox.nr).limit(PER_KEER)).all()
        feed_nr = _laatste(sessie, Feed, actor)
        mutatie_nr = _laatste(sessie, Mutatie, actor)
        for outbox, gebeurtenis in rijen:
            feed_nr += 1
            sessie.add(Feed(organisatie=actor.organisatie, nr=feed_nr, gebeurtenis_id=gebeurtenis.id))
            if outbox.mutatie is not None:
                mutatie_nr += 1
                sessie.add(_mutatie(outbox, gebeurtenis, mutatie_nr, nu))
            outbox.afgeleverd_op = nu
        return len(rijen)


def _laatste(sessie: Session, reeks: type[Feed] | type[Mutatie], actor: Actor) -> int:
    return sessie.scalar(select(func.max(reeks.nr)).where(reeks.organisatie == actor.organisatie)) or 0


def _mutatie(outbox: Outbox, gebeurtenis: Gebeurtenis, nr: int, nu: datetime) -> Mutatie:
    inhoud = dict(outbox.mutatie or {})
    return Mutatie(
        id=uuid7(),
        organisatie=outbox.organisatie,
        klant_id=gebeurtenis.klant_id,
        nr=nr,
        gebeurtenis_id=gebeurtenis.id,
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
                gedaan += verstrijk(_termijnbewaking(sessie, register, actor, nu), termijn_id)
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
