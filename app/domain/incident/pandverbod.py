"""Pandverbod: where a klant may not come for a while, so that nothing is planned there (DEV-MTR-519)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets

_HANDHAVING = productenboek("8")


class Incidentsoort(StrEnum):
    """The two kinds of very serious misconduct in the handbook."""

    FYSIEK_GEWELD = "fysiek_geweld"
    GOEDEREN_OF_BEDREIGING = "geweld_tegen_goederen_of_bedreiging"


class Verbod(BaseModel):
    """A location that is closed to a klant in the half-open period ``[van, tot)``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    locatie: str
    van: date
    tot: date

    def geldt(self, locatie: str, dag: date) -> bool:
        """Tell whether this place is closed on that day; a room of the building is part of it."""
        zelfde = locatie.strip().casefold().startswith(self.locatie.strip().casefold())
        return zelfde and self.van <= dag < self.tot


def toets_pandverbod(verboden: Iterable[Verbod], locatie: str, dag: date) -> Toets:
    """Refuse an appointment at a location where the klant may not come on that day (DEV-MTR-519)."""
    geldend = [verbod for verbod in verboden if verbod.geldt(locatie, dag)]
    tot = max((verbod.tot for verbod in geldend), default=None)
    zin = "Voor deze locatie heeft de klant op die dag geen pandverbod."
    if tot is not None:
        zin = f"De klant mag tot {datum_voluit(tot)} niet op deze locatie komen; kies een andere plek of bel."
    return maak_toets("geen_pandverbod", not geldend, _HANDHAVING, {"dag": dag, "tot": tot}, zin)
