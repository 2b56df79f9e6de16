"""Examples for the contract, put together from the examples of the fields."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
_VERWIJZING = "#/components/schemas/"
_NAAR_VORM = {
    "uuid": "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55",
    "date": "2026-03-31",
    "date-time": "2026-03-31T09:30:00+02:00",
    "binary": "",
}
_NAAR_NAAM = {
    "achternaam": "de Wit",
    "bsn": "999990007",
    "email": "samira@voorbeeld.example",
    "gemeente": "GM0150",
    "naam": "Samira de Wit",
    "telefoon": "06 12345678",
    "voornamen": "Samira",
}
_NAAR_SOORT: dict[str, Any] = {"boolean": False, "null": None, "object": {}}


def voorbeeld(schema: Schema, schemas: dict[str, Schema], *, volledig: bool, naam: str = "") -> Any:
    """Make a value that this schema allows.

    ``volledig`` fills every field, as an answer does; otherwise only what is required or has an example of its own.
    """
    schema = _opgezocht(schema, schemas)
    for sleutel in ("const", "default"):
        if schema.get(sleutel) is not None:
            return schema[sleutel]
    for sleutel in ("examples", "enum", "anyOf", "oneOf"):
        if schema.get(sleutel):
            eerste = schema[sleutel][0]
            return voorbeeld(eerste, schemas, volledig=volledig, naam=naam) if sleutel.endswith("Of") else eerste
    if "properties" in schema:
        return _object(schema, schemas, volledig)
    return _lijst(schema, schemas, volledig) if _soort(schema) == "array" else _enkel(schema, naam)


def _opgezocht(schema: Schema, schemas: dict[str, Schema]) -> Schema:
    """Follow the reference; what stands beside it counts first."""
    if "$ref" not in schema:
        return schema
    return schemas[schema["$ref"].removeprefix(_VERWIJZING)] | {n: w for n, w in schema.items() if n != "$ref"}


def _object(schema: Schema, schemas: dict[str, Schema], volledig: bool) -> Any:
    verplicht = set(schema.get("required", ()))
    return {
        naam: voorbeeld(deel, schemas, volledig=volledig, naam=naam)
        for naam, deel in schema["properties"].items()
        if volledig or naam in verplicht or deel.get("examples")
    }


def _lijst(schema: Schema, schemas: dict[str, Schema], volledig: bool) -> list[Any]:
    deel = schema.get("items", {})
    hoeveel = max(schema.get("minItems", 0), 1 if volledig and deel else 0)
    return [voorbeeld(deel, schemas, volledig=volledig) for _ in range(hoeveel)]


def _enkel(schema: Schema, naam: str) -> Any:
    soort = _soort(schema)
    if soort == "string":
        tekst = _NAAR_VORM.get(schema.get("format", "")) or _NAAR_NAAM.get(naam, "tekst")
        return tekst.ljust(schema.get("minLength", 0), ".")[: schema.get("maxLength")]
    if soort in ("integer", "number"):
        return schema.get("minimum", min(1, schema.get("maximum", 1)))
    return _NAAR_SOORT.get(soort, {})


def _soort(schema: Schema) -> str:
    soort = schema.get("type", "object")
    return str(soort[0] if isinstance(soort, list) else soort)
