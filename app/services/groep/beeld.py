"""A group as it is shown: its moments, its deelnemers as far as this actor may see them, and signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.db.groep import activiteit as db
from app.db.groep import deelname as deelnames
from app.db.groep.activiteit import Groepsactiviteit, Groepsmoment
from app.db.groep.deelname import Groepsdeelname, Groepspresentie, Groepsstap
from app.db.klant import Klant
from app.db.sessie import verruimd
from app.domain.beleid.model import Versie
from app.domain.groep.beleid import GroepBeleid, Groepsregels
from app.domain.groep.soorten import Momentstatus
from app.domain.groep.toetsen import toets_onderdelen, toets_ritme
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.handeling import Handeling
from app.services.vastleggen import log_verwerking

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Groepsbeeld:
    """A group; ``bezet`` counts all deelnemers, also those whom this actor may not see."""

    groep: Groepsactiviteit
    regels: Groepsregels
    momenten: Sequence[Groepsmoment]
    deelnemers: Sequence[tuple[Groepsdeelname, Klant]]
    presenties: Sequence[Groepspresentie]
    stappen: Sequence[Groepsstap]
    signalen: tuple[Toets, ...]
    bezet: int

    @property
    def personen(self) -> list[UUID]:
        """Whose data are shown."""
        return [klant.id for _, klant in self.deelnemers]


def beleid_op(h: Handeling, groep: Groepsactiviteit, peildatum: date) -> Versie[GroepBeleid]:
    """Return the policy of groups on a day, with what is switched on then."""
    return h.beleid.geldend(GroepBeleid, groep.gemeente, peildatum)


def vind(h: Handeling, groep_id: UUID, *, vergrendel: bool = False) -> Groepsactiviteit:
    """Find a group. Raises NietGevonden."""
    groep = db.activiteit(h.sessie, h.actor, groep_id, vergrendel=vergrendel)
    if groep is None:
        raise NietGevonden("Deze groepsactiviteit is niet gevonden.")
    return groep


def open_groep(h: Handeling, groep_id: UUID) -> Groepsactiviteit:
    """Find and lock a group that goes on. Raises NietGevonden or Conflict."""
    groep = vind(h, groep_id, vergrendel=True)
    if groep.beeindigd_op is not None:
        raise Conflict("Deze groepsactiviteit is beëindigd.", "groep_beeindigd")
    return groep


def bezet(h: Handeling, groep: Groepsactiviteit) -> int:
    """Count who takes part, whoever may see them: a place that is taken is taken for everybody."""
    with verruimd(h.sessie, h.actor):
        return deelnames.aantal(h.sessie, groep.id)


def bekijk(h: Handeling, groep_id: UUID) -> Groepsbeeld:
    """Show a group."""
    return beeld(h, vind(h, groep_id))


def beeld(h: Handeling, groep: Groepsactiviteit) -> Groepsbeeld:
    """Show a group as it stands in this transaction."""
    h.sessie.flush()
    regels = beleid_op(h, groep, max(groep.start, h.vandaag)).beleid.regels(groep.soort)
    momenten = db.momenten(h.sessie, groep.id)
    deelnemers = deelnames.deelnames(h.sessie, h.actor, groep.id)
    zichtbaar = {klant.id for _, klant in deelnemers}
    return Groepsbeeld(
        groep,
        regels.waarde,
        momenten,
        deelnemers,
        [rij for rij in deelnames.presenties(h.sessie, groep.id) if rij.klant_id in zichtbaar],
        [rij for rij in deelnames.stappen(h.sessie, groep.id) if rij.klant_id in zichtbaar],
        _signalen(h, groep, momenten),
        bezet(h, groep),
    )


def na_wijziging(h: Handeling, groep: Groepsactiviteit) -> Groepsbeeld:
    """Show a group after a change; the answer names every deelnemer, so it is logged as reading them."""
    gezien = beeld(h, groep)
    log_verwerking(h, list(dict.fromkeys(gezien.personen)), "gelezen")
    return gezien


def _signalen(h: Handeling, groep: Groepsactiviteit, momenten: Sequence[Groepsmoment]) -> tuple[Toets, ...]:
    """Return what knelt: too few moments this week or the next, parts that were skipped; nothing is stopped by it."""
    if groep.beeindigd_op is not None:
        return ()
    dagen = [dag(moment.begint) for moment in momenten if moment.status is not Momentstatus.VERVALLEN]
    eerste = max(groep.start, h.vandaag)
    maandag = eerste - timedelta(days=eerste.weekday())
    toetsen = [
        toets_ritme(dagen, week, beleid_op(h, groep, max(week, groep.start)).beleid.regels(groep.soort))
        for week in (maandag, maandag + _WEEK)
        if groep.einde is None or week < groep.einde
    ]
    for moment in momenten:
        if moment.status is Momentstatus.GEHOUDEN:
            regels = beleid_op(h, groep, dag(moment.begint)).beleid.regels(groep.soort)
            toetsen.append(toets_onderdelen(moment.onderdelen, regels))
    return niet_voldaan(toetsen)
