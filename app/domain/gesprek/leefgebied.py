"""What a municipality lays down on the leefgebieden: colours of the praatplaat, intended effects and kinds of goals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.gesprek.soort import Code, Tekstcode
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kleur(_Inhoud):
    """One colour; a higher ``rang`` is better, ``probleem`` marks what needs attention."""

    code: Code
    betekenis: str
    rang: int
    probleem: bool = False


class LeefgebiedBeleid(Beleid):
    """The colour scale (DEV-DIA-503), effects of goals (DEV-DIA-513), goals per klantgroep (DEV-KGR-506, -507)."""

    soort: ClassVar[str] = "leefgebied"

    praatplaat: Waarde[tuple[Kleur, ...]]
    effecten: Waarde[Mapping[Leefgebied, tuple[Tekstcode, ...]]]
    doeltypen: Waarde[Mapping[Klantgroep, tuple[Tekstcode, ...]]]

    @model_validator(mode="after")
    def _schaal_is_een_volgorde(self) -> Self:
        schaal = self.praatplaat.waarde
        if len({kleur.code for kleur in schaal}) < len(schaal) or len({kleur.rang for kleur in schaal}) < len(schaal):
            raise ValueError("elke kleur heeft een eigen code en een eigen rang")
        return self

    def kleur(self, code: str) -> Kleur | None:
        """Find a colour of the scale."""
        return next((kleur for kleur in self.praatplaat.waarde if kleur.code == code), None)

    def effectcodes(self, leefgebieden: tuple[Leefgebied, ...]) -> frozenset[str]:
        """Return the effects that goals on these leefgebieden can aim at."""
        gevonden = (effect for gebied in leefgebieden for effect in self.effecten.waarde.get(gebied, ()))
        return frozenset(effect.code for effect in gevonden)

    def doelcodes(self, klantgroep: Klantgroep) -> frozenset[str]:
        """Return the kinds of goals of a klantgroep; empty when the municipality names none."""
        return frozenset(doel.code for doel in self.doeltypen.waarde.get(klantgroep, ()))
