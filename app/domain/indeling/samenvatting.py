"""What the klant takes home from the ambitiegesprek."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets

_AFSPRAKEN = productenboek("2.2.3")


def toetsen_samenvatting(meegegeven: bool | None, begrepen: bool | None, plichten: bool | None) -> tuple[Toets, ...]:
    """Test what must be done at the end of the ambitiegesprek; signals, which stop nothing (DEV-AMB-011, DEV-AFS-006).

    The klant gets the main information on paper, understanding is checked, and rights and duties are discussed.
    """
    regels = (
        ("samenvatting_meegegeven", meegegeven, "De klant heeft de belangrijkste informatie op papier gekregen."),
        ("begrip_gecontroleerd", begrepen, "Gecontroleerd is of de klant het heeft begrepen."),
        ("rechten_en_plichten_besproken", plichten, "De klant weet dat er rechten en plichten gelden."),
    )
    return tuple(maak_toets(code, gedaan, _AFSPRAKEN, {"gedaan": gedaan}, zin) for code, gedaan, zin in regels)
