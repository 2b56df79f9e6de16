"""A case that begins before a switch, goes on during it and ends after it; and a besluit that keeps its policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app.db.beleid_soorten import SOORTEN
from app.domain.beleid.controle import controleer
from app.domain.beleid.pakket import Pakket
from app.domain.beleid.register import Register
from app.domain.kern.rollen import Rol
from tests.steun.diagnose import LEEFGEBIEDEN, levering, record
from tests.steun.dienst import Dienst
from tests.steun.indeling import deel_in, klaar
from tests.steun.intake import meld, opdracht, persoon, plan, screen, taken
from tests.steun.klanten import ingedeeld, rij
from tests.steun.klanten import taken as taken_van
from tests.steun.maatregelzaak import DOEL, PLAN, ZAAK, adviseer, besluit, met_plan, volledig

INTAKER, IC, WC = Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT
BESLUIT = {"gemeente": "GM0150", "reden": "Landelijke maatregelen", "beslotenDoor": "Directieteam"}
DICHT = "volledige_lockdown"
VOLLEDIG = list(enumerate(LEEFGEBIEDEN))


def schakel(dienst: Dienst, niveau: str, van: str) -> Any:
    return dienst.doe("POST", "/dienstverleningsniveaus", Rol.TEAMLEIDER, BESLUIT | {"niveau": niveau, "van": van})


def spoor(dienst: Dienst, klant: str) -> list[tuple[str, str, list[str], str | None]]:
    regels = dienst.doe("GET", f"/klanten/{klant}/dienstverlening", IC)["regels"]
    return [(r["soort"], r["dag"], r["varianten"], r["kanaal"]) for r in regels if r["wat"] != "taak"]


@pytest.mark.regel("DEV-DIG-001")
@pytest.mark.regel("DEV-DIG-003")
@pytest.mark.regel("DEV-DIG-006")
@pytest.mark.regel("DEV-DIG-016")
def test_een_zaak_door_de_schakeling_heen(dienst: Dienst) -> None:
    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    melding = meld(dienst)
    klant = melding["personen"][0]["klantId"]
    bellen = next(taak for taak in melding["taken"] if taak["soort"] == "melding_bellen")
    assert bellen["uiterste"] == "2026-04-07T21:59:59Z"
    melding = plan(dienst, melding, "2026-04-02T10:00:00+02:00")
    schakel(dienst, DICHT, "2026-04-07")
    schakel(dienst, "geen", "2026-05-04")
    dienst.zet_klok("2026-04-02T10:30:00+02:00")
    screen(dienst, melding)

    dienst.zet_klok("2026-04-07T09:00:00+02:00")
    ambitie = {"klantId": klant, "soort": "ambitiegesprek"}
    tijdens = dienst.doe("POST", "/afspraken", INTAKER, ambitie | {"begint": "2026-04-09T10:00:00+02:00"})
    assert tijdens["varianten"] == [DICHT]
    dienst.zet_klok("2026-04-09T11:00:00+02:00")
    pad = f"/afspraken/{tijdens['id']}/uitkomst"
    dienst.doe("PUT", pad, INTAKER, {"uitkomst": "verschenen"}, versie=tijdens["versie"])
    assert any(taak.wat.startswith("Plan een tweede") for taak in taken_van(dienst, klant))
    lang = ambitie | {"begint": "2026-04-14T10:00:00+02:00", "duurMinuten": 60}
    assert dienst.roep("POST", "/afspraken", INTAKER, lang).status_code == 409
    na = dienst.doe("POST", "/afspraken", INTAKER, lang | {"begint": "2026-05-04T10:00:00+02:00"})
    assert na["varianten"] == []

    gesprekken = [regel for regel in spoor(dienst, klant) if "gesprek" in regel[0] and regel[3]]
    assert gesprekken == [
        ("screeningsgesprek", "2026-04-02", [], "fysiek"),
        ("ambitiegesprek", "2026-04-09", [DICHT], "videobellen"),
        ("ambitiegesprek", "2026-05-04", [], "fysiek"),
    ]
    termijnen = {soort: varianten for soort, _, varianten, kanaal in spoor(dienst, klant) if kanaal is None}
    assert termijnen["contact_na_melding"] == termijnen["screeningsgesprek"] == []
    dag_van_taak = {
        (r["soort"], r["dag"]): r["varianten"]
        for r in dienst.doe("GET", f"/klanten/{klant}/dienstverlening", IC)["regels"]
        if r["wat"] == "taak"
    }
    assert dag_van_taak["melding_bellen", "2026-04-02"] == []
    assert dag_van_taak["dariuz_controleren", "2026-04-08"] == [DICHT]


@pytest.mark.regel("DEV-DIG-002")
@pytest.mark.regel("DEV-DIG-003")
@pytest.mark.regel("DEV-DIG-004")
@pytest.mark.regel("DEV-DIG-005")
def test_een_melding_tijdens_de_lockdown(dienst: Dienst) -> None:
    schakel(dienst, DICHT, "2026-04-07")
    dienst.zet_klok("2026-04-10T16:30:00+02:00")
    melding = meld(dienst, broodnood=True)
    per_soort = {taak["soort"]: taak for taak in melding["taken"]}
    assert per_soort["melding_bellen"]["uiterste"] == "2026-04-13T14:30:00Z"
    assert per_soort["broodnood_oppakken"]["uiterste"] == "2026-04-10T21:59:59Z"
    balie = opdracht(persoon(dienst), kanaal="fysiek", meldingsdatum="2026-04-10", digitaalVaardig=False)
    antwoord = dienst.roep("POST", "/meldingen", "receptie", balie | {"formulierLevering": "afhalen"})
    assert {f["veld"] for f in antwoord.json()["fouten"]} == {"redenKanaal", "formulierLevering"}
    goed = balie | {"formulierLevering": "post", "redenKanaal": "Heeft geen telefoon"}
    gemeld = dienst.doe("POST", "/meldingen", "receptie", goed)
    assert "papieren_formulier" in taken(gemeld)
    binnen = {"formulier": "papier", "scanKenmerk": "scan-9", "formulierOntvangenOp": "2026-04-10"}
    na = dienst.doe("PATCH", f"/meldingen/{gemeld['id']}", "receptie", binnen, versie=gemeld["versie"])
    assert "papieren_formulier" not in taken(na)


def waarschuwingen(plan: Any) -> set[str]:
    return {toets["voorwaarde"] for toets in plan["waarschuwingen"]}


@pytest.mark.regel("DEV-DIG-026")
@pytest.mark.regel("DEV-DIG-505")
def test_een_plan_met_een_doel_en_een_retourmail(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    plan_ = PLAN | {"soort": "mijn_doel_actieplan", "doelen": [DOEL], "evaluatiedatum": "2026-10-01"}
    gemaakt = dienst.roep("POST", f"/klanten/{klant}/plannen", IC, plan_)
    assert gemaakt.status_code == 201, gemaakt.text
    pad = f"/plannen/{gemaakt.json()['id']}/ondertekeningen"
    teken = {"versieNr": 1, "wijze": "retourmail", "datum": "2026-03-31", "bewijs": "mail-1"}
    geweigerd = dienst.roep("POST", pad, IC, teken)
    assert "akkoord_per_retourmail" in [t["voorwaarde"] for t in geweigerd.json()["toetsen"]]
    open_ = dienst.doe("GET", f"/plannen/{gemaakt.json()['id']}", IC)
    assert (open_["status"], waarschuwingen(open_)) == ("concept", {"aantal_doelen", "taaleis_beoordeeld"})
    schakel(dienst, DICHT, "2026-03-31")
    getekend = dienst.doe("POST", pad, IC, teken)
    assert (getekend["status"], waarschuwingen(getekend)) == ("actief", {"taaleis_beoordeeld"})
    dienst.zet_klok("2026-10-01T12:00:00+02:00")
    assert "doelen_aanvullen" in [taak.soort for taak in taken_van(dienst, klant)]


@pytest.mark.regel("DEV-DIG-021")
def test_geen_zaak_op_dariuz_alleen_tijdens_de_lockdown(dienst: Dienst) -> None:
    klant = met_plan(dienst)
    schakel(dienst, DICHT, "2026-04-20")
    dienst.zet_klok("2026-05-06T10:00:00+02:00")
    zaak = ZAAK | {"klantId": klant, "alleenDariuz": True}
    geweigerd = dienst.roep("POST", "/maatregelzaken", WC, zaak).json()
    assert [t["voorwaarde"] for t in geweigerd["toetsen"]] == ["niet_alleen_dariuz"]
    erbij = zaak | {"alleenDariuz": False, "totaalbeeld": "Ook Dariuz is niet ingevuld"}
    assert dienst.doe("POST", "/maatregelzaken", WC, erbij)["totaalbeeld"] == "Ook Dariuz is niet ingevuld"


@pytest.mark.regel("DEV-DIG-018")
@pytest.mark.regel("DEV-DIG-017")
def test_uitroeptekens_bovenaan_en_daarna_naar_de_werkvoorraad_van_het_team(dienst: Dienst) -> None:
    schakel(dienst, DICHT, "2026-03-31")
    klant = klaar(dienst)
    pad = f"/klanten/{klant}/ambitiegesprekvoorbereiding"
    assert all(deel["punten"] == [] for deel in dienst.doe("GET", pad, INTAKER)["uitroeptekens"])
    gebieden = [gebied | {"aandachtspunten": ["Schulden"]} if nr == 3 else gebied for nr, gebied in VOLLEDIG]
    uitslag = record(rij(dienst, klant).bsn, leefgebieden=gebieden)
    dienst.doe("POST", "/diagnose-importen", "koppeling", levering(uitslag))
    eerste = dienst.doe("GET", pad, INTAKER)["uitroeptekens"][0]
    assert (eerste["onderwerp"], eerste["punten"]) == (LEEFGEBIEDEN[3]["leefgebied"], ["Schulden"])
    deel_in(dienst, klant)
    [taak] = [taak for taak in taken_van(dienst, klant) if taak.soort == "kick_off_plannen"]
    assert (taak.rol, taak.varianten) == (WC, [DICHT])
    werk = dienst.doe("GET", "/taken", WC)["taken"]
    assert [t["zichtbaarVanaf"][:10] for t in werk if t["soort"] == "kick_off_plannen"] == ["2026-03-31"]


@pytest.fixture
def met_overlay(dienst: Dienst) -> Iterator[Register]:
    """The service with an overlay on the maatregel as well: the hersteltermijn on another paragraph."""
    gewoon: Register = dienst.state.register
    extra = Pakket.model_validate(
        {
            "gemeente": "GM0150",
            "soort": "maatregel",
            "variant": DICHT,
            "van": "2020-01-01",
            "bekend_op": "2021-01-20",
            "waarden": {
                "hersteltermijn_werkdagen": {
                    "waarde": 5,
                    "grondslag": {"regeling": "Productenboek Inzet op Maat", "artikel": "paragraaf 2.4.6"},
                }
            },
        }
    )
    dienst.state.register = Register([*gewoon.paketten, extra], SOORTEN, gewoon.kader)
    controleer(dienst.state.register)
    yield dienst.state.register
    dienst.state.register = gewoon


@pytest.mark.regel("DEV-DIG-001")
def test_een_besluit_rekent_na_met_het_beleid_van_toen(dienst: Dienst, met_overlay: Register) -> None:
    assert met_overlay.varianten("GM0150")
    aan = schakel(dienst, DICHT, "2026-04-20")
    zaak = volledig(dienst)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    assert genomen["beleidId"].endswith("GM0150/maatregel/volledige_lockdown/2020-01-01")
    pad = f"/dienstverleningsniveaus/{aan['id']}/herroepingen"
    dienst.doe("POST", pad, Rol.TEAMLEIDER, {"reden": "Achteraf niet nodig"})
    nu = dienst.doe("GET", "/beleid?gemeente=GM0150&soort=maatregel&peildatum=2026-04-23", IC)
    assert DICHT not in nu["onderwerpen"][0]["pakket"]
    nagerekend = dienst.doe("POST", f"/besluiten/{genomen['id']}/narekenen", Rol.TOETSER)
    assert (nagerekend["zelfde"], nagerekend["verschillen"]) == (True, [])
    klant = zaak["klantId"]
    regels = dienst.doe("GET", f"/klanten/{klant}/dienstverlening", IC)
    assert regels["perioden"] == []
    assert [r["varianten"] for r in regels["regels"] if r["wat"] == "besluit"] == [[DICHT]]
