"""Aanvragen as the tests make them, over HTTP: opened out of a melding, and brought to a step."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst
from tests.steun.intake import IC, meld, persoon, plan, screen
from tests.steun.intake import lees as lees_melding

ALLES_GEDAAN = ["afspraak_gemaakt", "klant_in_gws", "formulier_in_zaak"]


def open_(dienst: Dienst, melding: Any, *gedaan: str, rol: str = "receptie") -> Any:
    """Open the werkproces."""
    return dienst.doe("POST", f"/meldingen/{melding['id']}/aanvragen", rol, {"gedaan": list(gedaan)})


def zet(dienst: Dienst, aanvraag: Any, soort: str, rol: str, inhoud: Any, **extra: Any) -> Any:
    """Do something with an aanvraag on its present version; it must succeed."""
    return dienst.doe("POST", f"/aanvragen/{aanvraag['id']}/{soort}", rol, inhoud, versie=aanvraag["versie"], **extra)


def probeer(dienst: Dienst, aanvraag: Any, soort: str, rol: str, inhoud: Any, **extra: Any) -> Any:
    """Try something with an aanvraag on its present version."""
    pad = f"/aanvragen/{aanvraag['id']}/{soort}"
    return dienst.roep("POST", pad, rol, inhoud, versie=lees(dienst, aanvraag)["versie"], **extra)


def lees(dienst: Dienst, aanvraag: Any, rol: str = "inkomensconsulent") -> Any:
    """The aanvraag as it is now."""
    return dienst.doe("GET", f"/aanvragen/{aanvraag['id']}", rol)


def vink(dienst: Dienst, aanvraag: Any, nr: int, rol: str, *delen: str, **extra: Any) -> Any:
    """Tick off parts of a step."""
    return zet(dienst, aanvraag, "stappen", rol, {"nr": nr, "delen": list(delen)} | extra)


def sla_over(dienst: Dienst, aanvraag: Any, nr: int) -> Any:
    """Skip an optional step."""
    inhoud = {"nr": nr, "soort": "overgeslagen", "reden": "Niet nodig."}
    return zet(dienst, aanvraag, "stappen", "inkomensconsulent", inhoud)


def gescreend(dienst: Dienst, *personen: dict[str, Any], **extra: Any) -> Any:
    """A melding of Tuesday 31 March with aanvraag, screened and reported on Thursday 2 April."""
    wie = personen or (persoon(dienst),)
    melding = plan(dienst, meld(dienst, *wie, aanvraagdatum="2026-03-31"), "2026-04-02T10:00:00+02:00")
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    klaar = screen(dienst, lees_melding(dienst, melding), **extra)
    pad = f"/screeningen/{klaar['screeningen'][0]['id']}/verslagen"
    tekst = {"tekst": "De klant heeft geen inkomen meer."}
    return dienst.doe("POST", pad, "inkomensconsulent", tekst, versie=klaar["versie"])


def tot_sr(dienst: Dienst, aanvraag: Any) -> Any:
    """Bring an aanvraag whose screening was reported to step 9."""
    aanvraag = vink(
        dienst, aanvraag, 3, "inkomensconsulent", "screening_gehouden", "gerapporteerd", "voorschot_beoordeeld"
    )
    aanvraag = zet(dienst, aanvraag, "toewijzingen", "receptie", {"inkomensconsulentId": IC})
    for nr in (5, 6):
        aanvraag = sla_over(dienst, aanvraag, nr)
    aanvraag = vink(dienst, aanvraag, 7, "administratie", "stukken_toegevoegd")
    delen = ("inlevertermijn_bewaakt", "volledigheid_gecontroleerd")
    return vink(dienst, aanvraag, 8, "inkomensconsulent", *delen)


def tot_recht(dienst: Dienst, aanvraag: Any, resultaat: str = "geen_signalen") -> Any:
    """Bring an aanvraag whose screening was reported to step 10."""
    return zet(dienst, tot_sr(dienst, aanvraag), "sr-screeningen", "sociale_recherche", {"resultaat": resultaat})


def stand(aanvraag: Any) -> dict[int, str]:
    """Where each step stands."""
    return {stap["nr"]: stap["stand"] for stap in aanvraag["stappen"]}


def taken(aanvraag: Any) -> list[str]:
    """Kinds of the open taken, sorted."""
    return sorted(taak["soort"] for taak in aanvraag["taken"])
