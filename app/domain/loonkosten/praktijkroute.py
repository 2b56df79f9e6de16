"""Praktijkroute: a loonwaarde below 100 at a workplace leads into the doelgroepregister (DEV-LKS-001, DEV-LKS-002)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.toets import Toets
from app.domain.loonkosten.procedure import LoonkostenBeleid, Werkgeversrecht
from app.domain.loonkosten.verloop import VOL


class Praktijkuitkomst(StrEnum):
    """What follows: to be entered in the register without assessment by UWV, or nothing."""

    IN_TE_SCHRIJVEN = "in_te_schrijven"
    NIET_IN_TE_SCHRIJVEN = "niet_in_te_schrijven"


class Werkgeverinformatie(BaseModel):
    """What an employer is told of one entitlement; the gemeente takes no decision on it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    vanaf: date
    beoordelaar: str
    uitleg: str


def praktijkuitkomst(loonwaarde: int) -> Praktijkuitkomst:
    """Return what a loonwaarde in whole percents leads to: lower than 100 into the register."""
    return Praktijkuitkomst.IN_TE_SCHRIJVEN if loonwaarde < VOL else Praktijkuitkomst.NIET_IN_TE_SCHRIJVEN


def toetsen_praktijkroute(datum: date, methode: str, beleid: LoonkostenBeleid) -> tuple[Toets, ...]:
    """Test that the Praktijkroute exists on that day and that the method is a validated one.

    The facts do not repeat what was typed: a text that is no method may be anything.
    """
    vanaf, methoden = beleid.praktijkroute_vanaf, beleid.praktijkroutemethoden
    return (
        maak_toets(
            "praktijkroute_bestaat",
            datum >= vanaf.waarde,
            vanaf.grondslag,
            {"datum": datum, "vanaf": vanaf.waarde},
            f"De Praktijkroute bestaat vanaf {datum_voluit(vanaf.waarde)}.",
        ),
        maak_toets(
            "methode_gevalideerd",
            gevalideerd := methode in methoden.waarde,
            methoden.grondslag,
            {"gevalideerd": gevalideerd},
            "De loonwaarde is vastgesteld met een gevalideerde methode.",
            f"Gevalideerd zijn: {', '.join(methoden.waarde)}.",
        ),
    )


def werkgeverinformatie(ingeschreven_op: date, rechten: Iterable[Werkgeversrecht]) -> tuple[Werkgeverinformatie, ...]:
    """Return what the employer can call upon, each from the entry in the register or from the day that it exists."""
    return tuple(
        Werkgeverinformatie(
            code=recht.code,
            naam=recht.naam,
            vanaf=max(ingeschreven_op, recht.vanaf),
            beoordelaar=recht.beoordelaar,
            uitleg=recht.uitleg,
        )
        for recht in rechten
    )
