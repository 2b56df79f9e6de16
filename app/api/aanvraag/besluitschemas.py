"""Antwoorden over het rapport, het concept, het besluit en de verzending."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.aanvraag.beschikking import Aanvraagconcept as Conceptrij
from app.db.aanvraag.beschikking import Conceptstatus
from app.db.besluit import Besluitstand, Besluitstatus
from app.domain.aanvraag.beslissing import TER_INFORMATIE
from app.domain.aanvraag.feiten import Aanvraagkeuze, Zoekoordeel


class Rapport(Uit):
    """Een rapport over het recht op uitkering."""

    nr: int
    tekst: str
    werkt: bool
    uit_te_betalen: list[date]
    bijlagen: list[UUID]
    tijdstip: datetime
    medewerker_id: UUID


class Concept(Uit):
    """Een concept van de beschikking, met wat er voor het besluit nog ontbreekt."""

    id: UUID
    nr: int
    keuze: Aanvraagkeuze
    status: Conceptstatus
    dictum: str = Field(description="Wat het besluit zou zijn; `voorleggen` als er nog iets ontbreekt.")
    opdracht: dict[str, Any] = Field(description="Wat de inkomensconsulent wil besluiten.")
    toetsen: list[Toets]
    ontbreekt: list[Toets] = Field(description="Voorwaarden die het besluit in de weg staan.")
    ter_informatie: list[Toets] = Field(description="Wat wordt getoond en niets tegenhoudt, zoals UWV.")
    beschikking: list[str] = Field(description="De tekst van de beschikking, uit de toetsen geschreven.")
    reden_intrekking: str | None
    gemaakt_op: datetime
    gemaakt_door: UUID

    @classmethod
    def van(cls, rij: Conceptrij) -> Self:
        """Show a draft."""
        toetsen = [Toets.van(toets) for toets in rij.toetsen]
        info = [toets for toets in toetsen if toets.voorwaarde in TER_INFORMATIE]
        mist = [toets for toets in toetsen if toets not in info and toets.uitkomst.value != "voldaan"]
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if hasattr(rij, naam)}
        afgeleid = {"toetsen": toetsen, "ontbreekt": mist, "ter_informatie": info, "beschikking": rij.motivering}
        return cls.model_validate(vast | afgeleid)


class Besluitregel(Uit):
    """Een besluit op de aanvraag; alles daarover staat onder `/besluiten/{id}`."""

    id: UUID
    dictum: str
    status: Besluitstatus
    genomen_op: datetime
    genomen_door: UUID

    @classmethod
    def van(cls, stand: Besluitstand) -> Self:
        """Show how far a besluit is."""
        besluit = stand.besluit
        return cls(
            id=besluit.id,
            dictum=besluit.dictum,
            status=stand.status,
            genomen_op=besluit.genomen_op,
            genomen_door=besluit.genomen_door,
        )


class Verzending(Uit):
    """Waar de beschikking heen ging."""

    besluit_id: UUID
    aan: str = Field(description="Het printadres.", examples=["printen@deventer.example"])
    cc: list[str]
    cc_rapporteur_id: UUID | None
    bijlagen: list[str]
    tijdstip: datetime


class Zoekperiodeoordeel(Uit):
    """Wat de inkomensconsulent over de afspraken van de zoekperiode hoorde, en wat er toen is gekozen."""

    oordeel: Zoekoordeel
    reden: str | None
    hersteltermijn_tot: date | None
    tijdstip: datetime
    medewerker_id: UUID
