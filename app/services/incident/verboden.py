"""Where a klant may not come: asked by every room that plans an appointment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.db.incident import incident as db
from app.db.klant import Klant
from app.domain.incident.pandverbod import toets_pandverbod
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.handeling import Handeling


def verboden_plek(h: Handeling, klanten: Sequence[Klant], locatie: str, dag: date) -> tuple[Toets, ...]:
    """Return the condition that stops an appointment at this place on this day, if there is one (DEV-MTR-519)."""
    verboden = [rij.verbod for rij in db.pandverboden(h.sessie, [klant.id for klant in klanten])]
    return niet_voldaan([toets_pandverbod(verboden, locatie, dag)])
