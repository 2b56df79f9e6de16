"""An import whose process is killed (SIGKILL): the next worker goes on after the last chunk that was committed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import NullPool, create_engine, insert, text
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.beleid_bestanden import laad_register
from app.db.klant import Klant
from app.db.sessie import maak_engine, maak_sessies
from app.domain.kern.bsn import bsn_uit_basis
from app.domain.kern.norm import Leefvorm
from app.klok import SysteemKlok
from app.services.diagnose.werker import PER_BROK
from app.services.ronde import ronde
from tests.steun.diagnose import record
from tests.steun.dienst import richt_in
from tests.steun.kijk import aantal, rijen
from tests.steun.server import Beller, Server, eigen_server, wacht_tot

MENSEN = PER_BROK + 100


@pytest.fixture
def bsns(verse_database: str) -> list[str]:
    engine = create_engine(verse_database, poolclass=NullPool)
    richt_in(engine)
    gevonden = (bsn_uit_basis(basis) for basis in range(20_000_000, 99_000_000))
    geldig = (bsn for bsn in gevonden if bsn)
    alle = [next(geldig) for _ in range(MENSEN)]
    vast: dict[str, Any] = {"organisatie": "deventer", "gemeente": "GM0150", "voornamen": "Sam", "achternaam": "Wit"}
    vast |= {"leefvorm": Leefvorm.ALLEENSTAANDE, "geboortedatum": date(1990, 1, 2)}
    with Session(engine) as sessie:
        sessie.execute(insert(Klant), [vast | {"id": uuid7(), "bsn": bsn} for bsn in alle])
        sessie.commit()
    return alle


@pytest.fixture
def server(bsns: list[str], verse_database: str, tmp_path: Path) -> Iterator[Server]:
    with eigen_server(verse_database, tmp_path) as server:
        yield server


@contextmanager
def open_dossier(database_url: str, bsn: str) -> Iterator[None]:
    """Hold the lock of one klant, so that the chunk with that klant waits."""
    with create_engine(database_url, poolclass=NullPool).begin() as verbinding:
        verbinding.execute(text("SELECT id FROM klant WHERE bsn = :bsn FOR UPDATE"), {"bsn": bsn})
        yield


def test_een_import_gaat_verder_waar_hij_was(
    server: Server, bsns: list[str], verse_database: str, tmp_path: Path
) -> None:
    beller = Beller(server, tmp_path)
    inhoud = b"\n".join(json.dumps(record(bsn)).encode() for bsn in bsns) + b"\n{kapot\n"
    koppen = {"Authorization": f"Bearer {beller.token('koppeling')}", "Content-Type": "application/x-ndjson"}
    pad = "/v1/diagnose-importen?instrument=dariuz_wegwijzer&afgenomenOp=2026-03-30"
    with open_dossier(verse_database, bsns[-1]):
        ontvangen = server.client.post(pad, content=inhoud, headers=koppen | {"Idempotency-Key": str(uuid4())})
        assert ontvangen.status_code == 202, ontvangen.text
        wacht_tot(lambda: aantal(verse_database, "diagnose") > 0, lambda: "De werker begint niet.")
        server.dood()
    assert aantal(verse_database, "diagnose") == PER_BROK

    engine = maak_engine(verse_database, 2)
    ronde(maak_sessies(engine), laad_register(), SysteemKlok().nu())
    engine.dispose()
    assert rijen(verse_database, "SELECT staat FROM diagnose_import") == [("klaar",)]
    telling = rijen(verse_database, "SELECT rijen, verwerkt, ongewijzigd, geweigerd FROM diagnose_import")
    assert telling == [(MENSEN + 1, MENSEN, 0, 1)]
    assert aantal(verse_database, "diagnose") == MENSEN
    gaten = "SELECT 1 FROM klant k LEFT JOIN gebeurtenis g ON g.klant_id = k.id GROUP BY k.id, k.laatste_volgnr " \
            "HAVING array_agg(g.volgnr) <> ARRAY[1]::bigint[] OR k.laatste_volgnr <> 1"  # fmt: skip
    assert rijen(verse_database, gaten) == []
    assert aantal(verse_database, "diagnose_import_inhoud") == 0
