"""BeKonnecteD of a klant as it is shown: trajecten, proposals, instruments, and what stands out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db.begeleiding import begeleiding as contacten
from app.db.begeleiding.begeleiding import Contactmoment
from app.db.bekonnected import traject as db
from app.db.bekonnected import werkstroom as werkstromen
from app.db.bekonnected.traject import (
    Bekonnectedevaluatie,
    Bekonnectedtraject,
    Instrumentkeuze,
    Vaardigheidsbeeld,
    Werkplekvoorstel,
)
from app.db.bekonnected.werkstroom import Werkstroom
from app.db.klant import Klant
from app.db.sessie import verruimd
from app.domain.bekonnected.beleid import BekonnectedBeleid, Instrument
from app.domain.bekonnected.soorten import Bekonnectedstatus, Vaardigheid
from app.domain.bekonnected.toetsen import nog_te_bekijken, toets_contact, toets_looptijd
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Trajectbeeld:
    """A traject with what was seen in it; ``signalen`` stop nothing."""

    traject: Bekonnectedtraject
    vaardigheden: Sequence[Vaardigheidsbeeld]
    nog_te_bekijken: Sequence[Vaardigheid]
    contacten: Sequence[Contactmoment]
    evaluaties: Sequence[Bekonnectedevaluatie]
    signalen: Sequence[Toets]


@dataclass(frozen=True)
class Bekonnectedbeeld:
    """Everything of a klant; ``instrumenten`` can be chosen in Matchen."""

    klant: Klant
    trajecten: Sequence[Trajectbeeld]
    voorstellen: Sequence[Werkplekvoorstel]
    keuzes: Sequence[Instrumentkeuze]
    instrumenten: Sequence[Instrument]


@dataclass(frozen=True)
class Werkstroombeeld:
    """A werkstroom with its free places."""

    werkstroom: Werkstroom
    vrij: int


def beleid_van(h: Handeling, klant: Klant) -> Versie[BekonnectedBeleid]:
    """Return the policy of today."""
    return h.beleid.geldend(BekonnectedBeleid, klant.gemeente, h.vandaag)


def lopend(h: Handeling, klant: Klant) -> Bekonnectedtraject | None:
    """Return the traject that runs."""
    alle = db.trajecten(h.sessie, klant.id)
    return next((rij for rij in alle if rij.status is Bekonnectedstatus.LOPEND), None)


def bekijk(h: Handeling, klant_id: UUID) -> Bekonnectedbeeld:
    """Show BeKonnecteD of a klant."""
    return beeld(h, h.klant(klant_id, vergrendel=False))


def beeld(h: Handeling, klant: Klant) -> Bekonnectedbeeld:
    """Show it as it stands in this transaction."""
    h.sessie.flush()
    beleid = beleid_van(h, klant).beleid
    momenten = [rij for rij in contacten.contactmomenten(h.sessie, klant.id) if rij.ingetrokken_op is None]
    return Bekonnectedbeeld(
        klant=klant,
        trajecten=[_traject(h, rij, momenten, beleid) for rij in db.trajecten(h.sessie, klant.id)],
        voorstellen=db.voorstellen(h.sessie, klant.id),
        keuzes=db.keuzes(h.sessie, klant.id),
        instrumenten=beleid.instrumenten.waarde,
    )


def _traject(
    h: Handeling, rij: Bekonnectedtraject, momenten: Sequence[Contactmoment], beleid: BekonnectedBeleid
) -> Trajectbeeld:
    eind = rij.geeindigd_op or h.vandaag
    eigen = [moment for moment in momenten if rij.begin <= dag(moment.tijdstip) <= eind]
    gezien = db.vaardigheden(h.sessie, rij.id)
    toetsen: tuple[Toets, ...] = ()
    if rij.status is Bekonnectedstatus.LOPEND and rij.begin <= h.vandaag:
        laatste = max([rij.begin, *(dag(moment.tijdstip) for moment in eigen)])
        toetsen = (toets_contact(laatste, h.vandaag, beleid), toets_looptijd(rij.tot, h.vandaag, beleid))
    return Trajectbeeld(
        traject=rij,
        vaardigheden=gezien,
        nog_te_bekijken=nog_te_bekijken(frozenset(een.vaardigheid for een in gezien)),
        contacten=eigen,
        evaluaties=db.evaluaties(h.sessie, rij.id),
        signalen=niet_voldaan(toetsen),
    )


def bezette_plaatsen(h: Handeling) -> Mapping[UUID, int]:
    """Count per werkstroom who has a place, whoever may see them."""
    with verruimd(h.sessie, h.actor):
        return werkstromen.bezet(h.sessie, h.actor.organisatie)


def bekijk_werkstromen(h: Handeling, gemeente: str) -> list[Werkstroombeeld]:
    """Show the werkstromen of a municipality with their free places (DEV-BKN-004)."""
    controleer_gemeente(h, gemeente)
    bezet = bezette_plaatsen(h)
    alle = werkstromen.werkstromen(h.sessie, h.actor, gemeente)
    return [Werkstroombeeld(rij, max(rij.plaatsen - bezet.get(rij.id, 0), 0)) for rij in alle]


def controleer_gemeente(h: Handeling, gemeente: str) -> None:
    """Raise OngeldigeInvoer for a municipality of another."""
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})


def vind(h: Handeling, traject_id: UUID) -> tuple[Bekonnectedtraject, Klant]:
    """Find a traject, lock its dossier and read it again, on the version that was seen."""
    rij = db.traject(h.sessie, h.actor, traject_id)
    if rij is None:
        raise NietGevonden("Dit traject is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    return rij, klant
