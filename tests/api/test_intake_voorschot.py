"""Voorschotten and stukken over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from app import CODEVERSIE
from tests.steun.dienst import Dienst
from tests.steun.intake import lees, meld, mutaties, persoon, plan, screen, taken, termijnen

VIJFENNEGENTIG_PROCENT = 190202  # of € 2.002,13, rounded half up


@pytest.fixture
def paar(dienst: Dienst) -> Any:
    """Two partners in need of bread, screened on Thursday 2 April."""
    melding = plan(dienst, meld(dienst, persoon(dienst), persoon(dienst)), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    return screen(dienst, lees(dienst, melding), broodnood=True)


def ken_toe(dienst: Dienst, melding: Any, **extra: Any) -> Any:
    pad = f"/meldingen/{melding['id']}/voorschotten"
    inhoud = {"bedrag": VIJFENNEGENTIG_PROCENT, "meegedeeld": True} | extra
    return dienst.roep("POST", pad, "inkomensconsulent", inhoud, versie=melding["versie"])


@pytest.mark.regel("DEV-SCR-015")
def test_bij_broodnood_volgt_een_voorschot_met_mutatie(dienst: Dienst, paar: Any) -> None:
    taak = next(taak for taak in paar["taken"] if taak["soort"] == "voorschot_regelen")
    assert taak["uiterste"].startswith("2026-04-02T21:59:59")
    na = ken_toe(dienst, paar).json()
    (voorschot,) = na["voorschotten"]
    assert [toets["uitkomst"] for toets in voorschot["toetsen"]] == ["voldaan"] * 4
    assert (voorschot["norm"], voorschot["peildatum"], voorschot["codeversie"]) == (200213, "2026-04-02", CODEVERSIE)
    assert len(voorschot["beleidSha256"]) == 64
    assert "NL/norm/2026-01-01" in voorschot["normBeleidId"]
    assert "voorschot_regelen" not in taken(na)
    inhoud = {
        "voorschotId": voorschot["id"],
        "bedrag": VIJFENNEGENTIG_PROCENT,
        "datum": "2026-04-02",
        "grondslag": "artikel 52, lid 1, Participatiewet",
    }
    assert mutaties(dienst) == [("voorschot", inhoud)]


@pytest.mark.parametrize(
    ("extra", "open_"),
    [
        pytest.param({"bedrag": VIJFENNEGENTIG_PROCENT - 1}, ["voorschot_minimum"], id="een-cent-onder-95-procent"),
        pytest.param({"bedrag": 200214}, ["voorschot_niet_boven_norm"], id="een-cent-boven-de-norm"),
        pytest.param({"meegedeeld": False}, ["voorschot_meegedeeld"], id="niet-verteld"),
        pytest.param({"meegedeeld": None}, ["voorschot_meegedeeld"], id="onbekend-of-verteld"),
    ],
)
def test_een_voorschot_wordt_geweigerd_met_de_toetsen(
    dienst: Dienst, paar: Any, extra: dict[str, Any], open_: list[str]
) -> None:
    antwoord = ken_toe(dienst, paar, **extra)
    assert antwoord.status_code == 409
    toetsen = antwoord.json()["toetsen"]
    assert [toets["voorwaarde"] for toets in toetsen if toets["uitkomst"] != "voldaan"] == open_
    assert mutaties(dienst) == []


def test_zonder_broodnood_of_screening_geen_voorschot(dienst: Dienst) -> None:
    melding = meld(dienst)
    voor = ken_toe(dienst, melding)
    assert [t["uitkomst"] for t in voor.json()["toetsen"] if t["voorwaarde"] == "broodnood"] == ["onbepaald"]
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    na = ken_toe(dienst, screen(dienst, lees(dienst, melding)))
    assert [t["uitkomst"] for t in na.json()["toetsen"] if t["voorwaarde"] == "broodnood"] == ["niet_voldaan"]


def test_zonder_bekende_norm_geen_voorschot(dienst: Dienst) -> None:
    melding = meld(dienst, persoon(dienst), persoon(dienst, "2006-01-01"))
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    klaar = screen(dienst, lees(dienst, melding), broodnood=True)
    assert klaar["screeningen"][0]["resultaat"]["norm"] is None
    toetsen = ken_toe(dienst, klaar).json()["toetsen"]
    assert [t["uitkomst"] for t in toetsen if t["voorwaarde"] == "voorschot_minimum"] == ["onbepaald"]


@pytest.mark.parametrize(
    ("datum", "status"),
    [
        pytest.param("2026-03-30", 400, id="voor-de-melding"),
        pytest.param("2026-03-31", 201, id="op-de-meldingsdatum"),
        pytest.param("2026-04-16", 201, id="veertien-dagen-vooruit"),
        pytest.param("2026-04-17", 400, id="vijftien-dagen-vooruit"),
    ],
)
def test_de_dag_van_het_voorschot(dienst: Dienst, paar: Any, datum: str, status: int) -> None:
    assert ken_toe(dienst, paar, datum=datum).status_code == status


def test_een_fout_voorschot_gaat_terug_en_kan_opnieuw(dienst: Dienst, paar: Any) -> None:
    fout = ken_toe(dienst, paar, bedrag=200213).json()
    assert ken_toe(dienst, fout).status_code == 409
    nummer = fout["voorschotten"][0]["id"]
    pad = f"/meldingen/{fout['id']}/voorschotten/{nummer}/intrekkingen"
    reden = {"reden": "Verkeerd bedrag ingevoerd."}
    weg = dienst.doe("POST", pad, "inkomensconsulent", reden, versie=fout["versie"])
    assert weg["voorschotten"][0]["redenIntrekking"] == reden["reden"]
    assert "voorschot_regelen" in taken(weg)
    assert dienst.roep("POST", pad, "inkomensconsulent", reden, versie=weg["versie"]).status_code == 409
    goed = ken_toe(dienst, weg).json()
    assert "voorschot_regelen" not in taken(goed)
    soorten = [(soort, inhoud["bedrag"]) for soort, inhoud in mutaties(dienst)]
    assert soorten == [
        ("voorschot", 200213),
        ("voorschot_intrekking", 200213),
        ("voorschot", VIJFENNEGENTIG_PROCENT),
    ]
    onbekend = f"/meldingen/{fout['id']}/voorschotten/{fout['id']}/intrekkingen"
    assert dienst.roep("POST", onbekend, "inkomensconsulent", reden, versie=goed["versie"]).status_code == 404


def test_twee_collegas_geven_samen_een_voorschot(dienst: Dienst, paar: Any) -> None:
    assert ken_toe(dienst, paar).status_code == 201
    assert ken_toe(dienst, paar).status_code == 412
    assert len(mutaties(dienst)) == 1


@pytest.fixture
def verzoek(dienst: Dienst) -> Any:
    """A melding of Tuesday 31 March for which two stukken were asked that day."""
    melding = meld(dienst, aanvraagdatum="2026-03-31")
    pad = f"/meldingen/{melding['id']}/stukkenverzoeken"
    return dienst.doe("POST", pad, "inkomensconsulent", {"stukken": ["Paspoort", "Huurcontract", "Paspoort"]})


def ontvang(dienst: Dienst, melding: Any, *statussen: str, **extra: Any) -> Any:
    (gevraagd,) = lees(dienst, melding)["stukkenverzoeken"]
    stukken = [
        {"stukId": stuk["id"], "status": status} for stuk, status in zip(gevraagd["stukken"], statussen, strict=False)
    ]
    pad = f"/stukkenverzoeken/{gevraagd['id']}/ontvangsten"
    return dienst.doe("POST", pad, "receptie", {"stukken": stukken} | extra, versie=lees(dienst, melding)["versie"])


@pytest.mark.regel("DEV-AAN-009", "DEV-AAN-015")
def test_een_verzoek_start_de_inlevertermijn_met_een_beltaak(dienst: Dienst, verzoek: Any) -> None:
    (gevraagd,) = verzoek["stukkenverzoeken"]
    assert [stuk["omschrijving"] for stuk in gevraagd["stukken"]] == ["Paspoort", "Huurcontract"]
    assert termijnen(verzoek)["inlevertermijn_stukken"] == gevraagd["inleverenUiterlijk"] == "2026-04-09"
    bellen = next(taak for taak in verzoek["taken"] if taak["soort"] == "stukken_bellen")
    assert bellen["zichtbaarVanaf"].startswith("2026-04-07T22:00:00")
    assert bellen["uiterste"].startswith("2026-04-08T21:59:59")
    pad = f"/meldingen/{verzoek['id']}/contactpogingen"
    gebeld = dienst.doe("POST", pad, "intaker", {"bereikt": True, "doel": "stukken", "hulpNodig": True})
    assert "stukken_bellen" not in taken(gebeld)
    assert gebeld["contactpogingen"][0]["hulpNodig"] is True


@pytest.mark.regel("DEV-AAN-015")
@pytest.mark.parametrize(
    ("dag", "op_tijd"),
    [
        pytest.param("2026-04-09", True, id="vijfde-werkdag"),
        pytest.param("2026-04-10", False, id="zesde-werkdag"),
    ],
)
def test_stukken_op_tijd_of_te_laat(dienst: Dienst, verzoek: Any, dag: str, op_tijd: bool) -> None:
    dienst.zet_klok("2026-04-10T12:00:00+02:00")
    na = ontvang(dienst, verzoek, "goedgekeurd", "ontvangen", ontvangenOp=dag)
    (gevraagd,) = na["stukkenverzoeken"]
    assert (gevraagd["status"], gevraagd["compleetOp"]) == ("compleet", dag)
    assert [stuk["opTijd"] for stuk in gevraagd["stukken"]] == [op_tijd] * 2
    assert not {"stukken_bellen", "aanvultermijn_sturen"} & set(taken(na))
    assert "inlevertermijn_stukken" not in termijnen(na)


def test_een_onvolledig_stuk_houdt_het_verzoek_open(dienst: Dienst, verzoek: Any) -> None:
    na = ontvang(dienst, verzoek, "ontvangen", "onvolledig")
    assert na["stukkenverzoeken"][0]["status"] == "open"
    assert "inlevertermijn_stukken" in termijnen(na)
    klaar = ontvang(dienst, verzoek, "ontvangen", "goedgekeurd")
    assert klaar["stukkenverzoeken"][0]["status"] == "compleet"
    pad = f"/stukkenverzoeken/{klaar['stukkenverzoeken'][0]['id']}/ontvangsten"
    stuk = {"stukken": [{"stukId": klaar["stukkenverzoeken"][0]["stukken"][0]["id"]}]}
    assert dienst.roep("POST", pad, "receptie", stuk, versie=klaar["versie"]).status_code == 409


def aanvultermijn(dienst: Dienst, melding: Any, **extra: Any) -> Any:
    pad = f"/stukkenverzoeken/{melding['stukkenverzoeken'][0]['id']}/aanvultermijnen"
    return dienst.roep("POST", pad, "inkomensconsulent", extra, versie=lees(dienst, melding)["versie"])


@pytest.mark.regel("DEV-AAN-002", "DEV-AAN-009")
def test_na_de_inlevertermijn_volgt_een_aanvultermijn(dienst: Dienst, verzoek: Any) -> None:
    assert termijnen(verzoek)["beslistermijn_aanvraag"] == "2026-05-26"
    dienst.zet_klok("2026-04-09T12:00:00+02:00")
    assert aanvultermijn(dienst, verzoek).status_code == 409
    dienst.zet_klok("2026-04-10T12:00:00+02:00")
    assert "aanvultermijn_sturen" in taken(lees(dienst, verzoek))
    gegeven = aanvultermijn(dienst, verzoek).json()
    assert termijnen(gegeven)["aanvultermijn_stukken"] == "2026-04-17"
    assert termijnen(gegeven)["beslistermijn_aanvraag"] == "2026-06-02"
    assert "aanvultermijn_sturen" not in taken(gegeven)
    assert aanvultermijn(dienst, verzoek).status_code == 409
    dienst.zet_klok("2026-04-20T12:00:00+02:00")
    assert "buiten_behandeling_beoordelen" in taken(lees(dienst, verzoek))
    na = ontvang(dienst, verzoek, "ontvangen", "ontvangen", ontvangenOp="2026-04-13")
    assert termijnen(na)["beslistermijn_aanvraag"] == "2026-05-29"
    assert "buiten_behandeling_beoordelen" not in taken(na)


def test_een_verzoek_van_vroeger_of_een_vreemd_stuk(dienst: Dienst, verzoek: Any) -> None:
    pad = f"/meldingen/{verzoek['id']}/stukkenverzoeken"
    oud = {"stukken": ["Paspoort"], "gevraagdOp": "2026-03-30"}
    assert dienst.roep("POST", pad, "inkomensconsulent", oud).json()["fouten"][0]["veld"] == "gevraagdOp"
    nummer = verzoek["stukkenverzoeken"][0]["id"]
    vreemd = {"stukken": [{"stukId": verzoek["id"]}]}
    antwoord = dienst.roep(
        "POST", f"/stukkenverzoeken/{nummer}/ontvangsten", "receptie", vreemd, versie=verzoek["versie"]
    )
    assert antwoord.json()["fouten"][0]["veld"] == "stukken.0.stukId"
    weg = dienst.roep("POST", f"/stukkenverzoeken/{verzoek['id']}/ontvangsten", "receptie", vreemd, versie=1)
    assert weg.status_code == 404


def test_intrekken_laat_ook_het_verzoek_vervallen(dienst: Dienst, verzoek: Any) -> None:
    pad = f"/meldingen/{verzoek['id']}/intrekkingen"
    weg = dienst.doe("POST", pad, "receptie", {"getekendOp": "2026-03-31"}, versie=verzoek["versie"])
    assert weg["stukkenverzoeken"][0]["status"] == "vervallen"
    assert (taken(weg), termijnen(weg)) == ([], {})


@pytest.mark.regel("DEV-SCR-020", "DEV-AAN-015")
def test_het_meegegeven_formulier_start_de_inlevertermijn(dienst: Dienst, paar: Any) -> None:
    assert termijnen(paar)["inlevertermijn_stukken"] == "2026-04-13"
    assert paar["stukkenverzoeken"][0]["stukken"][0]["omschrijving"] == "Aanvraagformulier"
