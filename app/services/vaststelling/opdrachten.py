"""What a caller can ask about decisions on policy."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.domain.vaststelling.beleid import Orgaan
from app.domain.vaststelling.opvolging import Adviesoordeel
from app.services.handeling import Opdracht

Kenmerk = Annotated[str, StringConstraints(min_length=3, max_length=200)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]


class VaststellingOpdracht(Opdracht):
    """Het besluit waarmee een versie van het beleid is vastgesteld en wordt geactiveerd."""

    pakket: Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}/[a-z_/]{2,60}[0-9-]{10}(@[0-9-]{10})?$")] = Field(
        description="De versie, zoals `GET /beleid` haar noemt.", examples=["GM0150/voorziening/2021-01-01"]
    )
    orgaan: Orgaan = Field(examples=["raad"])
    datum: date = Field(examples=["2021-03-30"])
    kenmerk: Kenmerk = Field(description="Kenmerk van het besluit.", examples=["2021-0417"])
    toelichting: Tekst = Field(
        description="Wat er verandert, voor wie ermee werkt.",
        examples=["Een werkervaringsplaats duurt voortaan hoogstens drie maanden."],
    )


class VaststellingintrekkingOpdracht(Opdracht):
    """Waarom de vastlegging niet klopt."""

    reden: Annotated[str, StringConstraints(min_length=5, max_length=500)] = Field(examples=["Het verkeerde pakket."])


class AdviesvervolgOpdracht(Opdracht):
    """Advies over deze versie."""

    soort: Literal["advies"]
    datum: date = Field(examples=["2021-03-04"])
    orgaan: Kenmerk | None = Field(default=None, description="Zonder opgave het adviesorgaan van de gemeente.")
    oordeel: Adviesoordeel = Field(examples=["positief_met_aanbevelingen"])
    aanbevelingen: Tekst | None = None


class ReactievervolgOpdracht(Opdracht):
    """De reactie van het college op het advies."""

    soort: Literal["reactie"]
    datum: date = Field(examples=["2021-04-01"])
    kenmerk: Kenmerk = Field(examples=["2021-0502"])


class BekendmakingvervolgOpdracht(Opdracht):
    """Waar het besluit bekend is gemaakt."""

    soort: Literal["bekendmaking"]
    datum: date = Field(examples=["2021-04-08"])
    vindplaats: Kenmerk = Field(examples=["Gemeenteblad 2021, 100000"])


class InformatievervolgOpdracht(Opdracht):
    """Hoe de gebruikers zijn ingelicht."""

    soort: Literal["informatie"]
    datum: date = Field(examples=["2021-04-12"])
    wijze: Kenmerk = Field(examples=["Informatiebijeenkomst voor de uitvoering"])


VaststellingvervolgOpdracht = Annotated[
    AdviesvervolgOpdracht | ReactievervolgOpdracht | BekendmakingvervolgOpdracht | InformatievervolgOpdracht,
    Field(discriminator="soort"),
]
