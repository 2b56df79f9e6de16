"""Voorziening: a policy of one voorziening with the conditions of a test, and what stands in the way."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.toets import toets_voorziening
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(VoorzieningBeleid, "GM0150", date(2026, 4, 7)).beleid
BELEIDSREGEL = {"regeling": "Beleidsregels van voorbeeld", "artikel": "9"}
VERORDENING = {"regeling": "Verordening van voorbeeld", "artikel": "9"}


def proef(**regel: Any) -> VoorzieningBeleid:
    """Make a policy of one voorziening, without the questions of every offer."""
    ruw = BELEID.model_dump()
    eigen = {"code": "proef", "naam": "Proef", "grondslag": VERORDENING, "maatwerk": False, **regel}
    ruw["voorzieningen"]["waarde"] = [eigen]
    return VoorzieningBeleid.model_validate(ruw)


def feiten_van(**feiten: Any) -> VoorzieningFeiten:
    """Make facts of somebody with algemene bijstand, on 7 April 2026."""
    vast = {"code": "proef", "doelgroep": "algemene_bijstand", "begin": date(2026, 4, 7)}
    return VoorzieningFeiten.model_validate({**vast, "geboortedatum": date(1990, 1, 1), **feiten})


def toetsen(beleid: VoorzieningBeleid, **feiten: Any) -> dict[str, Toets]:
    """Return every condition by its code."""
    return {toets.voorwaarde: toets for toets in toets_voorziening(feiten_van(**feiten), beleid)}


def mis(beleid: VoorzieningBeleid, **feiten: Any) -> dict[str, Uitkomst]:
    """Return what stands in the way or is open."""
    return {toets.voorwaarde: toets.uitkomst for toets in niet_voldaan(toetsen(beleid, **feiten).values())}
