"""The schema of a delivery of results: our own, versioned, because suppliers publish no format.

A record that is wrong does not refuse the delivery: it becomes an ``Afgekeurd`` with its errors, and the others go on.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WrapValidator, model_validator

from app.domain.diagnose.waardeklasse import Rijfout
from app.domain.kern.leefgebied import Instrument
from app.services.diagnose.rijfouten import rijfouten
from app.services.diagnose.uitslagschema import KENMERK_VOORBEELD, ImportBsn, Kenmerk, Kort, Uitslaginhoud
from app.services.handeling import Opdracht

SCHEMA_VERSIE = "2.0"
SCHEMA_ID = f"https://inzet-op-maat.example/schema/diagnose-import-{SCHEMA_VERSIE}.schema.json"
HOOGSTENS = 1000


class ImportPersoon(Opdracht):
    """Over wie de uitslag gaat."""

    bsn: ImportBsn
    geboortedatum: date | None = Field(default=None, description="Ter controle; wijkt zij af, dan wordt geweigerd.")


class ImportRecord(Uitslaginhoud):
    """De uitslag van één persoon."""

    persoon: ImportPersoon
    extern_kenmerk: Kenmerk | None = Field(default=None, examples=[KENMERK_VOORBEELD])
    externe_versie: int | None = Field(
        default=None,
        ge=1,
        le=1_000_000,
        description="Versie onder het kenmerk; zonder nummer telt de laatst geleverde.",
    )
    afgenomen_op: date | None = Field(default=None, description="Alleen als dit afwijkt van de levering.")
    door: Kort | None = Field(default=None, description="Alleen als dit afwijkt van de levering.")


class Afgekeurd(BaseModel):
    """A record that does not fit the schema: what is wrong with it, and what was sent."""

    model_config = ConfigDict(
        frozen=True, json_schema_extra={"description": "Een record dat niet past: wat eraan mis is, en wat er stond."}
    )

    fouten: tuple[Rijfout, ...]
    ruw: str


def _lees(ruw: Any, _: Any) -> ImportRecord | Afgekeurd:
    try:
        return ImportRecord.model_validate(ruw)
    except ValidationError as fout:
        return Afgekeurd(fouten=tuple(rijfouten(fout)), ruw=json.dumps(ruw, default=str))


Record = Annotated[ImportRecord | Afgekeurd, WrapValidator(_lees, json_schema_input_type=ImportRecord)]

VOORBEELD = {
    "persoon": {"bsn": "999990007", "geboortedatum": "1988-05-17"},
    "externKenmerk": KENMERK_VOORBEELD,
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

    schema_versie: Literal["2.0"]
    instrument: Instrument = Field(examples=[Instrument.DARIUZ_WEGWIJZER], description="Niet `format`.")
    instrumentnaam: Kort | None = Field(default=None, description="Alleen bij `ander`.")
    instrumentversie: Kort = Field(examples=["2026.1"])
    afgenomen_op: date = Field(examples=["2026-04-01"])
    door: Kort = Field(examples=["Dariuz Wegwijzer"], description="Wie of wat de uitslag heeft vastgesteld.")
    records: tuple[Record, ...] = Field(min_length=1, max_length=HOOGSTENS, examples=[[VOORBEELD]])

    @model_validator(mode="after")
    def _een_instrument_met_naam(self) -> Self:
        if self.instrument is Instrument.FORMAT:
            raise ValueError("Leg het format vast met `leefgebiedenformats`.")
        if (self.instrument is Instrument.ANDER) != (self.instrumentnaam is not None):
            raise ValueError("Noem het instrument bij `ander`, en alleen dan.")
        return self


def importschema() -> str:
    """Return the JSON Schema of a delivery, as committed in ``openapi/diagnose-import-2.0.schema.json``."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID}
    return json.dumps(schema | DiagnoseImportOpdracht.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
