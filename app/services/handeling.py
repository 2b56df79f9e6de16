"""Handeling: the context in which a use case runs, and the base of what it is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Protocol, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, field_validator, model_validator
from pydantic.alias_generators import to_camel
from sqlalchemy.orm import Session

from app.db import klant as klanten
from app.db.klant import Klant
from app.db.niveau.besluit import schakelbesluiten
from app.domain.beleid.register import Register
from app.domain.beleid.schakeling import BeslotenSchakeling
from app.domain.kern.datum import in_onze_tijd
from app.domain.kern.fouten import NietGevonden, VersieVerouderd
from app.domain.kern.rollen import Actor
from app.domain.kern.tijd import dag


class Opdracht(BaseModel):
    """Base of everything that a caller can ask for: camelCase in JSON, unknown fields refused, text trimmed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True, str_strip_whitespace=True
    )

    @field_validator("*")
    @classmethod
    def _in_onze_tijd(cls, waarde: Any) -> Any:
        return in_onze_tijd(waarde)


class Wijziging(Opdracht):
    """Base of a partial change: what is not named stays, and something must be named."""

    @model_validator(mode="after")
    def _iets_te_wijzigen(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("Noem ten minste één veld dat moet veranderen.")
        return self


class MetVersie(Protocol):
    """Anything with a version that is its ETag."""

    versie: int


@dataclass(frozen=True)
class Handeling:
    """One handling by one actor in one transaction.

    ``register`` holds all policy as it was read at start-up; rules ask ``beleid``, which adds what is switched on.
    ``nu`` is the moment of the handling (UTC), ``als_versie`` the version that the client saw (If-Match), ``doel``
    the doelbinding of the route, ``formeel`` tells that besluiten have legal effect (production).
    """

    sessie: Session
    actor: Actor
    register: Register
    nu: datetime
    naam: str
    doel: str
    correlatie_id: str
    als_versie: int | None = None
    formeel: bool = False

    @property
    def vandaag(self) -> date:
        """The calendar day of the handling in the Netherlands."""
        return dag(self.nu)

    @cached_property
    def beleid(self) -> Register:
        """The policy with the variants of the service that were decided; those are read once, at the first question."""
        return self.register.met(BeslotenSchakeling(lambda: schakelbesluiten(self.sessie, self.actor.organisatie)))

    def varianten(self, gemeente: str, dag: date) -> list[str]:
        """Return the variants of the service that are on for a municipality on a day, for the trail (DEV-DIG-001)."""
        heeft_overlays = bool(self.register.varianten(gemeente))
        return list(self.beleid.schakeling.varianten(gemeente, dag)) if heeft_overlays else []

    def klant(self, klant_id: UUID, *, vergrendel: bool = True) -> Klant:
        """Find a klant that the actor may read and lock the dossier, so that events keep their order.

        Raises NietGevonden when there is none, or when this actor may not know of it.
        """
        gevonden = klanten.klant(self.sessie, self.actor, klant_id, vergrendel=vergrendel)
        if gevonden is None:
            raise NietGevonden("Deze klant is niet gevonden.")
        return gevonden

    def controleer_versie(self, ding: MetVersie) -> None:
        """Raise VersieVerouderd when the client saw another version of ``ding`` than the present one."""
        if self.als_versie is not None and self.als_versie != ding.versie:
            raise VersieVerouderd(
                f"Dit staat op versie {ding.versie}, en dat is niet de versie die u zag. "
                "Haal het opnieuw op en beoordeel uw wijziging."
            )
