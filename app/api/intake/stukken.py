"""Antwoorden over voorschotten en stukken."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.intake.beeld import Meldingbeeld
from app.db.intake.stukken import Stukkenverzoek as Verzoekrij
from app.db.intake.stukken import Stukstatus, Verzoekstatus
from app.db.intake.voorschot import Voorschot as Voorschotrij
from app.db.intake.voorschot import VoorschotIntrekking as Intrekkingrij


class Voorschot(Uit):
    """Een voorschot, met de toetsen waarop het besluit rust."""

    id: UUID
    bedrag: int = Field(description="Eurocent per maand.")
    datum: date
    grondslag: str
    toetsen: list[Toets]
    norm: int = Field(description="De norm waaraan is getoetst, in eurocent per maand.")
    peildatum: date
    beleid_id: str
    beleid_sha256: str
    norm_beleid_id: str
    codeversie: str
    toegekend_op: datetime
    toegekend_door: UUID
    ingetrokken_op: datetime | None
    reden_intrekking: str | None

    @classmethod
    def van(cls, rij: Voorschotrij, weg: Intrekkingrij | None) -> Self:
        """Show a voorschot with what undid it."""
        afgeleid = {
            "toetsen": [Toets.van(toets) for toets in rij.toetsen],
            "ingetrokken_op": weg.ingetrokken_op if weg else None,
            "reden_intrekking": weg.reden if weg else None,
        }
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Stuk(Uit):
    """Een bewijsstuk."""

    id: UUID
    omschrijving: str
    status: Stukstatus
    ontvangen_op: date | None
    op_tijd: bool | None


class Stukkenverzoek(Uit):
    """Een verzoek om stukken, met de aanvultermijn als die is gegeven."""

    id: UUID
    status: Verzoekstatus
    gevraagd_op: date
    inleveren_uiterlijk: date
    aanvulling_verzonden_op: date | None
    aanvulling_uiterlijk: date | None
    herinnerd_op: date | None = Field(description="De dag van een herinnering op een andere manier dan per sms.")
    compleet_op: date | None
    stukken: list[Stuk]

    @classmethod
    def van(cls, rij: Verzoekrij, beeld: Meldingbeeld) -> Self:
        """Show a request with its stukken."""
        stukken = [Stuk.model_validate(stuk) for stuk in beeld.stukken if stuk.verzoek_id == rij.id]
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "stukken"}
        return cls.model_validate(vast | {"stukken": stukken})
