"""Changes of klantgroep and corrections over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from app.db.mutatie import Mutatie
from app.db.organisatie import Medewerker
from app.db.sessie import transactie
from app.db.taak import Taakstatus
from app.domain.kern.rollen import Rol
from tests.api.test_indeling import historie, open_taken
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.indeling import FACILITEREN, HANDHAVING, ZORGEN, besluit, deel_in, klaar, mis, stel_voor
from tests.steun.klanten import handelend, rij, taken

NAAR_GROEIEN: dict[str, Any] = {
    "klantgroep": "groeien",
    "motivering": "Er is meer tijd nodig.",
    "wissel": {"grond": "meer_tijd_of_instrumenten"},
}
NAAR_FACILITEREN: dict[str, Any] = {
    "motivering": "Werk is niet haalbaar gebleken.",
    "wissel": {"grond": "belemmeringen_langer_dan_3_jaar"},
}


def zet_teams(dienst: Dienst, **teams: str) -> None:
    """Let each werkconsulent work in one team: ``een="matchen", twee="groeien"``."""
    with transactie(dienst.state.sessies, handelend(Rol.BEHEERDER)) as sessie:
        for nummer, team in enumerate(teams.values(), start=1):
            medewerker = sessie.get(Medewerker, medewerker_id("werkconsulent", nummer=nummer))
            assert medewerker is not None
            medewerker.teams = [team]


@pytest.mark.regel("DEV-KGR-008", "DEV-KGR-009", "DEV-KGR-016")
@pytest.mark.parametrize(
    ("dag", "fout"),
    [
        pytest.param("2026-09-29", ["maanden_in_matchen"], id="dag-voor-6-maanden"),
        pytest.param("2026-09-30", [], id="6-maanden"),
        pytest.param("2026-10-01", [], id="dag-na-6-maanden"),
    ],
)
def test_van_matchen_naar_groeien_na_zes_maanden(dienst: Dienst, dag: str, fout: list[str]) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    dienst.zet_klok(f"{dag}T09:00:00+02:00")
    voorstel = stel_voor(dienst, klant_id, "werkconsulent", verwachteTermijnMaanden=12)
    antwoord = besluit(dienst, klant_id, voorstel, "werkconsulent", **NAAR_GROEIEN)
    if fout:
        assert mis(antwoord) == fout
        return
    assert antwoord.status_code == 201, antwoord.text
    nieuw, oud = historie(dienst, klant_id)
    assert (oud["van"], oud["tot"], oud["gecorrigeerd"]) == ("2026-03-31", dag, False)
    assert (nieuw["van"], nieuw["tot"], nieuw["vorige"]) == (dag, None, "matchen")
    assert nieuw["grond"] == "meer_tijd_of_instrumenten"


@pytest.mark.regel("DEV-KGR-016")
@pytest.mark.parametrize(
    ("opdracht", "fout"),
    [
        pytest.param({"klantgroep": "matchen"}, ["wissel_beschreven", "wissel_gemotiveerd"], id="zelfde-groep"),
        pytest.param({**FACILITEREN, "klantgroep": "faciliteren", "motivering": "Zo."}, None, id="motivering-te-kort"),
        pytest.param(
            {"klantgroep": "faciliteren", "motivering": "Past beter."}, ["wissel_beschreven"], id="niet-beschreven"
        ),
        pytest.param(
            {"klantgroep": "faciliteren", "motivering": "Past beter.", "wissel": {"afwijken": True}}, [], id="afwijking"
        ),
    ],
)
def test_een_wissel_die_niet_is_beschreven(dienst: Dienst, opdracht: dict[str, Any], fout: list[str] | None) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    feiten = {} if opdracht["klantgroep"] == "matchen" else FACILITEREN
    antwoord = besluit(dienst, klant_id, stel_voor(dienst, klant_id, **feiten), **opdracht)
    if fout is None:
        assert antwoord.status_code == 400
    elif fout:
        assert mis(antwoord) == fout
    else:
        assert antwoord.status_code == 201


@pytest.mark.regel("DEV-KGR-018")
def test_bij_een_wissel_houdt_de_oude_consulent_de_klant_tot_het_driegesprek(dienst: Dienst) -> None:
    zet_teams(dienst, een="matchen", twee="groeien")
    een, twee = medewerker_id("werkconsulent"), medewerker_id("werkconsulent", nummer=2)
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    dienst.zet_klok("2026-10-01T09:00:00+02:00")
    indeling = deel_in(dienst, klant_id, feiten={"verwachteTermijnMaanden": 12}, **NAAR_GROEIEN)
    klant = rij(dienst, klant_id)
    assert (indeling["consulentId"], klant.consulent_id, klant.team) == (str(twee), een, "groeien")
    driegesprek = next(taak for taak in taken(dienst, klant_id) if taak.soort == "driegesprek_plannen")
    assert driegesprek.eigenaar_id == een
    assert open_taken(dienst, klant_id)["kick_off_plannen"] == "intaker"


@pytest.mark.regel("DEV-KGR-018")
@pytest.mark.parametrize(
    "driegesprek",
    [{"gehoudenOp": "2026-09-30"}, {"redenNietNodig": "De klant wil dit niet."}],
    ids=["gehouden", "niet"],
)
def test_na_het_driegesprek_gaat_de_klant_over(dienst: Dienst, driegesprek: dict[str, str]) -> None:
    zet_teams(dienst, een="matchen", twee="groeien")
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    dienst.zet_klok("2026-10-01T09:00:00+02:00")
    wissel: dict[str, Any] = NAAR_GROEIEN | {
        "wissel": {"grond": "meer_tijd_of_instrumenten", "driegesprek": driegesprek}
    }
    deel_in(dienst, klant_id, feiten={"verwachteTermijnMaanden": 12}, **wissel)
    assert rij(dienst, klant_id).consulent_id == medewerker_id("werkconsulent", nummer=2)
    assert "driegesprek_plannen" not in open_taken(dienst, klant_id)


def test_een_werkconsulent_kan_een_klant_uit_het_eigen_zicht_brengen(dienst: Dienst) -> None:
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": 12})
    deel_in(dienst, klant_id)
    wissel: dict[str, Any] = NAAR_FACILITEREN | {
        "wissel": {"grond": "belemmeringen_langer_dan_3_jaar", "driegesprek": {"gehoudenOp": "2026-03-31"}}
    }
    deel_in(dienst, klant_id, "werkconsulent", FACILITEREN, **wissel)
    klant = rij(dienst, klant_id)
    assert (klant.klantgroep, klant.team, klant.consulent_id) == ("faciliteren", "inkomen", None)
    assert dienst.roep("GET", f"/klanten/{klant_id}", "werkconsulent").status_code == 404
    assert len(historie(dienst, klant_id)) == 2


def test_de_caseload_van_een_ander_team_telt_mee(dienst: Dienst) -> None:
    for nummer in (1, 1, 2):
        klaar(dienst, inkomensconsulent_id=medewerker_id("inkomensconsulent", nummer=nummer), team="inkomen")
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": 12})
    deel_in(dienst, klant_id)
    deel_in(dienst, klant_id, "werkconsulent", FACILITEREN, **NAAR_FACILITEREN)
    assert rij(dienst, klant_id).inkomensconsulent_id == medewerker_id("inkomensconsulent", nummer=2)


@pytest.mark.regel("DEV-KGR-511", "DEV-KGR-014")
def test_uit_zorgen_alleen_na_gesprek_en_bijgewerkt_plan(dienst: Dienst) -> None:
    klant_id = klaar(dienst, ZORGEN)
    deel_in(dienst, klant_id, zorgHandhaving=HANDHAVING)
    plan = {
        "soort": "mijn_doel_actieplan",
        "doelen": [{"omschrijving": "Ik wil vrijwilligerswerk doen", "leefgebieden": ["werk_en_activiteiten"]}],
        "verplichtingen": [],
        "evaluatiedatum": "2026-07-01",
    }
    wissel = {
        "grond": "leefgebieden_verbeterd_en_motivatie",
        "klantGemotiveerd": True,
        "gesprekGehoudenOp": "2026-03-31",
    }
    opdracht: dict[str, Any] = {"motivering": "Het gaat beter.", "wissel": wissel}
    voorstel = stel_voor(dienst, klant_id, **FACILITEREN)
    assert mis(besluit(dienst, klant_id, voorstel, **opdracht)) == ["gesprek_en_plan"]
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/plannen", "inkomensconsulent", plan)
    assert antwoord.status_code == 201, antwoord.text
    assert besluit(dienst, klant_id, voorstel, **opdracht).status_code == 201
    klant = rij(dienst, klant_id)
    assert (klant.klantgroep, klant.zorg_handhaving) == ("faciliteren", False)


@pytest.mark.regel("DEV-KGR-011")
def test_van_groeien_naar_matchen_geeft_een_waarschuwing(dienst: Dienst) -> None:
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": 12})
    deel_in(dienst, klant_id)
    afwijking: dict[str, Any] = {"motivering": "De klant wil dit zelf.", "wissel": {"afwijken": True}}
    indeling = deel_in(dienst, klant_id, feiten={"verwachteTermijnMaanden": 3}, **afwijking)
    assert "dienstverlening van Matchen" in indeling["waarschuwing"]


def test_een_verkeerde_indeling_wordt_hersteld_vanaf_dezelfde_dag(dienst: Dienst) -> None:
    klant_id = klaar(dienst, FACILITEREN | {"signalen": [{"omschrijving": "Wil rijles", "urgentie": "niet_spoed"}]})
    voorstel = stel_voor(dienst, klant_id)
    fout = besluit(dienst, klant_id, voorstel, klantgroep="matchen", motivering="Verkeerd gekozen.").json()
    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    herstel: dict[str, Any] = {"correctie": True, "motivering": "Bij het invoeren verkeerd gekozen."}
    antwoord = besluit(dienst, klant_id, voorstel, **herstel)
    assert antwoord.status_code == 201, antwoord.text
    nieuw, oud = historie(dienst, klant_id)
    assert (nieuw["klantgroep"], nieuw["van"], nieuw["corrigeert"]) == ("faciliteren", "2026-03-31", fout["id"])
    assert (oud["van"], oud["tot"], oud["gecorrigeerd"]) == ("2026-03-31", "2026-03-31", True)
    klant = rij(dienst, klant_id)
    assert (klant.klantgroep, klant.team, klant.consulent_id) == ("faciliteren", "inkomen", None)
    assert open_taken(dienst, klant_id) == {"kick_off_plannen": "intaker", "signalen_oppakken": "inkomensconsulent"}
    vervallen = {taak.soort for taak in taken(dienst, klant_id, Taakstatus.VERVALLEN)}
    assert vervallen == {"kick_off_plannen", "signalen_oppakken", "overdracht_bevestigen"}
    dienst.ronde()
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        mutaties = sessie.scalars(select(Mutatie).order_by(Mutatie.nr)).all()
    laatste = mutaties[-1].inhoud
    assert (laatste["van"], laatste["naar"], laatste["aanleiding"]) == ("matchen", "faciliteren", "correctie")
    assert laatste["datum"] == "2026-03-31"


def test_ook_een_herstel_kan_worden_hersteld(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    voorstel = stel_voor(dienst, klant_id)
    besluit(dienst, klant_id, voorstel)
    for groep in ("groeien", "matchen"):
        antwoord = besluit(dienst, klant_id, voorstel, klantgroep=groep, correctie=True, motivering="Vergissing.")
        assert antwoord.status_code == 201
    assert [regel["gecorrigeerd"] for regel in historie(dienst, klant_id)] == [False, True, True]
    assert rij(dienst, klant_id).klantgroep == "matchen"


def test_een_herstelde_wissel_telt_vanaf_de_indeling_ervoor(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    dienst.zet_klok("2026-09-30T09:00:00+02:00")
    deel_in(dienst, klant_id, feiten={"verwachteTermijnMaanden": 12}, **NAAR_GROEIEN)
    voorstel = stel_voor(dienst, klant_id, verwachteTermijnMaanden=12)
    herstel: dict[str, Any] = NAAR_GROEIEN | {
        "wissel": {"grond": "parttime_werk_niet_uitkeringsonafhankelijk"},
        "correctie": True,
    }
    antwoord = besluit(dienst, klant_id, voorstel, **herstel)
    assert antwoord.status_code == 201, antwoord.text
    assert (antwoord.json()["vorige"], antwoord.json()["van"]) == ("matchen", "2026-09-30")


@pytest.mark.parametrize(
    ("eerst", "opdracht", "veld"),
    [
        pytest.param(False, {"motivering": "Vergissing."}, "correctie", id="niets-te-herstellen"),
        pytest.param(True, {}, "motivering", id="zonder-uitleg"),
    ],
)
def test_een_herstel_dat_niet_kan(dienst: Dienst, eerst: bool, opdracht: dict[str, Any], veld: str) -> None:
    klant_id = klaar(dienst)
    voorstel = stel_voor(dienst, klant_id)
    if eerst:
        besluit(dienst, klant_id, voorstel)
    antwoord = besluit(dienst, klant_id, voorstel, correctie=True, **opdracht)
    assert antwoord.status_code == 400
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


@pytest.mark.regel("DEV-JON-004", "DEV-JON-005")
def test_een_jongere_mag_later_wel_naar_faciliteren(dienst: Dienst) -> None:
    studieplicht = {"besluit": "uitgesteld", "reden": "Eerst rust."}
    gesprek = FACILITEREN | {"studieplicht": studieplicht}
    klant_id = klaar(dienst, gesprek, geboortedatum=date(2004, 1, 2))
    voorstel = stel_voor(dienst, klant_id)
    assert voorstel["klantgroep"] == "groeien"
    assert besluit(dienst, klant_id, voorstel).status_code == 201
    wissel = {"grond": "participatie_hoogst_haalbaar_jongere"}
    indeling = deel_in(
        dienst, klant_id, feiten={}, klantgroep="faciliteren", motivering="Geen groei meer.", wissel=wissel
    )
    assert indeling["klantgroep"] == "faciliteren"


@pytest.mark.regel("DEV-BLK-507")
@pytest.mark.parametrize(
    ("dag", "status"),
    [
        pytest.param("2026-09-29", 409, id="dag-voor-de-wissel-nog-matchen"),
        pytest.param("2026-09-30", 201, id="dag-van-de-wissel"),
        pytest.param("2026-10-01", 201, id="dag-na-de-wissel"),
    ],
)
def test_een_maatregelzaak_kijkt_naar_de_klantgroep_van_de_dag(dienst: Dienst, dag: str, status: int) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    dienst.zet_klok("2026-09-30T09:00:00+02:00")
    deel_in(dienst, klant_id, feiten={"verwachteTermijnMaanden": 12}, **NAAR_GROEIEN)
    dienst.zet_klok("2026-10-05T09:00:00+02:00")
    antwoord = dienst.roep("POST", "/maatregelzaken", "inkomensconsulent", _zaak(klant_id, dag))
    assert antwoord.status_code == status, antwoord.text


def test_een_herstelde_indeling_werkt_door_in_een_lopende_maatregelzaak(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    voorstel = stel_voor(dienst, klant_id, verwachteTermijnMaanden=12)
    besluit(dienst, klant_id, voorstel, klantgroep="groeien", motivering="Er is tijd nodig.")
    dienst.zet_klok("2026-04-10T09:00:00+02:00")
    zaak = dienst.doe("POST", "/maatregelzaken", "inkomensconsulent", _zaak(klant_id, "2026-04-08"))
    assert "klantgroep" not in _open(dienst, zaak["id"])
    antwoord = besluit(dienst, klant_id, voorstel, klantgroep="matchen", correctie=True, motivering="Vergissing.")
    assert antwoord.status_code == 201, antwoord.text
    assert "klantgroep" in _open(dienst, zaak["id"])


def _zaak(klant_id: str, dag: str) -> dict[str, Any]:
    """A gedraging that only exists in Groeien."""
    gedraging = {"gedraging": "werken_aan_de_toekomst_niet_volgen", "gedragingDatum": dag}
    return {"klantId": klant_id, "meldingDatum": "2026-03-30"} | gedraging


def _open(dienst: Dienst, zaak_id: str) -> set[str]:
    gereed = dienst.doe("GET", f"/maatregelzaken/{zaak_id}/gereedheid", "inkomensconsulent")
    return {toets["voorwaarde"] for toets in gereed["voorAdvies"] if toets["uitkomst"] != "voldaan"}


def test_een_wissel_laat_de_open_overdracht_vervallen(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    dienst.zet_klok("2026-09-30T09:00:00+02:00")
    voorstel = stel_voor(dienst, klant_id, "werkconsulent", verwachteTermijnMaanden=12)
    assert besluit(dienst, klant_id, voorstel, "werkconsulent", **NAAR_GROEIEN).status_code == 201
    (overdracht,) = dienst.doe("GET", f"/klanten/{klant_id}/ambitieafronding", "intaker")["overdrachten"]
    assert (overdracht["vervallenOp"], overdracht["versie"]) == ("2026-09-30T07:00:00Z", 2)
    assert "overdracht_bevestigen" in [taak.soort for taak in taken(dienst, klant_id, Taakstatus.VERVALLEN)]
    assert "overdracht_bevestigen" not in open_taken(dienst, klant_id)
    pad = f"/overdrachten/{overdracht['id']}/bevestigingen"
    te_laat = dienst.roep("POST", pad, "werkconsulent", {}, versie=overdracht["versie"])
    assert te_laat.json()["code"] == "overdracht_gesloten"
    tijdlijn = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"]
    eigen = [(regel["soort"], regel["tijdstip"][:10]) for regel in tijdlijn if regel["onderwerpId"] == overdracht["id"]]
    assert eigen == [("overdracht.vervallen", "2026-09-30"), ("overdracht.aangeboden", "2026-03-31")]
