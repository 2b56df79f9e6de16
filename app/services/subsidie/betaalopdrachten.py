"""What can be asked about invoices and payments."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.subsidie.model import Bijlagesoort
from app.services.handeling import Opdracht

Zin = Annotated[str, StringConstraints(min_length=5, max_length=500)]
Bedrag = Annotated[int, Field(ge=1, le=100_000_000)]
Nummer = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f]+$")]


class Factuurbijlage(Opdracht):
    """Wat er bij de factuur zit."""

    soort: Bijlagesoort = Field(examples=["laatste_loonstrook"])
    omschrijving: Zin = Field(examples=["Loonstrook van september 2026."])


class SubsidiefactuurOpdracht(Opdracht):
    """Een factuur van de werkgever voor één deel van de subsidie."""

    termijn: int = Field(ge=1, le=240, description="Het nummer van het deel.", examples=[1])
    factuurnummer: Nummer = Field(examples=["2026-0117"])
    factuurdatum: date = Field(examples=["2026-03-31"])
    bedrag: Bedrag = Field(description="Eurocent.", examples=[150000])
    loonkosten: int | None = Field(
        default=None,
        ge=0,
        le=100_000_000,
        description="De loonkosten op de loonstrook, in eurocent; nodig als een deel daarvan wordt betaald.",
    )
    bijlagen: tuple[Factuurbijlage, ...] = Field(default=(), max_length=20)


class FactuurbeoordelingOpdracht(Opdracht):
    """Het oordeel over een factuur die is aangehouden."""

    akkoord: bool = Field(examples=[True])
    bedrag: Bedrag | None = Field(default=None, description="Als er minder wordt betaald; eurocent.")
    reden: Zin = Field(examples=["Het dienstverband eindigde buiten de schuld van de werkgever."])


class FactuurintrekkingOpdracht(Opdracht):
    """Waarom de factuur niet telt, bijvoorbeeld omdat zij verkeerd is overgenomen."""

    reden: Zin = Field(examples=["Verkeerd bedrag overgenomen."])


class BetaalleveringOpdracht(Opdracht):
    """Hoeveel betaalopdrachten u ten hoogste ophaalt."""

    aantal: int = Field(default=100, ge=1, le=500, examples=[100])


class BetaalbevestigingOpdracht(Opdracht):
    """De financiële administratie heeft betaald."""

    extern_kenmerk: str | None = Field(default=None, max_length=100, examples=["FIN-2026-004711"])


class BetaalafwijzingOpdracht(Opdracht):
    """De financiële administratie kon niet betalen."""

    reden: Zin = Field(examples=["Het rekeningnummer is opgeheven."])


class BetaalcorrectieOpdracht(Opdracht):
    """Waarom een betaalopdracht wordt geannuleerd of tegengeboekt."""

    reden: Zin = Field(examples=["Het bedrag hoorde bij een andere werkgever."])
