"""Reminders before an appointment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.werkdagen import tel_werkdagen_terug

_MET_SMS = frozenset({AfspraakSoort.SCREENINGSGESPREK, AfspraakSoort.AMBITIEGESPREK, AfspraakSoort.KICK_OFF})


class HerinneringSoort(StrEnum):
    """What the reminder is about."""

    AFSPRAAK = "afspraak"
    DARIUZ = "dariuz"


class Herinnering(BaseModel):
    """A message to send on ``dag``; the Dariuz reminder may go by SMS or mail."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: HerinneringSoort
    kanaal: str
    dag: date
    grondslag: Grondslag


def herinneringen(
    soort: AfspraakSoort, dag: date, gepland_op: date, dariuz_open: bool, beleid: AfspraakBeleid
) -> tuple[Herinnering, ...]:
    """Return the reminders for an appointment on ``dag``; what is already past goes out at once, on ``gepland_op``.

    SMS the calendar day before (DEV-AFS-002, 004, 005); before the ambitiegesprek also a reminder to complete Dariuz,
    only while it is open (DEV-AFS-003). Moving the appointment means computing them again.
    """
    return tuple(_herinneringen(soort, dag, gepland_op, dariuz_open, beleid))


def _herinneringen(
    soort: AfspraakSoort, dag: date, gepland_op: date, dariuz_open: bool, beleid: AfspraakBeleid
) -> Iterator[Herinnering]:
    if soort is AfspraakSoort.AMBITIEGESPREK and dariuz_open:
        norm = beleid.dariuz_herinnering_werkdagen
        wanneer = max(tel_werkdagen_terug(dag, norm.waarde), gepland_op)
        yield Herinnering(soort=HerinneringSoort.DARIUZ, kanaal="sms_of_mail", dag=wanneer, grondslag=norm.grondslag)
    # A kennismaking after a call: not today or tomorrow, for then the klant has just heard of it (DEV-DIG-502).
    na_bellen = soort is AfspraakSoort.KENNISMAKINGSGESPREK and (dag - gepland_op).days > 1
    if soort in _MET_SMS or na_bellen:
        sms = beleid.sms_dagen_vooraf
        wanneer = max(dag - timedelta(days=sms.waarde), gepland_op)
        yield Herinnering(soort=HerinneringSoort.AFSPRAAK, kanaal="sms", dag=wanneer, grondslag=sms.grondslag)
