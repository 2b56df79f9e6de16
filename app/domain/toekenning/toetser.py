"""Who checks a besluit about a voorziening."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets


def toets_toetser(besluiter: str, toetser: str) -> Toets:
    """Test that somebody else than the besluiter checks the besluit."""
    zin = "Wie toetst, is een ander dan wie besliste."
    return maak_toets("getoetst_door_ander", besluiter != toetser, productenboek("2.2.2"), {}, zin)
