"""Antwoorden over documenten en formulieren."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.domain.aanvraag.documenten import Documentsoort, Ontvangstkanaal, Scanner
from app.domain.aanvraag.formulier import Invuller


class Document(Uit):
    """Een pdf in de zaak. Een ingetrokken document is niet meer te openen."""

    id: UUID
    aanvraag_id: UUID
    stuk_id: UUID | None
    soort: Documentsoort
    omschrijving: str
    maand: date | None = Field(description="Bij een salarisspecificatie: de eerste dag van de maand.")
    kanaal: Ontvangstkanaal
    gescand_door: Scanner
    medewerker_id: UUID
    ontvangen_op: date
    toegevoegd_op: datetime
    omvang: int = Field(description="In bytes.")
    sha256: str
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class Documentenlijst(Uit):
    """De documenten van een aanvraag, ook de ingetrokken documenten."""

    documenten: list[Document]


class Formulierversie(Uit):
    """Een versie van het aanvraagformulier, in de antwoorden van de klant zelf."""

    id: UUID
    aanvraag_id: UUID
    nr: int
    antwoorden: dict[str, Any]
    ingevuld_door: Invuller
    helper: str | None
    getekend_op: date
    ontvangen_op: datetime


class Formulierenlijst(Uit):
    """De versies van het formulier, de oudste eerst; de laatste geldt."""

    formulieren: list[Formulierversie]
