"""Antwoorden over toekenningen."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, PlainSerializer

from app.api.schema import Uit
from app.db.besluit import Besluitstand, Besluitstatus
from app.domain.toekenning.feit import Toekenningfeitsoort
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from app.services.toekenning.lezen import Toekenningbeeld

Uren = Annotated[Decimal, PlainSerializer(float, return_type=float)]


class Gegevenantwoord(Uit):
    """Een antwoord bij de voorziening; leeg als het nog niet bekend is."""

    waarde: bool | None
    toelichting: str | None = None


class Toekenningsbesluit(Uit):
    """Een besluit over de voorziening."""

    id: UUID
    soort: str
    dictum: str
    status: Besluitstatus
    genomen_op: datetime

    @classmethod
    def van_stand(cls, stand: Besluitstand) -> Self:
        """Show one besluit."""
        eigen = {naam: getattr(stand.besluit, naam) for naam in ("id", "soort", "dictum", "genomen_op")}
        return cls(status=stand.status, **eigen)


class Toekenningverloop(Uit):
    """Iets dat met de voorziening is gebeurd; wat is ingetrokken telt niet meer."""

    id: UUID
    soort: Toekenningfeitsoort
    datum: date
    inhoud: dict[str, Any]
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class Hardheidsafwijking(Uit):
    """Een voorstel om van een artikel van de beleidsregels af te wijken; `akkoord` is leeg tot een ander besloot."""

    id: UUID
    artikel: str
    lid: str | None
    reden: str
    voorgesteld_op: datetime
    voorgesteld_door: UUID
    akkoord: bool | None
    toelichting: str | None
    besloten_op: date | None
    besloten_door: UUID | None
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class Overeenkomsthandtekening(Uit):
    """Een handtekening onder de overeenkomst."""

    partij: str = Field(examples=["werkgever"])
    datum: date
    bewijs: str


class Voorzieningsovereenkomst(Uit):
    """De overeenkomst over de voorziening; `ondertekendOp` is leeg tot alle partijen tekenden."""

    id: UUID
    brief_id: UUID
    afspraken: dict[str, str]
    partijen: list[str]
    handtekeningen: list[Overeenkomsthandtekening]
    ondertekend_op: date | None
    gemaakt_op: datetime
    gemaakt_door: UUID
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class Voorzieningsplan(Uit):
    """Waar de voorziening staat in het plan van aanpak dat vandaag geldt."""

    plan_id: UUID
    versie_nr: int
    verplicht: bool = Field(description="Of het plan het gebruiken van de voorziening als verplichting noemt.")


class Overgang2017(Uit):
    """Wat van een voorziening van 2017 bekend is; de oude doelgroep is alleen geschiedenis."""

    naam: str
    besluit_kenmerk: str
    besluit_datum: date
    verlengingen: int
    oude_doelgroep: str | None
    voorwaarden_vervuld: bool | None
    voortgezet: bool


class Toekenning(Uit):
    """Een voorziening voor een klant. Bedragen in eurocent, uren per week; `tot` hoort er niet meer bij."""

    id: UUID
    versie: int
    klant_id: UUID
    code: str = Field(examples=["werkervaringsplaats"])
    naam: str = Field(examples=["Werkervaringsplaats"])
    regime: Verordeningsregime = Field(description="De verordening waaronder zij valt.")
    stand: Toekenningstand
    van: date
    tot: date | None
    uren: Uren | None
    kosten: int | None
    vestiging_id: UUID | None
    dienstverband_id: UUID | None
    loon: int | None
    antwoorden: dict[str, Gegevenantwoord]
    gegevens: dict[str, Any]
    collegebesluit: dict[str, Any] | None
    overgang: Overgang2017 | None
    gestart_op: date | None
    laatste_dag: date | None = Field(description="De laatste dag, als de voorziening voorbij is.")
    uiterste_dag: date | None = Field(description="Tot en met welke dag zij door kan gaan.")
    eindegrond: str | None = Field(description="De letter van artikel 3 waarop zij is beëindigd.")
    uitkomst: str | None
    reden_intrekking: str | None
    reden_heropening: str | None = Field(description="Waarom het concept het laatst weer is geopend.")
    reden_hervatting: str | None = Field(description="Waarom zij na een beëindiging het laatst doorging.")
    opgesteld_op: datetime
    opgesteld_door: UUID
    besluiten: list[Toekenningsbesluit]
    verloop: list[Toekenningverloop]
    hardheid: list[Hardheidsafwijking]
    overeenkomsten: list[Voorzieningsovereenkomst]
    plan: Voorzieningsplan | None

    @classmethod
    def van_beeld(cls, beeld: Toekenningbeeld) -> Self:
        """Show a toekenning with its besluiten and what happened to it."""
        afgeleid = {
            "naam": beeld.naam,
            "uiterste_dag": beeld.uiterste_dag,
            "besluiten": [Toekenningsbesluit.van_stand(stand) for stand in beeld.besluiten],
            "verloop": [Toekenningverloop.model_validate(feit) for feit in beeld.feiten],
            "hardheid": [Hardheidsafwijking.model_validate(voorstel) for voorstel in beeld.hardheid],
            "plan": beeld.plan,
            "overeenkomsten": [Voorzieningsovereenkomst.model_validate(deel) for deel in beeld.overeenkomsten],
        }
        vast = {naam: getattr(beeld.toekenning, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Toekenningen(Uit):
    """De toekenningen van een klant, de vroegste eerst."""

    toekenningen: list[Toekenning]

    @classmethod
    def van(cls, beelden: list[Toekenningbeeld]) -> Self:
        """Show every toekenning."""
        return cls(toekenningen=[Toekenning.van_beeld(beeld) for beeld in beelden])
