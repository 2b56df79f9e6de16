"""Who had a hand in a besluit under bezwaar, and how: they neither reconsider it nor check who does (Awb 10:3)."""

from __future__ import annotations

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.services.handeling import Handeling


def betrokkenen(h: Handeling, stand: Besluitstand) -> dict[str, tuple[str, ...]]:
    """Return who decided, advised on or checked a besluit, and what it replaced: what they did by id, sorted."""
    wie: dict[str, set[str]] = {}
    volgende: Besluitstand | None = stand
    while volgende is not None:
        besluit = volgende.besluit
        advies = besluit.feiten.get("advies") or {}
        deden = {
            "besliste": besluit.genomen_door,
            "adviseerde": advies.get("adviseur"),
            "rapporteerde": besluit.feiten.get("rapporteur"),
            "toetste": volgende.toetsing.toetser_id if volgende.toetsing else None,
        }
        for deed, nummer in deden.items():
            if nummer is not None:
                wie.setdefault(str(nummer), set()).add(deed)
        eerder = besluit.vervangt
        volgende = None if eerder is None else besluiten.besluit(h.sessie, h.actor, eerder)
    return {nummer: tuple(sorted(wie[nummer])) for nummer in sorted(wie)}
