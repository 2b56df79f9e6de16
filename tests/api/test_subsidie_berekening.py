"""Wat als over HTTP: the same toetsen and formulas as a besluit, and nothing is written."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal
from tests.steun.klanten import ingedeeld

STARTBAAN: dict[str, Any] = {
    "regeling": "startbaansubsidie",
    "kosten": [{"soort": "noodzakelijke_cursus", "omschrijving": "Heftruck", "bedrag": 350_001, "aanvaard": True}],
    "afstandTotArbeidsmarkt": True,
    "passend": True,
    "passendMotivering": "De klant leert het vak nog.",
    "eerlijkeConcurrentie": True,
    "geenVerdringing": True,
}
VERBAND = {"van": "2026-04-01", "tot": "2026-10-01", "uren": "32", "loon": 240_000, "lasten": 48_000}


def test_wat_als_zonder_te_schrijven(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "matchen")
    voor = aantal(database_url, "gebeurtenis")
    vraag = {"gegevens": STARTBAAN, "dienstverband": VERBAND, "klantId": klant}
    berekend = dienst.doe("POST", "/subsidieberekeningen", "inkomensconsulent", vraag)
    assert (berekend["uitkomst"], berekend["totaal"]) == ("toekennen", 300_000)
    assert [termijn["formule"] for termijn in berekend["termijnen"]] == [
        "50 % van € 3.000,00 = € 1.500,00",
        "€ 3.000,00 - € 1.500,00 = € 1.500,00",
    ]
    assert berekend["termijnen"][0]["cijfers"][0]["beleid"] == "subsidie"
    anders = vraag | {"klantgroep": "zorgen", "klantId": None, "gemeente": "GM0150"}
    geweigerd = dienst.doe("POST", "/subsidieberekeningen", "beleidsmedewerker", anders)
    assert (geweigerd["uitkomst"], geweigerd["totaal"], geweigerd["termijnen"]) == ("afwijzen", None, [])
    assert aantal(database_url, "gebeurtenis") == voor
