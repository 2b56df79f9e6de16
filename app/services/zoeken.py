"""Searching persons: what is searched for stands in the body, never in an address."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from app.db import klant as db
from app.db.klant import Klant
from app.services.handeling import Handeling, Opdracht
from app.services.klant import Bsn, Naam

HOOGSTENS = 20


class ZoekOpdracht(Opdracht):
    """Zoek op BSN, of op naam met eventueel de geboortedatum."""

    bsn: Bsn | None = None
    achternaam: Naam | None = Field(default=None, examples=["de Wi"])
    geboortedatum: date | None = None

    @model_validator(mode="after")
    def _iets_om_op_te_zoeken(self) -> Self:
        if self.bsn is None and self.achternaam is None:
            raise ValueError("Geef een BSN of (het begin van) een achternaam.")
        return self


def zoek_klanten(h: Handeling, opdracht: ZoekOpdracht) -> list[Klant]:
    """Find the klanten that this actor may read, at most twenty."""
    if opdracht.bsn is not None:
        gevonden = db.klant_met_bsn(h.sessie, h.actor, opdracht.bsn)
        return [gevonden] if gevonden else []
    return db.zoek(h.sessie, h.actor, opdracht.achternaam or "", opdracht.geboortedatum, HOOGSTENS)
