"""The demo caseload: some 60 klanten whose journeys are played through the use cases. Development only."""

from __future__ import annotations

import sys
from datetime import datetime

from sqlalchemy import select

from app.db.klant import Klant
from app.db.sessie import Sessies, transactie
from app.demo.draaiboek import draaiboek
from app.demo.huis import Postbode
from app.demo.kalender import Kalender
from app.demo.medewerkers import MEDEWERKERS
from app.demo.mensen import MENSEN
from app.demo.normen import Registernormen
from app.demo.toneel import Toneel
from app.domain.beleid.register import Register
from app.services.ronde import ronde

PER_REGEL = 10


def vul(sessies: Sessies, register: Register, nu: datetime) -> None:
    """Fill a database without klanten with the demo caseload as it stands at ``nu``; else do nothing.

    Every handling is done at its own moment in the weeks before ``nu``, by an employee with the right role.
    """
    if not _leeg(sessies):
        return
    kalender = Kalender.op(nu)
    toneel = Toneel(sessies, register, kalender, nu)
    verteld = 0
    for zet in draaiboek(kalender, Registernormen(register)):
        if zet.moment > nu:
            break
        toneel.speel(zet)
        if len(toneel.mensen) >= verteld + PER_REGEL:
            verteld = len(toneel.mensen) // PER_REGEL * PER_REGEL
            sys.stderr.write(f"Voorbeelddossiers: {verteld} van {len(MENSEN)}\n")
    ronde(sessies, register, nu, Postbode())


def _leeg(sessies: Sessies) -> bool:
    with transactie(sessies, MEDEWERKERS[0].actor()) as sessie:
        return sessie.scalar(select(Klant.id).limit(1)) is None
