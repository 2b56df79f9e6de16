"""The dated figures behind a loonkostensubsidie, with the policy packs that they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.beleid.model import Versie, Waarde
from app.domain.beleid.register import Register
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.loonkosten.beleid import Deeltijdsoort, LksBeleid
from app.domain.loonkosten.formule import Cijfer, Cijfers
from app.domain.loonkosten.maanden import Werk, minimumloondag
from app.domain.nugger.beleid import WmlBeleid, minimumloon


@dataclass
class Cijferbron:
    """Gives the figures of any day for one employee, and remembers which policy was asked, and for which first day."""

    register: Register
    gemeente: str
    werk: Werk
    versies: dict[str, tuple[date, Versie[LksBeleid], Versie[WmlBeleid]]] = field(default_factory=dict)
    _per_dag: dict[tuple[str, int], Cijfers] = field(default_factory=dict)

    def op(self, dag: date) -> Cijfers:
        """Return the figures of a day. Raises BeleidOntbreekt when one of them is not known."""
        eigen = self.register.geldend(LksBeleid, self.gemeente, dag)
        peildag = minimumloondag(dag, self.werk.begin, eigen.beleid)
        lks = self.register.geldend(LksBeleid, self.gemeente, peildag)
        wml = self.register.geldend(WmlBeleid, self.gemeente, peildag)
        leeftijd = leeftijd_op(self.werk.geboortedatum, dag)
        sleutel = (f"{lks.id}+{wml.id}", leeftijd)
        if sleutel not in self._per_dag:
            self.versies.setdefault(sleutel[0], (dag, lks, wml))
            self._per_dag[sleutel] = _cijfers(lks.beleid, wml.beleid, leeftijd)
        return self._per_dag[sleutel]

    def kent(self, dag: date) -> bool:
        """Tell whether every figure of a day is known."""
        try:
            self.op(dag)
        except BeleidOntbreekt:
            return False
        return True


def _cijfers(lks: LksBeleid, wml: WmlBeleid, leeftijd: int) -> Cijfers:
    loon, basis = minimumloon(leeftijd, wml), lks.deeltijdbasis
    return Cijfers(
        minimumloon=Cijfer(
            naam="minimumloon", waarde=Decimal(loon.bedrag), grondslag=loon.grondslag, herkomst=loon.herkomst
        ),
        vakantiebijslag=_cijfer("vakantiebijslag_procent", lks.vakantiebijslag_procent),
        plafond=_cijfer("plafond_procent", lks.plafond_procent),
        forfait=_cijfer("forfait_procent", lks.forfait_procent),
        werkgeverslasten=_cijfer("werkgeverslasten_procent", lks.werkgeverslasten_procent),
        deeltijd=Cijfer(
            naam="deeltijdbasis_uren", waarde=basis.waarde.uren, grondslag=basis.grondslag, herkomst=basis.herkomst
        ),
        deeltijd_vast=basis.waarde.soort is Deeltijdsoort.VAST,
    )


def _cijfer(naam: str, waarde: Waarde[Decimal]) -> Cijfer:
    return Cijfer(naam=naam, waarde=waarde.waarde, grondslag=waarde.grondslag, herkomst=waarde.herkomst)
