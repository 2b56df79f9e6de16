"""Facts of a referral to the participatiemakelaar."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.kern.klantgroep import Klantgroep
from app.domain.makelaar.soort import Makelaardoel, Makelaargrond, Makelaarresultaat


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class VerwijsFeiten(_Feiten):
    """What must be known to refer; None is what nobody said yet."""

    klantgroep: Klantgroep | None
    doel: Makelaardoel
    gemotiveerd: bool | None = None
    eigen_kracht_onvoldoende: bool | None = None
    grond: Makelaargrond | None = None
    inkomensconsulent_bekend: bool = True
    loopt_al: bool = False


class Looptijd(_Feiten):
    """The half-open period ``[start, tot)`` of the support."""

    start: date
    tot: date


class EindverslagFeiten(_Feiten):
    """What the makelaar reports back; ``bewijs`` tells that there is a vrijwilligerscontract or a reference to it."""

    doel: Makelaardoel
    resultaat: Makelaarresultaat
    bewijs: bool


class Makelaarwerk(_Feiten):
    """The open referrals of one makelaar, with per referral the day of it and of the first contact, if any."""

    verwijzingen: tuple[tuple[date, date | None], ...] = ()
