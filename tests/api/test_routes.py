"""Every route of the service: who may use it, what it says of itself, and how it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import anyio.to_thread
import httpx
import pytest
from fastapi.routing import APIRoute
from jsonschema import Draft202012Validator, FormatChecker
from starlette.testclient import TestClient

from app import CODEVERSIE, main
from app.domain.kern.rollen import Rol
from app.identiteit.sleutels import VasteSleutels
from app.identiteit.uitgever import Tokenhouder
from app.klok import SysteemKlok
from app.opstart import ONTWIKKELUITGEVER
from app.settings import Bezorging, Modus, Settings
from tests.steun import tokens
from tests.steun.beleid import vast_register
from tests.steun.dienst import Dienst
from tests.steun.proefkamer import persoon
from tests.steun.vulling import tabel_van, vul_tabellen
from tests.steun.wandeling import Ids, haltes, loop_langs, token

OPEN = {"/v1/openapi.json", "/v1/docs"}
ENGELS = {"the", "get", "list", "create", "update", "delete", "post", "and", "with", "for", "return", "returns"}
CURSORS = {"na", "voor"}
MAAKT_OOK = {"richtMedewerkerIn": 412}
"""A PUT that makes what does not exist yet: for another organisation it is still at version 0."""

ZONDER_KLANT = {
    "agendauitzondering",
    "beleidssimulatie",
    "beleidsvaststelling",
    "bijeenkomst",
    "campagne",
    "budget",
    "diagnose_import",
    "groepsactiviteit",
    "groepsmoment",
    "ibanwijziging",
    "medewerker",
    "niveaubesluit",
    "ruimte",
    "vestiging",
    "werkstroom",
    "werkgever",
    "werkgevercontact",
}
"""What a whole organisation may see, because it is about no klant; whom it concerns stands behind the lock."""


def is_probleem(antwoord: httpx.Response, status: int) -> bool:
    """Tell whether this is a refusal in the one shape that all refusals have."""
    lichaam = antwoord.json()
    return (
        antwoord.status_code == status == lichaam["status"]
        and antwoord.headers["content-type"] == "application/problem+json"
        and antwoord.headers["api-version"] == CODEVERSIE
        and antwoord.headers["x-correlatie-id"] == lichaam["correlatieId"]
        and {"type", "title", "detail", "code"} <= set(lichaam)
    )


@pytest.fixture
def contract(dienst: Dienst) -> dict[str, Any]:
    document: dict[str, Any] = dienst.client.get("/v1/openapi.json").json()
    return document


@pytest.fixture
def andermans(dienst: Dienst, database_url: str) -> Ids:
    """Something in every table, all of it of Deventer."""
    klant = dienst.doe("POST", "/meldingen", "receptie", _melding(dienst))["personen"][0]["klantId"]
    return {"klant": UUID(klant)} | vul_tabellen(database_url, UUID(klant))


def _melding(dienst: Dienst) -> dict[str, Any]:
    return {
        "kanaal": "digitaal",
        "gemeente": "GM0150",
        "meldingsdatum": "2026-03-31",
        "hulpvragen": ["bijstandsuitkering"],
        "personen": [persoon(dienst)],
    }


class TestRecht:
    def test_alles_staat_in_het_contract_of_is_bewust_open(self, dienst: Dienst) -> None:
        app = dienst.client.app
        beschreven = {(f"/v1{halte.pad}", halte.methode) for halte in haltes()}
        routes = [route for route in app.routes if getattr(route, "path", "").startswith("/v1")]  # type: ignore[attr-defined]
        bediend = {(route.path, methode) for route in routes for methode in route.methods - {"HEAD"}}
        assert bediend - beschreven == {(pad, "GET") for pad in OPEN}
        assert beschreven - bediend == set()
        assert all(isinstance(route, APIRoute) for route in routes if route.path not in OPEN)

    def test_zonder_token_overal_401(self, dienst: Dienst) -> None:
        mis = [str(halte) for halte in haltes() if not is_probleem(loop_langs(dienst, halte, None), 401)]
        assert mis == []

    def test_met_een_vreemd_token_overal_401(self, dienst: Dienst) -> None:
        mis = [str(halte) for halte in haltes() if not is_probleem(loop_langs(dienst, halte, tokens.token()), 401)]
        assert mis == []

    def test_het_contract_is_open(self, dienst: Dienst) -> None:
        for pad in OPEN:
            antwoord = dienst.client.get(pad)
            assert (antwoord.status_code, antwoord.headers["api-version"]) == (200, CODEVERSIE)

    def test_met_rollen_die_er_niet_bij_staan_403(self, dienst: Dienst, andermans: Ids) -> None:
        """Not without any role, nor with all others together, and before a word of the input is read."""
        for halte in haltes():
            assert halte.rollen, f"{halte} noemt geen rol"
            overige = [rol for rol in Rol if rol not in halte.rollen]
            for wie in (token(dienst), token(dienst, *overige)):
                antwoord = loop_langs(dienst, halte, wie, andermans, inhoud={"onzin": 1})
                assert is_probleem(antwoord, 403), f"{halte}: {antwoord.status_code}"

    def test_elke_weigering_laat_een_regel_na(self, dienst: Dienst) -> None:
        zonder_rol = token(dienst)
        geweigerd = [halte for halte in haltes() if loop_langs(dienst, halte, zonder_rol).status_code == 403]
        with dienst.state.engine.begin() as verbinding:
            verbinding.exec_driver_sql("SELECT set_config('iom.organisatie', 'deventer', true)")
            regels = verbinding.exec_driver_sql("SELECT handeling, uitkomst FROM verwerking").all()
        verwacht = [(halte.operatie["operationId"], "geweigerd: niet_bevoegd") for halte in geweigerd]
        assert sorted(map(tuple, regels)) == sorted(verwacht)


class TestAndermans:
    """What belongs to Deventer does not exist for Weert, nor for a colleague of another team."""

    @pytest.mark.parametrize(
        ("organisatie", "rollen"),
        [
            pytest.param("weert", list(Rol), id="andere-organisatie"),
            pytest.param("deventer", [Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER], id="ander-team"),
        ],
    )
    def test_met_een_id_in_het_pad_404(
        self, dienst: Dienst, andermans: Ids, organisatie: str, rollen: list[Rol]
    ) -> None:
        mis = []
        for halte in haltes():
            wie = [rol for rol in rollen if rol in halte.rollen]
            eigen = organisatie == "deventer" and {tabel_van(naam) for naam in halte.padnamen} <= ZONDER_KLANT
            if not halte.padnamen or not wie or eigen:
                continue
            antwoord = loop_langs(dienst, halte, token(dienst, *wie, organisatie=organisatie), andermans)
            if not is_probleem(antwoord, MAAKT_OOK.get(halte.operatie["operationId"], 404)):
                mis.append(f"{halte}: {antwoord.status_code} {antwoord.text}")
        assert mis == []

    def test_bijna_elk_pad_wijst_iets_aan_dat_bestaat(self, dienst: Dienst, andermans: Ids) -> None:
        """Else the test above would only prove that what does not exist is not found."""
        namen = {naam for halte in haltes() for naam in halte.padnamen}
        assert {naam for naam in namen if not andermans.get(tabel_van(naam))} == set()

    def test_in_een_lijst_staat_niets_van_een_ander(self, dienst: Dienst, andermans: Ids) -> None:
        van_deventer = {str(id_) for id_ in andermans.values() if id_}
        for halte in haltes():
            if halte.padnamen or halte.methode != "GET":
                continue
            antwoord = loop_langs(dienst, halte, token(dienst, *halte.rollen, organisatie="weert"))
            assert antwoord.status_code in (200, 400), f"{halte}: {antwoord.status_code} {antwoord.text}"
            assert [id_ for id_ in van_deventer if id_ in antwoord.text] == [], str(halte)

    def test_een_id_in_de_inhoud_opent_niets(self, dienst: Dienst, andermans: Ids) -> None:
        for halte in haltes():
            if halte.padnamen or halte.inhoud is None:
                continue
            inhoud = _met_ids(halte.inhoud, andermans)
            if inhoud == halte.inhoud:
                continue
            antwoord = loop_langs(dienst, halte, token(dienst, *halte.rollen, organisatie="weert"), inhoud=inhoud)
            assert antwoord.status_code in (400, 404, 409), f"{halte}: {antwoord.status_code} {antwoord.text}"


def _met_ids(inhoud: Any, ids: Ids) -> Any:
    """The same body, with the ids in it replaced by those of what exists elsewhere."""
    if isinstance(inhoud, list):
        return [_met_ids(deel, ids) for deel in inhoud]
    if not isinstance(inhoud, dict):
        return inhoud
    return {
        naam: str(ids[tabel_van(naam)]) if ids.get(tabel_van(naam)) and naam.endswith("Id") else _met_ids(deel, ids)
        for naam, deel in inhoud.items()
    }


class TestContract:
    def test_elke_operatie_vertelt_wat_zij_doet(self, dienst: Dienst) -> None:
        for halte in haltes():
            kort, lang = halte.operatie["summary"], halte.operatie["description"]
            assert kort, str(halte)
            assert len(lang) >= 25, f"{halte}: {lang}"
            assert lang.rstrip().endswith("."), f"{halte}: {lang}"
            assert kort != lang, str(halte)
            woorden = set(re.findall(r"[a-z]+", f"{kort} {lang}".lower()))
            assert woorden & ENGELS == set(), f"{halte}: {woorden & ENGELS}"
            assert halte.operatie["x-doel"], str(halte)
            assert set(halte.rollen) <= set(Rol), str(halte)

    def test_elk_schema_spreekt_nederlands(self, contract: dict[str, Any]) -> None:
        schemas = contract["components"]["schemas"]
        teksten = {naam: schema["description"] for naam, schema in schemas.items() if "description" in schema}
        assert len(teksten) > 300
        engels = {
            naam: (ENGELS - {"get", "post"}) & set(re.findall(r"[a-z]+", tekst.lower()))
            for naam, tekst in teksten.items()
        }
        assert {naam: woorden for naam, woorden in engels.items() if woorden} == {}

    def test_elke_operatie_heet_anders(self, dienst: Dienst) -> None:
        namen = [halte.operatie["operationId"] for halte in haltes()]
        assert sorted(namen) == sorted(set(namen))
        assert all(re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)*", naam) for naam in namen)

    def test_elke_operatie_noemt_haar_fouten(self, dienst: Dienst) -> None:
        for halte in haltes():
            antwoorden = halte.operatie["responses"]
            nodig = {"400", "401", "403", "404", "500", "503"} | ({"409"} if halte.methode != "GET" else set())
            koppen = {deel["name"] for deel in halte.operatie.get("parameters", []) if deel["in"] == "header"}
            nodig |= {"412", "428"} if "If-Match" in koppen else set()
            assert nodig <= set(antwoorden), str(halte)
            for status in nodig:
                assert list(antwoorden[status]["content"]) == ["application/problem+json"], f"{halte} {status}"

    def test_wie_wijzigt_zegt_welke_versie_hij_zag(self, dienst: Dienst) -> None:
        for halte in haltes():
            koppen = {deel["name"] for deel in halte.operatie.get("parameters", []) if deel["in"] == "header"}
            if halte.methode in ("PUT", "PATCH", "DELETE"):
                assert "If-Match" in koppen, str(halte)
            if "201" in halte.operatie["responses"]:
                assert "Idempotency-Key" in koppen, str(halte)

    def test_elk_voorbeeld_klopt_met_zijn_schema(self, contract: dict[str, Any]) -> None:
        mis = [
            f"{plek}: {fout.message}"
            for plek, schema, voorbeeld in _voorbeelden(contract)
            for fout in _keurder(schema, contract).iter_errors(voorbeeld)
        ]
        assert mis == []

    def test_elke_operatie_heeft_voorbeelden(self, dienst: Dienst) -> None:
        for halte in haltes():
            lichamen = [halte.operatie.get("requestBody"), halte.operatie["responses"].get("200")]
            for lichaam in (lichaam for lichaam in lichamen if lichaam and "content" in lichaam):
                assert all("example" in inhoud for inhoud in lichaam["content"].values()), str(halte)

    def test_geen_bsn_in_een_adres(self, contract: dict[str, Any], dienst: Dienst) -> None:
        """Nothing in a path or query accepts nine digits, but for a cursor, and that only takes what was given out."""
        mis = []
        for halte in haltes():
            for deel in halte.operatie.get("parameters", []):
                if deel["in"] in ("path", "query") and deel["name"] not in CURSORS:
                    goed = _keurder(deel["schema"], contract)
                    mis += [f"{halte} {deel['name']}"] if any(map(goed.is_valid, ("999990007", 999990007))) else []
        assert mis == []

    def test_een_onbekende_cursor_is_een_fout_van_de_invoer(self, dienst: Dienst, andermans: Ids) -> None:
        for halte in haltes():
            namen = {deel["name"] for deel in halte.operatie.get("parameters", []) if deel["in"] == "query"}
            for naam in namen & CURSORS:
                for waarde in ("999990007", "WyJ4Il0", "W10", "bnVsbA", "%00", "WyI5OTk5OTk5OTk5OTk5OTk5OTk5OTkiXQ"):
                    koppen = {"Authorization": f"Bearer {token(dienst, *halte.rollen)}"}
                    vraag = halte.vraag() | {naam: waarde}
                    antwoord = dienst.client.get(f"/v1{halte.adres(andermans)}", params=vraag, headers=koppen)
                    assert antwoord.status_code in (200, 400), f"{halte} {waarde}: {antwoord.status_code}"
                    assert "999990007" not in antwoord.text


def _keurder(schema: dict[str, Any], contract: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema | {"components": contract["components"]}, format_checker=FormatChecker())


def _voorbeelden(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], Any]]:
    """Every example with its schema: of fields, parameters and bodies."""
    for plek, deel in (*_delen(contract["paths"], "paths"), *_delen(contract["components"]["schemas"], "schemas")):
        if isinstance(deel.get("schema"), dict) and "example" in deel:
            yield plek, deel["schema"], deel["example"]
        if isinstance(deel.get("examples"), list) and not plek.endswith(".properties"):
            yield from ((plek, deel, voorbeeld) for voorbeeld in deel["examples"])


def _delen(deel: Any, plek: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(deel, dict):
        yield plek, deel
    paren = enumerate(deel) if isinstance(deel, list) else deel.items() if isinstance(deel, dict) else ()
    for naam, lid in paren:
        if naam not in ("example", "examples"):
            yield from _delen(lid, f"{plek}.{naam}")


class TestManieren:
    @pytest.mark.parametrize(
        ("methode", "pad", "status", "code"),
        [
            pytest.param("GET", "/v1/bestaat-niet", 404, "niet_gevonden", id="onbekend-pad"),
            pytest.param("GET", "/v1/taken/", 404, "niet_gevonden", id="schuine-streep-erachter"),
            pytest.param("GET", "/v1", 404, "niet_gevonden", id="kaal"),
            pytest.param("GET", "/", 404, "niet_gevonden", id="wortel"),
            pytest.param("DELETE", "/v1/taken", 405, "methode_niet_toegestaan", id="verkeerde-methode"),
            pytest.param("GET", "/v1/klanten/geen-uuid", 400, "ongeldige_invoer", id="geen-uuid"),
            pytest.param("GET", "/v1/taken?aantal=0", 400, "ongeldige_invoer", id="verkeerde-vraag"),
        ],
    )
    def test_een_fout_heeft_een_vorm(self, dienst: Dienst, methode: str, pad: str, status: int, code: str) -> None:
        koppen = {"Authorization": f"Bearer {token(dienst, 'intaker')}"}
        antwoord = dienst.client.request(methode, pad, headers=koppen)
        assert is_probleem(antwoord, status)
        assert antwoord.json()["code"] == code

    @pytest.mark.parametrize(
        ("inhoud", "soort"),
        [
            pytest.param(b"{", "application/json", id="halve-json"),
            pytest.param(b"\xff\xfe", "application/json", id="geen-utf8"),
            pytest.param(b"[" * 100_000, "application/json", id="te-diep"),
            pytest.param(b"{}", "text/plain", id="verkeerd-formaat"),
            pytest.param(b'"tekst"', "application/json", id="geen-object"),
            pytest.param(b"null", "application/json", id="niets"),
            pytest.param(b"", "application/json", id="leeg"),
        ],
    )
    def test_onleesbare_inhoud(self, dienst: Dienst, inhoud: bytes, soort: str) -> None:
        koppen = {"Authorization": f"Bearer {token(dienst, 'receptie')}", "Content-Type": soort}
        antwoord = dienst.client.post("/v1/klanten/_zoek", content=inhoud, headers=koppen)
        assert is_probleem(antwoord, 400)

    def test_elke_organisatie_die_niet_bestaat_krijgt_niets(self, dienst: Dienst) -> None:
        vreemd = dienst.uitgever.geef_token([Rol.RECEPTIE], Tokenhouder(uuid4(), "x", "nergens", ("GM0150",)))
        koppen = {"Authorization": f"Bearer {vreemd}", "Idempotency-Key": str(uuid4())}
        antwoord = dienst.client.post("/v1/meldingen", json=_melding(dienst), headers=koppen)
        assert antwoord.status_code in (400, 403, 409)


def test_in_productie_bestaat_de_klok_niet(dienst: Dienst) -> None:
    settings = Settings(
        modus=Modus.PRODUCTIE,
        database_url="postgresql+psycopg://geen",
        uitgever=ONTWIKKELUITGEVER,
        jwks_url="https://inloggen.voorbeeld.nl/certs",
        berichten=Bezorging.SMTP,
        smtp_host="mail.voorbeeld.nl",
    )
    sleutels = VasteSleutels(dienst.uitgever.jwks(), ontwikkeling=True)
    app = main.create_app(settings, dienst.state.engine, vast_register(), sleutels, SysteemKlok())
    client = TestClient(app, raise_server_exceptions=False)
    for methode, pad in (("GET", "/ontwikkel/klok"), ("PUT", "/ontwikkel/klok"), ("GET", "/ontwikkel/jwks.json")):
        assert is_probleem(client.request(methode, pad), 401)
        koppen = {"Authorization": f"Bearer {token(dienst, 'beheerder')}"}
        assert is_probleem(client.request(methode, pad, headers=koppen), 404)


@pytest.mark.parametrize(
    ("methode", "pad", "status"),
    [
        pytest.param("GET", "/v1/klanten/{klant}", 200, id="lezen"),
        pytest.param("POST", "/v1/klanten/_zoek", 200, id="zoeken"),
        pytest.param("POST", "/v1/meldingen", 201, id="schrijven"),
        pytest.param("GET", "/v1/openapi.json", 200, id="contract"),
    ],
)
def test_een_verzoek_springt_hoogstens_een_keer_naar_een_draad(
    dienst: Dienst, monkeypatch: pytest.MonkeyPatch, methode: str, pad: str, status: int
) -> None:
    klant = dienst.doe("POST", "/meldingen", "receptie", _melding(dienst))["personen"][0]["klantId"]
    inhoud = {"achternaam": "x"} if "_zoek" in pad else _melding(dienst) if methode == "POST" else None
    koppen = {"Authorization": f"Bearer {dienst.token('receptie')}", "Idempotency-Key": str(uuid4())}
    sprongen = []
    echt = anyio.to_thread.run_sync

    async def tel(*gegevens: Any, **rest: Any) -> Any:
        sprongen.append(gegevens[0])
        return await echt(*gegevens, **rest)

    monkeypatch.setattr(anyio.to_thread, "run_sync", tel)
    antwoord = dienst.client.request(methode, pad.format(klant=klant), json=inhoud, headers=koppen)
    assert antwoord.status_code == status
    assert len(sprongen) <= 1
