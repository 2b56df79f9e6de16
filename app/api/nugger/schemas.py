"""Antwoorden over verzoeken van nuggers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.besluit import Besluitstatus
from app.db.doelgroep.nugger import Verzoekstand
from app.domain.nugger.feiten import Nuggerdictum, Product
from app.services.nugger.verzoeken import Verzoekbeeld


class Nuggerbeoordeling(Uit):
    """Wat de regels nu van het verzoek zeggen; bij `voorleggen` ontbreekt er nog iets of moet een mens oordelen."""

    uitkomst: Nuggerdictum
    inkomensgrens: int | None = Field(
        description="Eurocent per maand; leeg als niet wordt getoetst of niets vaststaat."
    )
    vermogensgrens: int | None = Field(description="Eurocent.")
    toetsen: list[Toets]
    signaal: Toets = Field(description="Of het inkomen tussen de grenzen van sociaal minimum en minimumloon ligt.")


class Verzoekbesluit(Uit):
    """Een besluit op het verzoek."""

    id: UUID
    dictum: Nuggerdictum
    status: Besluitstatus
    genomen_op: datetime


class Nuggerinzet(Uit):
    """Wat is ingezet; `tot` hoort er niet meer bij."""

    id: UUID
    product: Product
    van: date
    tot: date | None
    reden_einde: str | None


class Nuggerverzoek(Uit):
    """Een verzoek om ondersteuning van iemand zonder uitkering. Bedragen in eurocent."""

    id: UUID
    versie: int
    klant_id: UUID
    datum: date
    status: Verzoekstand
    inkomen: int | None
    vermogen: int | None
    wens: str
    reden_intrekking: str | None
    geopend_op: datetime
    geopend_door: UUID
    beoordeling: Nuggerbeoordeling
    besluiten: list[Verzoekbesluit]
    inzetten: list[Nuggerinzet]

    @classmethod
    def van(cls, beeld: Verzoekbeeld) -> Self:
        """Show a request with what the rules say of it now."""
        oordeel = beeld.beoordeling
        afgeleid = {
            "beoordeling": Nuggerbeoordeling(
                uitkomst=oordeel.dictum,
                inkomensgrens=oordeel.inkomensgrens,
                vermogensgrens=oordeel.vermogensgrens,
                toetsen=[Toets.van(toets) for toets in oordeel.toetsen],
                signaal=Toets.van(oordeel.signaal),
            ),
            "besluiten": [
                Verzoekbesluit(
                    id=stand.besluit.id,
                    dictum=Nuggerdictum(stand.besluit.dictum),
                    status=stand.status,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
            "inzetten": [Nuggerinzet.model_validate(inzet) for inzet in beeld.inzetten],
        }
        vast = {naam: getattr(beeld.verzoek, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Nuggerverzoeken(Uit):
    """De verzoeken van een klant, het oudste eerst."""

    verzoeken: list[Nuggerverzoek]

    @classmethod
    def van(cls, beelden: list[Verzoekbeeld]) -> Self:
        """Show every request."""
        return cls(verzoeken=[Nuggerverzoek.van(beeld) for beeld in beelden])
