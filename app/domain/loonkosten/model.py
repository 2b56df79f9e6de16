"""What the besluiten of this room have in common."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, bezwaarclausule, productenboek
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.loonkosten.procedure import LoonkostenBeleid


class Loonkostendictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or open."""

    VASTSTELLEN = "vaststellen"
    AFWIJZEN = "afwijzen"
    VOORLEGGEN = "voorleggen"


class Loonwaardedictum(StrEnum):
    """A loonwaarde is determined or not yet; there is nothing to refuse."""

    VASTSTELLEN = "vaststellen"
    VOORLEGGEN = "voorleggen"


class Spoor(BaseModel):
    """The trace of a besluit; ``voorbeeldwaarden`` names values nobody has set yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    peildatum: date
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


class Uitslag(Spoor):
    """The outcome about the doelgroep."""

    dictum: Loonkostendictum


def in_de_weg(_feiten: object, uitslag: Spoor) -> tuple[Toets, ...]:
    """Return what is missing or open; none once there is a decision."""
    if getattr(uitslag, "dictum", None) != Loonkostendictum.VOORLEGGEN:
        return ()
    return tuple(toets for toets in uitslag.toetsen if toets.uitkomst is not Uitkomst.VOLDAAN)


def grondslagen(toetsen: Iterable[Toets], *erbij: Grondslag) -> tuple[Grondslag, ...]:
    """Return every article once, in order."""
    return tuple(dict.fromkeys([*erbij, *(toets.grondslag for toets in toetsen)]))


def slotzin(beleid: LoonkostenBeleid) -> str:
    """Write how long there is to object."""
    termijn = beleid.bezwaartermijn_weken
    return bezwaarclausule(termijn.waarde, termijn.grondslag)


def toets_toetser(besluiter: str, toetser: str) -> Toets:
    """Test that somebody else than the besluiter checks the besluit."""
    zin = "Wie toetst, is een ander dan wie besliste."
    return maak_toets("getoetst_door_ander", besluiter != toetser, productenboek("2.2.2"), {}, zin)
