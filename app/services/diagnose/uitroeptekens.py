"""What the results of a klant flag, for who prepares a conversation."""

from __future__ import annotations

from app.db.klant import Klant
from app.domain.diagnose.uitroeptekens import Aandacht, lees_aandacht, uitroeptekens_eerst
from app.services.diagnose.beelden import beelden
from app.services.handeling import Handeling


def aandacht_van(h: Handeling, klant: Klant) -> tuple[Aandacht, ...]:
    """Return the subjects of the results that count, those with an uitroepteken on top (DEV-DIG-017)."""
    geldend = (beeld.diagnose for beeld in beelden(h.sessie, klant.id).values() if beeld.geldend)
    return uitroeptekens_eerst([lees_aandacht(deel) for rij in geldend for deel in rij.inhoud["bevindingen"]])
