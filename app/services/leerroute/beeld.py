"""A werk-leerroute as it is shown, with what stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db.klant import Klant
from app.db.leerroute import deelname as db
from app.db.leerroute.deelname import Leerroutedeelname, Leerroutefase, Leerrouteopdracht, Leerroutevoortgang
from app.db.toekenning import toekenning as toekenningen
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.leerroute.beleid import LeerrouteBeleid
from app.domain.leerroute.signalen import (
    Begeleiders,
    toets_binnen_toekenning,
    toets_consulent,
    toets_uren,
    toetsen_begeleiders,
)
from app.domain.leerroute.soorten import Leerroutestand
from app.domain.leerroute.toetsen import FASE_2
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Leerroutebeeld:
    """A deelname with its phases, assignments and progress; ``signalen`` stop nothing."""

    deelname: Leerroutedeelname
    fasen: Sequence[Leerroutefase]
    opdrachten: Sequence[Leerrouteopdracht]
    voortgang: Sequence[Leerroutevoortgang]
    signalen: Sequence[Toets]


@dataclass(frozen=True)
class Routelijst:
    """The routes of a municipality on a day."""

    versie: Versie[LeerrouteBeleid]
    peildatum: date


def beleid_van(h: Handeling, klant: Klant) -> LeerrouteBeleid:
    """Return the policy of today."""
    return h.beleid.geldend(LeerrouteBeleid, klant.gemeente, h.vandaag).beleid


def bekijk_routes(h: Handeling, gemeente: str, peildatum: date | None) -> Routelijst:
    """Return the routes of a municipality (DEV-WLR-003). Raises OngeldigeInvoer for another's."""
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    dag = peildatum or h.vandaag
    return Routelijst(h.beleid.geldend(LeerrouteBeleid, gemeente, dag), dag)


def beeld(h: Handeling, klant: Klant, rij: Leerroutedeelname) -> Leerroutebeeld:
    """Show a deelname as it stands in this transaction."""
    h.sessie.flush()
    fasen = db.fasen(h.sessie, rij.id)
    lopend = rij.stand is Leerroutestand.LOPEND
    return Leerroutebeeld(
        deelname=rij,
        fasen=fasen,
        opdrachten=db.opdrachten(h.sessie, rij.id),
        voortgang=db.voortgang(h.sessie, rij.id),
        signalen=_signalen(h, klant, rij, fasen) if lopend else (),
    )


def _signalen(h: Handeling, klant: Klant, rij: Leerroutedeelname, fasen: Sequence[Leerroutefase]) -> tuple[Toets, ...]:
    beleid = beleid_van(h, klant)
    toekenning = toekenningen.toekenning(h.sessie, h.actor, rij.toekenning_id)
    toetsen = [toets_consulent(rij.consulent_id, klant.consulent_id)]
    for fase in fasen:
        if fase.gestart_op is None or fase.afgerond_op is not None:
            continue
        toetsen.append(toets_uren(fase.uren, beleid))
        toetsen += toetsen_begeleiders(
            Begeleiders(
                nummer=fase.nummer,
                werkcoach=fase.werkcoach,
                werkleider=fase.werkleider,
                praktijkopleider=fase.praktijkopleider,
            )
        )
    toetsen.append(toets_binnen_toekenning(fasen[-1].tot, toekenning.tot if toekenning else None))
    return niet_voldaan(toetsen)


def bekijk(h: Handeling, deelname_id: UUID) -> Leerroutebeeld:
    """Find and show a deelname."""
    rij = db.deelname(h.sessie, h.actor, deelname_id)
    if rij is None:
        raise NietGevonden("Deze werk-leerroute is niet gevonden.")
    return beeld(h, h.klant(rij.klant_id, vergrendel=False), rij)


def bekijk_van_klant(h: Handeling, klant_id: UUID) -> list[Leerroutebeeld]:
    """Show the routes of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, klant, rij) for rij in db.deelnames(h.sessie, klant.id)]


def vind(h: Handeling, deelname_id: UUID, *, lopend: bool = True) -> tuple[Leerroutedeelname, Klant]:
    """Find a deelname under the lock of its dossier, on the version that was seen. Raises Conflict when it is over."""
    rij = db.deelname(h.sessie, h.actor, deelname_id)
    if rij is None:
        raise NietGevonden("Deze werk-leerroute is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if lopend:
        moet_lopen(rij)
    return rij, klant


def moet_lopen(rij: Leerroutedeelname) -> None:
    """Raise Conflict for a route that is over."""
    if rij.stand is not Leerroutestand.LOPEND:
        raise Conflict(f"Deze werk-leerroute is {rij.stand.value}.", "leerroute_niet_lopend")


def vind_fase(h: Handeling, fase_id: UUID) -> tuple[Leerroutefase, Leerroutedeelname, Klant]:
    """Find a phase of a running route under the lock of its dossier, on the version that was seen."""
    fase = db.fase(h.sessie, h.actor, fase_id)
    if fase is None:
        raise NietGevonden("Deze fase is niet gevonden.")
    klant = h.klant(fase.klant_id)
    h.sessie.refresh(fase)
    h.controleer_versie(fase)
    rij = db.deelname(h.sessie, h.actor, fase.deelname_id)
    assert rij is not None
    moet_lopen(rij)
    return fase, rij, klant


def niet_later(h: Handeling, dag: date | None, vanaf: date, veld: str = "datum") -> date:
    """Return a day, today by default; it lies between ``vanaf`` and today."""
    gekozen = dag or h.vandaag
    if not vanaf <= gekozen <= h.vandaag:
        raise OngeldigeInvoer({veld: f"Geef een dag van {vanaf:%d-%m-%Y} tot en met vandaag."})
    return gekozen


def is_fase_2(fase: Leerroutefase) -> bool:
    """Tell whether this is the phase with an employer."""
    return fase.nummer == FASE_2
