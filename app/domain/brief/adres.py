"""Adres: where post reaches the klant (Awb 3:41; Wet BRP for the briefadres)."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Regel = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f]+$")]
_POSTCODE: Final = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})")


class Adressoort(StrEnum):
    """What kind of address it is; somebody without a home can have a briefadres."""

    WOONADRES = "woonadres"
    BRIEFADRES = "briefadres"
    POSTADRES = "postadres"


class Adres(BaseModel):
    """One address; ``per_adres`` is who receives post for the klant, such as a bewindvoerder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Adressoort = Adressoort.WOONADRES
    per_adres: Regel | None = None
    straat: Regel
    huisnummer: Annotated[int, Field(ge=1, le=99_999)]
    toevoeging: Annotated[str, StringConstraints(max_length=10, pattern=r"^[0-9A-Za-z -]*$")] = ""
    postcode: Annotated[str, StringConstraints(min_length=2, max_length=12)]
    woonplaats: Regel
    land: Regel | None = None

    @model_validator(mode="after")
    def _nederlandse_postcode(self) -> Self:
        if self.land is None and _POSTCODE.fullmatch(self.postcode) is None:
            raise ValueError("Geef een postcode als 7411 AB, of noem het land.")
        return self

    def regels(self) -> tuple[str, ...]:
        """Write it as on an envelope."""
        nummer = f"{self.huisnummer}-{self.toevoeging}" if self.toevoeging else str(self.huisnummer)
        gevonden = _POSTCODE.fullmatch(self.postcode)
        code = f"{gevonden[1]} {gevonden[2]} " if gevonden else self.postcode
        per = (f"p/a {self.per_adres}",) if self.per_adres else ()
        land = (self.land.upper(),) if self.land else ()
        return (*per, f"{self.straat} {nummer}", f"{code} {self.woonplaats}", *land)
