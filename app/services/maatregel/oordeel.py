"""Oordeel: the judgement of the consulent as facts; of a judgement in parts the latest part counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.domain.maatregel.feiten import Afwijking
from app.domain.maatregel.weigering import Weigering
from app.services.maatregel.hoogtegegevens import WeigeringGegeven
from app.services.maatregel.stapsoorten import OordeelStap


def oordeel(oordelen: Sequence[OordeelStap]) -> dict[str, Any]:
    """Return the facts of the judgement, its parts laid over each other."""
    deel: dict[str, Any] = {}
    for stap in oordelen:
        deel |= {veld: getattr(stap, veld) for veld in stap.model_fields_set}
        if "verwijtbaarheid" in stap.model_fields_set:
            deel["verwijtbaarheid_motivering"] = stap.verwijtbaarheid_motivering
            deel["uitleg_aan_klant"] = stap.uitleg_aan_klant
    afwijking = deel.get("afwijking")
    return {
        "verwijtbaarheid": deel.get("verwijtbaarheid"),
        "verwijtbaarheid_gemotiveerd": bool(deel.get("verwijtbaarheid_motivering")),
        "uitleg_aan_klant": deel.get("uitleg_aan_klant"),
        "omstandigheden_onderzocht": True if deel.get("omstandigheden") else None,
        "oorzaak": deel.get("oorzaak"),
        "dringende_redenen": deel.get("dringende_redenen"),
        "afwijking": afwijking
        and Afwijking(procent=afwijking.procent, maanden=afwijking.maanden, gemotiveerd=bool(afwijking.motivering)),
        "weigering": _weigering(deel.get("weigering")),
    }


def _weigering(gegeven: WeigeringGegeven | None) -> Weigering | None:
    if gegeven is None:
        return None
    return Weigering(
        grond=gegeven.grond,
        gederfd_inkomen=gegeven.gederfd_inkomen,
        maanden=gegeven.maanden,
        gemotiveerd=bool(gegeven.motivering),
    )
