"""Doelgroepfeiten over HTTP: what follows from a fact, taking it back, and places that run out."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from app.db.taak import Taakstatus
from tests.api.test_gelijktijdig import tegelijk
from tests.steun.dienst import Dienst
from tests.steun.doelgroep import leg_vast, probeer
from tests.steun.kijk import aantal, rijen, verbind
from tests.steun.klanten import ingedeeld, rij, taken

GEBOREN = date(2004, 5, 1)
KWETSBAAR: dict[str, Any] = {
    "categorie": "uitgestelde_studieplicht",
    "uitstel": "studieplicht",
    "reden": "Eerst zorg nodig.",
    "herzienOp": "2026-09-30",
}
PERSOON = {"voornamen": "Sam", "achternaam": "de Wit", "geboortedatum": "1980-01-01"}


def soorten(dienst: Dienst, klant_id: str, status: Taakstatus = Taakstatus.OPEN) -> list[str]:
    return [taak.soort for taak in taken(dienst, klant_id, status)]


def trek_in(dienst: Dienst, feit: dict[str, Any], rol: str = "inkomensconsulent") -> Any:
    return dienst.roep("POST", f"/doelgroepfeiten/{feit['id']}/intrekkingen", rol, {"reden": "Verkeerde klant."})


@pytest.mark.regel("DEV-JON-007")
def test_een_feit_wordt_vastgelegd_gelezen_en_ingetrokken(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "groeien", geboortedatum=GEBOREN)
    feit = leg_vast(dienst, klant, "startkwalificatie", antwoord="nee", bewijs="Opgave RMC")
    assert (feit["soort"], feit["gegevens"]["bewijs"], feit["waarschuwingen"]) == (
        "startkwalificatie",
        "Opgave RMC",
        [],
    )
    assert soorten(dienst, klant) == ["studieplicht_beoordelen"]
    vso = leg_vast(dienst, klant, "schooloverdracht", school="De Voorbeeldschool", document="ZAAK-1")
    assert rij(dienst, klant).kenmerken == ["vso_pro"]
    beeld = dienst.doe("GET", f"/klanten/{klant}/doelgroepbeeld", "intaker")
    assert (beeld["startkwalificatie"], beeld["jongere"], beeld["kenmerken"]) == ("nee", True, ["vso_pro"])
    assert "zoekperiode" not in beeld["checklijst"]

    assert trek_in(dienst, vso).json()["intrekking"]["reden"] == "Verkeerde klant."
    assert trek_in(dienst, vso).json()["code"] == "al_ingetrokken"
    assert rij(dienst, klant).kenmerken == []
    assert soorten(dienst, klant) == ["studieplicht_beoordelen"]
    lijst = dienst.doe("GET", f"/klanten/{klant}/doelgroepfeiten", "fg")["feiten"]
    assert [bool(regel["intrekking"]) for regel in lijst] == [False, True]
    inhoud = rijen(database_url, "SELECT inhoud::text FROM gebeurtenis WHERE soort LIKE 'doelgroepfeit%%'", *())
    assert {tuple(json.loads(tekst)) for (tekst,) in inhoud} == {("feitId",)}
    assert len(inhoud) == 3


def test_een_ingetrokken_feit_heropent_wat_het_had_afgedaan(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien", geboortedatum=GEBOREN)
    leg_vast(dienst, klant, "startkwalificatie", antwoord="onbekend")
    assert soorten(dienst, klant) == ["startkwalificatie_vaststellen"]
    dienst.zet_klok("2026-03-31T15:00:00+02:00")
    ja = leg_vast(dienst, klant, "startkwalificatie", antwoord="ja", bewijs="Diploma")
    assert soorten(dienst, klant) == []
    dienst.zet_klok("2026-03-31T15:30:00+02:00")
    assert trek_in(dienst, ja).status_code == 201
    assert soorten(dienst, klant) == ["startkwalificatie_vaststellen"]
    ja = leg_vast(dienst, klant, "startkwalificatie", antwoord="ja", bewijs="Diploma")
    dienst.zet_klok("2026-03-31T16:00:00+02:00")
    leg_vast(dienst, klant, "startkwalificatie", antwoord="nee", bewijs="Opgave RMC")
    assert trek_in(dienst, ja).status_code == 201
    assert soorten(dienst, klant) == ["studieplicht_beoordelen"], "het latere feit staat nog"


def test_wat_niet_mag(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien", geboortedatum=GEBOREN)
    assert probeer(dienst, klant, "geen_dakloosheid", "intaker", reden="Nee.").status_code == 403
    velden = probeer(dienst, klant, "startkwalificatie", antwoord="onbekend", datum="2026-04-01").json()["fouten"]
    assert [fout["veld"] for fout in velden] == ["datum"]
    verre_dag = probeer(dienst, klant, "vip_inschrijving", "werkconsulent", datum="9999-12-31").json()["fouten"]
    assert [fout["veld"].split(".")[-1] for fout in verre_dag] == ["datum"]
    vroeg = probeer(dienst, klant, "startkwalificatie", antwoord="onbekend", datum="2004-04-30")
    assert vroeg.status_code == 400
    leg_vast(dienst, klant, "statushouder")
    vreemd = "01890000-0000-7000-8000-000000000001"
    assert probeer(dienst, klant, "pip", kenmerk="PIP-1", planId=vreemd).status_code == 400
    geweigerd = probeer(
        dienst, klant, "wajong_herbeoordeling", "werkconsulent", arbeidspotentieel=True, toelichting="Ja."
    )
    assert (geweigerd.status_code, geweigerd.json()["toetsen"][0]["voorwaarde"]) == (409, "wajong_afgewezen")
    dak = leg_vast(dienst, klant, "geen_dakloosheid", reden="Woont bij familie.")
    assert trek_in(dienst, dak, "intaker").status_code == 403


@pytest.mark.regel("DEV-JON-020")
def test_een_kwetsbare_jongere_wordt_gevolgd_tot_het_einde(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien", geboortedatum=GEBOREN)
    leg_vast(dienst, klant, "kwetsbare_jongere", **KWETSBAAR)
    beeld = dienst.doe("GET", f"/klanten/{klant}/doelgroepbeeld", "werkconsulent")
    assert beeld["statusZorg"]["herzienOp"] == "2026-09-30"
    dienst.zet_klok("2026-04-15T09:00:00+02:00")
    assert "jongerencontact_leggen" in soorten(dienst, klant)
    tijdlijn = dienst.doe("GET", f"/klanten/{klant}/tijdlijn", "intaker")["gebeurtenissen"]
    voorbij = [regel["inhoud"] for regel in tijdlijn if regel["soort"] == "termijn.verstreken"]
    assert voorbij == [{"einde": "2026-04-14"}], "dat een termijn afliep mag iedereen weten, niet welke"
    leg_vast(dienst, klant, "jongerencontact", partij="jongere", datum="2026-04-15")
    assert "jongerencontact_leggen" not in soorten(dienst, klant)
    einde = leg_vast(dienst, klant, "kwetsbare_jongere_einde", reden="Gaat weer naar school.", datum="2026-04-15")
    assert rij(dienst, klant).kenmerken == []
    dienst.zet_klok("2026-05-15T09:00:00+02:00")
    assert "jongerencontact_leggen" not in soorten(dienst, klant)
    assert trek_in(dienst, einde).status_code == 201
    assert rij(dienst, klant).kenmerken == ["kwetsbare_jongere"]
    dienst.ronde()
    assert "jongerencontact_leggen" in soorten(dienst, klant), "na het intrekken loopt de termijn weer"


@pytest.mark.regel("DEV-DOE-013")
def test_de_201e_krijgt_geen_plek_ook_niet_tegelijk(dienst: Dienst, database_url: str) -> None:
    klanten = [ingedeeld(dienst, "groeien") for _ in range(2)]
    for klant in klanten:
        leg_vast(dienst, klant, "statushouder")
    with verbind(database_url) as verbinding:
        verbinding.execute(
            "INSERT INTO doelgroepfeit (id, organisatie, klant_id, soort, datum, gegevens, toetsen, uitkomst, "
            "beleid_id, beleid_sha256, codeversie, vastgelegd_op, vastgelegd_door) "
            "SELECT gen_random_uuid(), organisatie, klant_id, "
            "'vip_inschrijving', '2026-01-01', '{}', '[]', 'ingeschreven', beleid_id, beleid_sha256, codeversie, "
            "vastgelegd_op, vastgelegd_door FROM (SELECT * FROM doelgroepfeit LIMIT 1) f, generate_series(1, 199)"
        )
    ander = [ingedeeld(dienst, "groeien", kenmerken=["statushouder"]) for _ in range(2)]
    antwoorden = tegelijk(*(lambda k=k: probeer(dienst, k, "vip_inschrijving", "werkconsulent") for k in ander))
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409]
    wacht = leg_vast(
        dienst, ingedeeld(dienst, "groeien", kenmerken=["statushouder"]), "vip_inschrijving", bijVol="wachtlijst"
    )
    assert wacht["uitkomst"] == "wachtlijst"
    plek = next(antwoord.json() for antwoord in antwoorden if antwoord.status_code == 201)
    assert trek_in(dienst, plek).status_code == 201
    assert aantal(database_url, "taak", "soort = 'vip_plek_vrij' AND klant_id IS NULL") == 1


@pytest.mark.regel("DEV-DOE-018")
def test_wie_de_ww_verliest_wordt_ingeschreven_en_gematcht(dienst: Dienst) -> None:
    opdracht = {
        "persoon": PERSOON | {"bsn": dienst.nieuw_bsn()},
        "gemeente": "GM0150",
        "voordracht": {"soort": "max_ww", "datum": "2026-03-31", "wwEinde": "2026-06-30"},
    }
    feit = dienst.doe("POST", "/max-ww-voordrachten", "receptie", opdracht)
    assert soorten(dienst, feit["klantId"]) == ["max_ww_matchen"]
    leg_vast(dienst, feit["klantId"], "max_ww_uitkomst", uitkomst="geplaatst", toelichting="Vacature magazijn")
    assert soorten(dienst, feit["klantId"]) == []
