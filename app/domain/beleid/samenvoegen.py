"""Samenvoegen: how packs succeed each other, and how their layers become one policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from app.domain.beleid.fouten import BeleidOngeldig, Probleem
from app.domain.beleid.kader import Kader
from app.domain.beleid.pakket import NL, Pakket
from app.domain.kern.fouten import BeleidOntbreekt

Vraag = tuple[str, str, date, date | None, tuple[str, ...]]
"""Subject, municipality, peildatum, knowledge of a day, and the variants that are on."""


def voorgangers(pakket: Pakket, alle: Iterable[Pakket]) -> set[str]:
    """Return the ids of the packs that this one replaces, directly or through another."""
    per_id = {p.id: p for p in alle}
    gevonden: set[str] = set()
    volgende = pakket.vervangt
    while volgende is not None and volgende not in gevonden:
        gevonden.add(volgende)
        volgende = per_id[volgende].vervangt if volgende in per_id else None
    return gevonden


def voeg_samen(lagen: Iterable[Pakket], kader: Kader, dag: date) -> dict[str, Mapping[str, Any]]:
    """Merge national constants, municipal values and overlays; a later layer replaces what a municipality may set.

    Raises:
        BeleidOngeldig: a municipality overrides a national constant.
    """
    waarden: dict[str, Mapping[str, Any]] = {}
    landelijk: set[str] = set()
    for pakket in lagen:
        termen = kader.op(pakket.soort, dag)
        dubbele = landelijk & pakket.waarden.keys()
        if vast := sorted(v for v in dubbele if v not in termen or not termen[v].standaard):
            melding = "ligt landelijk vast; een gemeente mag hier niet van afwijken"
            raise BeleidOngeldig(Probleem(pakket.plaats, veld, melding) for veld in vast)
        waarden |= pakket.waarden
        landelijk |= pakket.waarden.keys() if pakket.gemeente == NL else set()
    return waarden


def dubbel(eerste: Pakket, tweede: Pakket) -> Probleem:
    """Say that two packs hold on the same day without one replacing the other."""
    melding = f'geldt tegelijk met {eerste.id}; geef de eerste een einddatum (tot), of schrijf vervangt = "{eerste.id}"'
    return Probleem(tweede.plaats, "", melding)


def ontbreekt(vraag: Vraag, leeg: Iterable[str]) -> BeleidOntbreekt:
    """Say in Dutch which policy is missing, for whom and when."""
    soort, gemeente, dag, bekend_op, _ = vraag
    stand = f", zoals bekend op {bekend_op:%d-%m-%Y}" if bekend_op else ""
    welke = f": {', '.join(sorted(leeg))} is niet ingevuld" if leeg else ""
    return BeleidOntbreekt(f"Er geldt op {dag:%d-%m-%Y} geen beleid over {soort} voor {gemeente}{stand}{welke}.")
