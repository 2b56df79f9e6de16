"""Delivery by the worker: claim, send outside the transaction, record what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.bericht import bericht as db
from app.db.bericht.bericht import Bericht, Berichtstatus
from app.db.klant import Klant
from app.db.sessie import Sessies, transactie
from app.domain.beleid.register import Register
from app.domain.bericht.beleid import BerichtBeleid
from app.domain.bericht.herhaling import wachttijd
from app.domain.bericht.kanaal import Berichtkanaal, internationaal
from app.domain.bericht.taken import mislukttaak
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Actor
from app.domain.kern.tijd import dag
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.bericht.bezorger import Bezorger, Bezorgfout, Zending
from app.services.bericht.gevolgen import na_verzending
from app.services.bericht.ics import met_deelnemer
from app.services.bericht.klaarzetten import neem_terug
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak
from app.services.vastleggen import leg_vast

PER_KEER: Final = 20
PER_RONDE: Final = 200
CLAIM: Final = timedelta(minutes=15)
"""Longer than a batch can take with the slowest adapter; after a crash the messages wait this long."""
log = structlog.get_logger("bezorgen")


@dataclass(frozen=True)
class Uitslag:
    """What came of one attempt."""

    kenmerk: str | None = None
    fout: str | None = None
    blijvend: bool = False


@dataclass(frozen=True)
class Post:
    """What the delivery of one organisation works with."""

    sessies: Sessies
    register: Register
    actor: Actor
    nu: datetime

    def handeling(self, sessie: Session) -> Handeling:
        """Make the context in which the worker records."""
        return Handeling(
            sessie=sessie,
            actor=self.actor,
            register=self.register,
            nu=self.nu,
            naam="berichten_bezorgen",
            doel="Bezorgen van berichten",
            correlatie_id=str(uuid7()),
        )


def bezorg_berichten(post: Post, bezorger: Bezorger) -> int:
    """Deliver what is due; return how many attempts were made.

    Each attempt is claimed and recorded in transactions of its own, and none is open while the message travels. So a
    message goes at least once: who crashes in between sends it again when the claim is over.
    """
    gedaan = 0
    while gedaan < PER_RONDE and (zendingen := claim(post)):
        for zending in zendingen:
            _bezorg_een(post, bezorger, zending)
        gedaan += len(zendingen)
    return gedaan


def claim(post: Post) -> list[Zending]:
    """Take the next messages in hand; withdraws those whose moment is over."""
    with transactie(post.sessies, post.actor) as sessie:
        zendingen = []
        for bericht, klant in db.te_bezorgen(sessie, post.actor.organisatie, post.nu, PER_KEER):
            if bericht.niet_na is not None and bericht.niet_na < post.nu:
                neem_terug(bericht, "Het was te laat om dit bericht nog te sturen.")
                continue
            bericht.geclaimd_tot = post.nu + CLAIM
            bericht.pogingen += 1
            zendingen.append(_zending(post, bericht, klant))
        return zendingen


def _zending(post: Post, bericht: Bericht, klant: Klant) -> Zending:
    afzender = post.register.geldend(BerichtBeleid, klant.gemeente, dag(post.nu)).beleid.afzender.waarde
    mail = bericht.kanaal is Berichtkanaal.MAIL
    adres = klant.email if mail else klant.telefoon and internationaal(klant.telefoon)
    return Zending(
        bericht_id=bericht.id,
        klant_id=klant.id,
        kanaal=bericht.kanaal,
        adres=adres or "",
        afzender=afzender.naam,
        afzender_email=afzender.email,
        onderwerp=bericht.onderwerp,
        inhoud=bericht.inhoud,
        agenda=bericht.agenda if mail else None,
        poging=bericht.pogingen,
    )


def _bezorg_een(post: Post, bezorger: Bezorger, zending: Zending) -> None:
    uitslag = _probeer(bezorger, zending, post.nu)
    try:
        with transactie(post.sessies, post.actor) as sessie:
            verwerk(post.handeling(sessie), zending, uitslag)
    except Exception:
        # The claim stays: the message is offered again when it is over.
        log.exception("bezorging_niet_vastgelegd", bericht_id=str(zending.bericht_id))


def _probeer(bezorger: Bezorger, zending: Zending, nu: datetime) -> Uitslag:
    if not zending.adres:
        return Uitslag(fout="adres_ontbreekt", blijvend=True)
    try:
        if zending.agenda is not None:
            zending = replace(zending, agenda=met_deelnemer(zending.agenda, zending.adres))
        return Uitslag(kenmerk=bezorger.bezorg(zending, nu))
    except Bezorgfout as fout:
        return Uitslag(fout=fout.code, blijvend=fout.blijvend)
    except Exception as fout:
        log.warning("bezorging_mislukt", bericht_id=str(zending.bericht_id), fout=type(fout).__name__)
        return Uitslag(fout=type(fout).__name__)


def verwerk(h: Handeling, zending: Zending, uitslag: Uitslag) -> None:
    """Record one attempt: sent, to be tried again, or given up with a taak for a person."""
    klant = h.klant(zending.klant_id)
    bericht = h.sessie.get_one(Bericht, zending.bericht_id, populate_existing=True)
    bericht.geclaimd_tot = None
    bericht.laatste_fout = uitslag.fout
    if uitslag.fout is None:
        zet_verzonden(h, klant, bericht, uitslag.kenmerk)
        return
    pauze = None if uitslag.blijvend else wachttijd(zending.poging)
    if bericht.status is not Berichtstatus.WACHTEND:
        return
    bericht.volgende_poging = h.nu + pauze if pauze else None
    if pauze is None:
        _geef_op(h, klant, bericht)


def zet_verzonden(h: Handeling, klant: Klant, bericht: Bericht, kenmerk: str | None) -> None:
    """Record that a message is on its way, even one that was withdrawn at the last moment (DEV-AFS-001)."""
    bericht.status = Berichtstatus.VERZONDEN
    bericht.verzonden_op = h.nu
    bericht.extern_kenmerk = kenmerk
    bericht.volgende_poging = bericht.reden = None
    inhoud = {"sjabloon": bericht.sjabloon, "kanaal": bericht.kanaal, "onderwerpId": bericht.onderwerp_id}
    leg_vast(h, Soort.BERICHT_VERZONDEN, bericht, klant, inhoud)
    na_verzending(h, klant, bericht)


def _geef_op(h: Handeling, klant: Klant, bericht: Bericht) -> None:
    bericht.status = Berichtstatus.MISLUKT
    voorstel = mislukttaak(bericht.sjabloon.replace("_", " "), tel_werkdagen(h.vandaag, 1))
    maak_taak(h, voorstel, Bestemming(bericht.id, klant))
    inhoud = {"sjabloon": bericht.sjabloon, "kanaal": bericht.kanaal, "fout": bericht.laatste_fout}
    leg_vast(h, Soort.BERICHT_MISLUKT, bericht, klant, inhoud)
