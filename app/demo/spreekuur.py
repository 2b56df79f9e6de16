"""The agenda of the screeningsgesprekken: half an hour each, a quarter in between, every consulent its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.demo.kalender import Kalender
from app.demo.medewerkers import Collega, met_rol
from app.domain.kern.rollen import Rol

DUUR = timedelta(minutes=30)
_EERSTE, _TUSSEN, _PAUZE = 30, 45, 45
_OCHTEND, _PER_DAG = 4, 8


@dataclass(frozen=True)
class Gesprek:
    """A place in the agenda of a consulent."""

    consulent: Collega
    begin: datetime

    @property
    def einde(self) -> datetime:
        """When it is over."""
        return self.begin + DUUR


@dataclass
class Spreekuur:
    """Hands out places, from half past nine on, to the inkomensconsulenten in turn."""

    kalender: Kalender
    bezet: Counter[int] = field(default_factory=Counter)

    def neem(self, terug: int) -> Gesprek:
        """Take the next free place on a day."""
        consulenten = met_rol(Rol.INKOMENSCONSULENT)
        rij, wie = divmod(self.bezet[terug], len(consulenten))
        if rij >= _PER_DAG:
            raise ValueError(f"te veel screeningsgesprekken op dag {terug}")
        self.bezet[terug] += 1
        minuten = _EERSTE + rij * _TUSSEN + (_PAUZE if rij >= _OCHTEND else 0)
        return Gesprek(consulenten[(wie + terug) % len(consulenten)], self.kalender.moment(terug, 9, minuten))
