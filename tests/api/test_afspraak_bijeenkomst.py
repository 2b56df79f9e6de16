"""Kick-off bijeenkomsten: planning, inviting, capacity and the hersteltermijn."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.afspraak import (
    EERSTE,
    HERSTEL,
    afspraak_van,
    eigen_taken,
    gemeld,
    no_show,
    nodig_uit,
    plan_bijeenkomst,
    soorten,
)
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import ingedeeld

WC, IC = str(medewerker_id("werkconsulent")), str(medewerker_id("inkomensconsulent"))


def voorwaarden(antwoord: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]


@pytest.mark.parametrize(
    ("klantgroep", "hoogstens"),
    [
        pytest.param("matchen", 10, id="matchen-10", marks=pytest.mark.regel("DEV-KIC-002")),
        pytest.param("groeien", 15, id="groeien-15", marks=pytest.mark.regel("DEV-KIC-007")),
        pytest.param("faciliteren", 12, id="faciliteren-12", marks=pytest.mark.regel("DEV-KIC-501")),
    ],
)
def test_vol_is_vol(dienst: Dienst, klantgroep: str, hoogstens: int) -> None:
    bijeenkomst = plan_bijeenkomst(dienst, klantgroep)
    klanten = [ingedeeld(dienst, klantgroep) for _ in range(hoogstens + 1)]
    nodig_uit(dienst, bijeenkomst, *klanten[: hoogstens - 1])
    vol = nodig_uit(dienst, bijeenkomst, klanten[hoogstens - 1])
    assert (vol["capaciteit"], vol["ingeschreven"], len(vol["deelnemers"])) == (hoogstens, hoogstens, hoogstens)
    opdracht = {"deelnemers": [{"klantId": klanten[hoogstens]}]}
    antwoord = dienst.roep("POST", f"/bijeenkomsten/{bijeenkomst['id']}/deelnemers", "administratie", opdracht)
    assert (antwoord.status_code, voorwaarden(antwoord)) == (409, ["plaats_in_sessie"])
    assert antwoord.json()["toetsen"][0]["feiten"]["klant_id"] == klanten[hoogstens]


@pytest.mark.regel("DEV-KGR-515")
def test_zorgen_heeft_geen_kick_off(dienst: Dienst) -> None:
    opdracht = {"gemeente": "GM0150", "klantgroep": "zorgen", "begint": EERSTE, "locatie": "Stadhuis"}
    antwoord = dienst.roep("POST", "/bijeenkomsten", "administratie", opdracht)
    assert (antwoord.status_code, voorwaarden(antwoord)) == (409, ["klantgroep_heeft_kick_off"])
    bijeenkomst = plan_bijeenkomst(dienst, "faciliteren")
    deelnemers = {"deelnemers": [{"klantId": ingedeeld(dienst, "zorgen")}]}
    antwoord = dienst.roep("POST", f"/bijeenkomsten/{bijeenkomst['id']}/deelnemers", "administratie", deelnemers)
    assert (antwoord.status_code, voorwaarden(antwoord)) == (409, ["klantgroep_heeft_kick_off"])


def test_allemaal_of_geen_met_alles_wat_in_de_weg_staat(dienst: Dienst) -> None:
    bijeenkomst = plan_bijeenkomst(dienst, "matchen")
    goed, groeien, geen = ingedeeld(dienst, "matchen"), ingedeeld(dienst, "groeien"), ingedeeld(dienst, None)
    pad = f"/bijeenkomsten/{bijeenkomst['id']}/deelnemers"
    alle = {"deelnemers": [{"klantId": klant} for klant in (goed, groeien, geen)]}
    antwoord = dienst.roep("POST", pad, "administratie", alle)
    mis = {(toets["voorwaarde"], toets["feiten"]["klant_id"]) for toets in antwoord.json()["toetsen"]}
    assert mis == {("sessie_voor_klantgroep", groeien), ("uit_te_nodigen", geen)}
    assert dienst.doe("GET", f"/bijeenkomsten/{bijeenkomst['id']}", "administratie")["ingeschreven"] == 0
    nodig_uit(dienst, bijeenkomst, goed)
    antwoord = dienst.roep("POST", pad, "administratie", {"deelnemers": [{"klantId": goed}]})
    assert voorwaarden(antwoord) == ["uit_te_nodigen"]
    assert soorten(dienst, goed) == ["kick_off.uitgenodigd"]


def test_alle_fouten_in_een_uitnodiging_tegelijk(dienst: Dienst) -> None:
    bijeenkomst = plan_bijeenkomst(dienst, "matchen")
    klant = ingedeeld(dienst, "matchen", email=None)
    fout = {"klantId": klant, "verzondenOp": "2026-04-01", "wijzen": ["email"], "kenmerkAangetekend": "3SRRC0001"}
    antwoord = dienst.roep(
        "POST", f"/bijeenkomsten/{bijeenkomst['id']}/deelnemers", "administratie", {"deelnemers": [fout]}
    )
    assert antwoord.status_code == 400
    assert {regel["veld"] for regel in antwoord.json()["fouten"]} == {
        "deelnemers.0.verzondenOp",
        "deelnemers.0.wijzen",
        "deelnemers.0.kenmerkAangetekend",
    }
    tweemaal = {"deelnemers": [{"klantId": klant}, {"klantId": klant}]}
    antwoord = dienst.roep("POST", f"/bijeenkomsten/{bijeenkomst['id']}/deelnemers", "administratie", tweemaal)
    assert [regel["veld"] for regel in antwoord.json()["fouten"]] == ["deelnemers.1.klantId"]


@pytest.mark.regel("DEV-NOS-003", "DEV-MTR-514")
@pytest.mark.parametrize(
    ("dag", "werkdagen"),
    [
        pytest.param("2026-04-21", 4, id="vier-volle-werkdagen"),
        pytest.param("2026-04-22", 5, id="vijf-volle-werkdagen"),
        pytest.param("2026-04-23", 6, id="zes-volle-werkdagen"),
    ],
)
def test_een_hersteltermijn_laat_vijf_volle_werkdagen(dienst: Dienst, dag: str, werkdagen: int) -> None:
    _, klant = no_show(dienst, "matchen")
    volgende = plan_bijeenkomst(dienst, "matchen", f"{dag}T10:00:00+02:00")
    pad = f"/bijeenkomsten/{volgende['id']}/deelnemers"
    antwoord = dienst.roep("POST", pad, "administratie", {"deelnemers": [{"klantId": klant} | HERSTEL]})
    if werkdagen >= 5:
        assert antwoord.status_code == 201
        assert eigen_taken(dienst, klant) == set()
        return
    (toets,) = antwoord.json()["toetsen"]
    assert (toets["voorwaarde"], toets["feiten"]["werkdagen"]) == ("hersteltermijn_werkdagen", werkdagen)
    assert toets["feiten"]["vroegste"] == "2026-04-22"
    assert "woensdag 22 april 2026" in toets["toelichting"]


@pytest.mark.regel("DEV-NOS-003")
def test_na_een_no_show_is_een_gewone_uitnodiging_niet_genoeg(dienst: Dienst) -> None:
    _, klant = no_show(dienst, "groeien")
    volgende = plan_bijeenkomst(dienst, "groeien", "2026-04-29T10:00:00+02:00")
    pad = f"/bijeenkomsten/{volgende['id']}/deelnemers"
    antwoord = dienst.roep("POST", pad, "administratie", {"deelnemers": [{"klantId": klant}]})
    assert voorwaarden(antwoord) == ["uitnodiging_als_hersteltermijn"]
    zonder_aangetekend = {"klantId": klant, "uitnodiging": "hersteltermijn", "wijzen": ["regulier", "email"]}
    antwoord = dienst.roep("POST", pad, "administratie", {"deelnemers": [zonder_aangetekend]})
    assert voorwaarden(antwoord) == ["hersteltermijn_verzending"]


@pytest.mark.parametrize(
    ("klantgroep", "begeleiders", "verwacht"),
    [
        pytest.param(
            "matchen",
            [],
            {"begeleiding_werkconsulent_matchen", "begeleiding_jobhunter", "genoeg_deelnemers"},
            id="matchen-leeg",
            marks=pytest.mark.regel("DEV-KIC-002"),
        ),
        pytest.param(
            "groeien",
            [(WC, "werkconsulent_groeien"), (IC, "trainer")],
            {"genoeg_deelnemers"},
            id="groeien-bezet",
            marks=pytest.mark.regel("DEV-KIC-007"),
        ),
        pytest.param(
            "faciliteren",
            [(IC, "inkomensconsulent")],
            {"begeleiding_inkomensconsulent"},
            id="faciliteren-een-ic",
            marks=pytest.mark.regel("DEV-KIC-501"),
        ),
    ],
)
def test_normen_die_knellen_zijn_een_signaal(
    dienst: Dienst, klantgroep: str, begeleiders: list[tuple[str, str]], verwacht: set[str]
) -> None:
    wie = [{"medewerkerId": medewerker, "functie": functie} for medewerker, functie in begeleiders]
    bijeenkomst = plan_bijeenkomst(dienst, klantgroep, begeleiders=wie)
    assert {toets["voorwaarde"] for toets in bijeenkomst["signalen"]} == verwacht | {"volgende_sessie_op_tijd"}
    assert [begeleider["naam"] for begeleider in bijeenkomst["begeleiders"]] == [
        "werkconsulent 1" if medewerker == WC else "inkomensconsulent 1" for medewerker, _ in begeleiders
    ]


@pytest.mark.regel("DEV-KIC-501")
@pytest.mark.parametrize(
    ("volgende", "op_tijd"),
    [
        pytest.param("2026-05-05", True, id="drie-weken"),
        pytest.param("2026-05-06", False, id="een-dag-later"),
    ],
)
def test_faciliteren_heeft_elke_drie_weken_een_kick_off(dienst: Dienst, volgende: str, op_tijd: bool) -> None:
    bijeenkomst = plan_bijeenkomst(dienst, "faciliteren")
    plan_bijeenkomst(dienst, "faciliteren", f"{volgende}T10:00:00+02:00")
    signalen = dienst.doe("GET", f"/bijeenkomsten/{bijeenkomst['id']}", "administratie")["signalen"]
    assert ("volgende_sessie_op_tijd" not in {toets["voorwaarde"] for toets in signalen}) is op_tijd


def test_de_lijst_van_bijeenkomsten_kent_groep_en_dag(dienst: Dienst) -> None:
    dagen = ("2026-04-14", "2026-04-21", "2026-04-28")
    nummers = [plan_bijeenkomst(dienst, "matchen", f"{dag}T10:00:00+02:00")["id"] for dag in dagen]
    plan_bijeenkomst(dienst, "groeien", "2026-04-21T10:00:00+02:00")
    basis = "/bijeenkomsten?klantgroep=matchen&aantal=1"
    eerste = dienst.doe("GET", f"{basis}&vanaf=2026-04-21", "werkconsulent")
    tweede = dienst.doe("GET", f"{basis}&vanaf=2026-04-21&na={eerste['volgende']}", "werkconsulent")
    assert [rij["id"] for rij in eerste["bijeenkomsten"] + tweede["bijeenkomsten"]] == nummers[1:]
    assert len(dienst.doe("GET", "/bijeenkomsten", "werkconsulent")["bijeenkomsten"]) == 4


def test_fouten_bij_het_plannen_tegelijk(dienst: Dienst) -> None:
    opdracht = {
        "gemeente": "GM0988",
        "klantgroep": "matchen",
        "begint": "2026-03-31T08:59:00+02:00",
        "locatie": "Stadhuis",
        "begeleiders": [{"medewerkerId": str(medewerker_id("toetser", "weert")), "functie": "jobhunter"}],
    }
    antwoord = dienst.roep("POST", "/bijeenkomsten", "administratie", opdracht)
    assert {fout["veld"] for fout in antwoord.json()["fouten"]} == {
        "gemeente",
        "begint",
        "begeleiders.0.medewerkerId",
    }


def test_een_afgezegde_bijeenkomst_kost_niemand_een_no_show(dienst: Dienst) -> None:
    bijeenkomst = plan_bijeenkomst(dienst, "matchen")
    klant = gemeld(dienst, "matchen")
    uitgenodigd = nodig_uit(dienst, bijeenkomst, klant)
    pad = f"/bijeenkomsten/{bijeenkomst['id']}"
    reden = {"reden": "Beide begeleiders zijn ziek"}
    af = dienst.doe("PUT", f"{pad}/afzegging", "administratie", reden, versie=uitgenodigd["versie"])
    assert (af["status"], af["ingeschreven"], af["deelnemers"]) == ("vervallen", 0, [])
    assert eigen_taken(dienst, klant) == {"kick_off_plannen"}
    antwoord = dienst.roep("POST", f"{pad}/deelnemers", "administratie", {"deelnemers": [{"klantId": klant}]})
    assert voorwaarden(antwoord) == ["sessie_gaat_door"]
    nodig_uit(dienst, plan_bijeenkomst(dienst, "matchen", "2026-04-21T10:00:00+02:00"), klant)
    assert (afspraak_van(dienst, klant)["nummer"], eigen_taken(dienst, klant)) == (2, set())


def test_wie_het_team_niet_ziet_ziet_de_deelnemers_niet(dienst: Dienst) -> None:
    bijeenkomst = plan_bijeenkomst(dienst, "faciliteren")
    klant = ingedeeld(dienst, "faciliteren", consulent_id=None)
    uitgenodigd = nodig_uit(dienst, bijeenkomst, klant)
    pad = f"/bijeenkomsten/{bijeenkomst['id']}"
    gezien = dienst.doe("GET", pad, "werkconsulent")
    assert (gezien["ingeschreven"], gezien["deelnemers"]) == (1, [])
    assert dienst.roep("GET", pad, "administratie", organisatie="weert").status_code == 404
    dienst.zet_klok("2026-04-14T13:00:00+02:00")
    leeg: dict[str, Any] = {"deelnemers": []}
    antwoord = dienst.roep("PUT", f"{pad}/presentielijst", "werkconsulent", leeg, versie=uitgenodigd["versie"])
    assert antwoord.status_code == 403
