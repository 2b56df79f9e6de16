"""When a screeningsgesprek is in time, and the taak to hold it."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets

WERKPROCES = "werkproces_aanmaken"


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


def werkprocestaak(gws_nummer: str | None, zaaknummer: str | None, dag: date) -> TaakVoorstel | None:
    """Return the task to make a werkproces with an e-Suitezaak; None when both are known (DEV-MEL-008)."""
    if gws_nummer and zaaknummer:
        return None
    return TaakVoorstel(
        soort=WERKPROCES,
        wat="Maak het werkproces in GWS met de e-Suitezaak en leg beide nummers vast bij de melding.",
        waarom="Het screeningsgesprek staat in de agenda, met het formulier erbij.",
        rol=Rol.RECEPTIE,
        grondslag=productenboek("2.2.1"),
        uiterste=dag,
    )


def inkomentaak(van: date, tot: date, grondslag: Grondslag) -> TaakVoorstel:
    """Return the task to plan the income appointment from ``van`` up to and including ``tot`` (DEV-AAN-003)."""
    return TaakVoorstel(
        soort="afspraak_inkomen_plannen",
        wat=f"Plan de afspraak inkomen van {datum_voluit(van)} tot en met {datum_voluit(tot)}, als regel telefonisch.",
        waarom="Daarin bevestigt u de ontvangst van de aanvraag en bespreekt u vragen over de stukken.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=grondslag,
        uiterste=tot,
    )
