"""Rekenen: the rules over a chunk of decisions under another policy. Runs in processes of its own, on one core each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple
from uuid import UUID

from pydantic import ValidationError

from app.domain.kern.fouten import DomeinFout
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.beslissing import Beslissing, beslis, in_de_weg
from app.domain.maatregel.feiten import NormMaand, ZaakFeiten
from app.domain.maatregel.maatstaf import bepaal
from app.domain.maatregel.motivering import Maatregeldictum
from app.domain.simulatie.beleid import leeftijdsklasse
from app.domain.simulatie.telling import NIET_MOGELIJK, NIET_TE_BEREKENEN, PIJL, Telkenmerk, Telling, gevolg_van

ONBEKEND: Final = "onbekend"
BELEID_PAST_NIET: Final = "beleid_past_niet"
FEITEN_ONLEESBAAR: Final = "feiten_onleesbaar"


class Geval(NamedTuple):
    """A decision as it was taken: what it took (eurocents), for which gedraging, and the facts as JSON."""

    klant_id: UUID
    peildatum: date
    dictum: str
    bedrag: int
    gedraging: str | None
    feiten: str
    beleid: str


class Brok(NamedTuple):
    """Decisions in order of klant and day, the changed policies by the hash of the old, and the age classes.

    A policy is JSON, or None when the change does not fit it.
    """

    gevallen: tuple[Geval, ...]
    beleid: Mapping[str, str | None]
    leeftijdsgrenzen: tuple[int, ...]


class Afgelopen(NamedTuple):
    """How a decision would end: the outcome, what it would take, and why not when it is no decision."""

    naar: str
    bedrag: int
    reden: str | None = None


def reken(brok: Brok) -> Telling:
    """Decide every case again and count. What a klant would no longer have got does not count as an earlier maatregel.

    Nothing is raised for a case that cannot be computed: it is counted, with the reason.
    """
    telling = Telling()
    for _, gevallen in groupby(brok.gevallen, key=lambda geval: geval.klant_id):
        vervallen: set[tuple[date, str]] = set()
        for geval in gevallen:
            feiten = _feiten(geval, vervallen)
            afgelopen = _afloop(geval, feiten, brok, telling)
            if geval.bedrag and not afgelopen.bedrag and afgelopen.naar != NIET_TE_BEREKENEN:
                vervallen.add((geval.peildatum, geval.gedraging or ""))
            _tel(telling, geval, feiten, afgelopen, brok.leeftijdsgrenzen)
    return telling


def _feiten(geval: Geval, vervallen: Iterable[tuple[date, str]]) -> ZaakFeiten | None:
    try:
        feiten = ZaakFeiten.model_validate_json(geval.feiten)
    except ValidationError:
        return None
    if not vervallen or not feiten.eerdere_maatregelen:
        return feiten
    eerdere = tuple(e for e in feiten.eerdere_maatregelen if (e.besluit_datum, e.gedraging) not in vervallen)
    return feiten.model_copy(update={"eerdere_maatregelen": eerdere})


@lru_cache(maxsize=64)
def _beleid(inhoud: str) -> MaatregelBeleid:
    return MaatregelBeleid.model_validate_json(inhoud)


def _afloop(geval: Geval, feiten: ZaakFeiten | None, brok: Brok, telling: Telling) -> Afgelopen:
    inhoud = brok.beleid.get(geval.beleid)
    if feiten is None or inhoud is None:
        return Afgelopen(NIET_TE_BEREKENEN, 0, FEITEN_ONLEESBAAR if feiten is None else BELEID_PAST_NIET)
    beleid = _beleid(inhoud)
    try:
        volledig = trek_norm_door(feiten, beleid, geval.peildatum)
        beslissing = beslis(volledig, beleid, geval.peildatum)
    except DomeinFout as fout:
        return Afgelopen(NIET_TE_BEREKENEN, 0, fout.code)
    telling.doorgetrokken += volledig is not feiten
    if beslissing.dictum is Maatregeldictum.VOORLEGGEN:
        return _niet(in_de_weg(volledig, beslissing))
    return Afgelopen(beslissing.dictum.value, _bedrag(beslissing))


def _bedrag(beslissing: Beslissing) -> int:
    return beslissing.verlaging.totaal if beslissing.verlaging else 0


def _niet(toetsen: tuple[Toets, ...]) -> Afgelopen:
    """Tell apart what the policy refuses from what it leaves open; the first condition is the reason."""
    geweigerd = [toets for toets in toetsen if toets.uitkomst is Uitkomst.NIET_VOLDAAN]
    if geweigerd:
        return Afgelopen(NIET_MOGELIJK, 0, geweigerd[0].voorwaarde)
    return Afgelopen(NIET_TE_BEREKENEN, 0, toetsen[0].voorwaarde if toetsen else ONBEKEND)


def trek_norm_door(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> ZaakFeiten:
    """Use the last norm that is known for the months that only the other policy needs; the same facts if none is."""
    if not feiten.normen:
        return feiten
    bekend = {norm.maand for norm in feiten.normen}
    extra = [maand for maand in bepaal(feiten, beleid, peildatum).maanden or () if maand not in bekend]
    if not extra:
        return feiten
    laatste = max(feiten.normen, key=lambda norm: norm.maand)
    nieuw = (NormMaand(maand=maand, norm=laatste.norm, versie=laatste.versie) for maand in extra)
    return feiten.model_copy(update={"normen": (*feiten.normen, *nieuw)})


def _tel(
    telling: Telling, geval: Geval, feiten: ZaakFeiten | None, afgelopen: Afgelopen, grenzen: tuple[int, ...]
) -> None:
    groepen = dict.fromkeys(Telkenmerk, ONBEKEND)
    if feiten is not None:
        groepen |= {
            Telkenmerk.KLANTGROEP: feiten.klantgroep.value if feiten.klantgroep else ONBEKEND,
            Telkenmerk.GEDRAGING: feiten.gedraging,
            Telkenmerk.REGIME: feiten.regime.value,
            Telkenmerk.LEEFTIJD: leeftijdsklasse(feiten.leeftijd_op_gedraging, grenzen),
            Telkenmerk.SOORT: feiten.soort.value,
        }
    groepen[Telkenmerk.OVERGANG] = f"{geval.dictum}{PIJL}{afgelopen.naar}"
    groepen[Telkenmerk.GEVOLG] = gevolg_van(geval.dictum, afgelopen.naar, geval.bedrag, afgelopen.bedrag)
    telling.tel(groepen, geval.bedrag, afgelopen.bedrag)
    if afgelopen.reden is not None:
        telling.redenen[afgelopen.naar, afgelopen.reden] += 1
