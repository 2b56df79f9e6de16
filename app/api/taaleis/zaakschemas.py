"""Antwoorden over zaken van de taaleis."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.besluit import Besluitstatus
from app.db.taaleis.zaak import Taalzaakstatus
from app.domain.kern.toets import niet_voldaan
from app.domain.taaleis.beslissing import Beslissing
from app.domain.taaleis.dossier import Taaldictum
from app.domain.taaleis.feiten import Taalzaaksoort
from app.services.taaleis.zaken import Taalzaakbeeld


class Taalmaandbedrag(Uit):
    """Wat er in een maand af gaat. Bedragen in eurocent."""

    maand: date
    norm: int
    procent: Decimal
    bedrag: int


class Taalschemaregel(Uit):
    """Een maand in de bijlage: welk percentage kan volgen, en het bedrag als de norm bekend is."""

    maand: date
    procent: Decimal
    bedrag: int | None


class Taalverlaging(Uit):
    """De verlaging van een fase, of eenmalig zonder `fase`; zonder `tot` loopt zij tot zij wordt beëindigd."""

    fase: int | None
    procent: Decimal
    van: date
    tot: date | None
    bedragen: list[Taalmaandbedrag]
    totaal: int


class Taaleinde(Uit):
    """Per wanneer een verlaging eindigt en hoeveel ervan vervalt, in eurocent."""

    per: date
    vervalt: int


class Taalbeoordeling(Uit):
    """Wat de regels vandaag van de zaak zeggen; bij `voorleggen` ontbreekt er iets of moet een mens oordelen."""

    uitkomst: Taaldictum
    toetsen: list[Toets]
    ontbreekt: list[Toets] = Field(description="Wat er voor een besluit nog in de weg staat.")
    signalen: list[Toets] = Field(description="Wat opvalt en niets tegenhoudt, zoals ontbrekende preventie.")
    verlaging: Taalverlaging | None
    einde: Taaleinde | None
    bijlage: list[Taalschemaregel]

    @classmethod
    def van(cls, oordeel: Beslissing) -> Self:
        """Show what the rules say."""
        open_ = oordeel.dictum is Taaldictum.VOORLEGGEN
        return cls(
            uitkomst=oordeel.dictum,
            toetsen=[Toets.van(toets) for toets in oordeel.toetsen],
            ontbreekt=[Toets.van(toets) for toets in niet_voldaan(oordeel.toetsen)] if open_ else [],
            signalen=[Toets.van(toets) for toets in niet_voldaan(oordeel.signalen)],
            verlaging=None if oordeel.verlaging is None else Taalverlaging.model_validate(oordeel.verlaging),
            einde=None if oordeel.einde is None else Taaleinde.model_validate(oordeel.einde),
            bijlage=[Taalschemaregel.model_validate(regel) for regel in oordeel.bijlage],
        )


class Taalzaakbesluit(Uit):
    """Een besluit op de zaak."""

    id: UUID
    dictum: Taaldictum
    status: Besluitstatus
    genomen_op: datetime


class Taaleiszaak(Uit):
    """Een zaak over de taaleis, met wat de regels er vandaag van zeggen."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Taalzaaksoort
    status: Taalzaakstatus
    gegevens: dict[str, Any] = Field(description="Wat een mens vond en afwoog.")
    reden_vervallen: str | None
    geopend_op: datetime
    geopend_door: UUID
    beoordeling: Taalbeoordeling
    besluiten: list[Taalzaakbesluit]

    @classmethod
    def van(cls, beeld: Taalzaakbeeld) -> Self:
        """Show a zaak."""
        afgeleid = {
            "beoordeling": Taalbeoordeling.van(beeld.beoordeling),
            "besluiten": [
                Taalzaakbesluit(
                    id=stand.besluit.id,
                    dictum=Taaldictum(stand.besluit.dictum),
                    status=stand.status,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
        }
        vast = {naam: getattr(beeld.zaak, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)
