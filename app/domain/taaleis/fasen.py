"""Fasen: the month of grace, and what percentage stands on which day (DEV-TAA-519, DEV-TAA-520)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.maanden import plus_maanden
from app.domain.kern.termijnen import Termijn, wettelijke_termijn
from app.domain.taaleis.beleid import Stopregel, TaaleisBeleid

RESPIJT: Final = "taaleis_bereidverklaring"
_DAG: Final = timedelta(days=1)
NIETS: Final = Decimal(0)


class Ronde(BaseModel):
    """One count of the phases: from the ``vaststelling``, with the ``kennisgeving``, until who is ``bereid_op``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    vaststelling: date
    kennisgeving: date
    bereid_op: date | None = None


def respijt(ronde: Ronde, beleid: TaaleisBeleid) -> Termijn:
    """Return the month in which somebody can still declare willingness; its last day is in time.

    The later of a month from the vaststelling and a month from the kennisgeving.
    """
    norm = beleid.respijt_maanden
    dagen = (ronde.vaststelling, ronde.kennisgeving)
    termijnen = [wettelijke_termijn(RESPIJT, norm.grondslag, dag, maanden=norm.waarde) for dag in dagen]
    return max(termijnen, key=lambda termijn: termijn.einde)


def eerste_dag(ronde: Ronde, beleid: TaaleisBeleid) -> date:
    """Return the first day on which something can be taken."""
    return respijt(ronde, beleid).einde + _DAG


def hele_maanden(van: date, tot: date) -> int:
    """Return how many whole months lie between two days; a month is whole on the same day number."""
    aantal = (tot.year - van.year) * 12 + tot.month - van.month
    return aantal if plus_maanden(van, aantal) <= tot else aantal - 1


def fase_op(dag: date, ronde: Ronde, beleid: TaaleisBeleid) -> int | None:
    """Return the number of the phase on a day; None in the grace and from the bereidverklaring on."""
    if dag < eerste_dag(ronde, beleid) or (ronde.bereid_op is not None and dag >= ronde.bereid_op):
        return None
    return beleid.fase(hele_maanden(ronde.vaststelling, dag))


def procent_op(dag: date, ronde: Ronde, beleid: TaaleisBeleid) -> Decimal:
    """Return the percentage on a day: the same for every klantgroep (DEV-TAA-519, DEV-TAA-523)."""
    nummer = fase_op(dag, ronde, beleid)
    return NIETS if nummer is None else beleid.fasen.waarde[nummer].procent


def begin_fase(nummer: int, ronde: Ronde, beleid: TaaleisBeleid) -> date:
    """Return the first day of a phase, apart from the grace."""
    return plus_maanden(ronde.vaststelling, beleid.fasen.waarde[nummer].vanaf_maand)


def einde_fase(nummer: int, ronde: Ronde, beleid: TaaleisBeleid) -> date | None:
    """Return the first day after a phase; None for the last."""
    tot = beleid.fasen.waarde[nummer].tot_maand
    return None if tot is None else plus_maanden(ronde.vaststelling, tot)


def maanden_in_fase(eerste: date, nummer: int, ronde: Ronde, beleid: TaaleisBeleid) -> tuple[date, ...]:
    """Return the first days of the months of one phase from ``eerste`` on, as far as the annex looks ahead."""
    einde = einde_fase(nummer, ronde, beleid)
    ver = [plus_maanden(eerste, aantal) for aantal in range(beleid.schema_maanden.waarde)]
    return tuple(maand for maand in ver if einde is None or maand < einde)


def bij_stoppen(gestopt_op: date, kennisgeving: date, beleid: TaaleisBeleid) -> Stopregel | None:
    """Return what is taken once for stopping: nothing before half a year is complete (DEV-TAA-520)."""
    return beleid.stopregel(hele_maanden(kennisgeving, gestopt_op))


def maanden_vooruit(ronde: Ronde, beleid: TaaleisBeleid, vanaf: date) -> tuple[tuple[date, Decimal], ...]:
    """Return, from the month of ``vanaf`` on, the months on which a percentage can stand."""
    eerste = vanaf.replace(day=1)
    maanden = [plus_maanden(eerste, aantal) for aantal in range(beleid.schema_maanden.waarde)]
    procenten = [(maand, procent_op(maand, ronde, beleid)) for maand in maanden]
    return tuple((maand, procent) for maand, procent in procenten if procent > NIETS)
