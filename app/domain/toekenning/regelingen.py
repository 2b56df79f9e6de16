"""Which regelingen a besluit may still cite, and which voorzieningen are no longer offered (DEV-OVR-902 to 904)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets
from app.domain.toekenning.beleid import IngetrokkenRegeling, ToekenningBeleid


def toets_citaten(
    grondslagen: Iterable[Grondslag], dag: date, beleid: ToekenningBeleid, *, overgang: bool = False
) -> tuple[Toets, ...]:
    """Test that a besluit of ``dag`` cites no regeling that was withdrawn by then (DEV-OVR-903, DEV-OVR-904).

    What is kept or continued under the transition rules may cite the one that still governs it (DEV-OVR-902).
    """
    ingetrokken = {rij.regeling: rij for rij in beleid.ingetrokken_regelingen.waarde}
    genoemd = dict.fromkeys(grondslag.regeling for grondslag in grondslagen)
    return tuple(_toets(ingetrokken[naam], dag, overgang) for naam in genoemd if naam in ingetrokken)


def _toets(rij: IngetrokkenRegeling, dag: date, overgang: bool) -> Toets:
    mag = dag < rij.per or (overgang and rij.overgang)
    opvolger = f" Verwijs naar: {rij.opvolger}." if rij.opvolger else ""
    return maak_toets(
        "regeling_geldt_nog",
        mag,
        rij.grondslag,
        {"regeling": rij.regeling, "ingetrokken_per": rij.per},
        "Deze regeling kan worden aangehaald.",
        f"{rij.regeling} is ingetrokken per {datum_voluit(rij.per)} en kan niet meer worden aangehaald.{opvolger}",
    )


def aanhaalbaar(onderwerp: str, dag: date, beleid: ToekenningBeleid) -> tuple[str, ...]:
    """Return which regelingen about a subject can be cited on a day: what was not withdrawn yet, else what followed."""
    rijen = [rij for rij in beleid.ingetrokken_regelingen.waarde if rij.onderwerp == onderwerp]
    namen = (rij.regeling if dag < rij.per else rij.opvolger for rij in rijen)
    return tuple(naam for naam in namen if naam)


def toets_aangeboden(code: str, beleid: ToekenningBeleid) -> tuple[Toets, ...]:
    """Refuse a voorziening that lapsed, with what took its place (DEV-OVR-903)."""
    weg = beleid.vervallen(code)
    if weg is None:
        return ()
    return (maak_toets("voorziening_niet_vervallen", False, weg.grondslag, {"voorziening": code}, weg.reden),)
