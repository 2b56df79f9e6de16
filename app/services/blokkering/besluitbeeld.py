"""Opschortingen and intrekkingen as they are shown: what the rules say of them now, their besluiten and their terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db import besluit as besluiten
from app.db import taak as taken
from app.db.besluit import Besluitstand
from app.db.blokkering import opschorting as db
from app.db.blokkering.opschorting import Intrekking, Intrekkingstand, Opschorting, Opschortingstand
from app.db.klant import Klant
from app.db.taak import LopendeTermijn
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.blokkade import maximum
from app.domain.blokkering.intrekking import toetsen_intrekking
from app.domain.blokkering.opschorting import toetsen_opschorting
from app.domain.kern.termijnen import Termijn
from app.domain.kern.toets import Toets
from app.services.blokkering import intrekken, opschorten
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Intrekkingbeeld:
    """An intrekking with what stands in its way while it is open."""

    intrekking: Intrekking
    toetsen: tuple[Toets, ...]
    besluiten: Sequence[Besluitstand]


@dataclass(frozen=True)
class Opschortingbeeld:
    """An opschorting with what stands in its way while it is open, its maximum, and the terms that run."""

    opschorting: Opschorting
    toetsen: tuple[Toets, ...]
    maximum: Termijn
    termijnen: Sequence[LopendeTermijn]
    besluiten: Sequence[Besluitstand]
    intrekkingen: Sequence[Intrekkingbeeld]


def van_klant(h: Handeling, klant: Klant) -> list[Opschortingbeeld]:
    """Show the opschortingen of a klant, oldest first."""
    return [opschortingbeeld(h, rij) for rij in db.opschortingen(h.sessie, klant.id)]


def bekijk_opschorting(h: Handeling, opschorting_id: UUID) -> Opschortingbeeld:
    """Find and show an opschorting."""
    return opschortingbeeld(h, opschorten.vind(h, opschorting_id)[0])


def bekijk_intrekking(h: Handeling, intrekking_id: UUID) -> Intrekkingbeeld:
    """Find and show an intrekking."""
    return intrekkingbeeld(h, intrekken.vind(h, intrekking_id)[0])


def opschortingbeeld(h: Handeling, rij: Opschorting) -> Opschortingbeeld:
    """Show an opschorting, judged by the policy of today."""
    h.sessie.flush()
    klant = h.klant(rij.klant_id, vergrendel=False)
    versie = h.beleid.geldend(BlokkeringBeleid, klant.gemeente, h.vandaag)
    toetsen: tuple[Toets, ...] = ()
    if rij.status is Opschortingstand.OPEN:
        toetsen = toetsen_opschorting(opschorten.feiten_van(h, klant, rij, versie), versie.beleid, h.vandaag)
    return Opschortingbeeld(
        opschorting=rij,
        toetsen=toetsen,
        maximum=maximum(rij.van, versie.beleid),
        termijnen=taken.lopende_termijnen(h.sessie, rij.id, ()),
        besluiten=besluiten.besluiten_over(h.sessie, [rij.id]),
        intrekkingen=[intrekkingbeeld(h, deel) for deel in db.intrekkingen(h.sessie, rij.id)],
    )


def intrekkingbeeld(h: Handeling, rij: Intrekking) -> Intrekkingbeeld:
    """Show an intrekking, judged by the policy of today."""
    h.sessie.flush()
    klant = h.klant(rij.klant_id, vergrendel=False)
    toetsen: tuple[Toets, ...] = ()
    if rij.status is Intrekkingstand.OPEN:
        beleid = h.beleid.geldend(BlokkeringBeleid, klant.gemeente, h.vandaag).beleid
        toetsen = toetsen_intrekking(intrekken.feiten_van(h, klant, rij), beleid, h.vandaag)
    return Intrekkingbeeld(rij, toetsen, besluiten.besluiten_over(h.sessie, [rij.id]))
