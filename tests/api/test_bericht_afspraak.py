"""What a klant hears of an appointment: the confirmation, the reminders, and that it moves or does not take place."""

from __future__ import annotations

from typing import Any

import pytest
from icalendar import Calendar

from app.services.bericht.bezorger import Zending
from app.services.ronde import ronde
from tests.api.test_bericht_intake import bereikbaar, berichten, geef_contact
from tests.api.test_niveau import besluit
from tests.steun.afspraak import gemeld, nodig_uit, plan_bijeenkomst
from tests.steun.agenda import INTAKER, afspraak
from tests.steun.diagnose import levering, record
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import lees, meld, plan, screen
from tests.steun.klanten import ingedeeld


class Bode:
    """Brings everything, and remembers what."""

    def __init__(self, dienst: Dienst) -> None:
        self.dienst = dienst
        self.gebracht: list[Zending] = []

    def bezorg(self, zending: Zending, nu: Any) -> None:
        assert nu
        self.gebracht.append(zending)

    def tot(self, moment: str) -> list[Zending]:
        """Set the clock, and return what went out."""
        self.dienst.zet_klok(moment)
        state = self.dienst.state
        ronde(state.sessies, state.register, self.dienst.klok.nu(), self)
        nieuw, self.gebracht = self.gebracht, []
        return nieuw


def ics(tekst: str | None) -> dict[str, Any]:
    """The properties of the one event in a calendar, and the method."""
    assert tekst is not None
    kalender: Any = Calendar.from_ical(tekst)
    (gebeurtenis,) = kalender.walk("VEVENT")
    waarden: dict[str, Any] = {naam: str(gebeurtenis[naam]) for naam in ("UID", "SEQUENCE", "STATUS", "SUMMARY")}
    return waarden | {"METHOD": str(kalender["METHOD"]), "BEGIN": gebeurtenis["DTSTART"].dt.isoformat()}


def van(dienst: Dienst, klant_id: str, *statussen: str) -> list[tuple[str, str, str]]:
    """Template, channel and first moment of the messages to a klant with these statuses, oldest first."""
    rijen = dienst.doe("GET", f"/klanten/{klant_id}/berichten", "administratie")["berichten"]
    wat = [rij for rij in reversed(rijen) if rij["status"] in (statussen or ("wachtend",))]
    return [(rij["sjabloon"], rij["kanaal"], rij["nietVoor"]) for rij in wat]


@pytest.mark.regel("DEV-AFS-001", "DEV-AFS-002", "DEV-AAN-019")
def test_een_screening_wordt_bevestigd_herinnerd_en_verzet(dienst: Dienst) -> None:
    geef_contact(dienst)
    bode = Bode(dienst)
    melding = meld(dienst, bereikbaar(dienst))
    gepland = plan(dienst, melding, "2026-04-02T10:00:00+02:00")
    _kopie, mail = bode.tot("2026-03-31T09:01:00+02:00")
    for deel in (
        "donderdag 2 april 2026, 10.00 uur",
        "Waar: Receptie KonnecteD",
        "Met wie: A. Bakker",
        "Telefoon: 0570 000001",
        "WhatsApp: 06 00000001",
    ):
        assert deel in mail.inhoud
    eerste = ics(mail.agenda)
    assert (eerste["METHOD"], eerste["SEQUENCE"], eerste["STATUS"]) == ("REQUEST", "0", "CONFIRMED")
    assert (eerste["BEGIN"], eerste["SUMMARY"]) == ("2026-04-02T10:00:00+02:00", "Afspraak gemeente Deventer")
    assert "ATTENDEE:MAILTO:sam@voorbeeld.example" in str(mail.agenda)
    assert "TZID:Europe/Amsterdam" in str(mail.agenda)
    klant_id = melding["personen"][0]["klantId"]
    assert van(dienst, klant_id) == [("screening_herinnering", "sms", "2026-04-01T08:00:00Z")]

    verzet = plan(dienst, gepland, "2026-04-07T11:00:00+02:00", redenBuitenNorm="De klant is ziek.")
    assert van(dienst, klant_id, "teruggetrokken") == [("screening_herinnering", "sms", "2026-04-01T08:00:00Z")]
    (nieuw,) = bode.tot("2026-04-06T09:59:00+02:00")
    tweede = ics(nieuw.agenda)
    assert (tweede["UID"], tweede["SEQUENCE"]) == (eerste["UID"], "1")
    assert eerste["UID"].startswith(melding["id"])
    (sms,) = bode.tot("2026-04-06T10:00:00+02:00")
    assert (sms.kanaal, sms.adres) == ("sms", "+31612345678")
    assert "dinsdag 7 april 2026 om 11.00 uur" in sms.inhoud
    assert "0570 000001" in sms.inhoud

    pad = f"/screeningen/{verzet['screeningen'][-1]['id']}/agenda"
    bestand = dienst.roep("GET", pad, "receptie")
    assert bestand.headers["content-type"] == "text/calendar; charset=utf-8"
    assert ics(bestand.text) == tweede
    oud = ics(dienst.roep("GET", f"/screeningen/{verzet['screeningen'][0]['id']}/agenda", "receptie").text)
    assert (oud["METHOD"], oud["UID"]) == ("CANCEL", eerste["UID"])


@pytest.mark.regel("DEV-AFS-002")
def test_kort_van_tevoren_gaat_de_herinnering_meteen_en_erna_niet_meer(dienst: Dienst) -> None:
    bode = Bode(dienst)
    melding = meld(dienst, bereikbaar(dienst))
    plan(dienst, melding, "2026-04-01T09:30:00+02:00")
    klant_id = melding["personen"][0]["klantId"]
    herinnering = ("screening_herinnering", "sms", "2026-03-31T07:00:00Z")
    assert herinnering in van(dienst, klant_id)
    assert bode.tot("2026-04-01T09:31:00+02:00")[0].inhoud.startswith("Beste")
    assert herinnering in van(dienst, klant_id, "teruggetrokken")


@pytest.fixture
def gescreend(dienst: Dienst) -> Any:
    """A klant who fills in Dariuz, on Thursday 2 April 2026 at 11."""
    melding = meld(dienst, bereikbaar(dienst, bsn="999990007"))
    gepland = plan(dienst, melding, "2026-04-02T10:00:00+02:00")
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    screen(dienst, gepland)
    return lees(dienst, melding)


AMBITIE = "2026-04-14T10:00:00+02:00"


@pytest.mark.regel("DEV-AFS-001", "DEV-AFS-003", "DEV-AFS-004", "DEV-NOS-507")
def test_een_ambitiegesprek_met_dariuz(dienst: Dienst, gescreend: Any) -> None:
    """Three werkdagen before Tuesday 14 April is Thursday 9 April."""
    klant_id = gescreend["personen"][0]["klantId"]
    bode = Bode(dienst)
    bode.tot("2026-04-02T11:01:00+02:00")
    gemaakt = afspraak(dienst, klant_id, "ambitiegesprek", AMBITIE, medewerkerId=INTAKER)
    assert van(dienst, klant_id) == [
        ("ambitiegesprek_bevestiging", "mail", "2026-04-02T09:01:00Z"),
        ("dariuz_herinnering", "sms", "2026-04-09T08:00:00Z"),
        ("ambitiegesprek_herinnering", "sms", "2026-04-13T08:00:00Z"),
    ]
    (bevestiging,) = bode.tot("2026-04-02T11:02:00+02:00")
    dienst.doe(
        "PUT",
        f"/afspraken/{gemaakt['id']}/moment",
        "receptie",
        {"begint": "2026-04-15T10:00:00+02:00", "reden": "De klant vroeg erom."},
        versie=gemaakt["versie"],
    )
    (opnieuw,) = bode.tot("2026-04-02T11:03:00+02:00")
    was, wordt = ics(bevestiging.agenda), ics(opnieuw.agenda)
    assert (was["UID"], wordt["UID"]) == (wordt["UID"], f"{gemaakt['id']}@inzet-op-maat")
    assert int(wordt["SEQUENCE"]) > int(was["SEQUENCE"])
    assert ics(dienst.roep("GET", f"/afspraken/{gemaakt['id']}/agenda", "receptie").text) == wordt
    assert [regel[0] for regel in van(dienst, klant_id)] == ["dariuz_herinnering", "ambitiegesprek_herinnering"]

    dienst.doe("POST", "/diagnose-importen", "koppeling", levering(record("999990007")))
    assert van(dienst, klant_id) == [("ambitiegesprek_herinnering", "sms", "2026-04-14T08:00:00Z")]
    assert len(bode.tot("2026-04-14T10:00:00+02:00")) == 1
    (nu,) = [a for a in _afspraken(dienst, klant_id) if a["id"] == gemaakt["id"]]
    assert nu["smsVerzondenOp"] == "2026-04-14"

    dienst.doe("PUT", f"/afspraken/{gemaakt['id']}/afzegging", "intaker", {"reden": "Ziek"}, versie=nu["versie"])
    (weg,) = bode.tot("2026-04-14T10:05:00+02:00")
    af = ics(weg.agenda)
    assert (af["METHOD"], af["STATUS"], af["UID"]) == ("CANCEL", "CANCELLED", was["UID"])
    assert int(af["SEQUENCE"]) > int(wordt["SEQUENCE"])
    assert "gaat niet door" in weg.inhoud


def _afspraken(dienst: Dienst, klant_id: str) -> list[Any]:
    rijen: list[Any] = dienst.doe("GET", f"/klanten/{klant_id}/afspraken", "administratie")["afspraken"]
    return rijen


@pytest.mark.regel("DEV-AFS-001", "DEV-AFS-005", "DEV-AFS-007")
def test_een_kick_off_voor_wie_meer_moeite_heeft(dienst: Dienst) -> None:
    bode = Bode(dienst)
    lvb = gemeld(dienst, "groeien", kenmerken=["lvb"], telefoon="06 12345678")
    onbereikbaar = ingedeeld(dienst, "groeien", email=None, telefoon=None)
    bijeenkomst = plan_bijeenkomst(dienst, "groeien")
    nodig_uit(dienst, bijeenkomst, lvb, onbereikbaar)
    assert van(dienst, onbereikbaar) == van(dienst, onbereikbaar, "af_te_drukken") == []
    mails = bode.tot("2026-03-31T09:01:00+02:00")
    (mail,) = [zending for zending in mails if "startbijeenkomst" in zending.inhoud]
    assert "Neem iemand mee die u vertrouwt." in mail.inhoud
    assert "ongeveer 180 minuten" in mail.inhoud
    assert van(dienst, lvb) == [("kick_off_herinnering", "sms", "2026-04-13T08:00:00Z")]
    nu = dienst.doe("GET", f"/bijeenkomsten/{bijeenkomst['id']}", "administratie")
    pad = f"/bijeenkomsten/{bijeenkomst['id']}/afzegging"
    dienst.doe("PUT", pad, "administratie", {"reden": "Zaal dubbel geboekt"}, versie=nu["versie"])
    assert [regel[0] for regel in van(dienst, lvb)] == ["afspraak_afgezegd"]
    (af,) = bode.tot("2026-03-31T09:02:00+02:00")
    assert (ics(af.agenda)["METHOD"], ics(af.agenda)["UID"]) == ("CANCEL", ics(mail.agenda)["UID"])


@pytest.mark.regel("DEV-DIG-007", "DEV-DIG-023")
def test_videobellen_wordt_uitgelegd(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    afspraak(dienst, klant_id, "doelmatigheidsgesprek", AMBITIE, kanaal="videobellen", meebrengen=["tolk"])
    inhoud = dienst.doe("GET", "/videobellen?gemeente=GM0150", "werkconsulent")
    (mail,) = Bode(dienst).tot("2026-03-31T09:01:00+02:00")
    for deel in (inhoud["uitleg"], inhoud["instructievideo"], *inhoud["tips"], f"Bel {inhoud['hulpnummer']}"):
        assert deel in mail.inhoud
    assert "Neem mee: een tolk." in mail.inhoud
    assert "Waar:" not in mail.inhoud
    assert inhoud["instructieMedewerkers"].startswith("https://")
    assert "tweede scherm" in inhoud["tweedeScherm"]
    assert dienst.roep("GET", "/videobellen?gemeente=GM0988", "werkconsulent").status_code == 400


@pytest.mark.regel("DEV-DIG-003", "DEV-DIG-013", "DEV-DIG-015")
def test_in_de_digitale_stand_zijn_de_berichten_anders(dienst: Dienst, gescreend: Any) -> None:
    besluit(dienst, van="2026-04-02")
    pad = f"/medewerkers/{medewerker_id('intaker')}"
    intaker = {"naam": "I. Smit", "rollen": ["intaker"], "telefoon": "0570 000002"}
    dienst.doe("PUT", pad, "beheerder", intaker, versie=1)
    klant_id = gescreend["personen"][0]["klantId"]
    Bode(dienst).tot("2026-04-02T11:01:00+02:00")
    afspraak(dienst, klant_id, "ambitiegesprek", AMBITIE, medewerkerId=INTAKER)
    mail, dariuz, sms = (berichten(dienst, gescreend, soort)[-1] for soort in (
        "ambitiegesprek_bevestiging", "dariuz_herinnering", "ambitiegesprek_herinnering",
    ))  # fmt: skip
    assert "bericht/volledige_lockdown" in mail["beleidId"]
    assert "Zorg dat u op deze tijd goed bereikbaar bent." in mail["inhoud"]
    assert "Bel de intaker, I. Smit: 0570 000002." in mail["inhoud"]
    assert "Kunt u of uw begeleider niet? Bel ons." in mail["inhoud"]
    for herinnering in (dariuz["inhoud"], sms["inhoud"]):
        assert "goed bereikbaar" in herinnering
        assert "Dariuz" in herinnering
        assert "I. Smit, 0570 000002" in herinnering
    (kopie,) = berichten(dienst, meld(dienst, bereikbaar(dienst)), "melding_kopie")
    assert "Wij bellen u binnen 24 uur" in kopie["inhoud"]
    assert "eerste werkdag daarna" in kopie["inhoud"]
