"""The campaign on the minimaregelingen: twice a year, to all klanten, with a form (DEV-ORG-505)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets

TAAK: Final = "campagne_plannen"


class Campagnestand(StrEnum):
    """How far a campaign is; while it is sent its recipients are being made."""

    GEPLAND = "gepland"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    INGETROKKEN = "ingetrokken"


class CampagneBeleid(Beleid):
    """How often, and from which month on somebody is told that it was not yet."""

    soort: ClassVar[str] = "campagne"

    keer_per_jaar: Waarde[Annotated[int, Field(ge=1, le=12)]]
    signaal_vanaf_maand: Waarde[Annotated[int, Field(ge=1, le=12)]]
    bijlage: Waarde[str]


def signaaldag(jaar: int, beleid: CampagneBeleid) -> date:
    """Return the first day of the year on which too few campaigns is a signal."""
    return date(jaar, beleid.signaal_vanaf_maand.waarde, 1)


def toets_frequentie(jaar: int, verzonden: Sequence[date], vandaag: date, beleid: CampagneBeleid) -> Toets:
    """Test that there were enough campaigns in a calendar year; open until the day of the signal (DEV-ORG-505)."""
    norm = beleid.keer_per_jaar
    aantal = sum(dag.year == jaar for dag in verzonden)
    genoeg = aantal >= norm.waarde
    goed = None if not genoeg and vandaag < signaaldag(jaar, beleid) else genoeg
    zin = f"In {jaar} zijn er {norm.waarde} campagnes over de minimaregelingen geweest."
    mis = f"In {jaar} zijn er {aantal} campagnes geweest; het moeten er {norm.waarde} zijn."
    open_ = f"In {jaar} zijn er tot nu toe {aantal} campagnes geweest, van de {norm.waarde}."
    return maak_toets("genoeg_campagnes", goed, norm.grondslag, {"jaar": jaar, "aantal": aantal}, zin, mis, open_)


def campagnetaak(jaar: int, beleid: CampagneBeleid) -> TaakVoorstel:
    """Return the signal that a campaign is still to be planned, in time until the year is over."""
    norm = beleid.keer_per_jaar
    return TaakVoorstel(
        soort=TAAK,
        wat="Plan met de participatiemakelaar de volgende campagne over de minimaregelingen, in overleg met beleid.",
        waarom=f"Elk jaar zijn er {norm.waarde} campagnes; dit jaar nog niet.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=norm.grondslag,
        uiterste=date(jaar, 12, 31),
    )
