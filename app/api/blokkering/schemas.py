"""Antwoorden over situaties, ladderpogingen en blokkeringen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.blokkering.besluitschemas import Opschorting
from app.api.schema import Termijn, Toets, Uit
from app.domain.blokkering.blokkade import zin_bedrag
from app.domain.blokkering.soorten import (
    ONDERZOEKSGRONDEN,
    Blokkeergrond,
    Blokkeringstatus,
    Ladderstap,
    Lastsoort,
    Omvang,
    Pad,
    Pogingresultaat,
    RedenGedeeltelijk,
    RedenOpheffing,
    Situatiesoort,
    Situatiestatus,
)
from app.domain.kern.klantgroep import Klantgroep
from app.domain.machtiging.machtiging import Derdesoort
from app.services.blokkering.beeld import Blokkeringbeeld, Overzicht, Situatiebeeld


class Ladderpoging(Uit):
    """Een poging om de klant te bereiken; een ingetrokken poging telt niet mee."""

    id: UUID
    stap: Ladderstap
    datum: date
    resultaat: Pogingresultaat
    derde: Derdesoort | None = Field(description="Met wie contact is gezocht.")
    toelichting: str
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class Blokkeersituatie(Uit):
    """Een situatie waarin blokkeren dreigt, met de contactladder en wat nog in de weg staat."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Situatiesoort
    datum: date
    uiterlijk: date | None = Field(description="Tot en met deze dag kan of kon de klant reageren.")
    omschrijving: str
    automatisch: bool = Field(description="Vanzelf begonnen, omdat een dag voorbij was of de klant niet verscheen.")
    no_shows: int | None = Field(description="Hoe vaak de klant in deze keten van afspraken niet verscheen.")
    klantgroep: Klantgroep | None = Field(description="De klantgroep op het moment van de gebeurtenis.")
    zorg_handhaving: bool
    pad: Pad | None = Field(description="Contactladder, reguliere weg, of direct bij zorg-handhaving.")
    status: Situatiestatus
    reden_geen_verdere_stap: str | None
    reden: str | None
    geregistreerd_op: datetime
    geregistreerd_door: UUID
    afgesloten_op: datetime | None
    pogingen: list[Ladderpoging]
    open_stappen: list[Ladderstap] = Field(description="Stappen van de contactladder die nog niet zijn gezet.")
    mag_blokkeren: bool = Field(description="Of blokkeren nu kan; zo niet, dan zeggen de toetsen waarom.")
    toetsen: list[Toets]

    @classmethod
    def van(cls, beeld: Situatiebeeld) -> Self:
        """Show a situation."""
        afgeleid = {
            "pogingen": [Ladderpoging.model_validate(poging) for poging in beeld.pogingen],
            "open_stappen": list(beeld.open_stappen),
            "mag_blokkeren": beeld.mag_blokkeren,
            "toetsen": [Toets.van(toets) for toets in beeld.toetsen],
        }
        vast = {naam: getattr(beeld.situatie, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class VasteLast(Uit):
    """Vaste lasten die worden doorbetaald, in eurocent per maand."""

    soort: Lastsoort
    bedrag: int
    reden: str | None


class Blokkering(Uit):
    """Een blokkering van de uitbetaling. Bedragen in eurocent per maand; dit is geen verlaging."""

    id: UUID
    versie: int
    klant_id: UUID
    blokkeersituatie_id: UUID | None
    status: Blokkeringstatus
    grond: Blokkeergrond | None = Field(description="Leeg als u deze reden niet mag weten.")
    aanwijzing: str | None = Field(description="Alleen voor wie van een vermoeden mag weten.")
    aanwijzing_bron: str | None
    signaal_id: UUID | None = Field(
        description="Waar het rechtmatigheidsonderzoek wordt beantwoord; alleen voor wie van een vermoeden mag weten."
    )
    omvang: Omvang
    van: date
    tot: date | None = Field(description="De eerste dag zonder blokkering.")
    uitkering: int
    uitkering_bron: str
    vaste_lasten: list[VasteLast]
    geblokkeerd: int
    uitleg: str = Field(examples=["Van de uitkering van € 1.401,50 wordt € 751,50 aangehouden en € 650,00 betaald."])
    reden_gedeeltelijk: RedenGedeeltelijk | None
    toelichting_gedeeltelijk: str | None
    reden_opheffing: RedenOpheffing | None
    toelichting_opheffing: str | None
    geblokkeerd_op: datetime
    geblokkeerd_door: UUID
    opgeheven_op: datetime | None
    opgeheven_door: UUID | None
    termijn: Termijn | None = Field(description="Hoe lang de betaling hoogstens mag worden aangehouden.")
    toetsen: list[Toets]

    @classmethod
    def van_beeld(cls, beeld: Blokkeringbeeld) -> Self:
        """Show a block; a suspicion only to who may know of it."""
        rij = beeld.blokkering
        open_ = beeld.ziet_onderzoek or rij.grond not in ONDERZOEKSGRONDEN - {Blokkeergrond.ZORG_HANDHAVING}
        afgeleid = {
            "grond": rij.grond if open_ else None,
            "aanwijzing": rij.aanwijzing if beeld.ziet_onderzoek else None,
            "aanwijzing_bron": rij.aanwijzing_bron if beeld.ziet_onderzoek else None,
            "signaal_id": rij.signaal_id if beeld.ziet_onderzoek else None,
            "vaste_lasten": [VasteLast.model_validate(last) for last in rij.vaste_lasten],
            "uitleg": zin_bedrag(rij.uitkering, rij.geblokkeerd),
            "termijn": Termijn.van(beeld.termijn) if beeld.termijn else None,
            "toetsen": [Toets.van(toets) for toets in rij.toetsen] if open_ else [],
        }
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Blokkeeroverzicht(Uit):
    """Alles over blokkeren bij een klant, het oudste eerst."""

    situaties: list[Blokkeersituatie]
    blokkeringen: list[Blokkering]
    opschortingen: list[Opschorting]

    @classmethod
    def van(cls, beeld: Overzicht) -> Self:
        """Show all of a klant."""
        return cls(
            situaties=[Blokkeersituatie.van(deel) for deel in beeld.situaties],
            blokkeringen=[Blokkering.van_beeld(deel) for deel in beeld.blokkeringen],
            opschortingen=[Opschorting.van_beeld(deel) for deel in beeld.opschortingen],
        )
