"""The policy of bezwaar: the terms of the Awb, and how the municipality organised it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]


class Bezwaarwerktermijnen(BaseModel):
    """How many werkdagen each step may lie in the werkvoorraad: a service norm, no legal term."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    horen: Aantal
    besluit: Aantal
    toetsing: Aantal
    verzending: Aantal
    uitvoering: Aantal


class BezwaarBeleid(Beleid):
    """What holds for a bezwaar; ``adviescommissie`` tells whether one as in Awb 7:13 was set up."""

    soort: ClassVar[str] = "bezwaar"

    # national
    beroepstermijn_weken: Waarde[Aantal]
    beslistermijn_weken: Waarde[Aantal]
    beslistermijn_commissie_weken: Waarde[Aantal]
    verdaging_weken: Waarde[Aantal]
    per_post_dagen: Waarde[Aantal]
    # municipal
    adviescommissie: Waarde[bool]
    werktermijnen: Waarde[Bezwaarwerktermijnen]
