"""The policy of the plan van aanpak."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.klantgroep import Klantgroep

Aantal = Annotated[int, Field(ge=1)]


class PlanBeleid(Beleid):
    """Numbers of goals are aims: outside them is a warning, never a refusal."""

    soort: ClassVar[str] = "plan"

    routekaart_geldig_weken: Waarde[Aantal]
    faciliteren_streef_doelen: Waarde[Aantal]
    zorgen_max_doelen: Waarde[Aantal]
    retourmail_akkoord: Waarde[bool]
    faciliteren_minimum_doelen: Waarde[Aantal] | None = None
    verzuimregels_klantgroepen: Waarde[tuple[Klantgroep, ...]]
    ondertekenen_werkdagen: Waarde[Aantal]
    aankondiging_werkdagen: Waarde[Aantal]
