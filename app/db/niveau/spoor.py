"""The trail of a case: what was made in a dossier, when, and under which variants of the service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.afspraak import Afspraak
from app.db.agenda.punt import Agendapunt
from app.db.besluit import Besluit
from app.db.intake.screening import Screening
from app.db.taak import LopendeTermijn, Taak, zichtbaar_voor
from app.domain.kern.rollen import Actor
from app.domain.kern.tijd import dag


@dataclass(frozen=True)
class Spoorregel:
    """One thing in a dossier; ``dag`` decided which variant held, ``tot_en_met`` is its last day if it has one."""

    wat: str
    soort: str
    id: UUID
    dag: date
    tot_en_met: date | None
    varianten: tuple[str, ...]
    pakket: str | None = None
    kanaal: str | None = None


def spoor(sessie: Session, actor: Actor, klant_id: UUID) -> list[Spoorregel]:
    """Return the taken, terms, appointments and besluiten of a dossier, oldest first; hidden taken are left out."""
    regels = [*_taken(sessie, actor, klant_id), *_termijnen(sessie, klant_id), *_afspraken(sessie, klant_id)]
    regels += [*_screeningen(sessie, klant_id), *_besluiten(sessie, klant_id)]
    return sorted(regels, key=lambda regel: (regel.dag, regel.wat, str(regel.id)))


def _taken(sessie: Session, actor: Actor, klant_id: UUID) -> list[Spoorregel]:
    vraag = select(Taak.soort, Taak.id, Taak.zichtbaar_vanaf, Taak.uiterste, Taak.varianten)
    rijen = sessie.execute(vraag.where(Taak.klant_id == klant_id, zichtbaar_voor(actor)))
    return [Spoorregel("taak", soort, nr, dag(van), dag(tot), tuple(aan)) for soort, nr, van, tot, aan in rijen]


def _termijnen(sessie: Session, klant_id: UUID) -> list[Spoorregel]:
    kolommen = LopendeTermijn.soort, LopendeTermijn.id, LopendeTermijn.start, LopendeTermijn.einde
    rijen = sessie.execute(select(*kolommen, LopendeTermijn.varianten).where(LopendeTermijn.klant_id == klant_id))
    return [Spoorregel("termijn", soort, nr, start, einde, tuple(aan)) for soort, nr, start, einde, aan in rijen]


def _afspraken(sessie: Session, klant_id: UUID) -> list[Spoorregel]:
    vraag = select(Afspraak.soort, Afspraak.id, Afspraak.begint, Afspraak.varianten, Agendapunt.kanaal)
    vraag = vraag.outerjoin(Agendapunt, Agendapunt.onderwerp_id == Afspraak.id)
    rijen = sessie.execute(vraag.where(Afspraak.klant_id == klant_id))
    return [_op_moment(soort.value, nr, begin, aan, kanaal) for soort, nr, begin, aan, kanaal in rijen]


def _screeningen(sessie: Session, klant_id: UUID) -> list[Spoorregel]:
    vraag = select(Screening.id, Screening.begin, Screening.varianten, Agendapunt.kanaal)
    vraag = vraag.outerjoin(Agendapunt, Agendapunt.onderwerp_id == Screening.id)
    rijen = sessie.execute(vraag.where(Screening.klant_id == klant_id))
    return [_op_moment("screeningsgesprek", nr, begin, aan, kanaal) for nr, begin, aan, kanaal in rijen]


def _op_moment(soort: str, nr: UUID, begin: datetime, aan: list[str], kanaal: str | None) -> Spoorregel:
    return Spoorregel("afspraak", soort, nr, dag(begin), None, tuple(aan), kanaal=kanaal)


def _besluiten(sessie: Session, klant_id: UUID) -> list[Spoorregel]:
    vraag = select(Besluit.soort, Besluit.id, Besluit.peildatum, Besluit.beleid_id).where(Besluit.klant_id == klant_id)
    return [Spoorregel("besluit", *rij[:3], None, _uit_pakket(rij[3]), rij[3]) for rij in sessie.execute(vraag)]


def _uit_pakket(pakket: str) -> tuple[str, ...]:
    """Read the variants from the id of a policy version: an overlay has a part more than a regular pack."""
    delen = (deel.split("/") for deel in pakket.split(" + "))
    return tuple(deel[2] for deel in delen if len(deel) == 4)
