"""Regels: what must be there before a fact can be recorded."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.toets import Toets
from app.domain.taaleis.dossier import Taaldossier
from app.domain.taaleis.feit import Feit, Taalplan, Taalstop, Taalvermoeden
from app.domain.taaleis.grondslagen import HANDBOEK, TAALPLAN


def voorwaarden(feit: Feit, dossier: Taaldossier) -> tuple[Toets, ...]:
    """Return what a fact asks for, on what counted on its day."""
    toen = dossier.op(feit.datum)
    if isinstance(feit, Taalplan):
        return (toets_vermoeden(toen),)
    return (toets_was_bereid(toen),) if isinstance(feit, Taalstop) else ()


def toets_vermoeden(dossier: Taaldossier) -> Toets:
    """Test that a taalvoorziening rests on a recorded suspicion with its basis and target (DEV-TAA-901)."""
    vermoeden = dossier.laatste(Taalvermoeden)
    zin = "Het redelijke vermoeden dat de klant 1F niet haalt, staat vast met datum, grond en doelniveau."
    gezien = {
        "vermoeden_op": vermoeden[1].datum if vermoeden else None,
        "doelniveau": vermoeden[1].doelniveau if vermoeden else None,
    }
    return maak_toets("vermoeden_vastgelegd", vermoeden is not None, TAALPLAN, gezien, zin)


def toets_was_bereid(dossier: Taaldossier) -> Toets:
    """Test that who stops had declared willingness (DEV-TAA-520)."""
    bereid = dossier.bereid
    zin = "De klant had zich bereid verklaard voordat de inspanning stopte."
    return maak_toets(
        "bereid_verklaard", bereid is not None, HANDBOEK, {"bereid_op": bereid.op if bereid else None}, zin
    )
