"""Chapter 5: the plan van aanpak, its signature and its versions, and the hersteltermijn for the next kick-off."""

from __future__ import annotations

from typing import Any

from app.domain.kern.rollen import Rol
from journey.kick_off import bijeenkomst_op
from journey.reis import Reis

DOEL = {
    "omschrijving": "Binnen vier maanden een baan van 32 uur in de winkel",
    "leefgebieden": ["werk_en_activiteiten"],
    "acties": [{"wat": "Inschrijven bij twee uitzendbureaus", "wie": "klant", "uiterlijk": "2026-04-30"}],
}
SCHULDEN = {
    "omschrijving": "De huurachterstand is geregeld",
    "leefgebieden": ["financien", "wonen"],
    "acties": [{"wat": "Samen naar budgetadvies", "wie": "klant en consulent", "uiterlijk": "2026-05-06"}],
}


def speel(reis: Reis) -> None:
    """Fatima comes to the desk, signs her routekaart, and gets a second chance."""
    reis.verteller.hoofdstuk("5. Plan van aanpak en hersteltermijn")
    reis.het_is("2026-04-20T10:00:00+02:00")
    _plan(reis)
    _hersteltermijn(reis)


def _plan(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.WERKCONSULENT), reis.mensen["fatima"]
    consulent.zegt("Fatima komt langs; samen maken we haar routekaart. Half af kan zij nog niet worden ondertekend.")
    begin = {"soort": "routekaart", "doelen": [DOEL], "auteur": "samen"}
    plan = consulent.maak(f"/klanten/{fatima.klant_id}/plannen", begin)
    handtekening = {"versieNr": 1, "wijze": "papier", "datum": "2026-04-20", "bewijs": "ZAAK-2026-0417"}
    geweigerd = consulent.maak(f"/plannen/{plan['id']}/ondertekeningen", handtekening, status=409)
    v.toetsen(toets for toets in geweigerd["toetsen"] if toets["uitkomst"] != "voldaan")
    compleet: dict[str, Any] = begin | {
        "doelen": [DOEL, SCHULDEN],
        "verplichtingen": ["meewerken_plan_van_aanpak", "verschijnen_op_afspraken", "inschrijving_uwv"],
        "evaluatiedatum": "2026-05-18",
        "verzuimregelsUitgereiktOp": "2026-04-20",
        "aanleiding": "Aangevuld in het gesprek van 20 april",
        "overlegOp": "2026-04-20",
        "wijzeVanBereiken": "Met de workshops van de routekaart en hulp bij de huurachterstand.",
        "eigenRol": "Fatima schrijft zich in, solliciteert elke week en gaat naar budgetadvies.",
    }
    del compleet["soort"]
    versie = consulent.haal(f"/plannen/{plan['id']}")["versie"]
    consulent.maak(f"/plannen/{plan['id']}/versies", compleet, versie=versie)
    getekend = consulent.maak(f"/plannen/{plan['id']}/ondertekeningen", handtekening | {"versieNr": 2})
    v.gelijk("Het plan heeft twee versies en geldt", (len(getekend["versies"]), getekend["status"]), (2, "actief"))
    for plicht in getekend["versies"][-1]["verplichtingen"]:
        v.feit(f"{plicht['omschrijving']} [{plicht['grondslag']['tekst']}]")


def _hersteltermijn(reis: Reis) -> None:
    v, consulent, fatima = reis.verteller, reis.als(Rol.WERKCONSULENT), reis.mensen["fatima"]
    consulent.zegt("Een nieuwe uitnodiging als hersteltermijn. Donderdag is te snel; de dienst noemt de vroegste dag.")
    snel = consulent.maak("/bijeenkomsten", bijeenkomst_op("matchen", "2026-04-23T10:00:00+02:00"))
    brief = {
        "klantId": fatima.klant_id,
        "uitnodiging": "hersteltermijn",
        "verzondenOp": "2026-04-20",
        "wijzen": ["aangetekend", "regulier"],
        "kenmerkAangetekend": "3SRRC0420",
        "smsVerzondenOp": "2026-04-20",
    }
    geweigerd = consulent.maak(f"/bijeenkomsten/{snel['id']}/deelnemers", {"deelnemers": [brief]}, status=409)
    v.toetsen(toets for toets in geweigerd["toetsen"] if toets["uitkomst"] != "voldaan")
    later = consulent.maak("/bijeenkomsten", bijeenkomst_op("matchen", "2026-04-30T10:00:00+02:00"))
    lijst = consulent.maak(f"/bijeenkomsten/{later['id']}/deelnemers", {"deelnemers": [brief]})
    reis.gezien["hersteltermijn"] = later["id"]
    v.gelijk("De hersteltermijn staat vast", lijst["deelnemers"][0]["afspraak"]["uitnodiging"], "hersteltermijn")
