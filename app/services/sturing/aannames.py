"""Sturing on the budget: what it assumed beside what happened in a year that is over (DEV-FIN-001 to -004)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.db.sturing import aannames as db
from app.domain.beleid.schakeling import LOCKDOWN
from app.domain.kern.fouten import BeleidOntbreekt, OngeldigeInvoer
from app.domain.kern.klantgroep import Klantgroep
from app.domain.sturing.aannames import Aanname, AannamesBeleid, Jaartelling, vergelijk_aannames
from app.services.handeling import Handeling
from app.services.sturing.kring import beleid_van, ruime_kring
from app.services.taak import begin_van


@dataclass(frozen=True)
class Aannamebeeld:
    """The assumptions of the budget beside a year."""

    jaar: int
    aannames: tuple[Aanname, ...]
    kleinste_cel: int


def vergelijk_met_begroting(h: Handeling, jaar: int) -> Aannamebeeld:
    """Put the assumptions beside a year. Raises OngeldigeInvoer for one that is not over, or without assumptions.

    Fixed years that do not overlap: from two periods that differ by a day, the cases of that day could be told.
    """
    if date(jaar + 1, 1, 1) > h.vandaag:
        raise OngeldigeInvoer({"jaar": "Kies een jaar dat voorbij is; tot dan veranderen de cijfers nog per dag."})
    beleid = _beleid(h, jaar)
    grens = beleid_van(h).kleinste_cel.waarde
    return Aannamebeeld(jaar, vergelijk_aannames(tel_jaar(h, jaar, beleid), beleid, grens), grens)


def _beleid(h: Handeling, jaar: int) -> AannamesBeleid:
    try:
        return h.beleid.geldend(AannamesBeleid, h.actor.gemeenten[0], date(jaar, 12, 31)).beleid
    except BeleidOntbreekt as fout:
        raise OngeldigeInvoer({"jaar": "Uw gemeente heeft voor dit jaar geen aannames van de begroting."}) from fout


def tel_jaar(h: Handeling, jaar: int, beleid: AannamesBeleid) -> Jaartelling:
    """Count a year over all klanten of the organisation, whatever the actor may read: only numbers."""
    dagen = date(jaar, 1, 1), date(jaar + 1, 1, 1)
    kring, momenten = ruime_kring(h, None), (begin_van(dagen[0]), begin_van(dagen[1]))
    dariuz, met_hulp = db.dariuz(h.sessie, kring, momenten)
    klanten, minuten = db.netwerkgesprekken(h.sessie, kring, momenten, beleid.netwerk_rollen.waarde)
    return Jaartelling(
        dariuz=dariuz,
        dariuz_met_hulp=met_hulp,
        netwerk_klanten=klanten,
        netwerk_minuten=minuten,
        begeleiding=db.begeleiding(h.sessie, kring, dagen),
        matchen=db.instroom(h.sessie, kring, dagen, Klantgroep.MATCHEN),
        matchen_met_bekonnected=db.matchen_met_bekonnected(h.sessie, kring, dagen),
        groeien=db.instroom(h.sessie, kring, dagen, Klantgroep.GROEIEN),
        corona_klanten=db.ambitiegesprekken(h.sessie, kring, momenten, [niveau.value for niveau in LOCKDOWN]),
    )
