"""What follows when a term of the intake runs out."""

from __future__ import annotations

from app.domain.kern.datum import datum_voluit
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn
from app.domain.kern.werkdagen import tel_werkdagen

_VERVOLG: dict[str, tuple[str, str, Rol]] = {
    "zoekperiode": (
        "zoekperiode_beoordelen",
        "Ga na of de jongere zich aan alle afspraken heeft gehouden en meld dat aan de inkomensconsulent.",
        Rol.WERKCONSULENT,
    ),
    "streefdatum_besluit": ("streefdatum_voorbij", "Rond de aanvraag af.", Rol.INKOMENSCONSULENT),
    "beslistermijn_aanvraag": (
        "beslistermijn_verstreken",
        "Beslis op de aanvraag en laat de klant weten dat dit te laat is.",
        Rol.INKOMENSCONSULENT,
    ),
}


def vervolg_op(termijn: Termijn) -> TaakVoorstel | None:
    """Return the task for the first werkdag after the term (DEV-AAN-001, DEV-JON-017); None when there is none."""
    if termijn.soort not in _VERVOLG:
        return None
    soort, wat, rol = _VERVOLG[termijn.soort]
    return TaakVoorstel(
        soort=soort,
        wat=wat,
        waarom=f"De termijn liep tot en met {datum_voluit(termijn.einde)}.",
        rol=rol,
        grondslag=termijn.grondslag,
        uiterste=tel_werkdagen(termijn.einde, 1),
    )


VERVOLGTAKEN = tuple(soort for soort, _, _ in _VERVOLG.values())
"""The kinds of task that a term of the melding can lead to."""
