"""The contract is a promise: what is committed is what the code says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import contract
from app.services.diagnose.importschema import importschema

OPENAPI = Path(__file__).parents[2] / "openapi"


@pytest.mark.parametrize(
    ("bestand", "uit_de_code"),
    [
        pytest.param("openapi.json", contract, id="contract"),
        pytest.param("diagnose-import-2.0.schema.json", importschema, id="importschema"),
    ],
)
def test_het_bestand_is_gelijk_aan_de_code(bestand: str, uit_de_code: object) -> None:
    assert callable(uit_de_code)
    assert (OPENAPI / bestand).read_text(encoding="utf-8") == uit_de_code(), "Draai: make openapi"


def test_geen_adres_kent_een_bsn() -> None:
    document = json.loads((OPENAPI / "openapi.json").read_text(encoding="utf-8"))
    namen = {
        deel["name"].lower()
        for pad in document["paths"].values()
        for operatie in pad.values()
        for deel in operatie.get("parameters", [])
        if deel["in"] in ("path", "query")
    }
    assert not {naam for naam in namen if "bsn" in naam or "burgerservice" in naam}
    assert not [pad for pad in document["paths"] if "bsn" in pad.lower()]


def test_elk_schema_heeft_een_eigen_naam() -> None:
    """Two models of one name would appear under the paths of their modules."""
    namen = json.loads((OPENAPI / "openapi.json").read_text(encoding="utf-8"))["components"]["schemas"]
    assert [naam for naam in namen if "__" in naam or "-" in naam] == []
