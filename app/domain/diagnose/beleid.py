"""The policy of the diagnosis."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde


class DiagnoseBeleid(Beleid):
    """Terms in the unit that their name tells."""

    soort: ClassVar[str] = "diagnose"

    maatregel_op_dariuz: Waarde[bool]
    dariuz_invultermijn_dagen: Waarde[Annotated[int, Field(ge=1)]]
    afgekeurd_bewaren_dagen: Waarde[Annotated[int, Field(ge=1, le=365)]]
    kleinste_groep: Waarde[Annotated[int, Field(ge=2)]]
