"""Herkomst: on which values no formal besluit may rest."""

from __future__ import annotations

from typing import Any

from app.domain.beleid.model import Beleid, Herkomst, Waarde


def velden(beleid: Beleid) -> dict[str, Waarde[Any]]:
    """Return the filled values of a policy by field name."""
    gevuld = ((veld, getattr(beleid, veld)) for veld in type(beleid).model_fields)
    return {veld: waarde for veld, waarde in gevuld if isinstance(waarde, Waarde)}


def voorbeeldwaarden(beleid: Beleid) -> tuple[tuple[str, Waarde[Any]], ...]:
    """List the values that nobody with authority laid down (``voorbeeld``, ``onbevestigd``), by field name.

    Outside development a formal besluit that uses one of them is refused.
    """
    return tuple((v, w) for v, w in sorted(velden(beleid).items()) if w.herkomst is not Herkomst.VASTGESTELD)
