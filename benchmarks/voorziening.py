"""``make bench-voorziening``: which of 100,000 klanten may get what, over every voorziening, from the database."""

from __future__ import annotations

import json
import os
import platform
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb
from uuid_utils.compat import uuid7

from app.db.beleid_bestanden import laad_register
from app.db.sessie import Sessies, maak_engine, maak_sessies, transactie
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Rol
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.services.handeling import Handeling
from app.services.simulatie.ploeg import kernen
from app.services.voorziening.elders import TAALPLAN
from app.services.voorziening.kansen import Klantkansen, toets_alles
from app.services.voorziening.opdrachten import VoorzieningstoetsOpdracht
from app.services.voorziening.toetsen import toets_aanbod
from benchmarks.database import verbind, verse_database
from benchmarks.leveringen import bsns

AANTAL = int(os.environ.get("BENCH_AANTAL", "100000"))
NU = datetime(2026, 4, 1, 9, tzinfo=UTC)
DAG = date(2026, 4, 1)
REGISTER = laad_register()
EEN = "werk_leerroute"
STEEKPROEF = 200
WIE = UUID("00000000-0000-7000-8000-00000000b003")
ACTOR = Actor(WIE, "intaker", "deventer", ("GM0150",), (), frozenset({Rol.INTAKER}), "bench")
GROEPEN = [None, *Klantgroep]
CATEGORIEEN = ["algemene_bijstand"] * 8 + ["nugger", "ioaw"]


def main() -> None:
    """Measure, check against the whole toets, print, and write ``var/bench-voorziening.json``."""
    url = verse_database()
    beleid = REGISTER.geldend(VoorzieningBeleid, "GM0150", DAG).beleid
    codes = [regel.code for regel in beleid.voorzieningen.waarde]
    rijen = _vul(url, codes)
    sessies = maak_sessies(maak_engine(url, 2))
    een, _ = _meet(sessies, [EEN])
    alle, steekproef = _meet(sessies, codes)
    uitkomst: dict[str, Any] = {
        "moment": datetime.now(UTC).isoformat(timespec="seconds"),  # noqa: TID251 - a measurement has a real time
        "machine": f"{platform.machine()}, {kernen()} kernen, Python {platform.python_version()}",
        "belasting": os.getloadavg()[0],
        "rijen": rijen,
        "klanten": AANTAL,
        "voorzieningen": len(codes),
        EEN: een,
        "alle": alle,
        "zelfde_als_de_hele_toets": _vergelijk(sessies, steekproef),
        "geheugen_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    Path("var").mkdir(exist_ok=True)
    Path("var/bench-voorziening.json").write_text(json.dumps(uitkomst, indent=1) + "\n", encoding="utf-8")
    _toon(uitkomst)


def _handeling(sessie: Any) -> Handeling:
    return Handeling(sessie, ACTOR, REGISTER, NU, "bench", "bench", "bench")


def _meet(sessies: Sessies, codes: list[str]) -> tuple[dict[str, Any], list[Klantkansen]]:
    """Test every klant as the service does, chunk by chunk, and count what came out."""
    tel: Counter[str] = Counter()
    steekproef: list[Klantkansen] = []
    with transactie(sessies, ACTOR) as sessie:
        h = _handeling(sessie)
        begin, cpu = time.perf_counter(), time.process_time()
        for nummer, klant in enumerate(toets_alles(h, codes, DAG)):
            tel.update(kans.uitkomst.value for kans in klant.kansen)
            if nummer % max(1, AANTAL // STEEKPROEF) == 0:
                steekproef.append(klant)
        seconden = time.perf_counter() - begin
    gedaan = sum(tel.values())
    return {
        "toetsen": gedaan,
        "seconden": round(seconden, 1),
        "processortijd": round(time.process_time() - cpu, 1),
        "per_seconde": round(gedaan / seconden),
        "uitkomsten": dict(tel),
    }, steekproef


def _vergelijk(sessies: Sessies, steekproef: list[Klantkansen]) -> bool:
    """Tell whether the sample has the outcomes that the whole toets gives, one klant at a time."""
    with transactie(sessies, ACTOR) as sessie:
        h = _handeling(sessie)
        for klant in steekproef:
            geheel = toets_aanbod(h, VoorzieningstoetsOpdracht(klant_id=klant.klant.id, begin=DAG))
            if [k.beoordeling.uitkomst for k in geheel.kansen] != [k.uitkomst for k in klant.kansen]:
                return False
    return True


def _vul(url: str, codes: list[str]) -> dict[str, int]:
    """Make klanten with facts, earlier voorzieningen and plans; return how many rows."""
    willekeur = random.Random(20260401)
    klanten = [(uuid7(), bsn, nummer) for nummer, bsn in enumerate(bsns(AANTAL))]
    with verbind(url) as verbinding:
        verbinding.execute("INSERT INTO organisatie (id, naam, gemeenten) VALUES ('deventer', 'Deventer', '{GM0150}')")
        _kopieer(verbinding, "klant", _klantrijen(klanten, willekeur))
        feiten = list(_feitrijen(klanten, willekeur))
        _kopieer(verbinding, "doelgroepfeit", iter(feiten))
        inzetten = list(_toekenningrijen(klanten, codes, willekeur))
        _kopieer(verbinding, "toekenning", iter(inzetten))
        elders = {
            "taaleisfeit": list(_taalrijen(klanten)),
            "bekonnectedtraject": list(_trajectrijen(klanten)),
            "instrumentkeuze": list(_keuzerijen(klanten)),
        }
        for tabel, rijen in elders.items():
            _kopieer(verbinding, tabel, iter(rijen))
        verbinding.execute("VACUUM ANALYZE")
    eigen = {"klant": len(klanten), "doelgroepfeit": len(feiten), "toekenning": len(inzetten)}
    return eigen | {tabel: len(rijen) for tabel, rijen in elders.items()}


def _klantrijen(klanten: list[tuple[UUID, str, int]], willekeur: random.Random) -> Iterator[dict[str, Any]]:
    for id_, bsn, _ in klanten:
        groep = willekeur.choice(GROEPEN)
        yield {
            "id": id_, "organisatie": "deventer", "gemeente": "GM0150", "bsn": bsn, "voornamen": "Sam",
            "achternaam": "de Wit", "geboortedatum": date(1958, 1, 1) + timedelta(days=willekeur.randrange(18_000)),
            "regime": "PW", "leefvorm": "alleenstaande", "kostendelende_medebewoners": 0,
            "kenmerken": ["lks"] if willekeur.random() < 0.05 else [], "klantgroep": groep and groep.value,
            "zorg_handhaving": False, "laatste_volgnr": 0, "versie": 1,
        }  # fmt: skip


def _feitrijen(klanten: list[tuple[UUID, str, int]], willekeur: random.Random) -> Iterator[dict[str, Any]]:
    for id_, _, nummer in klanten:
        if nummer % 20:
            yield _feit(id_, "doelgroepcategorie", categorie=willekeur.choice(CATEGORIEEN))
        if nummer % 4 == 0:
            geboren = [str(date(2010, 1, 1) + timedelta(days=willekeur.randrange(5_900)))]
            yield _feit(id_, "ten_laste_komende_kinderen", geboortedata=geboren)
        if nummer % 10 == 0:
            yield _feit(id_, "startkwalificatie", antwoord="nee", bewijs="Eigen opgave")
        if nummer % 25 == 0:
            yield _feit(id_, "doelgroepregister", staatErin=True, bron="Register UWV")


def _feit(klant: UUID, soort: str, **gegevens: Any) -> dict[str, Any]:
    return {
        "id": uuid7(), "organisatie": "deventer", "klant_id": klant, "soort": soort, "datum": date(2026, 1, 5),
        "gegevens": Jsonb({"soort": soort, "datum": "2026-01-05"} | gegevens), "toetsen": Jsonb([]),
        "beleid_id": "bench", "beleid_sha256": "0", "codeversie": "bench", "vastgelegd_op": NU, "vastgelegd_door": WIE,
    }  # fmt: skip


def _toekenningrijen(
    klanten: list[tuple[UUID, str, int]], codes: list[str], willekeur: random.Random
) -> Iterator[dict[str, Any]]:
    leeg = {"antwoorden": Jsonb({}), "gegevens": Jsonb({})}
    for id_, _, nummer in klanten:
        for _ in range(nummer % 3):
            van = date(2021, 1, 1) + timedelta(days=willekeur.randrange(1_900))
            yield {
                "id": uuid7(), "organisatie": "deventer", "klant_id": id_, "code": willekeur.choice(codes),
                "regime": "2021", "stand": "beeindigd", "van": van, "tot": van + timedelta(days=90), "opgesteld_op": NU,
                "opgesteld_door": WIE, "versie": 1, **leeg,
            }  # fmt: skip


def _taalrijen(klanten: list[tuple[UUID, str, int]]) -> Iterator[dict[str, Any]]:
    for id_, _, nummer in klanten:
        if nummer % 20 == 1:
            yield {
                "id": uuid7(), "organisatie": "deventer", "klant_id": id_, "soort": TAALPLAN, "datum": date(2026, 2, 2),
                "gegevens": Jsonb({}), "vastgelegd_op": NU, "vastgelegd_door": WIE,
            }  # fmt: skip


def _trajectrijen(klanten: list[tuple[UUID, str, int]]) -> Iterator[dict[str, Any]]:
    for id_, _, nummer in klanten:
        if nummer % 10 == 3:
            yield {
                "id": uuid7(), "organisatie": "deventer", "klant_id": id_, "keuze_klant": "Montage", "uren": 20,
                "begin": date(2026, 3, 2), "tot": date(2026, 6, 2), "werkbegeleider": "Werkbegeleider",
                "status": "lopend", "gestart_op": NU, "gestart_door": WIE, "versie": 1,
            }  # fmt: skip


def _keuzerijen(klanten: list[tuple[UUID, str, int]]) -> Iterator[dict[str, Any]]:
    for id_, _, nummer in klanten:
        if nummer % 30 == 7:
            yield {
                "id": uuid7(), "organisatie": "deventer", "klant_id": id_, "instrument": "proefplaatsing",
                "toepassing": "eerder", "reden": "Kennismaken.", "gekozen_op": NU, "gekozen_door": WIE, "versie": 1,
            }  # fmt: skip


def _kopieer(verbinding: psycopg.Connection, tabel: str, rijen: Iterator[dict[str, Any]]) -> None:
    eerste = next(rijen)
    opdracht = f"COPY {tabel} ({', '.join(eerste)}) FROM STDIN".encode()
    with verbinding.cursor() as cursor, cursor.copy(opdracht) as copy:
        copy.write_row(list(eerste.values()))
        for rij in rijen:
            copy.write_row(list(rij.values()))


def _toon(u: dict[str, Any]) -> None:
    een, alle = u[EEN], u["alle"]
    regels = [
        ("machine", f"{u['machine']}, belasting {u['belasting']:.1f}"),
        ("klanten, voorzieningen", f"{u['klanten']:,}, {u['voorzieningen']}"),
        (f"wie mag een {EEN}", f"{een['seconden']} s, {een['per_seconde']:,} toetsen per seconde"),
        (
            "alles (doel < 60 s op twee kernen)",
            f"{alle['seconden']} s, {alle['per_seconde']:,} per seconde",
        ),
        ("rekentijd van de dienst zelf", f"{alle['processortijd']} s"),
        ("uitkomsten", ", ".join(f"{naam} {aantal:,}" for naam, aantal in sorted(alle["uitkomsten"].items()))),
        ("geheugen (MB)", f"{u['geheugen_mb']}"),
        (f"steekproef van {STEEKPROEF} gelijk aan de hele toets", "ja" if u["zelfde_als_de_hele_toets"] else "NEE"),
    ]
    breedte = max(len(naam) for naam, _ in regels)
    print("\n".join(f"{naam:<{breedte}}  {waarde}" for naam, waarde in regels))
    if alle["toetsen"] != u["klanten"] * u["voorzieningen"] or not u["zelfde_als_de_hele_toets"]:
        raise SystemExit("De meting voldoet niet: zie var/bench-voorziening.json.")


if __name__ == "__main__":
    main()
