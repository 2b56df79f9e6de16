"""Antwoorden over brieven."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.brief.brief import Briefstand, Briefstapsoort, Briefstatus, Briefvorm
from app.domain.brief.documenten import Formeeldocument, Postwijze


class Briefverzending(Uit):
    """Wanneer en hoe de brief is verzonden."""

    datum: date
    wijzen: list[Postwijze]
    kenmerk_aangetekend: str | None
    gezet_door: UUID
    gezet_op: datetime


class Briefgebeurtenis(Briefverzending):
    """Wat er met de brief gebeurde; de laatste verzending die niet is herroepen, telt."""

    soort: Briefstapsoort
    reden: str | None


class Briefgegevens(Uit):
    """Een brief die deze dienst maakte. De bytes wijzigen nooit; `status` volgt uit wat er met de brief gebeurde."""

    id: UUID
    klant_id: UUID
    soort: Formeeldocument
    onderwerp_id: UUID = Field(description="De zaak of het besluit waarover de brief gaat.")
    kenmerk: str = Field(examples=["2026-C81D0E6A55"])
    titel: str = Field(examples=["Uitnodiging voor een gesprek op dinsdag 14 april 2026"])
    datum: date
    gesprek_op: date | None
    status: Briefstatus
    met_adres: bool = Field(description="Of er bij het maken een adres bekend was.")
    verzendwijzen: list[Postwijze] = Field(description="Hoe de brief moet worden verzonden, de gewone wijze eerst.")
    alle_verzendwijzen: bool = Field(description="Waar: op al deze wijzen op één dag. Anders: op een ervan.")
    verzending: Briefverzending | None
    gebeurtenissen: list[Briefgebeurtenis]
    pdf_sha256: str
    html_sha256: str
    beleid_id: str = Field(examples=["GM0150/brief/2020-01-01"])
    gemaakt_door: UUID
    gemaakt_op: datetime

    @classmethod
    def van(cls, stand: Briefstand) -> Self:
        """Show a letter with what happened to it."""
        brief = stand.brief
        eigen = {naam: getattr(brief, naam) for naam in cls.model_fields if hasattr(brief, naam)}
        return cls(
            **eigen,
            status=stand.status,
            verzendwijzen=brief.eis["wijzen"],
            alle_verzendwijzen=brief.eis["allemaal"],
            verzending=None if stand.verzending is None else Briefverzending.model_validate(stand.verzending),
            gebeurtenissen=[Briefgebeurtenis.model_validate(stap) for stap in stand.stappen],
            pdf_sha256=stand.sha256[Briefvorm.PDF],
            html_sha256=stand.sha256[Briefvorm.HTML],
        )


class Brieven(Uit):
    """De brieven aan een klant, de nieuwste eerst."""

    brieven: list[Briefgegevens]

    @classmethod
    def van(cls, standen: list[Briefstand]) -> Self:
        """Show letters."""
        return cls(brieven=[Briefgegevens.van(stand) for stand in standen])
