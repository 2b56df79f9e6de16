"""Ontheffingen and nadere verplichtingen over HTTP: bounds, signals, correction, and what they mean for a maatregel."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.domain.kern.norm import Leefvorm
from app.domain.kern.rollen import Rol
from app.services.verplichting.vragen import nadere_verplichtingen_voor
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.klanten import ingedeeld, taken
from tests.steun.maatregelzaak import PLAN, ZAAK

IC = Rol.INKOMENSCONSULENT
BESLUIT = {"besluitKenmerk": "2026-B-1", "besluitDatum": "2026-03-30", "van": "2026-04-01", "tot": "2027-04-01"}
TIJDELIJK = BESLUIT | {"soort": "tijdelijk", "plichten": ["arbeidsplicht"]}
OUDER = BESLUIT | {"soort": "alleenstaande_ouder", "kindGeborenOp": "2025-06-01"}
NADERE = BESLUIT | {"soort": "arbeidsinschakeling", "inhoud": "De klant volgt de training Werkfit tot het einde."}


def geef(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.doe("POST", f"/klanten/{klant}/ontheffingen", IC, TIJDELIJK | anders)


def soorten(dienst: Dienst, klant: str) -> list[str]:
    return [taak.soort for taak in taken(dienst, klant)]


def test_van_vastleggen_tot_het_signaal_voor_het_einde(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    pad = f"/klanten/{klant}/ontheffingen"
    fout = dienst.roep("POST", pad, IC, TIJDELIJK | {"besluitDatum": "2026-04-01", "tot": "2026-04-01"})
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"besluitDatum", "tot"}
    ontheffing = geef(dienst, klant)
    assert (ontheffing["stand"], ontheffing["grondslag"]["tekst"]) == ("komend", "artikel 9, lid 2, Participatiewet")
    dubbel = dienst.roep("POST", pad, IC, TIJDELIJK | {"tot": "2026-10-01"})
    assert [toets["voorwaarde"] for toets in dubbel.json()["toetsen"]] == ["geen_overlap"]
    dienst.zet_klok("2026-12-31T12:00:00+01:00")
    assert soorten(dienst, klant) == [], "de dag ervoor nog niet"
    dienst.zet_klok("2027-01-01T12:00:00+01:00")
    [signaal] = taken(dienst, klant)
    assert (signaal.soort, str(signaal.uiterste_dag), signaal.rol) == ("ontheffing_eindigt", "2027-03-31", IC)
    gezien = dienst.doe("GET", f"/klanten/{klant}/verplichtingen", "toetser")
    assert [regel["stand"] for regel in gezien["ontheffingen"]] == ["lopend"]
    assert dienst.roep("GET", f"/klanten/{klant}/verplichtingen", "teamleider").status_code == 403
    [in_beeld] = dienst.doe("GET", f"/klanten/{klant}/klantbeeld", "werkconsulent")["ontheffingen"]
    assert (in_beeld["plichten"], in_beeld["tot"]) == (["arbeidsplicht"], "2027-04-01")
    assert in_beeld["bron"] == {"soort": "ontheffing", "id": ontheffing["id"], "datum": "2026-03-30"}
    assert dienst.doe("GET", f"/klanten/{klant}/klantbeeld", "receptie")["ontheffingen"] == []

    pad = f"/ontheffingen/{ontheffing['id']}"
    versie = ontheffing["versie"]
    later = {"tot": "2027-04-01", "reden": "Kan niet."}
    assert dienst.roep("POST", f"{pad}/beeindigingen", IC, later, versie=versie).json()["code"] == "eindigt_al"
    assert (
        dienst.roep("POST", f"{pad}/beeindigingen", IC, later | {"tot": "2026-04-01"}, versie=versie).status_code == 400
    )
    eerder = dienst.doe("POST", f"{pad}/beeindigingen", IC, later | {"tot": "2027-02-01"}, versie=versie)
    assert [str(taak.uiterste_dag) for taak in taken(dienst, klant)] == ["2027-01-31"], "het signaal schuift mee"
    weg = {"reden": "Bij de verkeerde klant vastgelegd."}
    assert dienst.roep("POST", f"{pad}/intrekkingen", IC, weg, versie=versie).status_code == 412
    weg_gehaald = dienst.doe("POST", f"{pad}/intrekkingen", IC, weg, versie=eerder["versie"])
    assert (weg_gehaald["stand"], soorten(dienst, klant)) == ("ingetrokken", [])
    nog_eens = dienst.roep("POST", f"{pad}/intrekkingen", IC, weg, versie=weg_gehaald["versie"])
    assert nog_eens.json()["code"] == "al_ingetrokken"
    assert geef(dienst, klant)["stand"] == "lopend", "wat is ingetrokken, telt niet als overlap"


def test_een_alleenstaande_ouder_krijgt_een_plan_en_herbeoordelingen(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen", leefvorm=Leefvorm.ALLEENSTAANDE_OUDER)
    ontheffing = geef(dienst, klant, **(OUDER | {"plichten": []}))
    assert ontheffing["plichten"] == ["arbeidsplicht", "tegenprestatie"]
    assert soorten(dienst, klant) == ["ontheffing_plan_opstellen"]
    pad = f"/ontheffingen/{ontheffing['id']}"
    tekst = "De scholing loopt volgens plan en het kind is nog klein."
    oordeel = {"pastNog": True, "toelichting": tekst}
    vroeg = dienst.roep("POST", f"{pad}/beoordelingen", IC, oordeel, versie=ontheffing["versie"])
    assert vroeg.status_code == 400, "voor het begin valt er niets te beoordelen"

    dienst.zet_klok("2026-08-31T12:00:00+02:00")
    plan = dienst.doe("POST", f"/klanten/{klant}/plannen", "werkconsulent", PLAN | {"evaluatiedatum": "2026-10-31"})
    teken = {"versieNr": 1, "wijze": "papier", "datum": "2026-08-31", "bewijs": "scan-1"}
    dienst.doe("POST", f"/plannen/{plan['id']}/ondertekeningen", "werkconsulent", teken)
    assert "ontheffing_plan_opstellen" not in soorten(dienst, klant), "het plan is er"
    assert "ontheffing_herbeoordelen" not in soorten(dienst, klant)
    dienst.zet_klok("2026-09-01T12:00:00+02:00")
    assert "ontheffing_herbeoordelen" in soorten(dienst, klant)
    gezien = dienst.doe("POST", f"{pad}/beoordelingen", IC, oordeel, versie=ontheffing["versie"])
    assert "ontheffing_herbeoordelen" not in soorten(dienst, klant)
    korter = {"tot": "2027-03-15", "reden": "Het kind gaat eerder naar school."}
    gezien = dienst.doe("POST", f"{pad}/beeindigingen", IC, korter, versie=gezien["versie"])
    dienst.zet_klok("2027-02-10T12:00:00+01:00")
    assert {"ontheffing_herbeoordelen", "ontheffing_eindigt"} <= set(soorten(dienst, klant))
    assert "ontheffing_plan_opstellen" not in soorten(dienst, klant)
    klaar = dienst.doe("POST", f"{pad}/beoordelingen", IC, oordeel | {"pastNog": False}, versie=gezien["versie"])
    assert [deel["pastNog"] for deel in klaar["beoordelingen"]] == [True, False]
    assert "ontheffing_herzien" in soorten(dienst, klant)
    ander = geef(dienst, ingedeeld(dienst, "matchen"))
    geweigerd = dienst.roep("POST", f"/ontheffingen/{ander['id']}/beoordelingen", IC, oordeel, versie=1)
    assert geweigerd.json()["code"] == "geen_herbeoordeling"
    tweede = OUDER | {"plichten": [], "van": "2027-05-01", "tot": "2028-05-01"}
    opnieuw = dienst.roep("POST", f"/klanten/{klant}/ontheffingen", IC, tweede)
    assert [toets["voorwaarde"] for toets in opnieuw.json()["toetsen"]] == ["eenmalig"]


@pytest.mark.regel("DEV-MTR-502")
def test_een_ontheven_plicht_kan_niet_worden_geschonden(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    geef(dienst, klant)
    dienst.zet_klok("2026-05-20T10:00:00+02:00")
    zaak = ZAAK | {"klantId": klant, "gedraging": "onvoldoende_sollicitaties"}
    geweigerd = dienst.roep("POST", "/maatregelzaken", "werkconsulent", zaak | {"gedragingDatum": "2026-04-01"})
    assert [toets["voorwaarde"] for toets in geweigerd.json()["toetsen"]] == ["plicht_niet_ontheven"]
    ander = dienst.roep("POST", "/maatregelzaken", "werkconsulent", ZAAK | {"klantId": klant})
    assert ander.status_code == 201, "van het plan van aanpak is de klant niet ontheven"
    gereed = dienst.doe("GET", f"/maatregelzaken/{ander.json()['id']}/gereedheid", IC)
    [toets] = [t for t in gereed["voorAdvies"] if t["voorwaarde"] == "plicht_niet_ontheven"]
    assert (toets["uitkomst"], toets["feiten"]["lopende_ontheffingen"]) == ("voldaan", ["tijdelijk"])
    dag_ervoor = zaak | {"gedragingDatum": "2026-03-31"}
    assert dienst.roep("POST", "/maatregelzaken", "werkconsulent", dag_ervoor).status_code == 201


@pytest.mark.regel("DEV-MTR-532")
def test_een_nadere_verplichting_telt_vanaf_na_haar_besluit(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    pad = f"/klanten/{klant}/nadere-verplichtingen"
    terug = dienst.roep("POST", pad, IC, NADERE | {"van": "2026-03-01"})
    assert [toets["voorwaarde"] for toets in terug.json()["toetsen"]] == ["niet_voor_besluit"]
    plicht = dienst.doe("POST", pad, "administratie", NADERE | {"van": "2026-03-30"})
    assert (plicht["stand"], plicht["grondslag"]["tekst"]) == ("lopend", "artikel 55, Participatiewet")
    [in_beeld] = dienst.doe("GET", f"/klanten/{klant}/klantbeeld", "werkconsulent")["nadereVerplichtingen"]
    assert (in_beeld["inhoud"], in_beeld["bron"]["id"]) == (NADERE["inhoud"], plicht["id"])

    def gold(dag: str) -> bool:
        with als(dienst, IC) as h:
            return bool(nadere_verplichtingen_voor(h, UUID(klant), h.vandaag.fromisoformat(dag)))

    assert [gold(f"2026-03-{dag}") for dag in (29, 30, 31)] == [False, False, True]
    dienst.zet_klok("2026-05-20T10:00:00+02:00")
    vast = ZAAK | {"klantId": klant, "gedraging": "overige_verplichtingen_art_55"}

    def bewezen(dag: str) -> str:
        zaak = dienst.doe("POST", "/maatregelzaken", "werkconsulent", vast | {"gedragingDatum": dag})
        gereed = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/gereedheid", IC)
        return next(
            str(toets["uitkomst"]) for toets in gereed["voorAdvies"] if toets["voorwaarde"] == "bewijs_volledig"
        )

    assert (bewezen("2026-03-30"), bewezen("2026-03-31")) == ("niet_voldaan", "voldaan")
    weg = f"/nadere-verplichtingen/{plicht['id']}"
    einde = {"tot": "2026-06-01", "reden": "De training is klaar."}
    korter = dienst.doe("POST", f"{weg}/beeindigingen", IC, einde, versie=plicht["versie"])
    assert (korter["tot"], "nadere_verplichting_eindigt" in soorten(dienst, klant)) == ("2026-06-01", True)
    fout = {"reden": "Verkeerde klant."}
    dienst.doe("POST", f"{weg}/intrekkingen", IC, fout, versie=korter["versie"])
    assert (gold("2026-03-31"), "nadere_verplichting_eindigt" in soorten(dienst, klant)) == (False, False)
    [over] = dienst.doe("GET", f"/klanten/{klant}/verplichtingen", "fg")["nadereVerplichtingen"]
    assert (over["stand"], over["redenIntrekking"]) == ("ingetrokken", "Verkeerde klant.")
