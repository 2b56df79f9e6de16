"""Agenda: when a screeningsgesprek may be planned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from app.domain.intake.beleid import IntakeBeleid
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets

Blok = tuple[datetime, datetime]


def toets_duur_screening(minuten: int, beleid: IntakeBeleid) -> Toets:
    """Test that the slot is 20 to 30 minutes (DEV-SCR-002)."""
    kort, lang = beleid.screening_minuten_minimum.waarde, beleid.screening_minuten
    zin = f"Een screeningsgesprek duurt {kort} tot {lang.waarde} minuten."
    return maak_toets("duur_screening", kort <= minuten <= lang.waarde, lang.grondslag, {"minuten": minuten}, zin)


def toets_tussentijd(blok: Blok, andere: Iterable[Blok], beleid: IntakeBeleid) -> Toets:
    """Test that 15 minutes stay free around the slot in the agenda of this consulent (DEV-SCR-002)."""
    norm = beleid.screening_tussentijd_minuten
    vrij = timedelta(minutes=norm.waarde)
    botst = any(begin < blok[1] + vrij and blok[0] < einde + vrij for begin, einde in andere)
    zin = f"Tussen twee screeningsgesprekken van dezelfde consulent zit ten minste {norm.waarde} minuten."
    return maak_toets("tussentijd_screening", not botst, norm.grondslag, {"vrije_minuten": norm.waarde}, zin)


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
