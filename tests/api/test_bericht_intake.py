"""Messages of the intake over HTTP: the copy of a melding, the letters of the screening, and those about stukken."""

from __future__ import annotations

from typing import Any

import pytest

from app.services.bericht.bezorger import Zending
from app.services.ronde import ronde
from tests.steun.dienst import Dienst
from tests.steun.intake import lees, meld, persoon, plan, screen, taken

IC = "inkomensconsulent"


def berichten(dienst: Dienst, melding: Any, sjabloon: str = "") -> list[Any]:
    """The messages to who reported, oldest first, with their text."""
    klant_id = melding["personen"][0]["klantId"]
    rijen = dienst.doe("GET", f"/klanten/{klant_id}/berichten", "receptie")["berichten"]
    soort = [rij["id"] for rij in reversed(rijen) if rij["sjabloon"] == sjabloon or not sjabloon]
    return [dienst.doe("GET", f"/berichten/{nummer}", "receptie") for nummer in soort]


def bereikbaar(dienst: Dienst, **anders: Any) -> dict[str, Any]:
    return persoon(dienst, email="sam@voorbeeld.example", telefoon="06 12345678") | anders


def geef_contact(dienst: Dienst) -> None:
    """Let the inkomensconsulent have a phone number for klanten."""
    from tests.steun.dienst import medewerker_id

    pad = f"/medewerkers/{medewerker_id(IC)}"
    wie = {"naam": "A. Bakker", "rollen": [IC], "telefoon": "0570 000001", "whatsapp": "06 00000001"}
    na = dienst.doe("PUT", pad, "beheerder", wie, versie=1)
    assert (na["telefoon"], na["whatsapp"], na["email"]) == ("0570 000001", "06 00000001", None)


@pytest.mark.regel("DEV-DIG-003")
def test_wie_zich_digitaal_meldt_krijgt_een_kopie_per_mail(dienst: Dienst) -> None:
    melding = meld(dienst, bereikbaar(dienst), toelichting="Mijn contract loopt af.")
    (kopie,) = berichten(dienst, melding)
    assert (kopie["sjabloon"], kopie["kanaal"], kopie["status"]) == ("melding_kopie", "mail", "wachtend")
    assert "- bijstandsuitkering" in kopie["inhoud"]
    assert "Mijn contract loopt af." in kopie["inhoud"]
    assert "Wij bellen u uiterlijk woensdag 1 april 2026" in kopie["inhoud"]
    zonder = meld(dienst, persoon(dienst, telefoon="06 12345678"))
    assert berichten(dienst, zonder) == []
    assert "bericht_bellen" not in taken(zonder)
    balie = meld(dienst, bereikbaar(dienst), kanaal="fysiek", meldingsdatum="2026-03-31")
    assert berichten(dienst, balie) == []


@pytest.mark.regel("DEV-SCR-016", "DEV-AAN-017", "DEV-AAN-019")
def test_de_brieven_van_de_screening_worden_gemaakt_en_meegegeven(dienst: Dienst) -> None:
    geef_contact(dienst)
    melding = meld(dienst, bereikbaar(dienst, kenmerken=["statushouder"]))
    lijst = dienst.doe("GET", f"/meldingen/{melding['id']}/bewijsmiddelen", IC)["bewijsmiddelen"]
    assert {"iedereen", "vast_adres", "statushouder"} == {middel["voor"] for middel in lijst}

    pad = f"/meldingen/{melding['id']}/brieven"
    eerste = dienst.doe("POST", pad, IC, {"soort": "toelichtende_brief"})
    brief = dienst.doe("POST", pad, IC, {"soort": "toelichtende_brief"})
    assert dienst.doe("GET", f"/berichten/{eerste['id']}", IC)["status"] == "teruggetrokken"
    assert (brief["kanaal"], brief["status"]) == ("brief", "af_te_drukken")
    for deel in ("toeslagen", "acht weken", "werk.nl", "ambitiegesprek", "Dariuz", "donderdag 9 april 2026"):
        assert deel in brief["inhoud"], deel
    assert "A. Bakker, telefoon 0570 000001, WhatsApp 06 00000001" in brief["inhoud"]
    stukken = dienst.doe("POST", pad, IC, {"soort": "bewijsmiddelenlijst"})
    assert "- Uw verblijfsdocument, voor- en achterkant" in stukken["inhoud"]
    assert "Bel ons voor die dag" in stukken["inhoud"]
    vreemd = dienst.roep("POST", pad, IC, {"soort": "bewijsmiddelenlijst", "klantId": melding["id"]})
    assert vreemd.json()["fouten"][0]["veld"] == "klantId"
    for nummer in (brief["id"], stukken["id"]):
        klaar = dienst.doe("POST", f"/berichten/{nummer}/verzendingen", IC, {}, versie=1)
        assert klaar["status"] == "verzonden"

    gepland = plan(dienst, lees(dienst, melding), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    na = screen(dienst, gepland, voorlichting=["dariuz", "verloop_en_toelichtende_brief"])
    toetsen = {toets["voorwaarde"]: toets for toets in na["screeningen"][0]["resultaat"]["toetsen"]}
    assert toetsen["voorlichting_gegeven"]["uitkomst"] == "niet_voldaan"
    assert "inschrijving_uwv" in toetsen["voorlichting_gegeven"]["feiten"]["nog_te_vertellen"]


class Bode:
    """Brings everything, and remembers what."""

    def __init__(self) -> None:
        self.gebracht: list[Zending] = []

    def bezorg(self, zending: Zending, nu: Any) -> None:
        assert nu
        self.gebracht.append(zending)


@pytest.mark.regel("DEV-AAN-009", "DEV-AAN-017")
def test_van_verzoek_tot_herinneringen(dienst: Dienst) -> None:
    melding, bode = meld(dienst, bereikbaar(dienst)), Bode()

    def tot(moment: str) -> list[str]:
        dienst.zet_klok(moment)
        ronde(dienst.state.sessies, dienst.state.register, dienst.klok.nu(), bode)
        nieuw, bode.gebracht = bode.gebracht, []
        return [f"{zending.kanaal}: {zending.inhoud}" for zending in nieuw]

    vraag = {"stukken": ["Paspoort", "Huurcontract"]}
    na = dienst.doe("POST", f"/meldingen/{melding['id']}/stukkenverzoeken", IC, vraag, versie=melding["versie"])
    verzoek = na["stukkenverzoeken"][0]
    (lijst,) = berichten(dienst, melding, "bewijsmiddelenlijst")
    assert "- Paspoort\n- Huurcontract" in lijst["inhoud"]
    assert "donderdag 9 april 2026" in lijst["inhoud"]
    assert len(tot("2026-03-31T09:30:00+02:00")) == 2

    belde = {"bereikt": True, "doel": "stukken", "weg": "whatsapp", "hulpNodig": True, "begrepen": False}
    gebeld = dienst.doe("POST", f"/meldingen/{melding['id']}/contactpogingen", IC, belde)
    assert {"hulp_administratie", "stukken_uitleggen"} <= set(taken(gebeld))
    assert (gebeld["contactpogingen"][0]["weg"], gebeld["contactpogingen"][0]["begrepen"]) == ("whatsapp", False)

    assert tot("2026-04-10T12:00:00+02:00") == []
    dienst.doe(
        "POST", f"/stukkenverzoeken/{verzoek['id']}/aanvultermijnen", IC, {}, versie=lees(dienst, melding)["versie"]
    )
    (brief,) = berichten(dienst, melding, "stukken_aanvultermijn")
    assert brief["status"] == "af_te_drukken"
    assert "vrijdag 17 april 2026" in brief["inhoud"]
    assert "artikel 4:5" in brief["inhoud"]
    assert tot("2026-04-16T09:59:00+02:00") == []
    (sms,) = tot("2026-04-16T10:00:00+02:00")
    assert sms.startswith("sms: Wij missen nog stukken voor uw aanvraag. Lever ze in uiterlijk op vrijdag 17 april")
    assert tot("2026-04-18T09:59:00+02:00") == []
    (tweede,) = tot("2026-04-18T10:00:00+02:00")
    assert tweede.startswith("sms: Uw stukken zijn niet op tijd binnen.")


def test_wie_alles_inlevert_krijgt_geen_herinnering(dienst: Dienst) -> None:
    melding = meld(dienst, bereikbaar(dienst))
    vraag = {"stukken": ["Paspoort"]}
    na = dienst.doe("POST", f"/meldingen/{melding['id']}/stukkenverzoeken", IC, vraag, versie=melding["versie"])
    pad = f"/stukkenverzoeken/{na['stukkenverzoeken'][0]['id']}"
    dienst.zet_klok("2026-04-10T12:00:00+02:00")
    gestuurd = {"verzondenOp": "2026-04-10"}
    na = dienst.doe("POST", f"{pad}/aanvultermijnen", IC, gestuurd, versie=lees(dienst, melding)["versie"])
    assert berichten(dienst, melding, "stukken_aanvultermijn") == []
    stuk = {"stukken": [{"stukId": na["stukkenverzoeken"][0]["stukken"][0]["id"]}]}
    dienst.doe("POST", f"{pad}/ontvangsten", "receptie", stuk, versie=na["versie"])
    herinneringen = berichten(dienst, melding, "stukken_herinnering") + berichten(dienst, melding, "stukken_na_termijn")
    assert [(rij["status"], rij["reden"]) for rij in herinneringen] == [
        ("teruggetrokken", "De stukken zijn binnen.")
    ] * 2
