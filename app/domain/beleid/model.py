"""The shape of policy: dated, typed values that each carry their article and origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag

T = TypeVar("T")


class Herkomst(StrEnum):
    """Where a value comes from.

    ``voorbeeld``: no decision of this municipality is known, so outside development no besluit may rest on it.
    ``onbevestigd``: a figure that was not seen in an official source; it stays marked and pays nothing.
    """

    VASTGESTELD = "vastgesteld"
    VOORBEELD = "voorbeeld"
    ONBEVESTIGD = "onbevestigd"


class Waarde(BaseModel, Generic[T]):
    """One policy value with its grondslag. Amounts are eurocents, percentages Decimal, terms whole units."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    waarde: T
    grondslag: Grondslag
    herkomst: Herkomst = Herkomst.VASTGESTELD
    toelichting: str | None = None


class Beleid(BaseModel):
    """Base of the policy model of one subject; every field is a ``Waarde``.

    A room declares its own subclass in ``app/domain/<kamer>/beleid.py``; ``soort`` is the TOML file's name.
    ``later_toegevoegd`` maps each required field that was added after decisions were taken to the raw ``Waarde`` that
    such a decision is replayed with: the value that changes nothing. Packs on disk must name the field all the same.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: ClassVar[str]
    later_toegevoegd: ClassVar[Mapping[str, Any]] = {}

    @classmethod
    def lees_bewaard(cls, inhoud: Mapping[str, Any]) -> Self:
        """Read a version that was kept with a decision; fields that did not exist then get their default.

        A room whose rows inside a value changed shape overrides this and brings the old shape up to date first.
        """
        return cls.model_validate({**cls.later_toegevoegd, **inhoud})


B = TypeVar("B", bound=Beleid)


@dataclass(frozen=True)
class Versie(Generic[B]):
    """The policy that holds for a municipality on a date.

    ``id`` names the packs used (``NL/norm/2026-01-01`` or, joined by ``+``, national, municipal and the overlays that
    are on); ``sha256`` is the hash of the canonical JSON of ``beleid``, stored with every decision. ``overlays`` maps
    a field to the variant of the service that replaced its regular value.
    """

    beleid: B
    id: str
    sha256: str
    overlays: Mapping[str, str] = field(default_factory=dict)
