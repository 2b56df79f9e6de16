"""The policy of the taaleis: the law's own figures, and how a municipality goes about it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]
Procent = Annotated[Decimal, Field(gt=0, le=100)]


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fase(_Inhoud):
    """The percentage in the months ``[vanaf_maand, tot_maand)``, without ``tot_maand`` until further notice."""

    vanaf_maand: Annotated[int, Field(ge=0)]
    tot_maand: Aantal | None = None
    procent: Procent


class Stopregel(_Inhoud):
    """What is taken once when somebody stops after ``vanaf_maand`` whole months."""

    vanaf_maand: Aantal
    procent: Procent


def _sluiten_aan(fasen: tuple[Fase, ...]) -> tuple[Fase, ...]:
    """Refuse phases with a gap, or that become lighter."""
    randen = [fase.tot_maand for fase in fasen[:-1]]
    if not fasen or randen != [fase.vanaf_maand for fase in fasen[1:]] or fasen[-1].tot_maand is not None:
        raise ValueError("de fasen sluiten op elkaar aan en de laatste heeft geen einde")
    if any(later.procent < eerder.procent for eerder, later in pairwise(fasen)):
        raise ValueError("een latere fase is niet lichter")
    return fasen


class TaaleisBeleid(Beleid):
    """Terms in the unit that their name tells; the month of grace and the phases are those of article 18b."""

    soort: ClassVar[str] = "taaleis"

    onderwijs_jaren: Waarde[Aantal]
    niveau: Waarde[str]
    taaltest_weken: Waarde[Aantal]
    kennisgeving_weken: Waarde[Aantal]
    respijt_maanden: Waarde[Aantal]
    fasen: Waarde[Annotated[tuple[Fase, ...], AfterValidator(_sluiten_aan)]]
    bij_stoppen: Waarde[tuple[Stopregel, ...]]
    bezwaartermijn_weken: Waarde[Aantal]
    vervolggesprek_maanden: Waarde[Aantal]
    bellen_na_dagen: Waarde[Aantal]
    bellen_uiterlijk_dagen: Waarde[Aantal]
    check_bij_ambitiegesprek: Waarde[bool]
    opvolgen_werkdagen: Waarde[Aantal]
    schema_maanden: Waarde[Aantal]
    zelfde_gedragingen: Waarde[tuple[str, ...]]

    def fase(self, maanden: int) -> int:
        """Return the number (from 0) of the phase after so many whole months."""
        begonnen = [nummer for nummer, fase in enumerate(self.fasen.waarde) if fase.vanaf_maand <= maanden]
        return begonnen[-1] if begonnen else 0

    def stopregel(self, maanden: int) -> Stopregel | None:
        """Return what stands on stopping after so many whole months; None when it is nothing."""
        bereikt = [regel for regel in self.bij_stoppen.waarde if regel.vanaf_maand <= maanden]
        return max(bereikt, key=lambda regel: regel.vanaf_maand, default=None)
