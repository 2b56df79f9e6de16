"""Personal data stay in the dossier: not in a log line, an event, a mutatie, a taak, a verwerking or a refusal."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest

from app import logboek
from tests.steun.dienst import Dienst
from tests.steun.intake import lees, meld, plan, screen
from tests.steun.kijk import rijen
from tests.steun.wandeling import Halte, haltes, loop_langs, token

GEHEIM = "Xanthippe999990007"
BEWAARD = ("gebeurtenis", "outbox", "feed", "verwerking", "mutatie", "taak", "termijn")


def persoon(dienst: Dienst, voornaam: str) -> dict[str, Any]:
    return {
        "bsn": dienst.nieuw_bsn(),
        "voornamen": voornaam,
        "achternaam": "Quirinius",
        "geboortedatum": "1987-06-05",
        "telefoon": "06 98712345",
        "email": f"{voornaam.lower()}@quirinius.example",
    }


def sporen(*personen: dict[str, Any]) -> set[str]:
    """Everything by which these persons could be known."""
    return {str(waarde) for wie in personen for waarde in wie.values()} | {"0698712345", "98712345", "Claudius"}


def speel(dienst: Dienst, *personen: dict[str, Any]) -> list[dict[str, Any]]:
    """Register, search, correct, screen, pay an advance, be refused; return the refusals."""
    melding = plan(dienst, meld(dienst, *personen), "2026-04-02T10:00:00+02:00")
    eerste = personen[0]
    klant_id = melding["personen"][0]["klantId"]
    for vraag in ({"bsn": eerste["bsn"]}, {"achternaam": "quiri", "geboortedatum": "1987-06-05"}):
        assert dienst.doe("POST", "/klanten/_zoek", "intaker", vraag)["klanten"]
    klant = dienst.doe("GET", f"/klanten/{klant_id}", "intaker")
    dienst.doe("PATCH", f"/klanten/{klant_id}", "intaker", {"achternaam": "Claudius"}, versie=klant["versie"])
    dienst.zet_klok("2026-04-02T11:00:00+02:00")
    melding = screen(dienst, lees(dienst, melding), broodnood=True)
    pad = f"/meldingen/{melding['id']}/voorschotten"
    bedrag = {"bedrag": 190202, "meegedeeld": True}
    dienst.doe("POST", pad, "inkomensconsulent", bedrag, versie=melding["versie"])
    for adres in (f"/klanten/{klant_id}/tijdlijn", f"/klanten/{klant_id}/klantbeeld", f"/klanten?bsn={eerste['bsn']}"):
        dienst.roep("GET", adres, "inkomensconsulent")
    dienst.zet_klok("2026-06-30T09:00:00+02:00")
    fout = eerste | {"bsn": eerste["bsn"][::-1], "geboortedatum": eerste["telefoon"], eerste["bsn"]: "x"}
    anders = eerste | {"geboortedatum": "1999-09-09"}
    weigeringen = [
        dienst.roep("POST", "/meldingen", "receptie", _melding(fout)),
        dienst.roep("POST", "/meldingen", "receptie", _melding(anders)),
        dienst.roep("POST", "/meldingen", "beheerder", _melding(eerste)),
        dienst.roep("GET", f"/klanten/{eerste['bsn']}", "intaker"),
        dienst.roep("PATCH", f"/klanten/{klant_id}", "intaker", {"telefoon": eerste["email"]}, versie=eerste["bsn"]),
        dienst.roep("GET", f"/taken?klantId={eerste['bsn']}", "intaker"),
        dienst.roep("POST", "/klanten/_zoek", "intaker", {eerste["bsn"]: eerste["achternaam"]}),
        dienst.roep("POST", "/klanten/_zoek", "intaker", f"{eerste['bsn']}"),
    ]
    assert [antwoord.status_code for antwoord in weigeringen] == [400, 400, 403, 400, 400, 400, 400, 400]
    return [antwoord.json() for antwoord in weigeringen]


def _melding(persoon: dict[str, Any]) -> dict[str, Any]:
    return {"kanaal": "digitaal", "gemeente": "GM0150", "hulpvragen": ["bijstandsuitkering"], "personen": [persoon]}


def test_niets_van_de_persoon_buiten_het_dossier(
    dienst: Dienst, database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    logboek.configureer()
    wie = (persoon(dienst, "Xanthippe"), persoon(dienst, "Aurelius"))
    weigeringen = speel(dienst, *wie)
    uitvoer = "".join(capfd.readouterr())
    bewaard = {tabel: str(rijen(database_url, f"SELECT to_jsonb(t) FROM {tabel} t")) for tabel in BEWAARD}
    assert all(len(tekst) > 50 for tekst in bewaard.values())
    assert uitvoer.count('"event": "verzoek"') > 15
    plekken = bewaard | {"log": uitvoer, "weigeringen": json.dumps(weigeringen)}
    gevonden = {
        plek: gelekt
        for plek, tekst in plekken.items()
        if (gelekt := sorted(spoor for spoor in sporen(*wie) if spoor.casefold() in tekst.casefold()))
    }
    assert gevonden == {}


def test_het_slot_van_de_test_werkt(dienst: Dienst, database_url: str) -> None:
    """The same search does find the person where the person belongs."""
    wie = persoon(dienst, "Xanthippe")
    meld(dienst, wie)
    dossier = str(rijen(database_url, "SELECT to_jsonb(k) FROM klant k"))
    assert {spoor for spoor in map(str, wie.values()) if spoor not in dossier} == set()


def _geheimen(inhoud: Any) -> Any:
    """The body with every text in it replaced by something that nobody may see again."""
    if isinstance(inhoud, dict):
        return {naam: _geheimen(deel) for naam, deel in inhoud.items()}
    if isinstance(inhoud, list):
        return [_geheimen(deel) for deel in inhoud]
    return GEHEIM if isinstance(inhoud, str) else inhoud


def _pogingen(halte: Halte) -> list[Any]:
    verminkt = _geheimen(halte.inhoud)
    if not isinstance(verminkt, dict):
        return [GEHEIM]
    return [verminkt, halte.inhoud | {GEHEIM: 1}, dict.fromkeys(halte.inhoud, GEHEIM), GEHEIM, [GEHEIM]]


def test_een_weigering_herhaalt_de_invoer_niet(dienst: Dienst, capfd: pytest.CaptureFixture[str]) -> None:
    logboek.configureer()
    melding = meld(dienst)
    ids = {"melding": UUID(melding["id"]), "klant": UUID(melding["personen"][0]["klantId"])}
    capfd.readouterr()
    for halte in (halte for halte in haltes() if halte.inhoud is not None):
        bevoegd = token(dienst, *halte.rollen)
        for inhoud in _pogingen(halte):
            antwoord = loop_langs(dienst, halte, bevoegd, ids, inhoud=inhoud)
            if antwoord.status_code >= 400:
                assert GEHEIM not in antwoord.text, f"{halte} met {inhoud}: {antwoord.text}"
            assert antwoord.status_code != 500, f"{halte} met {inhoud}"
    assert GEHEIM not in "".join(capfd.readouterr())


def test_de_gebeurtenissen_over_http_zijn_zonder_persoon(dienst: Dienst) -> None:
    wie = persoon(dienst, "Xanthippe")
    meld(dienst, wie)
    dienst.ronde()
    antwoord = dienst.roep("GET", "/gebeurtenissen", "koppeling")
    assert antwoord.json()["gebeurtenissen"]
    assert [spoor for spoor in sporen(wie) if spoor in antwoord.text] == []
