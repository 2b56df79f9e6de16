"""Verdringing: whether somebody was made redundant where a klant would get a place (DEV-VRZ-916)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Feit, Toets

_VERDRINGING: Final = Grondslag(regeling="Toelichting Re-integratieverordening Participatiewet 2021", artikel="4")


class Verdringingssignaal(BaseModel):
    """How many dienstverbanden ended by afvloeiing at a vestiging within the months that count, and the last day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    afvloeiingen: int
    laatste: date | None
    vanaf: date


def signaal(eindes: Iterable[date], dag: date, maanden: int) -> Verdringingssignaal:
    """Count the ends by afvloeiing in the ``maanden`` before ``dag``; that day itself counts too."""
    vanaf = plus_maanden(dag, -maanden)
    recent = [einde for einde in eindes if vanaf <= einde <= dag]
    return Verdringingssignaal(afvloeiingen=len(recent), laatste=max(recent, default=None), vanaf=vanaf)


def toets_afvloeiing(door_afvloeiing: bool | None, gezien: Verdringingssignaal) -> Toets:
    """Refuse a place in a vacancy that arose by afvloeiing; ask for the reason when it is not known (DEV-VRZ-916).

    ``door_afvloeiing`` is what was said of the vacancy: False also when there is no vacancy. What was recorded at the
    vestiging never refuses by itself: another place may be meant. It keeps the question open until it is answered.
    """
    klopt = None if door_afvloeiing is None else not door_afvloeiing
    erbij = ""
    if gezien.laatste is not None:
        erbij = f" Bij deze vestiging eindigde op {datum_voluit(gezien.laatste)} een dienstverband door afvloeiing."
    feiten: dict[str, Feit] = {
        "doorAfvloeiing": door_afvloeiing,
        "afvloeiingen": gezien.afvloeiingen,
        "laatste": gezien.laatste,
    }
    return maak_toets(
        "geen_afvloeiing",
        klopt,
        _VERDRINGING,
        feiten,
        f"De plek is niet ontstaan door afvloeiing.{erbij}",
        f"De plek is ontstaan door afvloeiing; die mag niet met een plaatsing worden gevuld.{erbij}",
        f"Vraag de werkgever waardoor de plek is ontstaan en leg het vast.{erbij}",
    )
