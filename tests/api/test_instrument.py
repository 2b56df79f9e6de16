"""The ordinary voorzieningen over HTTP: what other rooms hold goes along, and employers who never keep their word."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun import taaleis
from tests.steun.dienst import Dienst
from tests.steun.doelgroep import leg_vast
from tests.steun.klanten import ingedeeld
from tests.steun.tellen import tel_opdrachten
from tests.steun.werkgever import WC, werkgever


def toets(dienst: Dienst, klant: str, code: str, **anders: Any) -> Any:
    vraag = {"klantId": klant, "code": code, "begin": "2026-04-13"} | anders
    return dienst.doe("POST", "/voorzieningstoetsen", WC, vraag)["voorzieningen"][0]


def open_codes(kans: Any) -> set[str]:
    return {punt["code"] for punt in kans["openstaand"]}


@pytest.mark.regel("DEV-PRF-902", "DEV-PRF-905")
def test_wat_de_werkgever_verklaarde_gaat_vanzelf_mee(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    leg_vast(dienst, klant, "doelgroepcategorie", categorie="algemene_bijstand")
    leeg = {"functie", "intentie_op", "intentie_door"}
    rij = werkgever(dienst)
    plek = rij["vestigingen"][0]["id"]
    assert leeg <= open_codes(toets(dienst, klant, "proefplaatsing", vestigingId=plek))
    verklaring = {"vestigingId": plek, "functie": "bakker", "vorm": "mondeling", "contactfunctie": "bedrijfsleider"}
    gemaakt = dienst.doe("POST", f"/klanten/{klant}/intentieverklaringen", WC, verklaring)
    assert leeg.isdisjoint(open_codes(toets(dienst, klant, "proefplaatsing", vestigingId=plek)))
    assert leeg.isdisjoint(open_codes(toets(dienst, klant, "proefplaatsing")))
    elders = werkgever(dienst, kvk="90003942", naam="Garage Voorbeeld")["vestigingen"][0]["id"]
    assert leeg <= open_codes(toets(dienst, klant, "proefplaatsing", vestigingId=elders)), (
        "bij een ander geldt zij niet"
    )
    assert leeg <= open_codes(toets(dienst, klant, "proefplaats", vestigingId=plek)), "voor iets anders ook niet"
    te_vroeg = toets(dienst, klant, "proefplaatsing", vestigingId=plek, begin="2026-03-30")
    mis = [t["voorwaarde"] for t in te_vroeg["toetsen"] if t["uitkomst"] == "niet_voldaan"]
    assert mis == ["gegeven_intentie_op"], "de verklaring is van na de eerste dag"
    eigen = toets(dienst, klant, "proefplaatsing", begin="2026-03-30", gegevens={"intentie_op": "2026-03-27"})
    assert "niet_voldaan" not in {t["uitkomst"] for t in eigen["toetsen"]}, "wat zelf is ingevuld gaat voor"
    weg = {"reden": "De werkgever heeft toch geen plek."}
    dienst.doe("POST", f"/intentieverklaringen/{gemaakt['id']}/intrekkingen", WC, weg, versie=gemaakt["versie"])
    assert leeg <= open_codes(toets(dienst, klant, "proefplaatsing", vestigingId=plek))


@pytest.mark.regel("DEV-PRF-905")
def test_proefplaatsingen_per_werkgever(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    bakker, garage = werkgever(dienst), werkgever(dienst, kvk="90003942", naam="Garage Voorbeeld")

    def verklaar(rij: Any, contract: bool | None) -> None:
        wat = {"functie": "hulp", "vorm": "mail", "contactfunctie": "chef", "vestigingId": rij["vestigingen"][0]["id"]}
        nieuw = dienst.doe("POST", f"/klanten/{klant}/intentieverklaringen", WC, wat)
        if contract is not None:
            uit = {"contract": contract} | ({} if contract else {"reden": "Geen werk meer."})
            dienst.doe("POST", f"/intentieverklaringen/{nieuw['id']}/uitkomsten", WC, uit, versie=nieuw["versie"])

    for contract in (False, False, True, None):
        verklaar(bakker, contract)
    for _ in range(3):
        verklaar(garage, False)
    pad = "/sturing/proefplaatsingen?van=2026-03-31&tot=2026-04-01"
    cijfers = dienst.doe("GET", pad, "teamleider")
    kort = {
        regel["naam"]: [regel[k] for k in ("verklaard", "contract", "geenContract", "open", "opvallend")]
        for regel in cijfers["werkgevers"]
    }
    assert kort == {"Bakkerij Voorbeeld B.V.": [4, 1, 2, 1, False], "Garage Voorbeeld": [3, 0, 3, 0, True]}
    assert (
        dienst.doe("GET", pad.replace("03-31&tot=2026-04-01", "04-01&tot=2026-04-02"), "teamleider")["werkgevers"] == []
    )
    fout = dienst.roep("GET", "/sturing/proefplaatsingen?van=2026-04-01&tot=2026-04-01", "teamleider")
    assert (fout.status_code, fout.json()["fouten"][0]["veld"]) == (400, "tot")


def test_een_taalplan_telt_mee_bij_de_taalvoorziening(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    assert "taalplan" in open_codes(toets(dienst, klant, "taal"))
    taaleis.leg_vast(dienst, klant, taaleis.VERMOEDEN, taaleis.TAALPLAN)
    assert "taalplan" not in open_codes(toets(dienst, klant, "taal"))


@pytest.mark.regel("DEV-PRF-001")
def test_in_matchen_volgt_de_fase_uit_bekonnected_of_uit_de_keuze_met_een_reden(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    assert "fase_bekonnected" in open_codes(toets(dienst, klant, "proefplaatsing"))
    keuze = {"instrument": "proefplaatsing", "toepassing": "eerder", "reden": "Een werkgever wil nu kennismaken."}
    dienst.doe("POST", f"/klanten/{klant}/instrumentkeuzes", WC, keuze)
    assert "fase_bekonnected" not in open_codes(toets(dienst, klant, "proefplaatsing"))

    ander = ingedeeld(dienst, "matchen")
    stroom = {"gemeente": "GM0150", "naam": "Montage", "werkzaamheden": "Onderdelen in elkaar zetten", "plaatsen": 1}
    plek = dienst.doe("POST", "/werkstromen", "teamleider", stroom)
    start = {"uren": 20, "keuzeKlant": "Montage", "werkbegeleider": "Werkbegeleider", "werkstroomId": plek["id"]}
    traject = dienst.doe("POST", f"/klanten/{ander}/bekonnectedtrajecten", WC, start)["trajecten"][0]
    assert "fase_bekonnected" not in open_codes(toets(dienst, ander, "proefplaatsing"))
    eerder = toets(dienst, ander, "proefplaatsing", begin="2026-03-30")
    assert "fase_bekonnected" in open_codes(eerder), "op die dag liep het nog niet"
    weg = {"reden": "Vergissing."}
    dienst.doe("POST", f"/bekonnectedtrajecten/{traject['id']}/vervallen", WC, weg, versie=traject["versie"])
    assert "fase_bekonnected" in open_codes(toets(dienst, ander, "proefplaatsing"))


def test_een_caseload_en_een_klant_zien_hetzelfde(dienst: Dienst) -> None:
    """What other rooms hold counts for many klanten as for one, for every voorziening, in as many queries."""
    kaal = [ingedeeld(dienst, groep) for groep in ("matchen", "groeien", "zorgen")]
    beloofd, oud, gepland, gekozen = (ingedeeld(dienst, groep) for groep in ("groeien", "groeien", "zorgen", "matchen"))
    leg_vast(dienst, beloofd, "doelgroepcategorie", categorie="algemene_bijstand")
    leg_vast(dienst, oud, "doelgroepcategorie", categorie="nugger")
    paden = ("/voorzieningskansen?begin=2026-03-30", "/voorzieningskansen")
    with tel_opdrachten(dienst.state.engine) as weinig:
        dienst.doe("GET", paden[0], WC)
    plek = werkgever(dienst)["vestigingen"][0]["id"]
    verklaring = {"vestigingId": plek, "functie": "bakker", "vorm": "mondeling", "contactfunctie": "bedrijfsleider"}
    for klant in (beloofd, oud):
        gemaakt = dienst.doe("POST", f"/klanten/{klant}/intentieverklaringen", WC, verklaring)
    weg = {"reden": "De werkgever heeft toch geen plek."}
    dienst.doe("POST", f"/intentieverklaringen/{gemaakt['id']}/intrekkingen", WC, weg, versie=gemaakt["versie"])
    taaleis.leg_vast(dienst, gepland, taaleis.VERMOEDEN, taaleis.TAALPLAN)
    keuze = {"instrument": "proefplaatsing", "toepassing": "eerder", "reden": "Een werkgever wil nu kennismaken."}
    dienst.doe("POST", f"/klanten/{gekozen}/instrumentkeuzes", WC, keuze)

    gezien: dict[str, dict[str, dict[str, str]]] = {}
    for pad in paden:
        begin = {"begin": "2026-03-30"} if "begin" in pad else {}
        alle = "&uitkomst=".join(["", "mag", "mag_niet", "nog_te_beantwoorden", "beleid_ontbreekt"])
        velen = dienst.doe("GET", f"{pad}{'&' if begin else '?'}{alle[1:]}", WC)["klanten"]
        gezien[pad] = {rij["klantId"]: _uitkomsten(rij["kansen"]) for rij in velen}
        assert set(gezien[pad]) == {*kaal, beloofd, oud, gepland, gekozen}
        for klant, kansen in gezien[pad].items():
            een = dienst.doe("POST", "/voorzieningstoetsen", WC, {"klantId": klant} | begin)
            assert kansen == _uitkomsten(een["voorzieningen"]), klant
    vroeg, nu = (gezien[pad][beloofd]["proefplaatsing"] for pad in paden)
    assert (vroeg, nu) == ("mag_niet", "nog_te_beantwoorden"), "de verklaring is van na de eerste dag"
    assert gezien[paden[0]][oud]["proefplaatsing"] == "nog_te_beantwoorden", "een ingetrokken verklaring telt niet"
    with tel_opdrachten(dienst.state.engine) as veel:
        dienst.doe("GET", paden[0], WC)
    with tel_opdrachten(dienst.state.engine) as een_code:
        dienst.doe("GET", f"{paden[0]}&code=werkervaringsplaats", WC)
    assert len(veel) == len(weinig)
    assert len(een_code) == len(veel) - 4, "wat de gevraagde voorziening niet nodig heeft, wordt niet gelezen"


def _uitkomsten(kansen: Any) -> dict[str, str]:
    return {kans["code"]: kans["uitkomst"] for kans in kansen}
