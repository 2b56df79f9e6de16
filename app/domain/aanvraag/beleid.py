"""The policy of the aanvraag: terms of the law and of the house, teams, addresses and duties."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]
Maanden = Annotated[int, Field(ge=0)]
Procent = Annotated[Decimal, Field(ge=0, le=100)]
Adres = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Team(BaseModel):
    """The team of the follow-up werkproces, and where its copy of a beschikking goes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    adres: Adres


class AanvraagBeleid(Beleid):
    """Terms in the unit that their name tells; ``plichten`` per klantgroep, and ``altijd`` for everybody."""

    soort: ClassVar[str] = "aanvraag"

    # national
    terugwerkend_maanden: Waarde[Maanden]
    partner_zonder_recht_procent: Waarde[Procent]
    buiten_behandeling_weken: Waarde[Aantal]
    bezwaartermijn_weken: Waarde[Aantal]

    # the municipality's
    leeftijdsgrens: Waarde[Aantal]
    team_jonger: Waarde[Team]
    team_ouder: Waarde[Team]
    opvolgen_werkdagen: Waarde[Aantal]
    tijdelijk_maanden: Waarde[Aantal]
    printadres: Waarde[Adres]
    upload_maximum_megabyte: Waarde[Annotated[int, Field(ge=1, le=10)]]
    plichten: Waarde[dict[str, tuple[str, ...]]]
