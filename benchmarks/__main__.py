"""``make bench``: the import of 100,000 records beside the bare COPY of the same rows, on an own PostgreSQL."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import create_engine, insert
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.organisatie import Organisatie
from app.domain.kern.norm import Leefvorm
from benchmarks.database import WERKMAP, verbind, verse_database
from benchmarks.leveringen import bsns, geboortedag, schrijf

AANTAL = int(os.environ.get("BENCH_AANTAL", "100000"))
DEEL_FOUT = 0.02
KOLOMMEN = (
    "id, organisatie, klant_id, instrument, instrumentversie, extern_kenmerk, afgenomen_op, door, volledig, inhoud, "
    "toetsen, import_id, afdruk, ontvangen_op, ontvangen_door"
)
GESCHIEDENIS = ("diagnose", "gebeurtenis", "outbox", "verwerking")
"""The tables that one record writes a row in."""


def main() -> None:
    """Measure, check, print, and write ``var/bench.json``. SystemExit when something that must hold does not."""
    url = verse_database()
    bekend = bsns(AANTAL)
    _vul(url, bekend)
    pad = WERKMAP / "levering.ndjson"
    geplant = schrijf(pad, bekend, DEEL_FOUT)
    eerste = _importeer(url, pad, "nieuw")
    gevonden = _gevonden(url, eerste["import_id"])
    voor = _afdrukken(url)
    zelfde = _importeer(url, pad, "nieuw")
    na_zelfde = _afdrukken(url)
    gedwongen = _importeer(url, pad, "opnieuw")
    na_gedwongen = {tabel: som for tabel, som in _afdrukken(url).items() if tabel != "verwerking"}
    uitkomst: dict[str, Any] = {
        "moment": datetime.now(UTC).isoformat(timespec="seconds"),  # noqa: TID251 - a measurement has a real time
        "records": AANTAL,
        "fouten_geplant": len(geplant),
        "fouten_gevonden": len(gevonden),
        "precies_de_geplante": gevonden == sorted((fout.rij, fout.klasse) for fout in geplant),
        "import": _zonder_geheugen(eerste),
        "geheugen": _geheugen(eerste["geheugen"]),
        "copy": _copy(url),
        "gaten_in_dossiers": _gaten(url),
        "zelfde_bestand": {"verwerkt_s": zelfde["verwerkt_s"], "niets_veranderd": voor == na_zelfde},
        "gedwongen": _zonder_geheugen(gedwongen)
        | {"dossiers_ongewijzigd": na_gedwongen == {t: s for t, s in voor.items() if t != "verwerking"}},
    }
    per_seconde = AANTAL / eerste["verwerkt_s"]
    uitkomst["rijen_per_seconde"] = round(per_seconde)
    uitkomst["verhouding"] = round(per_seconde / uitkomst["copy"]["rijen_per_seconde"], 3)
    uitkomst["verhouding_met_geschiedenis"] = round(uitkomst["copy"]["alles_s"] / eerste["verwerkt_s"], 3)
    Path("var/bench.json").write_text(json.dumps(uitkomst, indent=1) + "\n", encoding="utf-8")
    _toon(uitkomst)


def _vul(url: str, bekend: list[str]) -> None:
    """Make one klant for every record."""
    with Session(create_engine(url)) as sessie:
        sessie.add(Organisatie(id="deventer", naam="Deventer", gemeenten=["GM0150"]))
        sessie.flush()
        vast = {"organisatie": "deventer", "gemeente": "GM0150", "voornamen": "Sam", "achternaam": "de Wit"}
        vast |= {"leefvorm": Leefvorm.ALLEENSTAANDE}
        for begin in range(0, len(bekend), 5000):
            deel = enumerate(bekend[begin : begin + 5000], begin)
            rijen = [
                vast | {"id": uuid7(), "bsn": bsn, "geboortedatum": date.fromisoformat(geboortedag(nr))}
                for nr, bsn in deel
            ]
            sessie.execute(insert(Klant), rijen)
        sessie.commit()
    with verbind(url) as verbinding:
        verbinding.execute("VACUUM ANALYZE klant")
        verbinding.execute("CHECKPOINT")


def _importeer(url: str, pad: Path, hoe: str) -> dict[str, Any]:
    opdracht = [sys.executable, "-m", "benchmarks.importproces", url, str(pad), hoe]
    gelopen = subprocess.run(opdracht, check=True, capture_output=True, text=True)
    uitkomst: dict[str, Any] = json.loads(gelopen.stdout.splitlines()[-1])
    return uitkomst


def _gevonden(url: str, import_id: str) -> list[tuple[int, str]]:
    vraag = (
        "SELECT a.rij, f ->> 'klasse' FROM diagnose_afgekeurd a, jsonb_array_elements(a.fouten) f "
        "WHERE a.import_id = %s ORDER BY 1, 2"
    )
    with verbind(url) as verbinding:
        return [(rij, klasse) for rij, klasse in verbinding.execute(vraag, (import_id,)).fetchall()]


def _afdrukken(url: str) -> dict[str, tuple[int, str]]:
    """Count and hash what stands in the dossiers."""
    with verbind(url) as verbinding:
        gevonden = {}
        for tabel in (*GESCHIEDENIS, "klant"):
            eigen = " WHERE klant_id IS NOT NULL" if tabel in ("gebeurtenis", "verwerking") else ""
            if tabel == "outbox":
                eigen = " WHERE gebeurtenis_id IN (SELECT id FROM gebeurtenis WHERE klant_id IS NOT NULL)"
            vraag = f"SELECT count(*), md5(sum(hashtextextended(t::text, 0))::text) FROM {tabel} t{eigen}"
            rij = verbinding.execute(vraag.encode()).fetchone()
            assert rij is not None
            gevonden[tabel] = (rij[0], rij[1])
        return gevonden


def _gaten(url: str) -> int:
    vraag = (
        "SELECT count(*) FROM (SELECT k.id FROM klant k LEFT JOIN gebeurtenis g ON g.klant_id = k.id GROUP BY k.id "
        "HAVING count(g.id) <> k.laatste_volgnr OR coalesce(max(g.volgnr), 0) <> k.laatste_volgnr) x"
    )
    with verbind(url) as verbinding:
        rij = verbinding.execute(vraag).fetchone()
        assert rij is not None
        return int(rij[0])


def _copy(url: str) -> dict[str, Any]:
    """Copy the same rows, checked by nothing, into bare tables: the results alone, and all rows of their history."""
    with verbind(url) as verbinding:
        tijden = {tabel: _copy_tabel(verbinding, tabel) for tabel in GESCHIEDENIS}
        rij = verbinding.execute("SELECT count(*) FROM diagnose").fetchone()
    assert rij is not None
    return {
        "rijen": rij[0],
        "diagnose_s": round(tijden["diagnose"], 3),
        "alles_s": round(sum(tijden.values()), 3),
        "rijen_per_seconde": round(rij[0] / tijden["diagnose"]),
    }


def _copy_tabel(verbinding: psycopg.Connection, tabel: str) -> float:
    """Return the median of three times."""
    kolommen = {"diagnose": KOLOMMEN, "outbox": "organisatie, gebeurtenis_id"}.get(tabel)
    if kolommen is None:
        gevonden = verbinding.execute(
            "SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns "
            "WHERE table_schema = 'public' AND table_name = %s",
            (tabel,),
        ).fetchone()
        assert gevonden is not None
        kolommen = gevonden[0]
    pad = WERKMAP / f"{tabel}.copy"
    uitvoer = f"COPY (SELECT {kolommen} FROM {tabel}) TO STDOUT".encode()
    with pad.open("wb") as uit, verbinding.cursor() as cursor, cursor.copy(uitvoer) as copy:
        for stuk in copy:
            uit.write(stuk)
    tijden = []
    for _ in range(3):
        verbinding.execute("DROP TABLE IF EXISTS kaal")
        verbinding.execute(f"CREATE TABLE kaal AS SELECT {kolommen} FROM {tabel} LIMIT 0".encode())
        begin = time.perf_counter()
        invoer = f"COPY kaal ({kolommen}) FROM STDIN".encode()
        with pad.open("rb") as bestand, verbinding.cursor() as cursor, cursor.copy(invoer) as copy:
            while stuk := bestand.read(1 << 18):
                copy.write(stuk)
        tijden.append(time.perf_counter() - begin)
    verbinding.execute("DROP TABLE kaal")
    return statistics.median(tijden)


def _geheugen(metingen: list[int]) -> dict[str, Any]:
    """Say the peak, and whether the second half needed more than the first."""
    mb = [meting / 1_048_576 for meting in metingen]
    helft = len(mb) // 2
    return {
        "piek_mb": round(max(mb)),
        "eerste_helft_mb": round(max(mb[:helft])),
        "tweede_helft_mb": round(max(mb[helft:])),
        "metingen": len(mb),
    }


def _zonder_geheugen(uitkomst: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in uitkomst.items() if naam != "geheugen"}


def _toon(u: dict[str, Any]) -> None:
    regels = [
        ("records", f"{u['records']:,}"),
        ("fouten geplant / gevonden", f"{u['fouten_geplant']:,} / {u['fouten_gevonden']:,}"),
        ("precies de geplante, met rij en soort", _ja(u["precies_de_geplante"])),
        ("ontvangen en bewaren", f"{u['import']['ontvangen_s']} s"),
        ("verwerken", f"{u['import']['verwerkt_s']} s, {u['rijen_per_seconde']:,} rijen/s"),
        ("COPY van dezelfde uitslagen, kaal", f"{u['copy']['rijen_per_seconde']:,} rijen/s"),
        ("verhouding tot COPY (doel 0,2)", f"{u['verhouding']}"),
        ("verhouding tot COPY van alle rijen die een import schrijft", f"{u['verhouding_met_geschiedenis']}"),
        ("geheugen: piek, eerste en tweede helft (MB, doel < 250)",
         f"{u['geheugen']['piek_mb']}, {u['geheugen']['eerste_helft_mb']}, {u['geheugen']['tweede_helft_mb']}"),
        ("dossiers met een gat in de nummering", f"{u['gaten_in_dossiers']}"),
        ("zelfde bestand nog eens: niets veranderd", _ja(u["zelfde_bestand"]["niets_veranderd"])),
        ("gedwongen nog eens: dossiers ongewijzigd",
         f"{_ja(u['gedwongen']['dossiers_ongewijzigd'])} ({u['gedwongen']['verwerkt_s']} s)"),
    ]  # fmt: skip
    breedte = max(len(naam) for naam, _ in regels)
    print("\n".join(f"{naam:<{breedte}}  {waarde}" for naam, waarde in regels))
    moet = u["precies_de_geplante"], u["gaten_in_dossiers"] == 0, u["zelfde_bestand"]["niets_veranderd"]
    if not all((*moet, u["gedwongen"]["dossiers_ongewijzigd"], u["geheugen"]["piek_mb"] < 250)):
        raise SystemExit("De meting voldoet niet: zie var/bench.json.")


def _ja(goed: bool) -> str:
    return "ja" if goed else "NEE"


if __name__ == "__main__":
    main()
