"""Doelgroepen that belong to Groeien whatever the term, until it is decided otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.indeling.feiten import IndelingFeiten
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, Uitkomst

ZONDER_UITSTROOMBESTEMMING: Final = frozenset({Kenmerk.DAK_THUISLOOS, Kenmerk.EX_GEDETINEERD})
_BIJZONDER = "Deze bijzondere doelgroep valt voorlopig onder Groeien, zonder uitstroombestemming."
_GROEIEN: Final[Mapping[Kenmerk, tuple[Grondslag, str]]] = {
    Kenmerk.DAK_THUISLOOS: (productenboek("2.3.2"), _BIJZONDER),
    Kenmerk.EX_GEDETINEERD: (productenboek("2.3.2"), _BIJZONDER),
    Kenmerk.STATUSHOUDER: (productenboek("2.3.3"), "Een statushouder hoort bij Groeien tot anders is beslist."),
}
_JONGEREN: Final[Mapping[Kenmerk, tuple[Grondslag, str]]] = {
    Kenmerk.WAJONG_AFGEWEZEN: (
        productenboek("2.3.1"),
        "Het UWV vond de Wajong niet passen: de jongere ontwikkelt zich in Groeien.",
    ),
    Kenmerk.VSO_PRO: (productenboek("4.2"), "Een jongere van vso of praktijkonderwijs begint direct in Groeien."),
}


def groeien_naar_doelgroep(feiten: IndelingFeiten, *, jongere: bool) -> tuple[Klantgroep, Toets] | None:
    """Put bijzondere doelgroepen and statushouders in Groeien; the jongeren only at their first placing.

    DEV-DOE-001, DEV-DOE-007, DEV-JON-006, DEV-JON-009, DEV-JON-010.
    """
    regels = {**_GROEIEN, **_JONGEREN} if jongere and feiten.eerste_indeling else _GROEIEN
    for kenmerk, (grondslag, zin) in regels.items():
        if kenmerk in feiten.kenmerken:
            toets = Toets(
                voorwaarde=f"doelgroep_{kenmerk.value}", uitkomst=Uitkomst.VOLDAAN, grondslag=grondslag, toelichting=zin
            )
            return Klantgroep.GROEIEN, toets
    return None


def kent_uitstroombestemming(feiten: IndelingFeiten) -> bool:
    """Tell whether the three years of Groeien mean something for this klant (DEV-DOE-001)."""
    return not feiten.kenmerken & ZONDER_UITSTROOMBESTEMMING
