"""One request is one transaction: committed before the reply leaves, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen, verbind
from tests.steun.proefkamer import persoon

GESCHIEDENIS = ("klant", "gebeurtenis", "outbox", "idempotentie")


@contextmanager
def commit_mislukt(url: str, code: str) -> Iterator[None]:
    """Let the database refuse at the very end: a constraint that is looked at when everything seems done."""
    with verbind(url) as verbinding:
        verbinding.execute(
            f"""CREATE FUNCTION te_laat() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'te laat' USING ERRCODE = '{code}'; END $$;
            CREATE CONSTRAINT TRIGGER te_laat AFTER INSERT ON gebeurtenis DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION te_laat()""".encode()
        )
        try:
            yield
        finally:
            verbinding.execute("DROP TRIGGER te_laat ON gebeurtenis; DROP FUNCTION te_laat()")


def verwerkingen(url: str) -> list[tuple[object, ...]]:
    return rijen(url, "SELECT handeling, uitkomst, klant_id::text FROM verwerking ORDER BY id")


@pytest.mark.parametrize(
    ("sqlstate", "status", "code"),
    [
        pytest.param("23514", 409, "conflict", id="voorwaarde"),
        pytest.param("P0001", 500, "interne_fout", id="onvoorzien"),
        pytest.param("57P03", 503, "niet_beschikbaar", id="database-gaat-weg"),
    ],
)
def test_een_mislukte_commit_bereikt_de_client(
    proef: Dienst, database_url: str, sqlstate: str, status: int, code: str
) -> None:
    sleutel = {"Idempotency-Key": str(uuid4())}
    opdracht = {"persoon": persoon(proef)}
    with commit_mislukt(database_url, sqlstate):
        antwoord = proef.roep("POST", "/proef/klanten", "receptie", opdracht, koppen=sleutel)
    assert (antwoord.status_code, antwoord.json()["code"]) == (status, code)
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert {tabel: aantal(database_url, tabel) for tabel in GESCHIEDENIS} == dict.fromkeys(GESCHIEDENIS, 0)
    assert aantal(database_url, "verwerking", "uitkomst = 'gedaan'") == 0
    assert proef.roep("POST", "/proef/klanten", "receptie", opdracht, koppen=sleutel).status_code == 201


def test_ook_een_leesactie_zonder_vastgelegde_inzage_mislukt(proef: Dienst, database_url: str) -> None:
    klant_id = proef.doe("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})["id"]
    with verbind(database_url) as verbinding:
        verbinding.execute("ALTER TABLE verwerking ADD CONSTRAINT dicht CHECK (uitkomst <> 'gelezen')")
        try:
            antwoord = proef.roep("GET", f"/klanten/{klant_id}", "intaker")
        finally:
            verbinding.execute("ALTER TABLE verwerking DROP CONSTRAINT dicht")
    assert antwoord.status_code == 409
    assert "Zandbergen" not in antwoord.text


@pytest.mark.parametrize(
    ("fout", "status"),
    [
        pytest.param("conflict", 409, id="conflict"),
        pytest.param("geweigerd", 409, id="geweigerd-door-regels"),
        pytest.param("niet_bevoegd", 403, id="niet-bevoegd"),
        pytest.param("niet_gevonden", 404, id="niet-gevonden"),
        pytest.param("ongeldige_invoer", 400, id="ongeldige-invoer"),
    ],
)
def test_een_weigering_draait_alles_terug(proef: Dienst, database_url: str, fout: str, status: int) -> None:
    antwoord = proef.roep("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef), "fout": fout})
    assert (antwoord.status_code, antwoord.json()["code"]) == (status, fout)
    assert {tabel: aantal(database_url, tabel) for tabel in GESCHIEDENIS} == dict.fromkeys(GESCHIEDENIS, 0)
    verwacht = [("maakProef", f"geweigerd: {fout}", None)] if status in (403, 409) else []
    assert verwerkingen(database_url) == verwacht


def test_een_geweigerde_poging_noemt_de_klant(proef: Dienst, database_url: str) -> None:
    klant_id = proef.doe("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})["id"]
    voor = verwerkingen(database_url)
    assert proef.roep("POST", f"/proef/klanten/{klant_id}/regels", "receptie", {"fout": "geweigerd"}).status_code == 409
    assert verwerkingen(database_url)[len(voor) :] == [("maakRegel", "geweigerd: geweigerd", klant_id)]


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param({}, id="goede-invoer"),
        pytest.param({"onbekend": 1}, id="onleesbare-invoer"),
        pytest.param(None, id="zonder-inhoud"),
    ],
)
def test_zonder_recht_wordt_de_invoer_niet_bekeken(proef: Dienst, database_url: str, inhoud: object) -> None:
    pad = f"/proef/klanten/{uuid4()}/regels"
    antwoord = proef.roep("POST", pad, "beheerder", inhoud)
    assert (antwoord.status_code, antwoord.json()["code"]) == (403, "niet_bevoegd")
    assert verwerkingen(database_url) == [("maakRegel", "geweigerd: niet_bevoegd", pad.split("/")[3])]


def test_een_gegeven_dat_al_bestaat_is_een_vastgelegde_weigering(proef: Dienst, database_url: str) -> None:
    with verbind(database_url) as verbinding:
        verbinding.execute("ALTER TABLE klant ADD CONSTRAINT een UNIQUE (voornamen)")
        try:
            proef.doe("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})
            antwoord = proef.roep("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})
        finally:
            verbinding.execute("ALTER TABLE klant DROP CONSTRAINT een")
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "conflict")
    assert verwerkingen(database_url)[-1][1] == "geweigerd: conflict"
    assert aantal(database_url, "klant") == 1


def test_een_waarde_die_de_database_niet_kent_is_een_fout_van_de_invoer(proef: Dienst, database_url: str) -> None:
    klant_id = proef.doe("POST", "/proef/klanten", "receptie", {"persoon": persoon(proef)})["id"]
    opdracht = {"mutatie": True, "tekst": "a\x00b"}
    antwoord = proef.roep("POST", f"/proef/klanten/{klant_id}/regels", "receptie", opdracht)
    assert (antwoord.status_code, antwoord.json()["code"]) == (400, "ongeldige_invoer")
    assert aantal(database_url, "gebeurtenis") == 1
