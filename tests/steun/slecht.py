"""Files and records that are wrong, generated from a seed: every one must get a clear answer, whatever it does."""

from __future__ import annotations

import functools
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from openpyxl import Workbook

from app.db.diagnose.levering import Importvorm
from app.domain.kern.leefgebied import Leefgebied
from tests.steun.diagnose import record

BSN = "999990007"
KOPPEN = ["persoon.bsn", "volledigheid", "afgenomenOp", "uren", *(f"leefgebieden.{g}.score" for g in Leefgebied)]
CEL = [BSN, "volledig", "2026-03-01", "24", *["60"] * 7]


class Slecht(NamedTuple):
    """One bad delivery: what is wrong with it, its form and its bytes."""

    soort: str
    vorm: Importvorm
    inhoud: bytes


def als_regel(**anders: Any) -> bytes:
    """A record as JSON on one line."""
    return json.dumps(record(BSN, **anders)).encode()


def _ruw(oud: bytes, nieuw: bytes) -> Callable[[random.Random], bytes]:
    return lambda _: als_regel(door="MERK").replace(oud, nieuw)


def _diep(toeval: random.Random) -> bytes:
    diepte = toeval.randint(2_000, 60_000)
    return b'{"persoon":' + b"[" * diepte + b"]" * diepte + b"}"


def _teken(toeval: random.Random) -> bytes:
    return als_regel(door="MERK").replace(b"MERK", bytes([toeval.choice([0x80, 0xE9, 0xFF, 0xC3])]))


def _geknipt(toeval: random.Random) -> bytes:
    heel = als_regel()
    return heel[: toeval.randint(1, len(heel) - 1)]


REGELS: dict[str, Callable[[random.Random], bytes]] = {
    "andere-codering": _teken,
    "afgebroken": _geknipt,
    "31-februari": lambda t: als_regel(afgenomenOp=f"20{t.randint(10, 25)}-02-{t.choice([30, 31])}"),
    "datum-in-de-toekomst": lambda t: als_regel(afgenomenOp=f"{t.randint(2027, 9999)}-01-01"),
    "elfproef": lambda t: json.dumps(record(f"{t.randint(0, 9) * 111_111_111 + 1:09d}"[:9])).encode(),
    "bsn-te-kort": lambda t: json.dumps(record(str(t.randint(1, 99_999_999)))).encode(),
    "bsn-als-getal": lambda t: json.dumps(record(int(BSN))).encode(),  # type: ignore[arg-type]
    "nul-teken": _ruw(b"MERK", b"\\u0000"),
    "kaal-nul-teken": _ruw(b"MERK", b"\x00"),
    "halve-surrogaat": _ruw(b"MERK", b"\\ud800"),
    "lange-regel": lambda t: als_regel(door="x" * t.randint(263_000, 400_000)),
    "lange-tekst": lambda t: als_regel(door="x" * t.randint(101, 5_000)),
    "diep": _diep,
    "reuzengetal": lambda t: als_regel(uren="MERK").replace(b'"MERK"', b"9" * t.randint(20, 5_000)),
    "oneindig": _ruw(b'"uren": 24', b'"uren": Infinity'),
    "geen-getal": _ruw(b'"uren": 24', b'"uren": NaN'),
    "verkeerde-soort": lambda t: json.dumps(t.choice([[], "x", 1, None, True, {"persoon": 1}, [record(BSN)]])).encode(),
    "onbekend-veld": lambda t: als_regel(**{f"veld{t.randint(0, 9)}": 1}),
    "te-veel": lambda t: als_regel(competenties=[{"naam": "x", "score": 1}] * t.randint(51, 300)),
    "dubbel-gebied": lambda t: als_regel(leefgebieden=[{"leefgebied": "wonen", "score": t.randint(0, 100)}] * 2),
    "leeg": lambda t: als_regel(persoon=t.choice([{}, {"bsn": ""}, {"bsn": None}])),
}


def _csv(*rijen: list[str], koppen: list[str] | None = None, teken: str = ";") -> bytes:
    return "\n".join(teken.join(rij) for rij in (koppen or KOPPEN, *rijen)).encode() + b"\n"


def _met(plek: int, waarde: str) -> list[str]:
    return [*CEL[:plek], waarde, *CEL[plek + 1 :]]


CSVS: dict[str, Callable[[random.Random], bytes]] = {
    "formule": lambda t: _csv(
        _met(t.randint(0, 10), t.choice(["=1+1", "@SOM(A1)", '=HYPERLINK("x")', "=cmd|' /C'!A0"]))
    ),
    "tekst": lambda t: _csv(_met(t.randint(3, 10), t.choice(["+31", "-", "veel", "1e9", "--1"]))),
    "datum": lambda t: _csv(_met(2, t.choice(["31-02-2026", "2026-02-31", "0000-00-00", "morgen"]))),
    "te-veel-cellen": lambda t: _csv(CEL + ["x"] * t.randint(1, 50)),
    "te-weinig-cellen": lambda t: _csv(CEL[: t.randint(1, 1)]),
    "dubbele-kolom": lambda t: _csv([*CEL, "1"], koppen=[*KOPPEN, t.choice(KOPPEN)]),
    "vreemde-kolom": lambda t: _csv([*CEL, "1"], koppen=[*KOPPEN, f"x{t.random()}"]),
    "ander-scheidingsteken": lambda t: _csv(CEL, teken=t.choice([",", "\t", "|"])),
    "open-aanhaling": lambda t: _csv(['"' + CEL[0], *CEL[1:]], *[CEL] * t.randint(1, 5)),
    "codering": lambda t: _csv(_met(1, "MERK")).replace(b"MERK", bytes([t.choice([0xE9, 0xFF, 0x81])])),
    "utf-16": lambda t: _csv(CEL).decode().encode("utf-16"),
    "nul-teken": lambda t: _csv(_met(1, "vol\x00ledig")),
    "lange-cel": lambda t: _csv(_met(1, "x" * t.randint(140_000, 500_000))),
    "alleen-koppen": lambda t: _csv(),
    "leeg": lambda t: b"\n" * t.randint(0, 3),
}


@functools.cache
def _boek() -> bytes:
    boek = Workbook()
    for rij in (KOPPEN, CEL):
        boek.active.append(rij)  # type: ignore[union-attr]
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _herschreven(deel: str, inhoud: bytes | None, extra: int = 0) -> bytes:
    """The workbook with one part replaced (or left out), and more parts added."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_boek())) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            if naam != deel:
                nieuw.writestr(naam, oud.read(naam))
        if inhoud is not None:
            nieuw.writestr(deel, inhoud)
        for nr in range(extra):
            nieuw.writestr(f"xl/extra{nr}.xml", b"")
    return uit.getvalue()


BLAD = "xl/worksheets/sheet1.xml"
_LACH = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
)


@functools.cache
def _bom() -> bytes:
    return _herschreven(BLAD, b"<worksheet>" + b" " * 40_000_000)


def _gemeld_groot() -> bytes:
    """A part that says of itself that it is almost two gigabytes."""
    ruw = bytearray(_boek())
    plek = ruw.index(b"PK\x01\x02")
    ruw[plek + 24 : plek + 28] = (0x7FFFFFFF).to_bytes(4, "little")
    return bytes(ruw)


def _versleuteld() -> bytes:
    ruw = bytearray(_boek())
    plek = ruw.index(b"PK\x01\x02")
    ruw[plek + 8] |= 1
    return bytes(ruw)


XLSXS: dict[str, Callable[[random.Random], bytes]] = {
    "geen-zip": lambda t: t.randbytes(t.randint(1, 2_000)),
    "leeg": lambda t: b"",
    "afgebroken": lambda t: _boek()[: t.randint(1, len(_boek()) - 30)],
    "bom": lambda t: _bom(),
    "gemeld-twee-gigabyte": lambda t: _gemeld_groot(),
    "wachtwoord": lambda t: _versleuteld(),
    "entiteiten": lambda t: _herschreven(t.choice([BLAD, "xl/workbook.xml", "xl/styles.xml"]), _LACH),
    "zonder-blad": lambda t: _herschreven(BLAD, None),
    "zonder-boek": lambda t: _herschreven("xl/workbook.xml", None),
    "kapot-blad": lambda t: _herschreven(BLAD, b"<worksheet><sheetData><row r='1'><c"),
    "leeg-blad": lambda t: _herschreven(BLAD, b"<worksheet/>"),
    "veel-delen": lambda t: _herschreven("x", b"", extra=600),
    "omgevallen-byte": lambda t: _omgevallen(t),
}


def _omgevallen(toeval: random.Random) -> bytes:
    """A workbook of which the beginning of the directory is damaged."""
    ruw = bytearray(_boek())
    plek = ruw.rindex(b"PK\x05\x06")
    ruw[plek + 16 : plek + 20] = toeval.randbytes(4)
    return bytes(ruw)


LIJSTEN: dict[str, Callable[[random.Random], bytes]] = {
    "geen-lijst": lambda t: t.choice([b"{}", b"1", b'"x"', b"null", b"x"]),
    "leeg": lambda t: t.choice([b"", b"[]", b"[ ]", b"\n"]),
    "afgebroken": lambda t: (b"[" + als_regel() + b"," + als_regel())[: t.randint(2, 900)],
    "zonder-komma": lambda t: b"[" + als_regel() + b" " + als_regel() + b"]",
    "te-veel-haken": lambda t: b"[" * t.randint(5_000, 50_000),
    "utf-16": lambda t: (b"[" + als_regel() + b"]").decode().encode("utf-16"),
    "geen-utf-8": lambda t: b"[" + _teken(t) + b"]",
    "fout-record": lambda t: b"[" + als_regel(uren=t.randint(61, 999)) + b"]",
}
FAMILIES = ((Importvorm.NDJSON, REGELS), (Importvorm.CSV, CSVS), (Importvorm.XLSX, XLSXS), (Importvorm.JSON, LIJSTEN))


def slechte(aantal: int, zaad: int = 3) -> Iterator[Slecht]:
    """Generate this many bad deliveries, every kind in turn."""
    toeval = random.Random(zaad)
    soorten = [(vorm, soort, maak) for vorm, familie in FAMILIES for soort, maak in familie.items()]
    for nr in range(aantal):
        vorm, soort, maak = soorten[nr % len(soorten)]
        yield Slecht(f"{vorm.value}:{soort}", vorm, maak(toeval))
