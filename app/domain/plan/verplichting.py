"""The obligations that a plan can name: a stable code, what the klant reads, and the article of the klant's own act."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag, pw

_PARTICIPATIEWET = "PW"


class Verplichting(StrEnum):
    """Code of an obligation (DEV-MTR-502, DEV-MTR-503)."""

    MEEWERKEN_PLAN = "meewerken_plan_van_aanpak"
    VERSCHIJNEN = "verschijnen_op_afspraken"
    ONDERZOEK = "meewerken_onderzoek"
    VOORZIENING = "voorziening_gebruiken"
    WORKSHOPS = "workshops_volgen"
    TAAL = "taallessen_volgen"
    INSCHRIJVING_UWV = "inschrijving_uwv"
    SOLLICITEREN = "solliciteren"
    ARBEID = "arbeid_aanvaarden"


class PlanVerplichting(BaseModel):
    """An obligation as it stands in a plan; ``plichten`` are the duties of the law that it makes concrete."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Verplichting
    omschrijving: str
    plichten: tuple[str, ...]
    grondslag: Grondslag


_TEKST: dict[Verplichting, tuple[str, tuple[str, ...], Grondslag]] = {
    Verplichting.MEEWERKEN_PLAN: (
        "Meewerken aan het maken, uitvoeren en evalueren van dit plan van aanpak.",
        ("plan_van_aanpak",),
        pw("9", "1", "b"),
    ),
    Verplichting.VERSCHIJNEN: (
        "Op tijd komen op elke afspraak over werk of dit plan, of vooraf afmelden met een reden.",
        ("meewerken_onderzoek", "plan_van_aanpak"),
        pw("9", "1", "b"),
    ),
    Verplichting.ONDERZOEK: (
        "Meewerken aan onderzoek naar de mogelijkheden om te werken.",
        ("meewerken_onderzoek",),
        pw("9", "1", "b"),
    ),
    Verplichting.VOORZIENING: (
        "Gebruikmaken van de ondersteuning die in dit plan is afgesproken.",
        ("re_integratieplicht",),
        pw("18", "4", "h"),
    ),
    Verplichting.WORKSHOPS: ("De afgesproken workshops volgen.", ("re_integratieplicht",), pw("18", "4", "h")),
    Verplichting.TAAL: ("De afgesproken taallessen volgen.", ("re_integratieplicht",), pw("18", "4", "h")),
    Verplichting.INSCHRIJVING_UWV: (
        "Als werkzoekende ingeschreven staan bij het UWV.",
        ("arbeidsplicht",),
        pw("9", "1", "a"),
    ),
    Verplichting.SOLLICITEREN: ("Solliciteren zoals is afgesproken.", ("arbeidsplicht",), pw("9", "1", "a")),
    Verplichting.ARBEID: (
        "Algemeen geaccepteerd werk zoeken, aanvaarden en behouden.",
        ("arbeidsplicht",),
        pw("9", "1", "a"),
    ),
}


def beschrijf(codes: Iterable[str], regime: str) -> tuple[PlanVerplichting, ...]:
    """Return the obligations with the article of the act under which the klant gets an uitkering (PW, IOAW, IOAZ)."""
    return tuple(_beschrijf(Verplichting(code), regime) for code in codes)


def _beschrijf(code: Verplichting, regime: str) -> PlanVerplichting:
    omschrijving, plichten, artikel = _TEKST[code]
    grondslag = artikel if regime == _PARTICIPATIEWET else Grondslag(regeling=regime, artikel="37", lid="1")
    return PlanVerplichting(code=code, omschrijving=omschrijving, plichten=plichten, grondslag=grondslag)
