"""Gereedheid: which conditions each kind of besluit asks for, and what is only shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets
from app.domain.taaleis import toetsen as t
from app.domain.taaleis import toetsen_weging as w
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.feit import Preventiemiddel
from app.domain.taaleis.feiten import TaaleisFeiten, Taalzaaksoort
from app.domain.taaleis.grondslagen import HANDBOEK

_Toetsen = tuple[Toets, ...]
_MET_PREVENTIE: Final = frozenset({Klantgroep.FACILITEREN, Klantgroep.ZORGEN})


def toets_gereedheid(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> _Toetsen:
    """Return every condition of this besluit, in the order in which a consultant comes across them."""
    return _PER_SOORT[feiten.zaak](feiten, beleid, peildatum)


def _kennisgeving(feiten: TaaleisFeiten, beleid: TaaleisBeleid, _peildatum: date) -> _Toetsen:
    vast = (t.toets_niveau(feiten, beleid), t.toets_niet_ontheven(feiten))
    return (*vast, t.toets_besproken(feiten), t.toets_niet_bereid(feiten))


def _verlaging(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> _Toetsen:
    return (
        w.toets_bijstand(feiten),
        t.toets_niveau(feiten, beleid),
        t.toets_niet_ontheven(feiten),
        t.toets_kennisgeving(feiten),
        t.toets_respijt(feiten, beleid, peildatum),
        t.toets_niet_bereid(feiten),
        t.toets_nieuwe_test(feiten, beleid, peildatum),
        t.toets_voortgang(feiten, beleid, peildatum),
        w.toets_nog_niet_verlaagd(feiten),
        *_weging(feiten, peildatum),
    )


def _stoppen(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> _Toetsen:
    return (
        w.toets_bijstand(feiten),
        t.toets_niveau(feiten, beleid),
        t.toets_niet_ontheven(feiten),
        w.toets_gestopt(feiten),
        w.toets_stop_telt(feiten, beleid),
        w.toets_nog_niet_verlaagd(feiten),
        *_weging(feiten, peildatum),
    )


def _weging(feiten: TaaleisFeiten, peildatum: date) -> _Toetsen:
    return (
        w.toets_verwijt(feiten),
        w.toets_dringend(feiten),
        w.toets_gehoord(feiten),
        w.toets_samenloop(feiten),
        w.toets_norm(feiten, peildatum),
    )


def _ontheffing(feiten: TaaleisFeiten, _beleid: TaaleisBeleid, _peildatum: date) -> _Toetsen:
    return w.toets_nog_nodig(feiten), w.toets_grond(feiten), w.toets_bewijs_ontheffing(feiten)


def _beeindiging(feiten: TaaleisFeiten, _beleid: TaaleisBeleid, _peildatum: date) -> _Toetsen:
    return w.toets_loopt(feiten), w.toets_einde(feiten)


_PER_SOORT: Final[Mapping[Taalzaaksoort, Callable[[TaaleisFeiten, TaaleisBeleid, date], _Toetsen]]] = {
    Taalzaaksoort.KENNISGEVING: _kennisgeving,
    Taalzaaksoort.VERLAGING: _verlaging,
    Taalzaaksoort.STOPPEN: _stoppen,
    Taalzaaksoort.ONTHEFFING: _ontheffing,
    Taalzaaksoort.BEEINDIGING: _beeindiging,
}


def signalen(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> _Toetsen:
    """Return what is shown and stops nothing: a late kennisgeving, and what was done to prevent this (DEV-TAA-524)."""
    if feiten.zaak is Taalzaaksoort.KENNISGEVING:
        return (t.toets_op_tijd(feiten, beleid, peildatum),)
    met_verlaging = feiten.zaak in (Taalzaaksoort.VERLAGING, Taalzaaksoort.STOPPEN)
    if not met_verlaging or feiten.klantgroep not in _MET_PREVENTIE:
        return ()
    return tuple(_preventie(middel, feiten) for middel in Preventiemiddel)


def _preventie(middel: Preventiemiddel, feiten: TaaleisFeiten) -> Toets:
    zin = f"Ter voorkoming van een verlaging is dit gedaan: {middel.value.replace('_', ' ')}."
    nee = f"Ter voorkoming van een verlaging is dit nog niet gedaan: {middel.value.replace('_', ' ')}."
    return maak_toets(f"preventie_{middel.value}", middel.value in feiten.preventie, HANDBOEK, {}, zin, nee)
