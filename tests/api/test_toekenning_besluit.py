"""From concept to outcome over HTTP: the besluit, the hardheidsclausule, the agreement, start and verlenging."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.test_plan import PLAN, TEKEN
from tests.api.test_toekenning import doe, rond_af
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, taken

FACTOREN = (
    "noodzakelijk",
    "afweging_mogelijkheden",
    "afweging_capaciteiten",
    "afweging_wensen",
    "afweging_doelmatigheid",
)
MOTIVERING = "De klant wil dit graag en kan hier wennen aan werk."
DOELGROEP = {"soort": "doelgroepcategorie", "datum": "2026-01-01", "categorie": "algemene_bijstand"}


def klant_met_doelgroep(dienst: Dienst, klantgroep: str = "groeien") -> str:
    klant = ingedeeld(dienst, klantgroep)
    dienst.doe("POST", f"/klanten/{klant}/doelgroepfeiten", "werkconsulent", DOELGROEP)
    return klant


def antwoorden(dienst: Dienst, zaak: dict[str, Any], besluit: dict[str, Any]) -> Any:
    """Answer everything that stands open as expected, until no question is left."""
    while True:
        open_ = doe(dienst, zaak, "besluiten", besluit, 409)["toetsen"]
        nieuw = {
            toets["voorwaarde"]: {"waarde": toets["feiten"]["verwacht"], "toelichting": "Samen besproken."}
            for toets in open_
            if "verwacht" in toets["feiten"] and toets["uitkomst"] == "onbepaald"
        }
        if not nieuw:
            return open_
        beeld = nu(dienst, zaak)
        alles = {"antwoorden": beeld["antwoorden"] | nieuw}
        dienst.doe("PATCH", f"/toekenningen/{zaak['id']}", "werkconsulent", alles, versie=beeld["versie"])


def nu(dienst: Dienst, zaak: dict[str, Any]) -> Any:
    return dienst.doe("GET", f"/toekenningen/{zaak['id']}", "werkconsulent")


def soorten(dienst: Dienst, klant: str) -> list[str]:
    """Return the open taken about voorzieningen."""
    return [taak.soort for taak in taken(dienst, klant) if taak.soort.startswith("toekenning")]


@pytest.mark.regel("DEV-VRZ-902", "DEV-VRZ-903", "DEV-VRZ-919", "DEV-VRZ-907", "DEV-WEP-904")
def test_van_concept_tot_uitkomst(dienst: Dienst) -> None:
    klant = klant_met_doelgroep(dienst)
    wat = {"code": "werkervaringsplaats", "van": "2026-04-01", "tot": "2026-08-01", "uren": 24}
    zaak = dienst.doe("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | wat)
    besluit = {"dictum": "toekennen", "motivering": MOTIVERING}
    open_ = doe(dienst, zaak, "besluiten", besluit, 409)
    assert set(FACTOREN) <= {toets["voorwaarde"] for toets in open_["toetsen"]}
    doe(dienst, zaak, "besluiten", besluit | {"dictum": "verlengen"}, 400)

    pad = f"/toekenningen/{zaak['id']}"
    gegevens = {"plan": True, "doel": ["specifieke_werkervaring"], "vacature": "geen_vacature"}
    dienst.doe("PATCH", pad, "werkconsulent", {"gegevens": gegevens}, versie=nu(dienst, zaak)["versie"])
    te_lang = antwoorden(dienst, zaak, besluit)
    assert [toets["grondslag"]["artikel"] for toets in te_lang] == ["1"]

    reden = {"artikel": "1", "lid": "3", "reden": "De klant was zes weken ziek; drie maanden zijn onbillijk kort."}
    verordening = doe(dienst, zaak, "hardheidsvoorstellen", reden | {"artikel": "4", "lid": "1"}, 409)
    assert verordening["code"] == "hardheid_niet_mogelijk"
    voorgesteld = doe(dienst, zaak, "hardheidsvoorstellen", reden)
    assert "toekenning_hardheid" in soorten(dienst, klant)
    doe(dienst, zaak, "besluiten", besluit, 409)
    stem = f"/hardheidsvoorstellen/{voorgesteld['hardheid'][0]['id']}/besluiten"
    zelf = dienst.roep("POST", stem, "werkconsulent", {"akkoord": True}, versie=voorgesteld["versie"])
    assert zelf.json()["toetsen"][0]["voorwaarde"] == "hardheid_door_ander"
    leeg = dienst.roep("POST", stem, "toetser", {"akkoord": False}, versie=voorgesteld["versie"])
    assert leeg.status_code == 400
    ja = dienst.doe("POST", stem, "toetser", {"akkoord": True}, versie=voorgesteld["versie"])
    assert dienst.roep("POST", stem, "toetser", {"akkoord": True}, versie=ja["versie"]).json()["code"] == "al_besloten"
    periode = "/sturing/hardheidsclausule?van=2026-01-01&tot=2027-01-01"
    assert dienst.doe("GET", periode, "beleidsmedewerker")["artikelen"] == []

    genomen = doe(dienst, zaak, "besluiten", besluit)
    assert (genomen["soort"], genomen["dictum"], nu(dienst, zaak)["stand"]) == ("voorziening", "toekennen", "besloten")
    open_ = doe(dienst, zaak, "heropeningen", {"reden": "De werkgever biedt minder uren."})
    assert open_["redenHeropening"] == "De werkgever biedt minder uren."
    weg = stem.replace("besluiten", "intrekkingen")
    alleen = dienst.roep("POST", weg, "inkomensconsulent", {"reden": "Toch niet nodig."}, versie=open_["versie"])
    assert alleen.json()["code"] == "niet_de_voorsteller"
    verzend = {"verzondenOp": "2026-03-31", "wijze": "post"}
    oud = dienst.roep("POST", f"/besluiten/{genomen['id']}/bekendmakingen", "administratie", verzend)
    assert oud.json()["code"] == "toekenning_stand"
    dienst.doe("PATCH", pad, "werkconsulent", {"uren": 20}, versie=nu(dienst, zaak)["versie"])
    genomen = doe(dienst, zaak, "besluiten", besluit)
    rond_af(dienst, genomen, "2026-03-31", toetsen=False)
    assert dienst.doe("POST", f"/besluiten/{genomen['id']}/narekenen", "fg")["zelfde"] is True
    html = dienst.roep("GET", f"/besluiten/{genomen['id']}/brief?vorm=html", "inkomensconsulent").text
    assert "u krijgt een voorziening" in html
    assert nu(dienst, zaak)["stand"] == "toegekend"
    assert soorten(dienst, klant) == ["toekenning_overeenkomst", "toekenning_in_plan"]
    neem_op_in_plan(dienst, zaak, klant)
    assert dienst.doe("GET", periode, "teamleider")["artikelen"] == [{"artikel": "1", "lid": "3", "aantal": None}]

    sluit_overeenkomst(dienst, zaak, klant)
    dienst.zet_klok("2026-07-20T09:00:00+02:00")
    assert "toekenning_eindigt" in soorten(dienst, klant)
    verleng(dienst, zaak, reden)
    assert dienst.doe("GET", periode, "teamleider")["artikelen"] == [{"artikel": "1", "lid": "3", "aantal": None}]
    dienst.zet_klok("2026-09-01T09:00:00+02:00")
    assert nu(dienst, zaak)["stand"] == "lopend"
    assert "toekenning_voorbij" in soorten(dienst, klant)
    klaar = {"soort": "afronding", "datum": "2026-09-01", "uitkomst": "betaald_werk", "toelichting": "Baan van 24 uur."}
    af = doe(dienst, zaak, "feiten", klaar)
    assert (af["stand"], af["laatsteDag"], soorten(dienst, klant)) == ("afgerond", "2026-08-31", [])
    weg = f"/toekenningfeiten/{af['verloop'][-1]['id']}/intrekkingen"
    terug = dienst.doe("POST", weg, "werkconsulent", {"reden": "Toch geen baan."}, versie=af["versie"])
    assert (terug["stand"], terug["laatsteDag"], soorten(dienst, klant)) == ("lopend", None, ["toekenning_voorbij"])


def neem_op_in_plan(dienst: Dienst, zaak: dict[str, Any], klant: str) -> None:
    """What the klant signed can be asked of the klant, and a maatregel can rest on it."""
    actie = {"wat": "Werken op de werkervaringsplaats", "wie": "klant", "uiterlijk": "2026-07-31"}
    doel = {"omschrijving": "Ervaring opdoen", "leefgebieden": ["werk_en_activiteiten"]}
    verplicht = ["meewerken_plan_van_aanpak", "voorziening_gebruiken"]
    plan = PLAN | {"soort": "actieplan", "verplichtingen": verplicht, "evaluatiedatum": "2026-06-30"}
    vreemd = plan | {"doelen": [doel | {"acties": [actie | {"toekenningId": klant}]}]}
    fout = dienst.roep("POST", f"/klanten/{klant}/plannen", "werkconsulent", vreemd)
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["doelen.0.acties.0.toekenningId"]
    goed = plan | {"doelen": [doel | {"acties": [actie | {"toekenningId": zaak["id"]}]}]}
    gemaakt = dienst.doe("POST", f"/klanten/{klant}/plannen", "werkconsulent", goed)
    assert nu(dienst, zaak)["plan"] is None
    dienst.doe("POST", f"/plannen/{gemaakt['id']}/ondertekeningen", "werkconsulent", TEKEN)
    assert nu(dienst, zaak)["plan"] == {"planId": gemaakt["id"], "versieNr": 1, "verplicht": True}
    keuzes = dienst.doe("GET", f"/klanten/{klant}/gedragingen", "inkomensconsulent")["gedragingen"]
    [traject] = [keus for keus in keuzes if keus["code"] == "traject_niet_willen_volgen"]
    assert "voorziening_gebruiken" in [regel["code"] for regel in traject["verplichtingen"]]


def verleng(dienst: Dienst, zaak: dict[str, Any], reden: dict[str, str]) -> None:
    """The hardheidsclausule of the grant does not carry an extension: that needs one of its own."""
    langer = {"laatsteDag": "2026-08-31", "motivering": "De leerdoelen zijn bijna gehaald."}
    geweigerd = doe(dienst, zaak, "verlengingen", langer, 409)
    assert [toets["grondslag"]["lid"] for toets in geweigerd["toetsen"]] == ["3"]
    voorstel = doe(dienst, zaak, "hardheidsvoorstellen", reden)
    stem = f"/hardheidsvoorstellen/{voorstel['hardheid'][-1]['id']}/besluiten"
    dienst.doe("POST", stem, "teamleider", {"akkoord": True}, versie=voorstel["versie"])
    genomen = doe(dienst, zaak, "verlengingen", langer)
    rond_af(dienst, genomen, "2026-07-20", toetsen=False)
    beeld = nu(dienst, zaak)
    assert (genomen["dictum"], beeld["stand"], beeld["tot"]) == ("verlengen", "lopend", "2026-09-01")


def sluit_overeenkomst(dienst: Dienst, zaak: dict[str, Any], klant: str) -> None:
    """Make the agreement, with the mistakes that people make, and start once all have signed."""
    start = {"soort": "start", "datum": "2026-04-01", "antwoorden": {"arbeidsovereenkomst": {"waarde": False}}}
    mis = doe(dienst, zaak, "overeenkomsten", {"afspraken": {"doel": "Leren werken.", "onzin": "x"}}, 400)
    assert {f["veld"] for f in mis["fouten"]} >= {"afspraken.onzin", "afspraken.werkzaamheden"}
    afspraken = {"doel": "Leren werken.", "werkzaamheden": "Vakken vullen.", "wijze_van_begeleiding": "Elke week."}
    eerste = doe(dienst, zaak, "overeenkomsten", {"afspraken": afspraken})["overeenkomsten"][-1]
    assert doe(dienst, zaak, "overeenkomsten", {"afspraken": afspraken}, 409)["code"] == "overeenkomst_bestaat"
    brief = dienst.roep("GET", f"/brieven/{eerste['briefId']}/inhoud?vorm=html", "inkomensconsulent")
    assert (brief.status_code, "Vakken vullen." in brief.text) == (200, True)
    weg = f"/voorzieningovereenkomsten/{eerste['id']}/intrekkingen"
    versie = nu(dienst, zaak)["versie"]
    dienst.doe("POST", weg, "werkconsulent", {"reden": "Verkeerde werkzaamheden."}, versie=versie)
    assert soorten(dienst, klant) == ["toekenning_overeenkomst"]
    tweede = doe(dienst, zaak, "overeenkomsten", {"afspraken": afspraken})["overeenkomsten"][-1]

    dienst.zet_klok("2026-04-01T09:00:00+02:00")
    teken = f"/voorzieningovereenkomsten/{tweede['id']}/ondertekeningen"
    for partij, datum, status in (
        ("klant", "2026-04-02", 400), ("buurman", "2026-04-01", 400), ("klant", "2026-04-01", 201),
        ("klant", "2026-04-01", 400), ("werkgever", "2026-04-01", 201),
    ):  # fmt: skip
        inhoud = {"partij": partij, "datum": datum, "bewijs": "ZAAK-2026-1"}
        antwoord = dienst.roep("POST", teken, "werkconsulent", inhoud, versie=nu(dienst, zaak)["versie"])
        assert antwoord.status_code == status, antwoord.text
    vroeg = doe(dienst, zaak, "feiten", start, 409)
    assert vroeg["toetsen"][0]["voorwaarde"] == "overeenkomst_ondertekend"
    laatste = {"partij": "gemeente", "datum": "2026-04-01", "bewijs": "ZAAK-2026-1"}
    dienst.doe("POST", teken, "werkconsulent", laatste, versie=nu(dienst, zaak)["versie"])
    assert soorten(dienst, klant) == ["toekenning_start"]
    begonnen = doe(dienst, zaak, "feiten", start)
    assert (begonnen["stand"], begonnen["gestartOp"]) == ("lopend", "2026-04-01")
    terug = f"/toekenningfeiten/{begonnen['verloop'][-1]['id']}/intrekkingen"
    open_ = dienst.doe("POST", terug, "werkconsulent", {"reden": "Een dag later."}, versie=begonnen["versie"])
    assert (open_["stand"], open_["gestartOp"]) == ("toegekend", None)
    doe(dienst, zaak, "feiten", start)
    assert soorten(dienst, klant) == []


def test_afwijzen_gaat_langs_de_toetser(dienst: Dienst) -> None:
    klant = klant_met_doelgroep(dienst, "matchen")
    wat = {"code": "werkervaringsplaats", "van": "2026-04-01", "tot": "2026-07-01", "uren": 24}
    nodig = {"antwoorden": {"noodzakelijk": {"waarde": True, "toelichting": "Het zou helpen."}}}
    zaak = dienst.doe("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | wat | nodig)
    reden = {"artikel": "1", "lid": "3", "reden": "De klant was zes weken ziek; drie maanden zijn onbillijk kort."}
    voorstel = doe(dienst, zaak, "hardheidsvoorstellen", reden)["hardheid"][0]["id"]
    besluit = {"dictum": "afwijzen", "motivering": "De klant zit in Matchen en kan direct werken."}
    genomen = doe(dienst, zaak, "besluiten", besluit)
    pad = f"/besluiten/{genomen['id']}/toetsingen"
    dienst.doe("POST", pad, "toetser", {"akkoord": False, "reden": "Leg uit waarom direct werk kan."})
    assert (nu(dienst, zaak)["stand"], soorten(dienst, klant)) == (
        "concept",
        ["toekenning_hardheid", "toekenning_besluit"],
    )
    genomen = doe(dienst, zaak, "besluiten", besluit)
    rond_af(dienst, genomen, "2026-03-31")
    assert (nu(dienst, zaak)["stand"], soorten(dienst, klant)) == ("afgewezen", [])
    assert "niet" in dienst.doe("GET", f"/besluiten/{genomen['id']}/uitleg", "fg")["motivering"][0]
    laat = {"versie": nu(dienst, zaak)["versie"]}
    stem = dienst.roep("POST", f"/hardheidsvoorstellen/{voorstel}/besluiten", "toetser", {"akkoord": True}, **laat)
    assert (stem.status_code, stem.json()["code"]) == (409, "toekenning_stand")
