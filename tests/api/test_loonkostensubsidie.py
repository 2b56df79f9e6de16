"""Loonkostensubsidie as a regeling: granted per month, recalculated after a change, and reset each 1 January."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.test_loonkosten import RAPPORT, beslis, soorten
from tests.steun.dienst import Dienst
from tests.steun.kijk import rijen
from tests.steun.klanten import taken
from tests.steun.subsidiezaak import (
    IC,
    MOTIVERING,
    WC,
    geef_vrij,
    in_dienst,
    ken_toe,
    lees,
    maak_bekend,
    probeer,
    vraag_aan,
    zet,
)

LKS: dict[str, Any] = {
    "regeling": "loonkostensubsidie",
    "vooraf_onderwijs_of_doelgroep": None,
    "geenWsw": True,
    "geenAndereLoonsubsidie": True,
}
LKS = {naam: waarde for naam, waarde in LKS.items() if waarde is not None}
VOORWAARDEN = {"urenPerWeek": "24", "voltijdUrenPerWeek": "40", "brutoloon": 110_000}
NIEUW = {"motivering": "De werknemer werkt sinds 1 oktober minder uren."}


def stel_vast(dienst: Dienst, klant: str, soort: str, inhoud: dict[str, Any]) -> Any:
    zaak = dienst.doe("POST", f"/klanten/{klant}/{soort}", WC, inhoud)
    return maak_bekend(dienst, beslis(dienst, zaak).json())


def doelgroep(dienst: Dienst, klant: str, ja: bool = True) -> Any:
    antwoorden = {"behoortTotDoelgroep": True, "nietTotMinimumloon": ja, "mogelijkheden": True}
    return stel_vast(dienst, klant, "lks-doelgroepzaken", {"wijze": "ambtshalve"} | antwoorden)


def loonwaarde(dienst: Dienst, klant: str, vanaf: str, procent: int, **anders: Any) -> Any:
    taak = RAPPORT["taken"][1] | {"tijd": "100", "tempo": str(procent)}
    gegeven = RAPPORT | {"geldtVanaf": vanaf, "bedrijfsbezoekOp": "2022-07-01", "taken": [taak]} | anders
    return stel_vast(dienst, klant, "loonwaardezaken", gegeven)


def maanden(rij: Any) -> dict[str, int]:
    """What stands per month, in eurocents: added up, without what lapsed."""
    som: dict[str, int] = {}
    for termijn in rij["termijnen"]:
        if termijn["stand"] != "vervallen":
            som[termijn["maand"]] = som.get(termijn["maand"], 0) + termijn["bedrag"]
    return som


@pytest.mark.regel("DEV-LKS-905")
def test_van_aanvraag_tot_de_vaststelling_per_1_januari(dienst: Dienst, database_url: str) -> None:
    dienst.zet_klok("2022-08-01T09:00:00+02:00")
    baan: dict[str, Any] = {
        "soort": "onbepaald",
        "tot": None,
        "van": "2022-08-15",
        "urenPerWeek": "32",
        "voltijdUrenPerWeek": "40",
    }
    klant, werk, _ = in_dienst(dienst, **baan)
    rij = vraag_aan(dienst, klant, LKS, dienstverbandId=werk)
    open_ = {t["voorwaarde"] for t in probeer(dienst, rij, "besluiten", MOTIVERING).json()["toetsen"]}
    assert open_ == {"behoort_tot_doelgroep_lks", "loonwaarde_lager_dan_minimumloon", "bedrag_bekend"}
    doelgroep(dienst, klant)
    loonwaarde(dienst, klant, "2022-08-15", 60, dienstverbandId=werk)
    assert "lks_beslissen" in soorten(dienst, klant)
    toegekend = ken_toe(dienst, rij)
    assert "lks_beslissen" not in soorten(dienst, klant)
    lopend = "SELECT count(*) FROM termijn WHERE soort = 'lks_beslissen' AND status = 'lopend'"
    assert rijen(database_url, lopend) == [(0,)], "the five weeks of 10d lid 12 are over"
    assert toegekend["stand"] == "toegekend"
    vol = 74957
    assert maanden(toegekend) == {"2022-08-01": 41106} | {f"2022-{m}-01": vol for m in ("09", "10", "11", "12")}
    eerste = toegekend["termijnen"][0]
    som = "(€ 1.756,20 × 1,08 - 60 % × € 1.756,20 × 1,08) × 32/40 × 1,235 × 17/31 dagen = € 411,06"
    assert (eerste["formule"], eerste["betaalbaarVanaf"]) == (som, "2022-09-01")
    assert {cijfer["naam"] for cijfer in eerste["cijfers"]} == {"minimumloon", "vakantiebijslag", "werkgeverslasten"}

    nog_een = vraag_aan(dienst, klant, LKS, dienstverbandId=werk)
    tweede = zet(dienst, nog_een, "besluiten", MOTIVERING)
    assert tweede["dictum"] == "afwijzen", "no second subsidy for the wages of one job (10d lid 9)"
    assert any("andere subsidie voor de loonkosten" in zin for zin in tweede["motivering"])

    dienst.zet_klok("2022-10-03T09:00:00+02:00")
    minder = VOORWAARDEN | {"vanaf": "2022-10-10"}
    dienst.doe("POST", f"/dienstverbanden/{werk}/voorwaarden", WC, minder)
    assert "lks_herberekenen" in soorten(dienst, klant)
    besluit = zet(dienst, rij, "loonkostenherberekeningen", NIEUW)
    assert probeer(dienst, rij, "loonkostenherberekeningen", NIEUW).json()["code"] == "besluit_onderweg"
    maak_bekend(dienst, besluit)
    eerder = dienst.doe("GET", f"/besluiten/{besluit['vervangt']}", "fg")
    assert eerder["status"] == "vervangen"
    na = lees(dienst, rij)
    assert maanden(na) == {
        "2022-08-01": 41106,
        "2022-09-01": vol,
        "2022-10-01": 61659,
        "2022-11-01": 56218,
        "2022-12-01": 56218,
    }
    oktober = [t["formule"] for t in na["termijnen"] if t["maand"] == "2022-10-01" and t["stand"] == "open"]
    assert len(oktober) == 1
    assert "× 32/40 × 1,235 × 9/31 dagen + " in oktober[0]
    assert "lks_herberekenen" not in soorten(dienst, klant)
    assert dienst.doe("POST", f"/besluiten/{besluit['id']}/narekenen", "fg")["zelfde"] is True

    dienst.zet_klok("2023-01-03T09:00:00+01:00")
    ronde = dienst.doe("POST", "/loonkostensubsidierondes", IC, {"jaar": 2023})["uitkomsten"]
    assert [(u["subsidieId"], u["oud"], u["nieuw"]) for u in ronde] == [(rij["id"], 56218, 61922)]
    nogmaals = dienst.doe("POST", "/loonkostensubsidierondes", IC, {"jaar": 2023})["uitkomsten"]
    assert (nogmaals[0]["besluitId"], nogmaals[0]["reden"]) == (None, "Er is al een nieuw besluit onderweg.")
    jaarbesluit = dienst.doe("GET", f"/besluiten/{ronde[0]['besluitId']}", "fg")
    assert any("was € 562,18 en is vanaf 1 januari 2023 € 619,22" in zin for zin in jaarbesluit["motivering"])
    uitleg = dienst.doe("GET", f"/besluiten/{jaarbesluit['id']}/uitleg", "fg")
    assert "artikel 10d, lid 7, Participatiewet" in str(uitleg), "ambtshalve, on that article"
    assert geef_vrij(dienst, rij, 1).json()["bedrag"] == 41106, (
        "what was granted is paid while a new besluit is on its way"
    )
    maak_bekend(dienst, jaarbesluit)
    nu = maanden(lees(dienst, rij))
    assert [nu[f"2023-{m:02d}-01"] for m in (1, 6, 7, 12)] == [61922, 61922, 63862, 63862]
    assert nu["2022-09-01"] == vol, "earlier years stay"
    budget = rijen(database_url, f"SELECT budget->'delen' FROM subsidie WHERE id = '{rij['id']}'")[0][0]
    assert budget == {
        "2022": sum(bedrag for maand, bedrag in nu.items() if maand < "2023"),
        "2023": sum(bedrag for maand, bedrag in nu.items() if maand > "2023"),
    }
    december = len(lees(dienst, rij)["termijnen"])
    vroeg = geef_vrij(dienst, rij, december).json()
    assert [toets["voorwaarde"] for toets in vroeg["toetsen"]] == ["te_betalen"], "the month is not over"
    al = dienst.doe("POST", "/loonkostensubsidierondes", IC, {"jaar": 2023})["uitkomsten"]
    assert al[0]["reden"] == "Voor dit jaar is al beslist."
    te_ver = dienst.doe("POST", "/loonkostensubsidierondes", IC, {"jaar": 2099})["uitkomsten"]
    assert "Er is nog geen maand" in te_ver[0]["reden"]

    dienst.zet_klok("2023-07-03T09:00:00+02:00")
    op_maand = [termijn["maand"] for termijn in lees(dienst, rij)["termijnen"]]
    mei, juni = (op_maand.index(maand) + 1 for maand in ("2023-05-01", "2023-06-01"))
    assert geef_vrij(dienst, rij, mei).json()["bedrag"] == 61922
    einde = {"tot": "2023-05-16", "reden": "wederzijds_goedvinden"}
    dienst.doe("POST", f"/dienstverbanden/{werk}/beeindigingen", WC, einde, versie=2)
    te_lang = geef_vrij(dienst, rij, juni).json()
    assert (te_lang["code"], te_lang["detail"]) == (
        "eerst_herberekenen",
        "De baan eindigt op 15 mei 2023; bereken deze maand eerst opnieuw.",
    )
    maak_bekend(dienst, zet(dienst, rij, "loonkostenherberekeningen", NIEUW))
    nu = maanden(lees(dienst, rij))
    assert max(nu) == "2023-05-01", "it ends with the job"
    assert nu["2023-05-01"] == 61922, "what is on its way to be paid is not granted a second time"
    assert "Over 05-2023 is" in next(t.waarom for t in taken(dienst, klant) if t.soort == "lks_te_veel_betaald")
    doelgroep_uit = doelgroep(dienst, klant, ja=False)
    assert doelgroep_uit["status"] == "bekendgemaakt"
    assert "lks_herberekenen" in soorten(dienst, klant), "who is out of the doelgroep gets nothing more (10d lid 8)"


@pytest.mark.regel("DEV-LKS-904", "DEV-LKS-905")
def test_forfait_dan_loonwaarde(dienst: Dienst, database_url: str) -> None:
    dienst.zet_klok("2022-07-04T09:00:00+02:00")
    klant, werk, _ = in_dienst(
        dienst, soort="onbepaald", tot=None, van="2022-07-01", urenPerWeek="36", voltijdUrenPerWeek="36"
    )
    doelgroep(dienst, klant)
    gevonden = {"dienstverbandId": werk, "overlegdOp": "2022-07-04"}
    dienst.doe("POST", f"/klanten/{klant}/loonkostenforfaits", WC, gevonden)
    te_laat = LKS | {"voorafOnderwijsOfDoelgroep": False}
    geweigerd = zet(dienst, vraag_aan(dienst, klant, te_laat, dienstverbandId=werk), "besluiten", MOTIVERING)
    assert geweigerd["dictum"] == "afwijzen", "nobody was in the doelgroep before this job (10d lid 2)"
    maak_bekend(dienst, geweigerd)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, LKS | {"voorafOnderwijsOfDoelgroep": True}, dienstverbandId=werk))
    assert maanden(rij) == {f"2022-{m:02d}-01": 117121 for m in range(7, 13)}
    dienst.zet_klok("2022-12-20T09:00:00+01:00")
    leeg = dienst.doe("POST", "/loonkostensubsidierondes", IC, {"jaar": 2023})["uitkomsten"]
    assert "geen loonwaarde vastgesteld" in leeg[0]["reden"], "no automatic continuation"
    loonwaarde(dienst, klant, "2023-01-01", 40, dienstverbandId=werk)
    ronde = dienst.doe("POST", "/loonkostensubsidierondes", IC, {"jaar": 2023})["uitkomsten"]
    assert (ronde[0]["oud"], ronde[0]["nieuw"]) == (117121, 154806)
    afkeuring = {"akkoord": False, "reden": "De motivering is te kort."}
    dienst.doe("POST", f"/besluiten/{ronde[0]['besluitId']}/toetsingen", "toetser", afkeuring)
    assert (lees(dienst, rij)["stand"], "lks_herberekenen" in soorten(dienst, klant)) == ("toegekend", True)
    maak_bekend(dienst, dienst.doe("GET", f"/besluiten/{_opnieuw(dienst)}", "fg"))
    assert lees(dienst, rij)["stand"] == "toegekend"
    _aangehouden_is_niet_betaald(dienst, database_url, rij, klant, werk)
    _buiten_de_doelgroep_stopt(dienst, rij, klant)
    ander = vraag_aan(
        dienst,
        klant,
        {
            "regeling": "vergoeding",
            "kader": "traject",
            "kaderSinds": "2022-07-01",
            "kosten": [{"soort": "reiskosten", "omschrijving": "Trein", "bedrag": 100}],
        },
    )
    assert probeer(dienst, ander, "loonkostenherberekeningen", NIEUW).json()["code"] == "loopt_niet"


def _aangehouden_is_niet_betaald(dienst: Dienst, database_url: str, rij: Any, klant: str, werk: str) -> None:
    """A lower calculation says nothing of money that was only held, and what comes in its place is held too."""
    houd = "UPDATE subsidietermijn SET stand = 'aangehouden', reden = 'Eerst kijken.' WHERE subsidie_id = '{}' "
    houd += "AND maand = '2023-02-01' AND stand = 'open' RETURNING bedrag"
    assert rijen(database_url, houd.format(rij["id"])) == [(154806,)]
    loonwaarde(dienst, klant, "2023-02-01", 60, dienstverbandId=werk)
    maak_bekend(dienst, zet(dienst, rij, "loonkostenherberekeningen", NIEUW))
    februari = [t for t in lees(dienst, rij)["termijnen"] if t["maand"] == "2023-02-01"]
    assert [(t["stand"], t["reden"]) for t in februari[1:]] == [("aangehouden", "Eerst kijken.")]
    assert (februari[0]["stand"], februari[1]["bedrag"]) == ("vervallen", 103204)
    assert "lks_te_veel_betaald" not in soorten(dienst, klant)


def _buiten_de_doelgroep_stopt(dienst: Dienst, rij: Any, klant: str) -> None:
    """A refusal ends what ran from its dispatch (10d lid 8); the yearly run skips it; a new besluit can undo that."""
    ronde = {"jaar": 2024}
    doelgroep(dienst, klant, ja=False)
    besluit = zet(dienst, rij, "loonkostenherberekeningen", NIEUW)
    assert (besluit["dictum"], lees(dienst, rij)["stand"]) == ("afwijzen", "toegekend"), "not before it is sent"
    maak_bekend(dienst, besluit)
    uit = lees(dienst, rij)
    assert (uit["stand"], max(maanden(uit))) == ("beeindigd", "2022-12-01"), "what was granted before it stays"
    assert "lks_herberekenen" not in soorten(dienst, klant)
    assert dienst.doe("POST", "/loonkostensubsidierondes", IC, ronde)["uitkomsten"] == []
    doelgroep(dienst, klant)
    maak_bekend(dienst, zet(dienst, rij, "loonkostenherberekeningen", NIEUW))
    assert (lees(dienst, rij)["stand"], max(maanden(lees(dienst, rij)))) == ("toegekend", "2023-12-01")
    assert len(dienst.doe("POST", "/loonkostensubsidierondes", IC, ronde)["uitkomsten"]) == 1


def _opnieuw(dienst: Dienst) -> str:
    return str(dienst.doe("POST", "/loonkostensubsidierondes", IC, {"jaar": 2023})["uitkomsten"][0]["besluitId"])


def test_op_een_onbevestigd_percentage_wordt_niet_betaald(dienst: Dienst, database_url: str) -> None:
    dienst.zet_klok("2026-08-03T09:00:00+02:00")
    klant, werk, _ = in_dienst(dienst, soort="onbepaald", tot=None, van="2026-07-01", urenPerWeek="32")
    doelgroep(dienst, klant)
    loonwaarde(dienst, klant, "2026-07-01", 60, dienstverbandId=werk)
    slecht: dict[str, list[Any]] = {
        "ambtshalve": ["misschien", None, 3],
        "voorafOnderwijsOfDoelgroep": ["x", 3],
        "geenWsw": [[], "soms"],
        "geenAndereLoonsubsidie": [{}, 5],
        "regeling": ["loonkosten", None],
        "loonwaarde": [60],
    }
    voor = rijen(database_url, "SELECT count(*) FROM subsidie")
    for veld, waarden in slecht.items():
        for waarde in waarden:
            inhoud = {"gegevens": LKS | {veld: waarde}, "dienstverbandId": werk}
            mis = dienst.roep("POST", f"/klanten/{klant}/subsidies", WC, inhoud)
            assert (mis.status_code, mis.json()["code"]) == (400, "ongeldige_invoer"), f"{veld}={waarde}"
    for jaar in (None, 2020, 2101, "x"):
        mis = dienst.roep("POST", "/loonkostensubsidierondes", IC, {"jaar": jaar})
        assert mis.json()["fouten"][0]["veld"] == "jaar"
    assert rijen(database_url, "SELECT count(*) FROM subsidie") == voor

    rij = ken_toe(dienst, vraag_aan(dienst, klant, LKS | {"voorafOnderwijsOfDoelgroep": True}, dienstverbandId=werk))
    juli = rij["termijnen"][0]
    assert juli["formule"] == "(€ 2.337,00 × 1,08 - 60 % × € 2.337,00 × 1,08) × 32/36 × 1,25 = € 1.121,76"
    geweigerd = geef_vrij(dienst, rij, 1)
    toetsen = geweigerd.json()["toetsen"]
    assert (geweigerd.status_code, [toets["voorwaarde"] for toets in toetsen]) == (409, ["cijfer_bevestigd"])
    assert "werkgeverslasten (25 %)" in toetsen[0]["toelichting"], "the refusal names the figure"
    mis = probeer(dienst, rij, "loonkostenherberekeningen", {"motivering": "kort"})
    assert mis.json()["fouten"][0]["veld"] == "motivering"
