"""Aannames: what the budget was based on, beside what really happened in a year (DEV-FIN-001 to -004).

A number of klanten that is small, or that follows from one that shows, is hidden together with what was made of it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.onthulling import verberg_rij

_DECIMALEN = 3
Aantal = Annotated[int, Field(ge=1)]
Code = Annotated[str, Field(pattern=r"^[a-z_]{2,60}$")]


class Aannamecode(StrEnum):
    """The assumptions."""

    DARIUZ_MET_HULP = "dariuz_met_hulp"
    NETWERKGESPREKKEN = "netwerkgesprekken"
    INSTROOM_BEGELEIDING = "instroom_begeleiding_op_maat"
    AANDEEL_BEKONNECTED = "aandeel_bekonnected"
    INSTROOM_GROEIEN = "instroom_groeien"
    EXTRA_GESPREKSTIJD = "extra_gesprekstijd_corona"


class Aannamemaat(StrEnum):
    """What a number counts."""

    AANDEEL = "aandeel"
    UREN = "uren"
    KLANTEN = "klanten"
    MINUTEN = "minuten"


class Breuk(BaseModel):
    """A share as the handbook writes it: one third is no decimal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    teller: Aantal
    noemer: Aantal


class AannamesBeleid(Beleid):
    """What the budget of the handbook assumes per year; ``netwerk_rollen`` make a talk a network talk."""

    soort: ClassVar[str] = "aannames"

    dariuz_hulp: Waarde[Breuk]
    netwerk_klanten: Waarde[Aantal]
    netwerk_uren_per_klant: Waarde[Aantal]
    netwerk_rollen: Waarde[tuple[Code, ...]]
    begeleiding_instroom: Waarde[Aantal]
    bekonnected_aandeel: Waarde[Breuk]
    groeien_instroom: Waarde[Aantal]
    corona_minuten: Waarde[Aantal]


class Jaartelling(BaseModel):
    """What was counted in a year: numbers of klanten, and minutes of network talks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dariuz: int
    dariuz_met_hulp: int
    netwerk_klanten: int
    netwerk_minuten: int
    begeleiding: int
    matchen: int
    matchen_met_bekonnected: int
    groeien: int
    corona_klanten: int


class Aanname(BaseModel):
    """One assumption beside what happened; None is hidden or cannot be told.

    ``klanten`` is the number behind it, ``begroot`` is None where the budget names no total; ``verschil`` is what
    happened without what was assumed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Aannamecode
    eenheid: Aannamemaat
    klanten: int | None
    begroot: float | None
    gerealiseerd: float | None
    verschil: float | None
    grondslag: Grondslag
    leeswijze: str


def vergelijk_aannames(telling: Jaartelling, beleid: AannamesBeleid, grens: int) -> tuple[Aanname, ...]:
    """Put every assumption beside what was counted; numbers under ``grens`` are hidden."""
    t = telling
    return (
        _aandeel(Aannamecode.DARIUZ_MET_HULP, (t.dariuz_met_hulp, t.dariuz), beleid.dariuz_hulp, grens),
        _netwerk(t, beleid, grens),
        _instroom(Aannamecode.INSTROOM_BEGELEIDING, t.begeleiding, beleid.begeleiding_instroom, grens),
        _aandeel(
            Aannamecode.AANDEEL_BEKONNECTED, (t.matchen_met_bekonnected, t.matchen), beleid.bekonnected_aandeel, grens
        ),
        _instroom(Aannamecode.INSTROOM_GROEIEN, t.groeien, beleid.groeien_instroom, grens),
        _extra_tijd(t.corona_klanten, beleid, grens),
    )


def _aandeel(code: Aannamecode, deel_van: tuple[int, int], norm: Waarde[Breuk], grens: int) -> Aanname:
    """Compare a share (DEV-FIN-001, DEV-FIN-003); the part without it may not be small either."""
    deel, geheel = deel_van
    weg = verberg_rij([deel, geheel - deel], grens)
    aandeel = deel / geheel if geheel and not weg else None
    begroot = norm.waarde.teller / norm.waarde.noemer
    return _aanname(code, (Aannamemaat.AANDEEL, None if weg else deel), (begroot, aandeel), norm)


def _instroom(code: Aannamecode, aantal: int, norm: Waarde[int], grens: int) -> Aanname:
    """Compare a yearly inflow (DEV-FIN-003)."""
    gezien = _zichtbaar(aantal, grens)
    return _aanname(code, (Aannamemaat.KLANTEN, gezien), (norm.waarde, gezien), norm)


def _netwerk(telling: Jaartelling, beleid: AannamesBeleid, grens: int) -> Aanname:
    """Compare the hours of network talks with klanten times hours per klant (DEV-FIN-002)."""
    gezien = _zichtbaar(telling.netwerk_klanten, grens)
    uren = None if gezien is None else telling.netwerk_minuten / 60
    begroot = beleid.netwerk_klanten.waarde * beleid.netwerk_uren_per_klant.waarde
    return _aanname(
        Aannamecode.NETWERKGESPREKKEN, (Aannamemaat.UREN, gezien), (begroot, uren), beleid.netwerk_uren_per_klant
    )


def _extra_tijd(klanten: int, beleid: AannamesBeleid, grens: int) -> Aanname:
    """Return the extra minutes of two shorter ambitiegesprekken in a lockdown (DEV-FIN-004)."""
    gezien = _zichtbaar(klanten, grens)
    minuten = None if gezien is None else gezien * beleid.corona_minuten.waarde
    return _aanname(
        Aannamecode.EXTRA_GESPREKSTIJD, (Aannamemaat.MINUTEN, gezien), (None, minuten), beleid.corona_minuten
    )


def _zichtbaar(aantal: int, grens: int) -> int | None:
    return aantal if aantal == 0 or aantal >= grens else None


def _aanname(
    code: Aannamecode,
    gezien: tuple[Aannamemaat, int | None],
    waarden: tuple[float | None, float | None],
    norm: Waarde[Breuk] | Waarde[int],
) -> Aanname:
    begroot, gerealiseerd = (None if waarde is None else round(waarde, _DECIMALEN) for waarde in waarden)
    verschil = None if begroot is None or gerealiseerd is None else round(gerealiseerd - begroot, _DECIMALEN)
    return Aanname(
        code=code,
        eenheid=gezien[0],
        klanten=gezien[1],
        begroot=begroot,
        gerealiseerd=gerealiseerd,
        verschil=verschil,
        grondslag=norm.grondslag,
        leeswijze=norm.toelichting or "",
    )
