"""The policy of looking at a besluit again: terms of the law, and how long each step may take."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Werkdagen = Annotated[int, Field(ge=1)]


class Herzieningswerktermijnen(BaseModel):
    """How many werkdagen each step may lie in the werkvoorraad: a service norm, no legal term."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    besluit: Werkdagen
    toetsing: Werkdagen
    verzending: Werkdagen


class HerzieningBeleid(Beleid):
    """What holds for a herziening; ``herbeoordeling_maanden`` is the term of article 18, lid 3, at most three."""

    soort: ClassVar[str] = "herziening"

    # national
    bezwaartermijn_weken: Waarde[Annotated[int, Field(ge=1)]]
    # municipal
    herbeoordeling_maanden: Waarde[Annotated[int, Field(ge=1, le=3)]]
    werktermijnen: Waarde[Herzieningswerktermijnen]
