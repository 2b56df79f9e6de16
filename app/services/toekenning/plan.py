"""A voorziening in the plan van aanpak: what the klant signed is what can be asked of the klant (9, lid 1, onder b)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.db.klant import Klant
from app.db.plan import Planversie, plan_op
from app.db.toekenning import toekenning as db
from app.domain.plan.verplichting import Verplichting
from app.domain.toekenning.stand import LOPEND
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.toekenning.taken import Taaksoort


@dataclass(frozen=True)
class Planplek:
    """The version in force that holds a voorziening, and whether it makes using it an obligation."""

    plan_id: UUID
    versie_nr: int
    verplicht: bool


def fouten_toekenningen(h: Handeling, klant: Klant, doelen: Sequence[Any]) -> Mapping[str, str]:
    """Return a message for each action that names a voorziening which is not granted to this klant."""
    genoemd = {
        f"doelen.{d}.acties.{a}.toekenningId": actie.toekenning_id
        for d, doel in enumerate(doelen)
        for a, actie in enumerate(doel.acties)
        if actie.toekenning_id is not None
    }
    if not genoemd:
        return {}
    eigen = {rij.id for rij in db.toekenningen(h.sessie, klant.id, LOPEND)}
    return {
        veld: "Kies een voorziening die aan deze klant is toegekend en nog loopt."
        for veld, nummer in genoemd.items()
        if nummer not in eigen
    }


def plek_in_plan(h: Handeling, klant_id: UUID, toekenning_id: UUID) -> Planplek | None:
    """Return where a voorziening stands in the plan that is in force today, None when it does not."""
    geldend = plan_op(h.sessie, klant_id, h.vandaag)
    if geldend is None or str(toekenning_id) not in set(_genoemd(geldend.versie)):
        return None
    verplicht = Verplichting.VOORZIENING.value in geldend.verplichtingen
    return Planplek(geldend.plan.id, geldend.versie.nr, verplicht)


def sluit_opgenomen(h: Handeling, versie: Planversie) -> None:
    """Close what asked to put a voorziening in the plan: the klant signed the version that holds it."""
    for nummer in set(_genoemd(versie)):
        sluit_taken(h, UUID(nummer), Taaksoort.PLAN)


def _genoemd(versie: Planversie) -> Iterator[str]:
    for doel in versie.doelen:
        for actie in doel.get("acties", ()):
            if actie.get("toekenning_id"):
                yield actie["toekenning_id"]
