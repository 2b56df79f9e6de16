"""An incident over HTTP: the record, the manager's letter, the pandverbod that stops planning, and the way back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.afspraak import gemeld, plan_bijeenkomst
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import taken

INCIDENT: dict[str, Any] = {
    "datum": "2026-03-31",
    "soort": "fysiek_geweld",
    "locatie": "Stadhuis",
    "verslag": "De klant duwde een medewerker tegen de muur.",
}
VERBOD: dict[str, Any] = {
    "locatie": "Stadhuis",
    "van": "2026-04-01",
    "tot": "2026-10-01",
    "reden": "De medewerkers zijn daar niet veilig.",
}
GESPREK: dict[str, Any] = {
    "soort": "doelmatigheidsgesprek",
    "begint": "2026-04-20T10:00:00+02:00",
    "locatie": "Stadhuis, kamer 2",
    "medewerkerId": str(medewerker_id("werkconsulent")),
}


def brieftaken(dienst: Dienst, klant_id: str) -> list[Any]:
    return [taak for taak in taken(dienst, klant_id) if taak.soort == "waarschuwingsbrief_versturen"]


def verplaatstaken(dienst: Dienst, klant_id: str) -> list[tuple[str, str]]:
    soort = "pandverbod_afspraken_verplaatsen"
    return [(t.wat, t.uiterste_dag.isoformat()) for t in taken(dienst, klant_id) if t.soort == soort]


def plan(dienst: Dienst, klant_id: str, **anders: Any) -> Any:
    return dienst.roep("POST", "/afspraken", "werkconsulent", GESPREK | {"klantId": klant_id} | anders)


def in_de_weg(antwoord: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in antwoord.json().get("toetsen", [])]


@pytest.mark.regel("DEV-MTR-519", "DEV-MTR-533")
def test_van_incident_tot_pandverbod_en_terug(dienst: Dienst) -> None:
    klant_id = gemeld(dienst, "matchen")
    pad = f"/klanten/{klant_id}/incidenten"
    morgen = dienst.roep("POST", pad, "werkconsulent", INCIDENT | {"datum": "2026-04-01"})
    assert morgen.json()["fouten"][0]["veld"] == "datum"
    incident = dienst.doe("POST", pad, "werkconsulent", INCIDENT)
    taak = brieftaken(dienst, klant_id)[0]
    assert (taak.rol, taak.uiterste_dag.isoformat()) == ("teamleider", "2026-04-09")

    eigen = f"/incidenten/{incident['id']}"
    brief = {"verzondenOp": "2026-03-30", "kenmerk": "2026-WB-0007"}
    assert dienst.roep("POST", f"{eigen}/waarschuwingsbrieven", "werkconsulent", brief).status_code == 403
    te_vroeg = dienst.roep("POST", f"{eigen}/waarschuwingsbrieven", "teamleider", brief)
    assert te_vroeg.json()["fouten"][0]["veld"] == "verzondenOp"
    na = dienst.doe("POST", f"{eigen}/waarschuwingsbrieven", "teamleider", brief | {"verzondenOp": "2026-03-31"})
    assert (na["briefVerzondenOp"], brieftaken(dienst, klant_id)) == ("2026-03-31", [])

    leeg = dienst.roep("POST", f"{eigen}/pandverboden", "teamleider", VERBOD | {"tot": "2026-04-01"})
    assert leeg.json()["fouten"][0]["veld"] == "tot"
    verbod = dienst.doe("POST", f"{eigen}/pandverboden", "teamleider", VERBOD)["pandverboden"][0]
    assert in_de_weg(plan(dienst, klant_id)) == ["geen_pandverbod"]
    kick_off = plan_bijeenkomst(dienst, "matchen")
    deelnemers = {"deelnemers": [{"klantId": klant_id}]}
    weg = dienst.roep("POST", f"/bijeenkomsten/{kick_off['id']}/deelnemers", "administratie", deelnemers)
    assert in_de_weg(weg) == ["geen_pandverbod"]

    einde = {"tot": "2026-10-01", "reden": "De klant houdt zich aan de afspraken."}
    stop = f"/pandverboden/{verbod['id']}/beeindigingen"
    assert dienst.roep("POST", stop, "teamleider", einde).status_code == 428
    later = dienst.roep("POST", stop, "teamleider", einde, versie=verbod["versie"])
    assert later.json()["fouten"][0]["veld"] == "tot"
    na = dienst.doe("POST", stop, "teamleider", einde | {"tot": "2026-04-20"}, versie=verbod["versie"])
    assert na["pandverboden"][0]["redenEinde"] == einde["reden"]
    assert plan(dienst, klant_id).status_code == 201

    tweede = dienst.doe("POST", pad, "werkconsulent", INCIDENT | {"soort": INCIDENT_B})
    eigen = f"/incidenten/{tweede['id']}"
    dienst.doe("POST", f"{eigen}/pandverboden", "teamleider", VERBOD | {"van": "2026-05-01"})
    dienst.doe("POST", f"{eigen}/pandverboden", "teamleider", VERBOD | {"van": "2026-01-01", "tot": "2026-03-31"})
    assert verplaatstaken(dienst, klant_id) == [], "de afspraak van 20 april valt er niet in"
    dienst.doe("POST", f"{eigen}/pandverboden", "teamleider", VERBOD | {"van": "2026-04-21", "tot": "2026-04-22"})
    assert verplaatstaken(dienst, klant_id) == [], "de dag erna"
    dienst.doe("POST", f"{eigen}/pandverboden", "teamleider", VERBOD | {"van": "2026-04-20", "tot": "2026-04-21"})
    [verplaats] = verplaatstaken(dienst, klant_id)
    assert verplaats == ("Verplaats 1 afspraak naar een andere plek, of bel de klant.", "2026-04-19")
    reden = {"reden": "Dit ging over een andere klant."}
    ingetrokken = dienst.doe("POST", f"{eigen}/intrekkingen", "teamleider", reden)
    assert [(v["van"], v["tot"]) for v in ingetrokken["pandverboden"]] == [
        ("2026-01-01", "2026-03-31"),
        ("2026-04-20", "2026-04-20"),
        ("2026-04-21", "2026-04-21"),
        ("2026-05-01", "2026-05-01"),
    ]
    assert verplaatstaken(dienst, klant_id) == []
    assert brieftaken(dienst, klant_id) == []
    assert dienst.roep("POST", f"{eigen}/pandverboden", "teamleider", VERBOD).json()["code"] == "incident_ingetrokken"
    gezien = dienst.doe("GET", pad, "werkconsulent")["incidenten"]
    assert [bool(deel["ingetrokkenOp"]) for deel in gezien] == [False, True]


INCIDENT_B = "geweld_tegen_goederen_of_bedreiging"


@pytest.mark.regel("DEV-MTR-519", "DEV-MTR-533", "DEV-MTR-548")
@pytest.mark.parametrize("regime", ["PW", "IOAW", "IOAZ"])
def test_het_verslag_is_bewijs_in_de_zaak(dienst: Dienst, regime: str) -> None:
    klant_id = gemeld(dienst, "matchen", regime=regime)
    opdracht: dict[str, Any] = {
        "klantId": klant_id,
        "gedraging": "zeer_ernstige_misdraging",
        "gedragingDatum": "2026-03-31",
    }
    opdracht["kenmerken"] = ["a_fysiek_geweld"]
    zaak = dienst.doe("POST", "/maatregelzaken", "werkconsulent", opdracht)

    def stap(actie: str) -> Any:
        keten = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/procedure", "werkconsulent")["stappen"]
        return next(deel for deel in keten if deel["actie"] == actie)

    def mist_verslag() -> bool:
        stand = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/gereedheid", "werkconsulent")
        return "In het dossier zit nog geen incidentverslag." in stand["aandachtspunten"]

    assert stap("incident_vastleggen")["stand"] == "volgende"
    assert mist_verslag()
    incident = dienst.doe("POST", f"/klanten/{klant_id}/incidenten", "werkconsulent", INCIDENT)
    assert stap("incident_vastleggen")["bewijs"] == [incident["id"]]
    assert not mist_verslag()
    brief = stap("waarschuwingsbrief_leidinggevende")
    assert (brief["stand"], brief["taakId"]) == ("volgende", str(brieftaken(dienst, klant_id)[0].id))
    verzonden = {"verzondenOp": "2026-03-31", "kenmerk": "2026-WB-0007"}
    eigen = f"/incidenten/{incident['id']}"
    dienst.doe("POST", f"{eigen}/waarschuwingsbrieven", "teamleider", verzonden)
    dienst.doe("POST", f"{eigen}/pandverboden", "teamleider", VERBOD)
    assert stap("waarschuwingsbrief_leidinggevende")["stand"] == "gedaan"
    assert stap("pandverbod")["stand"] == "gedaan"
    if regime == "PW":
        met_gemaakte_brief(dienst, zaak["id"], eigen, verzonden)


def met_gemaakte_brief(dienst: Dienst, zaak_id: str, eigen: str, verzonden: dict[str, Any]) -> None:
    """Let the letter that was made be the proof: the right one, sent, on the same day; then its dispatch stays."""
    vraag = {"soort": "waarschuwing_leidinggevende", "wangedrag": "u duwde een medewerker", "wangedragOp": "2026-03-31"}
    gesprek = {"op": "2026-04-07", "tijd": "10:00", "plaats": "Voorbeeldplein 1, Deventer"}
    maken = f"/maatregelzaken/{zaak_id}/brieven"
    ander = dienst.doe("POST", maken, "werkconsulent", {"soort": "uitnodiging", "gesprek": gesprek})
    brief = dienst.doe("POST", maken, "teamleider", vraag)

    def meld(brief_id: str, incident: str = eigen, **anders: Any) -> Any:
        opdracht = verzonden | {"briefId": brief_id} | anders
        return dienst.roep("POST", f"{incident}/waarschuwingsbrieven", "teamleider", opdracht)

    def mis(*delen: str, **anders: Any) -> tuple[str, str]:
        fout = meld(*delen, **anders).json()["fouten"][0]
        return fout["veld"], fout["melding"]

    assert mis(ander["id"]) == ("briefId", "Dit is geen waarschuwing van de leidinggevende aan deze klant.")
    assert mis(brief["id"]) == ("briefId", "Leg eerst bij de brief vast wanneer en hoe die is verzonden.")
    eerder = dienst.doe(
        "POST", f"/klanten/{brief['klantId']}/incidenten", "werkconsulent", INCIDENT | {"datum": "2026-03-30"}
    )
    assert mis(brief["id"], f"/incidenten/{eerder['id']}")[1].startswith("Deze waarschuwing gaat over een andere dag")
    weg = {"verzondenOp": "2026-03-31", "wijzen": ["regulier"]}
    dienst.doe("POST", f"/brieven/{brief['id']}/verzendingen", "teamleider", weg)
    dienst.zet_klok("2026-04-01T10:00:00+02:00")
    assert mis(brief["id"], verzondenOp="2026-04-01")[0] == "verzondenOp"
    assert meld(brief["id"]).json()["briefId"] == brief["id"]
    herroep = {"reden": "De brief ligt nog bij de post."}
    pad = f"/brieven/{brief['id']}/herroepingen"
    assert dienst.roep("POST", pad, "teamleider", herroep).json()["code"] == "bewijs_van_incident"
    dienst.doe("POST", f"{eigen}/waarschuwingsbrieven", "teamleider", verzonden)
    dienst.doe("POST", pad, "teamleider", herroep)
