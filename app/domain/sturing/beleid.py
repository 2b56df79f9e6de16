"""The policy of the numbers: what is too small to show, and how sure an interval is."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde


class SturingBeleid(Beleid):
    """``kleinste_cel`` is the smallest number that is shown; ``betrouwbaarheid`` that of one interval."""

    soort: ClassVar[str] = "sturing"

    kleinste_cel: Waarde[Annotated[int, Field(ge=2)]]
    betrouwbaarheid: Waarde[Annotated[Decimal, Field(gt=0, lt=1)]]
    wissel_binnen_maanden: Waarde[Annotated[int, Field(ge=1)]]
