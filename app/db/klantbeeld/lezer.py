"""Who reads a file, and where each part of it begins: with what the actor may read.

Every part is a statement that was built once for each reach and takes only the columns that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, Uuid, bindparam
from sqlalchemy.orm import Session

from app.db.klant import Klant, leesbaar
from app.db.sjabloon import Sjabloon, waarden
from app.domain.kern.rollen import Actor, Bereik

EIGEN = bindparam("klant_id", type_=Uuid)


@dataclass(frozen=True)
class Lezer:
    """Who reads the file of which klant, in which session."""

    sessie: Session
    actor: Actor
    klant_id: UUID

    def lees(self, deel: Callable[[Bereik], Select[Any]], **extra: Any) -> Sequence[Row[Any]]:
        """Read one part of the file; every part is a statement that was built once for each reach."""
        vraag = deel(self.actor.bereik)
        return self.sessie.execute(vraag, waarden(self.actor) | {"klant_id": self.klant_id} | extra).all()


def begin(bereik: Bereik, tabel: Any, *kolommen: Any) -> Select[Any]:
    """Start from the rows of one table in the file of the klant, if that may be read."""
    vraag = leesbaar(Sjabloon.van(bereik)).where(Klant.id == EIGEN).with_only_columns(*kolommen)
    return vraag.select_from(Klant).join(tabel, tabel.klant_id == Klant.id)
