"""Antwoorden over wisseloverwegingen en trajecten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.overweging import (
    Indelingsoverdracht,
    Klantgroeptraject,
    Klantgroepverlenging,
    Overweegstatus,
    Wisseloverweging,
)
from app.domain.indeling.feiten import Wisselgrond
from app.domain.indeling.overweging import Overweeguitkomst, Wisselaanleiding
from app.domain.indeling.traject import Trajectresultaat, grond_na_traject
from app.domain.kern.klantgroep import Klantgroep


class Overweging(Uit):
    """Een wissel van klantgroep die wordt of werd overwogen; de klant wisselt alleen door een nieuwe indeling."""

    id: UUID
    klant_id: UUID
    aanleiding: Wisselaanleiding
    status: Overweegstatus
    klantgroep: Klantgroep = Field(description="De klantgroep waaruit de klant zou gaan.")
    voorgesteld: Klantgroep | None = Field(description="Waar de klant meestal heen gaat; leeg als dat open is.")
    vanaf: date = Field(description="Vanaf deze dag moet de wissel worden beoordeeld; kan in de toekomst liggen.")
    omschrijving: str | None
    toetsen: list[Toets]
    onderzoek_gevraagd_op: date | None
    onderzoek_ontvangen_op: date | None
    onderzoek_advies: str | None
    uitkomst: Overweeguitkomst | None
    motivering: str | None
    besloten_op: datetime | None
    besloten_door: UUID | None
    indeling_id: UUID | None = Field(description="De indeling die erop volgde.")
    geopend_op: datetime
    geopend_door: UUID
    beleid_id: str
    beleid_sha256: str
    versie: int

    @classmethod
    def van(cls, rij: Wisseloverweging) -> Self:
        """Show an overweging with the toetsen that led to it."""
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "toetsen"}
        return cls.model_validate(velden | {"toetsen": [Toets.van(toets) for toets in rij.toetsen]})


class Overwegingen(Uit):
    """Wat voor een klant wordt en werd overwogen, het nieuwste eerst."""

    wisseloverwegingen: list[Overweging]

    @classmethod
    def van(cls, rijen: list[Wisseloverweging]) -> Self:
        """Show every overweging."""
        return cls(wisseloverwegingen=[Overweging.van(rij) for rij in rijen])


class Traject(Uit):
    """Een traject dat een klant volgt of volgde."""

    id: UUID
    klant_id: UUID
    code: str
    start: date
    gepland_einde: date
    geeindigd_op: date | None
    resultaat: Trajectresultaat | None
    wisselgrond: Wisselgrond | None = Field(description="De grond die het resultaat geeft voor een wissel.")
    toelichting: str | None
    toetsen: list[Toets]
    toegewezen_op: datetime
    toegewezen_door: UUID
    versie: int

    @classmethod
    def van(cls, rij: Klantgroeptraject) -> Self:
        """Show a traject with the ground that its result gives."""
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in ("toetsen", "wisselgrond")}
        grond = grond_na_traject(rij.resultaat) if rij.resultaat else None
        toetsen = [Toets.van(toets) for toets in rij.toetsen]
        return cls.model_validate(velden | {"wisselgrond": grond, "toetsen": toetsen})


class Trajecten(Uit):
    """De trajecten van een klant, het nieuwste eerst."""

    trajecten: list[Traject]

    @classmethod
    def van(cls, rijen: list[Klantgroeptraject]) -> Self:
        """Show every traject."""
        return cls(trajecten=[Traject.van(rij) for rij in rijen])


class Driegesprekverslag(Uit):
    """De warme overdracht na een wissel."""

    id: UUID
    klant_id: UUID
    indeling_id: UUID
    gehouden_op: date | None
    reden_niet_nodig: str | None
    verslag: str | None
    van_consulent_id: UUID | None
    naar_consulent_id: UUID | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Driegesprekken(Uit):
    """De driegesprekken van een klant, het nieuwste eerst."""

    driegesprekken: list[Driegesprekverslag]

    @classmethod
    def van(cls, rijen: list[Indelingsoverdracht]) -> Self:
        """Show every handover."""
        return cls(driegesprekken=[Driegesprekverslag.model_validate(rij) for rij in rijen])


class Verlenging(Uit):
    """Een verlenging van Matchen, met het nieuwe einde."""

    id: UUID
    klant_id: UUID
    indeling_id: UUID
    start: date = Field(description="De eerste kick-off waarbij de klant aanwezig was.")
    nieuw_einde: date
    motivering: str
    toetsen: list[Toets]
    vastgelegd_op: datetime
    vastgelegd_door: UUID

    @classmethod
    def van(cls, rij: Klantgroepverlenging) -> Self:
        """Show an extension with its toetsen."""
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "toetsen"}
        return cls.model_validate(velden | {"toetsen": [Toets.van(toets) for toets in rij.toetsen]})


class Verlengingen(Uit):
    """De verlengingen van een klant, de nieuwste eerst."""

    verlengingen: list[Verlenging]

    @classmethod
    def van(cls, rijen: list[Klantgroepverlenging]) -> Self:
        """Show every extension."""
        return cls(verlengingen=[Verlenging.van(rij) for rij in rijen])
