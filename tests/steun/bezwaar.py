"""Bezwaren over HTTP: handled by employee number two, who had no hand in the besluit."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst

BEZWAAR = {"ontvangenOp": "2026-06-10", "gronden": "Ik was ziek en heb dat aan de balie gemeld."}
GEHOORD = {"gehoord": True, "datum": "2026-06-25", "verslag": "De klant liet het bericht van de huisarts zien."}
HERROEPEN = {"uitkomst": "herroepen", "motivering": "De klant had zich op tijd afgemeld."}


def maak_bezwaar(dienst: Dienst, besluit_id: str, **anders: Any) -> Any:
    """Register a bezwaar as administratie."""
    return dienst.doe("POST", f"/besluiten/{besluit_id}/bezwaren", "administratie", BEZWAAR | anders)


def zet(dienst: Dienst, bezwaar_id: str, deel: str, opdracht: dict[str, Any], **extra: Any) -> Any:
    """Do the next thing as inkomensconsulent number two on the present version; return the response."""
    pad = f"/bezwaren/{bezwaar_id}"
    versie = dienst.doe("GET", pad, "inkomensconsulent")["versie"]
    keus = {"nummer": 2, "versie": versie} | extra
    methode = "POST" if deel else "PATCH"
    return dienst.roep(methode, f"{pad}/{deel}" if deel else pad, "inkomensconsulent", opdracht, **keus)


def beslis(dienst: Dienst, bezwaar_id: str, opdracht: dict[str, Any], dag: str) -> Any:
    """Decide, let toetser number two check, and send; return the besluit."""
    antwoord = zet(dienst, bezwaar_id, "besluiten", opdracht)
    assert antwoord.status_code == 201, antwoord.text
    besluit = antwoord.json()
    dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": True}, nummer=2)
    return dienst.doe("POST", f"/besluiten/{besluit['id']}/bekendmakingen", "administratie", {"verzondenOp": dag})


def herroep(dienst: Dienst, besluit_id: str, ontvangen: str) -> Any:
    """Have a besluit herroepen today, after a bezwaar that came in on a day; return the decision."""
    dag = f"{dienst.klok.nu():%Y-%m-%d}"
    bezwaar = maak_bezwaar(dienst, besluit_id, ontvangenOp=ontvangen)
    zet(dienst, bezwaar["id"], "hoorzittingen", GEHOORD | {"datum": dag})
    return beslis(dienst, bezwaar["id"], HERROEPEN, dag)
