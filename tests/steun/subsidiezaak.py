"""Subsidies over HTTP: what is asked for, decided, checked and sent."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld
from tests.steun.werkgever import bevestig_iban, dienstverband, werkgever

WC, IC, ADMIN = "werkconsulent", "inkomensconsulent", "administratie"
MARKT = {"eerlijkeConcurrentie": True, "geenVerdringing": True}
STARTBAAN: dict[str, Any] = MARKT | {
    "regeling": "startbaansubsidie",
    "kosten": [{"soort": "noodzakelijke_cursus", "omschrijving": "Heftruck", "bedrag": 350_001, "aanvaard": True}],
    "afstandTotArbeidsmarkt": True,
    "passend": True,
    "passendMotivering": "De klant leert het vak nog.",
}
TEGEMOETKOMING: dict[str, Any] = MARKT | {
    "regeling": "tijdelijke_tegemoetkoming_loonkosten",
    "compenseert": ["arbeidsritme"],
    "ontwikkelpotentieel": True,
    "structureleBeperking": False,
    "andereAanspraken": [],
}
PREMIE: dict[str, Any] = {
    "regeling": "uitstroompremie",
    "langdurigWerkloos": True,
    "volledigeUitstroom": True,
    "duurzaam": True,
    "bedrag": 50_000,
    "bedragMotivering": "De klant werkt al een jaar.",
}
VERGOEDING: dict[str, Any] = {
    "regeling": "vergoeding",
    "kader": "traject",
    "kaderSinds": "2026-03-02",
    "kosten": [{"soort": "reiskosten", "omschrijving": "Trein", "bedrag": 30_000, "bewijs": True}],
    "aantoonbaar": True,
    "noodzakelijk": True,
    "uitTrajectOfDienstverband": True,
    "geenAndereVoorziening": True,
    "nietDoorWerkgever": True,
    "vertraagtTraject": True,
    "hindertWerk": False,
    "geenVoorliggendeVoorziening": True,
}
REKENING = {"iban": "NL91 ABNA 0417 1643 00", "tenaamstelling": "S. de Wit"}
MOTIVERING = {"motivering": "De begeleiding is nodig om het werk te leren."}


def in_dienst(dienst: Dienst, klantgroep: str = "groeien", **anders: Any) -> tuple[str, str, str]:
    """A klant who works for an employer with a confirmed bank account: klant, dienstverband, werkgever."""
    klant, baas = ingedeeld(dienst, klantgroep), werkgever(dienst)
    bevestig_iban(dienst, baas["id"])
    verband = dienstverband(dienst, klant, baas["vestigingen"][0]["id"], werkgeverslasten=31_000, **anders)
    return klant, verband["id"], baas["id"]


def vraag_aan(dienst: Dienst, klant: str, gegevens: Any, rol: str = WC, **anders: Any) -> Any:
    """Ask for a subsidie."""
    return dienst.doe("POST", f"/klanten/{klant}/subsidies", rol, {"gegevens": gegevens} | anders)


def lees(dienst: Dienst, rij: Any) -> Any:
    """The subsidie as it is now."""
    return dienst.doe("GET", f"/subsidies/{rij['id']}", "fg")


def probeer(dienst: Dienst, rij: Any, wat: str, inhoud: Any, rol: str = WC, **extra: Any) -> Any:
    """Try something with a subsidie on its present version."""
    versie = lees(dienst, rij)["versie"]
    return dienst.roep("POST", f"/subsidies/{rij['id']}/{wat}", rol, inhoud, versie=versie, **extra)


def zet(dienst: Dienst, rij: Any, wat: str, inhoud: Any, rol: str = WC, **extra: Any) -> Any:
    """Do something with a subsidie on its present version; it must succeed."""
    antwoord = probeer(dienst, rij, wat, inhoud, rol, **extra)
    assert antwoord.status_code < 300, antwoord.text
    return antwoord.json()


def maak_bekend(dienst: Dienst, besluit: Any) -> Any:
    """Have a besluit checked and sent today."""
    dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": True})
    dag = {"verzondenOp": f"{dienst.klok.nu():%Y-%m-%d}"}
    return dienst.doe("POST", f"/besluiten/{besluit['id']}/bekendmakingen", ADMIN, dag)


def ken_toe(dienst: Dienst, rij: Any) -> Any:
    """Decide, check and send; return the subsidie with its termijnen."""
    maak_bekend(dienst, zet(dienst, rij, "besluiten", MOTIVERING))
    return lees(dienst, rij)


def factureer(dienst: Dienst, rij: Any, termijn: int, nummer: str, bedrag: int, *bijlagen: str, **anders: Any) -> Any:
    """Try an invoice of today, recorded by the administration."""
    stukken = [{"soort": soort, "omschrijving": "Van de werkgever."} for soort in bijlagen]
    opdracht = {"termijn": termijn, "factuurnummer": nummer, "bedrag": bedrag, "bijlagen": stukken}
    dag = f"{dienst.klok.nu():%Y-%m-%d}"
    return dienst.roep("POST", f"/subsidies/{rij['id']}/facturen", ADMIN, {"factuurdatum": dag} | opdracht | anders)


def geef_vrij(dienst: Dienst, rij: Any, nummer: int, rol: str = IC) -> Any:
    """Try the payment of a termijn on its present version."""
    termijn = lees(dienst, rij)["termijnen"][nummer - 1]
    pad = f"/subsidietermijnen/{termijn['id']}/betaalopdrachten"
    return dienst.roep("POST", pad, rol, versie=termijn["versie"])


def haal_op(dienst: Dienst, **anders: Any) -> list[Any]:
    """Fetch what must be paid, as the financial administration."""
    levering: list[Any] = dienst.doe("POST", "/betaalleveringen", "koppeling", {}, **anders)["betaalopdrachten"]
    return levering


def antwoord(dienst: Dienst, opdracht: Any, wat: str, inhoud: Any = None, rol: str = "koppeling", **extra: Any) -> Any:
    """Do something with an order."""
    return dienst.roep("POST", f"/betaalopdrachten/{opdracht['id']}/{wat}", rol, inhoud or {}, **extra)
