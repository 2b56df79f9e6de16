"""All kinds of facts, and how a stored one is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.domain.taaleis import feit as f

Taaleisfeit = Annotated[
    f.Taalcheck
    | f.Taalbewijs
    | f.Taalvermoeden
    | f.Taaltestaanmelding
    | f.Taaltest
    | f.Uitslagmededeling
    | f.Bereidverklaring
    | f.Taalplan
    | f.Belemmering
    | f.Taalvoortgang
    | f.Taalstop
    | f.Taalpreventie
    | f.Taalmakelaar,
    Field(discriminator="soort"),
]


class _Bewaard(BaseModel):
    feit: Taaleisfeit


def lees_feit(gegevens: Mapping[str, Any]) -> f.Feit:
    """Return a fact as it was recorded."""
    return _Bewaard.model_validate({"feit": gegevens}).feit
