"""Bewijsmiddelen: which documents this klant must hand in, and how to get them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.kenmerk import Kenmerk


class Voorwie(StrEnum):
    """For whom a document is asked."""

    IEDEREEN = "iedereen"
    PARTNERS = "partners"
    MEDEBEWONERS = "medebewoners"
    JONGERE = "jongere"
    STATUSHOUDER = "statushouder"
    ALLEENSTAANDE_OUDER = "alleenstaande_ouder"
    DAK_THUISLOOS = "dak_thuisloos"
    VAST_ADRES = "vast_adres"


class Bewijsmiddel(BaseModel):
    """One document; ``uitleg`` tells the klant how to get it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    omschrijving: str
    uitleg: str | None = None
    voor: Voorwie = Voorwie.IEDEREEN

    def __str__(self) -> str:
        """Write it as one line of the list."""
        return f"{self.omschrijving} ({self.uitleg})" if self.uitleg else self.omschrijving


@dataclass(frozen=True)
class Huishouden:
    """What the list depends on."""

    partners: bool
    medebewoners: int
    jongere: bool
    kenmerken: frozenset[Kenmerk]


def bewijsmiddelenlijst(wie: Huishouden, middelen: Iterable[Bewijsmiddel]) -> tuple[Bewijsmiddel, ...]:
    """Return the documents that this household must hand in, in the order of the policy (DEV-AAN-017)."""
    return tuple(middel for middel in middelen if _geldt(middel.voor, wie))


def _geldt(voor: Voorwie, wie: Huishouden) -> bool:
    geldt = {
        Voorwie.IEDEREEN: True,
        Voorwie.PARTNERS: wie.partners,
        Voorwie.MEDEBEWONERS: wie.medebewoners > 0,
        Voorwie.JONGERE: wie.jongere,
        Voorwie.STATUSHOUDER: Kenmerk.STATUSHOUDER in wie.kenmerken,
        Voorwie.ALLEENSTAANDE_OUDER: Kenmerk.ALLEENSTAANDE_OUDER in wie.kenmerken,
        Voorwie.DAK_THUISLOOS: Kenmerk.DAK_THUISLOOS in wie.kenmerken,
        Voorwie.VAST_ADRES: Kenmerk.DAK_THUISLOOS not in wie.kenmerken,
    }
    return geldt[voor]
