"""Antwoorden over klanten."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from app.api.schema import Gebeurtenisregel, Uit
from app.domain.brief.adres import Adressoort
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.norm import Leefvorm
from app.domain.maatregel.beleid import Regime


class Klantadres(Uit):
    """Waar de post heen gaat."""

    soort: Adressoort
    per_adres: str | None
    straat: str
    huisnummer: int
    toevoeging: str
    postcode: str
    woonplaats: str
    land: str | None


class Klant(Uit):
    """Een klant met de actuele indeling en vaste contactpersonen."""

    id: UUID
    versie: int
    gemeente: str
    bsn: str
    voornamen: str
    achternaam: str
    geboortedatum: date
    telefoon: str | None
    email: str | None
    adres: Klantadres | None = Field(examples=[None])
    regime: Regime
    leefvorm: Leefvorm
    kostendelende_medebewoners: int
    partner_id: UUID | None
    kenmerken: list[Kenmerk]
    klantgroep: Klantgroep | None
    zorg_handhaving: bool
    consulent_id: UUID | None
    inkomensconsulent_id: UUID | None
    extern_nummer: str | None


class GevondenKlant(Uit):
    """Een zoekresultaat: genoeg om de juiste persoon te kiezen."""

    id: UUID
    voornamen: str
    achternaam: str
    geboortedatum: date
    gemeente: str
    klantgroep: Klantgroep | None


class Zoekresultaat(Uit):
    """De gevonden klanten, ten hoogste twintig."""

    klanten: list[GevondenKlant]


class Tijdlijn(Uit):
    """Wat er in het dossier is gebeurd, het nieuwste eerst."""

    gebeurtenissen: list[Gebeurtenisregel]
    volgende: str | None
