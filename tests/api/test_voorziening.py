"""What may be offered to a klant, over HTTP: one call, from what is known, and nothing written but the reading."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from app.db.sessie import transactie
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.rollen import Rol
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from app.services.handeling import Handeling
from app.services.voorziening import kansen
from tests.steun.dienst import Dienst
from tests.steun.doelgroep import leg_vast, probeer
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import handelend, ingedeeld
from tests.steun.tellen import tel_opdrachten

WEP = "werkervaringsplaats"
MANTELZORG: dict[str, Any] = dict.fromkeys(
    ("langdurig", "directeOmgeving", "socialeRelatie", "meerDanGebruikelijk"), True
)


def toets(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.doe("POST", "/voorzieningstoetsen", "werkconsulent", {"klantId": klant} | anders)


def een(dienst: Dienst, klant: str, code: str = WEP, **anders: Any) -> Any:
    (kans,) = toets(dienst, klant, code=code, **anders)["voorzieningen"]
    return kans


def open_codes(kans: dict[str, Any]) -> set[str]:
    return {punt["code"] for punt in kans["openstaand"]}


def toegekend(dienst: Dienst, klant: str, code: str, van: date, tot: date | None) -> None:
    """Put a voorziening in the file that was granted before."""
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        leeg: Any = {"antwoorden": {}, "gegevens": {}}
        rij = Toekenning(
            id=uuid7(), organisatie="deventer", klant_id=UUID(klant), code=code, van=van, tot=tot, versie=1,
            regime=Verordeningsregime.VERORDENING_2021, stand=Toekenningstand.LOPEND, opgesteld_op=dienst.klok.nu(),
            opgesteld_door=handelend(Rol.WERKCONSULENT).medewerker_id, **leeg,
        )  # fmt: skip
        sessie.add(rij)


@pytest.mark.regel("DEV-VRZ-904", "DEV-KGR-905", "DEV-ORG-902")
def test_een_aanroep_zegt_wat_er_mag_en_wat_nog_openstaat(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "groeien", geboortedatum=date(1990, 1, 2))
    assert "doelgroep_vastgelegd" in open_codes(een(dienst, klant))
    leg_vast(dienst, klant, "doelgroepcategorie", categorie="algemene_bijstand")
    alle = toets(dienst, klant)
    assert (alle["begin"], alle["klantId"], alle["ondersteuning"]) == ("2026-03-31", klant, "begeleiding")
    per_code = {kans["code"]: kans for kans in alle["voorzieningen"]}
    assert (per_code[WEP]["uitkomst"], per_code[WEP]["voorgesteld"]) == ("nog_te_beantwoorden", True)
    assert per_code["maatschappelijke_participatie"]["uitkomst"] == "mag_niet"
    assert alle == dienst.doe("GET", f"/klanten/{klant}/voorzieningen", "intaker")

    kans = een(dienst, klant, begin="2026-04-13")
    assert kans["ruimte"] == {"uitersteEinde": "2026-07-12", "kostenMax": None, "eersteDag": "2026-04-13"}
    assert {"plan", "noodzakelijk", "leidt_tot_verdringing", "duur"} <= open_codes(kans)
    soorten = {punt["code"]: punt["soort"] for punt in kans["openstaand"]}
    assert (soorten["plan"], soorten["noodzakelijk"], soorten["duur"]) == ("vastleggen", "oordeel", "gegeven")
    assert soorten["doel"] == "gegeven"
    goed = {
        punt["code"]: {"waarde": True, "toelichting": "Besproken met de klant."}
        for punt in kans["openstaand"]
        if punt["soort"] == "oordeel"
    }
    nee = {"waarde": False, "toelichting": "De plek is er extra bij."}
    goed |= dict.fromkeys(("leidt_tot_verdringing", "beinvloedt_concurrentie", "aov_loon"), nee)
    vraag: dict[str, Any] = {"begin": "2026-04-13", "einde": "2026-07-12", "vastgelegd": ["plan"], "antwoorden": goed}
    vraag["gegevens"] = {"doel": ["specifieke_werkervaring"], "vacature": "geen_vacature"}
    klaar = een(dienst, klant, **vraag)
    assert (klaar["uitkomst"], klaar["openstaand"]) == ("mag", [])
    te_lang = een(dienst, klant, **vraag | {"einde": "2026-07-13"})
    assert te_lang["uitkomst"] == "mag_niet"
    hard = [{"artikel": "1", "lid": "3", "reden": "De opleider kan pas in juli beoordelen."}]
    assert een(dienst, klant, **vraag | {"einde": "2026-07-13", "hardheid": hard})["uitkomst"] == "mag"

    leg_vast(dienst, klant, "ten_laste_komende_kinderen", geboortedata=["2021-04-14"])
    assert open_codes(een(dienst, klant, **vraag)) == {"zorgtaken_gewogen"}
    assert open_codes(een(dienst, klant, **vraag | {"begin": "2026-04-14"})) == set()
    assert probeer(dienst, klant, "mantelzorg", verleent=True, **MANTELZORG).status_code == 409
    leg_vast(dienst, klant, "mantelzorg", verleent=True, **MANTELZORG, nietBeroepsmatig=True)
    leg_vast(dienst, klant, "functionele_beperking", aanwezig=True, gevolgenVoorWerk="Niet lang staan.")
    wachten = open_codes(een(dienst, klant, **vraag | {"begin": "2026-04-14"}))
    assert wachten == {"zorgtaken_gewogen", "beperkingen_gewogen"}
    regels = dienst.doe("GET", f"/klanten/{klant}/verwerkingen", "fg")["verwerkingen"]
    assert sum(regel["handeling"] == "toetsVoorzieningen" for regel in regels) == 9
    assert aantal(database_url, "toekenning") == 0
    soort = "SELECT DISTINCT soort FROM gebeurtenis WHERE klant_id = %s"
    assert not [rij for rij in rijen(database_url, soort, klant) if "voorziening" in rij[0]]


def test_eerdere_inzet_telt_mee_in_evenveel_queries(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    leg_vast(dienst, klant, "doelgroepcategorie", categorie="nugger")
    with tel_opdrachten(dienst.state.engine) as minst:
        kans = een(dienst, klant)
    with tel_opdrachten(dienst.state.engine) as weinig:
        toets(dienst, klant)
    assert "nugger_ondersteuning" in open_codes(kans)
    toegekend(dienst, klant, "proefplaatsing", date(2026, 3, 2), date(2026, 6, 2))
    leg_vast(dienst, klant, "doelgroepregister", staatErin=True, bron="Register UWV")
    with tel_opdrachten(dienst.state.engine) as veel:
        alle = toets(dienst, klant)
    assert len(veel) == len(weinig) <= 13
    assert len(minst) == len(weinig) - 4, "een werkervaringsplaats vraagt niets uit andere kamers"
    nu = {kans["code"]: kans for kans in alle["voorzieningen"]}[WEP]
    mis = [toets["voorwaarde"] for toets in nu["toetsen"] if toets["uitkomst"] == "niet_voldaan"]
    assert mis == ["cumulatie"]
    assert "nugger_ondersteuning" not in open_codes(nu)
    assert "verminderd_vermogen_gewogen" in open_codes(nu)


def test_wat_niet_klopt_staat_er_in_een_keer(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    fout = {"code": "no_risk", "einde": "2026-03-30", "antwoorden": {"onbekend": {"waarde": True}}}
    fout["gegevens"] = {"vreemd": "veld"}
    antwoord = dienst.roep("POST", "/voorzieningstoetsen", "werkconsulent", {"klantId": klant} | fout)
    velden = {regel["veld"] for regel in antwoord.json()["fouten"]}
    assert (antwoord.status_code, velden) == (400, {"code", "einde", "antwoorden.onbekend", "gegevens.vreemd"})
    vroeg = {"begin": "2026-04-02", "einde": "2026-04-01", "uren": 61, "kosten": -1, "hardheid": [{"artikel": "x"}]}
    antwoord = dienst.roep("POST", "/voorzieningstoetsen", "werkconsulent", {"klantId": klant} | vroeg)
    assert {regel["veld"] for regel in antwoord.json()["fouten"]} >= {"uren", "kosten", "hardheid.0.artikel"}
    nergens = dienst.roep("POST", "/voorzieningstoetsen", "intaker", {"klantId": klant, "vestigingId": str(uuid7())})
    assert [regel["veld"] for regel in nergens.json()["fouten"]] == ["vestigingId"]
    buiten = {"klantId": str(uuid7())}
    assert dienst.roep("POST", "/voorzieningstoetsen", "werkconsulent", buiten).status_code == 404
    oud = dienst.roep("POST", "/voorzieningstoetsen", "werkconsulent", {"klantId": klant, "begin": "2020-12-31"})
    assert (oud.status_code, oud.json()["code"]) == (409, "beleid_ontbreekt")


@pytest.mark.regel("DEV-ORG-902")
def test_de_catalogus_toont_elke_voorwaarde(dienst: Dienst) -> None:
    lijst = dienst.doe("GET", "/voorzieningen?gemeente=GM0150", "beleidsmedewerker")
    wep = next(regel for regel in lijst["voorzieningen"] if regel["code"] == WEP)
    assert (wep["maxDuurMaanden"], wep["klantgroepen"], wep["verplicht"]) == (3, ["groeien"], ["plan"])
    duur = next(limiet for limiet in wep["limieten"] if limiet["limiet"] == "duur")
    assert (duur["niveau"], duur["herkomst"], duur["grondslag"]["artikel"]) == ("beleidsregel", "vastgesteld", "1")
    assert "leidt_tot_verdringing" in {vraag["code"] for vraag in wep["vragen"]}
    vacature = next(veld for veld in wep["velden"] if veld["code"] == "vacature")
    assert {"code": "afvloeiing", "naam": "afvloeiing", "toegestaan": False} in vacature["opties"]
    assert [deel["code"] for deel in wep["overeenkomst"]] == ["doel", "werkzaamheden", "wijze_van_begeleiding"]


def test_wie_van_mijn_klanten_kan_een_werk_leerroute_krijgen(dienst: Dienst) -> None:
    groeien = [ingedeeld(dienst, "groeien") for _ in range(3)]
    matchen, ander = ingedeeld(dienst, "matchen"), ingedeeld(dienst, "groeien", consulent_id=None, team=None)
    toegekend(dienst, groeien[0], "werk_leerroute", date(2025, 1, 6), date(2025, 10, 6))
    pad = "/voorzieningskansen?code=werk_leerroute"
    met_allen = dienst.doe("GET", pad, "werkconsulent")
    assert [klant["klantId"] for klant in met_allen["klanten"]] == groeien
    assert (met_allen["getoetst"], met_allen["volgende"]) == (4, None)
    (kans,) = met_allen["klanten"][1]["kansen"]
    assert kans == {"code": "werk_leerroute", "uitkomst": "nog_te_beantwoorden", "voorgesteld": True}
    hele = [een(dienst, klant, "werk_leerroute")["uitkomst"] for klant in (*groeien, matchen)]
    assert hele == ["nog_te_beantwoorden"] * 3 + ["mag_niet"]
    overal = dienst.doe("GET", pad, "intaker")
    assert ander in [klant["klantId"] for klant in overal["klanten"]]
    niet = dienst.doe("GET", f"{pad}&uitkomst=mag_niet", "werkconsulent")
    assert [klant["klantId"] for klant in niet["klanten"]] == [matchen]

    eerst = dienst.doe("GET", f"{pad}&aantal=2", "werkconsulent")
    daarna = dienst.doe("GET", f"{pad}&aantal=2&na={eerst['volgende']}", "werkconsulent")
    assert [klant["klantId"] for klant in eerst["klanten"] + daarna["klanten"]] == groeien
    alles = dienst.doe("GET", "/voorzieningskansen", "teamleider")["klanten"]
    codes = {kans["code"]: kans for kans in alles[-1]["kansen"]}
    assert {"proefplaatsing", "taal"} <= set(codes)
    assert "werkervaringsplaats" not in codes
    regels = dienst.doe("GET", f"/klanten/{matchen}/verwerkingen", "fg")["verwerkingen"]
    assert sum(regel["handeling"] == "geefVoorzieningskansen" for regel in regels) == 2

    vreemd = dienst.roep("GET", "/voorzieningskansen?code=no_risk", "werkconsulent")
    assert [regel["veld"] for regel in vreemd.json()["fouten"]] == ["code"]
    ver = dienst.roep("GET", f"{pad}&begin=9999-12-31", "werkconsulent")
    assert (ver.status_code, [regel["veld"] for regel in ver.json()["fouten"]]) == (400, ["begin"])
    vroeg = dienst.roep("GET", f"{pad}&begin=2020-12-31", "werkconsulent")
    assert [regel["veld"] for regel in vroeg.json()["fouten"]] == ["begin"]


def test_een_zoektocht_gaat_in_brokken_verder(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kansen, "EERSTE_GROOTTE", 1)
    monkeypatch.setattr(kansen, "GROOTTE", 1)
    monkeypatch.setattr(kansen, "HOOGSTENS", 2)
    klanten = [ingedeeld(dienst, groep) for groep in ("matchen", "matchen", "groeien")]
    pad = "/voorzieningskansen?code=werk_leerroute"
    half = dienst.doe("GET", pad, "werkconsulent")
    assert (half["klanten"], half["getoetst"]) == ([], 2)
    rest = dienst.doe("GET", f"{pad}&na={half['volgende']}", "werkconsulent")
    assert [klant["klantId"] for klant in rest["klanten"]] == klanten[2:]
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        h = Handeling(sessie, handelend(Rol.INTAKER), dienst.state.register, dienst.klok.nu(), "test", "test", "c")
        gevonden = {str(klant.klant.id): klant.kansen for klant in kansen.toets_alles(h, [], h.vandaag)}
    assert sorted(gevonden) == sorted(klanten)
