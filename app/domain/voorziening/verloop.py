"""Conditions on what the klant had before and has beside it: frequency and cumulation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.kern.datum import datum_voluit
from app.domain.kern.maanden import plus_maanden
from app.domain.voorziening.beleid import Frequentie
from app.domain.voorziening.feiten import EerdereInzet, VoorzieningFeiten, per_code
from app.domain.voorziening.voorwaarde import Verhaal, Voorwaarde


def eerste_dag(begin: date, starts: tuple[date, ...], frequentie: Frequentie) -> date:
    """Return the first day from ``begin`` on which one more start keeps every period within the frequency.

    Counted from start to start: a new one may be on the same calendar day, the period later (DEV-SCH-906).
    """
    maanden = 12 * frequentie.periode_jaren
    vrij = (plus_maanden(start, maanden) for start in starts)
    return next(
        dag
        for dag in sorted({begin, *(dag for dag in vrij if dag > begin)})
        if not _te_vaak(dag, starts, frequentie.aantal, maanden)
    )


def _te_vaak(dag: date, starts: tuple[date, ...], aantal: int, maanden: int) -> bool:
    """Tell whether a period with ``dag`` in it would hold one start too many; what was too often before is done."""
    alle = sorted((*starts, dag))
    plek = alle.index(dag)
    paren = zip(alle, alle[aantal:], strict=False)
    return any(
        nummer <= plek <= nummer + aantal and later < plus_maanden(vroeger, maanden)
        for nummer, (vroeger, later) in enumerate(paren)
    )


@dataclass(frozen=True)
class NietTeVaak(Voorwaarde):
    """The klant does not get it more often than the frequency allows."""

    voorziening: str
    naam: str
    frequentie: Frequentie

    def eerste_dag(self, feiten: VoorzieningFeiten) -> date | None:
        """Return the first day that is allowed, None without a first day."""
        if feiten.begin is None:
            return None
        starts = tuple(inzet.van for inzet in feiten.eerdere if inzet.code == self.voorziening)
        return eerste_dag(feiten.begin, starts, self.frequentie) if starts else feiten.begin

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether the first day is allowed; open without one."""
        vrij = self.eerste_dag(feiten)
        return None if vrij is None else vrij == feiten.begin

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say from which day it is allowed."""
        f, vrij = self.frequentie, self.eerste_dag(feiten)
        grens = f"{self.naam} kan hoogstens {f.aantal} keer in {f.periode_jaren} jaar"
        vanaf = "" if vrij is None else f": pas vanaf {datum_voluit(vrij)} weer"
        return Verhaal(
            f"{grens}, en daar blijft dit binnen.",
            f"{grens}{vanaf}.",
            f"{grens}: geef de eerste dag.",
            {"begin": feiten.begin, "eerste_dag": vrij, "aantal": f.aantal, "periode_jaren": f.periode_jaren},
        )


@dataclass(frozen=True)
class NietSamen(Voorwaarde):
    """It does not run beside a voorziening with which it is not combined; its own code in the list means: not twice."""

    naam: str
    codes: tuple[str, ...]

    def samen(self, feiten: VoorzieningFeiten) -> tuple[EerdereInzet, ...]:
        """Return what overlaps the days asked for; without a last day everything from the first day on counts."""
        begin, tot = feiten.begin, None if feiten.einde is None else feiten.einde + timedelta(days=1)
        return tuple(
            inzet
            for inzet in per_code(feiten.eerdere, self.codes)
            if (inzet.tot is None or begin is None or inzet.tot > begin) and (tot is None or inzet.van < tot)
        )

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether nothing overlaps."""
        return not feiten.eerdere or not self.samen(feiten)

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say what overlaps."""
        samen = tuple(dict.fromkeys(inzet.code for inzet in self.samen(feiten)))
        namen = ", ".join(code.replace("_", " ") for code in samen)
        return Verhaal(
            f"{self.naam} loopt niet samen met iets waarmee het niet samengaat.",
            f"{self.naam} gaat niet samen met wat al loopt ({namen}): beëindig dat eerst of kies een andere periode.",
            "",
            {"samen_met": samen, "uitgesloten": self.codes},
        )
