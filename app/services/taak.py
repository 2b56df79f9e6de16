"""Taken and terms: made by the handlings, closed by the deed itself where possible."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from uuid_utils.compat import uuid7

from app.db import taak as db
from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Taak, Taakstatus, Termijnstatus
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel, noembaar
from app.domain.kern.termijnen import Termijn
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast

_NEDERLAND = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Bestemming:
    """About what a taak is, and on whose desk it lands; without ``eigenaar_id`` the role shares it."""

    onderwerp_id: UUID
    klant: Klant | None
    eigenaar_id: UUID | None = None


def begin_van(dag: date) -> datetime:
    """Return the first moment of a Dutch day, in UTC."""
    return datetime.combine(dag, time.min, _NEDERLAND).astimezone(UTC)


def einde_van(dag: date) -> datetime:
    """Return the last second of a Dutch day, in UTC."""
    return datetime.combine(dag, time(23, 59, 59), _NEDERLAND).astimezone(UTC)


def maak_taak(
    h: Handeling,
    voorstel: TaakVoorstel,
    voor: Bestemming,
    *,
    vanaf: date | None = None,
    uiterste: datetime | None = None,
) -> Taak:
    """Put a taak in the werkvoorraad: from ``vanaf`` (today), in time until the end of its last day or ``uiterste``."""
    taak = Taak(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=voor.klant.id if voor.klant else None,
        soort=voorstel.soort,
        wat=voorstel.wat,
        waarom=voorstel.waarom,
        grondslag=voorstel.grondslag.model_dump(mode="json"),
        rol=voorstel.rol,
        eigenaar_id=voor.eigenaar_id or _vaste_consulent(voorstel.rol, voor.klant),
        zichtbaar_vanaf=begin_van(vanaf) if vanaf else h.nu,
        uiterste=uiterste or einde_van(voorstel.uiterste),
        status=Taakstatus.OPEN,
        onderwerp_id=voor.onderwerp_id,
        varianten=h.varianten(voor.klant.gemeente, h.vandaag) if voor.klant else [],
        versie=1,
    )
    h.sessie.add(taak)
    return taak


def _vaste_consulent(rol: Rol, klant: Klant | None) -> UUID | None:
    if klant is None:
        return None
    vast = {
        Rol.WERKCONSULENT: klant.consulent_id,
        Rol.INKOMENSCONSULENT: klant.inkomensconsulent_id,
        Rol.PARTICIPATIEMAKELAAR: klant.makelaar_id,
    }
    return vast.get(rol)


def bewaak(
    h: Handeling, termijn: Termijn, klant: Klant, onderwerp_id: UUID, vervolg: TaakVoorstel | None = None
) -> LopendeTermijn:
    """Store a running term; when it runs out, ``vervolg`` becomes a taak."""
    rij = LopendeTermijn(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=termijn.soort,
        onderwerp_id=onderwerp_id,
        start=termijn.start,
        einde=termijn.einde,
        uitleg=termijn.model_dump(mode="json"),
        vervolg=vervolg.model_dump(mode="json") if vervolg else None,
        status=Termijnstatus.LOPEND,
        varianten=h.varianten(klant.gemeente, termijn.start),
        versie=1,
    )
    h.sessie.add(rij)
    return rij


def sluit_taken(h: Handeling, onderwerp_id: UUID, *soorten: str, status: Taakstatus = Taakstatus.GEDAAN) -> None:
    """Close the open taken about a subject because the deed is done (or they lapsed)."""
    h.sessie.flush()
    for taak in db.open_taken(h.sessie, onderwerp_id, soorten):
        sluit(h, taak, status)
        taak.versie += 1


def sluit_taken_van_klant(h: Handeling, klant: Klant, *soorten: str) -> None:
    """Close the open taken of these kinds in a dossier, whatever they are about, because the deed is done."""
    h.sessie.flush()
    for taak in db.open_taken_van_klant(h.sessie, klant.id, soorten):
        sluit(h, taak, Taakstatus.GEDAAN)
        taak.versie += 1


def heropen_taken(h: Handeling, klant: Klant, gesloten_op: datetime, soorten: Collection[str]) -> None:
    """Open again what was closed at that moment: the deed turned out not to be done. One of each kind is enough."""
    h.sessie.flush()
    open_ = {taak.soort for taak in db.open_taken_van_klant(h.sessie, klant.id, tuple(soorten))}
    for taak in db.gesloten_taken(h.sessie, klant.id, gesloten_op, soorten):
        if taak.soort not in open_:
            open_.add(taak.soort)
            taak.status, taak.resultaat = Taakstatus.OPEN, None
            taak.afgehandeld_op = taak.afgehandeld_door = None
            taak.versie += 1


def sluit_termijnen(
    h: Handeling, onderwerp_id: UUID, *soorten: str, status: Termijnstatus = Termijnstatus.GEHAALD
) -> None:
    """End the running terms of a subject."""
    h.sessie.flush()
    for termijn in db.lopende_termijnen(h.sessie, onderwerp_id, soorten):
        termijn.status = status
        termijn.afgerond_op = h.nu
        termijn.versie += 1


def sluit(h: Handeling, taak: Taak, status: Taakstatus, resultaat: str | None = None) -> None:
    """Close one taak; what came of it is in ``resultaat`` when a person closes it."""
    taak.status = status
    taak.afgehandeld_op = h.nu
    taak.afgehandeld_door = h.actor.medewerker_id
    taak.resultaat = resultaat


def verstrijk(
    h: Handeling, termijn_id: UUID, begin: Mapping[str, Callable[[Handeling, Klant, UUID], None]] | None = None
) -> bool:
    """Let a term run out: record it and put what must follow in the werkvoorraad; tell whether it still ran.

    ``begin`` says by kind of term what begins by itself for its subject. The term is read again under the lock of its
    dossier: a handling may have ended it in the meantime.
    """
    termijn = h.sessie.get_one(LopendeTermijn, termijn_id)
    klant = h.klant(termijn.klant_id)
    h.sessie.refresh(termijn)
    if termijn.status is not Termijnstatus.LOPEND:
        return False
    termijn.status = Termijnstatus.VERSTREKEN
    termijn.afgerond_op = h.nu
    vervolg = TaakVoorstel.model_validate(termijn.vervolg) if termijn.vervolg else None
    inhoud: dict[str, Any] = {"einde": termijn.einde}
    if vervolg is None or noembaar(vervolg.soort):
        inhoud["soort"] = termijn.soort
    leg_vast(h, Soort.TERMIJN_VERSTREKEN, termijn, klant, inhoud)
    if vervolg is not None:
        maak_taak(h, vervolg, Bestemming(termijn.onderwerp_id, klant))
    if begin and termijn.soort in begin:
        begin[termijn.soort](h, klant, termijn.onderwerp_id)
    return True


def grondslag_van(taak: Taak) -> Grondslag:
    """Return the article for which a taak exists."""
    return Grondslag.model_validate(taak.grondslag)
