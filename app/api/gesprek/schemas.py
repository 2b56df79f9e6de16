"""Antwoorden over gespreksleidraden en gesprekken."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Uit
from app.domain.beleid.model import Herkomst
from app.domain.gesprek.leidraad import Thema as Kernthema
from app.domain.gesprek.leidraad import Vraag as Kernvraag
from app.domain.gesprek.soort import Antwoordtype, Gesprekssoort, Markering
from app.domain.kern.leefgebied import Onderwerp
from app.services.gesprek.leidraad import Leidraadbeeld
from app.services.gesprek.voeren import Gesprekbeeld

Waarde = bool | int | str | list[int] | list[str]


class Antwoordkeuze(Uit):
    """Een van de antwoorden waaruit wordt gekozen."""

    code: str
    tekst: str


class NaAntwoord(Uit):
    """De vraag volgt alleen op dit antwoord."""

    vraag: str
    waarde: bool | str


class BekendAntwoord(Uit):
    """Wat al bekend is: uit een eerder gesprek, of uit het dossier (dan zonder gesprek)."""

    waarde: Waarde
    datum: date | None
    gesprek_id: UUID | None


class Leidraadvraag(Uit):
    """Een vraag; beantwoorden is vrij, tenzij `verplicht`."""

    code: str
    tekst: str
    type: Antwoordtype
    keuzes: list[Antwoordkeuze]
    na: NaAntwoord | None
    verplicht: bool
    bij: list[Markering] = Field(description="De kenmerken waarbij deze vraag extra wordt gesteld.")
    bekend: BekendAntwoord | None

    @classmethod
    def van(cls, vraag: Kernvraag, beeld: Leidraadbeeld) -> Self:
        """Add what is known already."""
        velden = {naam: getattr(vraag, naam) for naam in cls.model_fields if naam != "bekend"}
        return cls.model_validate(velden | {"bekend": beeld.bekend(vraag)})


class Leidraadthema(Uit):
    """Een thema met zijn vragen en aandachtspunten."""

    code: str
    titel: str
    letter: str | None
    leefgebied: Onderwerp | None
    onderwerpen: list[str]
    grondslag: Grondslag
    aandachtspunten: list[str]
    vragen: list[Leidraadvraag]

    @classmethod
    def van(cls, thema: Kernthema, beeld: Leidraadbeeld) -> Self:
        """Show a theme as it applies."""
        eigen = {
            "grondslag": Grondslag.van(thema.grondslag or beeld.leidraad.grondslag),
            "aandachtspunten": [punt.tekst for punt in thema.aandachtspunten],
            "vragen": [Leidraadvraag.van(vraag, beeld) for vraag in thema.vragen],
        }
        velden = {naam: getattr(thema, naam) for naam in cls.model_fields if naam not in eigen}
        return cls.model_validate(velden | eigen)


class Gespreksleidraad(Uit):
    """De leidraad voor een gesprek."""

    soort: Gesprekssoort
    titel: str
    peildatum: date
    beleid_id: str
    grondslag: Grondslag
    herkomst: Herkomst
    markeringen: list[Markering] = Field(description="De kenmerken van de klant waarmee rekening is gehouden.")
    themas: list[Leidraadthema]

    @classmethod
    def van(cls, beeld: Leidraadbeeld) -> Self:
        """Show a guide."""
        return cls(
            soort=beeld.soort,
            titel=beeld.leidraad.waarde.titel,
            peildatum=beeld.peildatum,
            beleid_id=beeld.beleid_id,
            grondslag=Grondslag.van(beeld.leidraad.grondslag),
            herkomst=beeld.leidraad.herkomst,
            markeringen=sorted(beeld.markeringen),
            themas=[Leidraadthema.van(thema, beeld) for thema in beeld.leidraad.waarde.themas],
        )


class Antwoordversie(Uit):
    """Een antwoord zoals het ooit is vastgelegd; zonder waarde is het ingetrokken."""

    vraag: str
    thema: str
    waarde: Waarde | None
    reden: str | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID

    @classmethod
    def van(cls, rij: Any) -> Self:
        """Unpack the answer."""
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields}
        return cls.model_validate(velden | {"waarde": rij.waarde["waarde"] if rij.waarde else None})


class Notitie(Uit):
    """Een vrije notitie."""

    thema: str | None
    tekst: str
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Gesprek(Uit):
    """Een gesprek met de antwoorden die nu gelden en alles wat ooit is geantwoord."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Gesprekssoort
    datum: date
    onderwerp_id: UUID | None
    beleid_id: str
    gestart_op: datetime
    gestart_door: UUID
    ingetrokken_op: datetime | None
    reden_ingetrokken: str | None
    afgerond_op: datetime | None = Field(description="Alleen bij een doelmatigheidsgesprek.")
    antwoorden: dict[str, Waarde] = Field(description="Per vraag het antwoord dat nu geldt.")
    versies: list[Antwoordversie] = Field(description="Alle antwoorden in de volgorde waarin ze zijn gegeven.")
    notities: list[Notitie]

    @classmethod
    def van(cls, beeld: Gesprekbeeld) -> Self:
        """Show a conversation."""
        eigen = {
            "antwoorden": dict(beeld.antwoorden),
            "versies": [Antwoordversie.van(rij) for rij in beeld.versies],
            "notities": [Notitie.model_validate(rij) for rij in beeld.notities],
        }
        velden = {naam: getattr(beeld.gesprek, naam) for naam in cls.model_fields if naam not in eigen}
        return cls.model_validate(velden | eigen)


class Gesprekken(Uit):
    """De gesprekken van een klant, het laatste eerst."""

    gesprekken: list[Gesprek]

    @classmethod
    def van(cls, beelden: list[Gesprekbeeld]) -> Self:
        """Show every conversation."""
        return cls(gesprekken=[Gesprek.van(beeld) for beeld in beelden])
