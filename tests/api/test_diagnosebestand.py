"""Files with results: received, followed, cancelled, and gone on with after the last chunk."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from app.services.diagnose import werker
from app.services.diagnose.brok import verwerk_brok
from tests.steun.diagnose import record
from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import ingedeeld, rij

NDJSON = "application/x-ndjson"
KOP = "instrument=dariuz_wegwijzer&instrumentversie=2026.1&afgenomenOp=2026-03-30"


def nieuwe_klant(dienst: Dienst) -> tuple[str, str]:
    klant_id = ingedeeld(dienst, None, consulent_id=None, inkomensconsulent_id=None, team=None)
    return klant_id, rij(dienst, klant_id).bsn


def stuur(dienst: Dienst, inhoud: bytes, soort: str = NDJSON, vraag: str = KOP, **koppen: str) -> httpx.Response:
    """Post a file as the body."""
    alle = {
        "Authorization": f"Bearer {dienst.token('koppeling')}",
        "Idempotency-Key": f"sleutel-{hash((inhoud, vraag, soort))}",
        "Content-Type": soort,
    }
    gekregen: httpx.Response = dienst.client.post(
        f"/v1/diagnose-importen?{vraag}", content=inhoud, headers=alle | koppen
    )
    return gekregen


def regels(*records: Any) -> bytes:
    return b"\n".join(json.dumps(een).encode() for een in records)


def volg(dienst: Dienst, antwoord: httpx.Response) -> Any:
    """Let the worker do its work, and return how the delivery ended."""
    assert antwoord.status_code == 202, antwoord.text
    dienst.ronde()
    return dienst.doe("GET", f"/diagnose-importen/{antwoord.json()['id']}", "koppeling")


def test_van_bestand_tot_dossier(dienst: Dienst, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(werker, "PER_BROK", 2)
    mensen = [nieuwe_klant(dienst) for _ in range(3)]
    onbekend = dienst.nieuw_bsn()
    inhoud = regels(*(record(bsn, uren=nr) for nr, (_, bsn) in enumerate(mensen)))
    inhoud += b"\n\n" + regels(record(onbekend), record("123456789"), record(mensen[0][1], uren=0)) + b"\n"
    ontvangen = stuur(dienst, inhoud)
    begin = ontvangen.json()
    assert (begin["staat"], begin["vorm"], begin["voortgang"]["rijen"]) == ("ontvangen", "ndjson", 0)
    assert ontvangen.headers["Location"] == f"/v1/diagnose-importen/{begin['id']}"
    klaar = volg(dienst, ontvangen)
    assert (klaar["staat"], klaar["voortgang"]["rijen"], klaar["records"]) == ("klaar", 7, [])
    assert klaar["aantallen"] == {
        "verwerkt": 3, "ongewijzigd": 1, "geweigerd": 1, "nietGevonden": 1, "hersteld": 0,
    }  # fmt: skip
    for nr, (klant_id, _) in enumerate(mensen):
        (diagnose,) = dienst.doe("GET", f"/klanten/{klant_id}/diagnoses", "intaker")["diagnoses"]
        assert (diagnose["uren"], diagnose["geldend"], diagnose["importId"]) == (nr, True, begin["id"])
        tijdlijn = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"]
        assert [g["volgnr"] for g in tijdlijn] == [2, 1]
        assert (tijdlijn[0]["soort"], tijdlijn[0]["inhoud"]["geldend"]) == ("diagnose.ontvangen", True)
    assert aantal(database_url, "outbox", "afgeleverd_op IS NULL") == 0
    assert aantal(database_url, "diagnose_import_inhoud") == 0
    gebeurd = json.dumps(rijen(database_url, "SELECT inhoud FROM gebeurtenis"), default=str)
    assert [bsn for bsn in (onbekend, *(bsn for _, bsn in mensen)) if bsn in gebeurd] == []


def test_hetzelfde_bestand_nog_eens(dienst: Dienst, database_url: str) -> None:
    _, bsn = nieuwe_klant(dienst)
    inhoud = regels(record(bsn), record(dienst.nieuw_bsn()))
    eerste = volg(dienst, stuur(dienst, inhoud))
    tabellen = ("diagnose", "gebeurtenis", "outbox", "diagnose_import", "diagnose_afgekeurd")
    voor = {tabel: aantal(database_url, tabel) for tabel in tabellen}
    nogmaals = stuur(dienst, inhoud, **{"Idempotency-Key": "een-andere-sleutel"})
    assert (nogmaals.status_code, nogmaals.json()["id"], nogmaals.json()["staat"]) == (202, eerste["id"], "klaar")
    assert {tabel: aantal(database_url, tabel) for tabel in tabellen} == voor
    gedwongen = volg(dienst, stuur(dienst, inhoud, vraag=f"{KOP}&opnieuw=true"))
    assert gedwongen["id"] != eerste["id"]
    assert (gedwongen["aantallen"]["ongewijzigd"], gedwongen["aantallen"]["verwerkt"]) == (1, 0)
    assert aantal(database_url, "diagnose") == voor["diagnose"]
    assert aantal(database_url, "gebeurtenis", "klant_id IS NOT NULL") == 2


def test_annuleren(dienst: Dienst, database_url: str) -> None:
    _, bsn = nieuwe_klant(dienst)
    import_id = stuur(dienst, regels(record(bsn))).json()["id"]
    weg = dienst.doe("POST", f"/diagnose-importen/{import_id}/annulering", "administratie")
    assert weg["staat"] == "geannuleerd"
    dienst.ronde()
    assert (aantal(database_url, "diagnose"), aantal(database_url, "diagnose_import_inhoud")) == (0, 0)
    nogmaals = dienst.roep("POST", f"/diagnose-importen/{import_id}/annulering", "administratie")
    assert (nogmaals.status_code, nogmaals.json()["code"]) == (409, "levering_afgerond")


def test_een_json_lijst_als_bestand(dienst: Dienst) -> None:
    _, bsn = nieuwe_klant(dienst)
    inhoud = json.dumps([record(bsn), record("123456789"), record(bsn, uren=1)]).encode()
    klaar = volg(dienst, stuur(dienst, inhoud, "application/json", Prefer="respond-async"))
    assert (klaar["vorm"], klaar["aantallen"]["verwerkt"], klaar["aantallen"]["geweigerd"]) == ("json", 2, 1)


@pytest.mark.parametrize(
    ("inhoud", "soort", "vraag", "status", "veld"),
    [
        pytest.param(b"", NDJSON, KOP, 400, "body", id="leeg"),
        pytest.param(b"\n \n", NDJSON, KOP, 400, "body", id="alleen-wit"),
        pytest.param(b"{}", NDJSON, "", 400, "instrument", id="zonder-instrument"),
        pytest.param(b"{}", NDJSON, "instrument=format", 400, "instrument", id="format"),
        pytest.param(b"{}", NDJSON, "instrument=ander", 400, "instrumentnaam", id="ander-zonder-naam"),
        pytest.param(b"{}", NDJSON, f"{KOP}&afgenomenOp=2026-04-01", 400, "afgenomenOp", id="morgen"),
        pytest.param(b"{}", NDJSON, f"{KOP}&x=1", 400, "x", id="onbekende-vraag"),
        pytest.param(b"{}", "application/json", "", 400, None, id="geen-levering"),
        pytest.param(b"", "application/json", "", 400, "body", id="geen-inhoud"),
        pytest.param(b"{}", "text/plain", KOP, 415, None, id="andere-soort"),
    ],
)
def test_wat_niet_wordt_aangenomen(
    dienst: Dienst, inhoud: bytes, soort: str, vraag: str, status: int, veld: str | None
) -> None:
    antwoord = stuur(dienst, inhoud, soort, vraag)
    assert antwoord.status_code == status, antwoord.text
    if veld:
        assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


def test_een_klein_bericht_mag_niet_groot_zijn_en_een_bestand_niet_te_groot(dienst: Dienst) -> None:
    groot = stuur(dienst, b"[" + b" " * 1_100_000 + b"]", "application/json", "")
    assert (groot.status_code, groot.json()["code"]) == (413, "aanvraag_te_groot")
    gemeld = stuur(dienst, b"{}", NDJSON, KOP, **{"Content-Length": str(2 << 30)})
    assert (gemeld.status_code, gemeld.json()["code"]) == (413, "aanvraag_te_groot")


def test_een_fout_in_de_dienst_houdt_andere_leveringen_niet_op(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    _, bsn = nieuwe_klant(dienst)
    eerste, tweede = stuur(dienst, regels(record(bsn))), stuur(dienst, regels(record(bsn, uren=1)))
    keren: list[int] = []

    def stuk(*alles: Any) -> Any:
        keren.append(1)
        if len(keren) == 1:
            raise RuntimeError("stuk")
        return verwerk_brok(*alles)

    monkeypatch.setattr(werker, "verwerk_brok", stuk)
    assert volg(dienst, eerste)["staat"] == "mislukt"
    klaar = dienst.doe("GET", f"/diagnose-importen/{tweede.json()['id']}", "koppeling")
    assert (klaar["staat"], klaar["aantallen"]["verwerkt"]) == ("klaar", 1)
