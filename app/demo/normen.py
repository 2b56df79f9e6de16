"""Which amounts can be decided on which day: the demo plans nothing that the rules would have to refuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.demo.medewerkers import GEMEENTEN
from app.domain.beleid.model import Herkomst
from app.domain.beleid.register import Register
from app.domain.intake.beleid import IntakeBeleid
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.norm import NormBeleid
from app.domain.nugger.beleid import WmlBeleid

GEMEENTE = GEMEENTEN[0]


class Normen(Protocol):
    """Tells what is known of a day."""

    def besluit_kan(self, maand: date) -> bool:
        """Tell whether the norm of this month is known, so that a verlaging can be computed."""
        ...

    def voorschot_kan(self, dag: date) -> bool:
        """Tell whether the least voorschot of this day rests on confirmed values."""
        ...

    def loonwaarde_kan(self, dag: date) -> bool:
        """Tell whether the minimum wage of this day is known, of which a loonwaarde is a part."""
        ...


@dataclass(frozen=True)
class Registernormen:
    """What the policy packs know."""

    register: Register

    def besluit_kan(self, maand: date) -> bool:
        """Tell whether the norm of this month is known."""
        return self._bekend(NormBeleid, maand)

    def loonwaarde_kan(self, dag: date) -> bool:
        """Tell whether the minimum wage of this day is known."""
        return self._bekend(WmlBeleid, dag)

    def _bekend(self, soort: type[NormBeleid] | type[WmlBeleid], dag: date) -> bool:
        try:
            self.register.geldend(soort, GEMEENTE, dag)
        except BeleidOntbreekt:
            return False
        return True

    def voorschot_kan(self, dag: date) -> bool:
        """Tell whether norm and percentage of this day are known from an official source."""
        if not self.besluit_kan(dag):
            return False
        norm = self.register.geldend(NormBeleid, GEMEENTE, dag).beleid
        procent = self.register.geldend(IntakeBeleid, GEMEENTE, dag).beleid.voorschot_minimum_procent
        waarden = (procent, norm.gehuwden_21_tot_aow, norm.alleenstaande_21_tot_aow)
        return all(waarde.herkomst is not Herkomst.ONBEVESTIGD for waarde in waarden)
