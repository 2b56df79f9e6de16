"""The policy of the werk-leerroute: which routes there are, how long the phases last, and for how many hours."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]


class Routestatus(StrEnum):
    """Whether a route can be chosen."""

    ACTIEF = "actief"
    IN_ONTWIKKELING = "in_ontwikkeling"


class Leerroute(BaseModel):
    """A route in one branch or sector (DEV-WLR-003)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    status: Routestatus


class LeerrouteBeleid(Beleid):
    """Months of the phases and of the contract at least; hours per week, with what still counts as about so many."""

    soort: ClassVar[str] = "leerroute"

    routes: Waarde[tuple[Leerroute, ...]]
    fase_1_maanden: Waarde[Aantal]
    fase_2_maanden: Waarde[Aantal]
    contract_maanden: Waarde[Aantal]
    uren: Waarde[Aantal]
    uren_marge: Waarde[Annotated[int, Field(ge=0)]]
    opvolgen_werkdagen: Waarde[Aantal]

    def maanden(self, fase: int) -> int:
        """Return how long a phase lasts."""
        return (self.fase_1_maanden if fase == 1 else self.fase_2_maanden).waarde

    def actief(self, code: str) -> bool:
        """Tell whether a route can be chosen."""
        return any(route.code == code and route.status is Routestatus.ACTIEF for route in self.routes.waarde)
