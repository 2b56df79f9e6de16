"""The klantbeeld over HTTP: every part with its source, for who may see it, at a fixed number of statements."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from app.domain.kern.rollen import Rol
from tests.steun import intake
from tests.steun.afspraak import gemeld
from tests.steun.diagnose import FORMAT, levering, record
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.handelen import zet_taak_uit
from tests.steun.indeling import deel_in, klaar, vul_format_in
from tests.steun.klanten import ingedeeld, rij
from tests.steun.maatregelzaak import met_plan, open_zaak, opgelegd
from tests.steun.tellen import tel_opdrachten

WERK = Rol.WERKCONSULENT


def beeld(dienst: Dienst, klant_id: str, rol: Rol = WERK, **extra: Any) -> Any:
    return dienst.doe("GET", f"/klanten/{klant_id}/klantbeeld", rol, **extra)


def test_een_nieuwe_klant_heeft_een_leeg_beeld(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, None, team="matchen")
    gezien = beeld(dienst, klant_id)
    persoon = gezien.pop("persoon")
    assert datetime.fromisoformat(gezien.pop("peilmoment")) == dienst.klok.nu()
    assert (persoon["id"], persoon["leeftijd"], persoon["consulent"]) == (
        klant_id,
        36,
        {"id": str(medewerker_id(WERK)), "naam": "werkconsulent 1"},
    )
    assert persoon["bron"] == {"soort": "klant", "id": klant_id, "datum": "2026-03-31"}
    assert gezien == {
        "volgnr": 1,
        "partner": None,
        "klantgroep": {"nu": None, "historie": []},
        "plan": {"geldend": None, "concept": None},
        "leefgebieden": [],
        "termijnen": [],
        "taken": [],
        "laatsteContact": None,
        "maatregelen": [],
        "besluiten": [],
        "volgendeAfspraak": None,
        "ontheffingen": [],
        "nadereVerplichtingen": [],
        "nietWiller": None,
    }


def test_van_gesprek_tot_indeling(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    indeling = deel_in(dienst, klant_id)
    gezien = beeld(dienst, klant_id, Rol.INTAKER)
    groep = indeling["klantgroep"]
    [historie] = gezien["klantgroep"]["historie"]
    assert (gezien["klantgroep"]["nu"], historie["klantgroep"], historie["tot"]) == (groep, groep, None)
    assert historie["bron"] == {"soort": "indeling", "id": indeling["id"], "datum": "2026-03-31"}
    assert gezien["laatsteContact"]["bron"]["soort"] == "ambitiegesprek"
    assert len(gezien["leefgebieden"]) == 9
    assert {deel["bron"]["soort"] for deel in gezien["leefgebieden"]} == {"diagnose"}
    assert beeld(dienst, klant_id, Rol.RECEPTIE)["leefgebieden"] == [], "wie geen diagnoses leest, ook hier niet"
    assert all(taak["klant"]["id"] == klant_id for taak in gezien["taken"])


def test_bij_een_leefgebied_telt_de_laatste_diagnose_die_erover_gaat(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    vul_format_in(dienst, klant_id)
    dienst.zet_klok("2026-04-14T09:00:00+02:00")
    uitslag = levering(record(rij(dienst, klant_id).bsn), afgenomenOp="2026-04-10")
    dienst.doe("POST", "/diagnose-importen", Rol.KOPPELING, uitslag)
    per_onderwerp = {deel["onderwerp"]: deel for deel in beeld(dienst, klant_id)["leefgebieden"]}
    wonen, kinderen = per_onderwerp["wonen"], per_onderwerp["kinderen"]
    assert (wonen["instrument"], wonen["score"], wonen["bron"]["datum"]) == ("dariuz_wegwijzer", 60, "2026-04-10")
    assert (kinderen["instrument"], kinderen["inhoud"]) == ("format", FORMAT["bevindingen"][7]["inhoud"])


def test_partners_staan_bij_elkaar_zolang_beide_dossiers_leesbaar_zijn(dienst: Dienst) -> None:
    melding = intake.meld(dienst, intake.persoon(dienst), intake.persoon(dienst, voornamen="Kim"))
    een, ander = (wie["klantId"] for wie in melding["personen"])
    gezien = beeld(dienst, een, Rol.INTAKER)
    assert gezien["partner"] == {
        "id": ander,
        "naam": "Kim de Wit",
        "geboortedatum": "1985-01-01",
        "klantgroep": None,
        "bron": {"soort": "klant", "id": ander, "datum": "2026-03-31"},
    }
    versie, naar = gezien["persoon"]["versie"], {"consulentId": str(medewerker_id(WERK))}
    dienst.doe("PUT", f"/klanten/{een}/toewijzing", Rol.INTAKER, naar, versie=versie)
    alleen = beeld(dienst, een)
    assert (alleen["persoon"]["partnerId"], alleen["partner"]) == (ander, None)


def test_de_eerstvolgende_afspraak_is_ook_een_screening(dienst: Dienst) -> None:
    melding = intake.meld(dienst, intake.persoon(dienst), intake.persoon(dienst, voornamen="Kim"))
    intake.plan(dienst, melding, "2026-04-01T10:00:00+02:00")
    for wie in melding["personen"]:
        afspraak = beeld(dienst, wie["klantId"], Rol.INTAKER)["volgendeAfspraak"]
        assert (afspraak["soort"], afspraak["begint"]) == ("screeningsgesprek", "2026-04-01T08:00:00Z")
        assert afspraak["medewerker"]["naam"] == "inkomensconsulent 1"
        assert afspraak["bron"]["soort"] == "screening"
    dienst.zet_klok("2026-04-01T10:00:01+02:00")
    assert beeld(dienst, melding["personen"][0]["klantId"], Rol.INTAKER)["volgendeAfspraak"] is None


def test_het_plan_dat_geldt_en_het_concept_dat_erna_komt(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    plan = beeld(dienst, klant_id)["plan"]
    assert (plan["geldend"]["nr"], plan["geldend"]["ondertekendOp"], plan["concept"]) == (1, "2026-03-31", None)
    assert plan["geldend"]["bron"] == {"soort": "plan", "id": plan["geldend"]["id"], "datum": "2026-03-31"}
    assert plan["geldend"]["verplichtingen"][0]["grondslag"]["regeling"] == "Participatiewet"
    pad = f"/plannen/{plan['geldend']['id']}"
    nu = dienst.doe("GET", pad, WERK)
    [eerste] = nu["versies"]
    bijgesteld = {
        "doelen": eerste["doelen"],
        "verplichtingen": [deel["code"] for deel in eerste["verplichtingen"]],
        "evaluatiedatum": "2026-08-31",
        "aanleiding": "Bijgesteld.",
    }
    dienst.doe("POST", f"{pad}/versies", WERK, bijgesteld, versie=nu["versie"])
    plan = beeld(dienst, klant_id)["plan"]
    assert (plan["geldend"]["nr"], plan["concept"]["nr"], plan["concept"]["ondertekendOp"]) == (1, 2, None)


def test_een_maatregel_van_zaak_tot_besluit(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    zaak = open_zaak(dienst, klant_id, gedragingDatum="2026-03-30", gedraging="niet_verschijnen_arbeidsinschakeling")
    besluit = opgelegd(dienst, klant_id)
    gezien = beeld(dienst, klant_id)
    standen = {deel["bron"]["id"]: (deel["status"], deel["open"]) for deel in gezien["maatregelen"]}
    assert standen == {zaak["id"]: ("open", True), besluit["onderwerpId"]: ("bekendgemaakt", False)}
    [los] = gezien["besluiten"]
    assert los == {
        "soort": "maatregel",
        "dictum": "maatregel",
        "status": "bekendgemaakt",
        "onderwerpId": besluit["onderwerpId"],
        "van": "2026-06-01",
        "tot": "2026-07-01",
        "totaal": 42045,
        "verzondenOp": "2026-05-20",
        "bezwaarTotEnMet": "2026-07-01",
        "vervangenDoor": None,
        "bron": {"soort": "besluit", "id": besluit["id"], "datum": "2026-05-20"},
    }
    assert gezien["laatsteContact"]["bron"]["soort"] == "hoorgesprek"


def test_open_termijnen_en_taken_van_elke_rol(dienst: Dienst) -> None:
    klant_id = gemeld(dienst, "matchen")
    zet_taak_uit(dienst, klant_id, Rol.TOETSER, "2026-03-30")
    zet_taak_uit(dienst, klant_id, Rol.TOETSER, vanaf="2026-04-20")
    gezien = beeld(dienst, klant_id)
    einden = [termijn["einde"] for termijn in gezien["termijnen"]]
    assert einden == sorted(einden)
    assert gezien["termijnen"][0]["bron"]["soort"] == "termijn"
    assert gezien["termijnen"][0]["grondslag"]["tekst"]
    voorop = gezien["taken"][0]
    assert (voorop["rol"], voorop["werkdagenTeLaat"]) == ("toetser", 1)
    assert [taak["rol"] for taak in gezien["taken"]].count("toetser") == 1


@pytest.mark.parametrize(
    ("rol", "organisatie", "status"),
    [
        pytest.param(WERK, "deventer", 200, id="eigen-team"),
        pytest.param(Rol.FG, "deventer", 200, id="fg"),
        pytest.param(Rol.PARTICIPATIEMAKELAAR, "deventer", 404, id="andermans-caseload"),
        pytest.param(Rol.INTAKER, "weert", 404, id="andere-organisatie"),
        pytest.param(Rol.KOPPELING, "deventer", 403, id="koppeling"),
        pytest.param(Rol.BEHEERDER, "deventer", 403, id="beheerder"),
    ],
)
def test_wie_een_klantbeeld_mag_zien(dienst: Dienst, rol: Rol, organisatie: str, status: int) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    antwoord = dienst.roep("GET", f"/klanten/{klant_id}/klantbeeld", rol, organisatie=organisatie)
    assert antwoord.status_code == status


def _vul_aan(url: str, klant_id: str, aantal: int) -> None:
    """Copy what is in the file until every part has ``aantal`` rows more."""
    eigen = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(eigen) as eigenaar:
        for tabel, anders in (
            ("taak", {}),
            ("termijn", {}),
            ("diagnose", {"afdruk": "NULL"}),
            ("afspraak", {"keten_id": "gen_random_uuid()"}),
            ("maatregelzaak", {"gedraging_datum": "gedraging_datum - n"}),
            ("besluit", {}),
        ):
            kolommen = [
                rij[0]
                for rij in eigenaar.execute(
                    "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [tabel]
                )
            ]
            nieuw = {"id": "gen_random_uuid()"} | anders
            waarden = ", ".join(nieuw.get(kolom, f'bron."{kolom}"') for kolom in kolommen)
            namen = ", ".join(f'"{kolom}"' for kolom in kolommen)
            eigenaar.execute(
                f"INSERT INTO {tabel} ({namen}) SELECT {waarden} FROM"
                f" (SELECT * FROM {tabel} WHERE klant_id = %s ORDER BY id DESC LIMIT 1) bron, generate_series(1, %s) n",
                [klant_id, aantal],
            )


def test_een_groot_dossier_kost_evenveel_opdrachten(dienst: Dienst, database_url: str) -> None:
    klant_id = met_plan(dienst)
    vul_format_in(dienst, klant_id)
    wanneer = {"begint": "2026-06-10T10:00:00+02:00", "locatie": "Stadhuis", "medewerkerId": str(medewerker_id(WERK))}
    dienst.doe("POST", "/afspraken", WERK, {"klantId": klant_id, "soort": "traject_afspraak"} | wanneer)
    opgelegd(dienst, klant_id)
    zet_taak_uit(dienst, klant_id, WERK)
    with tel_opdrachten(dienst.state.engine) as klein:
        beeld(dienst, klant_id)
    _vul_aan(database_url, klant_id, 200)
    with tel_opdrachten(dienst.state.engine) as groot:
        gezien = beeld(dienst, klant_id)
    assert len(gezien["taken"]) > 200
    assert len(gezien["maatregelen"]) > 200
    assert len(gezien["besluiten"]) > 200
    assert gezien["volgendeAfspraak"]["begint"] == "2026-06-10T08:00:00Z"
    assert len(groot) == len(klein) <= 11, "\n\n".join(groot)


def test_lezen_van_het_klantbeeld_staat_in_het_logboek_van_klant_en_partner(dienst: Dienst) -> None:
    melding = intake.meld(dienst, intake.persoon(dienst), intake.persoon(dienst, voornamen="Kim"))
    een, ander = (wie["klantId"] for wie in melding["personen"])
    beeld(dienst, een, Rol.INTAKER)
    for klant_id in (een, ander):
        regels = dienst.doe("GET", f"/klanten/{klant_id}/verwerkingen", Rol.FG)["verwerkingen"]
        assert regels[0]["handeling"] == "geefKlantbeeld"
        assert datetime.fromisoformat(regels[0]["tijdstip"]) == dienst.klok.nu()
