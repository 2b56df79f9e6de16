"""Wat als: the loonkostensubsidie of a job month by month, without writing anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.leeftijd import verjaardag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets
from app.domain.loonkosten.beleid import LksBeleid
from app.domain.loonkosten.formule import Loonwaarde, Maandbedrag, getal
from app.domain.loonkosten.maanden import JONGSTE, Arbeidsduur, Werk, bedragen, verdeel
from app.domain.loonkosten.verloop import (
    Loonwaardevanaf,
    Segment,
    Verloopfeiten,
    forfait_einde,
    segmenten,
    toets_voortzetting,
)
from app.services.handeling import Handeling, Opdracht
from app.services.loonkosten.cijfers import Cijferbron

Weekuren = Annotated[Decimal, Field(gt=0, le=60, max_digits=5, decimal_places=2)]
MAANDEN: Final = 12
HOOGSTENS_MAANDEN: Final = 120  # a bound on work per request, not policy
VOLTIJD: Final = Decimal(36)


class LksWijziging(Opdracht):
    """Wat er vanaf een dag anders is; wat niet wordt genoemd, blijft."""

    van: date = Field(examples=["2026-06-01"])
    uren_per_week: Weekuren | None = Field(default=None, examples=["24"])
    voltijd_uren: Weekuren | None = None
    loonwaarde: Loonwaarde | None = Field(default=None, description="In hele procenten.", examples=[55])


class LoonkostensubsidieberekeningOpdracht(Opdracht):
    """Een dienstbetrekking waarvoor u de loonkostensubsidie wilt weten. Zonder loonwaarde is een forfait nodig."""

    gemeente: Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")] = Field(examples=["GM0150"])
    geboortedatum: date = Field(description="Voor het minimumloon bij de leeftijd.", examples=["1995-04-12"])
    begin: date = Field(description="De eerste werkdag.", examples=["2026-01-01"])
    tot: date | None = Field(
        default=None,
        description="De eerste dag die niet meer meetelt; standaard twaalf maanden, of zover de bedragen bekend zijn.",
        examples=["2026-12-31"],
    )
    uren_per_week: Weekuren = Field(examples=["32"])
    voltijd_uren: Weekuren = Field(default=VOLTIJD, description="Uren van een volledige baan in de sector.")
    forfait: bool = Field(default=False, description="Eerst forfaitair, hoogstens zes maanden (artikel 10d, lid 5).")
    loonwaarde: Loonwaarde | None = Field(
        default=None, description="In hele procenten; bij een forfait vanaf het einde daarvan.", examples=[60]
    )
    wijzigingen: Annotated[tuple[LksWijziging, ...], Field(max_length=50)] = ()


@dataclass(frozen=True)
class LksBerekening:
    """What comes out: the stretches, the months, and whether the subsidy may go on after a forfait."""

    segmenten: tuple[Segment, ...]
    maanden: tuple[Maandbedrag, ...]
    tot: date
    voortzetting: Toets


def bereken(h: Handeling, opdracht: LoonkostensubsidieberekeningOpdracht) -> LksBerekening:
    """Work out every month of a job. Raises OngeldigeInvoer with all that is wrong at once."""
    if fouten := dict(_fouten(h, opdracht)):
        raise OngeldigeInvoer(fouten)
    werk = Werk(begin=opdracht.begin, geboortedatum=opdracht.geboortedatum, arbeidsduren=_duren(opdracht))
    bron = Cijferbron(h.beleid, opdracht.gemeente, werk)
    tot = opdracht.tot or _zover_bekend(bron, opdracht.begin)
    if fouten := dict(_te_late(opdracht, tot)):
        raise OngeldigeInvoer(fouten)
    beleid = h.beleid.geldend(LksBeleid, opdracht.gemeente, opdracht.begin).beleid
    feiten = _verloop(opdracht, tot, beleid)
    stukken = segmenten(feiten)
    laatste = feiten.loonwaarden[-1].procent if feiten.loonwaarden else None
    maanden = bedragen(verdeel(werk, stukken, tot, bron.op))
    return LksBerekening(stukken, maanden, tot, toets_voortzetting(laatste))


def _duren(opdracht: LoonkostensubsidieberekeningOpdracht) -> tuple[Arbeidsduur, ...]:
    duren = [Arbeidsduur(van=opdracht.begin, uren=opdracht.uren_per_week, voltijd_uren=opdracht.voltijd_uren)]
    for wijziging in opdracht.wijzigingen:
        uren = wijziging.uren_per_week or duren[-1].uren
        voltijd = wijziging.voltijd_uren or duren[-1].voltijd_uren
        if (uren, voltijd) != (duren[-1].uren, duren[-1].voltijd_uren):
            duren.append(Arbeidsduur(van=wijziging.van, uren=uren, voltijd_uren=voltijd))
    return tuple(duren)


def _verloop(opdracht: LoonkostensubsidieberekeningOpdracht, tot: date, beleid: LksBeleid) -> Verloopfeiten:
    forfait_tot = forfait_einde(opdracht.begin, beleid) if opdracht.forfait else None
    waarden = {w.van: w.loonwaarde for w in opdracht.wijzigingen if w.loonwaarde is not None}
    if opdracht.loonwaarde is not None:
        waarden.setdefault(forfait_tot or opdracht.begin, opdracht.loonwaarde)
    return Verloopfeiten(
        begin=opdracht.begin,
        tot=tot,
        forfait_tot=forfait_tot,
        loonwaarden=tuple(Loonwaardevanaf(van=van, procent=waarde) for van, waarde in sorted(waarden.items())),
    )


def _zover_bekend(bron: Cijferbron, begin: date) -> date:
    """Return the end of twelve months, or of the part of them of which every figure is known."""
    tot = plus_maanden(begin, MAANDEN)
    dag = begin.replace(day=1)
    while dag < tot and bron.kent(max(dag, begin)):
        dag = plus_maanden(dag, 1)
    return max(min(dag, tot), begin + timedelta(days=1))


def _fouten(h: Handeling, opdracht: LoonkostensubsidieberekeningOpdracht) -> Iterator[tuple[str, str]]:
    if opdracht.gemeente not in h.actor.gemeenten:
        yield "gemeente", f"Kies een van: {', '.join(h.actor.gemeenten)}."
    if opdracht.begin < verjaardag(opdracht.geboortedatum, JONGSTE):
        yield "geboortedatum", f"De werknemer is op de eerste werkdag ten minste {JONGSTE} jaar."
    if opdracht.tot is not None:
        uiterste = plus_maanden(opdracht.begin, HOOGSTENS_MAANDEN)
        if not opdracht.begin < opdracht.tot <= uiterste:
            yield "tot", f"Geef een dag na de eerste werkdag, hoogstens {HOOGSTENS_MAANDEN} maanden later."
    yield from _loonwaardefouten(opdracht)
    yield from _urenfouten(opdracht)
    if opdracht.tot is not None:
        yield from _te_late(opdracht, opdracht.tot)
    yield from _wijzigingsfouten(opdracht)


def _loonwaardefouten(opdracht: LoonkostensubsidieberekeningOpdracht) -> Iterator[tuple[str, str]]:
    if not opdracht.forfait and opdracht.loonwaarde is None:
        yield "loonwaarde", "Geef de loonwaarde, of kies eerst een forfait."


def _urenfouten(opdracht: LoonkostensubsidieberekeningOpdracht) -> Iterator[tuple[str, str]]:
    """Name the hours that would not count: those above a full-time job of the sector, as at a dienstverband."""
    uren, voltijd = opdracht.uren_per_week, opdracht.voltijd_uren
    if uren > voltijd:
        yield "urenPerWeek", _te_veel(voltijd)
    for nummer, wijziging in enumerate(opdracht.wijzigingen):
        anders = wijziging.uren_per_week or wijziging.voltijd_uren
        uren, voltijd = wijziging.uren_per_week or uren, wijziging.voltijd_uren or voltijd
        if anders and uren > voltijd:
            veld = "urenPerWeek" if wijziging.uren_per_week else "voltijdUren"
            yield f"wijzigingen.{nummer}.{veld}", _te_veel(voltijd)


def _te_veel(voltijd: Decimal) -> str:
    return f"Een volledige baan is {getal(voltijd)} uur; meer uren tellen niet. Geef minder uren, of meer voltijdUren."


def _te_late(opdracht: LoonkostensubsidieberekeningOpdracht, tot: date) -> Iterator[tuple[str, str]]:
    for nummer, wijziging in enumerate(opdracht.wijzigingen):
        if wijziging.van >= tot:
            melding = f"Er wordt gerekend tot {datum_voluit(tot)}; deze dag telt niet meer mee. Geef een eerdere dag."
            yield f"wijzigingen.{nummer}.van", melding


def _wijzigingsfouten(opdracht: LoonkostensubsidieberekeningOpdracht) -> Iterator[tuple[str, str]]:
    vorige = opdracht.begin
    for nummer, wijziging in enumerate(opdracht.wijzigingen):
        if wijziging.van <= vorige:
            yield f"wijzigingen.{nummer}.van", "Geef de wijzigingen op volgorde, elk na de eerste werkdag."
        if not _gegeven(wijziging):
            yield f"wijzigingen.{nummer}", "Noem ten minste één ding dat verandert."
        vorige = max(vorige, wijziging.van)


def _gegeven(wijziging: LksWijziging) -> Mapping[str, object]:
    return wijziging.model_dump(exclude={"van"}, exclude_none=True)
