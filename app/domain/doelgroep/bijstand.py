"""Bijzondere bijstand that a doelgroep may ask for (DEV-JON-010, DEV-DOE-010)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Achtergrond, Feit, Gevolg, Taakregel, Zin, later
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel

TAAK = "bijzondere_bijstand_beoordelen"


class Kosten(StrEnum):
    """What the bijzondere bijstand is for."""

    EERSTE_MAAND_HUUR = "eerste_maand_huur"
    BORG = "borg"
    INRICHTING = "woning_of_kamerinrichting"
    OVERIG = "overig"


class BijzondereBijstand(Feit):
    """Een verzoek om bijzondere bijstand, zoals voor eerste huur, borg of inrichting."""

    soort: Literal["bijzondere_bijstand"]
    kosten: Kosten = Field(examples=["borg"])
    toelichting: Zin | None = None


def bijstandstaak(grondslag: Grondslag, vandaag: date, beleid: DoelgroepBeleid) -> TaakVoorstel:
    """Return the task to judge a request for bijzondere bijstand."""
    wat = "Behandel het verzoek om bijzondere bijstand."
    regel = Taakregel(TAAK, wat, "De klant heeft bijzondere kosten.", Rol.INKOMENSCONSULENT, grondslag)
    return regel.op(later(vandaag, beleid))


def gevolg_bijstand(_: BijzondereBijstand, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Put the request on the desk of the IC (DEV-JON-010)."""
    return Gevolg(taken=(bijstandstaak(productenboek("2.3.1"), rond.vandaag, beleid),))
