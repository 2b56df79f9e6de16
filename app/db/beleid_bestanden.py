"""Reads the policy packs (TOML) from ``app/beleid`` into a checked register."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from app.db.beleid_soorten import SOORTEN
from app.db.bericht.tekstmal import controleer_teksten
from app.domain.beleid.controle import controleer
from app.domain.beleid.fouten import BeleidOngeldig, Probleem, uit_validatie
from app.domain.beleid.kader import Kader
from app.domain.beleid.model import Beleid
from app.domain.beleid.pakket import NL, Pakket
from app.domain.beleid.register import Register
from app.domain.beleid.schakeling import LOCKDOWN, Niveau

PAKKETTEN: Final = Path(__file__).parents[1] / "beleid"
KADER: Final = "kader.toml"
OVERLAY: Final = "overlay"


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
    for pad in sorted(wortel.glob(f"*/{OVERLAY}/*.toml")):
        try:
            paketten += _overlays(pad)
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
    bron = _naam(pad)
    kop, versies = _koppen(pad, pad.parent.name, "versie")
    return _valideer({**kop, "bron": bron}, ((f"{bron}, versie {v.get('van', nr)}", v) for nr, v in versies))


def _overlays(pad: Path) -> Iterator[Pakket]:
    """Read overlays: each says for which levels of service, or for which instelling, it replaces values."""
    bron = _naam(pad)
    kop, overlays = _koppen(pad, pad.parent.parent.name, "overlay")
    delen: list[tuple[str, dict[str, Any]]] = []
    for nummer, overlay in overlays:
        plaats = f"{bron}, overlay {nummer}"
        niveaus, instelling = overlay.pop("niveaus", []), overlay.pop("instelling", None)
        varianten = [instelling] if instelling is not None else niveaus
        goed = set(niveaus) <= set(LOCKDOWN) and instelling not in set(Niveau)
        if not goed or bool(niveaus) == (instelling is not None):
            keuzes = ", ".join(f'"{niveau.value}"' for niveau in LOCKDOWN)
            raise BeleidOngeldig([Probleem(plaats, "", f"noemt niveaus = [{keuzes}], of een eigen instelling")])
        delen += [(plaats, {**overlay, "variant": variant}) for variant in varianten]
    return _valideer({**kop, "bron": bron}, _per_variant(delen))


def _per_variant(delen: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Join the parts of one variant over the same days: what levels share and what is their own may stand apart.

    A value that stands in both is left apart, so that the check names the two.
    """
    samen: dict[tuple[Any, ...], tuple[str, dict[str, Any]]] = {}
    for plaats, deel in delen:
        sleutel = tuple(deel.get(naam) for naam in ("variant", "van", "tot", "bekend_op", "vervangt"))
        eerder = samen.get(sleutel)
        waarden = deel.get("waarden", {})
        if eerder is not None and not eerder[1].get("waarden", {}).keys() & waarden.keys():
            eerder[1]["waarden"] = {**eerder[1].get("waarden", {}), **waarden}
        elif eerder is None:
            samen[sleutel] = (plaats, deel)
        else:
            yield plaats, deel
    yield from samen.values()


def _koppen(pad: Path, gemeente: str, lijst: str) -> tuple[dict[str, Any], list[tuple[int, dict[str, Any]]]]:
    """Read a file: its two fixed lines, and the numbered parts of the one list that it may hold."""
    inhoud = _lees(pad)
    delen = inhoud.pop(lijst, [])
    verwacht = {"gemeente": gemeente, "soort": pad.stem}
    if inhoud != verwacht or not isinstance(delen, list):
        kop = ", ".join(f'{k} = "{v}"' for k, v in verwacht.items())
        raise BeleidOngeldig([Probleem(_naam(pad), "", f"bovenaan hoort alleen {kop}, daarna [[{lijst}]]")])
    return verwacht, list(enumerate(delen, start=1))


def _valideer(kop: dict[str, Any], delen: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Pakket]:
    problemen: list[Probleem] = []
    paketten: list[Pakket] = []
    for plaats, deel in delen:
        try:
            paketten.append(Pakket.model_validate({**kop, **deel}))
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
    map = pad.parent
    return f"{map.parent.name}/{map.name}/{pad.name}" if map.name == OVERLAY else f"{map.name}/{pad.name}"
