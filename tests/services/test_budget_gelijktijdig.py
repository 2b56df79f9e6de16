"""Two clerks and the last euro: the row of the budget is locked, so that one of them hears that it is gone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from app.db.budget.budget import Budget
from app.db.sessie import transactie
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.rollen import Rol
from app.services.budget.boeken import Boekuitslag, Budgetboeking, betaal, reserveer, verplicht
from tests.steun.dienst import Dienst
from tests.steun.kijk import rijen
from tests.steun.klanten import handelend
from tests.steun.werk import handeling

Stap = Callable[[Any, Budgetboeking], Boekuitslag]


def boeking(bedrag: int, regeling: str = "uitstroompremie", **anders: Any) -> Budgetboeking:
    vast: dict[str, Any] = {"gemeente": "GM0150", "jaar": 2026, "onderwerp_soort": "subsidie", "onderwerp_id": uuid4()}
    return Budgetboeking(**vast | {"regeling": regeling, "bedrag": bedrag} | anders)


def tegelijk(dienst: Dienst, stap: Stap, boekingen: list[Budgetboeking]) -> list[str]:
    """Let clerks book at once, each on a connection of their own, after each has seen the budget as it was before."""
    gezien = Barrier(len(boekingen))

    def boek(een: Budgetboeking) -> str:
        actor = handelend(Rol.INKOMENSCONSULENT)
        try:
            with transactie(dienst.state.sessies, actor) as sessie:
                eerst = sessie.scalars(select(Budget)).all()
                gezien.wait(timeout=20)
                uitslag = stap(handeling(dienst, sessie, actor), een)
                assert eerst is not None
                return "geboekt" if uitslag.geboekt else f"plaats {uitslag.plaats}"
        except Geweigerd as fout:
            return fout.melding

    with ThreadPoolExecutor(len(boekingen)) as draden:
        return sorted(draden.map(boek, boekingen))


def plafond(dienst: Dienst, bedrag: int, regeling: str = "uitstroompremie") -> Any:
    opdracht = {"gemeente": "GM0150", "regeling": regeling, "jaar": 2026, "plafond": bedrag, "reden": "Begroting 2026."}
    return dienst.doe("POST", "/budgetten", "beleidsmedewerker", opdracht)


def test_twee_klerken_geven_de_laatste_euro_niet_allebei_uit(dienst: Dienst, database_url: str) -> None:
    plafond(dienst, 100)
    vol = "In het budget van Uitstroompremie voor 2026 is nog € 0,00 vrij; er is € 1,00 nodig."
    assert tegelijk(dienst, verplicht, [boeking(100), boeking(100)]) == [vol, "geboekt"]
    assert rijen(database_url, "SELECT verplicht FROM budget") == [(100,)]
    assert rijen(database_url, "SELECT sum(verplicht), count(*) FROM budgetboeking") == [(100, 1)]


def test_het_eerste_gebruik_van_een_budget_tegelijk_maakt_er_een(dienst: Dienst, database_url: str) -> None:
    assert tegelijk(dienst, reserveer, [boeking(70), boeking(30)]) == ["geboekt", "geboekt"]
    assert rijen(database_url, "SELECT gereserveerd, plafond FROM budget") == [(100, None)]


def test_een_plaats_op_de_wachtlijst_is_voor_een(dienst: Dienst) -> None:
    plafond(dienst, 100, "startbaansubsidie")
    vragen = [boeking(100, "startbaansubsidie") for _ in range(3)]
    assert tegelijk(dienst, reserveer, vragen) == ["geboekt", "plaats 1", "plaats 2"]


def test_dezelfde_betaling_tegelijk_telt_een_keer(dienst: Dienst, database_url: str) -> None:
    een = boeking(100)
    assert tegelijk(dienst, verplicht, [een]) == ["geboekt"]
    termijn = een.model_copy(update={"bedrag": 60, "kenmerk": "termijn-1"})
    assert tegelijk(dienst, betaal, [termijn, termijn]) == ["geboekt", "geboekt"]
    assert rijen(database_url, "SELECT verplicht, betaald FROM budget") == [(100, 60)]
