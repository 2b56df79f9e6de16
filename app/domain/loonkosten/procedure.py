"""The policy around loonkostensubsidie: terms, methods, and what the uniform loonwaarde report must meet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag

Aantal = Annotated[int, Field(ge=1)]
Tekst = Annotated[str, Field(min_length=1)]


class Werkgeversrecht(BaseModel):
    """What an employer can call upon since a day once somebody is in the doelgroepregister, and who decides on it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Tekst
    naam: Tekst
    vanaf: date
    beoordelaar: Tekst
    uitleg: Tekst
    grondslag: Grondslag


class LoonkostenBeleid(Beleid):
    """Terms in the unit that their name tells; ``hoofdtaak_procent_van_week`` is the least part of the working week."""

    soort: ClassVar[str] = "loonkosten"

    bezwaartermijn_weken: Waarde[Aantal]
    beslissen_weken: Waarde[Aantal]
    aanvraag_maanden: Waarde[Aantal]
    verzoek_maanden: Waarde[Aantal]
    hoofdtaken_max: Waarde[Aantal]
    hoofdtaak_procent_van_week: Waarde[Annotated[Decimal, Field(gt=0, le=100)]]
    hoofdtaak_minuten_per_dag: Waarde[Aantal]
    praktijkroute_vanaf: Waarde[date]
    werkgeversrechten: Waarde[tuple[Werkgeversrecht, ...]]
    loonwaardemethoden: Waarde[Annotated[tuple[Tekst, ...], Field(min_length=1)]]
    praktijkroutemethoden: Waarde[Annotated[tuple[Tekst, ...], Field(min_length=1)]]
    adviseur: Waarde[Tekst]
    herinnering_werkdagen: Waarde[Aantal]
    opvolgen_werkdagen: Waarde[Aantal]
