"""From preparing the screening to the consulent who confirms the handover, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from app.db.taak import Taakstatus
from app.domain.kern.leefgebied import Leefgebied
from tests.steun.afspraak import nodig_uit, plan_bijeenkomst
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.indeling import GESPREK, besluit, deel_in, klaar, nieuw, screen, spreek, stel_voor, vul_format_in
from tests.steun.intake import meld, persoon, plan
from tests.steun.intake import screen as rond_screening_af
from tests.steun.klanten import rij, taken

IC, IN = "inkomensconsulent", "intaker"


@pytest.mark.regel("DEV-SCR-003")
@pytest.mark.regel("DEV-SCR-014")
def test_de_screening_wordt_voorbereid(dienst: Dienst) -> None:
    wie = persoon(dienst)
    eerste = plan(dienst, meld(dienst, wie), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    dienst.doe("POST", f"/meldingen/{eerste['id']}/no-shows", IC, {}, versie=eerste["versie"])
    tweede = meld(dienst, wie)
    pad = f"/meldingen/{tweede['id']}"
    leeg = dienst.doe("GET", f"{pad}/voorbereiding", IC)
    assert {toets["uitkomst"] for toets in leeg["checklist"]} == {"niet_voldaan"}
    (historie,) = leeg["personen"]
    assert [melding["id"] for melding in historie["meldingen"]] == [eerste["id"]]
    assert [moment[:10] for moment in historie["noShows"]] == ["2026-04-02"]
    opdracht: dict[str, Any] = {
        "formulierGelezen": True,
        "ontbrekendeDelen": ["vermogen"],
        "bronnen": [{"code": "suwi", "bevinding": "Geen dienstverband."}],
    }
    fout = dienst.roep("POST", f"{pad}/voorbereidingen", IC, opdracht | {"bronnen": [{"code": "facebook"}]})
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["bronnen.0.code"]
    dienst.doe("POST", f"{pad}/voorbereidingen", IC, {"formulierGelezen": True})
    klaar_ = dienst.doe("POST", f"{pad}/voorbereidingen", IC, opdracht)
    gedaan = [toets["voorwaarde"] for toets in klaar_["checklist"] if toets["uitkomst"] == "voldaan"]
    assert gedaan == ["formulier_gelezen", "bron_suwi"]
    leidraad = dienst.doe("GET", f"/klanten/{historie['klantId']}/gespreksleidraad?soort=screening", IC)
    assert [thema["code"] for thema in leidraad["themas"]] == ["hulpvraag", "vermogen"]
    assert dienst.roep("GET", f"/meldingen/{historie['klantId']}/voorbereiding", IC).status_code == 404


@pytest.mark.regel("DEV-AMB-005")
@pytest.mark.regel("DEV-AMB-006")
@pytest.mark.regel("DEV-AMB-007")
@pytest.mark.regel("DEV-AMB-014")
def test_het_ambitiegesprek_wordt_uit_het_dossier_voorbereid(dienst: Dienst) -> None:
    melding = plan(dienst, meld(dienst, persoon(dienst, "2003-01-01", kenmerken=["lvb"])), "2026-04-02T10:00:00+02:00")
    klant_id = melding["personen"][0]["klantId"]
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    melding = rond_screening_af(dienst, melding, broodnood=True, dreigendeUithuiszetting=True)
    pad = f"/klanten/{klant_id}/ambitiegesprekvoorbereiding"
    gezien = dienst.doe("GET", pad, IN)
    zaken = {zaak["spoedzaak"]: zaak["afhandeling"] for zaak in gezien["spoedzaken"]}
    assert zaken == {"broodnood": None, "dreigende_uithuiszetting": None}
    assert (gezien["route"], gezien["informatieverzoek"]) == ("jongeren", "open")
    assert {c["code"]: c["aanwezig"] for c in gezien["controles"]}["financiele_situatie"] is True
    assert any("praktijkonderwijs" in punt for punt in gezien["aandachtspunten"])
    dienst.doe("POST", f"/klanten/{klant_id}/gesprekken", IN, {"soort": "ambitiegesprek"})
    assert [taak.soort for taak in taken(dienst, klant_id)].count("informatie_opvragen_lvb") == 1
    (voorschot,) = (taak for taak in taken(dienst, klant_id) if taak.soort == "voorschot_regelen")
    gedaan = {"resultaat": "Voorschot is overgemaakt."}
    dienst.doe("POST", f"/taken/{voorschot.id}/afhandelingen", IC, gedaan, versie=voorschot.versie)
    assert dienst.doe("GET", pad, IN)["spoedzaken"][0]["afhandeling"] == "Voorschot is overgemaakt."
    gesprek: dict[str, Any] = {
        "datum": "2026-04-02",
        "opening": {"doel": True, "tijd": True, "vasteContactpersoonLater": False},
        "spoedafhandelingen": [{"spoedzaak": "dreigende_uithuiszetting", "afhandeling": "BAD belt vandaag."}],
        "leefgebiedenBesproken": [gebied.value for gebied in Leefgebied if gebied is not Leefgebied.WONEN],
        "studieplicht": {"besluit": "niet_opgelegd", "reden": "Heeft een startkwalificatie."},
    }
    eerste = spreek(dienst, klant_id, **gesprek)
    mis = {toets["voorwaarde"] for toets in eerste["waarschuwingen"]}
    verwacht = {"opening_besproken", "spoedzaken_afgehandeld", "leefgebieden_besproken", "financiele_stress_gewogen"}
    assert verwacht <= mis
    assert eerste["spoedafhandelingen"] == gesprek["spoedafhandelingen"]
    assert dienst.doe("GET", pad, IN)["spoedzaken"][1]["afhandeling"] == "BAD belt vandaag."
    gesprek["opening"]["vasteContactpersoonLater"] = True
    gesprek["spoedafhandelingen"] += [{"spoedzaak": "broodnood", "afhandeling": "Voorschot betaald."}]
    gesprek["nietBesproken"] = [{"leefgebied": "wonen", "reden": "Wilde de klant niet."}]
    gesprek["financieleStress"] = {"weegtMee": True, "toelichting": "Slaapt slecht door de huurschuld."}
    goed = spreek(dienst, klant_id, redenVervolggesprek="Aanvulling.", **gesprek)
    laatste = dienst.doe("GET", f"/klanten/{klant_id}/ambitieafronding", IN)["gesprekId"]
    assert laatste == goed["id"], "van twee gesprekken van hetzelfde moment telt het laatste"
    assert verwacht & {toets["voorwaarde"] for toets in goed["waarschuwingen"]} == set()
    assert goed["financieleStress"] == gesprek["financieleStress"]
    dubbel = gesprek | {"spoedafhandelingen": gesprek["spoedafhandelingen"][:1] * 2}
    assert dienst.roep("POST", f"/klanten/{klant_id}/ambitiegesprekken", IN, GESPREK | dubbel).status_code == 400


@pytest.mark.regel("DEV-AMB-004")
@pytest.mark.regel("DEV-AMB-012")
def test_zonder_verslag_geen_overdracht_en_de_ontvanger_bevestigt(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    screen(dienst, klant_id)
    pad = f"/klanten/{klant_id}/ambitieafronding"
    leeg = dienst.doe("GET", pad, IN)
    assert (leeg["gesprekId"], leeg["volledig"], leeg["overdrachten"]) == (None, False, [])
    verslag = {"tekst": "Gemotiveerd, snel inzetbaar."}
    assert dienst.roep("POST", f"/klanten/{klant_id}/ambitieverslagen", IN, verslag).status_code == 409
    vul_format_in(dienst, klant_id)
    zonder = {veld: waarde for veld, waarde in GESPREK.items() if veld != "verslag"}
    dienst.doe("POST", f"/klanten/{klant_id}/ambitiegesprekken", IN, zonder)
    voorstel = stel_voor(dienst, klant_id)
    geweigerd = besluit(dienst, klant_id, voorstel)
    assert [toets["voorwaarde"] for toets in geweigerd.json()["toetsen"]] == ["verslag_aanwezig"]
    dienst.doe("POST", f"/klanten/{klant_id}/ambitieverslagen", IN, {"tekst": "Nog een"})
    assert dienst.doe("POST", f"/klanten/{klant_id}/ambitieverslagen", IN, verslag)["verslag"] == verslag["tekst"]
    assert besluit(dienst, klant_id, voorstel).status_code == 201
    stand = dienst.doe("GET", pad, IN)
    open_ = [toets["voorwaarde"] for toets in stand["toetsen"] if toets["uitkomst"] != "voldaan"]
    assert (open_, stand["volledig"]) == (["kick_off_uitgenodigd"], False)
    (overdracht,) = stand["overdrachten"]
    assert overdracht["ontvangerId"] == str(medewerker_id("werkconsulent")) == str(rij(dienst, klant_id).consulent_id)
    assert [t.eigenaar_id for t in taken(dienst, klant_id) if t.soort == "overdracht_bevestigen"] == [
        medewerker_id("werkconsulent")
    ]
    weg = f"/overdrachten/{overdracht['id']}/bevestigingen"
    versie = overdracht["versie"]
    for rol, nummer in ((IC, 1), ("werkconsulent", 2)):
        assert dienst.roep("POST", weg, rol, {}, versie=versie, nummer=nummer).status_code == 403
    ontvangen = dienst.doe("POST", weg, "werkconsulent", {"opmerking": "Bel morgen."}, versie=versie)
    assert ontvangen["bevestigdDoor"] == str(medewerker_id("werkconsulent"))
    assert "overdracht_bevestigen" in [taak.soort for taak in taken(dienst, klant_id, Taakstatus.GEDAAN)]
    assert dienst.roep("POST", weg, "werkconsulent", {}, versie=versie + 1).status_code == 409


@pytest.mark.regel("DEV-AMB-004")
def test_met_een_uitnodiging_voor_de_kick_off_is_het_volledig(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    groep = deel_in(dienst, klant_id)["klantgroep"]
    nodig_uit(dienst, plan_bijeenkomst(dienst, groep), klant_id)
    stand = dienst.doe("GET", f"/klanten/{klant_id}/ambitieafronding", IN)
    assert stand["volledig"] is True
