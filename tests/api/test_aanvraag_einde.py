"""Nothing is left behind by the end of an aanvraag, and nothing gets stuck before it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from app.db.sessie import transactie
from app.domain.kern.rollen import Rol
from tests.steun.aanvraag import ALLES_GEDAAN, gescreend, lees, open_, probeer, stand, taken, vink, zet
from tests.steun.beschikking import (
    IC,
    TOELICHTING,
    document,
    fiatteer,
    klaar_om_te_beslissen,
    mutaties_aanvraag,
    verzend,
    wens,
)
from tests.steun.dienst import Dienst
from tests.steun.intake import gesprek, meld, persoon, plan
from tests.steun.intake import lees as lees_melding
from tests.steun.klanten import handelend

WEG = {"getekendOp": "2026-04-02", "reden": "De klant heeft werk gevonden."}


def rijen(dienst: Dienst, vraag: str, **waarden: Any) -> list[Any]:
    with transactie(dienst.state.sessies, handelend(Rol.FG)) as sessie:
        return [tuple(rij) for rij in sessie.execute(text(vraag), waarden)]


def test_wie_intrekt_krijgt_geen_herinnering_meer_en_zijn_voorschot_wordt_bekeken(dienst: Dienst) -> None:
    melding = gescreend(dienst, persoon(dienst, telefoon="06 12345678"), broodnood=True)
    geld = {"bedrag": 140000, "meegedeeld": True}
    na = dienst.doe("POST", f"/meldingen/{melding['id']}/voorschotten", IC, geld, versie=melding["versie"])
    aanvraag = open_(dienst, na, *ALLES_GEDAAN)
    pad = f"/meldingen/{melding['id']}/stukkenverzoeken"
    verzoek = dienst.doe("POST", pad, IC, {"stukken": ["Huurcontract"]})["stukkenverzoeken"][0]
    dienst.zet_klok("2026-04-14T12:00:00+02:00")
    versie = lees_melding(dienst, melding)["versie"]
    dienst.doe("POST", f"/stukkenverzoeken/{verzoek['id']}/aanvultermijnen", IC, {}, versie=versie)
    verkeerd = document(dienst, aanvraag, "bewijsstuk")
    aanvraag = zet(dienst, lees(dienst, aanvraag), "voorschotverzoeken", IC, {})
    weg = zet(dienst, aanvraag, "intrekkingen", IC, WEG)
    assert taken(weg) == ["voorschot_terugvorderen"]
    wacht = "SELECT count(*) FROM bericht WHERE onderwerp_id = :over AND status IN ('wachtend', 'af_te_drukken')"
    assert rijen(dienst, wacht, over=verzoek["id"]) == [(0,)]
    terug = dienst.doe("POST", f"/documenten/{verkeerd}/intrekkingen", "administratie", {"reden": "Van een ander."})
    assert terug["ingetrokkenOp"] is not None


@pytest.mark.regel("DEV-SCR-021")
def test_met_de_melding_trekt_de_klant_ook_het_werkproces_in(dienst: Dienst) -> None:
    eerste = meld(dienst)
    aanvraag = open_(dienst, eerste)
    inhoud = {"getekendOp": "2026-03-31"}
    versie = lees_melding(dienst, eerste)["versie"]
    dienst.doe("POST", f"/meldingen/{eerste['id']}/intrekkingen", "receptie", inhoud, versie=versie)
    na = lees(dienst, aanvraag)
    assert (na["status"], na["intrekkingGetekendOp"], taken(na)) == ("ingetrokken", "2026-03-31", [])
    melding = plan(dienst, meld(dienst), "2026-04-02T10:00:00+02:00")
    aanvraag = open_(dienst, melding)
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    melding = lees_melding(dienst, melding)
    uitkomst = gesprek(melding, uitkomst="ingetrokken", intrekkingGetekendOp="2026-04-02")
    pad = f"/meldingen/{melding['id']}/screeningen"
    dienst.doe("POST", pad, IC, uitkomst, versie=melding["versie"])
    na = lees(dienst, aanvraag)
    assert (na["status"], na["intrekkingGetekendOp"], taken(na)) == ("ingetrokken", "2026-04-02", [])
    assert [soort for soort, _ in mutaties_aanvraag(dienst)] == ["aanvraag_intrekking"] * 2


@pytest.mark.regel("DEV-AAN-014")
def test_een_besluit_dat_na_het_fiat_niet_weg_kan_wordt_opnieuw_genomen(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst)
    ver = probeer(dienst, aanvraag, "concepten", IC, wens(aanvraag, ingangsdatum="9999-12-31"))
    assert [fout["veld"] for fout in ver.json()["fouten"]] == ["ingangsdatum"]
    aanvraag = zet(dienst, lees(dienst, aanvraag), "concepten", IC, wens(aanvraag))
    oud = zet(dienst, aanvraag, "besluiten", IC, {})
    assert fiatteer(dienst, oud).status_code == 201
    heropen = {"nr": 10, "soort": "heropend", "reden": "De klant meldde nog inkomen."}
    assert probeer(dienst, aanvraag, "stappen", IC, heropen | {"nr": 9}).json()["code"] == "verkeerde_status"
    aanvraag = zet(dienst, lees(dienst, aanvraag), "stappen", IC, heropen)
    assert (aanvraag["status"], aanvraag["huidigeStap"]["nr"], stand(aanvraag)[11]) == ("in_behandeling", 10, "open")
    assert [soort for soort in taken(aanvraag) if soort.startswith("aanvraag_")] == ["aanvraag_beslissen"]
    aanvraag = zet(dienst, aanvraag, "toelichtingen", IC, TOELICHTING)
    assert verzend(dienst, oud, "2026-04-02").json()["code"] == "verkeerde_status"
    nieuw = zet(dienst, lees(dienst, aanvraag), "besluiten", IC, {})
    assert fiatteer(dienst, nieuw).status_code == 201
    assert verzend(dienst, oud, "2026-04-02").json()["code"] == "nieuwer_besluit"
    assert verzend(dienst, nieuw, "2026-04-02").status_code == 201
    dicht = probeer(dienst, aanvraag, "stappen", IC, heropen)
    assert dicht.json()["code"] == "verkeerde_status"
    assert len(mutaties_aanvraag(dienst)) == 1


def test_wie_een_document_opent_wordt_bij_iedereen_van_het_huishouden_vastgelegd(dienst: Dienst) -> None:
    aanvraag = open_(dienst, meld(dienst, persoon(dienst), persoon(dienst)))
    nummer = document(dienst, aanvraag, "bewijsstuk")
    beiden = {wie["klantId"] for wie in aanvraag["personen"]}
    for pad in (f"/documenten/{nummer}/inhoud", f"/aanvragen/{aanvraag['id']}/documenten"):
        assert dienst.roep("GET", pad, "toetser").status_code == 200
    vraag = "SELECT handeling, klant_id FROM verwerking WHERE uitkomst = 'gelezen' AND 'toetser' = ANY(rollen)"
    gelezen = rijen(dienst, vraag)
    per_handeling = {naam: {str(wie) for soort, wie in gelezen if soort == naam} for naam, _ in gelezen}
    assert list(per_handeling.values()) == [beiden, beiden]


def test_de_bevinding_van_het_huisbezoek_is_voor_wie_het_rapport_leest(dienst: Dienst) -> None:
    aanvraag = open_(dienst, meld(dienst))
    bezoek = {"datum": "2026-03-31", "bevinding": "De klant woont er alleen."}
    na = zet(dienst, aanvraag, "huisbezoeken", IC, bezoek)
    assert na["huisbezoekBevinding"] == "De klant woont er alleen."
    assert lees(dienst, aanvraag, "receptie")["huisbezoekBevinding"] is None
    te_lang = {"instantie": "uwv", "uitleg": "x" * 501}
    assert probeer(dienst, aanvraag, "elders", IC, te_lang).status_code == 400
    assert vink(dienst, na, 2, "receptie", "afspraak_gemaakt")["huisbezoekOp"] == "2026-03-31"
