"""Maatregelzaken over HTTP: from the second no-show to the advice, and all that stands in the way of a decision."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.db.intake.melding import Melding, MeldingPersoon
from app.db.klant import Klant
from app.db.sessie import transactie
from app.db.taak import lopende_termijnen
from app.domain.intake.feiten import Kanaal
from app.domain.intake.soorten import Formulier, Melder
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling
from app.services.maatregel.stapsoorten import lees_stap
from app.services.maatregel.zaken import OpenZaakOpdracht
from app.services.maatregel.zaken import open_zaak as open_zaak_met
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import handelend, ingedeeld, taken
from tests.steun.maatregelzaak import (
    BESLUITDAG,
    HERSTELTERMIJN,
    HOORGESPREK,
    KICK_OFF,
    NO_SHOW_1,
    NO_SHOW_2,
    OORDEEL,
    PLAN,
    STAPPEN,
    UITNODIGING,
    ZAAK,
    adviseer,
    besluit,
    maak_bekend,
    met_plan,
    open_zaak,
    opgelegd,
    probeer_besluit,
    toets,
    volledig,
    zet,
)

TRAJECT = "traject_niet_willen_volgen"


def gereedheid(dienst: Dienst, zaak_id: str, rol: str = "inkomensconsulent") -> Any:
    return dienst.doe("GET", f"/maatregelzaken/{zaak_id}/gereedheid", rol)


def in_de_weg(antwoord: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in antwoord["toetsen"]]


def open_soorten(dienst: Dienst, klant_id: str) -> set[str]:
    return {taak.soort for taak in taken(dienst, klant_id) if taak.soort.startswith("maatregel_")}


@pytest.mark.regel("DEV-NOS-004")
def test_een_zaak_komt_op_naam_van_de_consulent_met_taken(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok("2026-04-24T09:00:00+02:00")
    zaak = open_zaak(dienst, klant_id)
    assert (zaak["status"], zaak["klantgroep"], zaak["regime"]) == ("open", "matchen", "PW")
    assert zaak["consulentId"] == str(medewerker_id("werkconsulent"))
    eigen = {taak.soort: taak.eigenaar_id for taak in taken(dienst, klant_id) if taak.onderwerp_id.hex in _hex(zaak)}
    assert eigen == dict.fromkeys(
        ("maatregel_hersteltermijn", "maatregel_uitnodiging", "maatregel_wederhoor", "maatregel_advies"),
        medewerker_id("werkconsulent"),
    )


def _hex(zaak: Any) -> str:
    return str(zaak["id"]).replace("-", "")


def test_een_stap_sluit_zijn_eigen_taak(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    zet(dienst, zaak["id"], UITNODIGING)
    assert open_soorten(dienst, klant_id) == {"maatregel_hersteltermijn", "maatregel_wederhoor", "maatregel_advies"}
    zet(dienst, zaak["id"], HERSTELTERMIJN, NO_SHOW_2, HOORGESPREK)
    assert open_soorten(dienst, klant_id) == {"maatregel_advies"}
    adviseer_alles(dienst, zaak["id"])
    assert open_soorten(dienst, klant_id) == {"maatregel_besluit"}
    besluit(dienst, zaak["id"])
    assert open_soorten(dienst, klant_id) == {"maatregel_toetsing"}


def adviseer_alles(dienst: Dienst, zaak_id: str) -> None:
    zet(dienst, zaak_id, NO_SHOW_1, OORDEEL)
    adviseer(dienst, zaak_id)


@pytest.mark.parametrize(
    ("klant", "anders", "voorwaarde"),
    [
        pytest.param({"regime": "IOAW"}, {}, "gedraging_in_regime", id="ioaw", marks=pytest.mark.regel("DEV-MTR-549")),
        pytest.param({}, {"gedraging": "bestaat_niet"}, "gedraging_in_regime", id="onbekende-gedraging"),
        pytest.param({"klantgroep": "zorgen"}, {}, "klantgroep", id="zorgen"),
        pytest.param(
            {},
            {"gedragingDatum": "2026-03-29"},
            "plicht_geldt",
            id="voor-melding",
            marks=pytest.mark.regel("DEV-MTR-502"),
        ),
    ],
)
def test_wie_geen_maatregel_kan_krijgen(
    dienst: Dienst, klant: dict[str, Any], anders: dict[str, Any], voorwaarde: str
) -> None:
    klant_id = ingedeeld(dienst, klant.pop("klantgroep", "matchen"), team="matchen", **klant)
    dienst.zet_klok(BESLUITDAG)
    antwoord = dienst.roep("POST", "/maatregelzaken", "werkconsulent", {"klantId": klant_id} | ZAAK | anders)
    assert antwoord.status_code == 409
    assert in_de_weg(antwoord.json()) == [voorwaarde]
    if voorwaarde == "klantgroep":
        assert "zoek eerst contact" in antwoord.json()["detail"]


def test_een_gedraging_op_een_dag_geeft_een_zaak(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    opnieuw = {"klantId": klant_id} | ZAAK
    assert dienst.roep("POST", "/maatregelzaken", "werkconsulent", opnieuw).json()["code"] == "zaak_bestaat_al"
    reden = {"reden": "De presentielijst is gecorrigeerd."}
    pad = f"/maatregelzaken/{zaak['id']}/intrekkingen"
    assert dienst.roep("POST", pad, "werkconsulent", reden).status_code == 428
    assert dienst.roep("POST", pad, "werkconsulent", reden, versie=zaak["versie"] - 1).status_code == 412
    weg = dienst.doe("POST", pad, "werkconsulent", reden, versie=zaak["versie"])
    assert weg["status"] == "vervallen"
    assert open_soorten(dienst, klant_id) == set()
    assert open_zaak(dienst, klant_id)["id"] != zaak["id"]
    zaken = dienst.doe("GET", f"/klanten/{klant_id}/maatregelzaken", "werkconsulent")["zaken"]
    assert [deel["status"] for deel in zaken] == ["vervallen", "open"]
    antwoord = dienst.roep("POST", pad, "werkconsulent", reden, versie=weg["versie"])
    assert antwoord.json()["code"] == "zaak_afgesloten"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        pytest.param({"gedragingDatum": "2026-05-21"}, "gedragingDatum", id="gedraging-morgen"),
        pytest.param({"meldingDatum": None}, "meldingDatum", id="melding-onbekend"),
    ],
)
def test_openen_vraagt_dagen_die_er_waren(dienst: Dienst, anders: dict[str, Any], veld: str) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    dienst.zet_klok(BESLUITDAG)
    antwoord = dienst.roep("POST", "/maatregelzaken", "werkconsulent", {"klantId": klant_id} | ZAAK | anders)
    assert (antwoord.status_code, [fout["veld"] for fout in antwoord.json()["fouten"]]) == (400, [veld])


@pytest.mark.regel("DEV-MTR-514")
@pytest.mark.parametrize(
    ("gesprek", "status"),
    [
        pytest.param("2026-04-22", 409, id="4-werkdagen"),
        pytest.param("2026-04-23", 201, id="5-werkdagen"),
        pytest.param("2026-04-24", 201, id="6-werkdagen"),
    ],
)
def test_hersteltermijn_laat_vijf_werkdagen(dienst: Dienst, gesprek: str, status: int) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    stap = HERSTELTERMIJN | {"gesprekOp": gesprek}
    antwoord = dienst.roep("POST", f"/maatregelzaken/{zaak['id']}/stappen", "werkconsulent", stap)
    assert antwoord.status_code == status
    if status == 409:
        assert "op zijn vroegst op 23 april 2026" in antwoord.json()["detail"]
        assert in_de_weg(antwoord.json()) == ["hersteltermijn_werkdagen"]


@pytest.mark.regel("DEV-MTR-514")
@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"wijze": ["aangetekend"]}, id="alleen-aangetekend"),
        pytest.param({"wijze": ["regulier"]}, id="alleen-regulier"),
        pytest.param({"kenmerkAangetekend": None}, id="zonder-kenmerk"),
    ],
)
def test_hersteltermijn_gaat_aangetekend_en_regulier(dienst: Dienst, anders: dict[str, Any]) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    antwoord = dienst.roep("POST", f"/maatregelzaken/{zaak['id']}/stappen", "werkconsulent", HERSTELTERMIJN | anders)
    assert in_de_weg(antwoord.json()) == ["hersteltermijn_verzonden"]
    assert antwoord.json()["code"] == "hersteltermijn_niet_aangetekend"
    assert "aangetekend (met kenmerk)" in antwoord.json()["detail"]


@pytest.mark.parametrize(
    ("stap", "veld"),
    [
        pytest.param(UITNODIGING, "wijze", id="e-mail-zonder-adres", marks=pytest.mark.regel("DEV-MTR-515")),
        pytest.param(
            UITNODIGING | {"wijze": ["regulier"], "gesprekOp": "2026-04-02"}, "gesprekOp", id="gesprek-voor-verzending"
        ),
        pytest.param(NO_SHOW_2 | {"datum": "2026-05-21"}, "datum", id="no-show-morgen"),
        pytest.param(
            {"soort": "niet_horen", "datum": "2026-05-07", "kanaal": "schriftelijk", "reden": "geen_tijd"},
            "reden",
            id="geen-geldige-reden",
        ),
        pytest.param(
            {
                "soort": "bewijsstuk",
                "datum": "2026-05-07",
                "code": "vakantiefoto",
                "vorm": "email",
                "verwijzing": "x-1",
            },
            "code",
            id="geen-bewijs-bij-deze-gedraging",
        ),
    ],
)
def test_stap_met_een_fout_veld(dienst: Dienst, stap: dict[str, Any], veld: str) -> None:
    klant_id = met_plan(dienst, email=None)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    antwoord = dienst.roep("POST", f"/maatregelzaken/{zaak['id']}/stappen", "werkconsulent", stap)
    assert (antwoord.status_code, [fout["veld"] for fout in antwoord.json()["fouten"]]) == (400, [veld])


@pytest.mark.parametrize(
    "stap",
    [
        pytest.param({"soort": "oordeel"}, id="leeg-oordeel"),
        pytest.param({"soort": "oordeel", "dringendeRedenen": True}, id="dringende-redenen-zonder-uitleg"),
        pytest.param({"soort": "plan", "ondertekendOp": "2026-04-01"}, id="half-plan"),
        pytest.param({"soort": "plan", "verwijzing": "GWS-1"}, id="leeg-plan"),
        pytest.param({"soort": "bestaat_niet"}, id="onbekende-soort"),
    ],
)
def test_stap_die_niets_zegt(dienst: Dienst, stap: dict[str, Any]) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    assert dienst.roep("POST", f"/maatregelzaken/{zaak['id']}/stappen", "werkconsulent", stap).status_code == 400


def test_na_de_dag_van_het_gesprek_vraagt_een_taak_wat_eruit_kwam(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok("2026-04-24T09:00:00+02:00")
    zaak = open_zaak(dienst, klant_id)
    stap = HERSTELTERMIJN | {"verzondenOp": "2026-04-24", "gesprekOp": "2026-05-06"}
    zet(dienst, zaak["id"], stap)
    dienst.zet_klok("2026-05-06T17:00:00+02:00")
    assert "maatregel_uitkomst_gesprek" not in open_soorten(dienst, klant_id)
    dienst.zet_klok("2026-05-07T09:00:00+02:00")
    assert "maatregel_uitkomst_gesprek" in open_soorten(dienst, klant_id)
    zet(dienst, zaak["id"], NO_SHOW_2 | {"datum": "2026-05-06"})
    assert "maatregel_uitkomst_gesprek" not in open_soorten(dienst, klant_id)


@pytest.mark.regel("DEV-MTR-513")
def test_wie_niet_op_de_uitnodiging_komt_krijgt_een_hersteltermijn(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id, gedraging="traject_niet_willen_volgen")
    zet(dienst, zaak["id"], UITNODIGING)
    assert "maatregel_hersteltermijn" not in open_soorten(dienst, klant_id)
    zet(dienst, zaak["id"], NO_SHOW_1)
    assert "maatregel_hersteltermijn" in open_soorten(dienst, klant_id)


@pytest.mark.regel("DEV-MTR-504")
def test_gereedheid_noemt_wat_ontbreekt(dienst: Dienst) -> None:
    zaak = volledig(dienst, zonder=("hoorgesprek", "oordeel"))
    stand = gereedheid(dienst, zaak["id"], "werkconsulent")
    assert (stand["gereed"], stand["gereedVoorAdvies"], stand["uitkomst"]) == (False, False, "voorleggen")
    assert [toets["voorwaarde"] for toets in stand["voorAdvies"] if toets["uitkomst"] != "voldaan"] == ["gehoord"]
    assert stand["ontbreekt"][0] == "De klant is nog niet gehoord (artikel 4:8, Awb)."
    assert stand["aandachtspunten"] == [
        "In het dossier zit nog geen presentielijst.",
        "In het dossier zit nog geen wederhoor.",
    ]
    zet(dienst, zaak["id"], HOORGESPREK, OORDEEL)
    adviseer(dienst, zaak["id"])
    stand = gereedheid(dienst, zaak["id"])
    assert (stand["gereed"], stand["gereedVoorAdvies"], stand["ontbreekt"]) == (True, True, [])
    assert stand["uitkomst"] == "maatregel"
    assert "verlaging_procent" in stand["voorbeeldwaarden"]
    assert gereedheid(dienst, zaak["id"], "werkconsulent")["gereed"] is True
    besluit(dienst, zaak["id"])
    assert gereedheid(dienst, zaak["id"])["uitkomst"] == "maatregel"


STAP_WEG = [
    pytest.param("uitnodiging", ["uitnodiging_verzonden"], id="uitnodiging", marks=pytest.mark.regel("DEV-MTR-513")),
    pytest.param("hersteltermijn", ["hersteltermijn_verzonden"], id="hersteltermijn"),
    pytest.param("hoorgesprek", ["gehoord"], id="horen", marks=pytest.mark.regel("DEV-MTR-506")),
    pytest.param(
        "oordeel", ["verwijtbaarheid", "omstandigheden_onderzocht", "dringende_redenen_onderzocht"], id="oordeel"
    ),
]


@pytest.mark.parametrize(("soort", "verwacht"), STAP_WEG)
def test_zonder_een_stap_geen_besluit(dienst: Dienst, soort: str, verwacht: list[str]) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    stap = next(stap for stap in zaak["stappen"] if stap["soort"] == soort)
    pad = f"/maatregelzaken/{zaak['id']}/stappen/{stap['id']}/intrekkingen"
    na = dienst.doe("POST", pad, "werkconsulent", {"reden": "Deze stap klopt niet."})
    assert [deel["intrekking"]["reden"] for deel in na["stappen"] if deel["intrekking"]] == ["Deze stap klopt niet."]
    antwoord = probeer_besluit(dienst, zaak["id"])
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "niet_gereed")
    assert in_de_weg(antwoord.json()) == verwacht
    assert dienst.roep("POST", pad, "werkconsulent", {"reden": "Nog een keer intrekken."}).status_code == 404


@pytest.mark.parametrize(
    ("weg", "verwacht"),
    [
        pytest.param("verwijtbaarheid", "verwijtbaarheid", id="verwijtbaarheid"),
        pytest.param("verwijtbaarheidMotivering", "verwijtbaarheid", id="verwijtbaarheid-zonder-motivering"),
        pytest.param("omstandigheden", "omstandigheden_onderzocht", id="omstandigheden"),
        pytest.param("oorzaak", "omstandigheden_onderzocht", id="oorzaak", marks=pytest.mark.regel("DEV-AAN-022")),
        pytest.param("dringendeRedenen", "dringende_redenen_onderzocht", id="dringende-redenen"),
    ],
)
def test_zonder_een_deel_van_het_oordeel_geen_besluit(dienst: Dienst, weg: str, verwacht: str) -> None:
    zaak = volledig(dienst, zonder=("oordeel",))
    zet(dienst, zaak["id"], {veld: waarde for veld, waarde in OORDEEL.items() if veld != weg})
    adviseer(dienst, zaak["id"])
    assert in_de_weg(probeer_besluit(dienst, zaak["id"]).json()) == [verwacht]


@pytest.mark.regel("DEV-PVA-507")
def test_zonder_plan_of_reden_geen_advies(dienst: Dienst) -> None:
    zaak = volledig(dienst, ingedeeld(dienst, "matchen"))
    pad, versie = f"/maatregelzaken/{zaak['id']}/adviezen", zaak["versie"]
    opdracht = {"voorstel": "opleggen", "motivering": "Twee keer niet gekomen."}
    antwoord = dienst.roep("POST", pad, "werkconsulent", opdracht, versie=versie)
    assert in_de_weg(antwoord.json()) == ["verplichting_in_plan", "verzuimregels_uitgereikt"]
    elders = {"soort": "plan", "ondertekendOp": "2026-04-10", "bevatVerplichting": True, "verwijzing": "GWS-17"}
    zaak = zet(dienst, zaak["id"], elders)
    antwoord = dienst.roep("POST", pad, "werkconsulent", opdracht, versie=zaak["versie"])
    assert in_de_weg(antwoord.json()) == ["verzuimregels_uitgereikt"]
    zet(dienst, zaak["id"], {"soort": "plan", "afwijkingVerzuimregels": "De regels zijn mondeling besproken."})
    assert adviseer(dienst, zaak["id"])["status"] == "geadviseerd"


@pytest.mark.regel("DEV-MTR-521")
def test_na_een_no_show_bij_de_kick_off_nog_geen_maatregel(dienst: Dienst) -> None:
    zaak = volledig(dienst, zonder=("no_show",))
    zet(dienst, zaak["id"], NO_SHOW_2)
    assert in_de_weg(_advies(dienst, zaak["id"]).json()) == ["no_shows"]


def _advies(dienst: Dienst, zaak_id: str, **extra: Any) -> Any:
    versie = dienst.doe("GET", f"/maatregelzaken/{zaak_id}", "werkconsulent")["versie"]
    opdracht = {"voorstel": "opleggen", "motivering": "Twee keer niet gekomen."} | extra
    return dienst.roep("POST", f"/maatregelzaken/{zaak_id}/adviezen", "werkconsulent", opdracht, versie=versie)


@pytest.mark.regel("DEV-MTR-517")
def test_zonder_bevestiging_van_de_werkgever_geen_advies(dienst: Dienst) -> None:
    zaak = volledig(dienst, gedraging="werk_niet_behouden")
    antwoord = _advies(dienst, zaak["id"]).json()
    assert in_de_weg(antwoord) == ["verplichting_in_plan", "bewijs_volledig"]
    bewijs = {
        "soort": "bewijsstuk",
        "datum": "2026-05-04",
        "code": "bevestiging_werkgever",
        "vorm": "email",
        "verwijzing": "zaaksysteem 2026-00123",
        "afkomstigVan": "Bakkerij Voorbeeld",
    }
    zet(dienst, zaak["id"], bewijs)
    assert in_de_weg(_advies(dienst, zaak["id"]).json()) == ["verplichting_in_plan"]


@pytest.mark.regel("DEV-NOS-005")
def test_afzien_vraagt_alleen_wederhoor(dienst: Dienst) -> None:
    zaak = volledig(dienst, zonder=("hoorgesprek", "oordeel", "uitnodiging"))
    assert in_de_weg(_advies(dienst, zaak["id"], voorstel="afzien").json()) == ["gehoord"]
    niet = {
        "soort": "niet_horen",
        "datum": "2026-05-07",
        "kanaal": "schriftelijk",
        "reden": "geen_reactie_op_oproep",
    }
    zet(dienst, zaak["id"], niet)
    assert _advies(dienst, zaak["id"], voorstel="afzien").status_code == 201
    assert besluit(dienst, zaak["id"])["dictum"] == "afzien"


def test_adviseren_doet_de_consulent(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    pad = f"/maatregelzaken/{zaak['id']}/adviezen"
    opdracht = {"voorstel": "opleggen", "motivering": "Twee keer niet gekomen."}
    assert dienst.roep("POST", pad, "inkomensconsulent", opdracht, versie=zaak["versie"]).status_code == 403
    assert dienst.roep("POST", pad, "werkconsulent", opdracht).status_code == 428
    assert dienst.roep("POST", pad, "werkconsulent", opdracht, versie=zaak["versie"] - 1).status_code == 412


def test_na_het_besluit_wijzigt_de_zaak_niet_meer(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    besluit(dienst, zaak["id"])
    pad = f"/maatregelzaken/{zaak['id']}/stappen"
    assert dienst.roep("POST", pad, "werkconsulent", OORDEEL).json()["code"] == "zaak_niet_open"
    assert _advies(dienst, zaak["id"]).json()["code"] == "zaak_niet_open"
    assert probeer_besluit(dienst, zaak["id"]).json()["code"] == "zaak_niet_open"


@pytest.mark.regel("DEV-MTR-510")
def test_een_tweede_maatregel_binnen_een_jaar_duurt_langer(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    opgelegd(dienst, klant_id)
    dienst.zet_klok("2026-08-20T10:00:00+02:00")
    zaak = open_zaak(dienst, klant_id, gedragingDatum="2026-07-23")
    brieven = (
        UITNODIGING | {"verzondenOp": "2026-07-01", "gesprekOp": "2026-07-09"},
        HERSTELTERMIJN | {"verzondenOp": "2026-07-10", "gesprekOp": "2026-07-23"},
        NO_SHOW_1 | {"datum": "2026-07-09"},
        NO_SHOW_2 | {"datum": "2026-07-23"},
    )
    plan = {"soort": "plan", "ondertekendOp": "2026-06-01", "bevatVerplichting": True}
    zet(dienst, zaak["id"], *brieven, HOORGESPREK | {"datum": "2026-08-01"}, OORDEEL)
    zet(dienst, zaak["id"], plan | {"verzuimregelsUitgereiktOp": "2026-06-01"})
    assert "Er is meer gebeurd" in gereedheid(dienst, zaak["id"])["aandachtspunten"][-1]
    adviseer(dienst, zaak["id"])
    uitleg = dienst.doe("GET", f"/besluiten/{besluit(dienst, zaak['id'])['id']}/uitleg", "inkomensconsulent")
    assert [regel["maand"] for regel in uitleg["bedragen"]] == ["2026-09-01", "2026-10-01"]
    assert [regel["bedrag"] for regel in uitleg["bedragen"]] == [42584, 42584]


@pytest.mark.regel("DEV-MTR-511")
def test_samenloop_geeft_een_verlaging(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    eerste = volledig(dienst, klant_id)
    tweede = volledig(dienst, klant_id, gedraging="onvoldoende_sollicitaties")
    assert in_de_weg(_advies(dienst, tweede["id"]).json()) == ["verplichting_in_plan"]
    zet(dienst, tweede["id"], {"soort": "plan", "afwijkingPlan": "De plicht tot solliciteren staat in de wet."})
    adviseer(dienst, tweede["id"])
    adviseer(dienst, eerste["id"])
    samen = besluit(dienst, eerste["id"])
    uitleg = dienst.doe("GET", f"/besluiten/{samen['id']}/uitleg", "inkomensconsulent")
    assert uitleg["bedragen"][0]["procent"] == "100"
    zinnen = " ".join(dienst.doe("GET", f"/besluiten/{samen['id']}", "inkomensconsulent")["motivering"])
    assert "Het ging ook om: te weinig solliciteren (op 23 april 2026). U krijgt één verlaging" in zinnen
    antwoord = probeer_besluit(dienst, tweede["id"])
    assert in_de_weg(antwoord.json()) == ["samenloop_vastgesteld"]
    [waarom] = antwoord.json()["toetsen"]
    assert waarom["feiten"]["meegenomen_in"] == [samen["id"]]
    assert "besluit van 20 mei 2026" in waarom["toelichting"]
    assert "Zie af van een maatregel, met in de motivering een verwijzing" in waarom["toelichting"]
    toets(dienst, samen["id"], akkoord=False, reden="De zwaarste gedraging is die van de andere zaak.")
    alsnog = besluit(dienst, tweede["id"])
    assert alsnog["dictum"] == "maatregel", "a besluit that does not stand takes nothing along"
    anders = {"keuze": "afzien", "motivering": f"Meegenomen in besluit {alsnog['id']}."}
    assert in_de_weg(probeer_besluit(dienst, eerste["id"]).json()) == ["samenloop_vastgesteld"]
    assert besluit(dienst, eerste["id"], anders)["dictum"] == "afzien"


def test_twee_besluiten_nemen_samen_niet_meer_dan_de_norm(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    eerste = volledig(dienst, klant_id)
    adviseer(dienst, eerste["id"])
    besluit(dienst, eerste["id"])
    tweede = volledig(dienst, klant_id, gedraging="onvoldoende_sollicitaties")
    zet(dienst, tweede["id"], {"soort": "plan", "afwijkingPlan": "De plicht tot solliciteren staat in de wet."})
    adviseer(dienst, tweede["id"])
    genomen = besluit(dienst, tweede["id"])
    regel = _regel(dienst, genomen)
    assert regel["bedrag"] == 140150 - 42045
    assert "niet meer dan wat van de norm over is: € 981,05" in regel["formule"]
    toets(dienst, genomen["id"], akkoord=False, reden="De verlaging past niet bij de klant.")
    vervalt = {"reden": "De presentielijst is gecorrigeerd."}
    versie = dienst.doe("GET", f"/maatregelzaken/{eerste['id']}", "werkconsulent")["versie"]
    dienst.doe("POST", f"/maatregelzaken/{eerste['id']}/intrekkingen", "werkconsulent", vervalt, versie=versie)
    assert _regel(dienst, besluit(dienst, tweede["id"]))["bedrag"] == 140150, "rejected and lapsed take nothing"


def _regel(dienst: Dienst, genomen: Any) -> Any:
    """Return the first month of a besluit."""
    return dienst.doe("GET", f"/besluiten/{genomen['id']}/uitleg", "inkomensconsulent")["bedragen"][0]


@pytest.mark.regel("DEV-NOS-507")
def test_lik_op_stuk_bij_de_eerste_no_show_met_sms(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "groeien")
    dienst.zet_klok(BESLUITDAG)
    keten = ["0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"]
    anders = {"soort": "lik_op_stuk", "gedraging": "niet_verschijnen_arbeidsinschakeling", "aanleiding": keten}
    zaak = open_zaak(dienst, klant_id, **anders)
    assert open_soorten(dienst, klant_id) == {"maatregel_wederhoor", "maatregel_advies"}
    zet(dienst, zaak["id"], NO_SHOW_2, HOORGESPREK, OORDEEL)
    assert in_de_weg(_advies(dienst, zaak["id"]).json()) == ["sms_herinnering"]
    zet(dienst, zaak["id"], {"soort": "sms", "datum": "2026-04-22", "verstuurd": True})
    adviseer(dienst, zaak["id"])
    uitleg = dienst.doe("GET", f"/besluiten/{besluit(dienst, zaak['id'])['id']}/uitleg", "inkomensconsulent")
    assert [(regel["bedrag"], regel["formule"]) for regel in uitleg["bedragen"]] == [(5000, "vast bedrag = € 50,00")]
    opnieuw = open_zaak(dienst, klant_id, **anders, gedragingDatum="2026-05-06")
    zet(dienst, opnieuw["id"], NO_SHOW_2 | {"datum": "2026-05-06"}, HOORGESPREK, OORDEEL)
    zet(dienst, opnieuw["id"], {"soort": "sms", "datum": "2026-05-05", "verstuurd": True})
    assert in_de_weg(_advies(dienst, opnieuw["id"]).json()) == ["eerste_no_show"], "once in a chain of appointments"


@pytest.mark.parametrize(
    ("rol", "organisatie", "status"),
    [
        pytest.param("werkconsulent", "deventer", 200, id="eigen-team"),
        pytest.param("inkomensconsulent", "weert", 404, id="andere-organisatie"),
        pytest.param("participatiemakelaar", "deventer", 404, id="niet-eigen-caseload"),
        pytest.param("beheerder", "deventer", 403, id="geen-rol-voor-personen"),
    ],
)
def test_wie_een_zaak_mag_zien(dienst: Dienst, rol: str, organisatie: str, status: int) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    assert zaak["gedraging"] == KICK_OFF
    for pad in ("", "/gereedheid"):
        antwoord = dienst.roep("GET", f"/maatregelzaken/{zaak['id']}{pad}", rol, organisatie=organisatie)
        assert antwoord.status_code == status


def test_alle_stappen_komen_terug_zoals_gegeven(dienst: Dienst) -> None:
    zaak = volledig(dienst)
    terug = [{"soort": stap["soort"]} | stap["inhoud"] for stap in zaak["stappen"]]
    assert terug == list(STAPPEN)


def test_lik_op_stuk_in_faciliteren_is_van_de_inkomensconsulent(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "faciliteren")
    dienst.zet_klok(BESLUITDAG)
    anders = {"soort": "lik_op_stuk", "gedraging": "niet_verschijnen_arbeidsinschakeling"}
    opdracht = {"klantId": klant_id} | ZAAK | anders
    zaak = dienst.doe("POST", "/maatregelzaken", "inkomensconsulent", opdracht)
    assert zaak["consulentId"] == str(medewerker_id("inkomensconsulent"))
    pad = f"/maatregelzaken/{zaak['id']}"
    for stap in (NO_SHOW_2, HOORGESPREK, OORDEEL):
        zaak = dienst.doe("POST", f"{pad}/stappen", "inkomensconsulent", stap)
    advies = {"voorstel": "opleggen", "motivering": "De eerste keer niet gekomen."}
    dienst.doe("POST", f"{pad}/adviezen", "inkomensconsulent", advies, versie=zaak["versie"])
    afspraak = {"nieuweAfspraak": {"moment": "2026-06-03T10:00:00+02:00", "plaats": "Stadskantoor"}}
    assert in_de_weg(probeer_besluit(dienst, zaak["id"], afspraak).json()) == ["besluiter_is_niet_adviseur"]
    assert [taak.eigenaar_id for taak in taken(dienst, klant_id) if taak.soort == "maatregel_besluit"] == [None]
    assert in_de_weg(probeer_besluit(dienst, zaak["id"], nummer=2).json()) == ["nieuwe_afspraak_in_besluit"]
    genomen = probeer_besluit(dienst, zaak["id"], afspraak, nummer=2)
    assert genomen.status_code == 201
    assert "om 10.00 uur. De plaats is Stadskantoor" in " ".join(genomen.json()["motivering"])


def test_een_andere_kamer_opent_met_wat_al_bekend_is(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    bekend = [lees_stap(stap) for stap in STAPPEN[:4]]
    opdracht = OpenZaakOpdracht.model_validate({"klantId": klant_id} | ZAAK | {"meldingDatum": None})
    actor = handelend(Rol.ADMINISTRATIE)
    with transactie(dienst.state.sessies, actor) as sessie:
        h = Handeling(sessie, actor, dienst.state.register, dienst.klok.nu(), "test", "test", "c")
        klant = h.klant(UUID(klant_id))
        for dag in (date(2026, 3, 30), date(2026, 5, 1)):
            meld(h, klant, dag)
        zaak_id = open_zaak_met(h, klant, opdracht, bekend).id
    assert open_soorten(dienst, klant_id) == {"maatregel_wederhoor", "maatregel_advies"}
    zet(dienst, str(zaak_id), HOORGESPREK, OORDEEL)
    zaak = adviseer(dienst, str(zaak_id))
    assert zaak["meldingDatum"] == "2026-03-30"
    assert besluit(dienst, str(zaak_id))["dictum"] == "maatregel"


def meld(h: Handeling, klant: Klant, dag: date) -> None:
    melding = Melding(
        id=uuid4(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        gemeente=klant.gemeente,
        kanaal=Kanaal.FYSIEK,
        meldingsdatum=dag,
        geregistreerd_op=h.nu,
        geregistreerd_door=h.actor.medewerker_id,
        melder=Melder.KLANT,
        hulpvragen=[],
        formulier=Formulier.PAPIER,
    )
    h.sessie.add(melding)
    h.sessie.flush()
    persoon = MeldingPersoon(
        id=uuid4(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        melding_id=melding.id,
        rang=0,
        bekend=True,
        medisch_urenbeperkt=False,
        zoekperiode={},
    )
    h.sessie.add(persoon)


@pytest.mark.parametrize(
    ("gesprek", "dagen"),
    [
        pytest.param("2026-05-20", None, id="zelfde-dag"),
        pytest.param("2026-05-30", "De termijn is 10 dagen.", id="zaterdag"),
        pytest.param("2026-06-01", "De termijn is 7 werkdagen.", id="maandag"),
    ],
)
def test_de_dag_van_het_gesprek_wordt_bewaakt(dienst: Dienst, gesprek: str, dagen: str | None) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    zet(dienst, zaak["id"], UITNODIGING | {"verzondenOp": "2026-05-20", "gesprekOp": gesprek})
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        termijnen = lopende_termijnen(sessie, UUID(zaak["id"]))
    regels = [(termijn.einde.isoformat(), termijn.uitleg["regel"]) for termijn in termijnen]
    assert regels == ([] if dagen is None else [(gesprek, dagen)])
    if termijnen:
        assert intrekken(dienst, zaak["id"], "uitnodiging") == "maatregel_uitnodiging"


def intrekken(dienst: Dienst, zaak_id: str, soort: str) -> str:
    """Take back the step of this kind; return the kind of the taak that asks for it again, with the reason."""
    zaak = dienst.doe("GET", f"/maatregelzaken/{zaak_id}", "werkconsulent")
    stap = next(stap for stap in zaak["stappen"] if stap["soort"] == soort)
    reden = {"reden": "De brief is nooit verzonden."}
    dienst.doe("POST", f"/maatregelzaken/{zaak_id}/stappen/{stap['id']}/intrekkingen", "werkconsulent", reden)
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        assert lopende_termijnen(sessie, UUID(zaak_id)) == []
    opnieuw = [taak.soort for taak in taken(dienst, zaak["klantId"]) if "ingetrokken" in taak.waarom]
    assert len(opnieuw) == 1
    return opnieuw[0]


@pytest.mark.regel("DEV-MTR-512")
def test_de_indeling_in_een_categorie_is_een_voorbeeldwaarde(dienst: Dienst) -> None:
    zaak = volledig(dienst, gedraging="niet_verschijnen_arbeidsinschakeling")
    adviseer(dienst, zaak["id"])
    assert "categorie_per_gedraging" in besluit(dienst, zaak["id"])["voorbeeldwaarden"]


@pytest.mark.regel("DEV-MTR-504")
def test_horen_en_oordelen_doet_de_consulent(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id)
    pad = f"/maatregelzaken/{zaak['id']}/stappen"
    assert dienst.roep("POST", pad, "administratie", UITNODIGING).status_code == 201
    assert dienst.roep("POST", pad, "administratie", OORDEEL).status_code == 403
    na = zet(dienst, zaak["id"], HOORGESPREK, HOORGESPREK)
    weg = f"{pad}/{na['stappen'][-1]['id']}/intrekkingen"
    reden = {"reden": "Twee keer vastgelegd, een is genoeg."}
    assert dienst.roep("POST", weg, "administratie", reden).status_code == 403
    dienst.doe("POST", weg, "werkconsulent", reden)
    assert "maatregel_wederhoor" not in open_soorten(dienst, klant_id)


@pytest.mark.regel("DEV-KIC-003")
@pytest.mark.parametrize(
    ("dag", "mis"),
    [
        pytest.param("2026-04-27", False, id="laatste-dag-van-de-routekaart"),
        pytest.param("2026-04-28", True, id="dag-waarop-de-routekaart-verliep"),
        pytest.param("2026-05-19", True, id="dag-voor-de-nieuwe-handtekening"),
        pytest.param("2026-05-20", False, id="dag-van-de-nieuwe-handtekening"),
    ],
)
def test_een_verlopen_routekaart_herleeft_niet_door_opnieuw_te_tekenen(dienst: Dienst, dag: str, mis: bool) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    plan = dienst.doe("GET", f"/klanten/{klant_id}/plannen", "werkconsulent")["plannen"][0]
    nieuw = {veld: waarde for veld, waarde in PLAN.items() if veld != "soort"}
    nieuw |= {"evaluatiedatum": "2026-06-24", "aanleiding": "De routekaart was verlopen."}
    dienst.doe("POST", f"/plannen/{plan['id']}/versies", "werkconsulent", nieuw, versie=plan["versie"])
    teken = {"versieNr": 2, "wijze": "papier", "datum": "2026-05-20", "bewijs": "scan-2"}
    dienst.doe("POST", f"/plannen/{plan['id']}/ondertekeningen", "werkconsulent", teken)
    zaak = open_zaak(dienst, klant_id, gedragingDatum=dag)
    gereed = gereedheid(dienst, zaak["id"])
    open_ = {toets["voorwaarde"] for toets in gereed["voorAdvies"] if toets["uitkomst"] != "voldaan"}
    assert ("verplichting_in_plan" in open_) is mis


@pytest.mark.regel("DEV-MTR-510")
def test_van_verdeelde_eerste_maatregel_naar_de_volgende_trede(dienst: Dienst) -> None:
    """Article 18, lid 5: one month, spread from the first month that was not paid; the next time lid 6."""
    klant_id = met_plan(dienst)
    eerste = volledig(dienst, klant_id, gedraging=TRAJECT)
    zonder_plan = {"soort": "plan", "afwijkingPlan": "De plicht om mee te doen staat in de wet."}
    zet(dienst, eerste["id"], zonder_plan)
    adviseer(dienst, eerste["id"])
    wens = {"spreidingMaanden": 3, "betaaldTotEnMet": "2026-06-15"}
    assert in_de_weg(probeer_besluit(dienst, eerste["id"], wens).json()) == ["spreiding_toegestaan"]
    fout = probeer_besluit(dienst, eerste["id"], {"betaaldTotEnMet": "2026-07-01"}).json()
    assert [veld["veld"] for veld in fout["fouten"]] == ["betaaldTotEnMet"]
    wens |= {"motivering": "In één keer kan de huur niet worden betaald."}
    genomen = besluit(dienst, eerste["id"], wens)
    bedragen = dienst.doe("GET", f"/besluiten/{genomen['id']}/uitleg", "toetser")["bedragen"]
    assert [(regel["maand"], regel["bedrag"]) for regel in bedragen] == [
        ("2026-07-01", 47316),
        ("2026-08-01", 47315),
        ("2026-09-01", 47315),
    ]
    assert bedragen[0]["deel"] == {"nummer": 1, "delen": 3, "vanBedrag": 141946}
    toets(dienst, genomen["id"])
    maak_bekend(dienst, genomen["id"])
    dienst.zet_klok("2026-06-25T10:00:00+02:00")
    tweede = open_zaak(dienst, klant_id, gedraging=TRAJECT, gedragingDatum="2026-06-04")
    brieven = (
        {"soort": "uitnodiging", "verzondenOp": "2026-06-05", "wijze": ["regulier"], "gesprekOp": "2026-06-12"},
        HOORGESPREK | {"datum": "2026-06-12"},
        OORDEEL,
        zonder_plan | {"afwijkingVerzuimregels": "De klant kent de regels van de vorige keer."},
    )
    zet(dienst, tweede["id"], *brieven)
    adviseer(dienst, tweede["id"])
    uitleg = dienst.doe("GET", f"/besluiten/{besluit(dienst, tweede['id'])['id']}/uitleg", "toetser")
    assert "artikel 18, lid 6, Participatiewet" in " ".join(uitleg["motivering"])
    rest = 141946 - 47316, 141946 - 47315
    assert [(regel["maand"], regel["bedrag"]) for regel in uitleg["bedragen"]] == [
        ("2026-07-01", rest[0]),
        ("2026-08-01", rest[1]),
    ]
