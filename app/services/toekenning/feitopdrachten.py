"""What can be recorded of a voorziening that was granted."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.domain.toekenning.feit import Toekenningfeitsoort
from app.domain.toekenning.verloop import Toekenninguitkomst
from app.services.handeling import Opdracht
from app.services.toekenning.opdrachten import Cent, Code, Tekst, Voorzieningantwoord, Zin


class _Melding(Opdracht):
    datum: date = Field(examples=["2026-05-11"])


class _MetAntwoorden(_Melding):
    antwoorden: dict[Code, Voorzieningantwoord] = Field(
        default_factory=dict, max_length=50, description="Antwoorden op vragen die bij dit moment horen, op code."
    )


class Startmelding(_MetAntwoorden):
    """De voorziening is begonnen."""

    soort: Literal[Toekenningfeitsoort.START]
    toelichting: Zin | None = None


class Voortgangsmelding(_MetAntwoorden):
    """Hoe het gaat, eventueel over één onderdeel van de voorziening."""

    soort: Literal[Toekenningfeitsoort.VOORTGANG]
    onderdeel: Code | None = Field(default=None, examples=["leerdoel"])
    toelichting: Tekst = Field(examples=["De klant werkt nu zelfstandig aan de kassa."])


class Voorzieningsverzuim(_Melding):
    """De klant kwam niet. Met een afspraak volgt de gewone afhandeling van die afspraak."""

    soort: Literal[Toekenningfeitsoort.NO_SHOW]
    afspraak_id: UUID | None = Field(default=None, description="De afspraak waarop de klant niet kwam.")
    reden_klant: Zin | None = Field(default=None, description="Wat de klant er zelf over zegt.")


class Voorzieningsevaluatie(_MetAntwoorden):
    """Een evaluatie met de klant, en wanneer de volgende is."""

    soort: Literal[Toekenningfeitsoort.EVALUATIE]
    toelichting: Tekst = Field(examples=["De leerdoelen zijn gehaald; de klant wil verder in de zorg."])
    volgende: date | None = Field(default=None, description="Wanneer opnieuw wordt geëvalueerd.")


class Kostenvordering(_Melding):
    """Onnodig gemaakte re-integratiekosten die worden teruggevraagd."""

    soort: Literal[Toekenningfeitsoort.KOSTENVORDERING]
    bedrag: Cent = Field(examples=[125000])
    basis: Code = Field(examples=["civielrechtelijk"])
    verrekenen: bool = Field(default=False, description="Of met de uitkering wordt verrekend; dat kan niet.")
    toelichting: Tekst = Field(examples=["De cursus is betaald maar de klant heeft haar zonder reden nooit gevolgd."])


class Voorwaardenmelding(_Melding):
    """Of de voorwaarden van de verordening van 2017 nog zijn vervuld."""

    soort: Literal[Toekenningfeitsoort.VOORWAARDEN_2017]
    vervuld: bool = Field(examples=[False])
    toelichting: Tekst = Field(examples=["De klant heeft geen recht meer op ondersteuning bij het vinden van werk."])


class Afrondingsmelding(_Melding):
    """Wat de voorziening heeft opgeleverd."""

    soort: Literal[Toekenningfeitsoort.AFRONDING]
    uitkomst: Toekenninguitkomst = Field(examples=["betaald_werk"])
    toelichting: Tekst = Field(examples=["De klant heeft een arbeidsovereenkomst voor 32 uur bij dezelfde werkgever."])


Toekenningfeitmelding = Annotated[
    Startmelding
    | Voortgangsmelding
    | Voorzieningsverzuim
    | Voorzieningsevaluatie
    | Kostenvordering
    | Voorwaardenmelding
    | Afrondingsmelding,
    Field(discriminator="soort"),
]


class ToekenningfeitintrekkingOpdracht(Opdracht):
    """Waarom wat is vastgelegd niet klopt."""

    reden: Zin = Field(examples=["Bij de verkeerde voorziening vastgelegd."])
