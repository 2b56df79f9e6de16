"""What a plan needs to be final besides its goals: the consultation, how they are reached, and the klant's own part."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek, verordening
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import PlanFeiten
from app.domain.plan.toetsen import toets_plan

BRIEFTAAK: Final = "brief_nieuw_plan"
_TOELICHTING: Final = verordening("3")


def toets_definitief(feiten: PlanFeiten, beleid: PlanBeleid) -> tuple[Toets, ...]:
    """Test all that a version needs before it can be signed (DEV-PVA-901)."""
    return (*toets_plan(feiten, beleid), *toetsen_overleg(feiten))


def toetsen_overleg(feiten: PlanFeiten) -> tuple[Toets, ...]:
    """Test the consultation and the elements that stand beside the steps: the way, and the own part (DEV-PVA-901)."""
    op = feiten.overleg_op
    in_orde = None if op is None else op <= feiten.opgesteld_op
    overleg = "Vastgelegd is op welke dag het plan met de klant is besproken, niet na de dag van deze versie."
    manier = "Het plan zegt hoe de klant er komt."
    rol = "Het plan zegt wat de eigen rol van de klant is."
    return (
        maak_toets("overleg_vastgelegd", in_orde, _TOELICHTING, {"overleg_op": op}, overleg),
        maak_toets("wijze_van_bereiken", bool(feiten.wijze_van_bereiken) or None, _TOELICHTING, {}, manier),
        maak_toets("eigen_rol", bool(feiten.eigen_rol) or None, _TOELICHTING, {}, rol),
    )


def brieftaak(vandaag: date, beleid: PlanBeleid) -> TaakVoorstel:
    """Return the taak to send the changed plan after a doelmatigheidsgesprek (DEV-PVA-505)."""
    return TaakVoorstel(
        soort=BRIEFTAAK,
        wat="Stuur de klant de brief met het gewijzigde plan van aanpak.",
        waarom="Het plan is in het doelmatigheidsgesprek gewijzigd; tot de brief weg is, sluit het gesprek niet.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=productenboek("7.2"),
        uiterste=tel_werkdagen(vandaag, beleid.ondertekenen_werkdagen.waarde),
    )
