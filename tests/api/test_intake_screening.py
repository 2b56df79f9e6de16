"""Screeningen over HTTP: what is needed to close one, what follows, the report, and nobody coming."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import GEEN_SCHULDEN, IC, gesprek, lees, meld, opdracht, persoon, plan, screen, taken, termijnen

DONDERDAG = "2026-04-02T11:00:00+02:00"


@pytest.fixture
def melding(dienst: Dienst) -> Any:
    """A klant of 41 with an appointment on Thursday at ten; it is eleven."""
    gepland = plan(dienst, meld(dienst), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(DONDERDAG)
    return lees(dienst, gepland)


def weiger(dienst: Dienst, melding: Any, *per_persoon: dict[str, Any], **extra: Any) -> list[str]:
    pad = f"/meldingen/{melding['id']}/screeningen"
    inhoud = gesprek(melding, *per_persoon, **extra)
    antwoord = dienst.roep("POST", pad, "inkomensconsulent", inhoud, versie=melding["versie"])
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]


@pytest.mark.regel("DEV-SCR-001", "DEV-SCR-017", "DEV-AMB-001", "DEV-DIA-004")
def test_een_screening_met_vervolg_zet_het_ambitiegesprek_klaar(dienst: Dienst, melding: Any) -> None:
    klaar = screen(dienst, melding, voorlichting=["dariuz", "ambitiegesprek"])
    assert klaar["status"] == "gescreend"
    (screening,) = klaar["screeningen"]
    assert (screening["status"], screening["buitenNorm"]) == ("gehouden", False)
    assert screening["resultaat"]["recht"] == "onzeker"
    assert screening["resultaat"]["voorlichting"] == ["ambitiegesprek", "dariuz"]
    assert screening["resultaat"]["peildatum"] == "2026-03-31"
    assert len(screening["resultaat"]["beleidSha256"]) == 64
    verwacht = ["afspraak_inkomen_plannen", "ambitiegesprek_plannen", "dariuz_uitnodigen", "screening_rapporteren"]
    assert taken(klaar) == sorted([*verwacht, "aanvraag_openen", "stukken_bellen", "werkproces_aanmaken"])
    assert termijnen(klaar)["ambitiegesprek"] == "2026-04-13"
    assert {"screeningsgesprek", "contact_na_melding"} == set(termijnen(klaar, "gehaald"))
    uitnodiging = next(taak for taak in klaar["taken"] if taak["soort"] == "dariuz_uitnodigen")
    assert "7 april 2026" in uitnodiging["wat"]


@pytest.mark.regel("DEV-SCR-024")
@pytest.mark.parametrize(
    ("moment", "op_tijd"),
    [
        pytest.param("2026-04-04T10:25:00+02:00", True, id="na-precies-48-uur-op-zaterdag"),
        pytest.param("2026-04-04T10:25:01+02:00", False, id="een-seconde-te-laat"),
    ],
)
def test_het_verslag_hoort_er_binnen_48_uur_te_zijn(dienst: Dienst, melding: Any, moment: str, op_tijd: bool) -> None:
    klaar = screen(dienst, melding)
    taak = next(taak for taak in klaar["taken"] if taak["soort"] == "screening_rapporteren")
    assert datetime.fromisoformat(taak["uiterste"]) == datetime.fromisoformat("2026-04-04T10:25:00+02:00")
    assert taak["eigenaarId"] == IC
    dienst.zet_klok(moment)
    pad = f"/screeningen/{klaar['screeningen'][0]['id']}/verslagen"
    verslag = {"tekst": "De klant zoekt werk en heeft tijdelijk bijstand nodig."}
    na = dienst.doe("POST", pad, "inkomensconsulent", verslag, versie=lees(dienst, klaar)["versie"])
    assert [v["opTijd"] for v in na["screeningen"][0]["verslagen"]] == [op_tijd]
    assert "screening_rapporteren" not in taken(na)
    assert lees(dienst, na, "receptie")["screeningen"][0]["verslagen"] == []


@pytest.mark.parametrize(
    ("extra", "voorwaarde"),
    [
        pytest.param({"broodnood": None}, "broodnood_gevraagd", id="broodnood-niet-gevraagd"),
        pytest.param({"badGesprek": None}, "bad_gesprek", id="bad-niet-aangeboden"),
        pytest.param({"badGesprek": "afgewezen"}, "bad_gesprek", id="bad-afgewezen-zonder-inschatting"),
        pytest.param({"formulierMeegegevenOp": None}, "aanvraagformulier_meegegeven", id="geen-formulier-meegegeven"),
        pytest.param({"uitkomst": "doorverwezen"}, "verwijzing_vastgelegd", id="doorverwezen-waarheen"),
        pytest.param({"uitkomst": "ingetrokken"}, "intrekking_getekend", id="ingetrokken-zonder-handtekening"),
    ],
)
@pytest.mark.regel("DEV-SCR-015", "DEV-SCR-020", "DEV-SCR-021", "DEV-SCR-025")
def test_afsluiten_kan_pas_als_alles_is_vastgelegd(
    dienst: Dienst, melding: Any, extra: dict[str, Any], voorwaarde: str
) -> None:
    assert weiger(dienst, melding, **extra) == [voorwaarde]
    assert lees(dienst, melding)["status"] == "open"


@pytest.mark.regel("DEV-DIA-003", "DEV-DIA-012")
def test_afsluiten_vraagt_of_de_klant_dariuz_kan_invullen(dienst: Dienst, melding: Any) -> None:
    assert weiger(dienst, melding, {"dariuz": {}}) == ["vermogen_vragenlijst_vastgesteld"]
    assert weiger(dienst, melding, {"dariuz": {"vermogen": "niet_in_staat"}}) == ["reden_niet_in_staat"]
    niet = {"dariuz": {"vermogen": "niet_in_staat", "reden": "laaggeletterd"}}
    klaar = screen(dienst, melding, niet)
    assert klaar["screeningen"][0]["resultaat"]["personen"][0]["instrument"] == "format"
    assert "format_voorbereiden" in taken(klaar)
    assert "dariuz_uitnodigen" not in taken(klaar)


@pytest.mark.regel("DEV-SCR-018", "DEV-SCR-019")
def test_partners_krijgen_elk_een_eigen_ambitiegesprek(dienst: Dienst) -> None:
    paar = plan(dienst, meld(dienst, persoon(dienst), persoon(dienst)), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(DONDERDAG)
    paar = lees(dienst, paar)
    format_ = {
        "dariuz": {"vermogen": "niet_in_staat", "reden": "taal"},
        "primaireVraag": "werk",
        "loket": {"inkomen": 0},
    }
    klaar = screen(dienst, paar, {"loket": {"inkomen": 0}}, format_)
    een, ander = (wie["klantId"] for wie in klaar["personen"])
    per_klant = {
        wie: sorted(t["soort"] for t in klaar["taken"] if t["klantId"] == wie and t["soort"] != "stukken_bellen")
        for wie in (een, ander)
    }
    eerst = ["afspraak_inkomen_plannen", "ambitiegesprek_plannen", "dariuz_uitnodigen", "screening_rapporteren"]
    assert per_klant[een] == ["aanvraag_openen", *eerst, "werkproces_aanmaken"]
    assert per_klant[ander] == ["ambitiegesprek_plannen", "format_voorbereiden"]
    assert [t["klantId"] for t in klaar["termijnen"] if t["soort"] == "ambitiegesprek"] == [een, ander]
    assert [p["primaireVraag"] for p in klaar["screeningen"][0]["resultaat"]["personen"]] == [
        "bijstandsuitkering",
        "werk",
    ]


@pytest.mark.regel("DEV-SCR-019")
def test_een_afwezige_partner_kan_met_een_reden(dienst: Dienst) -> None:
    paar = plan(dienst, meld(dienst, persoon(dienst), persoon(dienst)), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(DONDERDAG)
    paar = lees(dienst, paar)
    weg: dict[str, Any] = {"aanwezig": False, "dariuz": {}}
    assert weiger(dienst, paar, weg) == ["partner_aanwezig"]
    klaar = screen(dienst, paar, weg | {"redenAfwezig": "Ligt in het ziekenhuis."})
    assert "vermogen_vragenlijst_vaststellen" in taken(klaar)
    assert taken(klaar).count("ambitiegesprek_plannen") == 2


@pytest.mark.regel("DEV-SCR-008", "DEV-SCR-009", "DEV-SCR-010", "DEV-SCR-012", "DEV-SCR-013")
def test_het_loket_adviseert_waar_de_klant_eerst_heen_kan(dienst: Dienst, melding: Any) -> None:
    loket = {
        "gewerkteWeken": 26,
        "gestoptDoorZiekte": True,
        "inkomen": 0,
        "rechtStufiWtos": True,
        "medischeBeperking": True,
        "voorliggend": {"svb": True, "alimentatie": False},
    }
    klaar = screen(dienst, melding, {"loket": loket})
    adviezen = klaar["screeningen"][0]["resultaat"]["personen"][0]["adviezen"]
    assert [(advies["verwijzing"], advies["voorziening"]) for advies in adviezen] == [
        ("UWV", "WW"),
        ("UWV", "ZW/WIA"),
        ("DUO", "studiefinanciering of WTOS"),
        ("jongerenloket", "individuele studietoeslag"),
        ("SVB", "uitkering van de SVB"),
    ]


@pytest.mark.regel("DEV-SCR-010")
@pytest.mark.parametrize(
    ("van", "advies"),
    [
        pytest.param("2024-05-01", [], id="precies-60-jaar-en-4-maanden"),
        pytest.param("2024-05-02", [("UWV", "IOW")], id="een-dag-ouder"),
    ],
)
def test_iow_na_een_lange_ww(dienst: Dienst, van: str, advies: list[tuple[str, str]]) -> None:
    oud = plan(dienst, meld(dienst, persoon(dienst, "1964-01-01")), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(DONDERDAG)
    ww = {"wwGehad": True, "wwVolledigDoorlopen": True, "wwPeriode": {"van": van, "tot": "2025-12-01"}}
    klaar = screen(dienst, lees(dienst, oud), {"loket": ww})
    gevonden = klaar["screeningen"][0]["resultaat"]["personen"][0]["adviezen"]
    assert [(a["verwijzing"], a["voorziening"]) for a in gevonden] == advies


@pytest.mark.regel("DEV-SCR-011")
@pytest.mark.parametrize(
    ("inkomens", "norm", "uitkomst"),
    [
        pytest.param([140150], 140150, "voldaan", id="alleenstaande-precies-de-norm"),
        pytest.param([140151], 140150, "niet_voldaan", id="alleenstaande-een-cent-meer"),
        pytest.param([100000, 100213], 200213, "voldaan", id="paar-samen-precies-de-norm"),
        pytest.param([100000, 100214], 200213, "niet_voldaan", id="paar-samen-een-cent-meer"),
        pytest.param([100000, None], 200213, "onbepaald", id="een-inkomen-onbekend"),
    ],
)
def test_het_inkomen_wordt_getoetst_aan_de_norm_van_de_meldingsdatum(
    dienst: Dienst, inkomens: list[int | None], norm: int, uitkomst: str
) -> None:
    wie = plan(dienst, meld(dienst, *(persoon(dienst) for _ in inkomens)), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(DONDERDAG)
    klaar = screen(dienst, lees(dienst, wie), *({"loket": {"inkomen": inkomen}} for inkomen in inkomens))
    resultaat = klaar["screeningen"][0]["resultaat"]
    assert resultaat["norm"] == norm
    toets = next(t for t in resultaat["personen"][0]["toetsen"] if t["voorwaarde"] == "inkomen_niet_boven_norm")
    assert (toets["uitkomst"], toets["grondslag"]["artikel"]) == (uitkomst, "19")


@pytest.mark.regel("DEV-SCR-011")
def test_een_melding_voor_de_jaarwisseling_houdt_de_norm_van_die_dag(dienst: Dienst) -> None:
    dienst.zet_klok("2025-12-31T10:00:00+01:00")
    gemeld = plan(dienst, meld(dienst), "2026-01-05T10:00:00+01:00")
    dienst.zet_klok("2026-01-05T11:00:00+01:00")
    moment = {"begin": "2026-01-05T10:00:00+01:00", "einde": "2026-01-05T10:25:00+01:00"}
    moment["formulierMeegegevenOp"] = "2026-01-05"
    klaar = screen(dienst, lees(dienst, gemeld), {"loket": {"inkomen": 136907}}, **moment)
    assert klaar["screeningen"][0]["resultaat"]["norm"] == 136906


@pytest.mark.regel("DEV-SCR-005")
@pytest.mark.parametrize(
    ("inkomen", "uitkomst"),
    [pytest.param(168180, "voldaan", id="120-procent"), pytest.param(168181, "niet_voldaan", id="een-cent-meer")],
)
def test_een_vraag_naar_werk_kent_een_inkomensgrens(dienst: Dienst, melding: Any, inkomen: int, uitkomst: str) -> None:
    klaar = screen(dienst, melding, {"primaireVraag": "werk", "loket": {"inkomen": inkomen}})
    toetsen = klaar["screeningen"][0]["resultaat"]["personen"][0]["toetsen"]
    assert [t["uitkomst"] for t in toetsen if t["voorwaarde"] == "inkomen_binnen_grens_werkvraag"] == [uitkomst]


@pytest.mark.regel("DEV-SCR-004", "DEV-SCR-007")
@pytest.mark.parametrize(
    ("vraag", "taak"),
    [
        pytest.param("hulp", "hulp_verwijzen", id="hulp"),
        pytest.param("budgetadvies_schuldhulp", "bad_overdracht", id="budgetadvies"),
        pytest.param("bijstandsuitkering", None, id="bijstand"),
    ],
)
def test_elke_hulpvraag_heeft_een_eigen_vervolg(dienst: Dienst, melding: Any, vraag: str, taak: str | None) -> None:
    klaar = screen(dienst, melding, {"primaireVraag": vraag})
    assert {"hulp_verwijzen", "bad_overdracht"} & set(taken(klaar)) == ({taak} if taak else set())


@pytest.mark.regel("DEV-SCR-007", "DEV-SCR-022", "DEV-SCR-023", "DEV-SCR-026")
def test_elk_signaal_krijgt_een_taak_en_fraude_is_niet_voor_iedereen_zichtbaar(dienst: Dienst, melding: Any) -> None:
    klaar = screen(
        dienst,
        melding,
        schulden=GEEN_SCHULDEN | {"roodstand": True},
        dreigendeUithuiszetting=True,
        fraudesignaal=True,
        minderZelfredzaam=True,
        vermogenAanwezig=True,
    )
    signalen = {"bad_overdracht", "bad_overdracht_spoed", "sr_informeren", "zorgteam_contact", "vermogen_vaststellen"}
    assert signalen <= set(taken(klaar))
    assert klaar["screeningen"][0]["resultaat"]["signalen"]["fraudesignaal"] is True
    assert klaar["screeningen"][0]["resultaat"]["signalen"]["schuldsignaal"] == "hard"
    intaker, receptie = lees(dienst, klaar, "intaker"), lees(dienst, klaar, "receptie")
    assert intaker["screeningen"][0]["resultaat"]["signalen"]["fraudesignaal"] is None
    assert receptie["screeningen"][0]["resultaat"] is None
    assert "sr_informeren" not in taken(intaker) + taken(receptie)


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        pytest.param("inkomensconsulent", True, id="inkomensconsulent"),
        pytest.param("receptie", False, id="receptie"),
        pytest.param("intaker", False, id="intaker"),
        pytest.param("administratie", False, id="administratie"),
    ],
)
def test_een_vermoeden_van_fraude_staat_niet_in_de_werkvoorraad_van_anderen(
    dienst: Dienst, melding: Any, rol: str, ziet: bool
) -> None:
    klaar = screen(dienst, melding, fraudesignaal=True)
    taak_id = next(taak["id"] for taak in klaar["taken"] if taak["soort"] == "sr_informeren")
    klant_id = klaar["personen"][0]["klantId"]
    beeld = dienst.doe("GET", f"/klanten/{klant_id}/klantbeeld", rol)
    assert ("sr_informeren" in {taak["soort"] for taak in beeld["taken"]}) is ziet
    assert dienst.roep("GET", f"/taken/{taak_id}", rol).status_code == (200 if ziet else 404)
    klacht = dienst.roep("POST", f"/taken/{taak_id}/afhandelingen", rol, {"resultaat": "Gezien."}, versie=99)
    assert klacht.status_code == (412 if ziet else 404)


def test_een_gebeurtenis_verraadt_geen_vermoeden_van_fraude(dienst: Dienst, melding: Any) -> None:
    klaar = screen(dienst, melding, fraudesignaal=True)
    taak = next(taak for taak in klaar["taken"] if taak["soort"] == "sr_informeren")
    gezien = dienst.doe("GET", f"/taken/{taak['id']}", "inkomensconsulent")
    for pad, methode, inhoud in (
        ("toewijzing", "PUT", {"eigenaarId": None}),
        ("afhandelingen", "POST", {"resultaat": "De sociale recherche weet ervan."}),
    ):
        adres = f"/taken/{taak['id']}/{pad}"
        gezien = dienst.doe(methode, adres, "inkomensconsulent", inhoud, versie=gezien["versie"])
    klant_id = klaar["personen"][0]["klantId"]
    tijdlijn = dienst.roep("GET", f"/klanten/{klant_id}/tijdlijn", "receptie").text
    assert "taak.afgehandeld" in tijdlijn
    assert "sr_informeren" not in tijdlijn


def test_budgetvraag_en_schulden_geven_een_overdracht(dienst: Dienst, melding: Any) -> None:
    schulden = GEEN_SCHULDEN | {"openstaande_schulden": True}
    klaar = screen(dienst, melding, {"primaireVraag": "budgetadvies_schuldhulp"}, schulden=schulden)
    assert taken(klaar).count("bad_overdracht") == 1


@pytest.mark.parametrize(
    ("extra", "loopt"),
    [
        pytest.param({}, False, id="zonder-aanvraag"),
        pytest.param({"aanvraagdatum": "2026-03-31"}, True, id="met-aanvraag-loopt-de-beslistermijn-door"),
    ],
)
def test_doorverwijzen(dienst: Dienst, extra: dict[str, Any], loopt: bool) -> None:
    wie = plan(dienst, meld(dienst, **extra), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(DONDERDAG)
    naar = {"instantie": "UWV", "wijze": "afspraak_geregeld"}
    klaar = screen(dienst, lees(dienst, wie), uitkomst="doorverwezen", verwijzing=naar)
    assert klaar["status"] == "doorverwezen"
    assert klaar["screeningen"][0]["resultaat"]["verwijzing"] == naar | {"toelichting": None}
    erbij = ["aanvraag_openen", "werkproces_aanmaken"] if loopt else []
    assert taken(klaar) == sorted(["screening_rapporteren", *erbij])
    assert ("beslistermijn_aanvraag" in termijnen(klaar)) is loopt
    klant_id = klaar["personen"][0]["klantId"]
    regels = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"]
    assert [regel["soort"] for regel in regels][:2] == ["melding.doorverwezen", "screening.afgerond"]


@pytest.mark.regel("DEV-SCR-021")
def test_intrekken_in_het_gesprek_stopt_de_termijnen(dienst: Dienst, melding: Any) -> None:
    klaar = screen(dienst, melding, uitkomst="ingetrokken", intrekkingGetekendOp="2026-04-02")
    assert (klaar["status"], klaar["intrekkingGetekendOp"]) == ("ingetrokken", "2026-04-02")
    assert (taken(klaar), termijnen(klaar)) == (["screening_rapporteren"], {})


def test_een_gesprek_zonder_afspraak_kan_meteen(dienst: Dienst) -> None:
    wie = meld(dienst)
    dienst.zet_klok(DONDERDAG)
    wie = lees(dienst, wie)
    zonder = gesprek(wie) | {"begin": None}
    pad = f"/meldingen/{wie['id']}/screeningen"
    antwoord = dienst.roep("POST", pad, "inkomensconsulent", zonder, versie=wie["versie"])
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["begin"]
    klaar = screen(dienst, wie)
    assert klaar["screeningen"][0]["inkomensconsulentId"] == IC
    opnieuw = dienst.roep("POST", pad, "inkomensconsulent", gesprek(wie), versie=klaar["versie"])
    assert opnieuw.status_code == 409


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        pytest.param({"einde": "2026-04-02T11:00:01+02:00"}, {"einde"}, id="moet-nog-eindigen"),
        pytest.param({"einde": "2026-04-02T10:00:00+02:00"}, {"einde"}, id="eindigt-bij-het-begin"),
        pytest.param({"begin": "2026-03-30T10:00:00+02:00"}, {"begin"}, id="voor-de-melding"),
        pytest.param({"formulierMeegegevenOp": "2026-04-03"}, {"formulierMeegegevenOp"}, id="formulier-morgen"),
        pytest.param({"personen": []}, {"personen"}, id="niemand-genoemd"),
    ],
)
def test_een_ongeldig_gesprek_noemt_het_veld(
    dienst: Dienst, melding: Any, anders: dict[str, Any], velden: set[str]
) -> None:
    pad = f"/meldingen/{melding['id']}/screeningen"
    inhoud = gesprek(melding, **anders)
    antwoord = dienst.roep("POST", pad, "inkomensconsulent", inhoud, versie=melding["versie"])
    assert antwoord.status_code == 400
    assert {fout["veld"] for fout in antwoord.json()["fouten"]} == velden


@pytest.mark.parametrize(
    ("wie", "veld"),
    [
        pytest.param({"klantId": str(medewerker_id("fg"))}, "personen", id="iemand-anders"),
        pytest.param({"aanwezig": False}, "personen", id="niemand-aanwezig"),
        pytest.param({"primaireVraag": "werk"}, "personen.0.loket.inkomen", id="werk-zonder-inkomen"),
    ],
)
def test_wie_er_was_moet_kloppen(dienst: Dienst, melding: Any, wie: dict[str, Any], veld: str) -> None:
    pad = f"/meldingen/{melding['id']}/screeningen"
    antwoord = dienst.roep("POST", pad, "inkomensconsulent", gesprek(melding, wie), versie=melding["versie"])
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


def no_show(dienst: Dienst, melding: Any, **extra: Any) -> Any:
    pad = f"/meldingen/{melding['id']}/no-shows"
    return dienst.doe("POST", pad, "inkomensconsulent", extra, versie=melding["versie"])


@pytest.mark.regel("DEV-NOS-001")
def test_wie_niet_verschijnt_wordt_gebeld_en_krijgt_een_nieuwe_afspraak(dienst: Dienst, melding: Any) -> None:
    weg = no_show(dienst, melding)
    assert (weg["status"], weg["screeningen"][0]["status"]) == ("niet_verschenen", "niet_verschenen")
    taak = next(taak for taak in weg["taken"] if taak["soort"] == "no_show_bellen_nieuwe_afspraak")
    assert (taak["rol"], taak["eigenaarId"]) == ("inkomensconsulent", IC)
    pad = f"/meldingen/{weg['id']}/contactpogingen"
    reden = {"bereikt": True, "doel": "niet_verschenen", "toelichting": "Was de afspraak vergeten."}
    gebeld = dienst.doe("POST", pad, "inkomensconsulent", reden)
    assert "no_show_bellen_nieuwe_afspraak" not in taken(gebeld)
    nieuw = plan(dienst, gebeld, "2026-04-07T10:00:00+02:00", redenBuitenNorm="Eerste keer niet verschenen.")
    assert (nieuw["status"], taken(nieuw)) == ("open", ["screening_houden", "werkproces_aanmaken"])


def test_niet_verschijnen_kan_pas_na_het_begin(dienst: Dienst) -> None:
    wie = plan(dienst, meld(dienst), "2026-04-02T10:00:00+02:00")
    pad = f"/meldingen/{wie['id']}/no-shows"
    dienst.zet_klok("2026-04-02T09:59:59+02:00")
    assert dienst.roep("POST", pad, "receptie", {}, versie=lees(dienst, wie)["versie"]).status_code == 409
    dienst.zet_klok("2026-04-02T10:00:00+02:00")
    assert dienst.roep("POST", pad, "receptie", {}, versie=lees(dienst, wie)["versie"]).status_code == 201


@pytest.mark.regel("DEV-NOS-002")
@pytest.mark.parametrize(
    ("bekend", "taak"),
    [
        pytest.param(True, True, id="bekend-bij-het-team"),
        pytest.param(None, True, id="onbekend-of-bekend"),
        pytest.param(False, False, id="niet-bekend"),
    ],
)
def test_na_drie_meldingen_zonder_gesprek_volgt_het_zorgteam(dienst: Dienst, bekend: bool | None, taak: bool) -> None:
    wie = persoon(dienst)
    gevonden = []
    for dag in (13, 14, 15):
        dienst.zet_klok(f"2026-04-{dag}T09:00:00+02:00")
        melding = plan(dienst, meld(dienst, wie), f"2026-04-{dag}T10:00:00+02:00")
        dienst.zet_klok(f"2026-04-{dag}T11:00:00+02:00")
        gevonden.append("zorgteam_contact" in taken(no_show(dienst, lees(dienst, melding), bekendBijTeam=bekend)))
    assert gevonden == [False, False, taak]
    statussen = [m["status"] for m in dienst.doe("GET", "/meldingen", "receptie")["meldingen"]]
    assert statussen == ["opgevolgd", "opgevolgd", "niet_verschenen"]


def test_tijdens_de_behandeling_is_een_nieuwe_melding_niet_nodig(dienst: Dienst) -> None:
    wie = persoon(dienst)
    eerste = plan(dienst, meld(dienst, wie), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(DONDERDAG)
    screen(dienst, lees(dienst, eerste))
    assert dienst.roep("POST", "/meldingen", "receptie", opdracht(wie)).status_code == 409
    dienst.zet_klok("2026-05-27T09:00:00+02:00")
    assert meld(dienst, wie)["personen"][0]["bekend"] is True


def test_een_verslag_hoort_bij_een_gehouden_gesprek(dienst: Dienst) -> None:
    wie = plan(dienst, meld(dienst), "2026-04-02T10:00:00+02:00")
    verslag = {"tekst": "Er was nog geen gesprek."}
    pad = f"/screeningen/{wie['screeningen'][0]['id']}/verslagen"
    assert dienst.roep("POST", pad, "inkomensconsulent", verslag, versie=wie["versie"]).status_code == 409
    vreemd = f"/screeningen/{wie['id']}/verslagen"
    assert dienst.roep("POST", vreemd, "inkomensconsulent", verslag, versie=1).status_code == 404
    weert = dienst.roep("POST", pad, "inkomensconsulent", verslag, versie=1, organisatie="weert")
    assert weert.status_code == 404
