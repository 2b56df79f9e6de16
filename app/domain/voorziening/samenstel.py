"""Samenstel: the conditions of a voorziening, made once from the policy and used for every klant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.domain.voorziening.beleid import Limiet, Limietbron, VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.limieten import (
    AlInWerking,
    BinnenDuur,
    BinnenKosten,
    BinnenUren,
    MetNadereRegels,
    Vastgelegd,
    ZonderLoon,
)
from app.domain.voorziening.oordeel import Weging
from app.domain.voorziening.oordelen import beantwoord
from app.domain.voorziening.persoon import BijDoelgroep, BijKlantgroep, BijLeeftijd, InDoelgroep, NuggerOndersteund
from app.domain.voorziening.velden import ingevuld
from app.domain.voorziening.verloop import NietSamen, NietTeVaak
from app.domain.voorziening.voorwaarde import Voorwaarde

NADERE_REGELS: Final = "nadere_regels_vastgesteld"


@dataclass(frozen=True)
class Samenstel:
    """What must be met, and what is only shown."""

    voorwaarden: tuple[Voorwaarde, ...]
    signalen: tuple[Voorwaarde, ...]


class _Eenling:
    """A policy known by what it is, not by what it holds: it lives as long as what was made of it."""

    def __init__(self, beleid: VoorzieningBeleid) -> None:
        self.beleid = beleid

    def __hash__(self) -> int:
        return id(self.beleid)

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _Eenling) and ander.beleid is self.beleid


def stel_samen(beleid: VoorzieningBeleid, code: str) -> Samenstel:
    """Return the conditions of a voorziening that the policy has."""
    return _alle(_Eenling(beleid))[code]


@lru_cache(maxsize=64)
def _alle(wie: _Eenling) -> Mapping[str, Samenstel]:
    return {regel.code: _maak(regel, wie.beleid) for regel in wie.beleid.voorzieningen.waarde}


def _maak(regel: Voorzieningregel, beleid: VoorzieningBeleid) -> Samenstel:
    kind_tot = beleid.zorg_kind_tot_leeftijd.waarde
    oordelen = beleid.oordelen(regel)
    gevraagd = tuple(beantwoord(o, kind_tot) for o in oordelen if o.weegt is not Weging.SIGNAAL)
    getoond = tuple(beantwoord(o, kind_tot) for o in oordelen if o.weegt is Weging.SIGNAAL)
    limieten = tuple(voorwaarde for limiet in regel.limieten() for voorwaarde in _per_limiet(limiet, regel))
    velden = tuple(ingevuld(veld, kind_tot) for veld in regel.velden)
    return Samenstel((InDoelgroep(), NuggerOndersteund(), *limieten, *velden, *gevraagd), getoond)


def _per_limiet(limiet: Limiet, regel: Voorzieningregel) -> Iterator[Voorwaarde]:
    if limiet in _MAKERS:
        yield from _MAKERS[limiet](regel, regel.bron(limiet))


def _geldigheid(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    assert regel.geldt_van is not None
    yield AlInWerking("al_in_werking", bron, regel.naam, regel.geldt_van)


def _klantgroepen(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    eigen = bron if bron.regel else bron.model_copy(update={"regel": "DEV-KGR-905"})
    yield BijKlantgroep("voorziening_bij_klantgroep", eigen, regel.naam, regel.klantgroepen or ())


def _doelgroepen(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    yield BijDoelgroep("voorziening_bij_doelgroep", bron, regel.naam, regel.doelgroepen or ())


def _leeftijd(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    yield BijLeeftijd("leeftijd", bron, regel.leeftijd_van, regel.leeftijd_tot)


def _duur(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    yield BinnenDuur("duur", bron, regel)


def _uren(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    yield BinnenUren("uren", bron, regel.uren_min, regel.uren_max)


def _loon(_regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    yield ZonderLoon("geen_loon", bron)


def _kosten(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    yield BinnenKosten("kosten", bron, regel.kosten_max or 0, regel.eigen_deel)


def _frequentie(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    assert regel.frequentie is not None
    yield NietTeVaak("frequentie", bron, regel.code, regel.naam, regel.frequentie)


def _cumulatie(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    yield NietSamen("cumulatie", bron, regel.naam, regel.cumulatie_uitgesloten)


def _verplicht(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    return (Vastgelegd(f"vastgelegd_{wat}", bron, wat) for wat in regel.verplicht)


def _nadere_regels(regel: Voorzieningregel, bron: Limietbron) -> Iterator[Voorwaarde]:
    eigen = bron if bron.regel else bron.model_copy(update={"regel": "DEV-ORG-903"})
    yield MetNadereRegels(NADERE_REGELS, eigen, regel.naam)


_MAKERS: Final[Mapping[Limiet, Callable[[Voorzieningregel, Limietbron], Iterator[Voorwaarde]]]] = {
    Limiet.GELDIGHEID: _geldigheid,
    Limiet.KLANTGROEPEN: _klantgroepen,
    Limiet.DOELGROEPEN: _doelgroepen,
    Limiet.LEEFTIJD: _leeftijd,
    Limiet.DUUR: _duur,
    Limiet.UREN: _uren,
    Limiet.LOON: _loon,
    Limiet.KOSTEN: _kosten,
    Limiet.FREQUENTIE: _frequentie,
    Limiet.CUMULATIE: _cumulatie,
    Limiet.VERPLICHT: _verplicht,
    Limiet.NADERE_REGELS: _nadere_regels,
}
"""How each limit becomes conditions; verdringing becomes questions."""
