"""Handing a klant over after the ambitiegesprek: a complete record, a short report, and who receives it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets

_GESPREK = productenboek("2.2.3")
ZONDER_KICK_OFF = frozenset({Klantgroep.ZORGEN})
"""Who is in Zorgen has no kick-off, so no invitation either (DEV-KGR-515)."""


class AfrondingFeiten(BaseModel):
    """What the ambitiegesprek must have brought; None means not recorded. Hours per week, term in months."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verwachte_termijn_maanden: int | Literal["geen"] | None = None
    uren_per_week: int | None = None
    motivatie: str | None = None
    klantgroep: Klantgroep | None = None
    motivering_klantgroep: str | None = None
    kick_off_uitgenodigd: bool = False
    verslag: str | None = None


def toetsen_afronding(feiten: AfrondingFeiten) -> tuple[Toets, ...]:
    """Return what makes the record of the ambitiegesprek complete (DEV-AMB-004) and the report (DEV-AMB-012)."""
    return (
        _aanwezig(
            "verwachte_termijn", feiten.verwachte_termijn_maanden is not None, "De termijn tot werk is ingeschat."
        ),
        _aanwezig("uren_per_week", feiten.uren_per_week is not None, "Het aantal uren per week is ingeschat."),
        _aanwezig("motivatie", bool(feiten.motivatie), "De motivatie van de klant is beschreven."),
        toets_klantgroep(feiten),
        toets_kick_off(feiten),
        toets_verslag(feiten.verslag),
    )


def toets_klantgroep(feiten: AfrondingFeiten) -> Toets:
    """Test that the klant is in a klantgroep, with the motivation (DEV-AMB-004)."""
    gemotiveerd = feiten.klantgroep is not None and bool(feiten.motivering_klantgroep)
    return _aanwezig("klantgroep_gemotiveerd", gemotiveerd, "De klant is gemotiveerd in een klantgroep ingedeeld.")


def toets_kick_off(feiten: AfrondingFeiten) -> Toets:
    """Test that the klant was invited to the kick-off; Zorgen has none (DEV-AMB-004)."""
    in_orde = feiten.klantgroep in ZONDER_KICK_OFF or feiten.kick_off_uitgenodigd
    return _aanwezig("kick_off_uitgenodigd", in_orde, "De klant is uitgenodigd voor de kick-off van de klantgroep.")


def toets_verslag(verslag: str | None) -> Toets:
    """Test that there is a short report, without which a klant cannot be handed over (DEV-AMB-012)."""
    return _aanwezig("verslag_aanwezig", bool(verslag), "Er is een kort verslag voor wie het overneemt.")


def _aanwezig(voorwaarde: str, in_orde: bool, zin: str) -> Toets:
    return maak_toets(voorwaarde, in_orde, _GESPREK, {}, zin)


def bevestigtaak(rol: Rol, uiterste: date) -> TaakVoorstel:
    """Return the confirmation by the receiving consulent (DEV-AMB-012)."""
    return TaakVoorstel(
        soort="overdracht_bevestigen",
        wat="Lees het verslag van het ambitiegesprek en bevestig dat u de klant hebt overgenomen.",
        waarom="De klant is na het ambitiegesprek aan u overgedragen.",
        rol=rol,
        grondslag=_GESPREK,
        uiterste=uiterste,
    )
