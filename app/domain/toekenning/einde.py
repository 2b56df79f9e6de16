"""Ending a voorziening on one of the seven grounds of article 3, and what can be claimed back (DEV-VRZ-907 to 910)."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets
from app.domain.toekenning.beleid import Beeindigingsgrond, ToekenningBeleid

_ARTIKEL_3 = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="3", lid="2")


class Grondfeiten(BaseModel):
    """On which ground something is ended; the same for a voorziening and for a subsidie (DEV-VRZ-909).

    ``laatste_dag`` is the last day, ``oordeel`` the judgement in words, ``wia_vol_op`` the day on which two years of
    minimum wage are full (None: not in sight).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    grond: str
    laatste_dag: date
    motivering: str | None = None
    oordeel: str | None = None
    doelgroep: str | None = None
    wia_vol_op: date | None = None


def toetsen_grond(feiten: Grondfeiten, beleid: ToekenningBeleid) -> tuple[Toets, ...]:
    """Return every condition to end something on a ground; a person always decides (DEV-VRZ-907, DEV-VRZ-909)."""
    grond = beleid.grond(feiten.grond)
    if grond is None:
        kan = ", ".join(f"{rij.code} ({rij.naam})" for rij in beleid.gronden.waarde)
        fout = f"Kies een van de gronden van de verordening: {kan}."
        return (maak_toets("beeindigingsgrond", False, _ARTIKEL_3, {"grond": feiten.grond}, fout),)
    zin = f"De grond is: {grond.naam}."
    gezien = {"grond": grond.code, "regel": "DEV-VRZ-907"}
    bekend = maak_toets("beeindigingsgrond", True, grond.grondslag, gezien, zin)
    return (bekend, _gemotiveerd(feiten, grond), *_beoordeeld(feiten, grond), *_niet_uitgezonderd(feiten, grond))


def _gemotiveerd(feiten: Grondfeiten, grond: Beeindigingsgrond) -> Toets:
    return maak_toets(
        "beeindiging_gemotiveerd",
        True if (feiten.motivering or "").strip() else None,
        grond.grondslag,
        {"regel": "DEV-VRZ-907"},
        "De beëindiging is gemotiveerd.",
        "",
        "Leg uit waarom de voorziening wordt beëindigd.",
    )


def _beoordeeld(feiten: Grondfeiten, grond: Beeindigingsgrond) -> tuple[Toets, ...]:
    """Ask for a judgement in words where the ground is an open norm: too little result, no longer suitable."""
    if not grond.oordeel:
        return ()
    return (
        maak_toets(
            "grond_beoordeeld",
            True if (feiten.oordeel or "").strip() else None,
            grond.grondslag,
            {"grond": grond.code, "regel": "DEV-VRZ-907"},
            "Het oordeel over de voorziening staat erbij.",
            "",
            f"Schrijf uw oordeel op: {grond.naam}. Waaruit blijkt dat?",
        ),
    )


def _niet_uitgezonderd(feiten: Grondfeiten, grond: Beeindigingsgrond) -> tuple[Toets, ...]:
    """Refuse a ground for who is exempt until two years of minimum wage without LKS are full (DEV-VRZ-908)."""
    if feiten.doelgroep not in grond.niet_voor:
        return ()
    vol = feiten.wia_vol_op is not None and feiten.wia_vol_op <= feiten.laatste_dag
    return (
        maak_toets(
            "twee_jaar_minimumloon",
            vol,
            grond.grondslag,
            {"doelgroep": feiten.doelgroep, "vol_op": feiten.wia_vol_op, "regel": "DEV-VRZ-908"},
            "De klant verdiende twee jaar achtereen ten minste het minimumloon, zonder loonkostensubsidie.",
            "Voor deze klant duurt de ondersteuning tot hij of zij twee jaar achtereen ten minste het minimumloon "
            f"verdiende, zonder loonkostensubsidie. {_wanneer(feiten.wia_vol_op)}",
        ),
    )


def _wanneer(vol_op: date | None) -> str:
    return "Dat is nog niet in zicht." if vol_op is None else f"Dat is op {datum_voluit(vol_op)}."


def toets_terugvordering(basis: str, verrekenen: bool, beleid: ToekenningBeleid) -> Toets:
    """Test that re-integratie costs are claimed back under civil law only, never from the uitkering (DEV-VRZ-910)."""
    norm = beleid.terugvordering
    kan = ", ".join(norm.waarde)
    return maak_toets(
        "terugvordering_civielrechtelijk",
        basis in norm.waarde and not verrekenen,
        norm.grondslag,
        {"basis": basis, "verrekenen": verrekenen, "regel": "DEV-VRZ-910"},
        "De kosten worden volgens het Burgerlijk Wetboek teruggevraagd.",
        "De Participatiewet kent geen terugvordering van re-integratiekosten. "
        f"Kies als basis: {kan}, en verreken niets met de uitkering.",
    )
