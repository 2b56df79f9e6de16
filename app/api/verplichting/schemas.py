"""Antwoorden over ontheffingen en nadere verplichtingen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Toets, Uit
from app.domain.kern import grondslag as kern
from app.domain.verplichting.feiten import (
    Nadereplicht,
    Ontheffingsoort,
    Onthevenplicht,
    Stand,
    stand_op,
)
from app.services.verplichting.beeld import Ontheffingbeeld, Plichtenstand, Verplichtingbeeld


class Ontheffingbeoordeling(Uit):
    """De uitkomst van een halfjaarlijkse beoordeling."""

    id: UUID
    datum: date
    past_nog: bool
    toelichting: str
    vastgelegd_door: UUID


class _VolgensBesluit(Uit):
    id: UUID
    versie: int
    klant_id: UUID
    van: date
    tot: date | None = Field(description="De eerste dag waarop het niet meer geldt.")
    stand: Stand
    besluit_kenmerk: str
    besluit_datum: date
    grondslag: Grondslag
    toetsen: list[Toets] = Field(description="Wat bij het vastleggen is nagegaan.")
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    reden_einde: str | None
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class Ontheffing(_VolgensBesluit):
    """Een klant die van plichten is ontheven."""

    soort: Ontheffingsoort
    plichten: list[Onthevenplicht]
    kind_geboren_op: date | None
    beoordelingen: list[Ontheffingbeoordeling]

    @classmethod
    def van_beeld(cls, beeld: Ontheffingbeeld) -> Self:
        """Show an ontheffing as it stands."""
        eigen = {"beoordelingen": [Ontheffingbeoordeling.model_validate(b) for b in beeld.beoordelingen]}
        return cls(**_velden(cls, beeld, eigen))


class NadereVerplichting(_VolgensBesluit):
    """Een extra verplichting die bij besluit is opgelegd."""

    soort: Nadereplicht
    inhoud: str
    advies_arts_op: date | None

    @classmethod
    def van_beeld(cls, beeld: Verplichtingbeeld) -> Self:
        """Show a duty as it stands."""
        return cls(**_velden(cls, beeld, {}))


def _velden(model: type[Uit], beeld: Ontheffingbeeld | Verplichtingbeeld, eigen: dict[str, Any]) -> dict[str, Any]:
    rij = beeld.rij
    afgeleid = eigen | {
        "stand": stand_op(beeld.vandaag, rij.van, rij.tot, ingetrokken=rij.ingetrokken_op is not None),
        "grondslag": Grondslag.van(kern.Grondslag.model_validate(rij.grondslag)),
        "toetsen": [Toets.van(toets) for toets in rij.toetsen],
    }
    return {naam: getattr(rij, naam) for naam in model.model_fields if naam not in afgeleid} | afgeleid


class Verplichtingen(Uit):
    """Waarvan de klant is ontheven en wat extra is opgelegd, het vroegste eerst."""

    ontheffingen: list[Ontheffing]
    nadere_verplichtingen: list[NadereVerplichting]

    @classmethod
    def van(cls, stand: Plichtenstand) -> Self:
        """Show all of a klant."""
        return cls(
            ontheffingen=[Ontheffing.van_beeld(beeld) for beeld in stand.ontheffingen],
            nadere_verplichtingen=[NadereVerplichting.van_beeld(beeld) for beeld in stand.verplichtingen],
        )
