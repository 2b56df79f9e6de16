"""The plan in force on the day of the gedraging, and whether it asked for what was not done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak
from app.db.plan import PlanOpDag, plan_op
from app.domain.maatregel.beleid import Gedraging
from app.domain.maatregel.feiten import PlanFeiten
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.soort import is_geldig
from app.domain.plan.verplichting import PlanVerplichting, beschrijf
from app.services.handeling import Handeling
from app.services.maatregel import stapsoorten as soort


def plan_van_de_dag(h: Handeling, klant: Klant, dag: date) -> PlanOpDag | None:
    """Return the plan in force on a day; a routekaart that had run out does not revive when it is signed again."""
    op = plan_op(h.sessie, klant.id, dag)
    if op is None:
        return None
    getekend = op.ondertekening.datum
    beleid = h.beleid.geldend(PlanBeleid, klant.gemeente, getekend).beleid
    return op if is_geldig(op.plan.soort, getekend, dag, beleid) else None


def planfeiten(
    zaak: Maatregelzaak, gevonden: PlanOpDag | None, rij: Gedraging | None, eigen: Sequence[soort.PlanStap]
) -> PlanFeiten:
    """Return the plan in force on the day of the gedraging; one kept elsewhere counts when this system has none."""
    deel: dict[str, Any] = {}
    for stap in eigen:
        deel |= {veld: getattr(stap, veld) for veld in stap.model_fields_set}
    ondertekend_op, bevat = deel.get("ondertekend_op"), deel.get("bevat_verplichting")
    verzuimregels = deel.get("verzuimregels_uitgereikt_op")
    if gevonden is not None:
        genoemd = beschrijf(gevonden.verplichtingen, zaak.regime.value)
        ondertekend_op = gevonden.ondertekening.datum
        bevat = rij is not None and any(dekt(rij, verplichting) for verplichting in genoemd)
        verzuimregels = gevonden.verzuimregels_uitgereikt_op or verzuimregels
    return PlanFeiten(
        ondertekend=True if ondertekend_op else None,
        ondertekend_op=ondertekend_op,
        bevat_verplichting=bevat,
        verzuimregels_uitgereikt_op=verzuimregels,
        afwijking_plan_gemotiveerd=bool(deel.get("afwijking_plan")),
        afwijking_verzuimregels_gemotiveerd=bool(deel.get("afwijking_verzuimregels")),
    )


def dekt(rij: Gedraging, verplichting: PlanVerplichting) -> bool:
    """Tell whether an obligation of a plan asks for what this gedraging breaks (DEV-MTR-531, DEV-PVA-902)."""
    if rij.plan_verplichtingen:
        return verplichting.code in rij.plan_verplichtingen
    return rij.plicht in verplichting.plichten
