"""Finding a toekenning, and showing it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.db.klant import Klant
from app.db.toekenning import toekenning as db
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.toekenning.stand import Toekenningstand
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Toekenningbeeld:
    """A toekenning as it is shown."""

    toekenning: Toekenning


def vind(h: Handeling, toekenning_id: UUID, *, vergrendel: bool = False) -> tuple[Toekenning, Klant]:
    """Find a toekenning; ``vergrendel`` locks the dossier and reads it again under the lock, on the version seen."""
    gevonden = db.toekenning(h.sessie, h.actor, toekenning_id)
    if gevonden is None:
        raise NietGevonden("Deze toekenning is niet gevonden.")
    klant = h.klant(gevonden.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(gevonden)
        h.controleer_versie(gevonden)
    return gevonden, klant


def moet_zijn(toekenning: Toekenning, *standen: Toekenningstand) -> None:
    """Raise Conflict when the toekenning is not in one of these standen."""
    if toekenning.stand not in standen:
        nodig = " of ".join(stand.value for stand in standen)
        melding = f"Deze toekenning is {toekenning.stand.value}; dit kan alleen als zij {nodig} is."
        raise Conflict(melding, "toekenning_stand")


def beeld(h: Handeling, toekenning: Toekenning) -> Toekenningbeeld:
    """Show a toekenning."""
    h.sessie.flush()
    return Toekenningbeeld(toekenning)


def bekijk(h: Handeling, toekenning_id: UUID) -> Toekenningbeeld:
    """Find and show a toekenning."""
    return beeld(h, vind(h, toekenning_id)[0])


def bekijk_van_klant(h: Handeling, klant_id: UUID) -> list[Toekenningbeeld]:
    """Show the toekenningen of a klant, the earliest begin first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, rij) for rij in db.toekenningen(h.sessie, klant.id)]
