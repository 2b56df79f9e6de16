"""Antwoorden over bezwaren."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Termijn, Uit
from app.db.besluit import Besluitstatus
from app.db.bezwaar.bezwaar import Bezwaarstatus
from app.domain.bezwaar.feiten import Indiener, RedenNietHoren
from app.services.bezwaar.behandelen import Bezwaarbeeld


class Bezwaarbesluit(Uit):
    """Een beslissing op het bezwaar; alles daarover staat onder `/besluiten/{id}`."""

    id: UUID
    dictum: str
    status: Besluitstatus
    genomen_op: datetime


class Bezwaarbetrokkene(Uit):
    """Wie bij het besluit betrokken was. Die beslist niet op het bezwaar en toetst die beslissing niet."""

    medewerker_id: str
    wat: list[str] = Field(examples=[["besliste"]])


class Bezwaar(Uit):
    """Een bezwaar tegen een besluit."""

    id: UUID
    versie: int
    klant_id: UUID
    besluit_id: UUID = Field(
        description="Het besluit waarover het bezwaar nu gaat; een vervangend besluit hoort erbij."
    )
    eerste_besluit_id: UUID = Field(description="Het besluit waartegen het bezwaar werd gemaakt.")
    bezwaar_tot_en_met: date
    ontvangen_op: date
    verstuurd_op: date | None
    indiener: Indiener
    gemachtigde: str | None
    gronden: str | None
    hersteld_tot: date | None
    verschoonbaar: bool | None
    verschoonbaar_reden: str | None
    gehoord: bool | None
    gehoord_op: date | None
    hoorverslag: str | None
    reden_niet_horen: RedenNietHoren | None
    beslissen_uiterlijk: date
    termijn: Termijn
    status: Bezwaarstatus
    ontvangen_door: UUID
    reden_intrekking: str | None
    besluiten: list[Bezwaarbesluit]
    betrokkenen: list[Bezwaarbetrokkene] | None = Field(description="Alleen bij één bezwaar; leeg in een lijst.")

    @classmethod
    def van(cls, beeld: Bezwaarbeeld) -> Self:
        """Show a bezwaar with the decisions on it."""
        rij, eigen = beeld.bezwaar, {"besluiten", "betrokkenen", "termijn", "beslissen_uiterlijk"}
        termijn = Termijn.van(rij.termijn)
        return cls(
            **{naam: getattr(rij, naam) for naam in cls.model_fields if naam not in eigen},
            termijn=termijn,
            beslissen_uiterlijk=termijn.einde,
            besluiten=[
                Bezwaarbesluit(
                    id=stand.besluit.id,
                    dictum=stand.besluit.dictum,
                    status=stand.status,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
            betrokkenen=None
            if beeld.betrokkenen is None
            else [Bezwaarbetrokkene(medewerker_id=wie, wat=list(wat)) for wie, wat in beeld.betrokkenen.items()],
        )


class Bezwaren(Uit):
    """De bezwaren van een klant, de oudste eerst."""

    bezwaren: list[Bezwaar]

    @classmethod
    def van(cls, beelden: Sequence[Bezwaarbeeld]) -> Self:
        """Show every bezwaar."""
        return cls(bezwaren=[Bezwaar.van(beeld) for beeld in beelden])
