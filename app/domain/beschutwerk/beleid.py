"""The policy of beschut werk: the places of a year, how they are counted, and the order of the waiting list."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.klantgroep import Klantgroep

Aantal = Annotated[int, Field(ge=1)]


class Eenheid(StrEnum):
    """In what the places of a year are counted: persons, or jobs of a number of hours a week."""

    PERSONEN = "personen"
    BANEN = "banen"


class Wachtvolgorde(StrEnum):
    """By what the waiting list is ordered."""

    VASTSTELLING = "datum_vaststelling"
    INITIATIEF = "datum_initiatief"


class BeschutWerkBeleid(Beleid):
    """``plekken_per_jaar`` is the number of the calendar year; a job counts for ``uren_per_baan`` hours a week."""

    soort: ClassVar[str] = "beschutwerk"

    bezwaartermijn_weken: Waarde[Aantal]
    plekken_per_jaar: Waarde[Annotated[int, Field(ge=0)]]
    eenheid: Waarde[Eenheid]
    uren_per_baan: Waarde[Aantal]
    wachtvolgorde: Waarde[Wachtvolgorde]
    geen_voorselectie: Waarde[tuple[Klantgroep, ...]]
    beslissen_werkdagen: Waarde[Aantal]

    @property
    def grens(self) -> int:
        """Most that may be taken in a year: persons, or hours a week."""
        per_plek = 1 if self.eenheid.waarde is Eenheid.PERSONEN else self.uren_per_baan.waarde
        return self.plekken_per_jaar.waarde * per_plek

    def gewicht(self, uren: int) -> int:
        """Return what one employment of ``uren`` a week takes of it."""
        return 1 if self.eenheid.waarde is Eenheid.PERSONEN else uren
