"""The policy of simulations: into which age classes persons are counted."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from app.domain.beleid.model import Beleid, Waarde


class SimulatieBeleid(Beleid):
    """``leeftijdsgrenzen`` are the ages at which the second and later classes begin, in order."""

    soort: ClassVar[str] = "simulatie"

    leeftijdsgrenzen: Waarde[tuple[Annotated[int, Field(ge=1, le=120)], ...]]

    @model_validator(mode="after")
    def _op_volgorde(self) -> Self:
        if any(een >= ander for een, ander in pairwise(self.leeftijdsgrenzen.waarde)):
            raise ValueError("de leeftijdsgrenzen staan niet van laag naar hoog")
        return self


def leeftijdsklasse(leeftijd: int, grenzen: tuple[int, ...]) -> str:
    """Name the class of an age: ``tot_27``, ``27_tot_45`` or ``vanaf_55``."""
    onder = max((grens for grens in grenzen if grens <= leeftijd), default=None)
    boven = min((grens for grens in grenzen if grens > leeftijd), default=None)
    if onder is None:
        return "alle" if boven is None else f"tot_{boven}"
    return f"vanaf_{onder}" if boven is None else f"{onder}_tot_{boven}"
