"""Regelingen: the one table of what can be asked for. A new regeling is a line here and a member of the union.

This module imports rules only, so that the room besluit can build its rekenaars from the same table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.subsidie import tabel
from app.domain.subsidie.gegevens import Startbaangegevens
from app.domain.subsidie.model import GebruiktCijfer, Regelingcode
from app.domain.subsidie.regels import Regels
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Vraag:
    """For what dated figures are looked up. ``klant`` is None in a wat als without a klant.

    ``basis`` holds the fields that ``Subsidiefeiten`` and the regeling's ``gegevens`` give already, by name.
    """

    gemeente: str
    klant: Klant | None
    basis: Mapping[str, Any]


@dataclass(frozen=True)
class Cijferbron:
    """A figure that comes from other policy than that of the regeling itself, with the version it stands in."""

    versie: Versie[Any]
    cijfer: GebruiktCijfer


@dataclass(frozen=True)
class Erbij:
    """The fields that a regeling adds to its facts, and the further policy behind them."""

    velden: Mapping[str, Any]
    bronnen: tuple[Cijferbron, ...] = ()


def niets_erbij(_h: Handeling, _vraag: Vraag) -> Erbij:
    """Add nothing: the regeling needs no figures but those of its own policy."""
    return Erbij({})


@dataclass(frozen=True)
class Uitvoering:
    """One regeling in the service: its rules, what an aanvraag says, and what is looked up besides."""

    regels: Regels
    gegevens: type[Any]
    erbij: Callable[[Handeling, Vraag], Erbij] = niets_erbij


UITVOERINGEN: Final[Mapping[Regelingcode, Uitvoering]] = {
    Regelingcode.STARTBAANSUBSIDIE: Uitvoering(tabel.STARTBAAN, Startbaangegevens),
}

Subsidiegegevens = Startbaangegevens
"""What an aanvraag of any regeling says: the union of ``gegevens``, told apart by ``regeling``."""
