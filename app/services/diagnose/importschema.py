"""The schema of a delivery of Dariuz results: our own, versioned, because Dariuz publishes no format.

A record that is wrong does not refuse the delivery: it becomes an ``Afgekeurd`` with its errors, and the others go on.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WrapValidator, model_validator

from app.domain.kern.leefgebied import Diagnoseinstrument, Leefgebied
from app.services.handeling import Opdracht
from app.services.klant import Bsn
from app.services.veldfouten import vertaal

SCHEMA_ID = "https://inzet-op-maat.example/schema/diagnose-import-1.0.schema.json"
HOOGSTENS = 1000

Kort = Annotated[str, Field(min_length=1, max_length=100)]
Zin = Annotated[str, Field(min_length=1, max_length=500)]
Tekst = Annotated[str, Field(min_length=1, max_length=4000)]
Score = Annotated[int, Field(ge=0, le=100, description="Van 0 (grote belemmering) tot en met 100 (geen belemmering).")]


class Volledigheid(StrEnum):
    """Whether the klant finished the questionnaire."""

    VOLLEDIG = "volledig"
    ONVOLLEDIG = "onvolledig"


class Taalniveau(StrEnum):
    """Level of the Common European Framework of Reference; A0 is below A1."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class ImportPersoon(Opdracht):
    """Over wie de uitslag gaat."""

    bsn: Bsn
    geboortedatum: date | None = Field(default=None, description="Ter controle; wijkt zij af, dan wordt geweigerd.")


class LeefgebiedUitslag(Opdracht):
    """De uitslag op één leefgebied, of de reden waarom die er niet is."""

    leefgebied: Leefgebied
    score: Score | None = None
    aandachtspunten: tuple[Zin, ...] = Field(
        default=(), max_length=20, description="De uitroeptekens uit de analyse.", examples=[["Huurachterstand"]]
    )
    opmerking: Tekst | None = None
    reden_niet_ingevuld: Zin | None = None

    @model_validator(mode="after")
    def _uitslag_of_reden(self) -> Self:
        gevuld = self.score is not None or bool(self.aandachtspunten) or self.opmerking is not None
        if gevuld == (self.reden_niet_ingevuld is not None):
            raise ValueError("Geef een score, aandachtspunten of opmerking, of anders redenNietIngevuld.")
        return self


class CompetentieUitslag(Opdracht):
    """De uitslag op één competentie."""

    naam: Kort = Field(examples=["Samenwerken"])
    score: Score


class TaalUitslag(Opdracht):
    """Het niveau van het Nederlands per vaardigheid."""

    luisteren: Taalniveau | None = None
    spreken: Taalniveau | None = None
    lezen: Taalniveau | None = None
    schrijven: Taalniveau | None = None


class DariuzRecord(Opdracht):
    """De uitslag van één persoon."""

    persoon: ImportPersoon
    afgenomen_op: date | None = Field(default=None, description="Alleen als dit afwijkt van de levering.")
    door: Kort | None = Field(default=None, description="Alleen als dit afwijkt van de levering.")
    volledigheid: Volledigheid
    leefgebieden: tuple[LeefgebiedUitslag, ...] = Field(max_length=7)
    competenties: tuple[CompetentieUitslag, ...] = Field(default=(), max_length=50)
    taal: TaalUitslag | None = None
    uren: int | None = Field(default=None, ge=0, le=60, description="Uren per week die de klant kan werken.")

    @model_validator(mode="after")
    def _elk_leefgebied_een_keer(self) -> Self:
        genoemd = [uitslag.leefgebied for uitslag in self.leefgebieden]
        if len(genoemd) != len(set(genoemd)):
            raise ValueError("Noem elk leefgebied hoogstens één keer.")
        return self


class Afgekeurd(BaseModel):
    """A record that does not fit the schema: what is wrong with which field, and the hash of what was sent."""

    model_config = ConfigDict(frozen=True)

    fouten: Mapping[str, str]
    afdruk: str


_CIJFERS = re.compile(r"[0-9]{8,}")


def _lees(ruw: Any, _: Any) -> DariuzRecord | Afgekeurd:
    try:
        return DariuzRecord.model_validate(ruw)
    except ValidationError as fout:
        regels = (vertaal(regel) for regel in fout.errors(include_input=False, include_url=False))
        # The name of an unknown field is the sender's own text, and may hold a BSN.
        fouten = {_CIJFERS.sub("…", veld)[:200]: melding for veld, melding in regels}
        tekst = json.dumps(ruw, sort_keys=True, default=str)
        return Afgekeurd(fouten=fouten, afdruk=hashlib.sha256(tekst.encode()).hexdigest())


Record = Annotated[DariuzRecord | Afgekeurd, WrapValidator(_lees, json_schema_input_type=DariuzRecord)]

VOORBEELD = {
    "persoon": {"bsn": "999990007", "geboortedatum": "1988-05-17"},
    "volledigheid": "volledig",
    "leefgebieden": [
        {"leefgebied": "zingeving", "score": 70},
        {"leefgebied": "wonen", "score": 30, "aandachtspunten": ["Huurachterstand"], "opmerking": "Twee maanden."},
        {"leefgebied": "financien", "score": 20, "aandachtspunten": ["Problematische schulden"]},
        {"leefgebied": "sociale_relaties", "score": 80},
        {"leefgebied": "lichamelijke_gezondheid", "score": 65},
        {"leefgebied": "psychische_gezondheid", "redenNietIngevuld": "Klant wil dit mondeling bespreken."},
        {"leefgebied": "werk_en_activiteiten", "score": 55},
    ],
    "competenties": [{"naam": "Samenwerken", "score": 75}],
    "taal": {"spreken": "B1", "lezen": "A2"},
    "uren": 24,
}


class DiagnoseImportOpdracht(Opdracht):
    """Een levering van uitslagen. Een fout record houdt de andere niet tegen."""

    schema_versie: Literal["1.0"]
    instrument: Literal[Diagnoseinstrument.DARIUZ]
    instrumentversie: Kort = Field(examples=["2026.1"])
    afgenomen_op: date = Field(examples=["2026-04-01"])
    door: Kort = Field(examples=["Dariuz Wegwijzer"], description="Wie of wat de uitslag heeft vastgesteld.")
    records: tuple[Record, ...] = Field(min_length=1, max_length=HOOGSTENS, examples=[[VOORBEELD]])


def importschema() -> str:
    """Return the JSON Schema of a delivery, as committed in ``openapi/diagnose-import-1.0.schema.json``."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID}
    return json.dumps(schema | DiagnoseImportOpdracht.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
