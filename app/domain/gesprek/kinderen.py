"""Kinderen: number and ages as facts, and how old they are on a later day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

AANTAL, LEEFTIJDEN = "kind_aantal", "kind_leeftijden"


class Kinderen(BaseModel):
    """How many children there are, and their ages on the day they were asked; None when that was not told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    aantal: int
    leeftijden: tuple[int, ...] | None
    op: date

    def leeftijden_op(self, dag: date) -> tuple[int, ...] | None:
        """Return the least ages on a later day: a year older for every whole year that has passed."""
        if self.leeftijden is None:
            return None
        jaren = dag.year - self.op.year - ((dag.month, dag.day) < (self.op.month, self.op.day))
        return tuple(leeftijd + max(jaren, 0) for leeftijd in self.leeftijden)


def kinderen_uit(antwoorden: Mapping[str, Any], op: date) -> Kinderen | None:
    """Read the children from the answers of one conversation (DEV-DIA-512); None when it does not tell of them."""
    leeftijden = antwoorden.get(LEEFTIJDEN)
    aantal = antwoorden.get(AANTAL, None if leeftijden is None else len(leeftijden))
    return None if aantal is None else Kinderen(aantal=aantal, leeftijden=leeftijden, op=op)


def bezwaar_kinderen(antwoorden: Mapping[str, Any]) -> str | None:
    """Say that the number of children and the number of ages differ; None when they agree or one is not told."""
    aantal, leeftijden = antwoorden.get(AANTAL), antwoorden.get(LEEFTIJDEN)
    if aantal is None or leeftijden is None or aantal == len(leeftijden):
        return None
    return f"Er zijn {aantal} kinderen genoemd en {len(leeftijden)} leeftijden; geef er evenveel."
