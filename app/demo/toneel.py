"""The stage of the demo: who is there, what time it is, and the numbers that the handlings gave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel

from app.db.sessie import Sessies
from app.demo.kalender import Kalender
from app.demo.medewerkers import Collega, collega, met_rol
from app.demo.mens import Mens, Wat
from app.demo.speler import Speler
from app.domain.beleid.register import Register
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.tijd import dag
from app.services.handeling import Handeling

T = TypeVar("T")
ZONDER_WERK = (Klantgroep.FACILITEREN, Klantgroep.ZORGEN)


@dataclass(frozen=True)
class Zet:
    """One move: ``wat`` happens at ``moment`` in the journey of ``wie`` (a name, or what the house does)."""

    moment: datetime
    wat: Wat
    wie: str
    speel: Callable[[Toneel], object]


@dataclass
class Toneel:
    """Plays moves through the use cases and remembers what came of them.

    ``ids`` holds the ids by kind and name, ``genodigd`` who is invited to a bijeenkomst, ``mensen`` whose
    dossier it is.
    """

    sessies: Sessies
    register: Register
    kalender: Kalender
    moment: datetime
    ids: dict[tuple[str, str], UUID] = field(default_factory=dict)
    genodigd: dict[str, list[Mens]] = field(default_factory=dict)
    mensen: dict[UUID, Mens] = field(default_factory=dict)

    def speel(self, zet: Zet) -> None:
        """Let one move happen at its own moment."""
        self.moment = zet.moment
        zet.speel(self)

    def doe(self, wie: Actor, functie: Callable[..., T], opdracht: BaseModel | None = None, **sleutels: Any) -> T:
        """Let an employee do a use case now."""
        return Speler(self.sessies, self.register).doe(wie, self.moment, functie, opdracht, **sleutels)

    def lees(self, wie: Actor, vraag: Callable[[Handeling], T]) -> T:
        """Let an employee look something up now."""
        return Speler(self.sessies, self.register).doe(wie, self.moment, vraag)

    @property
    def vandaag(self) -> date:
        """The day of the move."""
        return dag(self.moment)

    def onthoud(self, soort: str, wie: str, nummer: UUID) -> None:
        """Keep the id of something that was made."""
        self.ids[soort, wie] = nummer

    def van(self, soort: str, wie: str) -> UUID:
        """Return the id of something that was made before."""
        return self.ids[soort, wie]

    def klant(self, mens: Mens) -> UUID:
        """Return the id of a person's dossier."""
        return self.van("klant", mens.naam)

    def consulent(self, mens: Mens) -> Actor:
        """Return the fixed contact of somebody with a klantgroep, in the role that belongs to it."""
        werk = Klantgroep(mens.route.value) not in ZONDER_WERK
        wie = collega(self.van("consulent", mens.naam))
        return wie.actor(Rol.WERKCONSULENT if werk else Rol.INKOMENSCONSULENT)


def iemand(rol: Rol, nummer: int = 0) -> Actor:
    """Return an employee with this role; consecutive numbers take turns."""
    collegas = met_rol(rol)
    return collegas[nummer % len(collegas)].actor(rol)


def een_ander(rol: Rol, *niet: UUID) -> Collega:
    """Return the first employee with this role who is none of these."""
    return next(c for c in met_rol(rol) if c.id not in niet)
