"""Sturing on the indeling: whether employees indelen alike, exceptional moves and zorg-handhaving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row

from app.db.sturing import cijfers as db
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.tijd import dag
from app.domain.sturing.beleid import SturingBeleid
from app.domain.sturing.indelingen import Geval, Regel, vergelijk
from app.domain.sturing.kwartaal import Kwartaal
from app.services.handeling import Handeling
from app.services.sturing.kring import beleid_van, kies_kwartaal, ruime_kring

UITZONDERINGEN: Final = (
    (Klantgroep.FACILITEREN, Klantgroep.GROEIEN),
    (Klantgroep.ZORGEN, Klantgroep.FACILITEREN),
)
"""The moves that are expected only exceptionally, and have no target (DEV-KGR-509)."""


@dataclass(frozen=True)
class Vergelijking:
    """The numbers of a quarter: a line per employee of the own team, with the names, and one of all together."""

    kwartaal: Kwartaal
    regels: tuple[Regel, ...]
    namen: dict[UUID, str]
    beleid: SturingBeleid


@dataclass(frozen=True)
class Overgangen:
    """Counts of a quarter; None for what is too small to show."""

    kwartaal: Kwartaal
    wissels: dict[tuple[Klantgroep, Klantgroep], int | None]
    twijfelgevallen: int | None
    zorg_handhaving: int | None
    kleinste_cel: int


def vergelijk_indelingen(h: Handeling, jaar: int, nummer: int) -> Vergelijking:
    """Compare how the employees of the own team indelen; the policy officer sees all together, and no employee.

    Raises OngeldigeInvoer for a quarter that is not over.
    """
    kwartaal, beleid = kies_kwartaal(h, jaar, nummer), beleid_van(h)
    leidt = h.actor.heeft(Rol.TEAMLEIDER)
    namen = db.teamgenoten(h.sessie, h.actor) if leidt else {}
    rijen = db.eerste_indelingen(
        h.sessie, ruime_kring(h, None), (kwartaal.van, kwartaal.tot), list(namen) if leidt else None
    )
    gevolgd = kwartaal.voorbij(h.vandaag, beleid.wissel_binnen_maanden.waarde)
    regels = vergelijk([_geval(rij) for rij in rijen], beleid, gevolgd)
    return Vergelijking(kwartaal, regels if leidt else regels[-1:], namen, beleid)


def tel_overgangen(h: Handeling, jaar: int, nummer: int) -> Overgangen:
    """Count the exceptional moves, doubtful cases and klanten under zorg-handhaving (DEV-KGR-505, DEV-KGR-509).

    A team leader, who may read these dossiers, gets the numbers of the own team as they are. For the policy officer
    small ones are left out. Raises OngeldigeInvoer for a quarter that is not over.
    """
    kwartaal, grens = kies_kwartaal(h, jaar, nummer), beleid_van(h).kleinste_cel.waarde
    leidt = h.actor.heeft(Rol.TEAMLEIDER)
    kring = ruime_kring(h, h.actor.teams if leidt else None)
    periode = (kwartaal.van, kwartaal.tot)
    wissels = db.wissels(h.sessie, kring, periode, UITZONDERINGEN)
    minimum = 0 if leidt else grens
    return Overgangen(
        kwartaal=kwartaal,
        wissels={paar: _toon(aantal, minimum) for paar, aantal in wissels.items()},
        twijfelgevallen=_toon(db.twijfelgevallen(h.sessie, kring, periode), minimum),
        zorg_handhaving=_toon(db.onder_handhaving(h.sessie, kring), minimum),
        kleinste_cel=grens,
    )


def _toon(aantal: int, minimum: int) -> int | None:
    return None if 0 < aantal < minimum else aantal


def _geval(rij: Row[Any]) -> Geval:
    return Geval(
        beslisser=rij.besloten_door,
        klantgroep=rij.klantgroep,
        voorstel=rij.voorstel,
        twijfel=rij.twijfel,
        ingedeeld_op=rij.van,
        gesprek_op=rij.gesprek_op,
        screening_op=None if rij.screening_begin is None else dag(rij.screening_begin),
        melding_op=rij.melding_op,
        wissel_op=rij.wissel_op,
    )
