"""What the sending of a message means for what it is about."""

from __future__ import annotations

from app.db.bericht import Bericht
from app.db.klant import Klant
from app.services.handeling import Handeling


def na_verzending(h: Handeling, klant: Klant, bericht: Bericht) -> None:
    """Do what follows on the sending of this message."""
