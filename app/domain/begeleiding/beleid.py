"""The policy of individual guidance."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.begeleiding.soorten import Werkplek
from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]


class BegeleidingBeleid(Beleid):
    """``eerste_weken_dagen`` is how long the start lasts; ``contact_signaal_dagen`` when silence in it is signalled."""

    soort: ClassVar[str] = "begeleiding"

    eerste_weken_dagen: Waarde[Aantal]
    contact_signaal_dagen: Waarde[Aantal] | None = None
    contact_onderwerpen: Waarde[tuple[str, ...]]
    opvolgen_werkdagen: Waarde[Aantal]
    werkplekken: Waarde[tuple[Werkplek, ...]]
    werkplek_met_reden: Waarde[bool]
