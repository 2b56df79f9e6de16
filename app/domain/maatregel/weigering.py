"""Weigering: an IOAW or IOAZ that is refused as far as income could have been earned (article 20, lid 1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.maatregel.sanctiewaarden import Maanden


class Weigeringsgrond(StrEnum):
    """Why the income was missed."""

    DRINGENDE_REDEN = "ontslag_om_dringende_reden"
    EIGEN_ONTSLAG = "zelf_ontslag_genomen"
    NIET_AANVAARD = "arbeid_niet_aanvaard"
    DOOR_EIGEN_TOEDOEN = "door_eigen_toedoen_niet_verkregen_of_behouden"


class Weigering(BaseModel):
    """What a person set, with reasons: the missed income per month (eurocents) and for how long.

    ``maanden`` None is a lasting refusal: it takes every month of which the grondslag was recorded, and those after.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    grond: Weigeringsgrond
    gederfd_inkomen: Annotated[int, Field(gt=0)]
    maanden: Maanden | None
    gemotiveerd: bool
