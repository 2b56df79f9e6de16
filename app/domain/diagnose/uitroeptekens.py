"""Uitroeptekens: what an analysis flags comes first; and whether a maatregel may rest on an instrument alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.toets import Toets


class Aandacht(BaseModel):
    """One subject of an analysis with what it flags; ``score`` as the instrument gave it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    onderwerp: str
    punten: tuple[str, ...] = ()
    score: int | None = None
    opmerking: str | None = None


def lees_aandacht(bevinding: Mapping[str, Any]) -> Aandacht:
    """Read one finding of a stored result."""
    return Aandacht(
        onderwerp=bevinding["onderwerp"],
        punten=tuple(bevinding.get("aandachtspunten") or ()),
        score=bevinding.get("score"),
        opmerking=bevinding.get("opmerking"),
    )


def uitroeptekens_eerst(aandacht: list[Aandacht]) -> tuple[Aandacht, ...]:
    """Order the subjects: most flags first, then the lowest score, then as the instrument had them (DEV-DIG-017)."""
    laatst = max((a.score or 0 for a in aandacht), default=0) + 1
    return tuple(sorted(aandacht, key=lambda a: (-len(a.punten), laatst if a.score is None else a.score)))


def toets_handhaving(alleen_dariuz: bool, norm: Waarde[bool]) -> Toets:
    """Test that a maatregel does not rest on Dariuz alone where there is no handhaving on it (DEV-DIG-021)."""
    zin = "Alleen het niet invullen van Dariuz is nu geen grond; het mag wel meewegen in het totaalbeeld."
    gezien = {"alleen_dariuz": alleen_dariuz}
    return maak_toets("niet_alleen_dariuz", norm.waarde or not alleen_dariuz, norm.grondslag, gezien, zin)
