"""The contact ladder that comes before blocking the uitkering of a Zorgen klant (DEV-BLK-502, DEV-BLK-503)."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.soorten import Ladderstap
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Feit, Toets

_CONTACT = productenboek("7.4")


class LadderFeiten(BaseModel):
    """The rungs that were tried without result, in the order of the attempts, as far as they count."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pogingen: tuple[Ladderstap, ...] = ()
    reden_geen_verdere_stap: str | None = None
    contact_hersteld: bool = False


def toets_volgorde(stap: Ladderstap, eerder: tuple[Ladderstap, ...], beleid: BlokkeringBeleid) -> Toets:
    """Test that the klant was called before another rung is recorded (DEV-BLK-502)."""
    ladder = beleid.contactladder
    eerste = ladder.waarde[0]
    gezien: dict[str, Feit] = {"stap": stap, "eerder": tuple(eerder)}
    zin = "De klant is eerst zelf gebeld, voordat een andere stap wordt vastgelegd."
    nee = "De klant is nog niet zelf gebeld; bel eerst, en leg dan pas een andere stap vast."
    return maak_toets("eerst_gebeld", stap is eerste or eerste in eerder, ladder.grondslag, gezien, zin, nee)


def toetsen_ladder(feiten: LadderFeiten, beleid: BlokkeringBeleid) -> tuple[Toets, ...]:
    """Test that there is no contact, the klant was called, and a further step was tried or is impossible."""
    return toets_niet_hersteld(feiten), toets_gebeld(feiten, beleid), toets_verdere_stap(feiten, beleid)


def toets_niet_hersteld(feiten: LadderFeiten) -> Toets:
    """Test that contact was not restored: if it was, there is no block (DEV-BLK-503)."""
    zin = "Het contact is niet hersteld."
    gezien: dict[str, Feit] = {"contact_hersteld": feiten.contact_hersteld}
    nee = "Het contact is hersteld; er volgt geen blokkering."
    return maak_toets("contact_niet_hersteld", not feiten.contact_hersteld, _CONTACT, gezien, zin, nee)


def toets_gebeld(feiten: LadderFeiten, beleid: BlokkeringBeleid) -> Toets:
    """Test that the first attempt was to phone the klant (DEV-BLK-502)."""
    ladder = beleid.contactladder
    gebeld = feiten.pogingen[:1] == ladder.waarde[:1]
    zin = "De klant is eerst zelf gebeld."
    nee = "De klant is niet eerst zelf gebeld; bel de klant en leg dat vast."
    return maak_toets("eerst_gebeld", gebeld, ladder.grondslag, {"pogingen": tuple(feiten.pogingen)}, zin, nee)


def toets_verdere_stap(feiten: LadderFeiten, beleid: BlokkeringBeleid) -> Toets:
    """Test that enough further rungs were tried, or why none is possible; the refusal names those that are open."""
    ladder, nodig = beleid.contactladder, beleid.verdere_stappen
    gezet = {stap for stap in feiten.pogingen if stap in ladder.waarde[1:]}
    nog = open_stappen(feiten, beleid)[not _gebeld(feiten, beleid) :]
    genoeg = len(gezet) >= nodig.waarde or bool(feiten.reden_geen_verdere_stap)
    zin = "Na het bellen is nog een stap gezet, of staat vast waarom die niet kan."
    if not genoeg:
        zin = f"Na het bellen is nog een stap nodig. Open: {', '.join(stap.replace('_', ' ') for stap in nog)}."
    gezien: dict[str, Feit] = {"pogingen": tuple(feiten.pogingen), "open": nog}
    return maak_toets("verdere_stap_gezet", genoeg, nodig.grondslag, gezien, zin)


def open_stappen(feiten: LadderFeiten, beleid: BlokkeringBeleid) -> tuple[Ladderstap, ...]:
    """Return the rungs that were not tried yet, in the order of the ladder."""
    return tuple(stap for stap in beleid.contactladder.waarde if stap not in feiten.pogingen)


def _gebeld(feiten: LadderFeiten, beleid: BlokkeringBeleid) -> bool:
    return beleid.contactladder.waarde[0] in feiten.pogingen
