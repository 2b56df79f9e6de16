"""Appointments in the digital mode over HTTP: form, channel, attempts, the check of Dariuz, suspended kick-offs."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.afspraak import HERSTEL, NA_EERSTE, TWEEDE, eigen_taken, gemeld, nodig_uit, plan_bijeenkomst
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, taken

IC, ADM = Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE
BESLUIT = {"gemeente": "GM0150", "van": "2026-04-07", "reden": "Maatregelen", "beslotenDoor": "Directieteam"}


def schakel(dienst: Dienst, **wat: Any) -> None:
    dienst.doe("POST", "/dienstverleningsniveaus", Rol.BELEIDSMEDEWERKER, BESLUIT | wat)


def lijst(dienst: Dienst, bijeenkomst: Any, deelnemers: list[dict[str, Any]], **extra: Any) -> Any:
    nu = dienst.doe("GET", f"/bijeenkomsten/{bijeenkomst['id']}", ADM)
    pad = f"/bijeenkomsten/{bijeenkomst['id']}/presentielijst"
    return dienst.roep("PUT", pad, ADM, {"deelnemers": deelnemers} | extra, versie=nu["versie"])


@pytest.mark.regel("DEV-DIG-024")
@pytest.mark.regel("DEV-DIG-025")
@pytest.mark.regel("DEV-DIG-033")
@pytest.mark.regel("DEV-DIG-034")
def test_een_online_kick_off_groeien(dienst: Dienst) -> None:
    schakel(dienst, niveau="gedeeltelijke_lockdown")
    een, twee = gemeld(dienst, "groeien"), gemeld(dienst, "groeien")
    bijeenkomst = plan_bijeenkomst(dienst, "groeien")
    assert bijeenkomst["capaciteit"] == 10
    nodig_uit(dienst, bijeenkomst, een, twee)
    dienst.zet_klok(NA_EERSTE)
    online: dict[str, Any] = {"klantId": een, "uitkomst": "verschenen"}
    bellen: dict[str, Any] = {
        "klantId": twee,
        "uitkomst": "verschenen",
        "vorm": "telefonisch",
        "digitaalVaardig": False,
    }
    fout = lijst(dienst, bijeenkomst, [online, bellen]).json()
    assert {f["veld"] for f in fout["fouten"]} == {"deelnemers.0.subgroep", "deelnemers.1.vorm"}
    goed = [online | {"subgroep": 2}, bellen | {"heeftApparaat": False}]
    na = lijst(dienst, bijeenkomst, goed, onderdelen=["financien"]).json()
    assert [(d["afspraak"]["vorm"], d["afspraak"]["subgroep"]) for d in na["deelnemers"]] == [
        ("online", 2), ("telefonisch", None)
    ]  # fmt: skip
    assert [s["voorwaarde"] for s in na["signalen"]] == ["onderdelen_behandeld"]
    for klant in (een, twee):
        assert eigen_taken(dienst, klant) == {"kennismaking_plannen"}
        berichten = dienst.doe("GET", f"/klanten/{klant}/berichten", ADM)["berichten"]
        assert [b["sjabloon"] for b in berichten if b["sjabloon"] == "kick_off_handout"] == ["kick_off_handout"]


@pytest.mark.regel("DEV-DIG-501")
def test_zolang_de_kick_off_is_opgeschort_gaat_het_naar_de_kennismaking(dienst: Dienst) -> None:
    schakel(dienst, instelling="kick_off_opgeschort_faciliteren", tot="2026-05-01")
    dienst.zet_klok("2026-04-07T09:00:00+02:00")
    opdracht = {"gemeente": "GM0150", "klantgroep": "faciliteren", "locatie": "Stadhuis"}
    tijdens = opdracht | {"begint": "2026-04-30T10:00:00+02:00"}
    antwoord = dienst.roep("POST", "/bijeenkomsten", ADM, tijdens)
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "kick_off_opgeschort")
    na = opdracht | {"begint": "2026-05-01T10:00:00+02:00"}
    assert dienst.roep("POST", "/bijeenkomsten", ADM, na).status_code == 201
    klant = ingedeeld(dienst, "faciliteren")
    afspraak = {"klantId": klant, "soort": "kennismakingsgesprek", "begint": "2026-04-09T10:00:00+02:00"}
    gemaakt = dienst.doe("POST", "/afspraken", IC, afspraak)
    assert "informatie_stress" in gemaakt["onderdelen"]
    ander = dienst.doe("POST", "/afspraken", IC, afspraak | {"klantId": ingedeeld(dienst, "zorgen")})
    assert ander["onderdelen"] == []


@pytest.mark.regel("DEV-DIG-503")
@pytest.mark.regel("DEV-DIG-506")
def test_stadhuis_en_huisbezoek_vragen_een_reden(dienst: Dienst) -> None:
    schakel(dienst, niveau="volledige_lockdown")
    klant = ingedeeld(dienst, "faciliteren")
    for soort, kanaal in (("kennismakingsgesprek", "fysiek"), ("doelmatigheidsgesprek", "huisbezoek")):
        afspraak = {"klantId": klant, "soort": soort, "begint": "2026-04-08T10:00:00+02:00", "kanaal": kanaal}
        antwoord = dienst.roep("POST", "/afspraken", IC, afspraak)
        assert [t["voorwaarde"] for t in antwoord.json()["toetsen"]] == ["kanaal_toegestaan"]
        gemaakt = dienst.doe("POST", "/afspraken", IC, afspraak | {"redenKanaal": "De klant is doof"})
        assert gemaakt["redenKanaal"] == "De klant is doof"
    afspraak = {"klantId": klant, "soort": "traject_afspraak", "begint": "2026-04-09T10:00:00+02:00"}
    dienst.doe("POST", "/afspraken", IC, afspraak)
    spoor = dienst.doe("GET", f"/klanten/{klant}/dienstverlening", IC)["regels"]
    kanalen = [regel["kanaal"] for regel in spoor if regel["wat"] == "afspraak"]
    assert sorted(kanalen) == ["fysiek", "huisbezoek", "videobellen"]


@pytest.mark.regel("DEV-DIG-022")
def test_pas_na_alle_pogingen_een_hersteltermijn(dienst: Dienst) -> None:
    schakel(dienst, niveau="volledige_lockdown")
    klant = gemeld(dienst, "matchen", telefoon="06 12345678")
    bijeenkomst = plan_bijeenkomst(dienst, "matchen")
    nodig_uit(dienst, bijeenkomst, klant)
    dienst.zet_klok(NA_EERSTE)
    gemist = lijst(dienst, bijeenkomst, [{"klantId": klant, "uitkomst": "niet_verschenen"}]).json()
    afspraak = gemist["deelnemers"][0]["afspraak"]
    tweede = plan_bijeenkomst(dienst, "matchen", TWEEDE)
    pad = f"/bijeenkomsten/{tweede['id']}/deelnemers"
    opnieuw = {"deelnemers": [{"klantId": klant} | HERSTEL]}
    geweigerd = dienst.roep("POST", pad, ADM, opnieuw).json()
    [toets] = geweigerd["toetsen"]
    assert toets["feiten"]["ontbreekt"] == ["sms", "whatsapp", "mail", "voicemail"]
    for kanaal in toets["feiten"]["ontbreekt"]:
        poging = {"kanaal": kanaal, "toelichting": "Geen gehoor"}
        dienst.doe("POST", f"/afspraken/{afspraak['id']}/bereikpogingen", ADM, poging)
    dienst.doe("POST", pad, ADM, opnieuw)
    assert "inkomensconsulent_informeren" in [taak.soort for taak in taken(dienst, klant)]


@pytest.mark.regel("DEV-DIG-014")
@pytest.mark.regel("DEV-DIG-016")
def test_dariuz_de_dag_ervoor_en_een_tweede_gesprek_erna(dienst: Dienst) -> None:
    schakel(dienst, niveau="gedeeltelijke_lockdown")
    klant = gemeld(dienst, None)
    afspraak = {"klantId": klant, "soort": "ambitiegesprek", "begint": "2026-04-09T10:00:00+02:00", "duurMinuten": 45}
    assert dienst.roep("POST", "/afspraken", Rol.INTAKER, afspraak).status_code == 409
    gemaakt = dienst.doe("POST", "/afspraken", Rol.INTAKER, afspraak | {"duurMinuten": 30})
    dienst.zet_klok("2026-04-07T12:00:00+02:00")
    assert "dariuz_controleren" not in [taak.soort for taak in taken(dienst, klant)]
    later = {"begint": "2026-04-10T10:00:00+02:00", "reden": "Klant kan niet"}
    gemaakt = dienst.doe("PUT", f"/afspraken/{gemaakt['id']}/moment", Rol.INTAKER, later, versie=gemaakt["versie"])
    dienst.zet_klok("2026-04-08T12:00:00+02:00")
    assert "dariuz_controleren" not in [taak.soort for taak in taken(dienst, klant)]
    dienst.zet_klok("2026-04-09T09:00:00+02:00")
    assert "dariuz_controleren" in [taak.soort for taak in taken(dienst, klant)]
    poging = {"kanaal": "telefoon", "bereikt": True}
    gemaakt = dienst.doe("POST", f"/afspraken/{gemaakt['id']}/bereikpogingen", Rol.INTAKER, poging)
    assert "dariuz_controleren" not in [taak.soort for taak in taken(dienst, klant)]
    dienst.zet_klok("2026-04-10T11:00:00+02:00")
    pad = f"/afspraken/{gemaakt['id']}/uitkomst"
    dienst.doe("PUT", pad, Rol.INTAKER, {"uitkomst": "verschenen"}, versie=gemaakt["versie"])
    assert any(t.wat.startswith("Plan een tweede ambitiegesprek") for t in taken(dienst, klant))
