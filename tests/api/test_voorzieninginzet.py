"""The numbers of granted voorzieningen over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.rollen import Rol
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.klanten import ingedeeld


def ken_toe(dienst: Dienst, klant: str, stand: Toekenningstand, van: date) -> None:
    """Put a voorziening in the database as it stands after its besluit."""
    vast: dict[str, Any] = {"antwoorden": {}, "gegevens": {}, "versie": 1}
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        h.sessie.add(
            Toekenning(
                id=uuid7(),
                organisatie="deventer",
                klant_id=UUID(klant),
                code="scholing",
                regime=Verordeningsregime.VERORDENING_2021,
                stand=stand,
                van=van,
                opgesteld_op=h.nu,
                opgesteld_door=h.actor.medewerker_id,
                **vast,
            )
        )


@pytest.mark.regel("DEV-VRZ-906")
def test_alleen_wat_is_toegekend_en_in_het_kwartaal_begon(dienst: Dienst) -> None:
    for _ in range(10):
        klant = ingedeeld(dienst, "groeien")
        ken_toe(dienst, klant, Toekenningstand.LOPEND, date(2026, 1, 1))
    for stand, van in (
        (Toekenningstand.CONCEPT, date(2026, 2, 1)),
        (Toekenningstand.AFGEWEZEN, date(2026, 2, 1)),
        (Toekenningstand.AFGEROND, date(2025, 12, 31)),
        (Toekenningstand.TOEGEKEND, date(2026, 4, 1)),
    ):
        ken_toe(dienst, klant, stand, van)
    dienst.zet_klok("2026-04-01T09:00:00+02:00")
    for rol in ("beleidsmedewerker", "teamleider"):
        cijfers = dienst.doe("GET", "/sturing/voorzieningen?jaar=2026&kwartaal=1", rol)
        scholing = next(regel for regel in cijfers["regels"] if regel["voorziening"] == "scholing")
        assert (scholing["naam"], scholing["aantal"]) == ("Scholing", 10)
        assert {cel["klantgroep"]: cel["aantal"] for cel in scholing["klantgroepen"]}["groeien"] == 10
        assert cijfers["regels"][-1]["aantal"] == 10
        assert any(regel["aantal"] == 0 for regel in cijfers["regels"]), "ook wat niemand kreeg"
