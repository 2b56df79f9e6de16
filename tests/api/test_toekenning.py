"""Toekenningen over HTTP: the concept."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld

CONCEPT = {"code": "werkervaringsplaats", "van": "2026-04-13", "tot": "2026-07-13", "uren": 24}


def stel_op(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.doe("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | CONCEPT | anders)


def test_een_concept_wordt_opgesteld_gecorrigeerd_en_ingetrokken(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    concept = stel_op(dienst, klant)
    assert (concept["stand"], concept["regime"], concept["uren"]) == ("concept", "2021", 24.0)
    pad = f"/toekenningen/{concept['id']}"

    anders = {"uren": 20, "antwoorden": {"leerdoel": {"waarde": True}}, "gegevens": {"rooster": "ma-wo"}}
    nieuw = dienst.doe("PATCH", pad, "werkconsulent", anders, versie=concept["versie"])
    assert (nieuw["uren"], nieuw["antwoorden"]["leerdoel"]["waarde"]) == (20.0, True)
    verouderd = dienst.roep("PATCH", pad, "werkconsulent", {"uren": 8}, versie=concept["versie"])
    assert verouderd.status_code == 412
    fout = dienst.roep("PATCH", pad, "werkconsulent", {"van": "2026-08-01", "gegevens": None}, versie=nieuw["versie"])
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"tot", "gegevens"}

    weg = dienst.doe("POST", f"{pad}/intrekkingen", "werkconsulent", {"reden": "Andere keus."}, versie=nieuw["versie"])
    assert (weg["stand"], weg["redenIntrekking"]) == ("ingetrokken", "Andere keus.")
    weer = dienst.roep("PATCH", pad, "werkconsulent", {"uren": 8}, versie=weg["versie"])
    assert (weer.status_code, weer.json()["code"]) == (409, "toekenning_stand")
    assert dienst.doe("GET", f"/klanten/{klant}/toekenningen", "toetser")["toekenningen"] == [weg]
    assert dienst.doe("GET", pad, "fg") == weg


def test_wat_de_gemeente_niet_heeft_wordt_geweigerd(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    vreemd = dienst.roep("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | CONCEPT | {"code": "no_risk"})
    assert [regel["veld"] for regel in vreemd.json()["fouten"]] == ["code"]
    vroeg = {"klantId": klant} | CONCEPT | {"van": "2020-12-31"}
    assert [r["veld"] for r in dienst.roep("POST", "/toekenningen", "werkconsulent", vroeg).json()["fouten"]] == ["van"]
    onmogelijk = {"klantId": klant} | CONCEPT | {"tot": "2026-04-13"}
    assert dienst.roep("POST", "/toekenningen", "werkconsulent", onmogelijk).status_code == 400
