"""Regelingen: the one table of what can be asked for. A new regeling is a line here and a member of the union.

This module imports rules only, so that the room besluit can build its rekenaars from the same table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import Field

from app.domain.subsidie import tabel
from app.domain.subsidie.gegevens import (
    Startbaangegevens,
    Tegemoetkominggegevens,
    Uitstroomgegevens,
    Vergoedinggegevens,
)
from app.domain.subsidie.model import Regelingcode
from app.domain.subsidie.regels import Regels
from app.services.handeling import Handeling
from app.services.loonkosten.erbij import lks_erbij
from app.services.loonkosten.regeling import LOONKOSTENSUBSIDIE, Loonkostensubsidiegegevens
from app.services.subsidie.cijfers import Erbij, Vraag, minimumlonen_erbij, niets_erbij


@dataclass(frozen=True)
class Uitvoering:
    """One regeling in the service: its rules, what an aanvraag says, and what is looked up besides."""

    regels: Regels
    gegevens: type[Any]
    erbij: Callable[[Handeling, Vraag], Erbij] = niets_erbij


UITVOERINGEN: Final[Mapping[Regelingcode, Uitvoering]] = {
    Regelingcode.STARTBAANSUBSIDIE: Uitvoering(tabel.STARTBAAN, Startbaangegevens),
    Regelingcode.TEGEMOETKOMING: Uitvoering(tabel.TEGEMOETKOMING, Tegemoetkominggegevens, minimumlonen_erbij),
    Regelingcode.LOONKOSTENSUBSIDIE: Uitvoering(LOONKOSTENSUBSIDIE, Loonkostensubsidiegegevens, lks_erbij),
    Regelingcode.UITSTROOMPREMIE: Uitvoering(tabel.UITSTROOMPREMIE, Uitstroomgegevens),
    Regelingcode.VERGOEDING: Uitvoering(tabel.VERGOEDING, Vergoedinggegevens),
}

Subsidiegegevens = Annotated[
    Startbaangegevens | Tegemoetkominggegevens | Loonkostensubsidiegegevens | Uitstroomgegevens | Vergoedinggegevens,
    Field(discriminator="regeling"),
]
"""What an aanvraag of any regeling says: the union of ``gegevens``, told apart by ``regeling``."""
