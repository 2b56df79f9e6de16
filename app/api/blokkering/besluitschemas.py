"""Antwoorden over opschortingen en intrekkingen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Termijn, Toets, Uit
from app.db.besluit import Besluitstand, Besluitstatus
from app.db.blokkering.opschorting import Intrekkingstand, Opschortingstand
from app.domain.blokkering.verzuim import GeschondenPlicht, Verzuim
from app.domain.kern.toets import Uitkomst
from app.services.blokkering.besluitbeeld import Intrekkingbeeld, Opschortingbeeld


class Opschortingbesluit(Uit):
    """Een besluit over de opschorting of de intrekking."""

    id: UUID
    dictum: str = Field(examples=["opschorten"])
    status: Besluitstatus
    genomen_op: datetime

    @classmethod
    def van(cls, stand: Besluitstand) -> Self:
        """Show a besluit in short."""
        besluit = stand.besluit
        return cls(id=besluit.id, dictum=besluit.dictum, status=stand.status, genomen_op=besluit.genomen_op)


class Intrekking(Uit):
    """Een intrekking na een opschorting; `toetsen` zegt wat er nog in de weg staat."""

    id: UUID
    versie: int
    klant_id: UUID
    opschorting_id: UUID
    status: Intrekkingstand
    verwijtbaar: bool | None
    verwijtbaarheid_toelichting: str | None
    gehoord_op: date | None
    zienswijze: str | None
    gelegenheid_tot_en_met: date | None
    horen_uitzondering: str | None
    reden: str | None
    geopend_op: datetime
    geopend_door: UUID
    toetsen: list[Toets]
    in_de_weg: list[str] = Field(description="Codes van de toetsen die nog niet zijn voldaan.")
    besluiten: list[Opschortingbesluit]

    @classmethod
    def van_beeld(cls, beeld: Intrekkingbeeld) -> Self:
        """Show an intrekking."""
        afgeleid = _afgeleid(beeld)
        vast = {naam: getattr(beeld.intrekking, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Opschorting(Uit):
    """Een opschorting van het recht, met de hersteltermijn en de acht weken."""

    id: UUID
    versie: int
    klant_id: UUID
    blokkeersituatie_id: UUID | None
    status: Opschortingstand
    verzuim: Verzuim
    plicht: GeschondenPlicht
    verzuim_op: date
    periode_van: date | None
    van: date = Field(description="De eerste dag van de opschorting.")
    herstel: str | None
    herstel_tot_en_met: date | None
    verwijtbaar: bool | None
    verwijtbaarheid_toelichting: str | None
    gesloten_op: date | None
    reden: str | None
    geopend_op: datetime
    geopend_door: UUID
    maximum: Termijn = Field(description="Hoe lang de opschorting hoogstens duurt, hersteltermijn inbegrepen.")
    termijnen: list[Termijn] = Field(description="De termijnen die nu lopen.")
    toetsen: list[Toets]
    in_de_weg: list[str] = Field(description="Codes van de toetsen die nog niet zijn voldaan.")
    besluiten: list[Opschortingbesluit]
    intrekkingen: list[Intrekking]

    @classmethod
    def van_beeld(cls, beeld: Opschortingbeeld) -> Self:
        """Show an opschorting."""
        afgeleid = _afgeleid(beeld) | {
            "maximum": Termijn.van(beeld.maximum),
            "termijnen": [Termijn.van(rij.uitleg) for rij in beeld.termijnen],
            "intrekkingen": [Intrekking.van_beeld(deel) for deel in beeld.intrekkingen],
        }
        vast = {naam: getattr(beeld.opschorting, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


def _afgeleid(beeld: Opschortingbeeld | Intrekkingbeeld) -> dict[str, Any]:
    return {
        "toetsen": [Toets.van(toets) for toets in beeld.toetsen],
        "in_de_weg": [toets.voorwaarde for toets in beeld.toetsen if toets.uitkomst is not Uitkomst.VOLDAAN],
        "besluiten": [Opschortingbesluit.van(stand) for stand in beeld.besluiten],
    }
