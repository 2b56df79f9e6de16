"""What a caller can ask about individual guidance."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from app.domain.begeleiding.soorten import Contactvorm, Doelactiestatus, Werkplek
from app.services.handeling import Opdracht

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Onderwerp = Annotated[str, StringConstraints(min_length=2, max_length=60)]


class ContactmomentOpdracht(Opdracht):
    """Contact met de klant, met wat er is besproken."""

    tijdstip: AwareDatetime | None = Field(default=None, description="Standaard nu.")
    vorm: Contactvorm = Field(examples=["telefoon"])
    onderwerpen: tuple[Onderwerp, ...] = Field(min_length=1, max_length=10, examples=[["vacatures"]])
    afspraken: Zin | None = Field(default=None, examples=["Reageert deze week op twee vacatures"])


class IntrekContactOpdracht(Opdracht):
    """Waarom een contactmoment niet klopt."""

    reden: Zin = Field(examples=["Bij de verkeerde klant vastgelegd"])


class ContactafspraakOpdracht(Opdracht):
    """Hoe vaak er contact is."""

    elke_dagen: int = Field(ge=1, le=366, description="Aantal dagen tussen twee contacten.", examples=[14])


class DoelactieOpdracht(Opdracht):
    """Een punt van het doel-actieplan."""

    omschrijving: Zin = Field(examples=["Twee mensen spreken die dit werk doen"])
    uiterlijk: date | None = Field(default=None, examples=["2026-05-01"])


class WijzigDoelactieOpdracht(DoelactieOpdracht):
    """Een punt van het doel-actieplan zoals het nu is."""

    status: Doelactiestatus = Field(examples=["gedaan"])
    resultaat: Zin | None = None


class WerkplekOpdracht(Opdracht):
    """Waar de klant verdergaat na de eerste weken."""

    keuze: Werkplek = Field(examples=["extern"])
    reden: Zin | None = Field(default=None, examples=["Binnen is geen plek door de maatregelen"])
