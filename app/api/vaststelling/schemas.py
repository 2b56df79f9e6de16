"""Antwoorden over de vaststelling van beleid, en over begrippen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Toets, Uit
from app.domain.begrip.beleid import VOLGORDE, Begripbron, Begripregeling, Geldendbegrip, Voorrang
from app.domain.kern.toets import Uitkomst
from app.domain.vaststelling.beleid import Normniveau, Orgaan, VaststellingBeleid
from app.domain.vaststelling.opvolging import Beleidsvervolgsoort
from app.services.vaststelling.lezen import Verordeningsstand
from app.services.vaststelling.vastleggen import Vaststellingbeeld


class Normniveauregel(Uit):
    """Een niveau van regels met wie erover beslist."""

    niveau: Normniveau
    orgaan: Orgaan
    regelingen: list[str]
    ter_kennisname_raad: bool


class Normniveaus(Uit):
    """Wie over welk niveau beslist: de raad over de verordening, het college over de rest."""

    niveaus: list[Normniveauregel]
    grondslag: Grondslag

    @classmethod
    def van(cls, beleid: VaststellingBeleid) -> Self:
        """Show every level."""
        niveaus = [Normniveauregel.model_validate(regel) for regel in beleid.niveaus.waarde]
        return cls(niveaus=niveaus, grondslag=Grondslag.van(beleid.niveaus.grondslag))


class Verordeningsplicht(Uit):
    """Een onderwerp dat de raad bij verordening moet regelen."""

    code: str = Field(examples=["beschut_werk"])
    naam: str
    grondslag: Grondslag
    verordeningsplichtig: bool = True
    ontbreekt: bool = Field(description="De geldende versie heeft hierover geen regel van de verordening.")
    toets: Toets


class Verordeningsplichten(Uit):
    """Wat de raad moet regelen, en of de geldende versie dat doet."""

    pakket: str
    onderwerpen: list[Verordeningsplicht]

    @classmethod
    def van(cls, stand: Verordeningsstand) -> Self:
        """Show every subject."""
        onderwerpen = [
            Verordeningsplicht(
                code=deel.code,
                naam=deel.naam,
                grondslag=Grondslag.van(deel.grondslag),
                ontbreekt=toets.uitkomst is not Uitkomst.VOLDAAN,
                toets=Toets.van(toets),
            )
            for deel, toets in stand.onderwerpen
        ]
        return cls(pakket=stand.pakket, onderwerpen=onderwerpen)


class Begrip(Uit):
    """Wat een begrip in deze regeling betekent, en waar dat staat."""

    begrip: str = Field(examples=["startkwalificatie"])
    betekenis: str
    bron: Begripbron
    voorrang: Voorrang = Field(description="Waarom deze betekenis voorgaat.")
    ook_in: list[Begripbron] = Field(description="Waar het begrip ook is omschreven.")
    grondslag: Grondslag
    toelichting: str | None


class Begrippen(Uit):
    """De begrippen op naam, met de volgorde waarin een betekenis voorgaat."""

    regeling: Begripregeling
    voorrangsvolgorde: list[Voorrang]
    begrippen: list[Begrip]

    @classmethod
    def van(cls, regeling: Begripregeling, gevonden: Sequence[Geldendbegrip]) -> Self:
        """Show every term."""
        begrippen = [
            Begrip(
                **deel.definitie.model_dump(exclude={"grondslag"}),
                voorrang=deel.voorrang,
                ook_in=list(deel.ook_in),
                grondslag=Grondslag.van(deel.definitie.grondslag),
            )
            for deel in gevonden
        ]
        volgorde = [voorrang for _, voorrang in VOLGORDE[regeling]]
        return cls(regeling=regeling, voorrangsvolgorde=volgorde, begrippen=begrippen)


class Beleidsvervolg(Uit):
    """Advies, een reactie, de bekendmaking of hoe de gebruikers zijn ingelicht."""

    id: UUID
    soort: Beleidsvervolgsoort
    datum: date
    inhoud: dict[str, Any]
    vastgelegd_op: datetime


class Beleidsvaststelling(Uit):
    """Het besluit over een versie van het beleid, met wat erop volgde."""

    id: UUID
    versie: int
    gemeente: str
    pakket: str
    orgaan: Orgaan
    datum: date
    kenmerk: str
    toelichting: str
    niveaus: list[Normniveau] = Field(description="De niveaus waarvan deze versie iets wijzigt.")
    nog_nodig: list[Orgaan] = Field(description="Wie over deze versie nog moet besluiten.")
    ter_kennisname_raad: bool
    reactie_openstaand: bool = Field(description="Het college reageerde nog niet op het laatste advies.")
    vervolgen: list[Beleidsvervolg]
    ingetrokken_op: datetime | None
    reden_intrekking: str | None

    @classmethod
    def van_beeld(cls, beeld: Vaststellingbeeld) -> Self:
        """Show a decision."""
        rij = beeld.vaststelling
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if hasattr(rij, naam)}
        eigen = {
            "nog_nodig": beeld.nog_nodig,
            "ter_kennisname_raad": beeld.ter_kennisname_raad,
            "reactie_openstaand": beeld.reactie.uitkomst is not Uitkomst.VOLDAAN,
            "vervolgen": beeld.vervolgen,
        }
        return cls.model_validate(vast | eigen)


class Beleidsvaststellingen(Uit):
    """De besluiten over beleid, het nieuwste eerst."""

    vaststellingen: list[Beleidsvaststelling]

    @classmethod
    def van(cls, beelden: Sequence[Vaststellingbeeld]) -> Self:
        """Show every decision."""
        return cls(vaststellingen=[Beleidsvaststelling.van_beeld(beeld) for beeld in beelden])
