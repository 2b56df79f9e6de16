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


def toets_recente_afvloeiing(gezien: Verdringingssignaal) -> Toets:
    """Show that somebody was made redundant at this vestiging, as a question and no judgement (DEV-VRZ-916).

    Another place may be meant: only the answer to the question how the vacancy arose refuses one.
    """
    goed = "Bij deze vestiging is de laatste tijd geen einde van een dienstverband door afvloeiing vastgelegd."
    mis = goed
    if gezien.laatste is not None:
        mis = f"Bij deze vestiging eindigde op {datum_voluit(gezien.laatste)} een dienstverband door afvloeiing. "
        mis += "Vraag de werkgever waardoor de plek is ontstaan; een plek door afvloeiing wordt niet gevuld."
    feiten: dict[str, Feit] = {"afvloeiingen": gezien.afvloeiingen, "laatste": gezien.laatste, "regel": "DEV-VRZ-916"}
    return maak_toets("geen_recente_afvloeiing", not gezien.afvloeiingen, _VERDRINGING, feiten, goed, mis)
