"""Activiteiten, wisseloverwegingen and trajecten over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.indeling import FACILITEREN, ZORGEN, besluit, deel_in, klaar, mis, stel_voor
from tests.steun.klanten import ingedeeld, rij, taken

WERK: dict[str, Any] = {
    "soort": "betaald_werk",
    "start": "2026-03-30",
    "urenPerWeek": 10,
    "urenUitbreidbaar": True,
    "zelfGevonden": True,
}
VRIJWILLIG: dict[str, Any] = {"soort": "vrijwilligerswerk", "start": "2026-03-30", "urenPerWeek": 20}
RUSTIG = dict.fromkeys(
    (
        "zingeving", "wonen", "financien", "sociale_relaties", "lichamelijke_gezondheid", "psychische_gezondheid",
        "werk_en_activiteiten",
    ),
    "geen",
)  # fmt: skip
GEEN_WISSEL = {"uitkomst": "niet_wisselen", "motivering": "Het is nog te pril."}


def leg_vast(dienst: Dienst, klant_id: str, inhoud: dict[str, Any]) -> Any:
    return dienst.doe("POST", f"/klanten/{klant_id}/activiteiten", "inkomensconsulent", inhoud)


def overwegingen(dienst: Dienst, klant_id: str) -> list[Any]:
    pad = f"/klanten/{klant_id}/wisseloverwegingen"
    gevonden: list[Any] = dienst.doe("GET", pad, "inkomensconsulent")["wisseloverwegingen"]
    return gevonden


def standen(dienst: Dienst, klant_id: str) -> list[tuple[str, str]]:
    return sorted((regel["aanleiding"], regel["status"]) for regel in overwegingen(dienst, klant_id))


def beoordeel(dienst: Dienst, overweging: Any, opdracht: dict[str, Any]) -> Any:
    pad = f"/wisseloverwegingen/{overweging['id']}/beoordeling"
    return dienst.roep("POST", pad, "inkomensconsulent", opdracht, versie=overweging["versie"])


def soorten(dienst: Dienst, klant_id: str) -> set[str]:
    return {taak.soort for taak in taken(dienst, klant_id)}


@pytest.mark.regel("DEV-KGR-508")
def test_van_faciliteren_naar_groeien_pas_na_een_oordeel_en_een_indeling(dienst: Dienst) -> None:
    klant_id = klaar(dienst, FACILITEREN)
    deel_in(dienst, klant_id)
    leg_vast(dienst, klant_id, VRIJWILLIG)
    dienst.doe(
        "POST",
        f"/klanten/{klant_id}/leefgebiedoordelen",
        "inkomensconsulent",
        {"datum": "2026-03-31", "problemen": RUSTIG},
    )
    assert standen(dienst, klant_id) == [("vrijwilligerswerk_veel_uren", "open")]
    taak = next(taak for taak in taken(dienst, klant_id) if taak.soort == "doorstroom_faciliteren")
    assert (taak.rol, taak.eigenaar_id) == (Rol.INKOMENSCONSULENT, medewerker_id("inkomensconsulent"))
    assert rij(dienst, klant_id).klantgroep == "faciliteren"

    (eerste,) = overwegingen(dienst, klant_id)
    antwoord = beoordeel(dienst, eerste, GEEN_WISSEL)
    assert (antwoord.status_code, antwoord.json()["uitkomst"]) == (201, "niet_wisselen")
    assert "doorstroom_faciliteren" not in soorten(dienst, klant_id)
    wissel = {"uitkomst": "wisselen", "motivering": "Toch wel: de klant is arbeidsgeschikter."}
    hersteld = beoordeel(dienst, antwoord.json(), wissel).json()
    assert "wissel_uitvoeren" in soorten(dienst, klant_id)
    leg_vast(dienst, klant_id, VRIJWILLIG | {"soort": "mantelzorg"})
    assert standen(dienst, klant_id) == [("vrijwilligerswerk_veel_uren", "besloten")]

    indeling = deel_in(
        dienst,
        klant_id,
        feiten={"verwachteTermijnMaanden": 12, "ontwikkelpotentieel": "voldoende", "arbeidspotentieel": "weinig"},
        motivering="Vrijwilligerswerk gaat goed.",
        wissel={"grond": "vrijwilligerswerk_arbeidsgeschikter"},
    )
    (gesloten,) = overwegingen(dienst, klant_id)
    assert (gesloten["indelingId"], gesloten["motivering"]) == (indeling["id"], wissel["motivering"])
    assert "wissel_uitvoeren" not in soorten(dienst, klant_id)
    assert "kick_off_plannen" in soorten(dienst, klant_id)
    assert beoordeel(dienst, gesloten, GEEN_WISSEL).json()["code"] == "overweging_gesloten"
    assert hersteld["uitkomst"] == "wisselen"


@pytest.mark.regel("DEV-KGR-508")
def test_werk_dat_zes_maanden_duurt_staat_pas_dan_in_de_werkvoorraad(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "faciliteren")
    werk = leg_vast(dienst, klant_id, WERK)
    (gepland,) = overwegingen(dienst, klant_id)
    assert (gepland["aanleiding"], gepland["vanaf"]) == ("betaald_werk_behouden", "2026-09-30")
    assert beoordeel(dienst, gepland, GEEN_WISSEL).json()["code"] == "overweging_te_vroeg"
    for moment, zichtbaar in (("2026-09-29", False), ("2026-09-30", True), ("2026-10-01", True)):
        dienst.zet_klok(f"{moment}T09:00:00+02:00")
        assert ("doorstroom_faciliteren" in soorten(dienst, klant_id)) is zichtbaar

    minder = {"vanaf": "2026-09-01", "urenPerWeek": 9.5}
    pad = f"/activiteiten/{werk['id']}/standen"
    antwoord = dienst.doe("POST", pad, "inkomensconsulent", minder, versie=werk["versie"])
    assert [stand["urenPerWeek"] for stand in antwoord["standen"]] == [10, 9.5]
    assert standen(dienst, klant_id) == [("betaald_werk_behouden", "vervallen")]
    assert soorten(dienst, klant_id) == set()
    hersteld = {"vanaf": "2026-09-01", "urenPerWeek": 20, "urenUitbreidbaar": True}
    antwoord = dienst.doe("POST", pad, "inkomensconsulent", hersteld, versie=antwoord["versie"])
    assert [stand["urenPerWeek"] for stand in antwoord["standen"]] == [10, 20]
    assert ("betaald_werk_veel_uren", "open") in standen(dienst, klant_id)
    fout = dienst.roep("POST", pad, "inkomensconsulent", hersteld | {"vanaf": "2026-10-02"}, versie=antwoord["versie"])
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["vanaf"]

    weg = dienst.doe(
        "POST",
        f"/activiteiten/{werk['id']}/intrekking",
        "inkomensconsulent",
        {"reden": "Verkeerde klant."},
        versie=antwoord["versie"],
    )
    assert {status for _, status in standen(dienst, klant_id)} == {"vervallen"}
    wijziging = {"einde": "2026-09-01"}
    pad = f"/activiteiten/{werk['id']}"
    antwoord = dienst.roep("PATCH", pad, "inkomensconsulent", wijziging, versie=weg["versie"])
    assert antwoord.json()["code"] == "activiteit_ingetrokken"


def test_een_activiteit_herstellen_en_wie_het_mag_zien(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "groeien")
    pad = f"/klanten/{klant_id}/activiteiten"
    fout = dienst.roep("POST", pad, "werkconsulent", WERK | {"start": "2026-04-01", "einde": "2026-03-01"})
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["start", "einde"]
    werk = dienst.doe(
        "POST", pad, "werkconsulent", WERK | {"omschrijving": "Bij bakker Jansen", "inkomenPerMaand": 50000}
    )
    eigen = f"/activiteiten/{werk['id']}"
    assert dienst.roep("PATCH", eigen, "werkconsulent", {"start": None}, versie=1).status_code == 400
    assert dienst.roep("PATCH", eigen, "werkconsulent", {"einde": "2026-03-31"}, versie=9).status_code == 412
    nieuw = dienst.doe("PATCH", eigen, "werkconsulent", {"start": "2026-03-02", "einde": "2026-04-30"}, versie=1)
    assert (nieuw["start"], nieuw["einde"], nieuw["versie"]) == ("2026-03-02", "2026-04-30", 2)
    (gelezen,) = dienst.doe("GET", pad, "teamleider")["activiteiten"]
    assert gelezen == nieuw
    assert dienst.roep("GET", pad, "receptie").status_code == 403
    assert dienst.roep("GET", pad, "werkconsulent", organisatie="weert").status_code == 404
    tijdlijn = str(dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker"))
    assert "activiteit.gewijzigd" in tijdlijn
    assert not any(woord in tijdlijn for woord in ("Jansen", "50000"))
    oordelen = f"/klanten/{klant_id}/leefgebiedoordelen"
    morgen = {"datum": "2026-04-01", "problemen": RUSTIG}
    assert dienst.roep("POST", oordelen, "werkconsulent", morgen).status_code == 400
    dienst.doe("POST", oordelen, "werkconsulent", morgen | {"datum": "2026-03-31"})
    assert dienst.doe("GET", oordelen, "fg")["leefgebiedoordelen"][0]["problemen"] == RUSTIG


@pytest.mark.regel("DEV-KGR-510", "DEV-KGR-513")
def test_een_klant_in_zorgen_wordt_beoordeeld_en_nergens_toe_verplicht(dienst: Dienst) -> None:
    klant_id = klaar(dienst, ZORGEN)
    deel_in(dienst, klant_id)
    pad = f"/klanten/{klant_id}/wisseloverwegingen"
    gemeld = dienst.doe("POST", pad, "inkomensconsulent", {"aanleiding": "motivatie_ontstaan"})
    assert (gemeld["voorgesteld"], gemeld["klantgroep"]) == ("faciliteren", "zorgen")
    dubbel = dienst.roep("POST", pad, "inkomensconsulent", {"aanleiding": "motivatie_ontstaan"})
    assert dubbel.json()["code"] == "overweging_loopt"
    leg_vast(dienst, klant_id, WERK | {"inkomenPerMaand": 40_000})
    assert ("werk_onder_norm", "open") in standen(dienst, klant_id)
    leg_vast(dienst, klant_id, WERK | {"inkomenPerMaand": 300_000})
    assert ("werk_onder_norm", "vervallen") in standen(dienst, klant_id)
    assert "einde_uitkering_beoordelen" in soorten(dienst, klant_id)

    doel = {
        "omschrijving": "Ik wil meedoen",
        "leefgebieden": ["zingeving"],
        "acties": [{"wat": "Koffie schenken", "wie": "klant", "uiterlijk": "2026-06-01"}],
    }
    plan = {
        "soort": "mijn_doel_actieplan",
        "doelen": [doel],
        "verplichtingen": ["voorziening_gebruiken"],
        "evaluatiedatum": "2026-07-01",
        "overlegOp": "2026-03-31",
        "wijzeVanBereiken": "Met hulp van het buurthuis.",
        "eigenRol": "Ik help elke week een middag.",
    }
    concept = dienst.doe("POST", f"/klanten/{klant_id}/plannen", "inkomensconsulent", plan)
    tekenen = {"versieNr": 1, "wijze": "papier", "datum": "2026-03-31", "bewijs": "scan-1", "door": "klant"}
    getekend = dienst.roep("POST", f"/plannen/{concept['id']}/ondertekeningen", "inkomensconsulent", tekenen, versie=1)
    assert mis(getekend) == ["deelname_vrijwillig"]
    zaak = {
        "klantId": klant_id,
        "gedraging": "werken_aan_de_toekomst_niet_volgen",
        "gedragingDatum": "2026-03-31",
        "meldingDatum": "2026-03-30",
    }
    assert "klantgroep" in mis(dienst.roep("POST", "/maatregelzaken", "inkomensconsulent", zaak))


@pytest.mark.regel("DEV-KGR-017")
def test_een_wissel_overwegen_met_advies_van_de_bedrijfsarts(dienst: Dienst) -> None:
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": 12})
    deel_in(dienst, klant_id, twijfel={"middelen": ["diagnose_instrument"]})
    pad = f"/klanten/{klant_id}/wisseloverwegingen"
    assert mis(dienst.roep("POST", pad, "werkconsulent", {"aanleiding": "ontwikkeling"})) == ["ontwikkeling_omschreven"]
    ziek = {"aanleiding": "ontwikkeling", "omschrijving": "De klant is veel minder belastbaar."}
    ontwikkeling = dienst.doe("POST", pad, "werkconsulent", ziek)
    eigen = f"/wisseloverwegingen/{ontwikkeling['id']}"
    fout = dienst.roep("PATCH", eigen, "werkconsulent", {"onderzoekOntvangenOp": "2026-03-31"}, versie=1)
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["onderzoekOntvangenOp", "onderzoekAdvies"]
    fout = dienst.roep("PATCH", eigen, "werkconsulent", {"onderzoekGevraagdOp": "2026-04-01"}, versie=1)
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["onderzoekGevraagdOp"]
    gevraagd = dienst.doe("PATCH", eigen, "werkconsulent", {"onderzoekGevraagdOp": "2026-03-30"}, versie=1)
    assert "advies_bedrijfsarts_volgen" in soorten(dienst, klant_id)
    advies = {"onderzoekOntvangenOp": "2026-03-31", "onderzoekAdvies": "Vier uur per dag, zittend."}
    ontvangen = dienst.doe("PATCH", eigen, "werkconsulent", advies, versie=gevraagd["versie"])
    assert "advies_bedrijfsarts_volgen" not in soorten(dienst, klant_id)
    besloten = beoordeel(dienst, ontvangen, GEEN_WISSEL)
    assert besloten.status_code == 201
    dicht = dienst.roep("PATCH", eigen, "werkconsulent", advies, versie=besloten.json()["versie"])
    assert dicht.json()["code"] == "overweging_gesloten"
    assert "twijfelgeval_volgen" in soorten(dienst, klant_id)
    twijfel = dienst.doe("POST", pad, "werkconsulent", {"aanleiding": "twijfelgeval"})
    assert beoordeel(dienst, twijfel, GEEN_WISSEL).status_code == 201
    assert "twijfelgeval_volgen" not in soorten(dienst, klant_id)
    tijdlijn = str(dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker"))
    assert not any(woord in tijdlijn for woord in ("belastbaar", "zittend", "pril"))


@pytest.mark.regel("DEV-KGR-021")
def test_career_and_kids_kan_tot_een_wissel_leiden(dienst: Dienst) -> None:
    klant_id = klaar(dienst, {"verwachteTermijnMaanden": 5}, kenmerken=["alleenstaande_ouder"])
    pad = f"/klanten/{klant_id}/klantgroeptrajecten"
    opdracht = {"code": "career_and_kids", "start": "2026-03-31"}
    assert mis(dienst.roep("POST", pad, "intaker", opdracht)) == ["traject_klantgroep"]
    deel_in(dienst, klant_id)
    fout = dienst.roep("POST", pad, "werkconsulent", opdracht | {"code": "bestaat_niet"})
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["code"]
    traject = dienst.doe("POST", pad, "werkconsulent", opdracht)
    assert traject["geplandEinde"] == "2026-05-26"
    assert dienst.roep("POST", pad, "werkconsulent", opdracht).json()["code"] == "traject_loopt"
    eigen = f"/klantgroeptrajecten/{traject['id']}/resultaat"
    einde = {"geeindigdOp": "2026-05-26", "resultaat": "afstand_niet_overbrugd"}
    assert dienst.roep("PUT", eigen, "werkconsulent", einde, versie=1).status_code == 400
    dienst.zet_klok("2026-05-26T09:00:00+02:00")
    gedaan = dienst.doe("PUT", eigen, "werkconsulent", einde, versie=1)
    assert gedaan["wisselgrond"] == "afstand_niet_in_matchen_te_overbruggen"
    dienst.doe("PUT", eigen, "werkconsulent", einde | {"toelichting": "Opvang lukt niet."}, versie=2)
    assert dienst.doe("GET", pad, "werkconsulent")["trajecten"][0]["versie"] == 3
    assert standen(dienst, klant_id) == [("traject_afgerond", "open")]
    wissel = {"grond": gedaan["wisselgrond"]}
    voorstel = stel_voor(dienst, klant_id, verwachteTermijnMaanden=9)
    antwoord = besluit(dienst, klant_id, voorstel, motivering="Meer tijd nodig.", wissel=wissel)
    assert antwoord.status_code == 201, antwoord.text
    (overweging,) = overwegingen(dienst, klant_id)
    assert (overweging["uitkomst"], overweging["indelingId"]) == ("wisselen", antwoord.json()["id"])


@pytest.mark.regel("DEV-KGR-509")
def test_een_andere_wissel_laat_de_overweging_vervallen(dienst: Dienst) -> None:
    klant_id = klaar(dienst, FACILITEREN)
    deel_in(dienst, klant_id)
    leg_vast(dienst, klant_id, WERK | {"urenPerWeek": 24})
    assert {aanleiding for aanleiding, _ in standen(dienst, klant_id)} == {
        "betaald_werk_veel_uren",
        "betaald_werk_behouden",
    }
    deel_in(
        dienst,
        klant_id,
        feiten=ZORGEN,
        motivering="Structureel gestopt.",
        wissel={"grond": "motivatie_structureel_afgenomen"},
    )
    vervallen = [regel for regel in standen(dienst, klant_id) if regel[1] == "vervallen"]
    assert len(vervallen) == 2
    assert ("werk_onder_norm", "open") in standen(dienst, klant_id)
