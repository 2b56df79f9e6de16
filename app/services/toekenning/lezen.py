"""Finding a toekenning, and showing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.toekenning import feit as feiten
from app.db.toekenning import hardheid as hardheden
from app.db.toekenning import overeenkomst as overeenkomsten
from app.db.toekenning import toekenning as db
from app.db.toekenning.feit import Toekenningfeit
from app.db.toekenning.hardheid import Hardheidsvoorstel
from app.db.toekenning.overeenkomst import Voorzieningovereenkomst
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.toekenning.stand import Toekenningstand
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.services.handeling import Handeling
from app.services.toekenning.bewaking import beleid_van, laatste_dag_van
from app.services.toekenning.plan import Planplek, plek_in_plan


@dataclass(frozen=True)
class Toekenningbeeld:
    """A toekenning as it is shown: with its besluiten and what happened to it, oldest first.

    ``uiterste_dag`` is the last day on which it can go on; of one of 2017 that is the end of the transition.
    """

    toekenning: Toekenning
    naam: str
    uiterste_dag: date | None
    besluiten: Sequence[Besluitstand]
    feiten: Sequence[Toekenningfeit]
    hardheid: Sequence[Hardheidsvoorstel]
    overeenkomsten: Sequence[Voorzieningovereenkomst]
    plan: Planplek | None


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


def naam_van(h: Handeling, klant: Klant, rij: Toekenning) -> str:
    """Return the name of a voorziening, as the policy of its begin has it or as it was called in 2017."""
    if rij.overgang is not None:
        return str(rij.overgang["naam"])
    regel = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, rij.van).beleid.regel(rij.code)
    return regel.naam if regel else rij.code


def beeld(h: Handeling, rij: Toekenning) -> Toekenningbeeld:
    """Show a toekenning."""
    h.sessie.flush()
    klant = h.klant(rij.klant_id, vergrendel=False)
    return Toekenningbeeld(
        toekenning=rij,
        naam=naam_van(h, klant, rij),
        uiterste_dag=laatste_dag_van(rij, beleid_van(h, klant)),
        besluiten=besluiten.besluiten_over(h.sessie, [rij.id]),
        feiten=feiten.feiten(h.sessie, [rij.id]),
        hardheid=hardheden.voorstellen(h.sessie, [rij.id]),
        overeenkomsten=overeenkomsten.overeenkomsten(h.sessie, [rij.id]),
        plan=plek_in_plan(h, rij.klant_id, rij.id),
    )


def bekijk(h: Handeling, toekenning_id: UUID) -> Toekenningbeeld:
    """Find and show a toekenning."""
    return beeld(h, vind(h, toekenning_id)[0])


def bekijk_van_klant(h: Handeling, klant_id: UUID) -> list[Toekenningbeeld]:
    """Show the toekenningen of a klant, the earliest begin first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, rij) for rij in db.toekenningen(h.sessie, klant.id)]
