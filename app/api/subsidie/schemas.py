"""Antwoorden over subsidies en vergoedingen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit, Velden
from app.api.subsidie.betaalschemas import Betaalopdracht, Subsidiefactuur
from app.api.subsidie.rekenschemas import Subsidiecijfer, Subsidietermijnberekening
from app.db.besluit import Besluitstatus
from app.db.subsidie.subsidie import Subsidiestand, Subsidietermijn, Termijnstand
from app.db.subsidie.vordering import Vorderingbasis, Vorderingstand
from app.domain.subsidie.beslissing import Subsidiebeslissing
from app.domain.subsidie.model import Bijlagesoort, GebruiktCijfer, Regelingcode, Subsidiedictum
from app.services.subsidie.lezen import Subsidiebeeld


class Subsidiebeoordeling(Uit):
    """Wat de regels nu van de aanvraag zeggen; bij `voorleggen` is er nog iets open."""

    uitkomst: Subsidiedictum
    totaal: int | None = Field(description="Eurocent.")
    formule: str | None
    termijnen: list[Subsidietermijnberekening]
    toetsen: list[Toets]

    @classmethod
    def van(cls, bron: Subsidiebeslissing) -> Self:
        """Show what would be decided."""
        schema = bron.betaalschema
        return cls(
            uitkomst=bron.dictum,
            totaal=schema.totaal if schema else None,
            formule=schema.formule if schema else None,
            termijnen=[Subsidietermijnberekening.van(termijn) for termijn in schema.termijnen] if schema else [],
            toetsen=[Toets.van(toets) for toets in bron.toetsen],
        )


class Subsidiebesluit(Uit):
    """Een besluit over deze subsidie."""

    id: UUID
    soort: str
    dictum: str
    status: Besluitstatus
    genomen_op: datetime


class Termijnbedrag(Uit):
    """Een toegekend bedrag, met de ingevulde formule, de cijfers en hoe ver het is."""

    id: UUID
    versie: int
    nummer: int
    maand: date | None
    bedrag: int = Field(description="Eurocent.")
    formule: str = Field(examples=["50 % van € 2.337,00 = € 1.168,50"])
    begrensd: bool
    betaalbaar_vanaf: date
    bijlagen: list[Bijlagesoort]
    stand: Termijnstand
    reden: str | None
    cijfers: list[Subsidiecijfer]

    @classmethod
    def van(cls, rij: Subsidietermijn) -> Self:
        """Show a termijn."""
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "cijfers"}
        cijfers = [Subsidiecijfer.van(GebruiktCijfer.model_validate(cijfer)) for cijfer in rij.cijfers]
        return cls(**velden, cijfers=cijfers)


class Subsidiebudget(Uit):
    """Of er geld is: gereserveerd, op de wachtlijst, op, verplicht of vrijgegeven; per jaar in eurocent."""

    stand: str = Field(examples=["gereserveerd"])
    plaats: int | None = Field(description="De plaats op de wachtlijst.")
    delen: dict[str, int] = Field(examples=[{"2026": 150000}])


class Subsidievordering(Uit):
    """Wat wordt teruggevorderd of teruggevraagd, en hoe dat afliep."""

    id: UUID
    versie: int
    basis: Vorderingbasis
    bedrag: int = Field(description="Eurocent.")
    reden: str
    stand: Vorderingstand
    reden_afhandeling: str | None
    ingesteld_op: datetime
    afgehandeld_op: datetime | None


class Subsidie(Uit):
    """Een aanvraag om een subsidie of vergoeding, en wat ervan kwam."""

    id: UUID
    versie: int
    klant_id: UUID
    regeling: Regelingcode
    stand: Subsidiestand
    ontvangen_op: date
    dienstverband_id: UUID | None
    werkgever_id: UUID | None
    aanvullen_tot: date | None = Field(description="Laatste dag om de aanvraag aan te vullen.")
    aanvullen_wat: str | None = Field(description="Wat de aanvrager nog moet geven.")
    reden_intrekking: str | None
    geopend_op: datetime
    geopend_door: UUID
    gegevens: Velden = Field(description="Wat de aanvraag zegt, met de veldnamen waarmee zij is ingediend.")
    beoordeling: Subsidiebeoordeling | None = Field(description="Leeg zodra er een besluit is.")
    toegekend: int | None = Field(description="Eurocent; wat is toegekend en niet is vervallen.")
    budget: Subsidiebudget | None = Field(description="Wat er op het budget is geboekt; leeg als er niets is geboekt.")
    termijnen: list[Termijnbedrag]
    facturen: list[Subsidiefactuur]
    betaalopdrachten: list[Betaalopdracht]
    vorderingen: list[Subsidievordering]
    besluiten: list[Subsidiebesluit]

    @classmethod
    def van(cls, beeld: Subsidiebeeld) -> Self:
        """Show a subsidie with what the rules say of it now."""
        telt = [termijn.bedrag for termijn in beeld.termijnen if termijn.stand is not Termijnstand.VERVALLEN]
        afgeleid = {
            "beoordeling": Subsidiebeoordeling.van(beeld.beoordeling) if beeld.beoordeling else None,
            "toegekend": sum(telt) if beeld.termijnen else None,
            "budget": Subsidiebudget.model_validate(beeld.rij.budget) if beeld.rij.budget else None,
            "termijnen": [Termijnbedrag.van(termijn) for termijn in beeld.termijnen],
            "facturen": [Subsidiefactuur.van(factuur) for factuur in beeld.facturen],
            "betaalopdrachten": [Betaalopdracht.van(opdracht) for opdracht in beeld.opdrachten],
            "vorderingen": [Subsidievordering.model_validate(vordering) for vordering in beeld.vorderingen],
            "besluiten": [
                Subsidiebesluit(
                    id=stand.besluit.id,
                    soort=stand.besluit.soort,
                    dictum=stand.besluit.dictum,
                    status=stand.status,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
        }
        vast = {naam: getattr(beeld.rij, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Subsidies(Uit):
    """De subsidies en vergoedingen van een klant, de oudste eerst."""

    subsidies: list[Subsidie]

    @classmethod
    def van(cls, beelden: list[Subsidiebeeld]) -> Self:
        """Show every subsidie."""
        return cls(subsidies=[Subsidie.van(beeld) for beeld in beelden])
