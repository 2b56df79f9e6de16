"""Klantreis, kennismaking, labels of goals, invitations, competences and contact with partners over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.domain.kern.rollen import Rol
from app.services.taak import sluit_termijnen
from tests.steun.afspraak import gemeld
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.handelen import als
from tests.steun.indeling import FACILITEREN, deel_in, klaar
from tests.steun.klanten import ingedeeld, taken

IC, IN = "inkomensconsulent", "intaker"
DOEL: dict[str, Any] = {"omschrijving": "Elke week naar het buurthuis", "leefgebieden": ["zingeving"]}


def plan(dienst: Dienst, klant_id: str, *doelen: dict[str, Any]) -> Any:
    return dienst.roep("POST", f"/klanten/{klant_id}/plannen", IC, {"soort": "kort_plan", "doelen": list(doelen)})


@pytest.mark.regel("DEV-KGR-514")
def test_hoe_ver_een_klant_is(dienst: Dienst) -> None:
    klant_id = gemeld(dienst, "faciliteren")
    pad = f"/klanten/{klant_id}"
    reis = dienst.doe("GET", f"{pad}/klantreis", IC)
    assert reis["open"] == ["screeningsgesprek", "ambitiegesprek", "afhandeling_uitkering"]
    assert (reis["stappen"][0]["status"], reis["stappen"][0]["op"]) == ("gedaan", "2026-03-31")
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        melding = dienst.doe("GET", "/meldingen", IC)["meldingen"][0]
        sluit_termijnen(h, UUID(melding["id"]), "beslistermijn_aanvraag")
    reis = dienst.doe("GET", f"{pad}/klantreis", IC)
    assert {"kick_off", "kennismakingsgesprek_met_pva"} <= set(reis["open"])
    zonder = {"stap": "kick_off", "status": "overgeslagen"}
    assert dienst.roep("POST", f"{pad}/klantreisstappen", IC, zonder).status_code == 400
    fout = {"stap": "vakantie", "status": "gedaan", "op": "2026-04-01"}
    velden = {regel["veld"] for regel in dienst.roep("POST", f"{pad}/klantreisstappen", IC, fout).json()["fouten"]}
    assert velden == {"stap", "op"}
    reis = dienst.doe("POST", f"{pad}/klantreisstappen", IC, zonder | {"reden": "Kende de groep al."})
    (kick_off,) = (stap for stap in reis["stappen"] if stap["code"] == "kick_off")
    assert (kick_off["status"], kick_off["reden"]) == ("overgeslagen", "Kende de groep al.")
    assert "kick_off" not in reis["open"]
    gepland = {"stap": "rechtmatigheidsonderzoek", "status": "gepland", "op": "2026-05-01"}
    assert "rechtmatigheidsonderzoek" not in dienst.doe("POST", f"{pad}/klantreisstappen", IC, gepland)["open"]
    terug = dienst.doe("POST", f"{pad}/klantreisstappen", IC, {"stap": "kick_off", "status": "te_doen"})
    assert "kick_off" in terug["open"]
    assert dienst.roep("GET", f"/klanten/{ingedeeld(dienst, None)}/klantreis", IC).status_code == 409


@pytest.mark.regel("DEV-KGR-514")
@pytest.mark.regel("DEV-AMB-008")
def test_afspraken_op_de_reis_en_wie_daarbij_is(dienst: Dienst) -> None:
    klant_id = gemeld(dienst, "faciliteren")
    hulp = {"soort": "hulpverlener", "organisatienaam": "GGZ", "rol": "behandelaar", "uitnodigen": True}
    wie = dienst.doe("POST", f"/klanten/{klant_id}/betrokkenen", IN, hulp)
    gesprek = {"soort": "ambitiegesprek", "antwoorden": [{"vraag": "ag_hulp_uitnodigen", "waarde": True}]}
    dienst.doe("POST", f"/klanten/{klant_id}/gesprekken", IN, gesprek)
    assert "hulpverlener_uitnodigen" in [taak.soort for taak in taken(dienst, klant_id)]
    begint = "2026-04-14T10:00:00+02:00"
    opdracht = {"klantId": klant_id, "soort": "kennismakingsgesprek", "begint": begint, "locatie": "Stadhuis"}
    afspraak = dienst.doe("POST", "/afspraken", IC, opdracht | {"medewerkerId": str(medewerker_id(IC))})
    pad = f"/afspraken/{afspraak['id']}/genodigden"
    dienst.doe("POST", pad, IC, {"betrokkeneId": wie["id"], "wijze": "telefonisch"})
    assert "hulpverlener_uitnodigen" not in [taak.soort for taak in taken(dienst, klant_id)]
    (genodigde,) = dienst.doe("GET", f"/klanten/{klant_id}/genodigden", IC)["genodigden"]
    assert genodigde["afspraakId"] == afspraak["id"]
    reis = dienst.doe("GET", f"/klanten/{klant_id}/klantreis", IC)
    standen = {stap["code"]: stap["status"] for stap in reis["stappen"]}
    assert standen["kennismakingsgesprek_met_pva"] == "gepland"
    dienst.doe("POST", pad, IC, {"betrokkeneId": wie["id"], "wijze": "telefonisch", "vervallen": True})
    assert dienst.doe("GET", f"/klanten/{klant_id}/genodigden", IC)["genodigden"] == []
    niet = dienst.doe("PATCH", f"/betrokkenen/{wie['id']}", IN, {"contactToegestaan": False}, versie=wie["versie"])
    assert dienst.roep("POST", pad, IC, {"betrokkeneId": wie["id"], "wijze": "mail"}).status_code == 400
    dienst.doe("PATCH", f"/betrokkenen/{wie['id']}", IN, {"tot": "2026-03-31"}, versie=niet["versie"])
    assert dienst.roep("POST", pad, IC, {"betrokkeneId": wie["id"], "wijze": "mail"}).status_code == 400
    dienst.zet_klok("2026-04-15T09:00:00+02:00")
    assert dienst.roep("POST", pad, IC, {"betrokkeneId": wie["id"], "wijze": "mail"}).status_code == 409


@pytest.mark.regel("DEV-KGR-506")
@pytest.mark.regel("DEV-KGR-507")
@pytest.mark.regel("DEV-DIA-513")
def test_doelen_krijgen_een_label_dat_bij_de_klantgroep_en_het_leefgebied_hoort(dienst: Dienst) -> None:
    faciliteren, zorgen = ingedeeld(dienst, "faciliteren"), ingedeeld(dienst, "zorgen")
    label = {"doeltype": "bijdragen_aan_samenleving", "beoogdeEffecten": ["participatie_en_binding"]}
    gemaakt = plan(dienst, faciliteren, DOEL | label).json()
    doel = gemaakt["versies"][0]["doelen"][0]
    assert {veld: doel[veld] for veld in label} == label
    assert "taaleis_beoordeeld" in [toets["voorwaarde"] for toets in gemaakt["waarschuwingen"]]
    fout = plan(dienst, zorgen, DOEL | label | {"leefgebieden": ["wonen"]})
    velden = {regel["veld"] for regel in fout.json()["fouten"]}
    assert velden == {"doelen.0.doeltype", "doelen.0.beoogdeEffecten"}
    assert plan(dienst, zorgen, DOEL | {"doeltype": "voorkomen_sociaal_isolement"}).status_code == 201
    beleid = dienst.doe("GET", "/beleid?gemeente=GM0150&soort=leefgebied", IC)
    assert "administratieve_last_beperken" in str(beleid)


@pytest.mark.regel("DEV-DIA-502")
@pytest.mark.regel("DEV-DIA-512")
@pytest.mark.regel("DEV-AMB-007")
def test_terugkijken_in_het_kennismakingsgesprek(dienst: Dienst) -> None:
    stress = {"weegtMee": True, "toelichting": "Slaapt slecht door schulden."}
    klant_id = klaar(dienst, FACILITEREN | {"financieleStress": stress, "verslag": "Wil graag, maar heeft rust nodig."})
    deel_in(dienst, klant_id)
    pad = f"/klanten/{klant_id}"
    leeg = dienst.doe("GET", f"{pad}/kennismakingsbeeld", IC)
    assert (leeg["instrument"], leeg["ambitieverslag"]) == ("format", "Wil graag, maar heeft rust nodig.")
    assert leeg["bevindingen"]["wonen"]["inhoud"] == "Besproken."
    assert (leeg["praatplaat"], leeg["kinderen"]) == (None, None)
    kinderen = [{"vraag": "kind_aantal", "waarde": 2}, {"vraag": "kind_leeftijden", "waarde": [4, 9]}]
    dienst.doe("POST", f"{pad}/gesprekken", IC, {"soort": "kennismaking", "antwoorden": kinderen})
    scores = {"lichamelijke_gezondheid": {"kleur": "rood"}}
    dienst.doe("POST", f"{pad}/praatplaten", IC, {"moment": "kennismakingsgesprek", "scores": scores})
    gezien = dienst.doe("GET", f"{pad}/kennismakingsbeeld", IC)
    assert gezien["kinderen"] == {"aantal": 2, "leeftijden": [4, 9], "op": "2026-03-31"}
    assert gezien["hulpBijGezondheid"]["uitkomst"] == "niet_voldaan"
    assert gezien["praatplaat"]["scores"]["lichamelijke_gezondheid"]["kleur"] == "rood"
    gemaakt = plan(dienst, klant_id, DOEL).json()
    assert gemaakt["financieleStress"] == gezien["financieleStress"] == stress
    assert "taaleis_beoordeeld" not in [toets["voorwaarde"] for toets in gemaakt["waarschuwingen"]]


@pytest.mark.regel("DEV-ORG-003")
def test_competenties_zijn_naslag_en_registreren_is_vrij(dienst: Dienst) -> None:
    profiel = dienst.doe("GET", "/competentieprofielen?gemeente=GM0150", "receptie")["profielen"]
    assert len(profiel["inkomensconsulent"]) == 6
    assert dienst.roep("GET", "/competentieprofielen?gemeente=GM9999", "receptie").status_code == 404
    pad = f"/medewerkers/{medewerker_id(IC)}/competenties"
    opdracht: dict[str, Any] = {"competentie": "oordeelsvorming"}
    (gekregen,) = dienst.doe("POST", pad, "teamleider", opdracht)["competenties"]
    assert gekregen["competentie"] == "oordeelsvorming"
    assert dienst.doe("POST", pad, "teamleider", opdracht | {"behaald": False})["competenties"] == []
    assert dienst.doe("GET", pad, "beheerder")["competenties"] == []
    fout = dienst.roep("POST", pad, "teamleider", {"competentie": "toveren", "datum": "2026-04-01"})
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"competentie", "datum"}


@pytest.mark.regel("DEV-ORG-006")
def test_de_sociale_raadslieden_horen_elk_kwartaal_wat_er_verandert(dienst: Dienst) -> None:
    wie = {"gemeente": "GM0150", "partner": "sociale_raadslieden"}
    lezen = "/ketenoverleggen?gemeente=GM0150&partner=sociale_raadslieden"
    assert dienst.roep("POST", "/ketenoverleggen", IC, wie).status_code == 409
    te_veel = [str(medewerker_id(rol)) for rol in (IC, IN, "toetser")]
    for personen in (te_veel, ["00000000-0000-7000-8000-000000000000"]):
        assert dienst.roep("POST", "/ketencontacten", IC, wie | {"medewerkerIds": personen}).status_code == 400
    dienst.doe("POST", "/ketencontacten", "teamleider", wie | {"medewerkerIds": te_veel[:1]})
    eerste = _taak(dienst)
    assert (eerste["uiterste"][:10], eerste["eigenaar"]["id"]) == ("2026-04-30", te_veel[0])
    inhoud = {"wijzigingen": "Nieuw formulier.", "vragen": "Waar is de balie?"}
    mis = dienst.doe("POST", "/ketenoverleggen", IC, wie | inhoud | {"gehoudenOp": "2026-01-15"})
    assert mis["streefdatum"] == "2026-02-15"
    verkeerd = mis["overleggen"][0]["id"]
    stand = dienst.doe("POST", "/ketenoverleggen", IC, wie | inhoud | {"corrigeert": verkeerd})
    assert (stand["streefdatum"], stand["uiterlijk"], len(stand["overleggen"])) == ("2026-04-30", "2026-06-30", 1)
    assert dienst.roep("POST", "/ketenoverleggen", IC, wie | {"corrigeert": verkeerd}).status_code == 400
    assert dienst.roep("POST", "/ketenoverleggen", IC, wie | {"gehoudenOp": "2026-04-01"}).status_code == 400
    assert _taak(dienst) is None
    dienst.zet_klok("2026-06-30T09:00:00+02:00")
    assert dienst.doe("GET", lezen, IC)["achterstallig"] is False
    volgende = _taak(dienst)
    assert volgende["uiterste"][:10] == "2026-06-30"
    dienst.zet_klok("2026-07-01T09:00:00+02:00")
    assert dienst.doe("GET", lezen, IC)["achterstallig"] is True
    assert dienst.roep("GET", "/ketenoverleggen?gemeente=GM0988&partner=sociale_raadslieden", IC).status_code == 400
    assert dienst.roep("GET", "/ketenoverleggen?gemeente=GM0150&partner=onbekend", IC).status_code == 400
    ander = wie | {"gemeente": "GM0988", "medewerkerIds": te_veel[:1]}
    assert dienst.roep("POST", "/ketencontacten", IC, ander).status_code == 400


def _taak(dienst: Dienst) -> Any:
    taken = dienst.doe("GET", "/taken", IC)["taken"]
    return next((taak for taak in taken if taak["soort"] == "ketenoverleg_voeren"), None)
