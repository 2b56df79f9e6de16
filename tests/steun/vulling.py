"""A row in every table, so that no table escapes the tests of who may see what. Not a dossier that could exist."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Enum,
    Integer,
    LargeBinary,
    Numeric,
    Table,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

from app.db.alle_tabellen import Basis
from tests.steun.kijk import verbind

MOMENT = datetime(2026, 3, 31, 9, tzinfo=UTC)
VASTE = {"bsn": "999990007", "gemeente": "GM0150", "team": "matchen"}
# What a path calls it, where that is not the name of the table.
PADNAMEN = {
    "feit": "doelgroepfeit",
    "import": "diagnose_import",
    "mapping": "diagnose_mapping",
    "record": "diagnose_afgekeurd",
    "stap": "maatregelstap",
    "verzoek": "stukkenverzoek",
    "voorstel": "indelingsvoorstel",
    "zaak": "maatregelzaak",
}


def vul_tabellen(url: str, klant_id: UUID, organisatie: str = "deventer") -> dict[str, UUID | None]:
    """Put one row of this klant in every table that belongs to an organisation and has none yet; return their ids."""
    ids: dict[str, UUID | None] = {}
    with verbind(url) as verbinding:
        verbinding.execute("SET session_replication_role = replica")
        for tabel in Basis.metadata.sorted_tables:
            if "organisatie" in tabel.c:
                ids[tabel.name] = _vul(verbinding, tabel, klant_id, organisatie)
    return ids


def _vul(verbinding: psycopg.Connection, tabel: Table, klant_id: UUID, organisatie: str) -> UUID | None:
    sleutel = next(iter(tabel.primary_key.columns)).name
    bekend = verbinding.execute(f"SELECT {sleutel} FROM {tabel.name} WHERE organisatie = %s".encode(), [organisatie])
    if (rij := bekend.fetchone()) is None:
        waarden = {kolom.name: _waarde(kolom) for kolom in tabel.columns if not kolom.identity}
        waarden |= {"organisatie": organisatie} | ({"klant_id": klant_id} if "klant_id" in tabel.c else {})
        plekken = ", ".join(["%s"] * len(waarden))
        opdracht = f"INSERT INTO {tabel.name} ({', '.join(waarden)}) VALUES ({plekken}) RETURNING {sleutel}"
        rij = verbinding.execute(opdracht.encode(), list(waarden.values())).fetchone()
    assert rij is not None
    return rij[0] if isinstance(rij[0], UUID) else None


def _waarde(kolom: Column[Any]) -> Any:
    soort = kolom.type
    if isinstance(soort, Enum):
        return soort.enums[0]
    if kolom.nullable and kolom.name != "consulent_id":
        return None
    if isinstance(soort, JSONB):
        return "{}"
    voorbeelden: list[tuple[type[Any], Any]] = [
        (ARRAY, []), (Boolean, False), (BigInteger, 1), (Integer, 1), (Numeric, 1), (DateTime, MOMENT),
        (Date, date(2026, 3, 31)), (LargeBinary, b""), (Uuid, uuid4()),
    ]  # fmt: skip
    return next((waarde for klasse, waarde in voorbeelden if isinstance(soort, klasse)), VASTE.get(kolom.name, "x"))


def tabel_van(padnaam: str) -> str:
    """Name of the table that a path parameter such as ``meldingId`` points at."""
    kaal = re.sub(r"(?<!^)([A-Z])", r"_\1", padnaam.removesuffix("Id")).lower()
    return PADNAMEN.get(kaal, kaal)
