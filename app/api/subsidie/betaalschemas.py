"""Antwoorden over facturen en betaalopdrachten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.subsidie.betaling import Betaalopdracht as Opdrachtrij
from app.db.subsidie.betaling import Subsidiefactuur as Factuurrij
from app.domain.subsidie.betaling import Betaalsoort, Betaalstand
from app.domain.subsidie.factuur import Factuurstand
from app.domain.subsidie.model import Bijlagesoort


class Factuurstuk(Uit):
    """Wat er bij de factuur zat."""

    soort: Bijlagesoort
    omschrijving: str


class Subsidiefactuur(Uit):
    """Een factuur voor één deel; is zij geweigerd of aangehouden, dan zegt `reden` waarom."""

    id: UUID
    versie: int
    termijn_id: UUID
    factuurnummer: str
    factuurdatum: date
    bedrag: int = Field(description="Eurocent.")
    akkoord_bedrag: int | None = Field(description="Wat mag worden betaald; eurocent.")
    loonkosten: int | None
    stand: Factuurstand
    reden: str | None
    ontvangen_op: datetime
    vastgelegd_door: UUID
    beoordeeld_door: UUID | None
    bijlagen: list[Factuurstuk]
    toetsen: list[Toets]

    @classmethod
    def van(cls, rij: Factuurrij) -> Self:
        """Show an invoice."""
        afgeleid = {"bijlagen", "toetsen"}
        return cls(
            **{naam: getattr(rij, naam) for naam in cls.model_fields if naam not in afgeleid},
            bijlagen=[Factuurstuk.model_validate(bijlage) for bijlage in rij.bijlagen],
            toetsen=[Toets.van(toets) for toets in rij.toetsen],
        )


class Betaalopdracht(Uit):
    """Wat de financiële administratie betaalt; een tegenboeking heeft een negatief bedrag."""

    id: UUID
    versie: int
    nr: int = Field(description="Opeenvolgend per organisatie.")
    kenmerk: str = Field(examples=["IOM-2026-0000017"])
    soort: Betaalsoort
    subsidie_id: UUID
    termijn_id: UUID
    factuur_id: UUID | None
    tegenboeking_van: UUID | None
    bedrag: int = Field(description="Eurocent.")
    iban: str
    tenaamstelling: str
    budget: str = Field(description="Het budget waarvan wordt betaald.", examples=["startbaansubsidie"])
    stand: Betaalstand
    reden: str | None
    extern_kenmerk: str | None
    aangeboden_op: datetime
    opgehaald_op: datetime | None
    antwoord_op: datetime | None

    @classmethod
    def van(cls, rij: Opdrachtrij) -> Self:
        """Show an order."""
        return cls.model_validate(rij)


class Betaalopdrachten(Uit):
    """Betaalopdrachten op volgorde."""

    betaalopdrachten: list[Betaalopdracht]
    volgende: str | None = Field(
        default=None, description="Bewaar deze cursor: met `na` haalt u later op wat erbij is gekomen."
    )


class Betaallevering(Uit):
    """De opdrachten die u nu ophaalde; elke opdracht wordt één keer geleverd."""

    betaalopdrachten: list[Betaalopdracht]

    @classmethod
    def van(cls, rijen: list[Opdrachtrij]) -> Self:
        """Show what was fetched."""
        return cls(betaalopdrachten=[Betaalopdracht.van(rij) for rij in rijen])
