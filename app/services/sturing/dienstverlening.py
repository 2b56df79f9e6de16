"""Sturing on the service: terms met, the flow between klantgroepen, and handhaving, per quarter (DEV-EVA-001, -002)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row

from app.db.sturing import dienstverlening as db
from app.db.sturing.cijfers import Kring
from app.db.taak import Termijnstatus
from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.planregels import venster_inkomen
from app.domain.kern.rollen import Rol
from app.domain.kern.tijd import dag
from app.domain.sturing.handhaving import Handhavingsregel, Zaakafloop, Zaakgeval, tel_handhaving
from app.domain.sturing.kwartaal import Kwartaal
from app.domain.sturing.stroom import Groepsstroom, Verblijf, stroom
from app.domain.sturing.termen import Dienstterm, Termgeval, Termregel, tel_termen
from app.services.besluit.rekenaars import MAATREGEL
from app.services.handeling import Handeling
from app.services.sturing.kring import beleid_van, kies_kwartaal, ruime_kring
from app.services.taak import begin_van

_BEWAAKT: Final = {
    term.value: term for term in Dienstterm if term not in (Dienstterm.RAPPORTAGE, Dienstterm.AFSPRAAK_INKOMEN)
}
"""The terms that are kept as a running term under the same name."""


@dataclass(frozen=True)
class Termcijfers:
    """The terms that ended in a quarter."""

    kwartaal: Kwartaal
    termen: dict[Dienstterm, tuple[Termregel, ...]]
    kleinste_cel: int


@dataclass(frozen=True)
class Stroomcijfers:
    """The flow of a quarter."""

    kwartaal: Kwartaal
    groepen: tuple[Groepsstroom, ...]
    kleinste_cel: int


@dataclass(frozen=True)
class Handhavingscijfers:
    """What was decided on maatregelzaken in a quarter."""

    kwartaal: Kwartaal
    regels: tuple[Handhavingsregel, ...]
    kleinste_cel: int


def tel_termijnen(h: Handeling, jaar: int, nummer: int) -> Termcijfers:
    """Count the service terms that ended in a quarter, inside and outside (DEV-EVA-002)."""
    kwartaal, grens = kies_kwartaal(h, jaar, nummer), beleid_van(h).kleinste_cel.waarde
    kring = _kring(h)
    return Termcijfers(kwartaal, tel_termen(list(termgevallen(h, kring, kwartaal)), grens), grens)


def termgevallen(h: Handeling, kring: Kring, kwartaal: Kwartaal) -> Iterator[Termgeval]:
    """Return every service term that ended in a quarter, and whether it was met."""
    for rij in db.termijnen(h.sessie, kring, (kwartaal.van, kwartaal.tot), list(_BEWAAKT)):
        gehaald = rij.status is Termijnstatus.GEHAALD and dag(rij.afgerond_op) <= rij.einde
        yield Termgeval(term=_BEWAAKT[rij.soort], klantgroep=rij.klantgroep, binnen=gehaald)
    momenten = _momenten(kwartaal)
    for rij in db.rapportages(h.sessie, kring, momenten, kwartaal.tot):
        yield Termgeval(term=Dienstterm.RAPPORTAGE, klantgroep=rij.klantgroep, binnen=rij.op_tijd)
    for rij in db.inkomensafspraken(h.sessie, kring, momenten, kwartaal.tot):
        yield Termgeval(term=Dienstterm.AFSPRAAK_INKOMEN, klantgroep=rij.klantgroep, binnen=_in_venster(h, rij))


def _in_venster(h: Handeling, rij: Row[Any]) -> bool:
    """Tell whether an income appointment was on werkdag 5 to 10 after the screening (DEV-AAN-003)."""
    screening = dag(rij.screening)
    beleid = h.beleid.geldend(AgendaBeleid, rij.gemeente, screening).beleid
    van, tot = venster_inkomen(screening, beleid)
    return van <= dag(rij.begint) <= tot


def tel_stroom(h: Handeling, jaar: int, nummer: int) -> Stroomcijfers:
    """Count stock, inflow and transitions per klantgroep in a quarter (DEV-EVA-001)."""
    kwartaal, grens = kies_kwartaal(h, jaar, nummer), beleid_van(h).kleinste_cel.waarde
    return Stroomcijfers(kwartaal, stroom(verblijven(h, _kring(h), kwartaal), kwartaal.tot, grens), grens)


def verblijven(h: Handeling, kring: Kring, kwartaal: Kwartaal) -> list[Verblijf]:
    """Return where every klant was at the begin and at the end of a quarter."""
    rijen = db.verblijven(h.sessie, kring, (kwartaal.van, kwartaal.tot))
    return [Verblijf(begin=rij.begin, einde=rij.einde, sinds=rij.sinds) for rij in rijen]


def tel_zaken(h: Handeling, jaar: int, nummer: int) -> Handhavingscijfers:
    """Count how maatregelzaken were decided in a quarter, per gedraging, and how long that took."""
    kwartaal, grens = kies_kwartaal(h, jaar, nummer), beleid_van(h).kleinste_cel.waarde
    return Handhavingscijfers(kwartaal, tel_handhaving(zaakgevallen(h, _kring(h), kwartaal), grens), grens)


def zaakgevallen(h: Handeling, kring: Kring, kwartaal: Kwartaal) -> list[Zaakgeval]:
    """Return the zaken on which was decided in a quarter, with the last besluit of that quarter."""
    bekend = {afloop.value for afloop in Zaakafloop}
    return [
        Zaakgeval(
            gedraging=rij.gedraging,
            afloop=Zaakafloop(rij.dictum),
            dagen=(dag(rij.genomen_op) - dag(rij.geopend_op)).days,
        )
        for rij in db.besluiten(h.sessie, kring, _momenten(kwartaal), MAATREGEL)
        if rij.dictum in bekend
    ]


def _kring(h: Handeling) -> Kring:
    """Return the own team of a team leader, and all klanten for a policy officer."""
    return ruime_kring(h, h.actor.teams if h.actor.heeft(Rol.TEAMLEIDER) else None)


def _momenten(kwartaal: Kwartaal) -> tuple[datetime, datetime]:
    return begin_van(kwartaal.van), begin_van(kwartaal.tot)
