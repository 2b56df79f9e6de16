"""Pakket: what one authority laid down about one subject, from a date on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.kern.periode import Periode

NL: Final = "NL"


class Pakket(BaseModel):
    """A dated policy pack, half-open ``[van, tot)``.

    ``bekend_op`` is the day on which it was made public, ``vervangt`` the id of the earlier pack that it replaces where
    both hold. ``waarden`` maps a field to the raw form of a ``Waarde``; ``bron`` is the file, for messages. With a
    ``variant`` it is an overlay: it replaces values of the regular policy while that variant of the service is on.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    gemeente: Annotated[str, Field(pattern=r"^(NL|GM\d{4})$")]
    soort: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    van: date
    tot: date | None = None
    bekend_op: date
    vervangt: str | None = None
    variant: Annotated[str | None, Field(pattern=r"^[a-z_]+$")] = None
    waarden: Mapping[str, Mapping[str, Any]]
    bron: str = ""

    @model_validator(mode="after")
    def _niet_leeg(self) -> Self:
        if self.tot is not None and self.tot <= self.van:
            raise ValueError(f"tot ({self.tot}) ligt niet na van ({self.van})")
        if self.variant is not None and self.gemeente == NL:
            raise ValueError("alleen een gemeente heeft een overlay")
        return self

    @property
    def id(self) -> str:
        """``GM0150/maatregel/2020-01-01``; a repair from the same day on adds ``@`` and the day it became known.

        An overlay names its variant: ``GM0150/maatregel/volledige_lockdown/2020-01-01``.
        """
        delen = (self.gemeente, self.soort, self.variant, str(self.van))
        eigen = "/".join(deel for deel in delen if deel is not None)
        herstelt_zelfde_dag = self.vervangt is not None and self.vervangt.split("@")[0] == eigen
        return f"{eigen}@{self.bekend_op}" if herstelt_zelfde_dag else eigen

    @property
    def plaats(self) -> str:
        """The pack, and the file where it stands, for messages."""
        if not self.bron:
            return self.id
        return f"{self.bron}, {self.variant or 'versie'} {self.van}"

    @property
    def volgorde(self) -> tuple[date, date]:
        """Later means: known later, and on the same day: in force later."""
        return self.bekend_op, self.van

    def geldt_op(self, dag: date) -> bool:
        """Tell whether ``dag`` lies in ``[van, tot)``."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    def bekend(self, op: date | None) -> bool:
        """Tell whether the pack was public on that day; no day means: whatever is known now."""
        return op is None or self.bekend_op <= op

    def overlapt(self, ander: Pakket) -> bool:
        """Tell whether both hold on at least one day."""
        return Periode(van=self.van, tot=self.tot).overlapt(Periode(van=ander.van, tot=ander.tot))
