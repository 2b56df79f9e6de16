"""Zorg-handhaving: what the marker inside Zorgen sets going, and how large the group may grow unnoticed."""

from __future__ import annotations

from datetime import date

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import HANDHAVING_AFSTEMMEN, TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

_MARKERING = productenboek("2.2.4")


def regels_zorgen_gelden(klantgroep: Klantgroep | None, zorg_handhaving: bool) -> bool:
    """Tell whether the rules for Zorgen in 6.3 to 7.3 hold: not for who falls under zorg-handhaving (DEV-KGR-505)."""
    return klantgroep is Klantgroep.ZORGEN and not zorg_handhaving


def taken_handhaving(dag: date, beleid: IndelingBeleid) -> tuple[TaakVoorstel, ...]:
    """Return what the marker sets going: the regular rechtmatigheid, and handhaving (DEV-KGR-007)."""
    uiterste = tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde)
    soorten = (
        ("rechtmatigheid_beoordelen", "Zet de reguliere dienstverlening voor rechtmatigheid voort."),
        (HANDHAVING_AFSTEMMEN, "Stem de handhaving af met de sociale recherche."),
    )
    return tuple(
        TaakVoorstel(
            soort=soort,
            wat=wat,
            waarom="Bij deze indeling staat handhaving voorop; een aanbod om mee te doen hoort er niet vanzelf bij.",
            rol=Rol.INKOMENSCONSULENT,
            grondslag=_MARKERING,
            uiterste=uiterste,
        )
        for soort, wat in soorten
    )


def toets_omvang(aantal: int, beleid: IndelingBeleid) -> Toets:
    """Test that the group is no larger than expected; a signal, never a limit (DEV-KGR-505)."""
    hoogstens = beleid.zorg_handhaving_max_omvang
    zin = f"Naar verwachting vallen hoogstens {hoogstens.waarde} klanten onder zorg-handhaving."
    in_orde = aantal <= hoogstens.waarde
    return maak_toets("omvang_zorg_handhaving", in_orde, hoogstens.grondslag, {"aantal": aantal}, zin)


def taak_omvang(dag: date, beleid: IndelingBeleid) -> TaakVoorstel:
    """Return the signal to the team leader that the group is larger than expected (DEV-KGR-505)."""
    hoogstens = beleid.zorg_handhaving_max_omvang
    return TaakVoorstel(
        soort="zorg_handhaving_omvang",
        wat="Kijk of zorg-handhaving nog alleen wordt gebruikt waarvoor het is bedoeld.",
        waarom=f"Er vallen meer klanten onder dan de verwachte {hoogstens.waarde}.",
        rol=Rol.TEAMLEIDER,
        grondslag=hoogstens.grondslag,
        uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
    )
