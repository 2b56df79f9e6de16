"""A grant that is herroepen in bezwaar: nothing more is paid, and what was promised is free for another."""

from __future__ import annotations

from typing import Any

from tests.steun.bezwaar import herroep
from tests.steun.dienst import Dienst
from tests.steun.kijk import rijen
from tests.steun.klanten import taken
from tests.steun.subsidiezaak import (
    REKENING,
    STARTBAAN,
    VERGOEDING,
    antwoord,
    factureer,
    geef_vrij,
    haal_op,
    in_dienst,
    ken_toe,
    lees,
    vraag_aan,
    zet,
)


def boeken(database_url: str, rij: Any) -> tuple[int, ...]:
    """What stands as promised and as paid for a subject."""
    som = f"SELECT sum(verplicht), sum(betaald) FROM budgetboeking WHERE onderwerp_id = '{rij['id']}'"
    return tuple(map(int, rijen(database_url, som)[0]))


def test_een_herroepen_subsidie_laat_los_wat_niet_is_betaald(dienst: Dienst, database_url: str) -> None:
    klant, verband, _ = in_dienst(dienst)
    nooit = ken_toe(dienst, vraag_aan(dienst, klant, VERGOEDING, **REKENING))
    deels = ken_toe(dienst, vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband))
    dienst.zet_klok("2026-06-01T09:00:00+02:00")
    factureer(dienst, deels, 1, "F-1", 150_000)
    assert geef_vrij(dienst, deels, 1).status_code == 201
    assert (boeken(database_url, nooit), boeken(database_url, deels)) == ((25_000, 0), (300_000, 0))

    herroep(dienst, nooit["besluiten"][0]["id"], "2026-04-20")
    weg = lees(dienst, nooit)
    assert (weg["stand"], weg["redenIntrekking"]) == ("ingetrokken", "Het besluit is in bezwaar herroepen.")
    assert {termijn["stand"] for termijn in weg["termijnen"]} == {"vervallen"}
    assert boeken(database_url, nooit) == (0, 0)

    herroep(dienst, deels["besluiten"][0]["id"], "2026-04-20")
    over = lees(dienst, deels)
    assert (over["stand"], over["termijnen"][1]["stand"]) == ("beeindigd", "vervallen")
    assert boeken(database_url, deels) == (150_000, 0), "what is on its way to be paid stays promised"
    assert antwoord(dienst, haal_op(dienst)[0], "bevestigingen").status_code == 201
    assert boeken(database_url, deels) == (150_000, 150_000)
    soorten = [taak.soort for taak in taken(dienst, klant)]
    assert soorten.count("bezwaar_uitvoering") == 2
    assert not any(soort.startswith("subsidie") for soort in soorten)
    nul = {"bedrag": 0, "motivering": "Het besluit is herroepen.", "terugvorderen": True, "grond": "onjuist_verleend"}
    assert zet(dienst, deels, "vaststellingen", nul)["dictum"] == "lager_vaststellen", (
        "what was paid can be claimed back"
    )
