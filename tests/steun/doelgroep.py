"""Facts about doelgroepen as the tests make them."""

from __future__ import annotations

import functools
from datetime import date
from typing import Any

import httpx

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Achtergrond, Gevolg
from app.domain.doelgroep.soorten import gevolg_van, lees_feit
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, niet_voldaan
from tests.steun.beleid import vast_register
from tests.steun.dienst import Dienst

DAG = date(2026, 3, 31)


@functools.cache
def beleid() -> DoelgroepBeleid:
    """The policy of Deventer."""
    return vast_register().geldend(DoelgroepBeleid, "GM0150", DAG).beleid


def rond(*eerdere: dict[str, Any], geboren: str = "2004-05-01", **velden: Any) -> Achtergrond:
    """What is known of a jongere on 31 March 2026, for the IC, with these earlier facts."""
    vast: dict[str, Any] = {"vandaag": DAG, "rollen": frozenset({Rol.INKOMENSCONSULENT})}
    feiten = tuple(lees_feit({"datum": "2026-03-01"} | feit) for feit in eerdere)
    return Achtergrond(**(vast | {"geboortedatum": date.fromisoformat(geboren), "eerdere": feiten} | velden))


def gevolg(soort: str, achtergrond: Achtergrond | None = None, /, **velden: Any) -> Gevolg:
    """What follows from a fact of 31 March 2026."""
    feit = lees_feit({"soort": soort, "datum": DAG} | velden)
    return gevolg_van(feit, achtergrond or rond(), beleid())


def met_beleid(soort: str, achtergrond: Achtergrond, anders: dict[str, Any], /, **velden: Any) -> Gevolg:
    """The same under another policy; ``anders`` holds the values that differ."""
    eigen = beleid()
    nieuw = {veld: getattr(eigen, veld).model_copy(update={"waarde": waarde}) for veld, waarde in anders.items()}
    feit = lees_feit({"soort": soort, "datum": DAG} | velden)
    return gevolg_van(feit, achtergrond, eigen.model_copy(update=nieuw))


def mis(toetsen: tuple[Toets, ...]) -> list[str]:
    """The conditions that are not met or open."""
    return [toets.voorwaarde for toets in niet_voldaan(toetsen)]


def taken(gekregen: Gevolg) -> dict[str, str]:
    """Kind and last day of the taken."""
    return {taak.soort: taak.uiterste.isoformat() for taak in gekregen.taken}


def termijnen(gekregen: Gevolg) -> dict[str, str]:
    """Kind and last day of the terms."""
    return {b.termijn.soort: b.termijn.einde.isoformat() for b in gekregen.bewaken}


def probeer(dienst: Dienst, klant_id: str, soort: str, rol: str = "inkomensconsulent", **velden: Any) -> httpx.Response:
    """Record a fact of today over HTTP."""
    inhoud = {"soort": soort, "datum": "2026-03-31"} | velden
    return dienst.roep("POST", f"/klanten/{klant_id}/doelgroepfeiten", rol, inhoud)


def leg_vast(dienst: Dienst, klant_id: str, soort: str, rol: str = "inkomensconsulent", **velden: Any) -> Any:
    """Record a fact; it must succeed."""
    antwoord = probeer(dienst, klant_id, soort, rol, **velden)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord.json()
