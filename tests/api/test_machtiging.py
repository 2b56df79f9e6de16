"""Machtigingen over HTTP: always visible, asked for at conversations, and every contact with a third party logged."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.test_afspraak_gesprek import maak, uitkomst
from tests.steun.afspraak import EERSTE, gemeld
from tests.steun.dienst import Dienst
from tests.steun.klanten import taken

IC = "inkomensconsulent"
GEGEVEN = {
    "derde": "hulpverlener",
    "antwoord": "gegeven",
    "reikwijdte": "Afspraken en voortgang.",
    "document": "Zaak 2026-0412, bijlage 3.",
}
CONTACT = {"derde": "hulpverlener", "wat": "Gevraagd of de klant bereikbaar is.", "waarom": "De klant verscheen niet."}


def standen(dienst: Dienst, klant: str) -> dict[str, str]:
    gezien = dienst.doe("GET", f"/klanten/{klant}/machtigingen", "administratie")
    return {rij["derde"]: rij["status"] for rij in gezien["standen"]}


def gevraagd(dienst: Dienst, klant: str) -> int:
    return [taak.soort for taak in taken(dienst, klant)].count("machtiging_vragen")


def gesprek(dienst: Dienst, klant: str, soort: str, dag: str) -> None:
    afspraak = maak(dienst, klant, soort, f"{dag}T10:00:00+02:00")
    dienst.zet_klok(f"{dag}T13:00:00+02:00")
    uitkomst(dienst, afspraak, "verschenen")


@pytest.mark.regel("DEV-PRV-501", "DEV-PRV-502")
def test_vragen_vastleggen_intrekken_en_contact(dienst: Dienst) -> None:
    klant = gemeld(dienst, "zorgen")
    assert set(standen(dienst, klant).values()) == {"niet_gevraagd"}
    gesprek(dienst, klant, "kennismakingsgesprek", EERSTE[:10])
    assert gevraagd(dienst, klant) == 1
    pad = f"/klanten/{klant}/machtigingen"
    leeg = dienst.roep("POST", pad, IC, {"derde": "familie", "antwoord": "gegeven", "datum": "2027-01-01"})
    assert sorted(fout["veld"] for fout in leeg.json()["fouten"]) == ["datum", "document", "reikwijdte"]
    assert dienst.roep("POST", pad, IC, GEGEVEN | {"einde": "2026-04-01"}).status_code == 400
    dienst.doe("POST", pad, IC, {"derde": "familie", "antwoord": "geweigerd"})
    assert (gevraagd(dienst, klant), standen(dienst, klant)["familie"]) == (0, "geweigerd")

    contact = f"/klanten/{klant}/derdencontacten"
    zonder = dienst.doe("POST", contact, IC, CONTACT)
    assert (zonder["gewaarschuwd"], zonder["waarschuwing"]["voorwaarde"]) == (True, "machtiging_aanwezig")
    assert dienst.doe("POST", contact, IC, CONTACT | {"derde": "bewindvoerder"})["waarschuwing"] is None
    assert dienst.roep("POST", contact, IC, CONTACT | {"datum": "2027-01-01"}).status_code == 400
    weg = f"/derdencontacten/{zonder['id']}/intrekkingen"
    reden = {"reden": "Dit ging over een ander."}
    assert dienst.doe("POST", weg, IC, reden)["redenIntrekking"] == reden["reden"]
    assert dienst.roep("POST", weg, IC, reden).json()["code"] == "al_ingetrokken"

    gesprek(dienst, klant, "doelmatigheidsgesprek", "2026-05-12")
    assert gevraagd(dienst, klant) == 1
    rij = dienst.doe("POST", pad, IC, GEGEVEN)
    assert dienst.doe("POST", contact, IC, CONTACT)["gewaarschuwd"] is False
    intrekking = f"/machtigingen/{rij['id']}/intrekkingen"
    dienst.doe("POST", intrekking, IC, {"reden": "De klant wil niet meer."}, versie=rij["versie"])
    assert standen(dienst, klant)["hulpverlener"] == "ingetrokken"
    fout = dienst.doe("POST", pad, IC, GEGEVEN | {"derde": "netwerk"})
    pad = f"/machtigingen/{fout['id']}/intrekkingen"
    verkeerd: dict[str, Any] = {"vergissing": True, "reden": "Verkeerde klant."}
    na = dienst.doe("POST", pad, IC, verkeerd, versie=fout["versie"])
    assert dienst.roep("POST", pad, IC, verkeerd, versie=na["versie"]).json()["code"] == "al_ingetrokken"
    assert standen(dienst, klant)["netwerk"] == "niet_gevraagd"
    gezien = dienst.doe("GET", contact, "fg")["contacten"]
    assert [bool(deel["ingetrokkenOp"]) for deel in gezien] == [True, False, False]
