"""The policy of budgets: on which programma costs are booked, and what happens when a ceiling is reached."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Regelingcode = Annotated[str, Field(pattern=r"^[a-z_]{2,60}$")]


class BijUitputting(StrEnum):
    """What happens to who asks when the money is gone; ``boeken`` is for what the law gives a right to."""

    WEIGEREN = "weigeren"
    WACHTLIJST = "wachtlijst"
    BOEKEN = "boeken"


class Budgetregeling(BaseModel):
    """One regeling, or one voorziening, whose costs are booked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Regelingcode
    naam: str
    bij_uitputting: BijUitputting


class BudgetBeleid(Beleid):
    """``programma`` of the begroting; ``regelingen`` by name; for what is not named there ``bij_uitputting`` holds.

    ``taak_werkdagen`` is how soon who waits is helped when money comes free.
    """

    soort: ClassVar[str] = "budget"

    programma: Waarde[Annotated[int, Field(ge=1, le=99)]]
    regelingen: Waarde[tuple[Budgetregeling, ...]]
    bij_uitputting: Waarde[BijUitputting]
    taak_werkdagen: Waarde[Annotated[int, Field(ge=1, le=60)]]

    def gevolg(self, code: str) -> BijUitputting:
        """Tell what happens to who asks when the money is gone."""
        eigen = (r.bij_uitputting for r in self.regelingen.waarde if r.code == code)
        return next(eigen, self.bij_uitputting.waarde)
