"""A bezwaar from receipt to decision, by people who had no hand in the besluit; what is granted works through."""

from __future__ import annotations

from typing import Any

from app.domain.kern.rollen import Rol
from tests.api.test_herziening import mis, taken
from tests.steun import herziening as herzien
from tests.steun import maatregelzaak as zaken
from tests.steun.bezwaar import BEZWAAR, GEHOORD, HERROEPEN, beslis, maak_bezwaar, zet
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import taken as alle_taken
from tests.steun.maatregelzaak import met_plan, opgelegd

JUNI_25 = "2026-06-25T10:00:00+02:00"


def test_een_gegrond_bezwaar_herroept_het_besluit(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    oud = opgelegd(dienst, klant_id)
    dienst.zet_klok(JUNI_25)
    pad = f"/besluiten/{oud['id']}/bezwaren"
    fout = dienst.roep(
        "POST", pad, "administratie", BEZWAAR | {"ontvangenOp": "2026-05-19", "verstuurdOp": "2026-07-01"}
    )
    assert {deel["veld"] for deel in fout.json()["fouten"]} == {"ontvangenOp", "verstuurdOp"}
    bezwaar = maak_bezwaar(dienst, oud["id"])
    assert (bezwaar["beslissenUiterlijk"], bezwaar["bezwaarTotEnMet"]) == ("2026-08-12", "2026-07-01")
    assert dienst.roep("POST", pad, "administratie", BEZWAAR).json()["code"] == "bezwaar_loopt_al"
    brieven = dienst.doe("GET", f"/klanten/{klant_id}/berichten", "inkomensconsulent")["berichten"]
    assert [b["onderwerp"] for b in brieven if b["onderwerpId"] == bezwaar["id"]] == ["Wij hebben uw bezwaar ontvangen"]
    assert taken(dienst, klant_id) == {"bezwaar_horen"}

    assert mis(zet(dienst, bezwaar["id"], "besluiten", HERROEPEN)) == ["gehoord_in_bezwaar"]
    assert zet(dienst, bezwaar["id"], "hoorzittingen", GEHOORD | {"datum": "2026-06-26"}).status_code == 400
    assert zet(dienst, bezwaar["id"], "hoorzittingen", GEHOORD).status_code == 201
    zelf = zet(dienst, bezwaar["id"], "besluiten", HERROEPEN, nummer=1)
    assert mis(zelf) == ["heroverweging_door_ander"]
    genomen = zet(dienst, bezwaar["id"], "besluiten", HERROEPEN).json()
    assert (genomen["vervangt"], genomen["dictum"]) == (oud["id"], "herroepen")
    toetsing = f"/besluiten/{genomen['id']}/toetsingen"
    mag_niet = dienst.roep("POST", toetsing, "toetser", {"akkoord": True})
    assert mis(mag_niet) == ["toetser_niet_betrokken"]
    assert "adviseerde, besliste of het toetste, toetst de beslissing" in mag_niet.json()["detail"]
    wie = dienst.doe("GET", f"/bezwaren/{bezwaar['id']}", "toetser")["betrokkenen"]
    assert {"medewerkerId": str(medewerker_id(Rol.TOETSER)), "wat": ["toetste"]} in wie
    assert sorted(wat for een in wie for wat in een["wat"]) == ["adviseerde", "besliste", "toetste"]
    dienst.doe("POST", toetsing, "toetser", {"akkoord": False, "reden": "Noem het bericht."}, nummer=2)
    assert taken(dienst, klant_id) == {"bezwaar_besluit"}
    klaar = beslis(dienst, bezwaar["id"], HERROEPEN, "2026-06-25")

    assert klaar["bekendmaking"]["bezwaartermijn"]["soort"] == "beroepstermijn"
    weg = dienst.doe("GET", f"/besluiten/{oud['id']}", "toetser")
    assert (weg["status"], weg["bezwaren"][0]["status"]) == ("ingetrokken", "afgehandeld")
    assert [m["nabetaling"] for m in herzien.mutaties(dienst, "bezwaar")] == [42045]
    assert dienst.doe("POST", f"/besluiten/{klaar['id']}/narekenen", "fg")["zelfde"] is True
    brief = dienst.roep("GET", f"/besluiten/{klaar['id']}/brief?vorm=html", "toetser")
    assert "rechtbank Overijssel" in brief.text
    assert f"Onze afweging: {HERROEPEN['motivering']}" in brief.text, "Awb 7:12: de brief zegt waarom"
    assert "was € 420,45, wordt € 0,00" in brief.text.replace("\u00a0", " ")
    assert "bezwaar maken" not in brief.text
    assert taken(dienst, klant_id) == set()
    weer = dienst.roep("POST", f"/besluiten/{klaar['id']}/bezwaren", "administratie", BEZWAAR)
    assert weer.json()["code"] == "beroep"


def test_een_besluit_tijdens_bezwaar_hoort_bij_het_bezwaar(dienst: Dienst) -> None:
    oud = opgelegd(dienst)
    dienst.zet_klok(JUNI_25)
    bezwaar = maak_bezwaar(dienst, oud["id"], indiener="gemachtigde", gemachtigde="mr. A. Jansen", gronden=None)
    assert mis(zet(dienst, bezwaar["id"], "besluiten", {**HERROEPEN, "uitkomst": "niet_ontvankelijk"})) == [
        "uitkomst_past",
        "gehoord_in_bezwaar",
    ]
    assert zet(dienst, bezwaar["id"], "", {"verschoonbaar": True}).status_code == 400
    aangevuld = zet(dienst, bezwaar["id"], "", {"gronden": "De klant was ziek en meldde dat."})
    assert aangevuld.status_code == 200
    lichter = {"grond": "hangende_bezwaar", "aanleiding": "Het percentage was te hoog voor deze situatie."}
    wens = {"keuze": "wijzigen", "procent": "10", "motivering": "De omstandigheden wegen zwaarder."}
    nieuw = herzien.beslis(dienst, herzien.herzie(dienst, oud["id"], lichter)["id"], wens)
    herzien.verzend(dienst, nieuw["id"], "2026-06-25")
    verlegd = dienst.doe("GET", f"/bezwaren/{bezwaar['id']}", "toetser")
    assert (verlegd["besluitId"], verlegd["eersteBesluitId"]) == (nieuw["id"], oud["id"])

    later = zet(dienst, bezwaar["id"], "verdagingen", {"reden": "De medische gegevens komen later."})
    assert later.json()["beslissenUiterlijk"] == "2026-09-23"
    weer = zet(dienst, bezwaar["id"], "verdagingen", {"reden": "De medische gegevens komen later."})
    assert weer.json()["code"] == "al_verdaagd"
    zet(dienst, bezwaar["id"], "hoorzittingen", {**GEHOORD, "gehoord": False, "redenNietHoren": "reageert_niet"})
    zwaarder = {"uitkomst": "wijzigen", "procent": "20", "motivering": "Het eerste percentage was beter."}
    assert mis(zet(dienst, bezwaar["id"], "besluiten", zwaarder)) == ["niet_ten_nadele", "iets_verandert"]
    ongegrond = {"uitkomst": "ongegrond", "motivering": "Tien procent past bij de situatie."}
    klaar = beslis(dienst, bezwaar["id"], ongegrond, "2026-06-25")
    assert (klaar["dictum"], klaar["vervangt"], herzien.mutaties(dienst, "bezwaar")) == ("ongegrond", None, [])
    assert dienst.doe("GET", f"/besluiten/{nieuw['id']}", "toetser")["staat"] is True


def test_een_bezwaar_tegen_wat_vervangen_is_gaat_over_wat_nu_geldt(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    oud = opgelegd(dienst, klant_id)
    versie = dienst.doe("GET", f"/klanten/{klant_id}", "inkomensconsulent")["versie"]
    anders = {"kostendelendeMedebewoners": 1}
    dienst.doe("PATCH", f"/klanten/{klant_id}", "inkomensconsulent", anders, versie=versie)
    assert "verlaging_nieuwe_norm" in {taak.soort for taak in alle_taken(dienst, klant_id)}, (
        "de norm van de verlaging klopt niet meer"
    )
    dienst.zet_klok(JUNI_25)
    wens = {"keuze": "wijzigen", "procent": "10", "motivering": "De norm is lager dan wij dachten."}
    nieuw = herzien.beslis(dienst, herzien.herzie(dienst, oud["id"])["id"], wens)
    herzien.verzend(dienst, nieuw["id"], "2026-06-25")
    eerder = maak_bezwaar(dienst, oud["id"])
    assert (eerder["besluitId"], eerder["eersteBesluitId"]) == (nieuw["id"], oud["id"])
    assert eerder["bezwaarTotEnMet"] == "2026-07-01", "ontvangen voor de wijziging"
    zet(dienst, eerder["id"], "intrekkingen", {"reden": "De klant maakt het opnieuw, over de wijziging."})
    later = maak_bezwaar(dienst, oud["id"], ontvangenOp="2026-06-25")
    assert (later["besluitId"], later["bezwaarTotEnMet"]) == (nieuw["id"], "2026-08-06")


def test_wie_bezwaar_maakt_kan_het_intrekken(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    oud = opgelegd(dienst, klant_id)
    dienst.zet_klok(JUNI_25)
    bezwaar = maak_bezwaar(dienst, oud["id"])
    reden = {"reden": "De klant belde dat het niet meer hoeft."}
    assert zet(dienst, bezwaar["id"], "intrekkingen", reden).json()["status"] == "ingetrokken"
    assert zet(dienst, bezwaar["id"], "intrekkingen", reden).json()["code"] == "bezwaar_afgesloten"
    assert zet(dienst, bezwaar["id"], "hoorzittingen", GEHOORD).json()["code"] == "bezwaar_niet_open"
    assert taken(dienst, klant_id) == set()
    rijen = dienst.doe("GET", f"/klanten/{klant_id}/bezwaren", "inkomensconsulent")["bezwaren"]
    assert [rij["status"] for rij in rijen] == ["ingetrokken"]


def test_een_gegrond_bezwaar_rekent_latere_recidive_opnieuw(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    eerste = opgelegd(dienst, klant_id)
    tweede = _tweede(dienst, klant_id)
    assert len(_maanden(dienst, tweede["id"])) == 2
    dienst.zet_klok(JUNI_25)
    bezwaar = maak_bezwaar(dienst, eerste["id"])
    zet(dienst, bezwaar["id"], "hoorzittingen", GEHOORD)
    beslis(dienst, bezwaar["id"], HERROEPEN, "2026-06-25")

    assert taken(dienst, klant_id) == {"herziening_besluit"}
    zaak = dienst.doe("GET", f"/maatregelzaken/{tweede['onderwerpId']}", "werkconsulent")
    [gezien] = zaak["besluiten"]
    herziening = dienst.doe("GET", f"/herzieningen/{gezien['herzieningId']}", "toetser")
    assert (herziening["grond"], len(herziening["voorstel"])) == ("recidive_vervallen", 1)
    wens = {"keuze": "wijzigen", "motivering": "Zonder de eerste maatregel is er geen recidive."}
    besluit = herzien.verzend(dienst, herzien.beslis(dienst, herziening["id"], wens)["id"], "2026-06-25")
    assert besluit["dictum"] == "gewijzigd"
    bedragen = {b["maand"]: b["nieuw"] for b in herzien.mutaties(dienst)[-1]["bedragen"]}
    assert bedragen == {"2026-08-01": 0}


def _maanden(dienst: Dienst, besluit_id: str) -> list[Any]:
    return [deel["maand"] for deel in dienst.doe("GET", f"/besluiten/{besluit_id}/uitleg", "toetser")["bedragen"]]


def _tweede(dienst: Dienst, klant_id: str) -> Any:
    """A second maatregel for the same gedraging, weeks after the first, and so recidive."""
    dienst.zet_klok("2026-06-17T10:00:00+02:00")
    zaak = zaken.open_zaak(dienst, klant_id, gedragingDatum="2026-06-08")
    data = {"verzondenOp": "2026-05-29", "gesprekOp": "2026-06-08"}
    plan = {"ondertekendOp": "2026-04-10", "bevatVerplichting": True, "verzuimregelsUitgereiktOp": "2026-04-10"}
    stappen = (
        zaken.UITNODIGING | {"verzondenOp": "2026-05-21", "gesprekOp": "2026-05-28"},
        zaken.HERSTELTERMIJN | data,
        zaken.NO_SHOW_1 | {"datum": "2026-05-28"},
        zaken.NO_SHOW_2 | {"datum": "2026-06-08"},
        zaken.HOORGESPREK | {"datum": "2026-06-15"},
        zaken.OORDEEL,
        {"soort": "plan", "verwijzing": "GWS-2026-00417", **plan},
    )
    zaken.zet(dienst, zaak["id"], *stappen)
    zaken.adviseer(dienst, zaak["id"])
    genomen = zaken.besluit(dienst, zaak["id"])
    zaken.toets(dienst, genomen["id"])
    return zaken.maak_bekend(dienst, genomen["id"], "2026-06-17")
