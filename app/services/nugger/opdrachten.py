"""What can be asked in the room nugger."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.nugger.feiten import Product
from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Cent = Annotated[int, Field(ge=0, le=2_000_000_000)]


class NuggerverzoekOpdracht(Opdracht):
    """Een verzoek om ondersteuning. Wie in het doelgroepregister staat, hoeft geen inkomen of vermogen te geven."""

    datum: date | None = Field(default=None, description="De dag van het verzoek; standaard vandaag.")
    geen_uitkering: bool = Field(description="De klant is niet-uitkeringsgerechtigd.", examples=[True])
    inkomen: Cent | None = Field(
        default=None, description="Eigen bruto inkomen per maand, in eurocent.", examples=[180000]
    )
    vermogen: Cent | None = Field(default=None, description="Vermogen volgens artikel 34, in eurocent.", examples=[0])
    wens: Zin = Field(examples=["Wil weer aan het werk in de zorg."])


class WijzigNuggerverzoekOpdracht(Wijziging):
    """Aanvulling of correctie; wat niet wordt genoemd, blijft."""

    inkomen: Cent | None = Field(default=None, examples=[175000])
    vermogen: Cent | None = None
    wens: Zin | None = None


class Nuggeroordeel(Opdracht):
    """Het oordeel van een mens waar geen zeker bedrag is om mee te vergelijken."""

    inkomen_binnen_grens: bool | None = None
    vermogen_binnen_grens: bool | None = None
    reden: Tekst


class NuggerbesluitOpdracht(Opdracht):
    """Het besluit. De uitkomst volgt uit de feiten; de doelmatigheid beoordeelt en motiveert u."""

    doelmatig: bool = Field(examples=[True])
    motivering: Tekst = Field(examples=["Met begeleiding is werk binnen zes maanden haalbaar."])
    oordeel: Nuggeroordeel | None = None


class NuggerintrekkingOpdracht(Opdracht):
    """Waarom het verzoek niet doorgaat."""

    reden: Zin = Field(examples=["De klant vond zelf werk."])


class NuggerinzetOpdracht(Opdracht):
    """Wat wordt ingezet na een toekenning."""

    product: Product = Field(examples=["routekaart_op_weg_naar_werk"])
    van: date | None = Field(default=None, description="Standaard vandaag.")


class NuggerinzetEindeOpdracht(Opdracht):
    """Wanneer en waarom de inzet eindigt; `tot` hoort er niet meer bij."""

    tot: date = Field(examples=["2026-06-30"])
    reden: Zin = Field(examples=["De klant heeft werk."])
