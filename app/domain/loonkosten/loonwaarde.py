"""Loonwaarde: measured per main task in a company, in whole percents and in euros (DEV-LKS-902, DEV-LKS-903)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.grondslag import Grondslag, pw, verordening
from app.domain.kern.toets import Toets, alle_voldaan
from app.domain.loonkosten.formule import Cijfer
from app.domain.loonkosten.model import Loonwaardedictum, Spoor, grondslagen, slotzin
from app.domain.loonkosten.procedure import LoonkostenBeleid

Deel = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]
_METHODE = verordening("11")
_BESLUIT_LKS = Grondslag(regeling="Besluit loonkostensubsidie Participatiewet 2021", artikel="3")
_HEEL = Decimal(100)


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Hoofdtaak(_Inhoud):
    """One main task: its part of the week, and tempo, quality and net working time against the norm, in percents."""

    tijd: Deel
    tempo: Deel
    kwaliteit: Deel
    netto_werktijd: Deel
    minuten_per_dag: Annotated[int, Field(ge=1, le=1440)]


class LoonwaardeFeiten(_Inhoud):
    """What the report says; None is not known. ``minimumloon`` is that of the age per month on ``geldt_vanaf``."""

    methode: str | None = None
    bedrijfsbezoek_op: date | None = None
    rapport: str | None = None
    normfunctie: str | None = None
    uren_per_week: Decimal | None = None
    individueel: bool | None = None
    adviseur: str | None = None
    taken: tuple[Hoofdtaak, ...] = ()
    geldt_vanaf: date
    minimumloon: Cijfer | None = None
    in_doelgroep: bool | None = None
    herbepalen_op: date | None = None
    zienswijze_klant: str | None = None
    zienswijze_werkgever: str | None = None
    motivering: str | None = None
    besluiter: str | None = None


class Loonwaardeuitslag(Spoor):
    """The loonwaarde in whole percents and in eurocents per month for full time; None while it cannot be known."""

    dictum: Loonwaardedictum
    procent: int | None
    bedrag: int | None
    minimumloon: int | None
    geldt_vanaf: date


def loonwaarde(taken: Sequence[Hoofdtaak]) -> int:
    """Add up tijd × tempo × kwaliteit × netto werktijd per main task; round once, half up, to a whole percent."""
    som = sum((t.tijd * t.tempo * t.kwaliteit * t.netto_werktijd for t in taken), Decimal()) / _HEEL**3
    return int(som.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def schrijf_taken(taken: Sequence[Hoofdtaak]) -> str:
    """Fill the formula in, one product per main task."""
    rijen = (" × ".join(f"{_kaal(d)} %" for d in (t.tijd, t.tempo, t.kwaliteit, t.netto_werktijd)) for t in taken)
    return f"{' + '.join(rijen)} = {loonwaarde(taken)} %"


def toetsen_loonwaarde(feiten: LoonwaardeFeiten, beleid: LoonkostenBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Test all that a definitive loonwaarde needs."""
    return (
        _toets_doelgroep(feiten),
        _toets_methode(feiten, beleid),
        _toets_bezoek(feiten, peildatum),
        _toets_bekend("rapport", feiten.rapport, "Het schriftelijke rapport", "het kenmerk van het rapport"),
        _toets_bekend("advies", feiten.adviseur, "Het advies", f"wie van {beleid.adviseur.waarde} adviseerde"),
        _toets_bekend("normfunctie", feiten.normfunctie, "De normfunctie", "de normfunctie"),
        _toets_bekend("uren", feiten.uren_per_week, "Het aantal uren", "het aantal uren per week"),
        _toets_individueel(feiten),
        *_toetsen_taken(feiten, beleid),
        _toets_bekend("minimumloon", feiten.minimumloon, "Het minimumloon", "het minimumloon op de ingangsdag"),
        _toets_bekend("gemotiveerd", feiten.motivering, "De motivering", "de motivering"),
    )


def _toets_doelgroep(feiten: LoonwaardeFeiten) -> Toets:
    return maak_toets(
        "behoort_tot_doelgroep_lks",
        feiten.in_doelgroep,
        pw("10d", "1"),
        {"in_doelgroep": feiten.in_doelgroep},
        "De klant hoort tot de doelgroep loonkostensubsidie.",
        "De klant hoort niet tot de doelgroep loonkostensubsidie.",
        "Stel eerst vast of de klant tot de doelgroep loonkostensubsidie hoort.",
    )


def _toets_methode(feiten: LoonwaardeFeiten, beleid: LoonkostenBeleid) -> Toets:
    methoden = beleid.loonwaardemethoden
    return maak_toets(
        "loonwaardemethode",
        None if feiten.methode is None else feiten.methode in methoden.waarde,
        methoden.grondslag,
        {"methode": feiten.methode},
        f"De loonwaarde is bepaald met de methode {feiten.methode}.",
        f"Gebruik een van deze methoden: {', '.join(methoden.waarde)}.",
        "Leg vast met welke methode de loonwaarde is bepaald.",
    )


def _toets_bezoek(feiten: LoonwaardeFeiten, peildatum: date) -> Toets:
    """Without a visit to the company a loonwaarde is never definitive (DEV-LKS-902)."""
    bezoek = feiten.bedrijfsbezoek_op
    return maak_toets(
        "bedrijfsbezoek",
        None if bezoek is None else bezoek <= peildatum,
        _METHODE,
        {"bedrijfsbezoek_op": bezoek},
        "De adviseur is bij het bedrijf geweest.",
        "Het bedrijfsbezoek ligt nog in de toekomst.",
        "Leg vast wanneer de adviseur bij het bedrijf was; zonder bezoek is de loonwaarde niet definitief.",
    )


def _toets_individueel(feiten: LoonwaardeFeiten) -> Toets:
    return maak_toets(
        "individueel_bepaald",
        feiten.individueel,
        _METHODE,
        {"individueel": feiten.individueel},
        "De loonwaarde is voor deze klant zelf bepaald.",
        "De loonwaarde moet voor deze klant zelf worden bepaald.",
        "Bevestig dat de loonwaarde voor deze klant zelf is bepaald.",
    )


def _toets_bekend(voorwaarde: str, waarde: object, wat: str, vraag: str) -> Toets:
    return maak_toets(
        voorwaarde,
        waarde not in (None, "") or None,
        _METHODE,
        {},
        f"{wat} is vastgelegd.",
        "",
        f"Leg nog vast: {vraag}.",
    )


def _toetsen_taken(feiten: LoonwaardeFeiten, beleid: LoonkostenBeleid) -> tuple[Toets, ...]:
    """Test the main tasks: how many, how long each, and together the whole week (Regeling LKS 2021)."""
    taken, hoogstens = feiten.taken, beleid.hoofdtaken_max
    deel, minuten = beleid.hoofdtaak_procent_van_week, beleid.hoofdtaak_minuten_per_dag
    bekend = bool(taken) or None
    lang_genoeg = all(t.tijd >= deel.waarde and t.minuten_per_dag >= minuten.waarde for t in taken)
    som = sum((t.tijd for t in taken), Decimal())
    open_ = "Leg de hoofdtaken vast."
    return (
        maak_toets(
            "aantal_hoofdtaken",
            bekend and len(taken) <= hoogstens.waarde,
            hoogstens.grondslag,
            {"aantal": len(taken), "hoogstens": hoogstens.waarde},
            f"Er zijn niet meer dan {hoogstens.waarde} hoofdtaken.",
            f"Er zijn {len(taken)} hoofdtaken; kies er hoogstens {hoogstens.waarde}.",
            open_,
        ),
        maak_toets(
            "omvang_hoofdtaken",
            bekend and lang_genoeg,
            deel.grondslag,
            {"procent_van_week": deel.waarde, "minuten_per_dag": minuten.waarde},
            "Elke hoofdtaak neemt genoeg tijd in.",
            f"Elke hoofdtaak is ten minste {_kaal(deel.waarde)} % van de week en {minuten.waarde} minuten per dag.",
            open_,
        ),
        maak_toets(
            "tijd_samen_honderd",
            bekend and som == _HEEL,
            _BESLUIT_LKS,
            {"samen": som},
            "De hoofdtaken zijn samen de hele werkweek.",
            f"De tijd van de hoofdtaken is samen {_kaal(som)} % en niet 100 %.",
            open_,
        ),
    )


def beslis_loonwaarde(feiten: LoonwaardeFeiten, beleid: LoonkostenBeleid, peildatum: date) -> Loonwaardeuitslag:
    """Determine the loonwaarde; what is missing or wrong gives ``voorleggen``, never a guess."""
    toetsen = toetsen_loonwaarde(feiten, beleid, peildatum)
    klaar = alle_voldaan(toetsen)
    procent = loonwaarde(feiten.taken) if feiten.taken else None
    loon = int(feiten.minimumloon.waarde) if feiten.minimumloon else None
    bedrag = None if procent is None or loon is None else procent_van(loon, Decimal(procent))
    return Loonwaardeuitslag(
        dictum=Loonwaardedictum.VASTSTELLEN if klaar else Loonwaardedictum.VOORLEGGEN,
        peildatum=peildatum,
        toetsen=toetsen,
        grondslagen=grondslagen(toetsen, pw("6", "1"), _BESLUIT_LKS),
        motivering=tuple(_motiveer(feiten, beleid, bedrag)) if klaar else (),
        voorbeeldwaarden=(),
        procent=procent,
        bedrag=bedrag,
        minimumloon=loon,
        geldt_vanaf=feiten.geldt_vanaf,
    )


def _motiveer(feiten: LoonwaardeFeiten, beleid: LoonkostenBeleid, bedrag: int | None) -> Iterator[str]:
    """Write the reasons of the letter to klant and employer."""
    assert feiten.minimumloon is not None
    assert feiten.bedrijfsbezoek_op is not None
    assert bedrag is not None
    procent, loon = loonwaarde(feiten.taken), euro(int(feiten.minimumloon.waarde))
    yield f"De loonwaarde is {procent} % van het wettelijk minimumloon vanaf {datum_voluit(feiten.geldt_vanaf)}."
    yield f"In euro's is dat {procent} % van {loon} = {euro(bedrag)} per maand bij een volledige baan."
    yield f"De adviseur kwam op {datum_voluit(feiten.bedrijfsbezoek_op)} bij het bedrijf. Rapport: {feiten.rapport}."
    yield f"Zo is de loonwaarde berekend: {schrijf_taken(feiten.taken)}."
    if feiten.herbepalen_op:
        yield f"Wij bepalen de loonwaarde opnieuw op {datum_voluit(feiten.herbepalen_op)} ({pw('10d', '6')})."
    if feiten.zienswijze_klant:
        yield f"De klant vindt: {feiten.zienswijze_klant}"
    if feiten.zienswijze_werkgever:
        yield f"De werkgever vindt: {feiten.zienswijze_werkgever}"
    yield f"Onze afweging: {feiten.motivering}"
    yield "De klant en de werkgever kunnen allebei bezwaar maken."
    yield slotzin(beleid)


def _kaal(getal: Decimal) -> str:
    return format(getal.normalize(), "f").replace(".", ",")
