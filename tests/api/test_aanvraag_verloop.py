"""Voorschot on request, elsewhere, intrekking, huisbezoek, and the zoekperiode of a jongere over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from app.db.sessie import transactie
from app.domain.kern.rollen import Rol
from tests.steun.aanvraag import ALLES_GEDAAN, gescreend, lees, open_, probeer, taken, zet
from tests.steun.beschikking import (
    document,
    klaar_om_te_beslissen,
    mutaties_aanvraag,
    tot_verzonden,
    wens,
)
from tests.steun.dienst import Dienst
from tests.steun.intake import lees as lees_melding
from tests.steun.intake import meld, mutaties, persoon, termijnen
from tests.steun.klanten import handelend

IC = "inkomensconsulent"


def berichten(dienst: Dienst) -> list[Any]:
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        return list(sessie.scalars(text("SELECT sjabloon FROM bericht ORDER BY id")))


@pytest.mark.regel("DEV-AAN-901")
def test_een_voorschot_kan_op_verzoek_bij_elke_lopende_aanvraag(dienst: Dienst) -> None:
    """Also for a jongere in the zoekperiode, without klantgroep and without broodnood."""
    jong = open_(dienst, meld(dienst, persoon(dienst, "2004-01-01")))
    assert jong["leeftijdsklasse"] == "27-"
    fout = probeer(dienst, jong, "voorschotverzoeken", "receptie", {"gevraagdOp": "2026-04-01"})
    assert fout.json()["fouten"][0]["veld"] == "gevraagdOp"
    jong = zet(dienst, jong, "voorschotverzoeken", "receptie", {"toelichting": "De klant heeft niets meer."})
    (verzoek,) = jong["voorschotverzoeken"]
    assert (verzoek["gevraagdOp"], verzoek["toegekend"]) == ("2026-03-31", None)
    assert "voorschot_beslissen" in taken(jong)
    tweede = probeer(dienst, jong, "voorschotverzoeken", "receptie", {})
    assert tweede.json()["code"] == "verzoek_loopt_al"
    pad = f"/voorschotverzoeken/{verzoek['id']}/besluiten"
    for leeg in ({"toekennen": True}, {"toekennen": False}):
        assert dienst.roep("POST", pad, IC, leeg, versie=jong["versie"]).status_code == 400
    te_laag = {"toekennen": True, "bedrag": 1000, "meegedeeld": True}
    geweigerd = dienst.roep("POST", pad, IC, te_laag, versie=jong["versie"]).json()["toetsen"]
    assert [toets["voorwaarde"] for toets in geweigerd] == [
        "voorschot_gevraagd",
        "voorschot_meegedeeld",
        "voorschot_niet_boven_norm",
        "voorschot_minimum",
    ]
    goed = {"toekennen": True, "bedrag": 140000, "meegedeeld": True}
    na = dienst.doe("POST", pad, IC, goed, versie=jong["versie"])
    assert (na["voorschotverzoeken"][0]["toegekend"], "voorschot_beslissen" in taken(na)) == (True, False)
    assert [soort for soort, _ in mutaties(dienst)] == ["voorschot"]
    assert dienst.roep("POST", pad, IC, goed, versie=na["versie"]).json()["code"] == "al_besloten"
    nieuw = zet(dienst, na, "voorschotverzoeken", IC, {})
    tweede_pad = f"/voorschotverzoeken/{nieuw['voorschotverzoeken'][1]['id']}/besluiten"
    af = {"toekennen": False, "reden": "De klant heeft deze maand al een voorschot."}
    na = dienst.doe("POST", tweede_pad, IC, af, versie=nieuw["versie"])
    assert (na["voorschotverzoeken"][1]["toegekend"], na["voorschotverzoeken"][1]["reden"]) == (False, af["reden"])
    assert dienst.roep("POST", pad.replace(verzoek["id"], na["id"]), IC, af, versie=1).status_code == 404


@pytest.mark.regel("DEV-AAN-006")
def test_elders_voor_een_jongere_is_een_brief_en_geen_beschikking(dienst: Dienst) -> None:
    aanvraag = open_(dienst, gescreend(dienst, persoon(dienst, "2004-01-01")), *ALLES_GEDAAN)
    assert aanvraag["actiesElders"] == ["verwijzen", "informatieve_brief", "werkproces_afboeken"]
    inhoud = {"instantie": "duo", "uitleg": "U hebt recht op studiefinanciering."}
    onbekend = probeer(dienst, aanvraag, "elders", IC, inhoud | {"instantie": "bad"})
    assert onbekend.json()["toetsen"][0]["voorwaarde"] == "instantie_op_sociale_kaart"
    weg = zet(dienst, aanvraag, "elders", IC, inhoud)
    assert (weg["status"], weg["concepten"], taken(weg)) == ("elders", [], [])
    assert "verwezen_naar_elders" in berichten(dienst)
    klant_id = weg["personen"][0]["klantId"]
    (verwijzing,) = dienst.doe("GET", f"/klanten/{klant_id}/verwijzingen", IC)["verwijzingen"]
    assert (verwijzing["instantie"], verwijzing["aanvraagId"]) == ("duo", weg["id"])
    assert "beslistermijn_aanvraag" not in termijnen(lees_melding(dienst, {"id": weg["meldingId"]}))
    assert mutaties_aanvraag(dienst) == []
    assert probeer(dienst, weg, "elders", IC, inhoud).status_code == 409


@pytest.mark.regel("DEV-AAN-006")
def test_elders_voor_27_plus_is_een_afwijzing_langs_de_toetser(dienst: Dienst) -> None:
    alleen_melding = open_(dienst, meld(dienst))
    inhoud = {"instantie": "uwv", "uitleg": "U hebt recht op WW."}
    kan_niet = probeer(dienst, alleen_melding, "elders", IC, inhoud)
    assert kan_niet.json()["toetsen"][0]["voorwaarde"] == "aanvraag_bij_elders"
    aanvraag = open_(dienst, gescreend(dienst), *ALLES_GEDAAN)
    aanvraag = zet(dienst, aanvraag, "elders", IC, inhoud)
    (concept,) = aanvraag["concepten"]
    assert (aanvraag["status"], concept["dictum"], concept["ontbreekt"]) == ("in_behandeling", "afwijzing", [])
    assert "aanvraag_beslissen" in taken(aanvraag)
    besluit = zet(dienst, aanvraag, "besluiten", IC, {})
    verzonden = dienst.roep("POST", f"/besluiten/{besluit['id']}/bekendmakingen", IC, {"verzondenOp": "2026-04-02"})
    assert verzonden.json()["code"] == "niet_getoetst"
    assert "aanvraag_fiatteren" in taken(lees(dienst, aanvraag))
    assert berichten(dienst).count("verwezen_naar_elders") == 0


def test_de_klant_trekt_de_aanvraag_getekend_in(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst, persoon(dienst), persoon(dienst))
    reden = {"reden": "De klant heeft werk gevonden."}
    assert probeer(dienst, aanvraag, "intrekkingen", "receptie", reden).status_code == 400
    later = probeer(dienst, aanvraag, "intrekkingen", "receptie", reden | {"getekendOp": "2026-04-03"})
    assert later.json()["fouten"][0]["veld"] == "getekendOp"
    weg = zet(dienst, aanvraag, "intrekkingen", "receptie", reden | {"getekendOp": "2026-04-02"})
    assert (weg["status"], weg["intrekkingGetekendOp"], taken(weg)) == ("ingetrokken", "2026-04-02", [])
    assert [soort for soort, _ in mutaties_aanvraag(dienst)] == ["aanvraag_intrekking"] * 2
    assert probeer(dienst, weg, "concepten", IC, {"keuze": "afwijzen"}).json()["code"] == "verkeerde_status"


def test_een_intrekking_houdt_een_genomen_besluit_tegen(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst)
    aanvraag = zet(dienst, aanvraag, "concepten", IC, wens(aanvraag))
    besluit = zet(dienst, aanvraag, "besluiten", IC, {})
    weg = {"reden": "De klant heeft werk gevonden.", "getekendOp": "2026-04-02"}
    zet(dienst, lees(dienst, aanvraag), "intrekkingen", IC, weg)
    fiat = dienst.roep("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": True})
    assert fiat.json()["code"] == "verkeerde_status"


@pytest.mark.regel("DEV-DIG-011")
def test_na_het_huisbezoek_is_er_niets_meer_te_bewaken(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst)
    tot_verzonden(dienst, aanvraag, wens(aanvraag, keuze="tijdelijk_toekennen"))
    dienst.zet_klok("2026-05-04T12:00:00+02:00")
    bezoek = {"datum": "2026-05-04", "bevinding": "De woonsituatie is zoals opgegeven."}
    morgen = probeer(dienst, aanvraag, "huisbezoeken", IC, bezoek | {"datum": "2026-05-05"})
    assert morgen.status_code == 400
    na = zet(dienst, lees(dienst, aanvraag), "huisbezoeken", IC, bezoek)
    assert na["huisbezoekOp"] == "2026-05-04"
    assert "huisbezoek_doen" not in taken(na)
    taak = next(taak for taak in na["taken"] if taak["soort"] == "tijdelijke_toekenning_voortzetten")
    assert taak["uiterste"].startswith("2026-05-30")
    dienst.zet_klok("2026-06-02T12:00:00+02:00")
    assert "tijdelijke_toekenning_verlopen" not in taken(lees(dienst, aanvraag))


@pytest.mark.regel("DEV-JON-016", "DEV-JON-018", "DEV-JON-023")
def test_de_aanvraag_van_een_jongere(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst, persoon(dienst, "2004-01-01"))
    assert "werkproces_jolo" in taken(aanvraag)
    for fout in (
        {"nagekomen": False},
        {"nagekomen": False, "reden": "De jongere was ziek."},
        {"nagekomen": False, "reden": "De jongere was ziek.", "keuze": "hersteltermijn"},
        {"nagekomen": False, "reden": "De jongere was ziek.", "keuze": "beoordelen", "hersteltermijnTot": "2026-05-08"},
        {"nagekomen": True, "keuze": "beoordelen"},
        {"nagekomen": False, "reden": "Ziek geweest.", "keuze": "hersteltermijn", "hersteltermijnTot": "2026-04-02"},
        {"nagekomen": False, "reden": "Ziek geweest.", "keuze": "hersteltermijn", "hersteltermijnTot": "9999-12-31"},
    ):
        assert probeer(dienst, aanvraag, "zoekperiodeoordelen", IC, fout).status_code == 400
    te_vroeg = probeer(dienst, aanvraag, "hermeldingen", "receptie", {"datum": "2026-04-02"})
    assert te_vroeg.json()["fouten"][0]["veld"] == "datum"
    dienst.zet_klok("2026-04-29T12:00:00+02:00")
    laatste_dag = probeer(dienst, aanvraag, "hermeldingen", "receptie", {"datum": "2026-04-28"})
    assert laatste_dag.json()["fouten"][0]["veld"] == "datum"
    na = zet(dienst, lees(dienst, aanvraag), "hermeldingen", "receptie", {"datum": "2026-04-29"})
    assert (na["hermeldingOp"], "jongere_overdragen" in taken(na)) == ("2026-04-29", True)
    herstel = {
        "nagekomen": False,
        "reden": "De jongere was ziek.",
        "keuze": "hersteltermijn",
        "hersteltermijnTot": "2026-05-08",
    }
    na = zet(dienst, na, "zoekperiodeoordelen", IC, herstel)
    assert na["zoekperiodeoordelen"][0]["hersteltermijnTot"] == "2026-05-08"
    assert {rij["soort"] for rij in na["termijnen"]} >= {"beslistermijn_aanvraag", "zoekperiode"}
    assert "zoekperiode_beoordelen" not in [t["soort"] for t in lees_melding(dienst, {"id": na["meldingId"]})["taken"]]
    na = zet(dienst, na, "concepten", IC, wens(na))
    mist = {toets["voorwaarde"] for toets in na["concepten"][0]["ontbreekt"]}
    assert mist == {"zoekperiode_beoordeeld", "plan_bijgevoegd"}
    dienst.zet_klok("2026-05-09T12:00:00+02:00")
    na = lees(dienst, na)
    assert "hersteltermijn_beoordelen" in taken(na)
    na = zet(dienst, na, "zoekperiodeoordelen", IC, {"nagekomen": True})
    assert "hersteltermijn_beoordelen" not in taken(na)
    assert "jongerenloket_informeren" in taken(na)
    plan = document(dienst, na, "plan_van_aanpak")
    besluit = tot_verzonden(dienst, lees(dienst, na), wens(na), dag="2026-05-09")
    assert besluit["dictum"] == "toekenning"
    verzending = lees(dienst, na)["verzendingen"][0]
    assert (verzending["bijlagen"], verzending["cc"]) == ([plan], ["jolo@deventer.example"])


def test_de_zoekperiode_hoort_bij_een_jongere(dienst: Dienst) -> None:
    aanvraag = open_(dienst, meld(dienst))
    geen = probeer(dienst, aanvraag, "zoekperiodeoordelen", IC, {"nagekomen": True})
    assert geen.json()["code"] == "geen_jongere"
