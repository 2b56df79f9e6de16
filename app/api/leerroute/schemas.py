"""Antwoorden over werk-leerroutes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.domain.beleid.model import Herkomst
from app.domain.leerroute.beleid import Routestatus
from app.domain.leerroute.soorten import (
    Leeronderdeel,
    Leeropdrachtsoort,
    Leerresultaat,
    Leerroutebewijs,
    Leerroutestand,
)
from app.services.leerroute.beeld import Leerroutebeeld, Routelijst


class Leerroutekeuze(Uit):
    """Een route; alleen wat actief is, kan worden gekozen."""

    code: str
    naam: str
    status: Routestatus


class Leerroutelijst(Uit):
    """De routes van een gemeente op een dag."""

    routes: list[Leerroutekeuze]
    herkomst: Herkomst
    peildatum: date
    beleid_id: str

    @classmethod
    def van(cls, lijst: Routelijst) -> Self:
        """Show every route with its status."""
        routes = lijst.versie.beleid.routes
        return cls(
            routes=[Leerroutekeuze.model_validate(route) for route in routes.waarde],
            herkomst=routes.herkomst,
            peildatum=lijst.peildatum,
            beleid_id=lijst.versie.id,
        )


class Leerroutefase(Uit):
    """Een fase; `tot` hoort er niet meer bij. Fase 1 is met behoud van uitkering, fase 2 in een dienstverband."""

    id: UUID
    versie: int
    nummer: int
    van: date
    tot: date
    uren: int
    werkplek: str | None = Field(description="Intern bij het werkbedrijf in fase 1, extern in fase 2.")
    vestiging_id: UUID | None
    dienstverband_id: UUID | None
    werkcoach: str | None
    werkleider: str | None
    praktijkopleider: str | None
    gestart_op: date | None
    afgerond_op: date | None
    reden_verlenging: str | None
    reden_correctie: str | None = Field(description="Waarom de start of afronding het laatst is teruggenomen.")


class Leerrouteopdracht(Uit):
    """Een opdracht met haar resultaat."""

    id: UUID
    versie: int
    soort: Leeropdrachtsoort
    omschrijving: str
    resultaat: Leerresultaat
    beoordeeld_op: date | None
    toelichting: str | None


class Leerroutevoortgang(Uit):
    """De voortgang op een onderdeel."""

    onderdeel: Leeronderdeel
    datum: date
    voortgang: str
    vastgelegd_op: datetime


class Leerroutedeelname(Uit):
    """Een klant in een werk-leerroute. `signalen` houden niets tegen."""

    id: UUID
    versie: int
    klant_id: UUID
    toekenning_id: UUID
    route: str
    begin: date
    stand: Leerroutestand
    consulent_id: UUID | None = Field(description="De consulent bij het begin; die blijft dezelfde.")
    accountmanager_id: UUID = Field(description="Verantwoordelijk voor de externe werkplek.")
    bewijs: Leerroutebewijs | None
    bewijs_op: date | None
    bewijs_kenmerk: str | None
    geeindigd_op: date | None
    reden_einde: str | None
    fasen: list[Leerroutefase]
    opdrachten: list[Leerrouteopdracht]
    voortgang: list[Leerroutevoortgang]
    signalen: list[Toets]

    @classmethod
    def van(cls, beeld: Leerroutebeeld) -> Self:
        """Show one deelname."""
        afgeleid = {
            "fasen": [Leerroutefase.model_validate(fase) for fase in beeld.fasen],
            "opdrachten": [Leerrouteopdracht.model_validate(een) for een in beeld.opdrachten],
            "voortgang": [Leerroutevoortgang.model_validate(een) for een in beeld.voortgang],
            "signalen": [Toets.van(toets) for toets in beeld.signalen],
        }
        vast = {naam: getattr(beeld.deelname, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Leerroutedeelnames(Uit):
    """De werk-leerroutes van een klant, de oudste eerst."""

    deelnames: list[Leerroutedeelname]

    @classmethod
    def van(cls, beelden: list[Leerroutebeeld]) -> Self:
        """Show every deelname."""
        return cls(deelnames=[Leerroutedeelname.van(beeld) for beeld in beelden])
