"""Dienstverband: a klant employed at a vestiging, with the conditions that hold from a day on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Weekuren = Annotated[Decimal, Field(gt=0, le=60, max_digits=4, decimal_places=2)]


class Dienstverbandsoort(StrEnum):
    """For a fixed time, or without an end."""

    BEPAALD = "bepaald"
    ONBEPAALD = "onbepaald"


class Eindereden(StrEnum):
    """Why a dienstverband ended."""

    AFVLOEIING = "afvloeiing"
    VAN_RECHTSWEGE = "van_rechtswege"
    PROEFTIJD = "proeftijd"
    OPZEGGING_WERKGEVER = "opzegging_werkgever"
    OPZEGGING_WERKNEMER = "opzegging_werknemer"
    WEDERZIJDS_GOEDVINDEN = "wederzijds_goedvinden"
    ANDERS = "anders"


class Arbeidsvoorwaarden(BaseModel):
    """The conditions from ``vanaf`` on: hours per week, those of full time in the sector, money in eurocents a month.

    ``brutoloon`` is without holiday pay; ``werkgeverslasten`` is None when the employer did not say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    vanaf: date
    uren_per_week: Weekuren
    voltijd_uren_per_week: Weekuren
    brutoloon: Annotated[int, Field(ge=0)]
    werkgeverslasten: Annotated[int, Field(ge=0)] | None = None


class Dienstverbandfeiten(BaseModel):
    """What is known of a dienstverband in ``[van, tot)``; ``voorwaarden`` oldest first, the first from ``van`` on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UUID
    klant_id: UUID
    werkgever_id: UUID
    vestiging_id: UUID
    functie: str
    soort: Dienstverbandsoort
    van: date
    tot: date | None
    uitzendbeding: bool | None
    einde_reden: Eindereden | None = None
    voorwaarden: Annotated[tuple[Arbeidsvoorwaarden, ...], Field(min_length=1)]

    def op(self, dag: date) -> Arbeidsvoorwaarden:
        """Return the conditions on a day; before the first day those of the first day."""
        return next((v for v in reversed(self.voorwaarden) if v.vanaf <= dag), self.voorwaarden[0])

    def loopt_op(self, dag: date) -> bool:
        """Tell whether the klant is employed on a day."""
        return self.van <= dag and (self.tot is None or dag < self.tot)


def fouten_periode(soort: Dienstverbandsoort, van: date, tot: date | None) -> dict[str, str]:
    """Return what is wrong with the period: a fixed time has an end, and an end comes after the begin."""
    if tot is None:
        return {"tot": "Een dienstverband voor bepaalde tijd heeft een einde."} if soort == "bepaald" else {}
    return {} if van < tot else {"tot": "Het einde ligt na het begin; `tot` is de eerste dag zonder werk."}


def fouten_voorwaarden(voorwaarden: Arbeidsvoorwaarden) -> dict[str, str]:
    """Return what is wrong with conditions: nobody works more than full time."""
    if voorwaarden.uren_per_week > voorwaarden.voltijd_uren_per_week:
        return {"urenPerWeek": "De uren zijn niet meer dan de voltijdse uren in deze sector."}
    return {}
