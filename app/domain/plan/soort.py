"""Which plan belongs to which phase, how long a routekaart holds, and when there is a new version."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.kern.klantgroep import Klantgroep
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import PlanFeiten, PlanSoort

_DAGEN_PER_WEEK = 7


def plansoorten(klantgroep: Klantgroep, jongere: bool) -> frozenset[PlanSoort]:
    """Return the kinds of plan that fit (DEV-PVA-001, DEV-PVA-501).

    Matchen starts with a routekaart, followed by a short plan; a jongere may have the plan with the beschikking.
    """
    soorten = {
        Klantgroep.MATCHEN: {PlanSoort.ROUTEKAART, PlanSoort.KORT_PLAN},
        Klantgroep.GROEIEN: {PlanSoort.ACTIEPLAN},
    }.get(klantgroep, {PlanSoort.MIJN_DOEL_ACTIEPLAN})
    return frozenset(soorten | ({PlanSoort.BIJLAGE_BESCHIKKING} if jongere else set()))


def routekaart_geldig_tot(ondertekend_op: date, beleid: PlanBeleid) -> date:
    """Return the first day on which the routekaart no longer holds: four weeks on (DEV-KIC-003)."""
    return ondertekend_op + timedelta(days=beleid.routekaart_geldig_weken.waarde * _DAGEN_PER_WEEK)


def is_geldig(soort: PlanSoort, ondertekend_op: date, dag: date, beleid: PlanBeleid) -> bool:
    """Tell whether a version signed on ``ondertekend_op`` is in force on ``dag``; only a routekaart runs out by itself.

    A version that is signed later does not make the one before it hold for longer.
    """
    verloopt = soort is PlanSoort.ROUTEKAART
    return ondertekend_op <= dag and (not verloopt or dag < routekaart_geldig_tot(ondertekend_op, beleid))


def is_gewijzigd(oud: PlanFeiten, nieuw: PlanFeiten) -> bool:
    """Tell whether the content differs, so that there is a new version and a letter with it (DEV-PVA-505).

    That it was discussed once more changes nothing; that it was discussed for the first time completes it.
    """
    velden = ("soort", "doelen", "verplichtingen", "evaluatie_op", "wijze_van_bereiken", "eigen_rol")
    eerste_overleg = oud.overleg_op is None and nieuw.overleg_op is not None
    return eerste_overleg or any(getattr(oud, veld) != getattr(nieuw, veld) for veld in velden)
