"""A werk-leerroute over HTTP: on a toekenning, through two phases, to a document; and every mistake put right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.db.klant import Klant
from app.db.sessie import transactie
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.rollen import Rol
from app.domain.toekenning.stand import Toekenningstand
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.kijk import rijen
from tests.steun.klanten import handelend, ingedeeld, taken
from tests.steun.klanten import rij as klantrij
from tests.steun.werkgever import dienstverband, werkgever

WC = Rol.WERKCONSULENT
REDEN = {"reden": "Bij vergissing vastgelegd."}
OPDRACHT = {"soort": "praktijkopdracht", "omschrijving": "Zelfstandig een order verzamelen"}


def toegekend(dienst: Dienst, klant: str, code: str = "werk_leerroute") -> str:
    """Grant a voorziening past its besluit, which is another room's story."""
    inhoud = {"klantId": klant, "code": code, "van": "2026-03-31", "tot": "2026-12-31", "uren": "20"}
    gemaakt = dienst.doe("POST", "/toekenningen", WC, inhoud)
    with transactie(dienst.state.sessies, handelend(WC)) as sessie:
        sessie.get_one(Toekenning, UUID(gemaakt["id"])).stand = Toekenningstand.TOEGEKEND
    return str(gemaakt["id"])


def schrijf_in(dienst: Dienst, toekenning: str, **anders: Any) -> Any:
    inhoud = {"route": "logistiek", "uren": 20, "accountmanagerId": str(medewerker_id(WC, nummer=2))} | anders
    return dienst.roep("POST", f"/toekenningen/{toekenning}/leerroutedeelnames", WC, inhoud)


def zet(dienst: Dienst, rij: Any, pad: str, inhoud: Any, methode: str = "POST") -> Any:
    return dienst.roep(methode, f"/{pad.format(rij['id'])}", WC, inhoud, versie=rij["versie"])


def mis(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json().get("toetsen") or ()]


def veld(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 400, antwoord.text
    return [fout["veld"] for fout in antwoord.json()["fouten"]]


def signalen(beeld: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in beeld["signalen"]]


@pytest.mark.regel(
    "DEV-WLR-001", "DEV-WLR-002", "DEV-WLR-003", "DEV-WLR-904", "DEV-WLR-905", "DEV-WLR-906", "DEV-WLR-907"
)
def test_van_inschrijving_tot_praktijkverklaring(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "groeien", team="matchen")
    consulent = klantrij(dienst, klant).consulent_id
    toekenning = toegekend(dienst, klant)
    assert mis(schrijf_in(dienst, toekenning, route="zorg")) == ["route_actief"]
    assert veld(schrijf_in(dienst, toekenning, accountmanagerId=str(UUID(int=9)))) == ["accountmanagerId"]
    assert veld(schrijf_in(dienst, toekenning, begin="2026-12-31")) == ["begin"]
    scholing = toegekend(dienst, klant, "scholing")
    assert mis(schrijf_in(dienst, scholing)) == ["werk_leerroute_toegekend"]
    route = schrijf_in(dienst, toekenning, uren=28, werkplek="Magazijn").json()
    een, twee = route["fasen"]
    assert [(f["van"], f["tot"], f["gestartOp"]) for f in route["fasen"]] == [
        ("2026-03-31", "2026-06-30", "2026-03-31"),
        ("2026-06-30", "2026-12-30", None),
    ]
    assert signalen(route) == ["circa_uren_per_week", "werkcoach_bekend", "werkleider_bekend"]
    assert schrijf_in(dienst, toekenning).json()["code"] == "leerroute_loopt"
    assert klantrij(dienst, klant).consulent_id == consulent == UUID(route["consulentId"])
    zoeken = next(taak for taak in taken(dienst, klant) if taak.soort == "leerroute_werkplek_zoeken")
    assert zoeken.eigenaar_id == medewerker_id(WC, nummer=2)

    begeleid = {"uren": 20, "werkcoach": "Werkcoach KonnecteD", "werkleider": "Werkleider magazijn"}
    assert veld(zet(dienst, een, "leerroutefasen/{}", {"uren": None}, "PATCH")) == ["uren"]
    route = zet(dienst, een, "leerroutefasen/{}", begeleid, "PATCH").json()
    een = route["fasen"][0]
    assert signalen(route) == []
    pad = "leerroutedeelnames/{}"
    for onderdeel in ("werkervaring", "vakvaardigheden"):
        inhoud = {"onderdeel": onderdeel, "voortgang": "Werkt zelfstandig in het magazijn."}
        route = dienst.doe("POST", f"/{pad.format(route['id'])}/voortgang", WC, inhoud)
    assert [regel["onderdeel"] for regel in route["voortgang"]] == ["werkervaring", "vakvaardigheden"]
    ander = {"onderdeel": "houding", "voortgang": "Werkt zelfstandig in het magazijn."}
    assert veld(dienst.roep("POST", f"/{pad.format(route['id'])}/voortgang", WC, ander)) == ["onderdeel"]

    dienst.zet_klok("2026-06-30T09:00:00+02:00")
    assert "leerroute_fase_afronden" in [taak.soort for taak in taken(dienst, klant)]
    plek = werkgever(dienst)["vestigingen"][0]["id"]
    kort = dienstverband(dienst, klant, plek, van="2026-06-30", tot="2026-12-29")
    start = {"begin": "2026-06-30", "dienstverbandId": kort["id"], "uren": 24, "werkplek": "Distributiecentrum"}
    assert mis(zet(dienst, twee, "leerroutefasen/{}/starten", start)) == ["fase_1_afgerond", "contract_lang_genoeg"]
    assert veld(zet(dienst, twee, "leerroutefasen/{}/starten", start | {"dienstverbandId": klant})) == [
        "dienstverbandId"
    ]
    vreemd = dienstverband(dienst, ingedeeld(dienst, "matchen"), plek)
    assert veld(zet(dienst, twee, "leerroutefasen/{}/starten", start | {"dienstverbandId": vreemd["id"]})) == [
        "dienstverbandId"
    ]
    assert zet(dienst, een, "leerroutefasen/{}/starten", start).json()["code"] == "fase_niet_te_starten"
    assert zet(dienst, twee, "leerroutefasen/{}/afrondingen", {"datum": "2026-06-30"}).json()["code"] == (
        "fase_niet_lopend"
    )
    assert veld(zet(dienst, een, "leerroutefasen/{}/afrondingen", {"datum": "2026-07-01"})) == ["datum"]
    route = zet(dienst, een, "leerroutefasen/{}/afrondingen", {"datum": "2026-06-30"}).json()
    assert "leerroute_fase_afronden" not in [taak.soort for taak in taken(dienst, klant)]
    lang = dienstverband(dienst, klant, plek, van="2026-06-30", tot="2027-01-31")
    start["dienstverbandId"] = lang["id"]
    route = zet(dienst, twee, "leerroutefasen/{}/starten", start).json()
    twee = route["fasen"][1]
    assert (twee["van"], twee["tot"], twee["vestigingId"]) == ("2026-06-30", "2026-12-30", plek)
    assert signalen(route) == ["werkcoach_bekend", "praktijkopleider_bekend"]
    dienst.ronde()
    mutaties = "SELECT soort, inhoud->>'van', inhoud->>'bron' FROM mutatie ORDER BY nr"
    assert rijen(database_url, mutaties) == [("inkomsten_uit_arbeid", "2026-06-30", "werk_leerroute")]

    # A start by mistake is taken back, with its income, and done again.
    assert zet(dienst, route["fasen"][0], "leerroutefasen/{}/correcties", REDEN).json()["code"] == "fase_2_begonnen"
    assert zet(dienst, route, f"{pad}/vervallen", REDEN).json()["code"] == "fase_2_begonnen"
    terug = zet(dienst, twee, "leerroutefasen/{}/correcties", REDEN).json()["fasen"][1]
    assert (terug["gestartOp"], terug["dienstverbandId"], terug["redenCorrectie"]) == (None, None, REDEN["reden"])
    assert zet(dienst, terug, "leerroutefasen/{}/correcties", REDEN).json()["code"] == "niets_terug_te_nemen"
    compleet = {"werkcoach": "Werkcoach KonnecteD", "praktijkopleider": "Praktijkopleider, toestel 4"}
    route = zet(dienst, terug, "leerroutefasen/{}/starten", start | compleet).json()
    dienst.ronde()
    assert [soort for soort, *_ in rijen(database_url, mutaties)] == [
        "inkomsten_uit_arbeid",
        "inkomsten_uit_arbeid_vervallen",
        "inkomsten_uit_arbeid",
    ]
    twee = route["fasen"][1]
    assert veld(zet(dienst, twee, "leerroutefasen/{}/verlengingen", {"tot": "2026-12-30", **REDEN})) == ["tot"]
    route = zet(dienst, twee, "leerroutefasen/{}/verlengingen", {"tot": "2027-01-31", **REDEN}).json()
    assert signalen(route) == ["binnen_toekenning"]

    dienst.zet_klok("2027-02-01T09:00:00+01:00")
    for _ in range(2):
        route = dienst.doe("POST", f"/{pad.format(route['id'])}/opdrachten", WC, OPDRACHT)
    einde = {"datum": "2027-01-31", "bewijs": "praktijkverklaring", "bewijsOp": "2027-02-01", "bewijsKenmerk": "DMS-1"}
    assert zet(dienst, route, f"{pad}/afrondingen", {"datum": "2027-01-31"}).status_code == 400
    assert veld(zet(dienst, route, f"{pad}/afrondingen", einde | {"bewijsOp": "2027-02-02"})) == ["bewijsOp"]
    assert mis(zet(dienst, route, f"{pad}/afrondingen", einde)) == ["fasen_afgerond", "praktijkopdrachten_behaald"]
    route = zet(dienst, route["fasen"][1], "leerroutefasen/{}/afrondingen", {"datum": "2027-01-31"}).json()
    resultaat = "leerrouteopdrachten/{}/resultaat"
    for opdracht in route["opdrachten"]:
        route = zet(dienst, opdracht, resultaat, {"resultaat": "behaald"}, "PUT").json()
    open_ = zet(dienst, route["opdrachten"][1], resultaat, {"resultaat": "open"}, "PUT").json()
    assert mis(zet(dienst, open_, f"{pad}/afrondingen", einde)) == ["praktijkopdrachten_behaald"]
    route = zet(dienst, open_["opdrachten"][1], resultaat, {"resultaat": "vervallen"}, "PUT").json()
    klaar = zet(dienst, route, f"{pad}/afrondingen", einde).json()
    assert (klaar["stand"], klaar["bewijs"], klaar["bewijsOp"]) == ("afgerond", "praktijkverklaring", "2027-02-01")
    assert not [taak.soort for taak in taken(dienst, klant) if taak.soort.startswith("leerroute")]
    weer = zet(dienst, klaar["opdrachten"][0], resultaat, {"resultaat": "niet_behaald"}, "PUT")
    assert weer.json()["code"] == "leerroute_niet_lopend"
    assert dienst.doe("GET", f"/klanten/{klant}/leerroutedeelnames", "fg")["deelnames"] == [klaar]


@pytest.mark.regel("DEV-WLR-001", "DEV-WLR-905")
def test_verlengen_stoppen_en_herstellen(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien", team="matchen")
    toekenning = toegekend(dienst, klant)
    fout = schrijf_in(dienst, toekenning).json()
    pad = "leerroutedeelnames/{}"
    vervallen = zet(dienst, fout, f"{pad}/vervallen", REDEN).json()
    assert (vervallen["stand"], taken(dienst, klant)) == ("vervallen", [])
    assert zet(dienst, vervallen, f"{pad}/heropeningen", REDEN).json()["code"] == "leerroute_niet_te_heropenen"
    route = schrijf_in(dienst, toekenning).json()
    assert mis(zet(dienst, route, pad, {"route": "productie"}, "PATCH")) == ["route_actief"]
    assert veld(zet(dienst, route, pad, {"accountmanagerId": str(UUID(int=9))}, "PATCH")) == ["accountmanagerId"]
    nieuw = {"route": "horeca", "accountmanagerId": str(medewerker_id(WC))}
    route = zet(dienst, route, pad, nieuw, "PATCH").json()
    assert (route["route"], route["accountmanagerId"]) == ("horeca", str(medewerker_id(WC)))

    ziek = {"tot": "2026-07-15", "reden": "Twee weken ziek."}
    een, twee = route["fasen"]
    assert zet(dienst, twee, "leerroutefasen/{}/verlengingen", ziek).json()["code"] == "fase_niet_lopend"
    route = zet(dienst, een, "leerroutefasen/{}/verlengingen", ziek).json()
    assert [(f["van"], f["tot"]) for f in route["fasen"]] == [
        ("2026-03-31", "2026-07-15"),
        ("2026-07-15", "2027-01-15"),
    ]
    een = zet(dienst, route["fasen"][0], "leerroutefasen/{}/afrondingen", {"datum": "2026-03-31"}).json()["fasen"][0]
    assert een["afgerondOp"] == "2026-03-31"
    route = zet(dienst, een, "leerroutefasen/{}/correcties", REDEN).json()
    assert route["fasen"][0]["afgerondOp"] is None

    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        sessie.get_one(Klant, UUID(klant)).consulent_id = medewerker_id(WC, nummer=2)
    nu = dienst.doe("GET", f"/{pad.format(route['id'])}", WC)
    assert "zelfde_consulent" in signalen(nu)
    gestopt = zet(dienst, nu, f"{pad}/stoppen", {"datum": "2026-03-31", "reden": "Vond zelf werk."}).json()
    assert (gestopt["stand"], gestopt["signalen"], taken(dienst, klant)) == ("gestopt", [], [])
    open_ = zet(dienst, gestopt, f"{pad}/heropeningen", REDEN).json()
    assert (open_["stand"], open_["geeindigdOp"]) == ("lopend", None)
    gestopt = zet(dienst, open_, f"{pad}/stoppen", {"datum": "2026-03-31", "reden": "Vond zelf werk."}).json()
    tweede = schrijf_in(dienst, toekenning).json()
    assert zet(dienst, gestopt, f"{pad}/heropeningen", REDEN).json()["code"] == "leerroute_loopt"
    assert tweede["id"] != gestopt["id"]


@pytest.mark.regel("DEV-WLR-003")
def test_de_lijst_van_een_gemeente(dienst: Dienst) -> None:
    lijst = dienst.doe("GET", "/leerroutes?gemeente=GM0150&peildatum=2026-01-01", "receptie")
    per = {route["code"]: route["status"] for route in lijst["routes"]}
    assert [code for code, status in per.items() if status == "in_ontwikkeling"] == [
        "zorg",
        "buitenruimte",
        "productie",
    ]
    assert dienst.roep("GET", "/leerroutes?gemeente=GM0988", "receptie").status_code == 400
