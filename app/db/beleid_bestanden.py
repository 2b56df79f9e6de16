"""Reads the policy packs (TOML) from ``app/beleid`` into a checked register."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from app.db.beleid_soorten import SOORTEN
from app.db.tekstmal import controleer_teksten
from app.domain.beleid.controle import controleer
from app.domain.beleid.fouten import BeleidOngeldig, Probleem, uit_validatie
from app.domain.beleid.kader import Kader
from app.domain.beleid.model import Beleid
from app.domain.beleid.pakket import NL, Pakket
from app.domain.beleid.register import Register

PAKKETTEN: Final = Path(__file__).parents[1] / "beleid"
KADER: Final = "kader.toml"


def laad_register(map: Path | None = None, soorten: Mapping[str, type[Beleid]] = SOORTEN) -> Register:
    """Read every pack below ``map`` (default: the packs of this service) and check them.

    Raises:
        BeleidOngeldig: with all problems, each naming the file.
    """
    wortel = map or PAKKETTEN
    paketten: list[Pakket] = []
    problemen: list[Probleem] = []
    for pad in sorted(p for p in wortel.glob("*/*.toml") if p.name != KADER):
        try:
            paketten += _paketten(pad)
        except BeleidOngeldig as fout:
            problemen += fout.problemen
    kader = _kader(wortel / NL / KADER, problemen)
    if problemen:
        raise BeleidOngeldig(problemen)
    register = Register(paketten, soorten, kader)
    controleer(register)
    controleer_teksten(register)
    return register


def _paketten(pad: Path) -> Iterator[Pakket]:
    inhoud = _lees(pad)
    bron = _naam(pad)
    versies = inhoud.pop("versie", [])
    verwacht = {"gemeente": pad.parent.name, "soort": pad.stem}
    if inhoud != verwacht or not isinstance(versies, list):
        kop = ", ".join(f'{k} = "{v}"' for k, v in verwacht.items())
        raise BeleidOngeldig([Probleem(bron, "", f"bovenaan hoort alleen {kop}, daarna [[versie]]")])
    problemen: list[Probleem] = []
    paketten: list[Pakket] = []
    for nummer, versie in enumerate(versies, start=1):
        plaats = f"{bron}, versie {versie.get('van', nummer)}"
        try:
            paketten.append(Pakket.model_validate({**verwacht, "bron": bron, **versie}))
        except ValidationError as fout:
            problemen += uit_validatie(fout, lambda _, plaats=plaats: plaats)  # type: ignore[misc]
    if problemen:
        raise BeleidOngeldig(problemen)
    return iter(paketten)


def _kader(pad: Path, problemen: list[Probleem]) -> Kader:
    """Read the national frame; adds what is wrong to ``problemen``."""
    try:
        inhoud = _lees(pad) if pad.exists() else {}
        return Kader.model_validate({"open_termen": inhoud.pop("open_term", []), **inhoud})
    except ValidationError as fout:
        problemen += uit_validatie(fout, lambda _: _naam(pad))
    except BeleidOngeldig as fout:
        problemen += fout.problemen
    return Kader()


def _lees(pad: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise BeleidOngeldig([Probleem(_naam(pad), "", f"is geen geldige TOML: {fout}")]) from fout


def _naam(pad: Path) -> str:
    return f"{pad.parent.name}/{pad.name}"
