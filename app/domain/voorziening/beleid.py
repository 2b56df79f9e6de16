"""The policy of the voorzieningen: which one is for which klantgroep."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep


class Voorzieningregel(BaseModel):
    """One voorziening with its article; ``klantgroepen`` is None when it is not bound to a klantgroep."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    klantgroepen: tuple[Klantgroep, ...] | None = None
    grondslag: Grondslag


class VoorzieningBeleid(Beleid):
    """The voorzieningen of a municipality (DEV-KGR-905)."""

    soort: ClassVar[str] = "voorziening"

    voorzieningen: Waarde[tuple[Voorzieningregel, ...]]

    def regel(self, code: str) -> Voorzieningregel | None:
        """Return the voorziening with this code, if the municipality has it."""
        return next((regel for regel in self.voorzieningen.waarde if regel.code == code), None)
