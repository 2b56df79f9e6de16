"""Antwoorden over dienstverleningsniveaus."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.niveau.besluit import Besluitregel
from app.services.niveau.overzicht import Niveaubeeld, Zaakspoor


class Herroeping(Uit):
    """Wie een besluit herriep, wanneer en waarom."""

    reden: str
    medewerker_id: UUID
    tijdstip: datetime


class Niveaubesluit(Uit):
    """Eén besluit; het verandert nooit. Een later besluit gaat voor in de dagen waarvoor het geldt."""

    id: UUID
    gemeente: str
    onderdeel: str = Field(description="`dienstverleningsniveau`, of de naam van een instelling.")
    variant: str | None = Field(description="Wat aan gaat; leeg is: uit.", examples=["volledige_lockdown"])
    van: date
    tot: date | None = Field(description="Eerste dag waarop het niet meer geldt; leeg is: tot nader besluit.")
    reden: str
    besloten_door: str
    besloten_op: date
    medewerker_id: UUID = Field(description="Wie het besluit heeft vastgelegd.")
    tijdstip: datetime
    herroeping: Herroeping | None

    @classmethod
    def toon(cls, regel: Besluitregel) -> Self:
        """Show a decision with its revocation."""
        herroeping = Herroeping.model_validate(regel.herroeping) if regel.herroeping else None
        velden = {veld: getattr(regel.besluit, veld) for veld in cls.model_fields if veld != "herroeping"}
        return cls(**velden, herroeping=herroeping)


class Periode(Uit):
    """Een tijdvak waarin een variant aan stond."""

    onderdeel: str
    variant: str
    van: date
    tot: date | None = Field(description="Eerste dag waarop het niet meer aan stond; leeg is: tot nader besluit.")


class Variantkeuze(Uit):
    """Een variant waarvoor beleid is vastgelegd, en over welke onderwerpen."""

    variant: str
    soorten: list[str] = Field(description="Onderwerpen waarvan waarden anders zijn; zie `GET /v1/beleid`.")


class Dienstverleningsniveau(Uit):
    """Het dienstverleningsniveau van een gemeente: op een dag, door de tijd, en elk besluit daarover."""

    gemeente: str
    peildatum: date
    varianten: list[str] = Field(description="Wat op de peildatum aan staat; leeg is de gewone dienstverlening.")
    perioden: list[Periode] = Field(description="Wanneer wat aan stond, volgens de besluiten die nu gelden.")
    besluiten: list[Niveaubesluit] = Field(description="Elk besluit, ook wat is herroepen, in volgorde van nemen.")
    te_kiezen: list[Variantkeuze]

    @classmethod
    def toon(cls, beeld: Niveaubeeld) -> Self:
        """Show the level of a municipality."""
        return cls(
            gemeente=beeld.gemeente,
            peildatum=beeld.peildatum,
            varianten=list(beeld.aan),
            perioden=[Periode.model_validate(stuk) for stuk in beeld.stukken],
            besluiten=[Niveaubesluit.toon(regel) for regel in beeld.besluiten],
            te_kiezen=[Variantkeuze(variant=variant, soorten=list(soorten)) for variant, soorten in beeld.te_kiezen],
        )


class Spoorregel(Uit):
    """Iets in het dossier, en onder welke variant van de dienstverlening het tot stand kwam."""

    wat: str = Field(description="`taak`, `termijn`, `afspraak` of `besluit`.")
    soort: str
    id: UUID
    dag: date = Field(description="Begin van de taak of termijn, dag van de afspraak, peildatum van het besluit.")
    tot_en_met: date | None
    varianten: list[str] = Field(description="Leeg is de gewone dienstverlening.")
    pakket: str | None = Field(description="Bij een besluit: de versie van het beleid.")
    kanaal: str | None = Field(description="Bij een afspraak: hoe zij wordt gehouden.")


class Dienstverleningsspoor(Uit):
    """Het spoor van een zaak door de niveaus heen."""

    klant_id: UUID
    gemeente: str
    perioden: list[Periode]
    regels: list[Spoorregel]

    @classmethod
    def toon(cls, bron: Zaakspoor) -> Self:
        """Show the trail of a case."""
        return cls(
            klant_id=bron.klant.id,
            gemeente=bron.klant.gemeente,
            perioden=[Periode.model_validate(stuk) for stuk in bron.stukken],
            regels=[Spoorregel.model_validate(regel) for regel in bron.regels],
        )
