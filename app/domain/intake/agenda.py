"""When a screeningsgesprek is in time, and the taak to hold it."""

from __future__ import annotations

from datetime import datetime

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets


def toets_binnen_norm(begin: datetime, norm: Termijn) -> Toets:
    """Test that the screening is within the service norm; its last day is (DEV-MEL-004)."""
    zin = "Het screeningsgesprek is binnen de servicenorm na de melding."
    gezien = {"gepland": dag(begin), "uiterste": norm.einde}
    return maak_toets("screening_binnen_norm", dag(begin) <= norm.einde, norm.grondslag, gezien, zin)


def gesprekstaak(begin: datetime, grondslag: Grondslag) -> TaakVoorstel:
    """Return the task to hold the conversation on its day (DEV-SCR-001)."""
    return TaakVoorstel(
        soort="screening_houden",
        wat="Houd het screeningsgesprek en leg de uitkomst vast.",
        waarom="Het gesprek staat in de agenda.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=grondslag,
        uiterste=dag(begin),
    )
