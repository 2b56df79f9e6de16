"""Openstaand: what must still be answered, given or recorded before a voorziening can be granted."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.voorziening.beleid import VoorzieningBeleid


class Openstaandsoort(StrEnum):
    """What is open: a question that a person answers, something to record, or a fact or field that is missing."""

    OORDEEL = "oordeel"
    VASTLEGGEN = "vastleggen"
    GEGEVEN = "gegeven"


class Openstaand(BaseModel):
    """One thing that is open, with what to do; a question keeps its own words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Openstaandsoort
    code: str
    vraag: str
    toelichting_verplicht: bool = False
    grondslag: Grondslag


def wat_openstaat(code: str, toetsen: Iterable[Toets], beleid: VoorzieningBeleid) -> tuple[Openstaand, ...]:
    """Return what is open of a voorziening, in the order of its conditions."""
    regel = beleid.regel(code)
    oordelen = {oordeel.code: oordeel for oordeel in beleid.oordelen(regel)} if regel else {}
    gevonden = []
    for toets in toetsen:
        if toets.uitkomst is not Uitkomst.ONBEPAALD:
            continue
        oordeel = oordelen.get(toets.voorwaarde)
        leggen = toets.voorwaarde.startswith("vastgelegd_")
        gevonden.append(
            Openstaand(
                soort=_soort(oordeel is not None, leggen),
                code=toets.voorwaarde.removeprefix("vastgelegd_").removeprefix("gegeven_"),
                vraag=toets.toelichting if oordeel is None else oordeel.vraag,
                toelichting_verplicht=oordeel is not None and oordeel.toelichting_verplicht,
                grondslag=toets.grondslag,
            )
        )
    return tuple(gevonden)


def _soort(is_oordeel: bool, is_vastleggen: bool) -> Openstaandsoort:
    if is_oordeel:
        return Openstaandsoort.OORDEEL
    return Openstaandsoort.VASTLEGGEN if is_vastleggen else Openstaandsoort.GEGEVEN
