"""The four klantgroepen of Inzet op Maat."""

from __future__ import annotations

from enum import StrEnum

from app.domain.kern.grondslag import Grondslag, verordening


class Klantgroep(StrEnum):
    """What a klant may expect, and what is expected of the klant (DEV-KGR-001)."""

    MATCHEN = "matchen"
    GROEIEN = "groeien"
    FACILITEREN = "faciliteren"
    ZORGEN = "zorgen"

    @property
    def naam(self) -> str:
        """Name in the handbook, as a consultant and a klant read it."""
        return self.value.capitalize()

    @property
    def naam_verordening(self) -> str:
        """Name in the verordening, which says Zorg where the handbook says Zorgen (DEV-KGR-904)."""
        return "Zorg" if self is Klantgroep.ZORGEN else self.naam

    @property
    def begrip(self) -> Grondslag:
        """The definition in the verordening (DEV-KGR-901 to DEV-KGR-904)."""
        return verordening("1", "bcde"[list(Klantgroep).index(self)])
