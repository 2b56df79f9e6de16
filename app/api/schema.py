"""Base of what goes out, and the answers that every room shares."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

from app.domain.kern import grondslag as kern
from app.domain.kern import toets as kern_toets
from app.domain.kern.termijn_model import Termijn as TermijnModel


class Uit(BaseModel):
    """Base of every answer: camelCase, read from rows or domain values."""

    model_config = ConfigDict(
        frozen=True, alias_generator=to_camel, populate_by_name=True, from_attributes=True, extra="ignore"
    )


def in_camelcase(waarde: Any) -> Any:
    """Write the keys of stored JSON as the contract writes them, so that what is read can be sent back."""
    if isinstance(waarde, dict):
        return {to_camel(naam): in_camelcase(deel) for naam, deel in waarde.items()}
    return [in_camelcase(deel) for deel in waarde] if isinstance(waarde, list) else waarde


Velden = Annotated[dict[str, Any], BeforeValidator(in_camelcase)]
"""Stored JSON whose keys are field names (not codes of policy)."""


class Grondslag(Uit):
    """Het artikel waarop een regel, termijn of waarde rust."""

    regeling: str = Field(examples=["Participatiewet"])
    artikel: str = Field(examples=["18"])
    lid: str | None = Field(default=None, examples=["2"])
    onderdeel: str | None = None
    tekst: str = Field(examples=["artikel 18, lid 2, Participatiewet"])

    @classmethod
    def van(cls, bron: kern.Grondslag) -> Self:
        """Add the citation as a letter writes it."""
        return cls(**bron.model_dump(), tekst=str(bron))


class Toets(Uit):
    """Een getoetste voorwaarde met uitkomst, artikel en de feiten waarnaar is gekeken."""

    voorwaarde: str
    uitkomst: kern_toets.Uitkomst
    grondslag: Grondslag
    feiten: dict[str, Any]
    toelichting: str

    @classmethod
    def van(cls, bron: kern_toets.Toets | dict[str, Any]) -> Self:
        """Show a toets of the domain, or one that was stored with a decision."""
        toets = kern_toets.Toets.model_validate(bron)
        return cls(
            voorwaarde=toets.voorwaarde,
            uitkomst=toets.uitkomst,
            grondslag=Grondslag.van(toets.grondslag),
            feiten=dict(toets.feiten),
            toelichting=toets.toelichting,
        )


class Termijnstap(Uit):
    """Eén dag of sprong in de uitleg van een termijn."""

    soort: str
    datum: date
    uitleg: str


class Termijn(Uit):
    """Een termijn die zichzelf uitlegt: begin, regel, elke overgeslagen dag en waarom, en het einde."""

    soort: str
    aard: str = Field(description="`wettelijk` of `beleid` (servicenorm).")
    grondslag: Grondslag
    start: date
    einde: date
    regel: str
    stappen: list[Termijnstap]

    @classmethod
    def van(cls, bron: TermijnModel | dict[str, Any]) -> Self:
        """Show a term of the domain, or one that was stored."""
        termijn = TermijnModel.model_validate(bron)
        return cls(
            soort=termijn.soort,
            aard=termijn.aard,
            grondslag=Grondslag.van(termijn.grondslag),
            start=termijn.start,
            einde=termijn.einde,
            regel=termijn.regel,
            stappen=[Termijnstap.model_validate(stap) for stap in termijn.stappen],
        )


class Gebeurtenisregel(Uit):
    """Een regel op de tijdlijn van een klant."""

    id: UUID
    volgnr: int
    soort: str
    tijdstip: datetime
    actor_id: UUID
    onderwerp_id: UUID
    inhoud: dict[str, Any]


class Probleem(BaseModel):
    """Een fout volgens RFC 9457, met een vaste `code` en alle veldfouten tegelijk."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Ongeldige invoer"])
    status: int = Field(examples=[400])
    detail: str = Field(examples=["Een of meer velden kloppen niet. Er is niets opgeslagen."])
    code: str = Field(examples=["ongeldige_invoer"])
    correlatieId: str | None = None  # noqa: N815 - the wire name
    fouten: list[dict[str, str]] | None = Field(
        default=None, examples=[[{"veld": "personen.0.bsn", "melding": "Dit BSN voldoet niet aan de 11-proef."}]]
    )
    toetsen: list[dict[str, Any]] | None = Field(
        default=None, description="Bij een weigering: elke voorwaarde die in de weg staat, met haar artikel."
    )
