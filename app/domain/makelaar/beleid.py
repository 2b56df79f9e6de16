"""The policy of the participatiemakelaar; months are calendar months, days are werkdagen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.klantgroep import Klantgroep
from app.domain.makelaar.soort import Makelaardoel

Aantal = Annotated[int, Field(ge=1)]


class Besliscode(BaseModel):
    """One value with which the inkomensconsulent closes a referral (DEV-PMK-512)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
    titel: str


class MakelaarBeleid(Beleid):
    """For whom the makelaar is, how long, and from what number on somebody must have a look."""

    soort: ClassVar[str] = "makelaar"

    doelen: Waarde[Mapping[Klantgroep, tuple[Makelaardoel, ...]]]
    duur_maanden: Waarde[Aantal]
    max_totaal_maanden: Waarde[Aantal]
    herinnering_werkdagen: Waarde[Aantal]
    opvolgen_werkdagen: Waarde[Aantal]
    signaal_open_verwijzingen: Waarde[Aantal]
    signaal_wachttijd_werkdagen: Waarde[Aantal]
    besliscodes: Waarde[tuple[Besliscode, ...]]

    @model_validator(mode="after")
    def _duur_past(self) -> Self:
        if self.duur_maanden.waarde > self.max_totaal_maanden.waarde:
            raise ValueError("de duur is langer dan het totaal dat mag")
        return self
