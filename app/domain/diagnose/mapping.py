"""Mapping: which column of a municipality's own export is which field of our schema, and how its values are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.leefgebied import Leefgebied


class Bestandsvorm(StrEnum):
    """The form of a file with columns."""

    CSV = "csv"
    XLSX = "xlsx"


class Codering(StrEnum):
    """How a CSV file writes letters; a BOM is passed over."""

    UTF_8 = "utf-8"
    WINDOWS_1252 = "windows-1252"


class Datumvorm(StrEnum):
    """How a column writes dates; day and month may have one digit where something stands between them."""

    JJJJ_MM_DD = "jjjj-mm-dd"
    DD_MM_JJJJ = "dd-mm-jjjj"
    DD_SCHUIN_MM_SCHUIN_JJJJ = "dd/mm/jjjj"
    MM_SCHUIN_DD_SCHUIN_JJJJ = "mm/dd/jjjj"
    JJJJMMDD = "jjjjmmdd"


class Veldsoort(StrEnum):
    """What a field holds, and so how a cell is read."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    KEUZE = "keuze"
    LIJST = "lijst"


_VAST: Mapping[str, Veldsoort] = {
    "persoon.bsn": Veldsoort.TEKST,
    "persoon.geboortedatum": Veldsoort.DATUM,
    "externKenmerk": Veldsoort.TEKST,
    "externeVersie": Veldsoort.GETAL,
    "afgenomenOp": Veldsoort.DATUM,
    "door": Veldsoort.TEKST,
    "volledigheid": Veldsoort.KEUZE,
    "uren": Veldsoort.GETAL,
    **{f"taal.{deel}": Veldsoort.KEUZE for deel in ("luisteren", "spreken", "lezen", "schrijven")},
}
_PER_GEBIED: Mapping[str, Veldsoort] = {
    "score": Veldsoort.GETAL,
    "aandachtspunten": Veldsoort.LIJST,
    "opmerking": Veldsoort.TEKST,
    "redenNietIngevuld": Veldsoort.TEKST,
}
_KEUZEN: Mapping[str, tuple[str, ...]] = {
    "volledigheid": ("volledig", "onvolledig"),
    "taal": ("A0", "A1", "A2", "B1", "B2", "C1", "C2"),
}


class Kolom(BaseModel):
    """One column: its name in the file and the field it fills.

    ``waarden`` translates what is written (in any case) into our own words, ``scheiding`` separates the parts of a
    list, and a number is multiplied by ``factor`` and then rounded half up, as for a score of 0 to 10.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kolom: str
    veld: str
    waarden: Mapping[str, str] = {}
    scheiding: str | None = None
    factor: Decimal | None = None


class KolomMapping(BaseModel):
    """How a file is read: its form, how it writes values, and its columns. ``vast`` fills fields it does not have."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    vorm: Bestandsvorm
    codering: Codering = Codering.UTF_8
    scheidingsteken: str = ";"
    blad: str | None = None
    kopregel: int = Field(default=1, ge=1, le=100)
    decimaalteken: str = ","
    datumvormen: tuple[Datumvorm, ...] = (Datumvorm.JJJJ_MM_DD, Datumvorm.DD_MM_JJJJ)
    leeg: tuple[str, ...] = ("",)
    vast: Mapping[str, str] = {}
    kolommen: tuple[Kolom, ...]


def veldsoort(veld: str) -> Veldsoort | None:
    """Return what a field holds; None when our schema has no such field."""
    begin, _, rest = veld.partition(".")
    if begin == "leefgebieden":
        gebied, _, deel = rest.partition(".")
        return _PER_GEBIED.get(deel) if gebied in set(Leefgebied) else None
    if begin == "competenties" and 1 <= len(rest) <= 100:
        return Veldsoort.GETAL
    return _VAST.get(veld)


def controleer(mapping: KolomMapping) -> dict[str, str]:
    """Return everything that is wrong with a mapping, by its field; empty when it can be used."""
    return dict((*_algemeen(mapping), *_per_kolom(mapping), *_vaste(mapping)))


def _algemeen(mapping: KolomMapping) -> Iterator[tuple[str, str]]:
    velden = {kolom.veld for kolom in mapping.kolommen} | set(mapping.vast)
    if len(mapping.scheidingsteken) != 1 or mapping.scheidingsteken in '"\r\n':
        yield "scheidingsteken", "Geef één teken, bijvoorbeeld ; of , of een tab."
    if mapping.decimaalteken not in (",", "."):
        yield "decimaalteken", "Geef een komma of een punt."
    if not mapping.datumvormen:
        yield "datumvormen", "Noem ten minste één vorm van een datum."
    if mapping.blad is not None and mapping.vorm is Bestandsvorm.CSV:
        yield "blad", "Een CSV-bestand heeft geen bladen."
    if "persoon.bsn" not in velden:
        yield "kolommen", "Noem de kolom met het BSN: veld persoon.bsn."
    elif "volledigheid" not in velden:
        yield "kolommen", "Noem een kolom voor volledigheid, of geef haar een vaste waarde."
    elif not any(veld.startswith("leefgebieden.") for veld in velden):
        yield "kolommen", "Noem ten minste één kolom van een leefgebied."


def _per_kolom(mapping: KolomMapping) -> Iterator[tuple[str, str]]:
    kolommen = Counter(kolom.kolom for kolom in mapping.kolommen)
    velden = Counter([kolom.veld for kolom in mapping.kolommen] + list(mapping.vast))
    for nr, kolom in enumerate(mapping.kolommen):
        plek = f"kolommen.{nr}"
        if kolommen[kolom.kolom] > 1:
            yield f"{plek}.kolom", "Noem elke kolom hoogstens één keer."
        if velden[kolom.veld] > 1:
            yield f"{plek}.veld", "Vul elk veld uit hoogstens één kolom of met één vaste waarde."
        yield from _kolom(plek, kolom)


def _kolom(plek: str, kolom: Kolom) -> Iterator[tuple[str, str]]:
    soort = veldsoort(kolom.veld)
    if soort is None:
        yield f"{plek}.veld", "Dit veld bestaat niet in ons schema."
    if kolom.factor is not None and (soort is not Veldsoort.GETAL or kolom.factor <= 0):
        yield f"{plek}.factor", "Een factor is groter dan nul en hoort bij een getal."
    if kolom.scheiding is not None and (soort is not Veldsoort.LIJST or not kolom.scheiding):
        yield f"{plek}.scheiding", "Een scheiding hoort bij aandachtspunten en is niet leeg."
    if kolom.waarden and soort is not Veldsoort.KEUZE:
        yield f"{plek}.waarden", "Een waardelijst hoort bij volledigheid of een taalniveau."
    toegestaan = keuzen(kolom.veld)
    if toegestaan and not set(kolom.waarden.values()) <= set(toegestaan):
        yield f"{plek}.waarden", f"Vertaal elke waarde naar een van: {', '.join(toegestaan)}."


def _vaste(mapping: KolomMapping) -> Iterator[tuple[str, str]]:
    for veld, waarde in mapping.vast.items():
        toegestaan = keuzen(veld)
        if veldsoort(veld) is None or veld.startswith("persoon."):
            yield f"vast.{veld}", "Dit veld kan geen vaste waarde hebben."
        elif toegestaan and waarde not in toegestaan:
            yield f"vast.{veld}", f"Kies een van: {', '.join(toegestaan)}."


def keuzen(veld: str) -> tuple[str, ...]:
    """Return the words that a field may hold; empty when it is no choice."""
    return _KEUZEN.get(veld.partition(".")[0], ())


def eigen_vorm(vorm: Bestandsvorm, koppen: tuple[str, ...]) -> KolomMapping:
    """Return the mapping of a file whose columns have the names of our own fields."""
    return KolomMapping(
        vorm=vorm, decimaalteken=".", kolommen=tuple(Kolom(kolom=kop, veld=kop) for kop in koppen if veldsoort(kop))
    )
