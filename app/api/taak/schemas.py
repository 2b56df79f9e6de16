"""Antwoorden over de werkvoorraad."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from app.api.schema import Grondslag, Uit
from app.db.taak import Taakstatus
from app.db.werkvoorraad import Taakfilter
from app.domain.kern import grondslag as kern
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.tijd import dag
from app.domain.kern.werkdagen import werkdagen_te_laat


class Takenvraag(BaseModel):
    """Welke open taken."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")

    rol: Rol | None = Field(default=None, description="Alleen taken voor deze rol.")
    eigenaar_id: UUID | Literal["mij"] | None = Field(
        default=None, description="Alleen taken op het bureau van deze medewerker; `mij` is het eigen bureau."
    )
    klant_id: UUID | None = Field(default=None, description="Alleen taken over deze klant.")
    klantgroep: Klantgroep | None = Field(default=None, description="Alleen taken over klanten in deze klantgroep.")
    na: str | None = Field(default=None, max_length=500, description="Cursor uit `volgende` van de vorige pagina.")
    aantal: int = Field(default=50, ge=1, le=100, description="Aantal regels per pagina.")

    def filters(self, actor: Actor) -> Taakfilter:
        """Name the filters; ``mij`` is the actor."""
        eigenaar_id = actor.medewerker_id if self.eigenaar_id == "mij" else self.eigenaar_id
        return Taakfilter(self.rol, eigenaar_id, self.klant_id, self.klantgroep)


class Taakklant(Uit):
    """De klant om wie het gaat: genoeg om te weten wie er gebeld moet worden."""

    id: UUID
    naam: str
    geboortedatum: date
    klantgroep: Klantgroep | None


class Taakeigenaar(Uit):
    """De medewerker op wiens bureau de taak ligt."""

    id: UUID
    naam: str


class Taak(Uit):
    """Eén taak, klaar om te tonen: wie, wat, voor wanneer, waarom en hoeveel te laat."""

    id: UUID
    versie: int
    soort: str = Field(examples=["melding_bellen"])
    wat: str = Field(examples=["Bel de klant over de melding."])
    waarom: str = Field(examples=["De klant heeft zich gemeld; binnen 1 werkdag volgt een telefoongesprek."])
    grondslag: Grondslag
    rol: Rol
    eigenaar: Taakeigenaar | None
    klant: Taakklant | None = Field(description="Leeg bij een taak die niet over één klant gaat.")
    zichtbaar_vanaf: datetime
    uiterste: datetime = Field(description="Het laatste moment waarop de taak op tijd is.")
    uiterste_dag: date = Field(description="De Nederlandse kalenderdag van `uiterste`.")
    te_laat: bool
    werkdagen_te_laat: int = Field(description="Hele werkdagen na `uitersteDag`; 0 op de dag zelf.")
    status: Taakstatus
    afgehandeld_op: datetime | None
    resultaat: str | None
    onderwerp_id: UUID = Field(description="Waar de taak over gaat: een melding, screening, zaak of mutatie.")

    @classmethod
    def van(cls, rij: Any, nu: datetime) -> Self:
        """Show a row of the werkvoorraad as it stands at ``nu``; a closed taak is as late as it was when closed."""
        uiterste_dag = dag(rij.uiterste)
        op = rij.afgehandeld_op or nu
        eigenaar = rij.eigenaar_id and Taakeigenaar(id=rij.eigenaar_id, naam=rij.eigenaar_naam)
        return cls(
            **{veld: getattr(rij, veld) for veld in _LETTERLIJK},
            grondslag=Grondslag.van(kern.Grondslag.model_validate(rij.grondslag)),
            eigenaar=eigenaar,
            klant=_klant(rij),
            uiterste_dag=uiterste_dag,
            te_laat=op > rij.uiterste,
            werkdagen_te_laat=werkdagen_te_laat(uiterste_dag, dag(op)),
        )


_BEREKEND = {"grondslag", "eigenaar", "klant", "uiterste_dag", "te_laat", "werkdagen_te_laat"}
_LETTERLIJK = tuple(veld for veld in Taak.model_fields if veld not in _BEREKEND)


def _klant(rij: Any) -> Taakklant | None:
    if rij.klant_id is None:
        return None
    return Taakklant(
        id=rij.klant_id,
        naam=f"{rij.voornamen} {rij.achternaam}",
        geboortedatum=rij.geboortedatum,
        klantgroep=rij.klantgroep,
    )


class Werkvoorraad(Uit):
    """Een bladzijde open taken, de dringendste eerst."""

    taken: list[Taak]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste bladzijde.")
