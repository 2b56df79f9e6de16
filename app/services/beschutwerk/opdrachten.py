"""What can be asked in the room beschutwerk."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from app.domain.beschutwerk.feiten import (
    Aanpassing,
    Adviesaanvrager,
    Afwijkreden,
    Beschutwerkgroep,
    Dienstbetrekking,
    Initiatief,
    Overbrugging,
    Plaatssoort,
    UwvAdvies,
)
from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Uren = Annotated[int, Field(ge=1, le=40, description="Uren per week.", examples=[24])]


class BeschutwerkOpdracht(Opdracht):
    """Het begin: ambtshalve of op verzoek."""

    datum: date | None = Field(default=None, description="De dag van het initiatief; standaard vandaag.")
    initiatief: Initiatief = Field(examples=["op_verzoek"])
    groep: Beschutwerkgroep | None = Field(default=None, description="Leeg: nog niet bekend.", examples=["doelgroep"])


class WijzigBeschutwerkOpdracht(Wijziging):
    """Correctie zolang er geen besluit is; wat niet wordt genoemd, blijft."""

    initiatief: Initiatief | None = None
    groep: Beschutwerkgroep | None = Field(default=None, examples=["uwv_uitkering"])


class VoorselectieOpdracht(Opdracht):
    """De voorselectie die aan een ambtshalve vraag aan UWV voorafgaat."""

    datum: date | None = Field(default=None, description="Standaard vandaag.")
    reden: Zin = Field(examples=["Grote afstand tot werk; begeleiding op elke werkplek nodig."])


class AdviesvraagOpdracht(Opdracht):
    """De vraag aan UWV om advies. Een werkgever kan die niet stellen."""

    datum: date | None = Field(default=None, description="De dag van de vraag; standaard vandaag.")
    aanvrager: Adviesaanvrager = Field(examples=["persoon_zelf"])


class UwvadviesOpdracht(Opdracht):
    """Het advies van UWV. Een nieuw advies vervangt het vorige zolang er geen besluit is."""

    datum: date = Field(description="De dag van het advies.", examples=["2026-03-30"])
    advies: UwvAdvies = Field(examples=["beschut_werk"])
    kenmerk: Zin = Field(examples=["UWV-2026-0042"])


class BeschutwerkbesluitOpdracht(Opdracht):
    """Het besluit. Het volgt het advies; afwijken kan alleen als dat onzorgvuldig tot stand kwam."""

    afwijkreden: Afwijkreden | None = Field(default=None, description="Leeg: het besluit volgt het advies.")
    motivering: Tekst = Field(examples=["Het advies is volledig en past bij wat wij van de klant weten."])


class BeschutwerkeindeOpdracht(Opdracht):
    """Waarom de zaak eindigt."""

    reden: Zin = Field(examples=["De klant verhuist naar een andere gemeente."])


class PlekOpdracht(Opdracht):
    """Een plek met de dienstbetrekking. Zij telt pas mee als erover is besloten."""

    begin: date = Field(examples=["2026-05-01"])
    uren: Uren
    dienstbetrekking: Dienstbetrekking = Field(examples=["privaatrechtelijk"])
    plaats: Plaatssoort = Field(examples=["sw_bedrijf"])
    werkgever: Zin = Field(examples=["KonnecteD"])
    vestiging_id: UUID | None = Field(default=None, description="De vestiging, als die bekend is.")


class PlekbesluitOpdracht(Opdracht):
    """Het besluit over de plek. Is het aantal van het jaar bereikt, dan wordt het een weigering en wacht de klant."""

    motivering: Tekst = Field(examples=["De klant staat bovenaan de wachtlijst en de plek past."])


class Aanpassingregel(Opdracht):
    """Wat het werk mogelijk maakt."""

    soort: Aanpassing = Field(examples=["uitsplitsing_taken"])
    omschrijving: Zin = Field(examples=["Alleen inpakken; het plannen doet een ander."])


class AanpassingenOpdracht(Opdracht):
    """Alle aanpassingen zoals zij nu zijn; de lijst vervangt de vorige."""

    aanpassingen: tuple[Aanpassingregel, ...] = Field(max_length=20)


class PlekvervalOpdracht(Opdracht):
    """Waarom de plek niet doorgaat; zij komt weer vrij."""

    reden: Zin = Field(examples=["De klant begon niet."])


class PlekeindeOpdracht(Opdracht):
    """Wanneer en waarom de dienstbetrekking eindigt; `tot` hoort er niet meer bij."""

    tot: date = Field(examples=["2027-05-01"])
    reden: Zin = Field(examples=["Het contract is afgelopen."])


class OverbruggingOpdracht(Opdracht):
    """Wat de klant krijgt tot de dienstbetrekking begint."""

    soort: Overbrugging = Field(examples=["sociale_activering"])
    van: date | None = Field(default=None, description="Standaard vandaag.")
    tot: date | None = Field(default=None, description="Leeg: tot de dienstbetrekking begint.")

    @model_validator(mode="after")
    def _tot_na_van(self) -> Self:
        if self.van and self.tot and self.tot <= self.van:
            raise ValueError("De einddatum ligt niet na de begindatum.")
        return self


class OverbruggingseindeOpdracht(Opdracht):
    """Wanneer en waarom de overbrugging eindigt; `tot` hoort er niet meer bij."""

    tot: date = Field(examples=["2026-05-01"])
    reden: Zin = Field(examples=["De klant stopt met de dagbesteding."])
