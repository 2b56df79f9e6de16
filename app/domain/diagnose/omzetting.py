"""Omzetting: the cells of one row as the fields of our schema, with everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from app.domain.diagnose.mapping import Datumvorm, Kolom, KolomMapping, Veldsoort, keuzen, veldsoort
from app.domain.diagnose.waardeklasse import Rijfout, Waardeklasse

Cel = str | int | float | bool | date | datetime | None

_DATUMS: Mapping[Datumvorm, re.Pattern[str]] = {
    Datumvorm.JJJJ_MM_DD: re.compile(r"(?P<j>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})"),
    Datumvorm.DD_MM_JJJJ: re.compile(r"(?P<d>[0-9]{1,2})-(?P<m>[0-9]{1,2})-(?P<j>[0-9]{4})"),
    Datumvorm.DD_SCHUIN_MM_SCHUIN_JJJJ: re.compile(r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<j>[0-9]{4})"),
    Datumvorm.MM_SCHUIN_DD_SCHUIN_JJJJ: re.compile(r"(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})/(?P<j>[0-9]{4})"),
    Datumvorm.JJJJMMDD: re.compile(r"(?P<j>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
}
_GETAL = re.compile(r"-?[0-9]{1,9}(?:(?P<teken>[.,])[0-9]{1,6})?")
_FORMULE = ("=", "@")


class _Fout(Exception):
    def __init__(self, klasse: Waardeklasse, melding: str) -> None:
        super().__init__(melding)
        self.klasse = klasse
        self.melding = melding


@dataclass
class Omgezet:
    """The fields of a row in the shape of our schema, what is wrong, and in which column each field stood."""

    velden: dict[str, Any] = field(default_factory=dict)
    fouten: list[Rijfout] = field(default_factory=list)
    kolommen: dict[str, str] = field(default_factory=dict)


def zet_om(mapping: KolomMapping, plaatsen: Sequence[tuple[int, Kolom]], cellen: Sequence[Cel]) -> Omgezet:
    """Read the cells of a row; ``plaatsen`` tells at which place each column of the mapping stands."""
    rij = Omgezet()
    leeg = {waarde.casefold() for waarde in mapping.leeg} | {""}
    for veld, waarde in mapping.vast.items():
        _zet(rij, veld, waarde)
    for plaats, kolom in plaatsen:
        cel = cellen[plaats] if plaats < len(cellen) else None
        rij.kolommen.setdefault(kolom.veld, kolom.kolom)
        if cel is None or (isinstance(cel, str) and cel.strip().casefold() in leeg):
            continue
        try:
            waarde = _lees(mapping, kolom, cel)
        except _Fout as fout:
            rij.fouten.append(Rijfout(veld=kolom.veld, kolom=kolom.kolom, klasse=fout.klasse, melding=fout.melding))
        else:
            rij.kolommen[_zet(rij, kolom.veld, waarde)] = kolom.kolom
    return rij


def _zet(rij: Omgezet, veld: str, waarde: Any) -> str:
    """Put a value where our schema has it, and return the path to it as a fault would name it."""
    begin, _, rest = veld.partition(".")
    if begin == "leefgebieden":
        gebied, _, deel = rest.partition(".")
        gebieden = rij.velden.setdefault(begin, [])
        plek = next((nr for nr, deel_ in enumerate(gebieden) if deel_["leefgebied"] == gebied), len(gebieden))
        if plek == len(gebieden):
            gebieden.append({"leefgebied": gebied})
        gebieden[plek][deel] = waarde
        return f"{begin}.{plek}.{deel}"
    if begin == "competenties":
        rij.velden.setdefault(begin, []).append({"naam": rest, "score": waarde})
        return f"{begin}.{len(rij.velden[begin]) - 1}.score"
    if rest:
        rij.velden.setdefault(begin, {})[rest] = waarde
    else:
        rij.velden[begin] = waarde
    return veld


def _lees(mapping: KolomMapping, kolom: Kolom, cel: Cel) -> Any:
    tekst = _tekst(cel)
    if tekst.startswith(_FORMULE):
        raise _Fout(Waardeklasse.FORMULE, "Geef de waarde zelf in plaats van een formule.")
    soort = veldsoort(kolom.veld)
    lezers: dict[Veldsoort | None, Callable[[], Any]] = {
        Veldsoort.GETAL: lambda: _getal(mapping, kolom, cel, tekst),
        Veldsoort.DATUM: lambda: _datum(mapping, cel, tekst),
        Veldsoort.KEUZE: lambda: _keuze(kolom, tekst),
        Veldsoort.LIJST: lambda: [deel.strip() for deel in tekst.split(kolom.scheiding or ";") if deel.strip()],
    }
    return lezers.get(soort, lambda: tekst)()


def _tekst(cel: Cel) -> str:
    """Write a cell as text; a whole number that a spreadsheet made broken loses its point."""
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return str(cel).strip()


def _getal(mapping: KolomMapping, kolom: Kolom, cel: Cel, tekst: str) -> int:
    gevonden = _GETAL.fullmatch(tekst)
    teken = "." if isinstance(cel, float) else mapping.decimaalteken
    if gevonden is None or isinstance(cel, bool) or gevonden["teken"] not in (None, teken):
        melding = f"Geef een getal, met een {'komma' if mapping.decimaalteken == ',' else 'punt'} als decimaalteken."
        raise _Fout(Waardeklasse.TEKST_WAAR_EEN_GETAL_HOORT, melding)
    getal = Decimal(tekst.replace(",", "."))
    if kolom.factor is not None:
        return int((getal * kolom.factor).quantize(Decimal(1), ROUND_HALF_UP))
    if getal != getal.to_integral_value():
        raise _Fout(Waardeklasse.GEEN_GEHEEL_GETAL, "Geef een geheel getal, of noem in de mapping een factor.")
    return int(getal)


def _datum(mapping: KolomMapping, cel: Cel, tekst: str) -> date:
    if isinstance(cel, datetime):
        return cel.date()
    if isinstance(cel, date):
        return cel
    for vorm in mapping.datumvormen:
        if gevonden := _DATUMS[vorm].fullmatch(tekst):
            try:
                return date(int(gevonden["j"]), int(gevonden["m"]), int(gevonden["d"]))
            except ValueError:
                break
    vormen = " of ".join(mapping.datumvormen)
    raise _Fout(Waardeklasse.DATUM_DIE_NIET_BESTAAT, f"Geef een bestaande datum als {vormen}.")


def _keuze(kolom: Kolom, tekst: str) -> str:
    vertaling = {waarde.casefold(): eigen for waarde, eigen in kolom.waarden.items()}
    vertaling |= {eigen.casefold(): eigen for eigen in keuzen(kolom.veld)}
    if tekst.casefold() not in vertaling:
        bekend = ", ".join((*kolom.waarden, *keuzen(kolom.veld)))
        raise _Fout(Waardeklasse.WAARDE_NIET_IN_DE_LIJST, f"Kies een van: {bekend}.")
    return vertaling[tekst.casefold()]
