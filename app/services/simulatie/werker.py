"""What the worker does with simulations: chunk by chunk over the cores, each with its progress.

The decisions are those that stood when the simulation was asked for, whenever they are read: a worker that is killed
loses nothing, and the next goes on after the last chunk that was committed.
"""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.db.sessie import Sessies, transactie
from app.db.simulatie import simulatie as db
from app.db.simulatie.simulatie import Beleidssimulatie, Kring, Simulatiestaat
from app.domain.beleid.register import Register
from app.domain.kern.rollen import Actor
from app.domain.kern.tijd import dag
from app.domain.simulatie.beleid import SimulatieBeleid
from app.domain.simulatie.telling import Telling
from app.domain.simulatie.uitkomst import maak_uitkomst
from app.domain.simulatie.wijziging import Wijziging
from app.domain.sturing.beleid import SturingBeleid
from app.services.besluit.rekenaars import MAATREGEL
from app.services.handeling import Handeling
from app.services.simulatie.ploeg import Ploeg
from app.services.simulatie.rekenen import Brok, Geval, reken
from app.services.simulatie.simulaties import rond_af
from app.services.simulatie.wijzigingen import gewijzigd

KLANTEN_PER_BROK = 500
BROKKEN_PER_RONDE = 20
KLEIN = 2_000
"""Up to so many decisions the worker counts by itself: starting processes would take longer."""

POGINGEN: Final = 3
DOEL: Final = "Voorbereiden van beleid"
PLOEG: Final = Ploeg()
log = structlog.get_logger("simulatie")


@dataclass(frozen=True)
class Werker:
    """Who works on which simulation, and when."""

    sessies: Sessies
    register: Register
    actor: Actor
    nu: datetime
    nummer: UUID

    def pak_open(self, sessie: Session) -> Beleidssimulatie | None:
        """Lock the simulation and read it again; None when it has ended meanwhile."""
        simulatie = db.simulatie(sessie, self.actor.organisatie, self.nummer, vergrendel=True)
        return None if simulatie is None or simulatie.staat not in db.OPEN else simulatie

    def rond_af(
        self, sessie: Session, simulatie: Beleidssimulatie, staat: Simulatiestaat, reden: str | None = None
    ) -> None:
        """End the simulation; the correlation id is that of the request."""
        h = Handeling(
            sessie=sessie,
            actor=self.actor,
            register=self.register,
            nu=self.nu,
            naam="simuleerBeleid",
            doel=DOEL,
            correlatie_id=simulatie.correlatie_id,
        )
        rond_af(h, simulatie, staat, reden)


@dataclass(frozen=True)
class Werk:
    """One simulation in the hands of the worker, with the changed policies by the hash of the old."""

    wie: Werker
    simulatie: Beleidssimulatie
    kring: Kring
    beleid: dict[str, str | None]
    leeftijdsgrenzen: tuple[int, ...]


@dataclass(frozen=True)
class Gelezen:
    """A chunk on its way: after which klant it begins, with which it ends, and what will come of it."""

    vanaf: UUID | None
    tot: UUID
    telling: Future[Telling]


def simuleer_verder(sessies: Sessies, register: Register, actor: Actor, nu: datetime) -> int:
    """Go on for a while with the oldest simulation of this organisation; return how many chunks were done."""
    with transactie(sessies, actor) as sessie:
        wachtend = db.openstaand(sessie, actor.organisatie)
    if not wachtend:
        return 0
    wie = Werker(sessies, register, actor, nu, wachtend[0])
    try:
        werk = _begin(wie)
        return 1 if werk is None else _doe_brokken(werk)
    except OperationalError:
        raise
    except BrokenExecutor:
        log.exception("rekenproces_weggevallen", simulatie_id=str(wie.nummer))
        PLOEG.sluit()
        _nog_eens(wie)
    except Exception:
        log.exception("simulatie_mislukt", simulatie_id=str(wie.nummer))
        _mislukt(wie)
    return 1


def _begin(wie: Werker) -> Werk | None:
    """Read what the chunks have in common; None when the simulation was cancelled in the meantime."""
    with transactie(wie.sessies, wie.actor) as sessie:
        simulatie = wie.pak_open(sessie)
        if simulatie is None:
            return None
        kring = Kring(wie.actor, MAATREGEL, simulatie.gemeente, simulatie.van, simulatie.tot, simulatie.gevraagd_op)
        if simulatie.staat is Simulatiestaat.GEVRAAGD:
            simulatie.gevallen, simulatie.staat = db.tel_gevallen(sessie, kring), Simulatiestaat.BEZIG
        wijzigingen = [Wijziging.model_validate(wijziging) for wijziging in simulatie.wijzigingen]
        beleid = {sha256: gewijzigd(inhoud, wijzigingen) for sha256, inhoud in db.beleid_van(sessie, kring).items()}
    geldend = wie.register.geldend(SimulatieBeleid, simulatie.gemeente, dag(simulatie.gevraagd_op))
    return Werk(wie, simulatie, kring, beleid, geldend.beleid.leeftijdsgrenzen.waarde)


def _doe_brokken(werk: Werk) -> int:
    """Read ahead while chunks are computed, and add them up in order."""
    plek, gelezen, over = werk.simulatie.plek, 0, True
    onderweg: deque[Gelezen] = deque()
    begin = time.perf_counter()
    while True:
        while over and gelezen < BROKKEN_PER_RONDE and len(onderweg) <= 2 * PLOEG.processen:
            brok = _lees(werk, plek)
            if brok is None:
                over = False
                break
            onderweg.append(brok)
            plek, gelezen = brok.tot, gelezen + 1
        if not onderweg:
            break
        if not _leg_weg(werk, onderweg.popleft(), begin):
            return gelezen
        begin = time.perf_counter()
    if not over:
        _klaar(werk)
    return gelezen + 1


def _lees(werk: Werk, na: UUID | None) -> Gelezen | None:
    with transactie(werk.wie.sessies, werk.wie.actor) as sessie:
        rijen = db.gevallen(sessie, werk.kring, na, KLANTEN_PER_BROK)
    if not rijen:
        return None
    gevallen = tuple(Geval._make(rij) for rij in rijen)
    brok = Brok(gevallen, werk.beleid, werk.leeftijdsgrenzen)
    return Gelezen(na, gevallen[-1].klant_id, _zelf(brok) if werk.simulatie.gevallen <= KLEIN else PLOEG.reken(brok))


def _zelf(brok: Brok) -> Future[Telling]:
    klaar: Future[Telling] = Future()
    klaar.set_result(reken(brok))
    return klaar


def _leg_weg(werk: Werk, gelezen: Gelezen, begin: float) -> bool:
    """Commit a chunk with its progress; False when the simulation was ended or another worker did this chunk."""
    telling = gelezen.telling.result()
    with transactie(werk.wie.sessies, werk.wie.actor) as sessie:
        simulatie = werk.wie.pak_open(sessie)
        if simulatie is None:
            PLOEG.sluit()
        if simulatie is None or simulatie.plek != gelezen.vanaf:
            return False
        samen = Telling.lees(simulatie.tussenstand)
        samen.plus(telling)
        simulatie.tussenstand = samen.bewaar()
        simulatie.plek = gelezen.tot
        simulatie.gedaan += telling.aantal
        simulatie.duur_ms += round((time.perf_counter() - begin) * 1000)
    return True


def _klaar(werk: Werk) -> None:
    PLOEG.sluit()
    with transactie(werk.wie.sessies, werk.wie.actor) as sessie:
        simulatie = werk.wie.pak_open(sessie)
        if simulatie is not None:
            uitkomst = maak_uitkomst(Telling.lees(simulatie.tussenstand), _kleinste_cel(werk))
            simulatie.uitkomst = uitkomst.model_dump(mode="json")
            werk.wie.rond_af(sessie, simulatie, Simulatiestaat.KLAAR)


def _kleinste_cel(werk: Werk) -> int:
    peildag = dag(werk.simulatie.gevraagd_op)
    return werk.wie.register.geldend(SturingBeleid, werk.simulatie.gemeente, peildag).beleid.kleinste_cel.waarde


def _mislukt(wie: Werker) -> None:
    PLOEG.sluit()
    with transactie(wie.sessies, wie.actor) as sessie:
        simulatie = wie.pak_open(sessie)
        if simulatie is not None:
            reden = "De dienst kon deze simulatie niet uitrekenen; noem haar nummer."
            wie.rond_af(sessie, simulatie, Simulatiestaat.MISLUKT, reden)


def _nog_eens(wie: Werker) -> None:
    """Let the simulation go on in the next round, but not for ever."""
    with transactie(wie.sessies, wie.actor) as sessie:
        simulatie = wie.pak_open(sessie)
        if simulatie is None:
            return
        simulatie.pogingen += 1
        if simulatie.pogingen >= POGINGEN:
            reden = "De rekenprocessen vielen steeds weg; waarschijnlijk is er te weinig geheugen."
            wie.rond_af(sessie, simulatie, Simulatiestaat.MISLUKT, reden)
