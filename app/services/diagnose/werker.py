"""What the worker does with deliveries: chunk by chunk, each in a short transaction with its progress.

A worker that is killed loses nothing: the next goes on after the last chunk that was committed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.db.diagnose import levering as db
from app.db.diagnose.levering import DiagnoseImport, Importstaat
from app.db.sessie import Sessies, maak_af, open_sessie, transactie
from app.domain.beleid.register import Register
from app.domain.diagnose.mapping import KolomMapping
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.tijd import dag
from app.services.diagnose.brok import Brok, verwerk_brok, zet_goede_klaar
from app.services.diagnose.bron.inhoud import Inhoud
from app.services.diagnose.bron.model import Bestandsfout, Regel
from app.services.diagnose.bron.openen import met_merk, regels
from app.services.diagnose.leveringen import mapping_van, rond_af
from app.services.diagnose.record import Fout, Goed, Kop, keur
from app.services.handeling import Handeling

PER_BROK = 2_500
BROKKEN_PER_RONDE = 20
DOEL = "Diagnose van de leefgebieden"
log = structlog.get_logger("diagnose_import")


@dataclass(frozen=True)
class Werk:
    """One delivery in the hands of the worker, as who delivered it."""

    sessies: Sessies
    register: Register
    actor: Actor
    nu: datetime
    levering: DiagnoseImport
    mapping: KolomMapping | None

    def handeling(self, sessie: Session) -> Handeling:
        """Make the context of one chunk; its correlation id is that of the delivery."""
        return Handeling(
            sessie=sessie,
            actor=self.actor,
            register=self.register,
            nu=self.nu,
            naam="importeerDiagnoses",
            doel=DOEL,
            correlatie_id=self.levering.correlatie_id,
        )


def werk_af(sessies: Sessies, register: Register, actor: Actor, nu: datetime) -> int:
    """Go on with the deliveries of this organisation for a while; return how many chunks were done."""
    with transactie(sessies, actor) as sessie:
        wachtend = db.openstaand(sessie, actor.organisatie)
    gedaan = 0
    for import_id in wachtend:
        if gedaan >= BROKKEN_PER_RONDE:
            break
        with transactie(sessies, actor) as sessie:
            levering = db.levering(sessie, actor.organisatie, import_id)
            assert levering is not None
            mapping = mapping_van(sessie, actor.organisatie, levering.mapping_id)
        werk = Werk(sessies, register, _aanleveraar(levering), nu, levering, mapping)
        gedaan += _ga_verder(werk, BROKKEN_PER_RONDE - gedaan)
    return gedaan


def _aanleveraar(levering: DiagnoseImport) -> Actor:
    """Act as who delivered, with the rights that they had then."""
    return Actor(
        medewerker_id=levering.ontvangen_door,
        naam="",
        organisatie=levering.organisatie,
        gemeenten=tuple(levering.gemeenten),
        teams=(),
        rollen=frozenset(map(Rol, levering.rollen)),
        client="worker",
    )


def _ga_verder(werk: Werk, hoogstens: int) -> int:
    """Do the next chunks; a delivery that cannot be done ends, so that it holds up no other."""
    try:
        return _doe_brokken(werk, hoogstens)
    except OperationalError:
        raise
    except Bestandsfout as fout:
        _mislukt(werk, fout.melding)
    except Exception:
        log.exception("levering_mislukt", import_id=str(werk.levering.id))
        _mislukt(werk, "De dienst kon deze levering niet verwerken; noem het nummer van de levering bij een melding.")
    return 1


def _doe_brokken(werk: Werk, hoogstens: int) -> int:
    levering = werk.levering
    vanaf = (levering.plek, levering.rijen)
    bron = regels(levering.vorm, Inhoud(_haler(werk), levering.grootte), werk.mapping, vanaf)
    if levering.herstelt_id is not None:
        bron = map(met_merk, bron)
    kop = Kop.van(levering, dag(werk.nu))
    plek = levering.plek
    begin = time.perf_counter()
    # While the database stores one chunk, the next is read, checked and staged: on two connections, no more.
    with ThreadPoolExecutor(1) as vooruit:
        volgende = vooruit.submit(_lees, werk, kop, bron)
        try:
            for nr in range(1, hoogstens + 1):
                gelezen = volgende.result()
                laatste = gelezen.aantal < PER_BROK
                if not laatste and nr < hoogstens:
                    volgende = vooruit.submit(_lees, werk, kop, bron)
                if not _leg_weg(werk, gelezen, plek, begin):
                    return nr
                if laatste:
                    _klaar(werk)
                    return nr
                plek, begin = gelezen.eind, time.perf_counter()
        finally:
            _laat_vallen(volgende)
    return hoogstens


def _laat_vallen(volgende: Future[Gelezen]) -> None:
    """Undo the staging of a chunk that nobody will take in any more; nothing happens when it was."""
    if volgende.exception() is None:
        volgende.result().sessie.close()


def _haler(werk: Werk) -> Callable[[int], bytes | None]:
    def haal(nr: int) -> bytes | None:
        with transactie(werk.sessies, werk.actor) as sessie:
            return db.stuk(sessie, werk.levering.id, nr)

    return haal


@dataclass(frozen=True)
class Gelezen:
    """A chunk that was read and checked, where in the file it ends, and the transaction in which it is staged."""

    brok: Brok
    aantal: int
    rij: int
    eind: int
    sessie: Session


def _lees(werk: Werk, kop: Kop, bron: Iterator[Regel]) -> Gelezen:
    goed: list[Goed] = []
    fout: list[Fout] = []
    regel = None
    for regel in islice(bron, PER_BROK):
        gekeurd = keur(kop, regel)
        if isinstance(gekeurd, Goed):
            goed.append(gekeurd)
        else:
            fout.append(gekeurd)
    sessie = open_sessie(werk.sessies, werk.actor)
    try:
        zet_goede_klaar(sessie, goed)
    except BaseException:
        sessie.close()
        raise
    rij, eind = (regel.rij, regel.eind) if regel else (0, 0)
    return Gelezen(Brok(goed, fout, gezet=True), len(goed) + len(fout), rij, eind, sessie)


def _leg_weg(werk: Werk, gelezen: Gelezen, plek: int, begin: float) -> bool:
    """Commit a chunk with its progress; False when the delivery was ended or somebody else did this chunk."""
    with maak_af(gelezen.sessie) as sessie:
        levering = db.levering(sessie, werk.actor.organisatie, werk.levering.id, vergrendel=True)
        if levering is None or levering.staat not in db.OPEN or levering.plek != plek:
            return False
        if gelezen.aantal:
            verwerk_brok(werk.handeling(sessie), levering, gelezen.brok)
            levering.plek, levering.rijen = gelezen.eind, gelezen.rij
        levering.staat = Importstaat.BEZIG
        levering.duur_ms += round((time.perf_counter() - begin) * 1000)
    return True


def _klaar(werk: Werk) -> None:
    _eindig(werk, Importstaat.KLAAR, None)


def _mislukt(werk: Werk, reden: str) -> None:
    _eindig(werk, Importstaat.MISLUKT, reden)


def _eindig(werk: Werk, staat: Importstaat, reden: str | None) -> None:
    with transactie(werk.sessies, werk.actor) as sessie:
        levering = db.levering(sessie, werk.actor.organisatie, werk.levering.id, vergrendel=True)
        if levering is not None and levering.staat in db.OPEN:
            rond_af(werk.handeling(sessie), levering, staat, reden)
