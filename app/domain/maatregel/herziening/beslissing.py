"""Herziening: a sent besluit is withdrawn, changed or ended by a new one, never to the klant's harm.

The rules know no kind of besluit: they see what it takes per month, and what it should take.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.geld import naar_verhouding, procent_van
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.maatregel.herziening.feiten import HerzieningFeiten, Herzieningsgrond, Herzieningskeuze, Maandregel
from app.domain.maatregel.herziening.inkeer import beeindig, toetsen_inkeer
from app.domain.maatregel.herziening.tekst import motiveer_herziening, reken_uit
from app.domain.maatregel.herziening.toetsen import (
    toets_gemotiveerd,
    toets_keuze_bij_grond,
    toets_niet_zwaarder,
    toets_terecht_afgewezen,
    toets_verschil,
)


class Herzieningsdictum(StrEnum):
    """The outcomes; ``afgewezen`` leaves the besluit as it is, ``voorleggen``: something is missing or open."""

    INGETROKKEN = "ingetrokken"
    GEWIJZIGD = "gewijzigd"
    BEEINDIGD = "beeindigd"
    AFGEWEZEN = "afgewezen"
    VOORLEGGEN = "voorleggen"


_DICTUM: Final = {
    Herzieningskeuze.INTREKKEN: Herzieningsdictum.INGETROKKEN,
    Herzieningskeuze.WIJZIGEN: Herzieningsdictum.GEWIJZIGD,
    Herzieningskeuze.BEEINDIGEN: Herzieningsdictum.BEEINDIGD,
    Herzieningskeuze.AFWIJZEN: Herzieningsdictum.AFGEWEZEN,
}


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Herzieningsregel(_Bevroren):
    """One month after the herziening: ``bedrag`` is what is taken now, ``oud`` what it was, in eurocents."""

    maand: date
    norm: int
    norm_versie: str
    procent: Decimal | None
    bedrag: int
    oud: int
    uitleg: str


class Herzieningsbeslissing(_Bevroren):
    """The outcome; ``terug`` is what the klant gets back over all months, in eurocents."""

    dictum: Herzieningsdictum
    grond: Herzieningsgrond
    peildatum: date
    besluit: str
    bedragen: tuple[Herzieningsregel, ...]
    terug: int
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis_herziening(feiten: HerzieningFeiten, beleid: HerzieningBeleid, peildatum: date) -> Herzieningsbeslissing:
    """Decide on the facts; what is missing or to the klant's harm gives ``voorleggen``."""
    nieuw = nieuwe_regels(feiten)
    toetsen = toetsen_herziening(feiten, nieuw, peildatum)
    dictum = _DICTUM[feiten.keuze] if alle_voldaan(_dragend(feiten, toetsen)) else Herzieningsdictum.VOORLEGGEN
    verandert = dictum not in (Herzieningsdictum.AFGEWEZEN, Herzieningsdictum.VOORLEGGEN)
    regels = tuple(_regel(feiten, oud, nieuw) for oud in feiten.oud) if verandert else ()
    return Herzieningsbeslissing(
        dictum=dictum,
        grond=feiten.grond,
        peildatum=peildatum,
        besluit=feiten.besluit,
        bedragen=regels,
        terug=sum(regel.oud - regel.bedrag for regel in regels),
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=motiveer_herziening(feiten, beleid, toetsen, [(r.maand, r.oud, r.bedrag) for r in regels]),
        voorbeeldwaarden=(),
    )


def nieuwe_regels(feiten: HerzieningFeiten) -> tuple[Maandregel, ...]:
    """Return what the besluit takes per month after the choice that was made, before any condition."""
    if feiten.keuze is Herzieningskeuze.INTREKKEN:
        return ()
    if feiten.keuze is Herzieningskeuze.BEEINDIGEN:
        return feiten.oud if feiten.per is None else beeindig(feiten.oud, feiten.per)
    if feiten.keuze is Herzieningskeuze.AFWIJZEN:
        return feiten.oud
    if feiten.voorstel is not None:
        return feiten.voorstel
    return tuple(_gewijzigd(regel, feiten.procent) for regel in feiten.oud[: feiten.maanden])


def _gewijzigd(regel: Maandregel, procent: Decimal | None) -> Maandregel:
    """Take a lower percentage of the same norm, and no more than what was left of the month."""
    if procent is None:
        return regel
    if regel.gespreid and regel.procent is not None:
        bedrag = naar_verhouding(regel.bedrag, procent, regel.procent)
        return regel.model_copy(update={"procent": procent, "bedrag": bedrag})
    bedrag = procent_van(regel.norm, procent)
    rest = min(bedrag, regel.bedrag) if regel.procent is None or procent <= regel.procent else bedrag
    return regel.model_copy(update={"procent": procent, "bedrag": rest})


def toetsen_herziening(feiten: HerzieningFeiten, nieuw: tuple[Maandregel, ...], peildatum: date) -> tuple[Toets, ...]:
    """Return the conditions for the new besluit, in the order of the letter."""
    toetsen = [toets_keuze_bij_grond(feiten), toets_gemotiveerd(feiten)]
    if feiten.grond is Herzieningsgrond.INKEER:
        toetsen += toetsen_inkeer(feiten)
    if feiten.keuze is Herzieningskeuze.AFWIJZEN:
        return (*toetsen, toets_terecht_afgewezen(feiten))
    return (*toetsen, toets_niet_zwaarder(feiten, nieuw), toets_verschil(feiten, nieuw, peildatum))


_VAN_INKEER: Final = frozenset({"inkeer_mogelijk", "inkeer_op_verzoek", "verplichtingen_nagekomen"})


def _dragend(feiten: HerzieningFeiten, toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """Leave out what a refusal does not need: there the conditions of inkeer are what is not met."""
    if feiten.keuze is Herzieningskeuze.AFWIJZEN:
        return tuple(toets for toets in toetsen if toets.voorwaarde not in _VAN_INKEER)
    return toetsen


def in_de_weg(feiten: HerzieningFeiten, beslissing: Herzieningsbeslissing) -> tuple[Toets, ...]:
    """Return the conditions that keep this besluit from being taken."""
    return niet_voldaan(_dragend(feiten, beslissing.toetsen))


def _regel(feiten: HerzieningFeiten, oud: Maandregel, nieuw: tuple[Maandregel, ...]) -> Herzieningsregel:
    regel = next((regel for regel in nieuw if regel.maand == oud.maand), None)
    bedrag = regel.bedrag if regel else 0
    return Herzieningsregel(
        maand=oud.maand,
        norm=oud.norm,
        norm_versie=oud.norm_versie,
        procent=regel.procent if regel else None,
        bedrag=bedrag,
        oud=oud.bedrag,
        uitleg=reken_uit(feiten, oud, regel),
    )
