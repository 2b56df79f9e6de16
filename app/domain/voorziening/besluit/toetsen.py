"""Conditions of the besluit beside those of the offer: hours together, the second pair of eyes, and a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.besluit.feiten import Hardheidsbesluit, LopendeInzet, Voorzieningsbesluitfeiten

HARDHEID: Final = Grondslag(regeling="Beleidsregels Re-integratie gemeente Deventer 2021", artikel="8")
_LID_2: Final = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="2", lid="2")
NOODZAAK: Final = "noodzakelijk"
"""The judgement without which nothing is granted or refused (DEV-VRZ-902)."""


def samen(feiten: Voorzieningsbesluitfeiten) -> tuple[LopendeInzet, ...]:
    """Return what runs on the same days; without a last day everything from the first day on counts."""
    begin, einde = feiten.voorziening.begin, feiten.voorziening.einde
    return tuple(
        inzet
        for inzet in feiten.lopend
        if (inzet.tot is None or begin is None or inzet.tot > begin) and (einde is None or inzet.van <= einde)
    )


def toetsen_uren(feiten: Voorzieningsbesluitfeiten, beleid: VoorzieningBeleid) -> Iterator[Toets]:
    """Test that voorzieningen beside each other do not take more hours than a week has for them."""
    naast, norm = samen(feiten), beleid.uren_samen_max
    eigen = feiten.voorziening.uren
    if not naast or eigen is None:
        return
    totaal = eigen + sum((inzet.uren or Decimal(0) for inzet in naast), Decimal(0))
    namen = ", ".join(f"{inzet.naam} ({_uren(inzet.uren)})" for inzet in naast)
    yield maak_toets(
        "uren_samen",
        totaal <= norm.waarde,
        norm.grondslag,
        {"uren": totaal, "hoogstens": norm.waarde, "naast": tuple(inzet.naam for inzet in naast)},
        f"Samen met wat al loopt is het {totaal:f} uur per week; {norm.waarde:f} uur kan.",
        f"Samen met {namen} wordt het {totaal:f} uur per week; hoogstens {norm.waarde:f} uur kan. Kies minder uren of "
        "een andere periode.",
    )


def _uren(uren: Decimal | None) -> str:
    return "uren niet bekend" if uren is None else f"{uren:f} uur"


def toets_hardheid(besluit: Hardheidsbesluit) -> Toets:
    """Test that somebody else decided on the hardheidsclausule than who proposed it (DEV-VRZ-919)."""
    lid = "" if besluit.lid is None else f" lid {besluit.lid}"
    waar = f"artikel {besluit.artikel}{lid} van de beleidsregels"
    return maak_toets(
        "hardheid_door_ander",
        besluit.voorgesteld_door != besluit.besloten_door,
        HARDHEID,
        {"artikel": besluit.artikel, "lid": besluit.lid, "besloten_op": besluit.besloten_op, "regel": "DEV-VRZ-919"},
        f"Een ander dan wie het voorstelde, besloot af te wijken van {waar}.",
        f"Laat een ander dan wie het voorstelde besluiten over afwijken van {waar}.",
    )


def toets_motivering(motivering: str | None) -> Toets:
    """Test that the besluiter gives a reason of the own for the whole of it (DEV-VRZ-903)."""
    return maak_toets(
        "besluit_gemotiveerd",
        True if (motivering or "").strip() else None,
        _LID_2,
        {"regel": "DEV-VRZ-903"},
        "Het besluit is gemotiveerd.",
        "",
        "Leg in eigen woorden uit waarom u dit besluit.",
    )


def toets_lopend_tot(laatste_dag: date | None, nieuw: date | None) -> Toets:
    """Test that an extension ends later than what was granted."""
    goed = None if nieuw is None else laatste_dag is not None and nieuw > laatste_dag
    return maak_toets(
        "verlenging_later",
        goed,
        _LID_2,
        {"einde": laatste_dag, "nieuw_einde": nieuw},
        "De nieuwe laatste dag ligt na de toegekende.",
        "Geef een laatste dag na de toegekende; zonder einde valt er niets te verlengen.",
        "Geef de nieuwe laatste dag.",
    )
