"""A maatregelzaak over HTTP: a Matchen klant with a signed plan who stays away from the kick-off twice."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld

KICK_OFF = "pva_niet_meewerken_kick_off"
DOEL = {
    "omschrijving": "Ik wil aan het werk in de logistiek",
    "leefgebieden": ["werk_en_activiteiten"],
    "acties": [{"wat": "Workshop solliciteren", "wie": "klant", "uiterlijk": "2026-04-14"}],
}
PLAN: dict[str, Any] = {
    "soort": "routekaart",
    "doelen": [DOEL],
    "verplichtingen": ["meewerken_plan_van_aanpak", "verschijnen_op_afspraken"],
    "evaluatiedatum": "2026-04-24",
    "verzuimregelsUitgereiktOp": "2026-03-31",
    "overlegOp": "2026-03-31",
    "wijzeVanBereiken": "Met twee workshops en hulp bij het solliciteren.",
    "eigenRol": "Ik solliciteer elke week twee keer.",
}
ZAAK: dict[str, Any] = {"gedraging": KICK_OFF, "gedragingDatum": "2026-04-23", "meldingDatum": "2026-03-30"}
UITNODIGING: dict[str, Any] = {
    "soort": "uitnodiging",
    "verzondenOp": "2026-04-03",
    "wijze": ["email"],
    "gesprekOp": "2026-04-14",
}
HERSTELTERMIJN: dict[str, Any] = {
    "soort": "hersteltermijn",
    "verzondenOp": "2026-04-15",
    "wijze": ["aangetekend", "regulier"],
    "gesprekOp": "2026-04-23",
    "kenmerkAangetekend": "3SRRC0001",
}
NO_SHOW_1: dict[str, Any] = {"soort": "no_show", "datum": "2026-04-14"}
NO_SHOW_2: dict[str, Any] = {"soort": "no_show", "datum": "2026-04-23"}
HOORGESPREK: dict[str, Any] = {
    "soort": "hoorgesprek",
    "datum": "2026-05-07",
    "kanaal": "telefonisch",
    "verklaring": "Ik had geen zin om te komen en heb niet gebeld.",
}
OORDEEL: dict[str, Any] = {
    "soort": "oordeel",
    "verwijtbaarheid": "volledig",
    "verwijtbaarheidMotivering": "De klant kon komen en liet niets weten.",
    "omstandigheden": "Thuissituatie en gezondheid zijn besproken.",
    "oorzaak": "onwil",
    "dringendeRedenen": False,
}
STAPPEN = (UITNODIGING, NO_SHOW_1, HERSTELTERMIJN, NO_SHOW_2, HOORGESPREK, OORDEEL)
ADVIES = {"voorstel": "opleggen", "motivering": "Twee keer niet gekomen, zonder goede reden."}
BESLUITDAG = "2026-05-20T10:00:00+02:00"


def met_plan(dienst: Dienst, klantgroep: str = "matchen", **velden: Any) -> str:
    """Register a klant with a signed plan that names the obligation, on 31 March."""
    klant_id = ingedeeld(dienst, klantgroep, **velden)
    plan = dienst.doe("POST", f"/klanten/{klant_id}/plannen", "werkconsulent", PLAN)
    teken = {"versieNr": 1, "wijze": "papier", "datum": "2026-03-31", "bewijs": "scan-1"}
    dienst.doe("POST", f"/plannen/{plan['id']}/ondertekeningen", "werkconsulent", teken)
    return klant_id


def open_zaak(dienst: Dienst, klant_id: str, **anders: Any) -> Any:
    """Open a zaak as werkconsulent."""
    return dienst.doe("POST", "/maatregelzaken", "werkconsulent", {"klantId": klant_id} | ZAAK | anders)


def zet(dienst: Dienst, zaak_id: str, *stappen: dict[str, Any]) -> Any:
    """Set steps as werkconsulent; return the zaak."""
    zaak: Any = None
    for stap in stappen:
        zaak = dienst.doe("POST", f"/maatregelzaken/{zaak_id}/stappen", "werkconsulent", stap)
    return zaak


def volledig(dienst: Dienst, klant_id: str | None = None, *, zonder: tuple[str, ...] = (), **anders: Any) -> Any:
    """Bring a zaak as far as the advice, on 20 May; ``zonder`` leaves out steps of these kinds."""
    klant_id = klant_id or met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id, **anders)
    return zet(dienst, zaak["id"], *(stap for stap in STAPPEN if stap["soort"] not in zonder))


def adviseer(dienst: Dienst, zaak_id: str, **anders: Any) -> Any:
    """Advise as werkconsulent on the present version."""
    versie = dienst.doe("GET", f"/maatregelzaken/{zaak_id}", "werkconsulent")["versie"]
    opdracht = ADVIES | anders
    return dienst.doe("POST", f"/maatregelzaken/{zaak_id}/adviezen", "werkconsulent", opdracht, versie=versie)


def probeer_besluit(dienst: Dienst, zaak_id: str, opdracht: dict[str, Any] | None = None, **extra: Any) -> Any:
    """Try to decide as inkomensconsulent on the present version; return the response."""
    versie = dienst.doe("GET", f"/maatregelzaken/{zaak_id}", "inkomensconsulent")["versie"]
    pad = f"/maatregelzaken/{zaak_id}/besluiten"
    return dienst.roep("POST", pad, "inkomensconsulent", opdracht or {}, versie=versie, **extra)


def besluit(dienst: Dienst, zaak_id: str, opdracht: dict[str, Any] | None = None) -> Any:
    """Decide as inkomensconsulent; return the besluit."""
    antwoord = probeer_besluit(dienst, zaak_id, opdracht)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord.json()


def toets(dienst: Dienst, besluit_id: str, *, akkoord: bool = True, reden: str | None = None) -> Any:
    """Check a besluit as toetser."""
    opdracht = {"akkoord": akkoord, "reden": reden}
    return dienst.doe("POST", f"/besluiten/{besluit_id}/toetsingen", "toetser", opdracht)


def maak_bekend(dienst: Dienst, besluit_id: str, verzonden_op: str = "2026-05-20") -> Any:
    """Send a besluit as inkomensconsulent."""
    opdracht = {"verzondenOp": verzonden_op}
    return dienst.doe("POST", f"/besluiten/{besluit_id}/bekendmakingen", "inkomensconsulent", opdracht)


def opgelegd(dienst: Dienst, klant_id: str | None = None, **anders: Any) -> Any:
    """Play the whole path up to and including the dispatch on 20 May; return the besluit."""
    zaak = volledig(dienst, klant_id, **anders)
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    toets(dienst, genomen["id"])
    return maak_bekend(dienst, genomen["id"])
