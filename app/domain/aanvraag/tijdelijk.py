"""A temporary uitkering, as long as a huisbezoek cannot be done (DEV-DIG-011)."""

from __future__ import annotations

from datetime import date

from app.domain.aanvraag.taken import Taaksoort, taak
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen
from app.domain.kern.werkdagen import EEN_DAG, tel_werkdagen

VERLOPEN = "tijdelijke_toekenning_verlopen"


def tijdelijke_termijn(ingang: date, tot: date, grondslag: Grondslag) -> Termijn:
    """Return the term of a temporary uitkering on the days ``[ingang, tot)``."""
    return beleidstermijn_dagen("tijdelijke_toekenning", grondslag, ingang, (tot - ingang - EEN_DAG).days)


def huisbezoektaak(termijn: Termijn) -> TaakVoorstel:
    """Return the taak for the huisbezoek: open until it was done, in time until the uitkering ends."""
    return taak(Taaksoort.HUISBEZOEK, termijn.einde)


def voortzettaak(uiterste: date) -> TaakVoorstel:
    """Return the taak to decide how it goes on after the huisbezoek."""
    return taak(Taaksoort.VOORTZETTEN, uiterste)


def verlopentaak(termijn: Termijn) -> TaakVoorstel:
    """Return the signal that the uitkering ended without a huisbezoek."""
    return TaakVoorstel(
        soort=VERLOPEN,
        wat="Beoordeel of het recht doorloopt: de tijdelijke uitkering is geëindigd zonder huisbezoek.",
        waarom="De tijdelijke toekenning is voorbij en er is geen huisbezoek vastgelegd.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=termijn.grondslag,
        uiterste=tel_werkdagen(termijn.einde, 1),
    )
