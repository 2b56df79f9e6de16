"""What stands out in a werk-leerroute and stops nothing: hours, who guides, the consulent, and the length."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.toets import Toets
from app.domain.leerroute.beleid import LeerrouteBeleid
from app.domain.leerroute.toetsen import FASE_2, HANDBOEK, LID_3


class Begeleiders(BaseModel):
    """Who guides in a phase, by name and how to reach them; None when not recorded."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nummer: int
    werkcoach: str | None = None
    werkleider: str | None = None
    praktijkopleider: str | None = None


def toets_uren(uren: int, beleid: LeerrouteBeleid) -> Toets:
    """Signal hours that are not about twenty a week; it stops nothing (DEV-WLR-905)."""
    norm, marge = beleid.uren, beleid.uren_marge.waarde
    return maak_toets(
        "circa_uren_per_week",
        abs(uren - norm.waarde) <= marge,
        norm.grondslag,
        {"uren": uren, "circa": norm.waarde},
        f"De klant werkt ongeveer {norm.waarde} uur per week.",
        f"De klant werkt {uren} uur per week; bedoeld is ongeveer {norm.waarde} uur.",
    )


def toetsen_begeleiders(wie: Begeleiders) -> tuple[Toets, ...]:
    """Signal who is missing: werkcoach and werkleider, with an employer the praktijkopleider (DEV-WLR-001, -907)."""
    ander = ("praktijkopleider", wie.praktijkopleider) if wie.nummer == FASE_2 else ("werkleider", wie.werkleider)
    return tuple(
        maak_toets(
            f"{rol}_bekend",
            naam is not None,
            HANDBOEK,
            {"fase": wie.nummer},
            f"De {rol} van fase {wie.nummer} is vastgelegd.",
            f"Leg de {rol} van fase {wie.nummer} vast.",
        )
        for rol, naam in (("werkcoach", wie.werkcoach), ander)
    )


def toets_consulent(bij_start: UUID | None, nu: UUID | None) -> Toets:
    """Signal that the klant got another consulent during the route (DEV-WLR-001)."""
    return maak_toets(
        "zelfde_consulent",
        bij_start == nu,
        HANDBOEK,
        {},
        "De klant houdt dezelfde consulent.",
        "De klant heeft een andere consulent dan bij het begin; in de route blijft de consulent dezelfde.",
    )


def toets_binnen_toekenning(tot: date, toegekend_tot: date | None) -> Toets:
    """Signal that a phase goes on after the voorziening; a contract may make the route longer (DEV-WLR-905)."""
    return maak_toets(
        "binnen_toekenning",
        toegekend_tot is None or tot <= toegekend_tot,
        LID_3,
        {"tot": tot, "toegekend_tot": toegekend_tot},
        "De route past binnen de toekenning.",
        "De route duurt langer dan de toekenning; verleng de voorziening.",
    )
