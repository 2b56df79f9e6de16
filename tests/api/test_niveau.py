"""The level of service over HTTP: deciding, revoking, what then holds, and the trail that a case keeps."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld

PAD = "/dienstverleningsniveaus"
BESLUIT = {
    "gemeente": "GM0150",
    "niveau": "volledige_lockdown",
    "van": "2026-04-07",
    "reden": "Landelijke maatregelen",
    "beslotenDoor": "Directieteam",
}


def besluit(dienst: Dienst, **anders: Any) -> Any:
    inhoud = {veld: waarde for veld, waarde in (BESLUIT | anders).items() if waarde is not None}
    return dienst.doe("POST", PAD, Rol.TEAMLEIDER, inhoud)


def stand(dienst: Dienst, peildatum: str = "2026-04-07") -> Any:
    return dienst.doe("GET", f"{PAD}?gemeente=GM0150&peildatum={peildatum}", Rol.INTAKER)


def ambitie_minuten(dienst: Dienst, peildatum: str) -> tuple[int, str | None, str]:
    gevonden = dienst.doe("GET", f"/beleid?gemeente=GM0150&soort=indeling&peildatum={peildatum}", Rol.INTAKER)
    [onderwerp] = gevonden["onderwerpen"]
    [waarde] = [w for w in onderwerp["waarden"] if w["veld"] == "ambitiegesprek_minuten"]
    return waarde["waarde"], waarde["variant"], onderwerp["pakket"]


@pytest.mark.regel("DEV-DIG-001")
@pytest.mark.regel("DEV-DIG-016")
def test_aan_en_uit_per_datum_verandert_het_beleid_en_een_herroeping_zet_het_terug(dienst: Dienst) -> None:
    gewoon = "GM0150/indeling/2020-01-01"
    assert ambitie_minuten(dienst, "2026-04-07") == (60, None, gewoon)
    aan = besluit(dienst)
    assert (aan["variant"], aan["beslotenOp"], aan["herroeping"]) == ("volledige_lockdown", "2026-03-31", None)
    besluit(dienst, niveau="geen", van="2026-05-01")
    met = f"{gewoon} + GM0150/indeling/volledige_lockdown/2020-01-01"
    assert ambitie_minuten(dienst, "2026-04-06") == (60, None, gewoon)
    assert ambitie_minuten(dienst, "2026-04-07") == (30, "volledige_lockdown", met)
    assert ambitie_minuten(dienst, "2026-04-30") == (30, "volledige_lockdown", met)
    assert ambitie_minuten(dienst, "2026-05-01") == (60, None, gewoon)
    perioden = stand(dienst)["perioden"]
    assert [(p["variant"], p["van"], p["tot"]) for p in perioden] == [
        ("volledige_lockdown", "2026-04-07", "2026-05-01")
    ]
    pad = f"{PAD}/{aan['id']}/herroepingen"
    herroepen = dienst.doe("POST", pad, Rol.BELEIDSMEDEWERKER, {"reden": "Verkeerde datum"})
    assert herroepen["herroeping"]["reden"] == "Verkeerde datum"
    assert ambitie_minuten(dienst, "2026-04-07") == (60, None, gewoon)
    assert [bool(b["herroeping"]) for b in stand(dienst)["besluiten"]] == [True, False]
    antwoord = dienst.roep("POST", pad, Rol.TEAMLEIDER, {"reden": "Nog eens"})
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "al_herroepen")


def test_wat_er_te_kiezen_is(dienst: Dienst) -> None:
    keuzes = {keuze["variant"]: keuze["soorten"] for keuze in stand(dienst)["teKiezen"]}
    assert "indeling" in keuzes["volledige_lockdown"]
    assert stand(dienst)["varianten"] == []


def test_een_besluit_met_fouten_noemt_ze_allemaal(dienst: Dienst) -> None:
    fout = {"niveau": None, "instelling": "spook", "van": "2026-04-07", "tot": "2026-04-07", "beslotenOp": "2026-04-01"}
    antwoord = dienst.roep("POST", PAD, Rol.TEAMLEIDER, BESLUIT | fout)
    assert {f["veld"] for f in antwoord.json()["fouten"]} == {"instelling", "tot", "beslotenOp"}
    antwoord = dienst.roep("POST", PAD, Rol.TEAMLEIDER, BESLUIT | {"gemeente": "GM0988", "instelling": "x_aan"})
    assert {f["veld"] for f in antwoord.json()["fouten"]} == {"gemeente", "niveau", "instelling"}
    for geen_instelling in ("volledige_lockdown", "geen"):
        als_instelling = BESLUIT | {"niveau": None, "instelling": geen_instelling}
        antwoord = dienst.roep("POST", PAD, Rol.TEAMLEIDER, als_instelling)
        assert [f["veld"] for f in antwoord.json()["fouten"]] == ["instelling"]
    antwoord = dienst.roep("GET", f"{PAD}?gemeente=GM0988", Rol.TEAMLEIDER)
    assert [f["veld"] for f in antwoord.json()["fouten"]] == ["gemeente"]
    pad = f"{PAD}/00000000-0000-7000-8000-000000000009/herroepingen"
    assert dienst.roep("POST", pad, Rol.TEAMLEIDER, {"reden": "Bestaat niet"}).status_code == 404


@pytest.mark.regel("DEV-DIG-001")
def test_een_zaak_houdt_bij_onder_welk_niveau_iets_is_gemaakt(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    besluit(dienst, tot="2026-04-20")
    afspraak = {"klantId": klant, "soort": "doelmatigheidsgesprek", "locatie": "Stadhuis", "wijzen": ["regulier"]}
    for moment in ("2026-04-06T10:00:00+02:00", "2026-04-07T10:00:00+02:00"):
        gemaakt = dienst.doe("POST", "/afspraken", Rol.INKOMENSCONSULENT, afspraak | {"begint": moment})
        dienst.zet_klok(moment.replace("T10", "T11"))
        uitkomst = {"uitkomst": "niet_verschenen"}
        pad = f"/afspraken/{gemaakt['id']}/uitkomst"
        dienst.doe("PUT", pad, Rol.INKOMENSCONSULENT, uitkomst, versie=gemaakt["versie"])
    spoor = dienst.doe("GET", f"/klanten/{klant}/dienstverlening", Rol.INKOMENSCONSULENT)
    assert [(p["variant"], p["van"], p["tot"]) for p in spoor["perioden"]] == [
        ("volledige_lockdown", "2026-04-07", "2026-04-20")
    ]
    per_dag: dict[tuple[str, str], list[list[str]]] = {}
    for regel in spoor["regels"]:
        per_dag.setdefault((regel["wat"], regel["dag"]), []).append(regel["varianten"])
    assert per_dag["afspraak", "2026-04-06"] == [[]]
    assert per_dag["afspraak", "2026-04-07"] == [["volledige_lockdown"]]
    assert set(map(tuple, per_dag["taak", "2026-04-06"])) == {()}
    assert set(map(tuple, per_dag["taak", "2026-04-07"])) == {("volledige_lockdown",)}


def test_een_verzoek_zonder_beleid_leest_geen_besluiten(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    gezien: list[str] = []

    def kijk(*delen: Any) -> None:
        gezien.append(delen[2])

    event.listen(dienst.state.engine, "before_cursor_execute", kijk)
    try:
        dienst.doe("GET", f"/klanten/{klant}", Rol.INTAKER)
        assert [vraag for vraag in gezien if "niveaubesluit" in vraag] == []
        ambitie_minuten(dienst, "2026-04-07")
        dienst.doe("GET", "/beleid?gemeente=GM0150", Rol.INTAKER)
        assert len([vraag for vraag in gezien if "niveaubesluit" in vraag]) == 2
    finally:
        event.remove(dienst.state.engine, "before_cursor_execute", kijk)
