"""Sjabloon: an actor whose values come in with each execution, for the hottest statements, which are built once.

Building a statement costs more than running it; ``leesbaar`` stays the one place that says who may read what.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Text, Uuid, bindparam
from sqlalchemy.dialects.postgresql import ARRAY

from app.domain.kern.rollen import Actor, Bereik


@dataclass(frozen=True)
class Sjabloon:
    """Stands for every actor with this reach."""

    bereik: Bereik
    organisatie = bindparam("actor_organisatie", type_=Text)
    gemeenten = bindparam("actor_gemeenten", type_=Text, expanding=True)
    teams = bindparam("actor_teams", type_=Text, expanding=True)
    medewerker_id = bindparam("actor_medewerker_id", type_=Uuid)
    rollen = bindparam("actor_rollen", type_=ARRAY(Text))

    @classmethod
    def van(cls, bereik: Bereik) -> Actor:
        """Make one that can be handed to ``leesbaar``."""
        return cast("Actor", cls(bereik))


def waarden(actor: Actor) -> dict[str, Any]:
    """Return what the statement needs to know of the actor; ``actor_rollen`` are the roles in order."""
    return {
        "actor_organisatie": actor.organisatie,
        "actor_gemeenten": list(actor.gemeenten),
        "actor_teams": list(actor.teams),
        "actor_medewerker_id": actor.medewerker_id,
        "actor_rollen": sorted(actor.rollen),
    }
