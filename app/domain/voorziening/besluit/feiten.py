"""Facts on which a voorziening is granted, refused or extended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.voorziening.feiten import VoorzieningFeiten


class Voorzieningdictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or stands in the way."""

    TOEKENNEN = "toekennen"
    AFWIJZEN = "afwijzen"
    VERLENGEN = "verlengen"
    VOORLEGGEN = "voorleggen"


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LopendeInzet(_Feit):
    """A voorziening that runs beside it in ``[van, tot)``, with its hours per week (None: not known)."""

    naam: str
    van: date
    tot: date | None = None
    uren: Decimal | None = None


class Hardheidsbesluit(_Feit):
    """An article of the beleidsregels that is set aside: who proposed it and who decided so (DEV-VRZ-919)."""

    artikel: str
    lid: str | None = None
    reden: str
    voorgesteld_door: str
    besloten_door: str
    besloten_op: date


class Voorzieningsbesluitfeiten(_Feit):
    """What is asked for and decided; ``gevraagd`` is what the besluiter wants to decide.

    ``voorziening`` are the same facts as of the offer, ``regime`` the verordening under which it falls,
    ``toegekend_tot`` the last day that was granted before an extension.
    """

    gevraagd: Voorzieningdictum
    naam: str
    regime: str
    voorziening: VoorzieningFeiten
    lopend: tuple[LopendeInzet, ...] = ()
    hardheid: tuple[Hardheidsbesluit, ...] = ()
    toegekend_tot: date | None = None
    motivering: str | None = None
    besluiter: str | None = None
