"""Plays handlings as employees at chosen moments, through the use cases and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import text
from uuid_utils.compat import uuid7

from app.db.sessie import Sessies, transactie
from app.domain.beleid.register import Register
from app.domain.kern.rollen import Actor
from app.services.handeling import Handeling

T = TypeVar("T")
_NIET_WACHTEN = text("SET LOCAL synchronous_commit = off")


class Speler:
    """Does handlings one after the other, each in a transaction of its own."""

    def __init__(self, sessies: Sessies, register: Register) -> None:
        self._sessies = sessies
        self._register = register

    def doe(
        self,
        wie: Actor,
        moment: datetime,
        functie: Callable[..., T],
        opdracht: BaseModel | None = None,
        **sleutels: Any,
    ) -> T:
        """Let ``wie`` do a use case at ``moment``; a refusal is a fault in the demo and stops it."""
        with transactie(self._sessies, wie) as sessie:
            # Waiting for the disk a thousand times would take longer than the work; what a crash loses is only a demo.
            sessie.execute(_NIET_WACHTEN)
            h = Handeling(
                sessie=sessie,
                actor=wie,
                register=self._register,
                nu=moment,
                naam=functie.__name__,
                doel="Demobestand",
                correlatie_id=str(uuid7()),
            )
            return functie(h, opdracht, **sleutels) if opdracht is not None else functie(h, **sleutels)
