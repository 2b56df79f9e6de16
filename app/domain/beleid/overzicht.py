"""Overzicht: everything that holds for a municipality on a date, and what changed since the version before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.beleid.herkomst import velden
from app.domain.beleid.model import Beleid, Versie
from app.domain.beleid.register import Register, Verschil, vergelijk
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.werkdagen import EEN_DAG


@dataclass(frozen=True)
class Stand:
    """For which municipality and date, with the knowledge of ``bekend_op`` (None: of now)."""

    gemeente: str
    peildatum: date
    bekend_op: date | None = None


@dataclass(frozen=True)
class Onderwerp:
    """The version of one subject that holds since ``van``; ``vorige`` is the one before it, None for the first.

    ``wijzigingen`` lists the values that differ from ``vorige``, by field name.
    """

    soort: str
    versie: Versie[Any]
    van: date
    vorige: Versie[Any] | None
    wijzigingen: tuple[Verschil, ...]


def onderwerp(register: Register, soort: type[Beleid], stand: Stand) -> Onderwerp:
    """Return what holds on one subject. BeleidOntbreekt when nothing does."""
    nu = register.geldend(soort, stand.gemeente, stand.peildatum, stand.bekend_op)
    grenzen = [dag for dag in register.tijdlijn(soort, stand.gemeente) if dag <= stand.peildatum]
    ervoor = ((dag, _geldend(register, soort, replace(stand, peildatum=dag - EEN_DAG))) for dag in reversed(grenzen))
    van, vorige = next((dag, versie) for dag, versie in ervoor if versie is None or versie.id != nu.id)
    wijzigingen = vergelijk(velden(vorige.beleid), velden(nu.beleid)) if vorige else ()
    return Onderwerp(soort.soort, nu, van, vorige, wijzigingen)


def overzicht(
    register: Register, stand: Stand, soorten: Iterable[str]
) -> tuple[tuple[Onderwerp, ...], tuple[tuple[str, BeleidOntbreekt], ...]]:
    """Return what holds on these subjects, and on which of them nothing does, with the reason."""
    geldend: list[Onderwerp] = []
    ontbrekend: list[tuple[str, BeleidOntbreekt]] = []
    for soort in soorten:
        try:
            geldend.append(onderwerp(register, register.model(soort), stand))
        except BeleidOntbreekt as fout:
            ontbrekend.append((soort, fout))
    return tuple(geldend), tuple(ontbrekend)


def _geldend(register: Register, soort: type[Beleid], stand: Stand) -> Versie[Any] | None:
    try:
        return register.geldend(soort, stand.gemeente, stand.peildatum, stand.bekend_op)
    except BeleidOntbreekt:
        return None
