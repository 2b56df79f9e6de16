"""TaakVoorstel: a task that a rule asks for; services only store it."""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol

ZIET_FRAUDE: Final = frozenset({Rol.INKOMENSCONSULENT, Rol.SOCIALE_RECHERCHE, Rol.FG})
"""Who may know of a suspicion of fraud, besides who has the taak on the desk."""
HANDHAVING_AFSTEMMEN: Final = "zorg_handhaving_afstemmen"
FRAUDETAKEN: Final = frozenset(
    {
        "driegesprek_sr_plannen",
        "sr_informeren",
        "no_show_sociale_recherche_informeren",
        "sr_screening_beoordelen",
        "sr_onderzoek_doen",
        HANDHAVING_AFSTEMMEN,
    }
)
"""The kinds of taak that would give such a suspicion away: not shown to others, and not named in a gebeurtenis."""


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
