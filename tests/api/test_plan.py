"""Plannen over HTTP: drawing up, versions, signatures, and which plan is in force on a day."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.db.plan import plan_op
from app.db.sessie import transactie
from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst
from tests.steun.klanten import handelend, ingedeeld, taken

DOEL = {
    "omschrijving": "Ik wil aan het werk in de logistiek",
    "leefgebieden": ["werk_en_activiteiten"],
    "acties": [{"wat": "Workshop solliciteren", "wie": "klant", "uiterlijk": "2026-04-14"}],
}
PLAN: dict[str, Any] = {
    "soort": "routekaart",
    "doelen": [DOEL],
    "verplichtingen": ["meewerken_plan_van_aanpak", "verschijnen_op_afspraken"],
    "evaluatiedatum": "2026-04-24",
    "verzuimregelsUitgereiktOp": "2026-03-31",
    "overlegOp": "2026-03-31",
    "wijzeVanBereiken": "Met twee workshops en hulp bij het solliciteren.",
    "eigenRol": "Ik solliciteer elke week twee keer.",
}
KORT_PLAN = PLAN | {"soort": "kort_plan", "evaluatiedatum": "2026-07-01"}
TEKEN = {"versieNr": 1, "wijze": "papier", "datum": "2026-03-31", "bewijs": "scan-1"}


def stel_op(dienst: Dienst, klant_id: str, **anders: Any) -> Any:
    return dienst.doe("POST", f"/klanten/{klant_id}/plannen", "werkconsulent", PLAN | anders)


def teken(dienst: Dienst, plan: Any, **anders: Any) -> Any:
    opdracht = TEKEN | {"versieNr": plan["laatsteNr"]} | anders
    return dienst.doe("POST", f"/plannen/{plan['id']}/ondertekeningen", "werkconsulent", opdracht)


def geldend(dienst: Dienst, klant_id: str, dag: str) -> tuple[str, int, tuple[str, ...]] | None:
    """Ask which plan was in force: its id, version and obligations."""
    with transactie(dienst.state.sessies, handelend(Rol.WERKCONSULENT)) as sessie:
        op = plan_op(sessie, UUID(klant_id), date.fromisoformat(dag))
        return (str(op.plan.id), op.versie.nr, op.verplichtingen) if op else None


def open_taken(dienst: Dienst, klant_id: str) -> dict[str, str]:
    return {taak.soort: taak.uiterste_dag.isoformat() for taak in taken(dienst, klant_id)}


def test_een_plan_vraagt_eerst_een_klantgroep(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, None)
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/plannen", "intaker", PLAN)
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "nog_niet_ingedeeld")


@pytest.mark.regel("DEV-PVA-501")
def test_een_concept_mag_onvolledig_zijn_en_zegt_wat_ontbreekt(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    leeg = {"soort": "routekaart", "auteur": "klant"}
    plan = dienst.doe("POST", f"/klanten/{klant_id}/plannen", "werkconsulent", leeg)
    assert (plan["status"], plan["versies"][0]["auteur"]) == ("concept", "klant")
    assert {toets["voorwaarde"] for toets in plan["ontbreekt"]} == {
        "doel_aanwezig",
        "verplichtingen_genoemd",
        "evaluatie_gepland",
        "verzuimregels_uitgereikt",
        "overleg_vastgelegd",
        "wijze_van_bereiken",
        "eigen_rol",
    }
    antwoord = dienst.roep("POST", f"/plannen/{plan['id']}/ondertekeningen", "werkconsulent", TEKEN)
    assert antwoord.status_code == 409
    assert [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]] == [
        toets["voorwaarde"] for toets in plan["ontbreekt"]
    ]


@pytest.mark.regel("DEV-PVA-001")
@pytest.mark.parametrize(
    ("klantgroep", "soort", "past"),
    [
        pytest.param("matchen", "routekaart", True, id="matchen-routekaart"),
        pytest.param("matchen", "kort_plan", True, id="matchen-kort-plan"),
        pytest.param("matchen", "actieplan", False, id="matchen-actieplan"),
        pytest.param("groeien", "actieplan", True, id="groeien-actieplan"),
        pytest.param("groeien", "routekaart", False, id="groeien-routekaart"),
        pytest.param("faciliteren", "mijn_doel_actieplan", True, id="faciliteren"),
    ],
)
def test_de_soort_hoort_bij_de_fase(dienst: Dienst, klantgroep: str, soort: str, past: bool) -> None:
    klant_id = ingedeeld(dienst, klantgroep)
    plan = dienst.doe("POST", f"/klanten/{klant_id}/plannen", "inkomensconsulent", PLAN | {"soort": soort})
    antwoord = dienst.roep("POST", f"/plannen/{plan['id']}/ondertekeningen", "inkomensconsulent", TEKEN)
    assert antwoord.status_code == (201 if past else 409)


@pytest.mark.regel("DEV-PVA-502")
@pytest.mark.parametrize(
    ("klantgroep", "aantal", "waarschuwt"),
    [
        pytest.param("faciliteren", 2, True, id="faciliteren-2"),
        pytest.param("faciliteren", 3, False, id="faciliteren-3"),
        pytest.param("faciliteren", 4, True, id="faciliteren-4"),
        pytest.param("zorgen", 3, False, id="zorgen-3"),
        pytest.param("zorgen", 4, False, id="zorgen-4"),
        pytest.param("zorgen", 5, True, id="zorgen-5"),
    ],
)
def test_het_aantal_doelen_waarschuwt_maar_weigert_niet(
    dienst: Dienst, klantgroep: str, aantal: int, waarschuwt: bool
) -> None:
    klant_id = ingedeeld(dienst, klantgroep)
    inhoud = PLAN | {"soort": "mijn_doel_actieplan", "doelen": [DOEL] * aantal}
    plan = dienst.doe("POST", f"/klanten/{klant_id}/plannen", "inkomensconsulent", inhoud)
    gezien = [toets["voorwaarde"] for toets in plan["waarschuwingen"] if toets["voorwaarde"] != "taaleis_beoordeeld"]
    assert gezien == (["aantal_doelen"] if waarschuwt else [])
    assert plan["ontbreekt"] == []


@pytest.mark.regel("DEV-PVA-507")
def test_matchen_tekent_niet_zonder_verzuimregels(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    plan = stel_op(dienst, klant_id, verzuimregelsUitgereiktOp=None)
    antwoord = dienst.roep("POST", f"/plannen/{plan['id']}/ondertekeningen", "werkconsulent", TEKEN)
    assert [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]] == ["verzuimregels_uitgereikt"]
    getekend = teken(dienst, plan, verzuimregelsUitgereiktOp="2026-03-31")
    assert (getekend["status"], getekend["verzuimregelsUitgereiktOp"]) == ("actief", "2026-03-31")


def test_een_verplichting_noemt_het_artikel_van_de_eigen_wet(dienst: Dienst) -> None:
    for regime, artikel in (
        ("PW", "artikel 9, lid 1, onderdeel b, Participatiewet"),
        ("IOAW", "artikel 37, lid 1, IOAW"),
    ):
        klant_id = ingedeeld(dienst, "matchen", regime=regime)
        verplichting = stel_op(dienst, klant_id)["versies"][0]["verplichtingen"][0]
        assert (verplichting["code"], verplichting["grondslag"]["tekst"]) == ("meewerken_plan_van_aanpak", artikel)


@pytest.mark.regel("DEV-PVA-001")
def test_een_gewijzigd_plan_gaat_pas_gelden_na_een_nieuwe_handtekening(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    plan = teken(dienst, stel_op(dienst, klant_id, **KORT_PLAN))
    assert geldend(dienst, klant_id, "2026-03-30") is None
    assert geldend(dienst, klant_id, "2026-03-31") == (plan["id"], 1, tuple(PLAN["verplichtingen"]))

    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    inhoud = {veld: waarde for veld, waarde in KORT_PLAN.items() if veld != "soort"}
    nieuw = inhoud | {"verplichtingen": ["inschrijving_uwv"], "aanleiding": "Evaluatie"}
    pad = f"/plannen/{plan['id']}/versies"
    gewijzigd = dienst.doe("POST", pad, "werkconsulent", nieuw, versie=plan["versie"])
    assert [versie["nr"] for versie in gewijzigd["versies"]] == [2, 1]
    assert gewijzigd["versies"][1]["doelen"][0]["omschrijving"] == DOEL["omschrijving"]
    assert geldend(dienst, klant_id, "2026-04-02") == (plan["id"], 1, tuple(PLAN["verplichtingen"]))
    assert "plan_ondertekenen" in open_taken(dienst, klant_id)

    getekend = teken(dienst, gewijzigd, datum="2026-04-02", wijze="email")
    assert [(deel["versieNr"], deel["wijze"]) for deel in getekend["ondertekeningen"]] == [(2, "email"), (1, "papier")]
    assert geldend(dienst, klant_id, "2026-04-02") == (plan["id"], 2, ("inschrijving_uwv",))
    assert geldend(dienst, klant_id, "2026-04-01") == (plan["id"], 1, tuple(PLAN["verplichtingen"]))
    assert "plan_ondertekenen" not in open_taken(dienst, klant_id)


def test_wijzigen_vraagt_de_versie_die_men_zag_en_een_echt_verschil(dienst: Dienst) -> None:
    plan = stel_op(dienst, ingedeeld(dienst, "matchen"))
    pad = f"/plannen/{plan['id']}/versies"
    gelijk = {veld: waarde for veld, waarde in PLAN.items() if veld != "soort"} | {"aanleiding": "Niets"}
    antwoord = dienst.roep("POST", pad, "werkconsulent", gelijk, versie=plan["versie"])
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "plan_ongewijzigd")
    nieuw = gelijk | {"evaluatiedatum": "2026-04-20"}
    assert dienst.roep("POST", pad, "werkconsulent", nieuw).status_code == 428
    assert dienst.roep("POST", pad, "werkconsulent", nieuw, versie=plan["versie"]).status_code == 201
    anders = nieuw | {"evaluatiedatum": "2026-04-21"}
    assert dienst.roep("POST", pad, "werkconsulent", anders, versie=plan["versie"]).status_code == 412


def test_alleen_de_nieuwste_versie_wordt_een_keer_getekend(dienst: Dienst) -> None:
    plan = stel_op(dienst, ingedeeld(dienst, "matchen"))
    pad = f"/plannen/{plan['id']}/ondertekeningen"
    assert dienst.roep("POST", pad, "werkconsulent", TEKEN | {"versieNr": 2}).json()["code"] == "andere_versie"
    assert dienst.roep("POST", pad, "werkconsulent", TEKEN | {"datum": "2026-04-01"}).status_code == 400
    assert dienst.roep("POST", pad, "werkconsulent", TEKEN | {"datum": "2026-03-30"}).status_code == 409
    met_partner = teken(dienst, plan, door="partner")
    assert met_partner["status"] == "concept"
    teken(dienst, plan)
    assert dienst.roep("POST", pad, "werkconsulent", TEKEN).json()["code"] == "al_ondertekend"


@pytest.mark.regel("DEV-PVA-001")
def test_een_nieuw_plan_vervangt_het_vorige(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    routekaart = teken(dienst, stel_op(dienst, klant_id))
    assert routekaart["geldigTot"] == "2026-04-28"
    dienst.zet_klok("2026-04-20T09:00:00+02:00")
    kort = stel_op(dienst, klant_id, **KORT_PLAN | {"verzuimregelsUitgereiktOp": None})
    assert kort["verzuimregelsUitgereiktOp"] == "2026-03-31"
    assert dienst.roep("POST", f"/klanten/{klant_id}/plannen", "werkconsulent", KORT_PLAN).status_code == 409
    teken(dienst, kort, datum="2026-04-20")
    plannen = dienst.doe("GET", f"/klanten/{klant_id}/plannen", "werkconsulent")["plannen"]
    assert [(plan["soort"], plan["status"]) for plan in plannen] == [
        ("kort_plan", "actief"),
        ("routekaart", "vervangen"),
    ]
    assert geldend(dienst, klant_id, "2026-04-19") == (routekaart["id"], 1, tuple(PLAN["verplichtingen"]))
    assert geldend(dienst, klant_id, "2026-04-20") == (kort["id"], 1, tuple(PLAN["verplichtingen"]))
    assert set(open_taken(dienst, klant_id)) == set()


def test_een_routekaart_geldt_vier_weken(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    plan = teken(dienst, stel_op(dienst, klant_id))
    assert geldend(dienst, klant_id, "2026-04-27") == (plan["id"], 1, tuple(PLAN["verplichtingen"]))
    assert geldend(dienst, klant_id, "2026-04-28") is None


def test_de_evaluatie_wordt_bewaakt_tot_er_een_nieuwe_afspraak_is(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    plan = teken(dienst, stel_op(dienst, klant_id, **KORT_PLAN))
    dienst.zet_klok("2026-06-16T12:00:00+02:00")
    assert open_taken(dienst, klant_id) == {}
    dienst.zet_klok("2026-06-17T12:00:00+02:00")
    assert open_taken(dienst, klant_id) == {"plan_evalueren": "2026-07-01"}
    inhoud = {veld: waarde for veld, waarde in KORT_PLAN.items() if veld != "soort"}
    nieuw = inhoud | {"evaluatiedatum": "2026-10-01", "aanleiding": "Evaluatie"}
    plan = dienst.doe("POST", f"/plannen/{plan['id']}/versies", "werkconsulent", nieuw, versie=plan["versie"])
    teken(dienst, plan, datum="2026-06-17")
    assert open_taken(dienst, klant_id) == {}


@pytest.mark.regel("DEV-PVA-001")
def test_wie_geen_geldend_plan_heeft_staat_op_de_lijst(dienst: Dienst) -> None:
    met, zonder = ingedeeld(dienst, "matchen"), ingedeeld(dienst, "groeien")
    ingedeeld(dienst, None)
    teken(dienst, stel_op(dienst, met))
    lijst = dienst.doe("GET", "/klanten-zonder-plan", "inkomensconsulent")["klanten"]
    assert [klant["id"] for klant in lijst] == [zonder]
    dienst.zet_klok("2026-04-28T09:00:00+02:00")
    eerste = dienst.doe("GET", "/klanten-zonder-plan?aantal=1", "inkomensconsulent")
    tweede = dienst.doe("GET", f"/klanten-zonder-plan?aantal=1&na={eerste['volgende']}", "inkomensconsulent")
    assert [klant["id"] for klant in eerste["klanten"] + tweede["klanten"]] == [met, zonder]


def test_een_beeindigd_plan_geldt_niet_meer(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    plan = teken(dienst, stel_op(dienst, klant_id, **KORT_PLAN))
    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    einde = {"datum": "2026-04-02", "reden": "De klant heeft werk gevonden"}
    pad = f"/plannen/{plan['id']}/einde"
    assert (
        dienst.roep("PUT", pad, "werkconsulent", einde | {"datum": "2026-04-03"}, versie=plan["versie"]).status_code
        == 400
    )
    klaar = dienst.doe("PUT", pad, "werkconsulent", einde, versie=plan["versie"])
    assert (klaar["status"], geldend(dienst, klant_id, "2026-04-02")) == ("beeindigd", None)
    assert geldend(dienst, klant_id, "2026-04-01") is not None
    assert dienst.roep("PUT", pad, "werkconsulent", einde, versie=klaar["versie"]).json()["code"] == "plan_afgesloten"


def test_een_plan_van_een_ander_is_niet_te_vinden(dienst: Dienst) -> None:
    plan = stel_op(dienst, ingedeeld(dienst, "matchen"))
    for rol, organisatie in (("werkconsulent", "weert"), ("participatiemakelaar", "deventer")):
        assert dienst.roep("GET", f"/plannen/{plan['id']}", rol, organisatie=organisatie).status_code == 404
