"""Deliveries for the benchmark: seeded, with faults of ten kinds planted at known rows."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.kern.bsn import bsn_uit_basis
from app.domain.kern.leefgebied import Leefgebied

Record = dict[str, Any]
PUNTEN = ("Huurachterstand", "Problematische schulden", "Geen netwerk", "Slaapt slecht", "Geen dagritme")


@dataclass(frozen=True)
class Geplant:
    """A fault that was planted: its row in the file, and the klasse under which it must be reported."""

    rij: int
    klasse: str


def bsns(aantal: int) -> list[str]:
    """Return this many valid BSNs."""
    alle = (bsn_uit_basis(basis) for basis in range(10_000_000, 99_999_999))
    geldig = (bsn for bsn in alle if bsn is not None)
    return [next(geldig) for _ in range(aantal)]


def geboortedag(nr: int) -> str:
    """Return the birth date of klant ``nr``."""
    return f"{1960 + nr % 45}-{1 + nr % 12:02d}-{1 + nr % 28:02d}"


def record(toeval: random.Random, nr: int, bsn: str) -> Record:
    """Make a complete record as an instrument would give it, about one kilobyte."""
    gebieden: list[Record] = []
    for gebied in Leefgebied:
        uitslag: Record = {"leefgebied": gebied.value, "score": toeval.randint(0, 100)}
        if toeval.random() < 0.3:
            uitslag["aandachtspunten"] = toeval.sample(PUNTEN, 2)
        if toeval.random() < 0.2:
            uitslag["opmerking"] = "Besproken met de klant; vervolg in het ambitiegesprek. " * 2
        gebieden.append(uitslag)
    return {
        "persoon": {"bsn": bsn, "geboortedatum": geboortedag(nr)},
        "externKenmerk": f"DW-{nr:07d}",
        "afgenomenOp": f"2026-03-{1 + nr % 28:02d}",
        "volledigheid": "volledig",
        "leefgebieden": gebieden,
        "competenties": [{"naam": naam, "score": toeval.randint(0, 100)} for naam in ("Samenwerken", "Plannen")],
        "taal": {"spreken": "B1", "lezen": "A2"},
        "uren": toeval.randint(8, 40),
    }


def _met(pad: str, waarde: Any) -> Callable[[Record], str]:
    def zet(goed: Record) -> str:
        doel, *rest = pad.split(".")
        if rest:
            deel = goed[doel][0] if isinstance(goed[doel], list) else goed[doel]
            deel[rest[0]] = waarde
        else:
            goed[doel] = waarde
        return json.dumps(goed, ensure_ascii=False)

    return zet


def _zonder_volledigheid(goed: Record) -> str:
    del goed["volledigheid"]
    return json.dumps(goed)


SOORTEN: dict[str, Callable[[Record], str]] = {
    "bsn_dat_niet_klopt": _met("persoon.bsn", "123456789"),
    "datum_die_niet_bestaat": _met("afgenomenOp", "2026-02-31"),
    "datum_in_de_toekomst": _met("afgenomenOp", "2031-01-01"),
    "tekst_waar_een_getal_hoort": _met("leefgebieden.score", "goed"),
    "getal_buiten_bereik": _met("leefgebieden.score", 101),
    "waarde_niet_in_de_lijst": _met("leefgebieden.leefgebied", "tuin"),
    "ontbreekt": _zonder_volledigheid,
    "onleesbare_json": lambda goed: json.dumps(goed)[:-7],
    "persoon_onbekend": _met("persoon.bsn", "000000012"),
    "geboortedatum_wijkt_af": _met("persoon.geboortedatum", "1950-12-31"),
}
"""The ten kinds of faults, by the klasse under which each must come back."""


def schrijf(pad: Path, bekend: list[str], deel_fout: float, zaad: int = 20261) -> list[Geplant]:
    """Write one record for every known person, a part of them with a fault; return what was planted."""
    toeval = random.Random(zaad)
    klassen = list(SOORTEN)
    fouten: list[Geplant] = []
    fout_op = set(toeval.sample(range(len(bekend)), round(len(bekend) * deel_fout)))
    with pad.open("w", encoding="utf-8") as bestand:
        for regel in _regels(toeval, bekend, fout_op, klassen, fouten):
            bestand.write(regel + "\n")
    return fouten


def _regels(
    toeval: random.Random, bekend: list[str], fout_op: set[int], klassen: list[str], fouten: list[Geplant]
) -> Iterator[str]:
    for nr, bsn in enumerate(bekend):
        goed = record(toeval, nr, bsn)
        if nr in fout_op:
            klasse = klassen[len(fouten) % len(klassen)]
            fouten.append(Geplant(nr + 1, klasse))
            yield SOORTEN[klasse](goed)
        else:
            yield json.dumps(goed, ensure_ascii=False)
