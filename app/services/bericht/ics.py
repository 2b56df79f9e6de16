"""The one file that knows icalendar: an appointment for the calendar of the klant (RFC 5545, RFC 5546)."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, vCalAddress, vText

from app.domain.bericht.beleid import Afzender
from app.services.bericht.moment import Gespreksmoment

_ZONE: Final = ZoneInfo("Europe/Amsterdam")
DOMEIN: Final = "inzet-op-maat"


def als_ics(moment: Gespreksmoment, afzender: Afzender, nu: datetime, *, afgezegd: bool = False) -> str:
    """Write the appointment; the same UID with a higher SEQUENCE moves or cancels what stood in the calendar.

    The title does not say what the conversation is about: a calendar is often shared.
    """
    kalender = Calendar()
    kalender.add("PRODID", "-//Inzet op Maat//NL")
    kalender.add("VERSION", "2.0")
    kalender.add("METHOD", "CANCEL" if afgezegd else "REQUEST")
    gebeurtenis = Event()
    gebeurtenis.add("UID", f"{moment.uid}@{DOMEIN}")
    gebeurtenis.add("SEQUENCE", moment.volgnummer)
    gebeurtenis.add("DTSTAMP", nu)
    gebeurtenis.add("DTSTART", moment.begin.astimezone(_ZONE))
    gebeurtenis.add("DTEND", moment.einde.astimezone(_ZONE))
    gebeurtenis.add("SUMMARY", f"Afspraak gemeente {afzender.gemeente}")
    gebeurtenis.add("LOCATION", moment.plaats)
    gebeurtenis.add("STATUS", "CANCELLED" if afgezegd else "CONFIRMED")
    organisator = vCalAddress(f"MAILTO:{afzender.email}")
    organisator.params["CN"] = vText(afzender.naam)
    gebeurtenis.add("ORGANIZER", organisator)
    kalender.add_component(gebeurtenis)
    kalender.add_missing_timezones()
    return _tekst(kalender)


def met_deelnemer(ics: str, adres: str) -> str:
    """Name the klant as the one who is invited; the address is only known when the mail goes out."""
    kalender = Calendar.from_ical(ics)
    for gebeurtenis in kalender.walk("VEVENT"):
        gebeurtenis.add("ATTENDEE", vCalAddress(f"MAILTO:{adres}"))
    return _tekst(kalender)


def _tekst(kalender: Component) -> str:
    ruw: bytes = kalender.to_ical()
    return ruw.decode()
