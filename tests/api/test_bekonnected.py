"""BeKonnecteD over HTTP: three months after the routekaart, the last place, an own workplace, and how it goes on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from pydantic.alias_generators import to_camel

from app.domain.kern.rollen import Rol
from tests.api.test_gelijktijdig import tegelijk
from tests.api.test_plan import stel_op, teken
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import ingedeeld, taken

WC = Rol.WERKCONSULENT
START = {"uren": 20, "keuzeKlant": "Montage, met de handen", "werkbegeleider": "Werkbegeleider montage"}
VIJF = {
    "waarom_niet_gelukt": "Weinig vacatures",
    "wat_nodig": "Ervaring",
    "mismatch_werkleerroute": "Geen mismatch",
    "certificaat_vca": "VCA helpt",
    "voortzetten_bekonnected": "Ja, drie maanden",
}


def werkstroom(dienst: Dienst, naam: str = "Montage", plaatsen: int = 1) -> Any:
    inhoud = {"gemeente": "GM0150", "naam": naam, "werkzaamheden": "Onderdelen in elkaar zetten", "plaatsen": plaatsen}
    return dienst.doe("POST", "/werkstromen", Rol.TEAMLEIDER, inhoud)


def start(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.roep("POST", f"/klanten/{klant}/bekonnectedtrajecten", WC, START | anders)


def zet(dienst: Dienst, rij: Any, pad: str, inhoud: Any, methode: str = "POST") -> Any:
    return dienst.roep(methode, f"/{pad.format(rij['id'])}", WC, inhoud, versie=rij["versie"])


def mis(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json().get("toetsen") or ()]


def veld(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 400, antwoord.text
    return [fout["veld"] for fout in antwoord.json()["fouten"]]


@pytest.mark.regel("DEV-BKN-004")
def test_twee_consulenten_nemen_niet_allebei_de_laatste_plaats(dienst: Dienst) -> None:
    stroom = werkstroom(dienst)
    assert (stroom["plaatsen"], stroom["vrij"]) == (1, 1)
    inhoud = {"gemeente": "GM0150", "naam": "Montage", "werkzaamheden": "Andere dingen doen", "plaatsen": 3}
    assert dienst.roep("POST", "/werkstromen", Rol.TEAMLEIDER, inhoud).json()["code"] == "werkstroom_bestaat"
    elders = inhoud | {"gemeente": "GM0988"}
    assert veld(dienst.roep("POST", "/werkstromen", Rol.TEAMLEIDER, elders)) == ["gemeente"]
    klanten = [ingedeeld(dienst, "matchen") for _ in range(3)]
    antwoorden = tegelijk(*[lambda k=klant: start(dienst, k, werkstroomId=stroom["id"]) for klant in klanten])
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409, 409]
    assert [mis(a) for a in antwoorden if a.status_code == 409] == [["plaats_in_werkstroom"]] * 2
    lijst = dienst.doe("GET", "/werkstromen?gemeente=GM0150", WC)["werkstromen"]
    assert [(rij["naam"], rij["vrij"]) for rij in lijst] == [("Montage", 0)]

    # More places, and one that was taken by mistake, are free for who waits; a closed werkstroom takes nobody.
    winnaar = next(a.json() for a in antwoorden if a.status_code == 201)
    verliezer = next(k for k, a in zip(klanten, antwoorden, strict=True) if a.status_code == 409)
    traject = winnaar["trajecten"][0]
    assert start(dienst, winnaar["klantId"], werkstroomId=stroom["id"]).json()["code"] == "traject_loopt"
    fout = {"reden": "Bij de verkeerde klant vastgelegd."}
    assert (
        zet(dienst, traject, "bekonnectedtrajecten/{}/vervallen", fout).json()["trajecten"][0]["status"] == "vervallen"
    )
    pad = f"/werkstromen/{stroom['id']}"
    leeg = dienst.roep("PATCH", pad, Rol.TEAMLEIDER, {"plaatsen": None}, versie=stroom["versie"])
    assert veld(leeg) == ["plaatsen"]
    dicht = dienst.doe("PATCH", pad, Rol.TEAMLEIDER, {"actief": False}, versie=stroom["versie"])
    assert mis(start(dienst, verliezer, werkstroomId=stroom["id"])) == ["plaats_in_werkstroom"]
    open_ = dienst.doe("PATCH", pad, Rol.TEAMLEIDER, {"actief": True, "plaatsen": 2}, versie=dicht["versie"])
    assert open_["vrij"] == 2
    loopt = start(dienst, verliezer, werkstroomId=stroom["id"]).json()["trajecten"][0]
    ander = werkstroom(dienst, "Groen", 1)
    wissel = "bekonnectedtrajecten/{}"
    assert mis(zet(dienst, loopt, wissel, {"uren": 21}, "PATCH")) == ["uren_per_week"]
    assert veld(zet(dienst, loopt, wissel, {"uren": None}, "PATCH")) == ["uren"]
    assert veld(zet(dienst, loopt, wissel, {"werkstroomId": None}, "PATCH")) == ["werkstroomId"]
    assert veld(zet(dienst, loopt, wissel, {"werkstroomId": loopt["id"]}, "PATCH")) == ["werkstroomId"]
    na = zet(dienst, loopt, wissel, {"werkstroomId": ander["id"], "uren": 12}, "PATCH").json()["trajecten"][0]
    assert (na["uren"], na["werkstroomId"]) == (12, ander["id"])
    lijst = dienst.doe("GET", "/werkstromen?gemeente=GM0150", WC)["werkstromen"]
    assert [(rij["naam"], rij["vrij"]) for rij in lijst] == [("Groen", 0), ("Montage", 2)]
    assert dienst.roep("GET", "/werkstromen?gemeente=GM0988", WC).status_code == 400


@pytest.mark.regel("DEV-BKN-001", "DEV-BKN-002", "DEV-BKN-003", "DEV-NAZ-006")
def test_van_routekaart_tot_voortzetting(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    for _ in range(2):  # a next routekaart does not begin the term anew
        teken(dienst, stel_op(dienst, klant))
    dienst.zet_klok("2026-06-30T23:00:00+02:00")
    assert "bekonnected_starten" not in [taak.soort for taak in taken(dienst, klant)]
    dienst.zet_klok("2026-07-01T09:00:00+02:00")
    assert [taak.soort for taak in taken(dienst, klant)].count("bekonnected_starten") == 1
    stroom = werkstroom(dienst, plaatsen=2)
    te_veel = start(dienst, klant, werkstroomId=stroom["id"], uren=21)
    assert mis(te_veel) == ["uren_per_week"]
    traject = start(dienst, klant, werkstroomId=stroom["id"]).json()["trajecten"][0]
    assert (traject["begin"], traject["tot"], traject["signalen"]) == ("2026-07-01", "2026-10-01", [])
    assert "bekonnected_starten" not in [taak.soort for taak in taken(dienst, klant)]

    pad = "bekonnectedtrajecten/{}"
    regels = [{"vaardigheid": "werkmotivatie", "score": 4}, {"vaardigheid": "samenwerken", "notitie": "Helpt anderen"}]
    beeld = {"werkbegeleider": "Werkbegeleider montage", "vaardigheden": regels}
    dubbel = beeld | {"vaardigheden": [regels[0], regels[0]]}
    leeg = beeld | {"vaardigheden": [{"vaardigheid": "samenwerken"}]}
    assert veld(zet(dienst, traject, f"{pad}/vaardigheden", dubbel)) == ["vaardigheden"]
    assert "vaardigheden.0" in veld(zet(dienst, traject, f"{pad}/vaardigheden", leeg))
    assert veld(zet(dienst, traject, f"{pad}/vaardigheden", beeld | {"datum": "2026-06-30"})) == ["datum"]
    traject = zet(dienst, traject, f"{pad}/vaardigheden", beeld).json()["trajecten"][0]
    assert traject["nogTeBekijken"] == ["leermotivatie", "zelfstandigheid", "stressbestendigheid"]
    dienst.doe(
        "POST",
        f"/klanten/{klant}/contactmomenten",
        WC,
        {"vorm": "fysiek", "onderwerpen": ["vacatures"], "afspraken": "Reageert op twee vacatures"},
    )
    dienst.zet_klok("2026-07-16T09:00:00+02:00")
    traject = dienst.doe("GET", f"/klanten/{klant}/bekonnected", WC)["trajecten"][0]
    assert [contact["onderwerpen"] for contact in traject["contacten"]] == [["vacatures"]]
    assert [signaal["voorwaarde"] for signaal in traject["signalen"]] == ["contact_op_werkplek"]

    dienst.zet_klok("2026-10-01T09:00:00+02:00")
    assert "bekonnected_evalueren" in [taak.soort for taak in taken(dienst, klant)]
    traject = dienst.doe("GET", f"/klanten/{klant}/bekonnected", WC)["trajecten"][0]
    assert [signaal["voorwaarde"] for signaal in traject["signalen"]] == ["contact_op_werkplek", "binnen_looptijd"]
    evaluatie: dict[str, Any] = {"antwoorden": {}, "voortzetten": True}
    assert len(veld(zet(dienst, traject, f"{pad}/evaluaties", evaluatie))) == 5
    evaluatie["antwoorden"] = {to_camel(naam): waarde for naam, waarde in VIJF.items()}
    assert veld(zet(dienst, traject, f"{pad}/evaluaties", evaluatie | {"datum": "2026-10-02"})) == ["datum"]
    traject = zet(dienst, traject, f"{pad}/evaluaties", evaluatie).json()["trajecten"][0]
    assert (traject["tot"], traject["evaluaties"][0]["nieuwTot"]) == ("2027-01-01", "2027-01-01")
    assert traject["evaluaties"][0]["antwoorden"] == VIJF
    assert "bekonnected_evalueren" not in [taak.soort for taak in taken(dienst, klant)]
    traject = zet(dienst, traject, f"{pad}/evaluaties", evaluatie | {"voortzetten": False}).json()["trajecten"][0]
    assert (traject["tot"], traject["evaluaties"][1]["nieuwTot"]) == ("2027-01-01", None)

    einde = {"datum": "2026-10-02", "einde": "uitstroom", "reden": "De klant heeft werk."}
    assert veld(zet(dienst, traject, f"{pad}/beeindigingen", einde)) == ["datum"]
    einde["datum"] = "2026-10-01"
    traject = zet(dienst, traject, f"{pad}/beeindigingen", einde).json()["trajecten"][0]
    hersteld = zet(dienst, traject, f"{pad}/beeindigingen", einde | {"einde": "gestopt"}).json()["trajecten"][0]
    assert (hersteld["status"], hersteld["einde"]) == ("beeindigd", "gestopt")
    assert zet(dienst, hersteld, f"{pad}/evaluaties", evaluatie).json()["code"] == "traject_niet_lopend"
    assert dienst.doe("GET", "/werkstromen?gemeente=GM0150", WC)["werkstromen"][0]["vrij"] == 2


@pytest.mark.regel("DEV-BKN-005", "DEV-BKN-006", "DEV-SUB-001", "DEV-PRF-001")
def test_een_eigen_werkplek_en_instrumenten(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    pad = f"/klanten/{klant}"
    inhoud = {"werkplek": "Buurtwerkplaats", "werkzaamheden": "Fietsen opknappen"}
    toekomst = dienst.roep("POST", f"{pad}/werkplekvoorstellen", WC, inhoud | {"datum": "2026-04-01"})
    assert veld(toekomst) == ["datum"]
    elders = dienst.roep("POST", f"{pad}/werkplekvoorstellen", WC, inhoud | {"vestigingId": klant})
    assert veld(elders) == ["vestigingId"]
    voorstel = dienst.doe("POST", f"{pad}/werkplekvoorstellen", WC, inhoud)["voorstellen"][0]
    assert [taak.soort for taak in taken(dienst, klant)] == ["werkplekvoorstel_bespreken"]
    assert mis(start(dienst, klant, voorstelId=voorstel["id"])) == ["akkoord_accountmanager", "geen_verdringing"]
    assert start(dienst, klant).status_code == 400
    assert veld(start(dienst, klant, voorstelId=str(UUID(int=9)))) == ["voorstelId"]
    assert veld(start(dienst, klant, werkstroomId=str(UUID(int=9)))) == ["werkstroomId"]
    oordeel = {
        "accountmanagerId": str(medewerker_id(WC, nummer=2)),
        "akkoord": True,
        "verdringing": True,
        "toelichting": "Er werkte eerst een ander.",
    }
    fout = oordeel | {"accountmanagerId": str(UUID(int=9)), "besprokenOp": "2026-03-30"}
    assert veld(zet(dienst, voorstel, "werkplekvoorstellen/{}/oordeel", fout, "PUT")) == [
        "besprokenOp",
        "accountmanagerId",
    ]
    na = zet(dienst, voorstel, "werkplekvoorstellen/{}/oordeel", oordeel, "PUT").json()["voorstellen"][0]
    assert (na["status"], taken(dienst, klant)) == ("afgewezen", [])
    assert mis(start(dienst, klant, voorstelId=voorstel["id"])) == ["geen_verdringing"]
    goed = oordeel | {"verdringing": False}
    na = zet(dienst, na, "werkplekvoorstellen/{}/oordeel", goed, "PUT").json()["voorstellen"][0]

    keuzes = f"{pad}/instrumentkeuzes"
    keuze = {"instrument": "startbaansubsidie", "toepassing": "bekonnected"}
    assert mis(dienst.roep("POST", keuzes, WC, keuze)) == ["instrument_in_matchen"]
    assert veld(dienst.roep("POST", keuzes, WC, keuze | {"instrument": "iets_anders"})) == ["instrument"]
    deeltijd = {"instrument": "proefplaatsing", "toepassing": "parttimer_meer_uren"}
    assert veld(dienst.roep("POST", keuzes, WC, deeltijd)) == ["toepassing"]
    eerder = {"instrument": "proefplaatsing", "toepassing": "eerder"}
    assert mis(dienst.roep("POST", keuzes, WC, eerder)) == ["instrument_in_matchen"]
    assert dienst.roep("POST", keuzes, WC, eerder | {"reden": "Een werkgever wil nu."}).status_code == 201
    assert dienst.roep("POST", keuzes, WC, keuze | {"toepassing": "parttimer_meer_uren"}).status_code == 201
    assert start(dienst, klant, voorstelId=voorstel["id"]).status_code == 201
    met = dienst.doe("POST", keuzes, WC, keuze)
    assert met["instrumentkeuzes"][-1]["trajectId"] == met["trajecten"][0]["id"]
    assert dienst.roep("POST", keuzes, WC, keuze).json()["code"] == "al_gekozen"
    reden = {"reden": "De werkgever ziet ervan af."}
    weg = zet(dienst, met["instrumentkeuzes"][-1], "instrumentkeuzes/{}/intrekkingen", reden).json()
    weer = zet(dienst, weg["instrumentkeuzes"][-1], "instrumentkeuzes/{}/intrekkingen", reden)
    assert weer.json()["code"] == "al_ingetrokken"
    assert zet(dienst, na, "werkplekvoorstellen/{}/intrekkingen", reden).json()["code"] == "voorstel_gebruikt"
    los = dienst.doe("POST", f"{pad}/werkplekvoorstellen", WC, inhoud)["voorstellen"][1]
    los = zet(dienst, los, "werkplekvoorstellen/{}/intrekkingen", reden).json()["voorstellen"][1]
    assert zet(dienst, los, "werkplekvoorstellen/{}/intrekkingen", reden).json()["code"] == "voorstel_ingetrokken"
    traject = met["trajecten"][0]
    weg = zet(dienst, traject, "bekonnectedtrajecten/{}/vervallen", {"reden": "Vergissing."}).json()["trajecten"][0]
    einde = {"datum": "2026-03-31", "einde": "gestopt", "reden": "Gestopt."}
    assert zet(dienst, weg, "bekonnectedtrajecten/{}/beeindigingen", einde).json()["code"] == "traject_vervallen"
