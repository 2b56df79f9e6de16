"""TaakVoorstel: a task that a rule asks for; services only store it."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol


class TaakVoorstel(BaseModel):
    """A task for the werkvoorraad.

    ``soort`` is a stable code, ``wat`` and ``waarom`` are Dutch and without personal data,
    ``uiterste`` is the last day on which the task is done in time.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: str
    wat: str
    waarom: str
    rol: Rol
    grondslag: Grondslag
    uiterste: date
