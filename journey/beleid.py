"""Chapter 8: what another policy would have changed, counted and not named, with nothing written."""

from __future__ import annotations

import time
from typing import Any

from app.domain.kern.rollen import Rol
from journey.reis import GEMEENTE, Reis

VRAAG = {
    "gemeente": GEMEENTE,
    "van": "2026-05-01",
    "tot": "2026-06-01",
    "omschrijving": "Categorie 2 van 30 naar 20 procent",
    "wijzigingen": [{"veld": "verlaging_procent.2", "waarde": "20"}],
}


def speel(reis: Reis) -> None:
    """Ask what 20 % in place of 30 % would have done."""
    reis.verteller.hoofdstuk("8. Ander beleid")
    reis.het_is("2026-06-18T09:00:00+02:00")
    _ander_beleid(reis)


def _ander_beleid(reis: Reis) -> None:
    v, beleid = reis.verteller, reis.als(Rol.BELEIDSMEDEWERKER)
    beleid.zegt("Wat als categorie 2 in mei 20 procent was geweest in plaats van 30?")
    voor = len(reis.als(Rol.KOPPELING).haal("/mutaties", aantal=100)["mutaties"])
    pad = f"/beleidssimulaties/{beleid.maak('/beleidssimulaties', VRAAG, status=202)['id']}"
    klaar = _wacht(reis, pad)
    v.gelijk("De simulatie is", klaar["staat"], "klaar")
    v.gelijk("Doorgerekend", klaar["voortgang"]["procent"], 100)
    uitkomst = klaar["uitkomst"]
    samen = uitkomst["samen"]
    v.klopt("Er is minstens één besluit bekeken", klaar["uitkomst"]["samen"]["aantal"] != 0, klaar["voortgang"])
    v.gelijk(f"Minder dan {uitkomst['kleinsteCel']}: het aantal blijft verborgen", samen["aantal"], None)
    v.gelijk("En hoeveel er anders waren ook", samen["anders"], None)
    na = len(reis.als(Rol.KOPPELING).haal("/mutaties", aantal=100)["mutaties"])
    v.gelijk("Er is niets geschreven; mutaties", na, voor)


def _wacht(reis: Reis, pad: str) -> Any:
    """Let the rounds of the service do their work until the simulation is done."""
    for minuut in range(1, 10):
        reis.het_is(f"2026-06-18T09:0{minuut}:00+02:00")
        stand = reis.als(Rol.BELEIDSMEDEWERKER).haal(pad)
        if stand["staat"] not in ("gevraagd", "bezig"):
            return stand
        time.sleep(0.2)
    return stand
