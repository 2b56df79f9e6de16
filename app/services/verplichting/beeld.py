"""The ontheffingen and duties of a klant as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db.verplichting import verplichting as db
from app.db.verplichting.verplichting import NadereVerplichting, Ontheffing, Ontheffingbeoordeling
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Ontheffingbeeld:
    """An ontheffing as it stands on a day, with its reviews."""

    rij: Ontheffing
    vandaag: date
    beoordelingen: Sequence[Ontheffingbeoordeling]


@dataclass(frozen=True)
class Verplichtingbeeld:
    """A duty as it stands on a day."""

    rij: NadereVerplichting
    vandaag: date


@dataclass(frozen=True)
class Plichtenstand:
    """All of a klant, the earliest first."""

    ontheffingen: Sequence[Ontheffingbeeld]
    verplichtingen: Sequence[Verplichtingbeeld]


def ontheffingbeeld(h: Handeling, rij: Ontheffing) -> Ontheffingbeeld:
    """Show an ontheffing."""
    h.sessie.flush()
    eigen = [b for b in db.beoordelingen(h.sessie, rij.klant_id) if b.ontheffing_id == rij.id]
    return Ontheffingbeeld(rij, h.vandaag, eigen)


def verplichtingbeeld(h: Handeling, rij: NadereVerplichting) -> Verplichtingbeeld:
    """Show a duty."""
    return Verplichtingbeeld(rij, h.vandaag)


def bekijk(h: Handeling, klant_id: UUID) -> Plichtenstand:
    """Show what a klant is let off and what was imposed on top, withdrawn ones too."""
    klant = h.klant(klant_id, vergrendel=False)
    beoordelingen = db.beoordelingen(h.sessie, klant.id)
    return Plichtenstand(
        [
            Ontheffingbeeld(rij, h.vandaag, [b for b in beoordelingen if b.ontheffing_id == rij.id])
            for rij in db.van_klant(h.sessie, Ontheffing, klant.id)
        ],
        [Verplichtingbeeld(rij, h.vandaag) for rij in db.van_klant(h.sessie, NadereVerplichting, klant.id)],
    )
