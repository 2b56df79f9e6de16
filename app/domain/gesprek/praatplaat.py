"""Praatplaat: comparing two moments, and when a problem with health asks for help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from app.domain.gesprek.leefgebied import LeefgebiedBeleid
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets

GEZONDHEID = frozenset({Leefgebied.LICHAMELIJKE_GEZONDHEID, Leefgebied.PSYCHISCHE_GEZONDHEID})
_HULP = productenboek("bijlage 2.5")

Scores = Mapping[Leefgebied, str]


class Praatplaatmoment(StrEnum):
    """Where the praatplaat is used (DEV-DIA-503)."""

    KICK_OFF = "kick_off"
    KENNISMAKINGSGESPREK = "kennismakingsgesprek"
    DOELMATIGHEIDSGESPREK = "doelmatigheidsgesprek"


class Verschil(StrEnum):
    """How a leefgebied changed between two moments; unknown when one of them, or its colour, is not there."""

    BETER = "beter"
    GELIJK = "gelijk"
    SLECHTER = "slechter"
    ONBEKEND = "onbekend"


def vergelijk(eerder: Scores, later: Scores, beleid: LeefgebiedBeleid) -> dict[Leefgebied, Verschil]:
    """Compare two praatplaten per leefgebied (DEV-DIA-503)."""
    return {gebied: _verschil(eerder.get(gebied), later.get(gebied), beleid) for gebied in Leefgebied}


def _verschil(eerder: str | None, later: str | None, beleid: LeefgebiedBeleid) -> Verschil:
    oud, nieuw = beleid.kleur(eerder or ""), beleid.kleur(later or "")
    if oud is None or nieuw is None:
        return Verschil.ONBEKEND
    if oud.rang == nieuw.rang:
        return Verschil.GELIJK
    return Verschil.BETER if nieuw.rang > oud.rang else Verschil.SLECHTER


def problemen(scores: Scores, beleid: LeefgebiedBeleid) -> frozenset[Leefgebied]:
    """Return the leefgebieden whose colour asks for attention."""
    slecht = {kleur.code for kleur in beleid.praatplaat.waarde if kleur.probleem}
    return frozenset(gebied for gebied, kleur in scores.items() if kleur in slecht)


def toets_hulp_bij_gezondheid(slecht: Iterable[Leefgebied], hulp: Iterable[Leefgebied]) -> Toets:
    """Test that there is hulpverlening where health is a problem (DEV-DIA-516); ``hulp`` is where help is present."""
    nodig = GEZONDHEID & set(slecht)
    zonder = tuple(sorted(nodig - set(hulp)))
    zin = "Waar de gezondheid een probleem is, is er hulpverlening; anders verdient een verwijzing aandacht."
    return maak_toets("hulp_bij_gezondheid", not zonder, _HULP, {"zonder_hulp": zonder}, zin)


def verwijstaak(uiterste: date) -> TaakVoorstel:
    """Return the prompt to refer to (more) help (DEV-DIA-516)."""
    return TaakVoorstel(
        soort="gezondheid_verwijzen",
        wat="Bespreek een verwijzing naar hulp en zoek de organisatie op de sociale kaart.",
        waarom="Op de praatplaat is gezondheid een probleem en er is geen hulpverlening bekend.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=_HULP,
        uiterste=uiterste,
    )
