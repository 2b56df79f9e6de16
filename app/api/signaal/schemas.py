"""Antwoorden over signalen en de markering niet-willer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.domain.signaal.feiten import (
    Beeindigingsgrond,
    Onderzoeksuitkomst,
    Signaalsoort,
    Signaalstatus,
    Vervolg,
)
from app.services.signaal.beeld import Signaalbeeld, Signalenbeeld


class Signaal(Uit):
    """Een signaal. Wie fraude meldde, ziet van het vervolg niets."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Signaalsoort
    status: Signaalstatus | None = Field(description="Leeg als u het vervolg niet mag zien.")
    aanleiding: list[Toets] = Field(description="Bij rechtmatigheid: waarom de vraag wordt gesteld.")
    zaken: list[UUID] = Field(description="De maatregelzaken waar het over gaat; die lopen gewoon door.")
    omschrijving: str | None
    gemeld_op: datetime
    gemeld_door: UUID
    vervolg: Vervolg | None
    reden_vervolg: str | None
    beantwoord_op: datetime | None
    beantwoord_door: UUID | None
    uitkomst: Onderzoeksuitkomst | None
    motivering_uitkomst: str | None
    grond_beeindiging: Beeindigingsgrond | None
    afgerond_op: datetime | None
    reden_intrekking: str | None

    @classmethod
    def van(cls, beeld: Signaalbeeld) -> Self:
        """Show a signal, without what was done on it for who may not know that."""
        rij = beeld.rij
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields}
        velden["aanleiding"] = [Toets.van(toets) for toets in rij.aanleiding]
        if not beeld.vervolg_zichtbaar:
            velden |= dict.fromkeys(_VERVOLG)
        return cls(**velden)


_VERVOLG = (
    "status",
    "vervolg",
    "reden_vervolg",
    "beantwoord_op",
    "beantwoord_door",
    "uitkomst",
    "motivering_uitkomst",
    "grond_beeindiging",
    "afgerond_op",
)


class NietWillerMarkering(Uit):
    """De markering niet-willer: wie, waarom, sinds wanneer en hoe zij eindigde."""

    id: UUID
    versie: int
    klant_id: UUID
    datum: date
    reden: str
    gemarkeerd_door: UUID
    gemarkeerd_op: datetime
    beeindigd_op: date | None
    reden_einde: str | None
    beeindigd_door: UUID | None
    ingetrokken: bool


class Gedragingtelling(Uit):
    """Hoe vaak een gedraging tot een maatregelzaak leidde."""

    gedraging: str
    aantal: int


class Signaaltelling(Uit):
    """Hoe vaak de klant in deze maanden wegbleef of weigerde."""

    maanden: int
    niet_verschenen: int
    niet_verschenen_zonder_zaak: int = Field(description="Waarvoor (nog) geen maatregelzaak is geopend.")
    weigeringen: int
    per_gedraging: list[Gedragingtelling]


class Signalen(Uit):
    """De signalen van een klant, het oudste eerst."""

    signalen: list[Signaal]
    niet_willer: bool = Field(description="Of een markering nu meetelt.")
    markeringen: list[NietWillerMarkering]
    telling: Signaaltelling

    @classmethod
    def van(cls, beeld: Signalenbeeld) -> Self:
        """Show all that this actor may know."""
        telling = beeld.telling
        per = [Gedragingtelling(gedraging=code, aantal=n) for code, n in sorted(telling.per_gedraging.items())]
        return cls(
            signalen=[Signaal.van(signaal) for signaal in beeld.signalen],
            niet_willer=beeld.niet_willer,
            markeringen=[NietWillerMarkering.model_validate(rij) for rij in beeld.markeringen],
            telling=Signaaltelling(
                maanden=telling.maanden,
                niet_verschenen=telling.niet_verschenen,
                niet_verschenen_zonder_zaak=telling.niet_verschenen_zonder_zaak,
                weigeringen=telling.weigeringen,
                per_gedraging=per,
            ),
        )
