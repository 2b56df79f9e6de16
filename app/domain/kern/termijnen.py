"""Termijnen: make, suspend and extend statutory and policy terms.

Statutory terms (Awb 6:8, 4:13, 7:10) follow the Algemene termijnenwet; service norms do not. Every term starts on the
day after the event. The counting itself, and the explanation, stand in ``termijn_model.py``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.domain.kern.grondslag import Grondslag, awb
from app.domain.kern.maanden import plus_maanden as tel_maanden
from app.domain.kern.termijn_model import (
    Aard,
    Eenheid,
    Opschorting,
    Stap,
    StapSoort,
    Termijn,
    TermijnOpdracht,
    Verlenging,
    bereken,
)

__all__ = [
    "Aard",
    "Eenheid",
    "Opschorting",
    "Stap",
    "StapSoort",
    "Termijn",
    "Verlenging",
    "beleidstermijn_dagen",
    "beleidstermijn_werkdagen",
    "schort_op",
    "tel_maanden",
    "uren_termijn",
    "verleng",
    "wettelijk_maximum",
    "wettelijke_termijn",
]

_DAGEN_PER_WEEK = 7
# Algemene termijnenwet, article 4 under a: longer terms fall outside the act.
_HOOGSTENS = {"dag": 90, "week": 12, "maand": 3}
_MEERVOUD = {"dag": "dagen", "week": "weken", "maand": "maanden", "werkdag": "werkdagen"}


def wettelijke_termijn(
    soort: str,
    grondslag: Grondslag,
    start: date,
    *,
    weken: int | None = None,
    dagen: int | None = None,
    maanden: int | None = None,
) -> Termijn:
    """Make a statutory term of exactly one of ``weken``, ``dagen`` or ``maanden`` after the event on ``start``.

    Extended to the next werkdag (Algemene termijnenwet 1) and to hold two werkdagen (2), unless article 4 under a
    excepts it: more than 90 days, 12 weeks or 3 months. Raises ValueError without exactly one positive length.
    """
    maat, aantal = _een_maat(week=weken, dag=dagen, maand=maanden)
    return bereken(
        TermijnOpdracht(
            soort=soort,
            aard=Aard.WETTELIJK,
            grondslag=grondslag,
            start=start,
            regel=f"De termijn is {_duur(maat, aantal)}.",
            eenheid=Eenheid.DAGEN,
            aantal=_in_dagen(maat, aantal, start),
            termijnenwet=aantal <= _HOOGSTENS[maat],
        )
    )


def wettelijk_maximum(soort: str, grondslag: Grondslag, eerste_dag: date, *, weken: int) -> Termijn:
    """Return for how long something may last at most, ``eerste_dag`` included; no weekend or holiday makes it longer.

    The Algemene termijnenwet is about terms for doing something, not about how long a power may be used.
    """
    return bereken(
        TermijnOpdracht(
            soort=soort,
            aard=Aard.WETTELIJK,
            grondslag=grondslag,
            start=eerste_dag - timedelta(days=1),
            regel=f"Dit duurt hoogstens {_duur('week', weken)}.",
            eenheid=Eenheid.DAGEN,
            aantal=weken * _DAGEN_PER_WEEK,
            termijnenwet=False,
        )
    )


def beleidstermijn_werkdagen(soort: str, grondslag: Grondslag, start: date, werkdagen: int) -> Termijn:
    """Make a service norm of ``werkdagen`` after the event on ``start`` (day 0, DEV-ORG-002)."""
    return _beleidstermijn(soort, grondslag, start, ("werkdag", werkdagen))


def beleidstermijn_dagen(soort: str, grondslag: Grondslag, start: date, dagen: int) -> Termijn:
    """Make a service norm of calendar ``dagen`` after the event on ``start``; it may end in a weekend."""
    return _beleidstermijn(soort, grondslag, start, ("dag", dagen))


def schort_op(termijn: Termijn, van: date, tot: date, grondslag: Grondslag | None = None) -> Termijn:
    """Let the term stand still on the days ``[van, tot)``, by default on Awb 4:15, and count it again.

    Days that are already suspended are not counted twice; a suspension outside the term changes nothing and is
    explained so. Raises ValueError when ``tot`` is not after ``van``.
    """
    erbij = Opschorting(van=van, tot=tot, grondslag=grondslag or awb("4:15"))
    return bereken(_opdracht(termijn, opschortingen=(*termijn.opschortingen, erbij)))


def verleng(
    termijn: Termijn,
    reden: str,
    grondslag: Grondslag,
    *,
    dagen: int | None = None,
    weken: int | None = None,
    werkdagen: int | None = None,
) -> Termijn:
    """Extend a term by exactly one of ``dagen``, ``weken`` or, for a term of werkdagen, ``werkdagen``.

    Counted on from the last day before the Algemene termijnenwet was applied, which is then applied once, at the end,
    if the extension itself is not excepted by article 4. Raises ValueError on another unit than the term's.
    """
    maat, aantal = _een_maat(dag=dagen, week=weken, werkdag=werkdagen)
    if (maat == "werkdag") != (termijn.eenheid is Eenheid.WERKDAGEN):
        raise ValueError(f"een termijn in {termijn.eenheid} is niet te verlengen in {_MEERVOUD[maat]}")
    erbij = Verlenging(
        aantal=_in_dagen(maat, aantal, termijn.start), duur=_duur(maat, aantal), reden=reden, grondslag=grondslag
    )
    valt_onder_wet = termijn.aard is Aard.WETTELIJK and aantal <= _HOOGSTENS.get(maat, 0)
    return bereken(_opdracht(termijn, verlengingen=(*termijn.verlengingen, erbij), termijnenwet=valt_onder_wet))


def uren_termijn(start: datetime, uren: int) -> datetime:
    """Return the moment ``uren`` clock hours after ``start``, weekend and summer time or not (DEV-SCR-024).

    ``start`` carries a time zone (ValueError without); the answer is in the same zone.
    """
    if start.tzinfo is None:
        raise ValueError("een termijn in uren vraagt een tijdstip met tijdzone")
    return (start.astimezone(UTC) + timedelta(hours=uren)).astimezone(start.tzinfo)


def _beleidstermijn(soort: str, grondslag: Grondslag, start: date, duur: tuple[str, int]) -> Termijn:
    maat, aantal = duur
    return bereken(
        TermijnOpdracht(
            soort=soort,
            aard=Aard.BELEID,
            grondslag=grondslag,
            start=start,
            regel=f"De termijn is {_duur(maat, aantal)}.",
            eenheid=Eenheid.WERKDAGEN if maat == "werkdag" else Eenheid.DAGEN,
            aantal=aantal,
            termijnenwet=False,
        )
    )


def _opdracht(termijn: Termijn, **anders: object) -> TermijnOpdracht:
    velden = {naam: getattr(termijn, naam) for naam in TermijnOpdracht.model_fields}
    return TermijnOpdracht.model_validate(velden | anders)


def _een_maat(**maten: int | None) -> tuple[str, int]:
    gegeven = [(maat, aantal) for maat, aantal in maten.items() if aantal is not None]
    if len(gegeven) != 1 or gegeven[0][1] < 1:
        raise ValueError(f"geef precies een lengte van minstens 1, niet {gegeven}")
    return gegeven[0]


def _in_dagen(maat: str, aantal: int, start: date) -> int:
    if maat == "maand":
        return (tel_maanden(start, aantal) - start).days
    return aantal * _DAGEN_PER_WEEK if maat == "week" else aantal


def _duur(maat: str, aantal: int) -> str:
    return f"{aantal} {maat if aantal == 1 else _MEERVOUD[maat]}"
