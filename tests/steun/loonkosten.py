"""Loonkostensubsidie in tests: figures of a day, parts of a month, and a job."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from app.domain.beleid.model import Herkomst
from app.domain.kern.grondslag import pw
from app.domain.loonkosten.formule import Cijfer, Cijfers, Maanddeel
from app.domain.loonkosten.maanden import Arbeidsduur, Werk
from tests.steun.beleid import vast_register

GEBOREN = date(1990, 1, 1)


def cijfer(naam: str, waarde: str | int, herkomst: Herkomst = Herkomst.VASTGESTELD) -> Cijfer:
    return Cijfer(naam=naam, waarde=Decimal(waarde), grondslag=pw("10d"), herkomst=herkomst)


def cijfers(wml: int, lasten: str = "25", *, vast: bool = True, vb: str = "8") -> Cijfers:
    return Cijfers(
        minimumloon=cijfer("minimumloon", wml),
        vakantiebijslag=cijfer("vakantiebijslag_procent", vb),
        plafond=cijfer("plafond_procent", 70),
        forfait=cijfer("forfait_procent", 50),
        werkgeverslasten=cijfer("werkgeverslasten_procent", lasten),
        deeltijd=cijfer("deeltijdbasis_uren", 36 if vast else 40),
        deeltijd_vast=vast,
    )


def deel(
    van: str, tot: str, loonwaarde: int | None, gegeven: Cijfers, uren: str = "36", voltijd: str = "36"
) -> Maanddeel:
    return Maanddeel(
        van=date.fromisoformat(van),
        tot=date.fromisoformat(tot),
        uren=Decimal(uren),
        voltijd_uren=Decimal(voltijd),
        loonwaarde=loonwaarde,
        cijfers=gegeven,
    )


def werk(begin: str, uren: str = "36", geboren: date = GEBOREN, voltijd: str = "36", **later: str) -> Werk:
    """A job; ``later`` changes the hours: ``v20260601="24"``."""
    duren = [(date.fromisoformat(begin), uren)]
    duren += [(date.fromisoformat(naam[1:]), aantal) for naam, aantal in later.items()]
    return Werk(
        begin=date.fromisoformat(begin),
        geboortedatum=geboren,
        arbeidsduren=tuple(Arbeidsduur(van=van, uren=Decimal(n), voltijd_uren=Decimal(voltijd)) for van, n in duren),
    )


@cache
def register() -> Any:
    return vast_register()
