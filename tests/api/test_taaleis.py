"""The taaleis over HTTP: facts, taken and terms that follow, and taking back what was wrong."""

from __future__ import annotations

import pytest

from app.db.taak import Taakstatus
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, taken
from tests.steun.taaleis import (
    AANMELDING,
    BEREID,
    CHECK,
    NIET_BEREID,
    TAALPLAN,
    VERMOEDEN,
    leg_vast,
    soorten,
    taaleis,
    taaltest,
)

BELEMMERING = {"soort": "belemmering", "belemmering": "Geen kinderopvang.", "actie": "Opvang gezocht via het wijkteam."}


@pytest.mark.regel("DEV-TAA-504", "DEV-TAA-506", "DEV-TAA-509")
def test_van_check_tot_taaltest_met_correctie(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    pad = f"/klanten/{klant}/taaleisfeiten"
    assert taaleis(dienst, klant)["status"] == "onbekend"
    beeld = leg_vast(dienst, klant, CHECK | {"moment": "schriftelijk"})
    assert (beeld["status"], soorten(beeld)) == ("onbekend", ["taaleis_aanmelden"])
    (termijn,) = beeld["termijnen"]
    assert (termijn["status"], termijn["termijn"]["einde"]) == ("lopend", "2026-05-26")
    assert soorten(leg_vast(dienst, klant, AANMELDING)) == []

    dienst.zet_klok("2026-04-20T09:00:00+02:00")
    test = dienst.doe("POST", pad, "inkomensconsulent", taaltest("2026-04-20"))
    beeld = leg_vast(dienst, klant, BELEMMERING)
    assert (beeld["status"], beeld["vastgesteldOp"]) == ("inspanningsverplichting", "2026-04-20")
    assert (soorten(beeld), beeld["belemmeringen"][0]["actie"]) == (
        ["taaleis_uitslag_bespreken"],
        "Opvang gezocht via het wijkteam.",
    )
    standen = {rij["termijn"]["soort"]: rij["status"] for rij in beeld["termijnen"]}
    assert standen == {"taaleis_taaltest": "gehaald", "taaleis_kennisgeving": "lopend"}
    intrekking = f"/taaleisfeiten/{test['id']}/intrekkingen"
    dienst.doe("POST", intrekking, "intaker", {"reden": "Uitslag van een ander."})
    assert dienst.roep("POST", intrekking, "intaker", {"reden": "Weer."}).json()["code"] == "al_ingetrokken"
    beeld = taaleis(dienst, klant)
    assert (beeld["status"], soorten(beeld)) == ("onbekend", [])
    lopend = [rij["termijn"]["soort"] for rij in beeld["termijnen"] if rij["status"] == "lopend"]
    assert lopend == ["taaleis_taaltest"]
    assert [taak.soort for taak in taken(dienst, klant, Taakstatus.VERVALLEN)] == ["taaleis_uitslag_bespreken"]

    dienst.zet_klok("2026-05-26T09:00:00+02:00")
    assert soorten(taaleis(dienst, klant)) == [], "op de laatste dag is het nog op tijd"
    dienst.zet_klok("2026-05-27T09:00:00+02:00")
    assert soorten(taaleis(dienst, klant)) == ["taaleis_taaltest_te_laat"]
    assert soorten(leg_vast(dienst, klant, taaltest("2026-05-27"))) == ["taaleis_uitslag_bespreken"]


@pytest.mark.regel("DEV-TAA-510", "DEV-TAA-901", "DEV-TAA-902")
def test_bereidverklaring_en_taalplan(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    pad = f"/klanten/{klant}/taaleisfeiten"
    zonder = dienst.roep("POST", pad, "werkconsulent", TAALPLAN | {"datum": "2026-03-31"})
    assert (zonder.status_code, zonder.json()["toetsen"][0]["voorwaarde"]) == (409, "vermoeden_vastgelegd")
    beeld = leg_vast(dienst, klant, taaltest("2026-03-31"), NIET_BEREID)
    assert {"taaleis_kennisgeving_nemen", "taaleis_vervolggesprek"} <= set(soorten(beeld))
    verklaring = dienst.doe("POST", pad, "werkconsulent", BEREID | {"datum": "2026-03-31"})
    beeld = taaleis(dienst, klant)
    assert (beeld["bereidSinds"], soorten(beeld)) == ("2026-03-31", ["taaleis_bellen", "taaleis_uitslag_bespreken"])
    dienst.doe("POST", f"/taaleisfeiten/{verklaring['id']}/intrekkingen", "werkconsulent", {"reden": "Niet gezegd."})
    assert "taaleis_kennisgeving_nemen" in soorten(taaleis(dienst, klant)), "de taak komt terug"

    beeld = leg_vast(dienst, klant, VERMOEDEN, TAALPLAN | {"ondertekendOp": "2026-03-31", "kosten": 12_500})
    assert (beeld["bereidSinds"], beeld["taalplan"]["kosten"]) == ("2026-03-31", 12_500)
    morgen = dienst.roep(
        "POST", pad, "werkconsulent", TAALPLAN | {"datum": "2026-03-31", "ondertekendOp": "2026-04-01"}
    )
    assert [fout["veld"] for fout in morgen.json()["fouten"]] == ["ondertekendOp"]
    jong = BEREID | {"datum": "1980-01-01", "gesprekId": "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"}
    fouten = dienst.roep("POST", pad, "werkconsulent", jong).json()["fouten"]
    assert sorted(fout["veld"] for fout in fouten) == ["datum", "gesprekId"]
