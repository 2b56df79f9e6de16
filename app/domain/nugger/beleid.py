"""The policy for nuggers, with the national amounts that it is measured by."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Herkomst, Waarde
from app.domain.kern.geld import procent_van
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.norm import Leefvorm

Bedrag = Annotated[int, Field(ge=1)]
Procent = Annotated[Decimal, Field(gt=0, le=200)]
_VOLWASSEN, _JONGSTE = 21, 15


class WmlBeleid(Beleid):
    """The minimum wage per month of one half year (eurocents), and the percentages by age under 21."""

    soort: ClassVar[str] = "wml"

    maand_21plus: Waarde[Bedrag]
    jeugd_procent: Waarde[Mapping[int, Procent]]


class VermogenBeleid(Beleid):
    """The limits of article 34 in one calendar year (eurocents); ``gezin`` is a lone parent, or gehuwden together."""

    soort: ClassVar[str] = "vermogen"

    alleenstaande: Waarde[Bedrag]
    gezin: Waarde[Bedrag]


class NuggerBeleid(Beleid):
    """Percentages of the minimum wage and of the sociaal minimum; both limits are inclusive."""

    soort: ClassVar[str] = "nugger"

    bezwaartermijn_weken: Waarde[Annotated[int, Field(ge=1)]]
    inkomensgrens_procent: Waarde[Procent]
    sociaal_minimum_procent: Waarde[Procent]
    beslissen_werkdagen: Waarde[Annotated[int, Field(ge=1)]]


class Grensbedrag(BaseModel):
    """An amount of a date with where it comes from; ``zeker`` is False for one that was not seen officially."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bedrag: Bedrag
    grondslag: Grondslag
    herkomst: Herkomst

    @property
    def zeker(self) -> bool:
        """Tell whether something may rest on it."""
        return self.herkomst is Herkomst.VASTGESTELD


def minimumloon(leeftijd: int, beleid: WmlBeleid) -> Grensbedrag:
    """Return the minimum wage per month for an age; who is younger than 15 is taken as 15."""
    vol = beleid.maand_21plus
    if leeftijd >= _VOLWASSEN:
        return Grensbedrag(bedrag=vol.waarde, grondslag=vol.grondslag, herkomst=vol.herkomst)
    jeugd = beleid.jeugd_procent
    bedrag = procent_van(vol.waarde, jeugd.waarde[max(leeftijd, _JONGSTE)])
    onzeker = next((w.herkomst for w in (vol, jeugd) if w.herkomst is not Herkomst.VASTGESTELD), vol.herkomst)
    return Grensbedrag(bedrag=bedrag, grondslag=jeugd.grondslag, herkomst=onzeker)


def vermogensgrens(leefvorm: Leefvorm, beleid: VermogenBeleid) -> Grensbedrag:
    """Return the limit for the way somebody lives."""
    grens = beleid.alleenstaande if leefvorm is Leefvorm.ALLEENSTAANDE else beleid.gezin
    return Grensbedrag(bedrag=grens.waarde, grondslag=grens.grondslag, herkomst=grens.herkomst)
