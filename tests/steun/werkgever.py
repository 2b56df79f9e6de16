"""Employers over HTTP: one with a vestiging, and a klant who works there."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst

WC = "werkconsulent"
ADRES = {"straat": "Voorbeeldstraat", "huisnummer": 12, "postcode": "7411 AB", "woonplaats": "Deventer"}
IBAN = "NL91 ABNA 0417 1643 00"
DIENSTVERBAND: dict[str, Any] = {
    "functie": "medewerker bakkerij",
    "soort": "bepaald",
    "van": "2026-04-01",
    "tot": "2026-10-01",
    "urenPerWeek": "24",
    "voltijdUrenPerWeek": "38",
    "brutoloon": 155_000,
    "uitzendbeding": False,
}


def werkgever(dienst: Dienst, kvk: str = "90004760", naam: str = "Bakkerij Voorbeeld B.V.", **anders: Any) -> Any:
    """Register an employer with one vestiging."""
    rij = dienst.doe("POST", "/werkgevers", WC, {"kvkNummer": kvk, "naam": naam} | anders)
    plek = {"vestigingsnummer": f"0000{kvk}", "naam": "Winkel Deventer", "adres": ADRES}
    return dienst.doe("POST", f"/werkgevers/{rij['id']}/vestigingen", WC, plek)


def dienstverband(dienst: Dienst, klant_id: str, vestiging_id: str, **anders: Any) -> Any:
    """Record that a klant works at a vestiging."""
    opdracht = DIENSTVERBAND | {"vestigingId": vestiging_id} | anders
    return dienst.doe("POST", f"/klanten/{klant_id}/dienstverbanden", WC, opdracht)


def bevestig_iban(dienst: Dienst, werkgever_id: str, iban: str = IBAN) -> Any:
    """Give an employer a bank account that a second person checked."""
    voorstel = {"iban": iban, "tenaamstelling": "Bakkerij Voorbeeld B.V.", "bron": "formulier"}
    dienst.doe("POST", f"/werkgevers/{werkgever_id}/ibanwijzigingen", WC, voorstel)
    nieuw = dienst.doe("GET", f"/werkgevers/{werkgever_id}/ibanwijzigingen", "administratie")["ibanwijzigingen"][0]
    akkoord = {"akkoord": True, "controle": "teruggebeld", "bevinding": "Het bekende nummer gebeld; klopt."}
    return dienst.doe("POST", f"/ibanwijzigingen/{nieuw['id']}/beoordelingen", "administratie", akkoord)
