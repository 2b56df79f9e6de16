"""When a doelmatigheidsgesprek is done: what was changed in it has reached the klant (DEV-PVA-505)."""

from __future__ import annotations

from datetime import datetime

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets


def toets_planbrief(gewijzigd_op: datetime | None, brief_gemaakt_op: datetime | None) -> Toets:
    """Test that a letter with the plan as it was changed last was sent; without a change none is needed.

    ``brief_gemaakt_op`` is the moment on which the last letter that was sent was made.
    """
    in_orde = gewijzigd_op is None or (brief_gemaakt_op is not None and brief_gemaakt_op >= gewijzigd_op)
    zin = "De brief met het gewijzigde plan van aanpak is verzonden."
    gezien = {"gewijzigd": gewijzigd_op is not None, "brief": brief_gemaakt_op is not None}
    return maak_toets("brief_nieuw_plan_verzonden", in_orde, productenboek("7.2"), gezien, zin)
