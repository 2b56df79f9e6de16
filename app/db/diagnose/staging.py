"""The staging of one chunk of a delivery: temporary tables that empty themselves at the end of every transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import psycopg
from sqlalchemy import Boolean, Column, Date, Integer, MetaData, Table, Text, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

STAGING = (
    "rij", "bsn", "geboortedatum", "afgenomen_op", "door", "extern_kenmerk", "externe_versie", "volledig", "afdruk",
    "inhoud", "toetsen", "diagnose_id", "gebeurtenis_id", "verwerking_id",
)  # fmt: skip
"""The columns of a record as it is copied in, in this order."""

_MAAK = (
    text(
        "CREATE TEMP TABLE IF NOT EXISTS diagnose_brok (rij int, bsn text, geboortedatum date, afgenomen_op date, "
        "door text, extern_kenmerk text, externe_versie int, volledig boolean, afdruk text, inhoud jsonb, "
        "toetsen jsonb, diagnose_id uuid, gebeurtenis_id uuid, verwerking_id uuid) ON COMMIT DELETE ROWS"
    ),
    text(
        "CREATE TEMP TABLE IF NOT EXISTS diagnose_oordeel "
        "(rij int, klant_id uuid, uitkomst text, fouten text[]) ON COMMIT DELETE ROWS"
    ),
)
# A chunk is small beside the tables that it is laid against, so each row of it is looked up by index. The planner
# would read those whole, with row-level security on each row, which takes longer as they grow.
_ZOEK_OP = text(
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_mergejoin', 'off', true), "
    "set_config('random_page_cost', '1.1', true)"
)
# Without figures the planner takes an empty table for ten pages, and a chunk for a table scan.
_TEL = text("ANALYZE diagnose_brok (rij, bsn, afdruk)")
TEL_OORDEEL = text("ANALYZE diagnose_oordeel (rij, klant_id, uitkomst)")
_COPY = f"COPY diagnose_brok ({', '.join(STAGING)}) FROM STDIN".encode()

brok = Table(
    "diagnose_brok",
    MetaData(),
    Column("rij", Integer, primary_key=True),
    Column("bsn", Text),
    Column("geboortedatum", Date),
    Column("afgenomen_op", Date),
    Column("door", Text),
    Column("extern_kenmerk", Text),
    Column("externe_versie", Integer),
    Column("volledig", Boolean),
    Column("afdruk", Text),
    Column("inhoud", JSONB),
    Column("toetsen", JSONB),
    Column("diagnose_id", Uuid),
    Column("gebeurtenis_id", Uuid),
    Column("verwerking_id", Uuid),
)


oordeel = Table(
    "diagnose_oordeel",
    MetaData(),
    Column("rij", Integer, primary_key=True),
    Column("klant_id", Uuid),
    Column("uitkomst", Text),
    Column("fouten", ARRAY(Text)),
)


def zet_klaar(sessie: Session, rijen: Iterable[tuple[Any, ...]]) -> None:
    """Copy the records of a chunk into the staging table, each with the columns of ``STAGING``."""
    for opdracht in (*_MAAK, _ZOEK_OP):
        sessie.execute(opdracht)
    verbinding = sessie.connection().connection.driver_connection
    assert isinstance(verbinding, psycopg.Connection)
    with verbinding.cursor() as cursor, cursor.copy(_COPY) as copy:
        for rij in rijen:
            copy.write_row(rij)
    sessie.execute(_TEL)
