"""Diagnoses over HTTP: deliveries of Dariuz, the format, and the history of a klant."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from app.db.sessie import transactie
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.services.diagnose.importschema import VOORBEELD, importschema
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak
from tests.steun.diagnose import FORMAT, LEEFGEBIEDEN, levering, record
from tests.steun.dienst import Dienst
from tests.steun.klanten import handelend, ingedeeld, rij, taken

SCHEMA = Path(__file__).parents[2] / "openapi" / "diagnose-import-2.0.schema.json"


def nieuwe_klant(dienst: Dienst) -> tuple[str, str]:
    klant_id = ingedeeld(dienst, None, consulent_id=None, inkomensconsulent_id=None, team=None)
    return klant_id, rij(dienst, klant_id).bsn


def lever(dienst: Dienst, *records: Any, **anders: Any) -> Any:
    return dienst.doe("POST", "/diagnose-importen", "koppeling", levering(*records, **anders))


def diagnoses(dienst: Dienst, klant_id: str) -> list[Any]:
    gevonden: list[Any] = dienst.doe("GET", f"/klanten/{klant_id}/diagnoses", "intaker")["diagnoses"]
    return gevonden


def geef_taken(dienst: Dienst, klant_id: str, *soorten: str) -> None:
    """Put the taken in the dossier that a screening leaves."""
    actor = handelend(Rol.INKOMENSCONSULENT)
    with transactie(dienst.state.sessies, actor) as sessie:
        h = Handeling(sessie, actor, dienst.state.register, dienst.klok.nu(), "test", "test", "c")
        klant = h.klant(UUID(klant_id))
        for soort in soorten:
            voorstel = TaakVoorstel(
                soort=soort,
                wat="Doe iets.",
                waarom="Daarom.",
                rol=Rol.INKOMENSCONSULENT,
                grondslag=productenboek("2.2.3"),
                uiterste=date(2026, 4, 7),
            )
            maak_taak(h, voorstel, Bestemming(klant.id, klant))


def test_het_schema_in_het_contract_is_dat_van_de_code() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == importschema()
    schema = json.loads(importschema())
    Draft202012Validator.check_schema(schema)
    toets = Draft202012Validator(schema)
    assert toets.is_valid(levering(VOORBEELD))
    assert not toets.is_valid(levering({"persoon": {"bsn": "12345678"}}))


@pytest.mark.regel("DEV-DIA-001", "DEV-DIA-008")
def test_een_uitslag_komt_per_thema_in_het_dossier(dienst: Dienst) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    gebieden: list[Any] = [
        {"leefgebied": "wonen", "aandachtspunten": ["Huurachterstand"], "opmerking": "Twee maanden."},
        {"leefgebied": "zingeving", "redenNietIngevuld": "Wil de klant mondeling bespreken."},
        *(gebied for gebied in LEEFGEBIEDEN if gebied["leefgebied"] not in ("wonen", "zingeving")),
    ]
    extra = {"competenties": [{"naam": "Samenwerken", "score": 75}], "taal": {"lezen": "A2"}}
    antwoord = lever(dienst, record(bsn, leefgebieden=gebieden, **extra))
    assert antwoord["aantallen"] == {"verwerkt": 1, "ongewijzigd": 0, "geweigerd": 0, "nietGevonden": 0, "hersteld": 0}
    regel = antwoord["records"][0]
    assert (regel["uitkomst"], regel["klantId"], regel["geldend"], regel["volledig"]) == (
        "verwerkt",
        klant_id,
        True,
        True,
    )
    (diagnose,) = diagnoses(dienst, klant_id)
    assert diagnose["bevindingen"][0]["aandachtspunten"] == ["Huurachterstand"]
    assert (diagnose["uren"], diagnose["taal"]["lezen"], diagnose["competenties"][0]["score"]) == (24, "A2", 75)
    assert (diagnose["geldend"], diagnose["ontbreekt"]) == (True, [])
    opgevraagd = dienst.doe("GET", f"/diagnose-importen/{antwoord['id']}", "administratie")
    assert (opgevraagd["records"], opgevraagd["aantallen"]) == (antwoord["records"], antwoord["aantallen"])
    gebeurtenis = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"][0]
    assert gebeurtenis["soort"] == "diagnose.ontvangen"
    assert bsn not in json.dumps(gebeurtenis)
    assert rij(dienst, klant_id).klantgroep is None


def test_hetzelfde_record_nog_eens_verandert_niets(dienst: Dienst) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    eerste = lever(dienst, record(bsn))["records"][0]
    volgnr = rij(dienst, klant_id).laatste_volgnr
    tweede = lever(dienst, record(bsn), record(bsn))["records"]
    assert [regel["uitkomst"] for regel in tweede] == ["ongewijzigd", "ongewijzigd"]
    assert tweede[0]["diagnoseId"] == eerste["diagnoseId"]
    assert rij(dienst, klant_id).laatste_volgnr == volgnr
    assert len(diagnoses(dienst, klant_id)) == 1


def test_hetzelfde_record_twee_keer_in_een_levering(dienst: Dienst) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    assert [regel["uitkomst"] for regel in lever(dienst, record(bsn), record(bsn))["records"]] == [
        "verwerkt",
        "ongewijzigd",
    ]
    assert len(diagnoses(dienst, klant_id)) == 1


@pytest.mark.parametrize(
    ("dagen", "geldend"),
    [
        pytest.param(["2026-03-30", "2026-03-31"], [False, True], id="nieuwer-vervangt"),
        pytest.param(["2026-03-30", "2026-03-29"], [True, False], id="ouder-gaat-naar-de-geschiedenis"),
        pytest.param(["2026-03-30", "2026-03-30"], [False, True], id="zelfde-dag-de-laatste-telt"),
    ],
)
@pytest.mark.parametrize("samen", [True, False], ids=["in-een-levering", "in-twee-leveringen"])
def test_de_nieuwste_uitslag_geldt(dienst: Dienst, dagen: list[str], geldend: list[bool], samen: bool) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    records = [record(bsn, afgenomenOp=dag, uren=nr) for nr, dag in enumerate(dagen)]
    if samen:
        assert [regel["geldend"] for regel in lever(dienst, *records)["records"]] == geldend
    else:
        lever(dienst, records[0])
        dienst.zet_klok("2026-03-31T10:00:00+02:00")
        assert lever(dienst, records[1])["records"][0]["geldend"] is geldend[1]
    gevonden = {diagnose["uren"]: diagnose["geldend"] for diagnose in diagnoses(dienst, klant_id)}
    assert gevonden == dict(enumerate(geldend))
    assert diagnoses(dienst, klant_id)[0]["geldend"] is True


def test_goede_records_blijven_en_elk_ander_zegt_wat_er_mis_is(dienst: Dienst) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    onbekend = dienst.nieuw_bsn()
    records: list[Any] = [
        record("123456789"),
        record(onbekend),
        record(bsn, afgenomenOp="2026-02-31"),
        record(bsn, afgenomenOp="2026-04-01"),
        record(bsn, afgenomenOp="1989-12-31"),
        record(bsn, persoon={"bsn": bsn, "geboortedatum": "1991-01-02"}),
        record(bsn, leefgebieden=[*LEEFGEBIEDEN[:6], LEEFGEBIEDEN[0]]),
        record(bsn, leefgebieden=[{"leefgebied": "wonen"}]),
        record(bsn) | {bsn: bsn},
        "geen object",
        record(bsn),
    ]
    antwoord = dienst.roep("POST", "/diagnose-importen", "intaker", levering(*records))
    assert antwoord.status_code == 201
    assert bsn not in antwoord.text
    assert onbekend not in antwoord.text
    regels = antwoord.json()["records"]
    aantallen = antwoord.json()["aantallen"]
    assert aantallen == {"verwerkt": 1, "ongewijzigd": 0, "geweigerd": 9, "nietGevonden": 1, "hersteld": 0}
    assert [(regel["index"], fout["veld"], fout["melding"]) for regel in regels for fout in regel["fouten"]] == [
        (0, "persoon.bsn", "Dit BSN voldoet niet aan de 11-proef; geef negen cijfers."),
        (1, "persoon.bsn", "Bij dit BSN is geen klant bekend; registreer eerst de melding."),
        (2, "afgenomenOp", "Geef een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2026-03-31."),
        (3, "afgenomenOp", "Geef een datum die niet in de toekomst ligt."),
        (4, "afgenomenOp", "Geef een datum na de geboorte van de klant."),
        (5, "persoon.geboortedatum", "Onder dit BSN is een andere geboortedatum bekend."),
        (6, "", "Noem elk leefgebied hoogstens één keer."),
        (
            7,
            "leefgebieden.0",
            "Geef een score, aandachtspunten of opmerking, of anders redenNietIngevuld.",
        ),
        (8, "…", "Dit veld bestaat niet; laat het weg."),
        (9, "", "Geef een object."),
    ]
    assert [regel["uitkomst"] for regel in regels].count("niet_gevonden") == 1
    assert len(diagnoses(dienst, klant_id)) == 1


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        pytest.param({"schemaVersie": "1.0"}, "schemaVersie", id="ander-schema"),
        pytest.param({"instrument": "ander"}, "body", id="ander-zonder-naam"),
        pytest.param({"afgenomenOp": "2026-04-01"}, "afgenomenOp", id="morgen"),
        pytest.param({"records": []}, "records", id="leeg"),
        pytest.param({"records": [{}] * 1001}, "records", id="1001-records"),
    ],
)
def test_een_levering_die_niet_klopt_wordt_geweigerd(dienst: Dienst, anders: dict[str, Any], veld: str) -> None:
    antwoord = dienst.roep("POST", "/diagnose-importen", "koppeling", levering(record("999990007")) | anders)
    assert antwoord.status_code == 400
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


def test_duizend_records_passen(dienst: Dienst) -> None:
    _, bsn = nieuwe_klant(dienst)
    antwoord = lever(dienst, *[record("123456789")] * 999, record(bsn))
    assert (antwoord["aantallen"]["geweigerd"], antwoord["aantallen"]["verwerkt"]) == (999, 1)


def test_twee_leveringen_tegelijk_wachten_niet_op_elkaar_in_een_kring(dienst: Dienst) -> None:
    bsns = [nieuwe_klant(dienst)[1] for _ in range(8)]
    volgordes = [bsns, bsns[::-1]] * 3
    with ThreadPoolExecutor(6) as draden:
        taken_ = [
            draden.submit(lever, dienst, *(record(bsn, uren=nr) for bsn in volgorde))
            for nr, volgorde in enumerate(volgordes)
        ]
        assert all(taak.result()["aantallen"]["verwerkt"] == 8 for taak in taken_)


@pytest.mark.parametrize(
    ("rol", "organisatie", "status"),
    [
        pytest.param("administratie", "deventer", 200, id="administratie"),
        pytest.param("werkconsulent", "deventer", 403, id="andere-rol"),
        pytest.param("koppeling", "weert", 404, id="andere-organisatie"),
    ],
)
def test_wie_een_levering_mag_zien(dienst: Dienst, rol: str, organisatie: str, status: int) -> None:
    _, bsn = nieuwe_klant(dienst)
    import_id = lever(dienst, record(bsn))["id"]
    assert dienst.roep("GET", f"/diagnose-importen/{import_id}", rol, organisatie=organisatie).status_code == status


def test_een_andere_organisatie_vindt_de_klant_niet(dienst: Dienst) -> None:
    _, bsn = nieuwe_klant(dienst)
    antwoord = dienst.doe("POST", "/diagnose-importen", "koppeling", levering(record(bsn)), organisatie="weert")
    assert antwoord["aantallen"]["nietGevonden"] == 1


@pytest.mark.parametrize(
    ("anders", "open_"),
    [
        pytest.param({}, [], id="volledig-sluit-de-taken"),
        pytest.param({"volledigheid": "onvolledig"}, ["dariuz_uitnodigen", "dariuz_hulp"], id="onvolledig-niet"),
        pytest.param({"leefgebieden": LEEFGEBIEDEN[1:]}, ["dariuz_uitnodigen", "dariuz_hulp"], id="gebied-ontbreekt"),
    ],
)
def test_de_uitslag_sluit_de_taken_van_de_screening(dienst: Dienst, anders: dict[str, Any], open_: list[str]) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    geef_taken(dienst, klant_id, "dariuz_uitnodigen", "dariuz_hulp")
    lever(dienst, record(bsn, **anders))
    assert [taak.soort for taak in taken(dienst, klant_id)] == open_
    assert diagnoses(dienst, klant_id)[0]["volledig"] is (open_ == [])


def test_het_format_is_volledig_als_elk_onderwerp_is_besproken_of_verklaard(dienst: Dienst) -> None:
    klant_id, _ = nieuwe_klant(dienst)
    geef_taken(dienst, klant_id, "dariuz_uitnodigen", "format_voorbereiden")
    diagnose = dienst.doe("POST", f"/klanten/{klant_id}/leefgebiedenformats", "intaker", FORMAT)
    assert (diagnose["instrument"], diagnose["volledig"], diagnose["kop"]["vervoer"]) == ("format", True, "Fiets")
    assert taken(dienst, klant_id) == []
    (gelezen,) = diagnoses(dienst, klant_id)
    assert (gelezen["id"], gelezen["bevindingen"]) == (diagnose["id"], diagnose["bevindingen"])


@pytest.mark.regel("DEV-DIA-010", "DEV-DIA-011")
@pytest.mark.parametrize("nr", range(9))
def test_een_format_waar_een_onderwerp_aan_ontbreekt(dienst: Dienst, nr: int) -> None:
    klant_id, _ = nieuwe_klant(dienst)
    bevindingen = [bevinding for plaats, bevinding in enumerate(FORMAT["bevindingen"]) if plaats != nr]
    onvolledig = FORMAT | {"bevindingen": bevindingen}
    pad = f"/klanten/{klant_id}/leefgebiedenformats"
    antwoord = dienst.roep("POST", pad, "intaker", onvolledig)
    onderwerp = FORMAT["bevindingen"][nr]["onderwerp"]
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "format_onvolledig")
    assert [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]] == [f"besproken_{onderwerp}"]
    assert diagnoses(dienst, klant_id) == []
    tussenstand = dienst.doe("POST", pad, "inkomensconsulent", onvolledig | {"afgerond": False})
    assert tussenstand["volledig"] is False
    assert [toets["voorwaarde"] for toets in tussenstand["ontbreekt"]] == [f"besproken_{onderwerp}"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        pytest.param({"afgenomenOp": "2026-04-01"}, "afgenomenOp", id="morgen"),
        pytest.param({"afgenomenOp": "1989-12-31"}, "afgenomenOp", id="voor-de-geboorte"),
        pytest.param({"bevindingen": [FORMAT["bevindingen"][0]] * 2}, "body", id="dubbel"),
        pytest.param({"bevindingen": [{"onderwerp": "wonen"}]}, "bevindingen.0", id="niets-en-geen-reden"),
    ],
)
def test_een_format_dat_niet_klopt(dienst: Dienst, anders: dict[str, Any], veld: str) -> None:
    klant_id, _ = nieuwe_klant(dienst)
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/leefgebiedenformats", "intaker", FORMAT | anders)
    assert antwoord.status_code == 400
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


def test_dariuz_en_format_gelden_naast_elkaar(dienst: Dienst) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    lever(dienst, record(bsn))
    dienst.doe("POST", f"/klanten/{klant_id}/leefgebiedenformats", "intaker", FORMAT)
    beeld = [(diagnose["instrument"], diagnose["geldend"]) for diagnose in diagnoses(dienst, klant_id)]
    assert beeld == [("format", True), ("dariuz_wegwijzer", True)]
