"""What can be asked when a subsidie stops, is fixed, or is claimed back."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.subsidie.einde import Verlagingsgrond
from app.domain.subsidie.gegevens import Aanspraak
from app.services.handeling import Opdracht

Zin = Annotated[str, StringConstraints(min_length=5, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Bedrag = Annotated[int, Field(ge=1, le=100_000_000)]


class SubsidievaststellingOpdracht(Opdracht):
    """Waarop de subsidie wordt vastgesteld, en of wat te veel is betaald, wordt teruggevorderd."""

    bedrag: int = Field(ge=0, le=100_000_000, description="Eurocent.", examples=[300000])
    grond: Verlagingsgrond | None = Field(default=None, description="Nodig als het minder is dan toegekend.")
    terugvorderen: bool = Field(default=False)
    motivering: Tekst = Field(examples=["De werkgever voldeed aan alle voorwaarden."])


class TermijnbeoordelingOpdracht(Opdracht):
    """Wat er gebeurt met een deel dat wordt aangehouden."""

    betalen: bool = Field(description="Dit deel kan nog worden betaald; zo niet, dan vervalt het.", examples=[True])
    bedrag: Bedrag | None = Field(default=None, description="Als er minder wordt betaald; eurocent.")
    reden: Zin = Field(examples=["De werkgever maakte deze kosten al."])


class AanspraakmeldingOpdracht(Opdracht):
    """Een aanspraak op een andere regeling die later bleek."""

    aanspraak: Aanspraak = Field(examples=["loonkostenvoordeel"])
    gebleken_op: date = Field(examples=["2026-03-31"])
    bron: Zin = Field(examples=["Opgave van de werkgever bij de jaarcontrole."])


class Terugvraagbasis(StrEnum):
    """On what somebody may want to claim back; only civil law will do (DEV-VRZ-910)."""

    CIVIELRECHTELIJK = "civielrechtelijk"
    PARTICIPATIEWET = "participatiewet"


class SubsidieterugvorderingOpdracht(Opdracht):
    """Wat buiten een vaststelling om wordt teruggevraagd; dat kan alleen volgens het Burgerlijk Wetboek."""

    basis: Terugvraagbasis = Field(examples=["civielrechtelijk"])
    verrekenen_met_uitkering: bool = Field(default=False)
    bedrag: Bedrag = Field(description="Eurocent.", examples=[5000])
    reden: Zin = Field(examples=["De kosten zijn niet gemaakt."])


class Afhandeling(StrEnum):
    """What came of a claim."""

    VOLDAAN = "voldaan"
    INGETROKKEN = "ingetrokken"


class VorderingafhandelingOpdracht(Opdracht):
    """Hoe de vordering afliep."""

    uitkomst: Afhandeling = Field(examples=["voldaan"])
    reden: Zin = Field(examples=["Betaald op de rekening van de gemeente."])
