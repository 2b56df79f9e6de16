"""A municipality's own export: mapped, tried out, imported, repaired singly and as a file, and matched later."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.api.test_diagnosebestand import KOP, NDJSON, nieuwe_klant, regels, stuur, volg
from tests.steun.diagnose import record
from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal
from tests.steun.proefkamer import persoon

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEBIEDEN = ("zingeving", "wonen", "financien", "sociale_relaties", "lichamelijke_gezondheid", "psychische_gezondheid",
            "werk_en_activiteiten")  # fmt: skip
MAPPING: dict[str, Any] = {
    "naam": "Dariuz export",
    "vorm": "csv",
    "codering": "windows-1252",
    "datumvormen": ["dd-mm-jjjj"],
    "kolommen": [
        {"kolom": "BSN cliënt", "veld": "persoon.bsn"},
        {"kolom": "Datum", "veld": "afgenomenOp"},
        {"kolom": "Klaar", "veld": "volledigheid", "waarden": {"ja": "volledig", "nee": "onvolledig"}},
        {"kolom": "Opmerking", "veld": "leefgebieden.wonen.opmerking"},
        *({"kolom": gebied, "veld": f"leefgebieden.{gebied}.score", "factor": "10"} for gebied in GEBIEDEN),
    ],
}
KOPPEN = [kolom["kolom"] for kolom in MAPPING["kolommen"]]
GOED = ["02-03-2026", "Ja", "Crème", *["6,5"] * 7]


def als_csv(*rijen: list[str]) -> bytes:
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=";").writerows([KOPPEN, *rijen])
    return uit.getvalue().encode("cp1252")


def als_xlsx(*rijen: list[Any]) -> bytes:
    boek = Workbook()
    for rij in (KOPPEN, *rijen):
        boek.active.append(rij)  # type: ignore[union-attr]
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def leg_vast(dienst: Dienst, **anders: Any) -> str:
    nummer: str = dienst.doe("POST", "/diagnose-mappings", "administratie", MAPPING | anders)["id"]
    return nummer


def haal(dienst: Dienst, pad: str) -> bytes:
    antwoord = dienst.roep("GET", pad, "koppeling")
    assert antwoord.status_code == 200, antwoord.text
    return antwoord.content


def test_van_export_tot_herstelbestand(dienst: Dienst, database_url: str) -> None:
    mensen = [nieuwe_klant(dienst) for _ in range(4)]
    bsns = [bsn for _, bsn in mensen]
    vraag = f"instrument=dariuz_diagnose&mapping={leg_vast(dienst)}"
    slecht = [bsns[1], "31-02-2026", "misschien", "=1+1", "veel", *["6,5"] * 6]
    inhoud = als_csv([bsns[0], *GOED], slecht, [bsns[2], *GOED], [], ["123456789", *GOED])
    koppen = {"Authorization": f"Bearer {dienst.token('koppeling')}", "Content-Type": "text/csv"}
    proef = dienst.client.post(f"/v1/diagnose-proefimporten?{vraag}", content=inhoud, headers=koppen)
    assert proef.status_code == 200, proef.text
    beeld = proef.json()
    assert (beeld["gelezen"], beeld["goed"], beeld["fout"], beeld["meer"]) == (4, 2, 2, False)
    assert (beeld["voorbeelden"][0]["klantBekend"], beeld["voorbeelden"][0]["rij"]) == (True, 2)
    assert beeld["voorbeelden"][0]["record"]["leefgebieden"][0] == {
        "leefgebied": "wonen", "opmerking": "Crème", "score": 65,
    }  # fmt: skip
    assert [aantal(database_url, tabel) for tabel in ("diagnose", "diagnose_import", "diagnose_afgekeurd")] == [0, 0, 0]

    klaar = volg(dienst, stuur(dienst, inhoud, "text/csv", vraag))
    assert (klaar["aantallen"]["verwerkt"], klaar["aantallen"]["geweigerd"]) == (2, 2)
    pad = f"/diagnose-importen/{klaar['id']}"
    eerste, tweede = dienst.doe("GET", f"{pad}/records", "koppeling")["records"]
    assert [(fout["kolom"], fout["klasse"]) for fout in eerste["fouten"]] == [
        ("Datum", "datum_die_niet_bestaat"), ("Klaar", "waarde_niet_in_de_lijst"), ("Opmerking", "formule"),
        ("zingeving", "tekst_waar_een_getal_hoort"),
    ]  # fmt: skip
    assert (eerste["rij"], tweede["rij"], tweede["fouten"][0]["klasse"]) == (3, 6, "bsn_dat_niet_klopt")
    assert bsns[1] not in dienst.roep("GET", f"{pad}/records", "koppeling").text

    ruw = haal(dienst, f"{pad}/herstelbestand").decode("cp1252")
    gelezen = list(csv.reader(io.StringIO(ruw), delimiter=";"))
    assert gelezen[0] == [*KOPPEN, "iom_record", "iom_fouten"]
    assert (gelezen[1][3], gelezen[1][-2]) == ("'=1+1", eerste["id"])
    assert "Datum: Geef een bestaande datum als dd-mm-jjjj." in gelezen[1][-1]
    for rij in gelezen[1:]:
        rij[1:11] = GOED
    gelezen[2][0] = bsns[3]
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=";").writerows(gelezen)
    hersteld = volg(dienst, stuur(dienst, uit.getvalue().encode("cp1252"), "text/csv", f"herstelt={klaar['id']}"))
    assert (hersteld["instrument"], hersteld["aantallen"]["verwerkt"]) == ("dariuz_diagnose", 2)
    assert dienst.doe("GET", pad, "koppeling")["aantallen"]["hersteld"] == 2
    assert aantal(database_url, "diagnose_afgekeurd") == 0
    for klant_id, _ in mensen:
        (diagnose,) = dienst.doe("GET", f"/klanten/{klant_id}/diagnoses", "intaker")["diagnoses"]
        assert diagnose["volledig"] is True


def test_xlsx_met_getallen_datums_en_een_formule(dienst: Dienst) -> None:
    _, bsn = nieuwe_klant(dienst)
    vraag = f"instrument=dariuz_diagnose&mapping={leg_vast(dienst, vorm='xlsx', codering='utf-8')}"
    dag = datetime(2026, 3, 2)  # noqa: DTZ001 - as a spreadsheet holds it
    rijen: list[list[Any]] = [[int(bsn), dag, "ja", None, *[6.5] * 7], [int(bsn), dag, "ja", "=1+1", *[6.5] * 7]]
    klaar = volg(dienst, stuur(dienst, als_xlsx(*rijen), XLSX, vraag))
    assert (klaar["staat"], klaar["aantallen"]["verwerkt"], klaar["aantallen"]["geweigerd"]) == ("klaar", 1, 1)
    boek = load_workbook(io.BytesIO(haal(dienst, f"/diagnose-importen/{klaar['id']}/herstelbestand")))
    rij = next(iter(boek.active.iter_rows(min_row=2)))  # type: ignore[union-attr]
    assert (rij[1].value, rij[3].data_type, rij[4].value) == (dag, "s", 6.5)


def test_herstel_van_een_record_en_van_een_bestand_met_json(dienst: Dienst) -> None:
    klant_id, bsn = nieuwe_klant(dienst)
    klaar = volg(dienst, stuur(dienst, regels(record(bsn, uren="veel"), {"x": 1}) + b"\n{kapot\n"))
    assert klaar["aantallen"]["geweigerd"] == 3
    uren, vreemd, _ = dienst.doe("GET", f"/diagnose-importen/{klaar['id']}/records", "koppeling")["records"]
    heel = dienst.doe("GET", f"/diagnose-records/{uren['id']}", "koppeling")
    assert json.loads(heel["geleverd"])["uren"] == "veel"
    assert heel["record"] is None
    pad = f"/diagnose-records/{uren['id']}/herstel"
    weigeringen = [
        dienst.roep("POST", pad, "koppeling", record(bsn, uren=61)),
        dienst.roep("POST", pad, "koppeling", record(bsn, afgenomenOp="2026-04-02")),
        dienst.roep("POST", pad, "koppeling", record(dienst.nieuw_bsn())),
        dienst.roep("POST", pad, "koppeling"),
    ]
    assert [antwoord.status_code for antwoord in weigeringen] == [400] * 4
    goed = dienst.doe("POST", pad, "koppeling", record(bsn, uren=20))
    assert (goed["uitkomst"], goed["importId"]) == ("verwerkt", klaar["id"])
    assert dienst.roep("POST", pad, "koppeling", record(bsn, uren=20)).status_code == 404
    regels_ = haal(dienst, f"/diagnose-importen/{klaar['id']}/herstelbestand").decode().splitlines()
    eerste = json.loads(regels_[0])
    assert (eerste["_record"], eerste["x"], json.loads(regels_[1])["_ruw"]) == (vreemd["id"], 1, "{kapot")
    beter = {naam: eerste[naam] for naam in ("_record", "_fouten")} | record(bsn, uren=30)
    hersteld = volg(dienst, stuur(dienst, regels(beter) + b"\n" + regels_[1].encode(), vraag=f"herstelt={klaar['id']}"))
    assert (hersteld["aantallen"]["verwerkt"], hersteld["aantallen"]["geweigerd"]) == (1, 1)
    telling = dienst.doe("GET", f"/diagnose-importen/{klaar['id']}", "koppeling")["aantallen"]
    assert telling["hersteld"] == 2
    assert dienst.doe("GET", f"/diagnose-importen/{klaar['id']}/records", "koppeling")["records"] == []
    assert {d["uren"] for d in dienst.doe("GET", f"/klanten/{klant_id}/diagnoses", "intaker")["diagnoses"]} == {20, 30}


def test_wie_later_klant_wordt_krijgt_zijn_uitslag(dienst: Dienst, database_url: str) -> None:
    nieuw, oud = persoon(dienst), persoon(dienst)
    volg(dienst, stuur(dienst, regels(record(nieuw["bsn"]), record(oud["bsn"], afgenomenOp="1950-01-01"))))
    wachtend = dienst.doe("GET", "/diagnose-onbekenden", "receptie")["personen"]
    assert [wie["bsn"] for wie in wachtend] == [nieuw["bsn"], oud["bsn"]]
    assert "leefgebieden" not in json.dumps(wachtend)
    gelezen = "handeling = 'geefUitslagenZonderKlant' AND klant_id IS NULL"
    assert aantal(database_url, "verwerking", gelezen) == 2
    melding = {"kanaal": "digitaal", "gemeente": "GM0150", "meldingsdatum": "2026-03-31",
               "hulpvragen": ["bijstandsuitkering"]}  # fmt: skip
    for wie in (nieuw, oud):
        gemaakt = dienst.doe("POST", "/meldingen", "receptie", melding | {"personen": [wie]})
        klant_id = gemaakt["personen"][0]["klantId"]
        dienst.ronde()
        gevonden = dienst.doe("GET", f"/klanten/{klant_id}/diagnoses", "intaker")["diagnoses"]
        assert len(gevonden) == (1 if wie is nieuw else 0)
    assert dienst.doe("GET", "/diagnose-onbekenden", "receptie")["personen"] == []
    assert aantal(database_url, "diagnose_afgekeurd", "soort = 'geweigerd' AND bsn IS NULL") == 1


def test_wat_te_lang_apart_staat_wordt_vergeten(dienst: Dienst, database_url: str) -> None:
    volg(dienst, stuur(dienst, regels(record("123456789"))))
    for dag, over in (("2026-04-28", 1), ("2026-04-29", 0)):
        dienst.zet_klok(f"{dag}T09:00:00+02:00")
        assert aantal(database_url, "diagnose_afgekeurd") == over


def test_een_mapping_met_fouten_en_een_nieuwe_versie(dienst: Dienst) -> None:
    slecht = MAPPING | {"scheidingsteken": "||", "decimaalteken": "x", "kolommen": [{"kolom": "a", "veld": "b"}] * 2}
    antwoord = dienst.roep("POST", "/diagnose-mappings", "beheerder", slecht)
    assert antwoord.status_code == 400
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [
        "scheidingsteken", "decimaalteken", "kolommen", "kolommen.0.kolom", "kolommen.0.veld", "kolommen.1.kolom",
        "kolommen.1.veld",
    ]  # fmt: skip
    nummers = [leg_vast(dienst), leg_vast(dienst, decimaalteken=".")]
    gevonden = dienst.doe("GET", "/diagnose-mappings", "koppeling")["mappings"]
    assert [(een["id"], een["nr"]) for een in gevonden] == [(nummers[1], 2), (nummers[0], 1)]
    assert dienst.doe("GET", f"/diagnose-mappings/{nummers[1]}", "beheerder")["decimaalteken"] == "."
    assert dienst.roep("GET", f"/diagnose-mappings/{nummers[1]}", "koppeling", organisatie="weert").status_code == 404
    for nummer in (nummers[0], "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"):
        vraag = f"{KOP}&mapping={nummer}"
        geweigerd = stuur(dienst, b"{}", NDJSON, vraag)
        assert [fout["veld"] for fout in geweigerd.json()["fouten"]] == ["mapping"]


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        pytest.param(b"BSN;Naam\n999990007;x\n", "kolom 1, 2", id="vreemde-kolommen"),
        pytest.param(b"999990007;24\n", "kolom 1, 2", id="geen-namen"),
        pytest.param(b"uren\n1\n", "persoon.bsn ontbreekt", id="geen-bsn"),
        pytest.param(b"persoon.bsn;persoon.bsn\n1;2\n", "dubbel", id="dubbele-kolom"),
        pytest.param(b"persoon.bsn\n", "geen record", id="alleen-namen"),
    ],
)
def test_csv_met_onze_eigen_namen(dienst: Dienst, inhoud: bytes, woord: str) -> None:
    antwoord = stuur(dienst, inhoud, "text/csv")
    assert antwoord.status_code == 400
    assert woord in antwoord.json()["fouten"][0]["melding"]
    assert "999990007" not in antwoord.text
