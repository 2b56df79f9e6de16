"""One agenda: every kind of conversation takes time in it, and nobody and no room is planned twice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.test_gelijktijdig import tegelijk
from tests.steun.afspraak import gemeld, plan_bijeenkomst
from tests.steun.agenda import (
    IC2,
    INTAKER,
    WERKCONSULENT,
    afspraak,
    agenda,
    overzicht,
    rooster,
    ruimte,
    tijden,
    vrij,
    weg,
)
from tests.steun.dienst import Dienst
from tests.steun.intake import IC, lees, meld, persoon, plan
from tests.steun.klanten import ingedeeld

WOENSDAG, DONDERDAG = "2026-04-01", "2026-04-02"


def codes(antwoord: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]


def test_alle_soorten_staan_in_een_agenda_en_zitten_elkaar_in_de_weg(dienst: Dienst) -> None:
    samen = meld(dienst, persoon(dienst), persoon(dienst, voornamen="Kim"), hulpvragen=["werk"])
    plan(dienst, samen, f"{WOENSDAG}T10:00:00+02:00")
    klant = gemeld(dienst, "faciliteren")
    leiders = [{"medewerkerId": IC, "functie": "inkomensconsulent"}]
    plan_bijeenkomst(dienst, "faciliteren", f"{WOENSDAG}T13:00:00+02:00", begeleiders=leiders)
    kennismaking = afspraak(dienst, klant, "kennismakingsgesprek", f"{WOENSDAG}T15:00:00+02:00", duurMinuten=45)
    dag = [("screeningsgesprek", "10:00"), ("kick_off", "13:00"), ("kennismakingsgesprek", "15:00")]
    assert tijden(dienst, WOENSDAG) == dag
    ander = ingedeeld(dienst, "zorgen")
    for begint, code in (("10:44", "tussentijd"), ("13:59", "tussentijd"), ("15:59", "tussentijd")):
        opdracht = {
            "klantId": ander,
            "soort": "kennismakingsgesprek",
            "begint": f"{WOENSDAG}T{begint}:00+02:00",
            "medewerkerId": IC,
        }
        antwoord = dienst.roep("POST", "/afspraken", "inkomensconsulent", opdracht)
        assert (antwoord.status_code, codes(antwoord)) == (409, [f"{code}_kennismakingsgesprek"]), begint
    bezet: dict[str, Any] = {"gemeente": "GM0150", "klantgroep": "faciliteren", "begint": f"{WOENSDAG}T15:30:00+02:00"}
    bezet |= {"locatie": "Stadhuis", "begeleiders": leiders}
    assert codes(dienst.roep("POST", "/bijeenkomsten", "administratie", bezet)) == ["tussentijd_kick_off"]
    pad = f"/afspraken/{kennismaking['id']}/moment"
    elders = {"begint": f"{DONDERDAG}T11:00:00+02:00", "reden": "De klant moet naar het ziekenhuis"}
    weer = dienst.doe("PUT", pad, "receptie", elders, versie=kennismaking["versie"])
    assert (weer["id"], weer["nummer"], weer["locatie"]) == (kennismaking["id"], 1, "Stadhuis")
    assert (kennismaking["begint"], weer["begint"]) == (f"{WOENSDAG}T13:00:00Z", f"{DONDERDAG}T09:00:00Z")
    assert tijden(dienst, WOENSDAG) == dag[:2]
    assert tijden(dienst, DONDERDAG) == [("kennismakingsgesprek", "11:00")]
    assert agenda(dienst, DONDERDAG)[0]["einde"] == "2026-04-02T09:45:00Z"
    afzegging = {"reden": "De consulent is ziek"}
    dienst.doe("PUT", f"/afspraken/{weer['id']}/afzegging", "inkomensconsulent", afzegging, versie=weer["versie"])
    assert tijden(dienst, DONDERDAG) == []
    te_laat = dienst.roep("PUT", pad, "receptie", elders, versie=weer["versie"] + 1)
    assert te_laat.json()["code"] == "afspraak_vervallen"
    regel = overzicht(dienst, WOENSDAG)["agendapunten"][0]
    assert [wie["naam"] for wie in regel["klanten"]] == ["Sam de Wit", "Kim de Wit"]


def test_een_screening_verzetten_geeft_de_oude_tijd_terug(dienst: Dienst) -> None:
    eerste = plan(dienst, meld(dienst), f"{WOENSDAG}T10:00:00+02:00")
    eerste = plan(dienst, eerste, f"{WOENSDAG}T10:15:00+02:00")
    assert tijden(dienst, WOENSDAG) == [("screeningsgesprek", "10:15")]
    plan(dienst, meld(dienst), f"{WOENSDAG}T09:30:00+02:00")
    dienst.zet_klok(f"{WOENSDAG}T12:00:00+02:00")
    pad = f"/meldingen/{eerste['id']}/no-shows"
    dienst.doe("POST", pad, "receptie", {}, versie=lees(dienst, eerste)["versie"])
    dag = overzicht(dienst, WOENSDAG)
    assert dag["telling"] == {"gepland": 1, "verschenen": 0, "nietVerschenen": 1, "afgemeld": 0}
    assert [punt["status"] for punt in dag["agendapunten"]] == ["gepland", "niet_verschenen"]


def test_vrije_momenten_binnen_rooster_capaciteit_en_ruimte(dienst: Dienst) -> None:
    rooster(dienst, gesprekkenPerDag=2, dagen=[{"dag": "woensdag", "van": "09:00", "tot": "12:00"}])
    weg(dienst, f"{WOENSDAG}T09:00:00+02:00", f"{WOENSDAG}T09:45:00+02:00")
    momenten = vrij(dienst, "screeningsgesprek", WOENSDAG, DONDERDAG, IC)
    assert [moment["begin"][11:16] for moment in momenten] == [
        "07:45",
        "08:00",
        "08:15",
        *[f"{uur:02d}:{minuut:02d}" for uur in (8, 9) for minuut in (0, 15, 30, 45)][2:-1],
    ]
    melding = meld(dienst)
    pad = f"/meldingen/{melding['id']}/screeningsafspraken"
    vroeg = {"begin": f"{WOENSDAG}T09:15:00+02:00", "inkomensconsulentId": IC}
    assert codes(dienst.roep("POST", pad, "receptie", vroeg, versie=melding["versie"])) == ["binnen_werktijd"]
    plan(dienst, melding, f"{WOENSDAG}T10:00:00+02:00")
    plan(dienst, meld(dienst), f"{WOENSDAG}T11:00:00+02:00")
    derde = meld(dienst)
    pad = f"/meldingen/{derde['id']}/screeningsafspraken"
    vol = dienst.roep("POST", pad, "receptie", vroeg | {"begin": f"{WOENSDAG}T11:45:00+02:00"}, versie=derde["versie"])
    assert codes(vol) == ["binnen_werktijd", "dagcapaciteit"]
    kamer = ruimte(dienst, beveiligd=True)
    samen = vrij(dienst, "driegesprek", WOENSDAG, WOENSDAG, IC2, WERKCONSULENT, samen=True, beveiligd=True, aantal=1)
    assert samen == [
        {
            "begin": f"{WOENSDAG}T07:00:00Z",
            "einde": f"{WOENSDAG}T08:00:00Z",
            "medewerkers": [IC2, WERKCONSULENT],
            "ruimteId": kamer["id"],
        }
    ]
    assert {
        wie
        for moment in vrij(dienst, "ambitiegesprek", WOENSDAG, WOENSDAG, rol="intaker", aantal=100)
        for wie in moment["medewerkers"]
    } >= {INTAKER}


@pytest.mark.parametrize(
    ("vraag", "veld"),
    [
        pytest.param("soort=driegesprek&van=2026-04-01&tot=2026-04-02", "medewerkerId", id="niemand-genoemd"),
        pytest.param("soort=driegesprek&van=2026-04-01&tot=2026-05-03&rol=intaker", "tot", id="te-lang"),
        pytest.param("soort=driegesprek&van=2026-04-02&tot=2026-04-01&rol=intaker", "tot", id="achteruit"),
        pytest.param("soort=driegesprek&van=2026-04-01&tot=2026-04-01&rol=fg&gemeente=GM0001", "gemeente", id="elders"),
        pytest.param(
            "soort=driegesprek&van=2026-04-01&tot=2026-04-01&medewerkerId=0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55",
            "medewerkerId",
            id="vreemde",
        ),
    ],
)  # fmt: skip
def test_een_verkeerde_vraag_naar_vrije_momenten(dienst: Dienst, vraag: str, veld: str) -> None:
    antwoord = dienst.roep("GET", f"/vrije-momenten?{vraag}", "receptie")
    assert (antwoord.status_code, [fout["veld"] for fout in antwoord.json()["fouten"]]) == (400, [veld])


def test_tegelijk_plannen_geeft_nooit_twee_gesprekken_op_een_moment(dienst: Dienst) -> None:
    """Six planners want the same consulent, and six the same room with other consulenten: each is given out once."""
    kamer = ruimte(dienst)
    begint = f"{WOENSDAG}T10:00:00+02:00"
    klanten = [ingedeeld(dienst, "zorgen") for _ in range(12)]
    bij_een = [{"klantId": k, "soort": "kennismakingsgesprek", "begint": begint, "medewerkerId": IC} for k in klanten]
    in_een = [
        {"klantId": k, "soort": "traject_afspraak", "begint": begint, "ruimteId": kamer["id"]} for k in klanten[6:]
    ]
    opdrachten = [*bij_een[:6], *in_een]
    werk = [lambda o=o: dienst.roep("POST", "/afspraken", "inkomensconsulent", o) for o in opdrachten]
    antwoorden = tegelijk(*werk)
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [201] * 2 + [409] * 10
    assert {code for antwoord in antwoorden if antwoord.status_code == 409 for code in codes(antwoord)} == {
        "tussentijd_kennismakingsgesprek",
        "ruimte_vrij",
    }
    assert tijden(dienst, WOENSDAG) == [("kennismakingsgesprek", "10:00")]


def test_inrichten_corrigeren_en_intrekken(dienst: Dienst) -> None:
    kamer = ruimte(dienst)
    dubbel = dienst.roep(
        "POST", "/ruimten", "beheerder", {"locatie": "KonnecteD", "naam": "Spreekkamer 3", "capaciteit": 2}
    )
    assert dubbel.json()["code"] == "ruimte_bestaat"
    dicht = {"locatie": "KonnecteD", "naam": "Spreekkamer 3", "capaciteit": 1, "actief": False}
    nieuw = dienst.doe("PUT", f"/ruimten/{kamer['id']}", "beheerder", dicht, versie=kamer["versie"])
    assert dienst.doe("GET", "/ruimten", "receptie")["ruimten"] == [nieuw]
    klant = ingedeeld(dienst, "zorgen")
    opdracht = {
        "klantId": klant,
        "soort": "kennismakingsgesprek",
        "begint": f"{WOENSDAG}T10:00:00+02:00",
        "medewerkerId": "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55",
        "ruimteId": kamer["id"],
        "deelnemers": [{"rol": "tolk"}, {"rol": "bad", "medewerkerId": "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"}],
    }
    fout = dienst.roep("POST", "/afspraken", "receptie", opdracht)
    velden = {regel["veld"] for regel in fout.json()["fouten"]}
    assert velden == {"ruimteId", "medewerkerId", "deelnemers.0", "deelnemers.1.medewerkerId"}
    op_afstand: dict[str, Any] = {
        "klantId": klant,
        "soort": "kennismakingsgesprek",
        "begint": f"{WOENSDAG}T10:00:00+02:00",
    }
    op_afstand |= {"kanaal": "telefoon", "ruimteId": kamer["id"], "meebrengen": ["bad"]}
    assert dienst.roep("POST", "/afspraken", "receptie", op_afstand).status_code == 400
    rooster(dienst)
    rooster(dienst, dagen=[])
    pad = f"/medewerkers/{IC}/roosters"
    assert [rij["dagen"] == [] for rij in dienst.doe("GET", pad, "receptie")["roosters"]] == [True, False]
    assert vrij(dienst, "screeningsgesprek", WOENSDAG, DONDERDAG, IC) == []
    uitzondering = weg(dienst, f"{WOENSDAG}T09:00:00+02:00", f"{WOENSDAG}T10:00:00+02:00", beschikbaar=True)
    assert len(vrij(dienst, "screeningsgesprek", WOENSDAG, DONDERDAG, IC)) == 3
    pad = f"/agendauitzonderingen/{uitzondering['id']}/intrekking"
    terug = dienst.doe("PUT", pad, "receptie", versie=uitzondering["versie"])
    assert terug["vervallenOp"] is not None
    assert dienst.roep("PUT", pad, "receptie", versie=terug["versie"]).json()["code"] == "al_ingetrokken"
    pad = f"/medewerkers/{IC}/agendauitzonderingen"
    assert dienst.doe("GET", pad, "receptie")["uitzonderingen"] == []
    gisteren = {"begin": "2026-03-30T09:00:00+02:00", "einde": "2026-03-30T17:00:00+02:00"}
    assert dienst.roep("POST", pad, "receptie", gisteren).status_code == 400
    weg(dienst, f"{WOENSDAG}T00:00:00+02:00", f"{WOENSDAG}T12:00:00+02:00", wie=IC2)
    assert vrij(dienst, "screeningsgesprek", WOENSDAG, WOENSDAG, IC2)[0]["begin"] == f"{WOENSDAG}T10:00:00Z"


def test_wie_de_klant_niet_mag_zien_ziet_alleen_dat_de_tijd_bezet_is(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen", consulent_id=None)
    afspraak(dienst, klant, "kennismakingsgesprek", f"{WOENSDAG}T10:00:00+02:00", medewerkerId=WERKCONSULENT)
    regels = agenda(dienst, WOENSDAG, WERKCONSULENT, "werkconsulent")
    assert [(regel["begin"], regel["agendapunt"]) for regel in regels] == [("2026-04-01T08:00:00Z", None)]
    eigen = ingedeeld(dienst, "matchen")
    opdracht = {"klantId": eigen, "soort": "traject_afspraak", "begint": f"{WOENSDAG}T10:30:00+02:00"}
    opdracht["medewerkerId"] = WERKCONSULENT
    assert codes(dienst.roep("POST", "/afspraken", "werkconsulent", opdracht)) == ["tussentijd_traject_afspraak"]
    assert dienst.roep("GET", "/medewerkers/0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55/agenda", "receptie").status_code == 404
