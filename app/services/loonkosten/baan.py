"""Baan: what the room werkgever keeps of a job, read straight from its tables.

The table of regelingen is read by the room besluit, so this module imports queries only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db.loonkosten import forfait as forfaits
from app.db.loonkosten.forfait import Loonkostenforfait
from app.db.werkgever import dienstverband as db
from app.domain.kern.fouten import NietGevonden
from app.domain.loonkosten.maanden import Arbeidsduur
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Baan:
    """A job in ``[van, tot)`` with its hours, oldest first; ``forfait_tot`` is where a forfait of it ends."""

    id: UUID
    van: date
    tot: date | None
    duren: tuple[Arbeidsduur, ...]
    forfait_tot: date | None


def baan(h: Handeling, dienstverband_id: UUID) -> Baan:
    """Find a job of a readable klant. Raises NietGevonden when there is none, or when it was taken back."""
    h.sessie.flush()
    rij = db.dienstverband(h.sessie, h.actor, dienstverband_id)
    if rij is None or rij.ingetrokken_op is not None:
        raise NietGevonden("Dit dienstverband is niet gevonden.")
    duren = tuple(
        Arbeidsduur(van=v.vanaf, uren=v.uren_per_week, voltijd_uren=v.voltijd_uren_per_week)
        for v in db.voorwaarden(h.sessie, [rij.id])
    )
    gevonden = van_dienstverband(h, rij.klant_id, rij.id)
    return Baan(rij.id, rij.van, rij.tot, duren, gevonden.tot if gevonden else None)


def van_dienstverband(h: Handeling, klant_id: UUID, dienstverband_id: UUID) -> Loonkostenforfait | None:
    """Return the forfait that holds for a job, if there is one."""
    geldend = (rij for rij in forfaits.forfaits(h.sessie, klant_id) if rij.reden_intrekking is None)
    return next((rij for rij in geldend if rij.dienstverband_id == dienstverband_id), None)
