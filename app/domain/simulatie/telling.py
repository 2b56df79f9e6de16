"""Telling: decisions counted by what another policy does to them, and for whom; with the euros."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

NIET_MOGELIJK: Final = "niet_mogelijk"
"""A condition is not met under the other policy: no maatregel could follow; another step would."""

NIET_TE_BEREKENEN: Final = "niet_te_berekenen"
"""Something is not known that the other policy asks for, so nobody can say how it would end."""

PIJL: Final = " > "
"""Stands between the two outcomes in the name of a transition."""


class Gevolg(StrEnum):
    """What the other policy does to one decision."""

    GELIJK = "gelijk"
    LAGER = "lager"
    HOGER = "hoger"
    VERVALT = "vervalt"
    ONTSTAAT = "ontstaat"
    ANDERE_UITKOMST = "andere_uitkomst"
    ONBEKEND = "onbekend"


class Afloop(StrEnum):
    """Whether a decision would have ended differently."""

    GELIJK = "gelijk"
    ANDERS = "anders"
    ONBEKEND = "onbekend"


class Telkenmerk(StrEnum):
    """By what decisions are grouped."""

    KLANTGROEP = "klantgroep"
    GEDRAGING = "gedraging"
    REGIME = "regime"
    LEEFTIJD = "leeftijdsklasse"
    SOORT = "soort"
    OVERGANG = "overgang"
    GEVOLG = "gevolg"


Groepen = tuple[str, ...]
"""The group of a decision by every Telkenmerk, in their order."""

_GEVOLG: Final = list(Telkenmerk).index(Telkenmerk.GEVOLG)


def afloop(groepen: Groepen) -> Afloop:
    """Tell whether the decisions in these groups would have ended differently."""
    gevolg = groepen[_GEVOLG]
    if gevolg in (Gevolg.GELIJK, Gevolg.ONBEKEND):
        return Afloop(gevolg)
    return Afloop.ANDERS


def gevolg_van(van: str, naar: str, voor: int, na: int) -> Gevolg:
    """Say what happens to a decision that took ``voor`` and would take ``na`` (eurocents)."""
    if naar == NIET_TE_BEREKENEN:
        return Gevolg.ONBEKEND
    if van == naar:
        return Gevolg.GELIJK if voor == na else Gevolg.LAGER if na < voor else Gevolg.HOGER
    if bool(voor) == bool(na):
        return Gevolg.ANDERE_UITKOMST
    return Gevolg.VERVALT if voor else Gevolg.ONTSTAAT


@dataclass
class Som:
    """How many decisions, and what they take together before and after, in eurocents."""

    aantal: int = 0
    voor: int = 0
    na: int = 0

    def plus(self, ander: Som) -> None:
        """Add up."""
        self.aantal += ander.aantal
        self.voor += ander.voor
        self.na += ander.na


@dataclass
class Telling:
    """The sums, the reasons why something is not possible, and in how many decisions a norm was carried on."""

    sommen: dict[Groepen, Som] = field(default_factory=dict)
    redenen: Counter[tuple[str, str]] = field(default_factory=Counter)
    doorgetrokken: int = 0

    def tel(self, groepen: Mapping[Telkenmerk, str], voor: int, na: int) -> None:
        """Count one decision; of what cannot be computed the euros are left out."""
        plek = tuple(groepen[kenmerk] for kenmerk in Telkenmerk)
        som = Som(1) if afloop(plek) is Afloop.ONBEKEND else Som(1, voor, na)
        self.sommen.setdefault(plek, Som()).plus(som)

    def plus(self, ander: Telling) -> None:
        """Add up."""
        for plek, som in ander.sommen.items():
            self.sommen.setdefault(plek, Som()).plus(som)
        self.redenen.update(ander.redenen)
        self.doorgetrokken += ander.doorgetrokken

    @property
    def aantal(self) -> int:
        """How many decisions were counted."""
        return sum(som.aantal for som in self.sommen.values())

    def bewaar(self) -> dict[str, Any]:
        """Write as JSON, to go on from later."""
        return {
            "sommen": [[*plek, som.aantal, som.voor, som.na] for plek, som in self.sommen.items()],
            "redenen": [[*sleutel, aantal] for sleutel, aantal in self.redenen.items()],
            "doorgetrokken": self.doorgetrokken,
        }

    @classmethod
    def lees(cls, bewaard: Mapping[str, Any]) -> Telling:
        """Read what ``bewaar`` wrote; nothing gives an empty telling."""
        telling = cls(doorgetrokken=bewaard.get("doorgetrokken", 0))
        for *plek, aantal, voor, na in bewaard.get("sommen", ()):
            telling.sommen[tuple(plek)] = Som(aantal, voor, na)
        telling.redenen.update({(naar, reden): aantal for naar, reden, aantal in bewaard.get("redenen", ())})
        return telling
