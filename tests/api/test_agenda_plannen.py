"""Planning by the rules: who comes where and when, by the kind of conversation and what is known of the klant."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.agenda import IC2, INTAKER, WERKCONSULENT, afspraak, agenda, overzicht, rooster, ruimte, tijden, vrij
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import IC, lees, meld, persoon, plan, screen, taken
from tests.steun.klanten import ingedeeld

WOENSDAG, DONDERDAG = "2026-04-01", "2026-04-02"
NA_SCREENING = "2026-04-02T11:00:00+02:00"


def weigering(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]


def probeer(dienst: Dienst, klant: str, soort: str, begint: str, **anders: Any) -> Any:
    opdracht = {"klantId": klant, "soort": soort, "begint": begint, "medewerkerId": IC} | anders
    return dienst.roep("POST", "/afspraken", "receptie", opdracht)


def gescreend(dienst: Dienst, *personen: dict[str, Any], **plek: Any) -> Any:
    """A household with a held screening on Thursday 2 April."""
    melding = plan(dienst, meld(dienst, *personen), f"{DONDERDAG}T10:00:00+02:00", **plek)
    dienst.zet_klok(NA_SCREENING)
    return screen(dienst, lees(dienst, melding))


@pytest.mark.regel("DEV-MEL-008")
def test_bij_de_afspraak_zit_het_formulier_en_het_werkproces_wordt_gevraagd(dienst: Dienst) -> None:
    melding = plan(dienst, meld(dienst, formulier="papier", scanKenmerk="SCAN-7"), f"{WOENSDAG}T10:00:00+02:00")
    regel = overzicht(dienst, WOENSDAG)["agendapunten"][0]
    assert regel["meldingsformulier"] == {"meldingId": melding["id"], "formulier": "papier", "scanKenmerk": "SCAN-7"}
    assert "werkproces_aanmaken" in taken(melding)
    pad = f"/meldingen/{melding['id']}"
    half = dienst.doe("PATCH", pad, "receptie", {"gwsNummer": "GWS-2026-11"}, versie=melding["versie"])
    assert taken(half).count("werkproces_aanmaken") == 1
    klaar = dienst.doe("PATCH", pad, "receptie", {"zaaknummer": "ES-2026-7"}, versie=half["versie"])
    assert "werkproces_aanmaken" not in taken(klaar)
    assert (klaar["gwsNummer"], klaar["zaaknummer"]) == ("GWS-2026-11", "ES-2026-7")
    direct = plan(dienst, meld(dienst, gwsNummer="G-1", zaaknummer="E-1"), f"{WOENSDAG}T11:00:00+02:00")
    assert taken(direct) == ["screening_houden"]


@pytest.mark.regel("DEV-AAN-003")
def test_na_de_screening_volgt_een_telefonische_afspraak_inkomen_in_haar_venster(dienst: Dienst) -> None:
    melding = gescreend(dienst)
    klant = melding["personen"][0]["klantId"]
    taak = next(taak for taak in melding["taken"] if taak["soort"] == "afspraak_inkomen_plannen")
    assert taak["uiterste"].startswith("2026-04-20")
    vroeg = probeer(dienst, klant, "afspraak_inkomen", "2026-04-10T10:00:00+02:00", kanaal="fysiek")
    assert weigering(vroeg) == ["reden_fysieke_afspraak", "afspraak_inkomen_in_venster"]
    afspraak(dienst, klant, "afspraak_inkomen", "2026-04-13T10:00:00+02:00")
    punt = agenda(dienst, "2026-04-13")[0]["agendapunt"]
    assert (punt["kanaal"], punt["locatie"], punt["einde"]) == ("telefoon", "Telefonisch", "2026-04-13T08:30:00Z")
    assert "afspraak_inkomen_plannen" not in taken(lees(dienst, melding))
    te_dicht = probeer(dienst, ingedeeld(dienst, None), "afspraak_inkomen", "2026-04-13T10:44:00+02:00")
    assert weigering(te_dicht) == ["tussentijd_afspraak_inkomen"]


@pytest.mark.regel("DEV-AAN-020")
def test_een_afspraak_aan_de_balie_is_er_alleen_in_de_ochtend(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, None)
    laat = probeer(dienst, klant, "balieafspraak", f"{WOENSDAG}T12:50:00+02:00")
    assert weigering(laat) == ["binnen_balietijd"]
    assert afspraak(dienst, klant, "balieafspraak", f"{WOENSDAG}T12:45:00+02:00")["locatie"] == "Stadhuis, balie"


@pytest.mark.regel("DEV-ORG-008", "DEV-DOE-003")
def test_een_veiligheidsrisico_vraagt_een_veilige_plek_voor_de_afspraak_staat(dienst: Dienst) -> None:
    melding = meld(dienst, persoon(dienst, kenmerken=["veiligheidsrisico"]))
    pad = f"/meldingen/{melding['id']}/screeningsafspraken"
    opdracht: dict[str, Any] = {"begin": f"{WOENSDAG}T10:00:00+02:00", "inkomensconsulentId": IC}
    kamer = ruimte(dienst)
    gewoon = opdracht | {"ruimteId": kamer["id"], "veiligheidBevestigd": True}
    assert weigering(dienst.roep("POST", pad, "receptie", gewoon, versie=melding["versie"])) == ["veilige_plek"]
    veilig = ruimte(dienst, "Spreekkamer 1", beveiligd=True)
    sr = [{"rol": "sociale_recherche", "naam": "Dienst handhaving"}]
    keuze = opdracht | {"ruimteId": veilig["id"], "deelnemers": sr}
    assert weigering(dienst.roep("POST", pad, "receptie", keuze, versie=melding["versie"])) == ["veilige_plek"]
    goed = keuze | {"veiligheidBevestigd": True}
    gepland = dienst.doe("POST", pad, "receptie", goed, versie=melding["versie"])
    assert gepland["screeningen"][0]["locatie"] == "KonnecteD, Spreekkamer 1"
    regel = overzicht(dienst, WOENSDAG, locatie="konnected")["agendapunten"][0]
    assert (regel["veiligheidsrisico"], regel["beveiligd"]) == (True, True)
    assert [wie["rol"] for wie in regel["deelnemers"]] == ["sociale_recherche"]
    assert overzicht(dienst, WOENSDAG, locatie="stadhuis")["agendapunten"] == []
    uitwijk = opdracht | {"locatie": "Stadskantoor, kamer 2", "veiligheidBevestigd": True}
    versie = gepland["versie"]
    assert dienst.doe("POST", pad, "receptie", uitwijk, versie=versie)["status"] == "open"


@pytest.mark.regel("DEV-KGR-504")
def test_in_zorg_handhaving_staan_kantoor_en_sociale_recherche_vooraf_ingevuld(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen", zorg_handhaving=True)
    eerste = afspraak(dienst, klant, "kennismakingsgesprek", f"{WOENSDAG}T10:00:00+02:00")
    punt = agenda(dienst, WOENSDAG)[0]["agendapunt"]
    assert (eerste["locatie"], [wie["rol"] for wie in punt["deelnemers"]]) == ("Stadhuis", ["sociale_recherche"])
    thuis = {"locatie": "Bij de klant thuis", "deelnemers": []}
    anders = probeer(dienst, klant, "doelmatigheidsgesprek", f"{WOENSDAG}T13:00:00+02:00", **thuis)
    assert weigering(anders) == ["zorg_handhaving_op_kantoor_met_sr"]
    reden = {"redenAfwijking": "De klant ligt in het ziekenhuis"}
    afspraak(dienst, klant, "doelmatigheidsgesprek", f"{WOENSDAG}T13:00:00+02:00", **thuis, **reden)
    gewoon = afspraak(dienst, ingedeeld(dienst, "zorgen"), "kennismakingsgesprek", f"{WOENSDAG}T15:00:00+02:00")
    assert gewoon["locatie"] == "Stadhuis"
    assert agenda(dienst, WOENSDAG)[2]["agendapunt"]["deelnemers"] == []


@pytest.mark.regel("DEV-JON-012", "DEV-JON-008")
def test_een_jongere_krijgt_het_eerste_vrije_moment_met_een_opmerking_als_dat_laat_is(dienst: Dienst) -> None:
    melding = gescreend(dienst, persoon(dienst, "2005-01-01", kenmerken=["vso_pro"]))
    klant = melding["personen"][0]["klantId"]
    rooster(dienst, INTAKER, dagen=[{"dag": "donderdag", "van": "13:00", "tot": "16:00"}])
    pad = f"/klanten/{klant}/planvoorstel?soort=ambitiegesprek&medewerkerId={INTAKER}"
    voorstel = dienst.doe("GET", pad, "receptie")
    assert (voorstel["vanaf"], voorstel["uiterste"]) == ("2026-04-02", "2026-04-13")
    assert [moment["begin"] for moment in voorstel["momenten"][:1]] == ["2026-04-02T11:00:00Z"]
    assert voorstel["momenten"][0]["opmerkingen"] == []
    groeien = [{"rol": "tweede_consulent", "medewerkerId": WERKCONSULENT}]
    vreemd = [{"rol": "tweede_consulent", "medewerkerId": IC2}]
    vast = {"soort": "ambitiegesprek", "medewerkerId": INTAKER}
    wrong = probeer(dienst, klant, begint="2026-04-10T13:00:00+02:00", **vast, deelnemers=vreemd)
    assert weigering(wrong) == ["tweede_consulent_van_team", "binnen_werktijd"]
    rooster(dienst, INTAKER)
    op_vijf = afspraak(dienst, klant, begint="2026-04-13T13:00:00+02:00", **vast, deelnemers=groeien)
    assert [regel["agendapunt"]["soort"] for regel in agenda(dienst, "2026-04-13", WERKCONSULENT)] == ["ambitiegesprek"]
    signalen = agenda(dienst, "2026-04-13", INTAKER)[0]["agendapunt"]["signalen"]
    assert [toets["voorwaarde"] for toets in signalen] == ["jongere_eerder"]
    later = {"begint": "2026-04-14T13:00:00+02:00", "reden": "De jongere moet naar school"}
    dienst.doe("PUT", f"/afspraken/{op_vijf['id']}/moment", "receptie", later, versie=op_vijf["versie"])
    signalen = agenda(dienst, "2026-04-14", INTAKER)[0]["agendapunt"]["signalen"]
    assert [toets["voorwaarde"] for toets in signalen] == ["ambitiegesprek_binnen_norm", "jongere_eerder"]
    assert tijden(dienst, "2026-04-13", WERKCONSULENT) == []
    assert tijden(dienst, "2026-04-14", WERKCONSULENT) == [("ambitiegesprek", "13:00")]


@pytest.mark.regel("DEV-DIA-007")
def test_hulp_bij_dariuz_in_een_groep_deelt_ruimte_en_consulent_tot_zij_vol_is(dienst: Dienst) -> None:
    zaal = ruimte(dienst, "Computerruimte", soort="computerruimte", capaciteit=3)
    begint = f"{WOENSDAG}T10:00:00+02:00"
    hulp = {"hulpvorm": "computerruimte_met_consulent", "ruimteId": zaal["id"]}
    klanten = [ingedeeld(dienst, None) for _ in range(4)]
    for klant in klanten[:2]:
        afspraak(dienst, klant, "dariuz_hulp", begint, **hulp)
    vol = probeer(dienst, klanten[2], "dariuz_hulp", begint, **hulp)
    assert weigering(vol) == ["plaats_in_ruimte"]
    schuin = probeer(dienst, klanten[2], "dariuz_hulp", f"{WOENSDAG}T10:30:00+02:00", **hulp)
    assert weigering(schuin) == ["tussentijd_dariuz_hulp", "ruimte_vrij"]
    bellen = {"hulpvorm": "consulent_op_afroep", "kanaal": "telefoon", "medewerkerId": IC2}
    assert afspraak(dienst, klanten[2], "dariuz_hulp", begint, **bellen)["locatie"] == "Telefonisch"
    assert weigering(probeer(dienst, klanten[3], "dariuz_hulp", f"{DONDERDAG}T10:00:00+02:00")) == [
        "dariuzhulp_mogelijk"
    ]
    assert {punt["hulpvorm"] for punt in overzicht(dienst, WOENSDAG)["agendapunten"]} == {
        "computerruimte_met_consulent",
        "consulent_op_afroep",
    }


@pytest.mark.regel("DEV-SCR-018", "DEV-DIG-009")
def test_partners_komen_samen_voor_de_screening_en_elk_apart_voor_het_ambitiegesprek(dienst: Dienst) -> None:
    melding = gescreend(dienst, persoon(dienst), persoon(dienst, voornamen="Kim"), kanaal="videobellen")
    plannen = [taak for taak in melding["taken"] if taak["soort"] == "ambitiegesprek_plannen"]
    assert [taak["rol"] for taak in plannen] == ["administratie", "administratie"]
    assert len(agenda(dienst, DONDERDAG)) == 1
    een, ander = (wie["klantId"] for wie in melding["personen"])
    begint = "2026-04-08T10:00:00+02:00"
    afspraak(dienst, een, "ambitiegesprek", begint, medewerkerId=INTAKER)
    tegelijk = probeer(dienst, ander, "ambitiegesprek", begint, medewerkerId=INTAKER)
    assert weigering(tegelijk) == ["tussentijd_ambitiegesprek"]
    vrij_erna = vrij(dienst, "ambitiegesprek", "2026-04-08", "2026-04-08", INTAKER)
    assert "2026-04-08T09:15:00Z" in {moment["begin"] for moment in vrij_erna}
    afspraak(dienst, ander, "ambitiegesprek", "2026-04-08T11:15:00+02:00", medewerkerId=INTAKER)
    assert "ambitiegesprek_plannen" not in taken(lees(dienst, melding))
    assert medewerker_id("intaker")
