"""HTTP manners: headers, correlation, size, CORS, the last resort, the access log."""

import asyncio
import json
from typing import Any
from uuid import UUID

import pytest

from app import logboek
from app.asgi.koppen import correlatie
from app.asgi.omvang import LichaamTeGroot, Omvang
from app.asgi.vangnet import AntwoordAfgebroken, Vangnet
from tests.steun.manieren import GOED, dienst

KOPPEN = {
    "api-version": "1.2.3",
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}
NUMMER = "0199b1a0-1111-7000-8000-000000000001"
SPOOR = f"00-{'ab' * 16}-{'12' * 8}-01"


@pytest.mark.parametrize(
    ("methode", "pad", "koppen", "status"),
    [
        pytest.param("GET", "/v1/wie", GOED, 200, id="200"),
        pytest.param("GET", "/v1/wie", {}, 401, id="401"),
        pytest.param("GET", "/v1/bestaat-niet", GOED, 404, id="404"),
        pytest.param("GET", "/v1/wie/", GOED, 404, id="404-schuine-streep"),
        pytest.param("DELETE", "/v1/wie", GOED, 405, id="405"),
        pytest.param("GET", "/v1/stuk", GOED, 500, id="500"),
        pytest.param(
            "OPTIONS",
            "/v1/wie",
            {"Origin": "https://boef.example", "Access-Control-Request-Method": "GET"},
            400,
            id="400-preflight",
        ),
    ],
)
def test_koppen_op_elk_antwoord(methode: str, pad: str, koppen: dict[str, str], status: int) -> None:
    antwoord = dienst().request(methode, pad, headers=koppen)
    assert antwoord.status_code == status
    assert {naam: antwoord.headers.get(naam) for naam in KOPPEN} == KOPPEN
    assert UUID(antwoord.headers["x-correlatie-id"]).version == 7
    assert len(antwoord.headers.get_list("api-version")) == 1


class TestCorrelatie:
    @pytest.mark.parametrize(
        ("koppen", "verwacht"),
        [
            pytest.param({"X-Correlatie-Id": NUMMER}, NUMMER, id="eigen-uuid"),
            pytest.param({"X-Correlatie-Id": NUMMER.upper()}, NUMMER, id="hoofdletters"),
            pytest.param({"traceparent": SPOOR}, "ab" * 16, id="traceparent"),
            pytest.param({"X-Correlatie-Id": NUMMER, "traceparent": SPOOR}, NUMMER, id="eigen-gaat-voor"),
            pytest.param({"X-Correlatie-Id": "111222333"}, None, id="vrije-tekst-telt-niet"),
            pytest.param({"X-Correlatie-Id": f"{NUMMER}x"}, None, id="te-lang"),
            pytest.param({"traceparent": f"00-{'0' * 32}-{'12' * 8}-01"}, None, id="traceparent-nul"),
            pytest.param({"traceparent": "onzin"}, None, id="traceparent-onzin"),
        ],
    )
    def test_overgenomen_of_nieuw(self, koppen: dict[str, str], verwacht: str | None) -> None:
        gekregen = dienst().get("/v1/wie", headers=GOED | koppen).headers["x-correlatie-id"]
        if verwacht is None:
            assert UUID(gekregen).version == 7
        else:
            assert gekregen == verwacht

    def test_elk_verzoek_een_ander(self) -> None:
        scope: dict[str, Any] = {"headers": []}
        assert correlatie(scope) != correlatie(scope)


class TestVangnet:
    def test_500_lekt_niets(self) -> None:
        antwoord = dienst().get("/v1/stuk", headers=GOED)
        assert antwoord.headers["content-type"] == "application/problem+json"
        lichaam = antwoord.json()
        assert (lichaam["title"], lichaam["code"]) == ("Interne fout", "interne_fout")
        assert "Jansen" not in antwoord.text
        assert "RuntimeError" not in antwoord.text

    def test_500_is_leesbaar_voor_de_webpagina(self) -> None:
        herkomst = "https://portaal.deventer.nl"
        antwoord = dienst(herkomsten=[herkomst]).get("/v1/stuk", headers=GOED | {"Origin": herkomst})
        assert (antwoord.status_code, antwoord.headers["access-control-allow-origin"]) == (500, herkomst)

    def test_een_begonnen_antwoord_wordt_afgebroken(self) -> None:
        async def halverwege(_scope: Any, _receive: Any, send: Any) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            raise RuntimeError("rij van J. Jansen")

        with pytest.raises(AntwoordAfgebroken) as gevangen:
            _speel(Vangnet(halverwege))
        assert gevangen.value.__suppress_context__


class TestOmvang:
    def test_grens(self) -> None:
        client = dienst(max_body_bytes=20)
        koppen = GOED | {"Content-Type": "application/json"}
        assert client.post("/v1/klanten", headers=koppen, content=b'{"a":"123456789012"}').status_code == 200
        te_groot = client.post("/v1/klanten", headers=koppen, content=b'{"a":"1234567890123"}')
        assert (te_groot.status_code, te_groot.json()["code"]) == (413, "aanvraag_te_groot")
        assert te_groot.headers["content-type"] == "application/problem+json"
        assert te_groot.headers["api-version"] == "1.2.3"

    @pytest.mark.parametrize(
        "lengte",
        [
            pytest.param({}, id="in-stukken-zonder-lengte"),
            pytest.param({"Content-Length": "5"}, id="lengte-liegt"),
            pytest.param({"Content-Length": "x"}, id="lengte-is-onzin"),
        ],
    )
    def test_werkelijke_grootte_telt(self, lengte: dict[str, str]) -> None:
        client = dienst(max_body_bytes=20)
        koppen = GOED | {"Content-Type": "application/json"} | lengte
        antwoord = client.post("/v1/klanten", headers=koppen, content=iter([b'{"a":"', b"1" * 40, b'"}']))
        assert (antwoord.status_code, antwoord.json()["code"]) == (413, "aanvraag_te_groot")

    def test_ruimer_pad(self) -> None:
        client = dienst(max_body_bytes=20, ruimer={"/v1/klanten": 100})
        assert client.post("/v1/klanten", headers=GOED, json={"a": "1" * 40}).status_code == 200

    def test_zonder_token_eerst_401(self) -> None:
        assert dienst(max_body_bytes=20).post("/v1/klanten", json={"a": "1" * 40}).status_code == 401

    def test_een_begonnen_antwoord_wordt_niet_vervangen(self) -> None:
        async def leest_later(_scope: Any, receive: Any, send: Any) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await receive()

        with pytest.raises(LichaamTeGroot):
            _speel(Omvang(leest_later, 2), b"123")


class TestCors:
    HERKOMST = "https://portaal.deventer.nl"

    def _preflight(self, pad: str, herkomst: str) -> Any:
        koppen = {
            "Origin": herkomst,
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "Authorization",
        }
        return dienst(herkomsten=[self.HERKOMST, "*"]).options(pad, headers=koppen)

    def test_toegestane_herkomst(self) -> None:
        antwoord = self._preflight("/v1/wie", self.HERKOMST)
        assert (antwoord.status_code, antwoord.headers["access-control-allow-origin"]) == (200, self.HERKOMST)

    def test_andere_herkomst_ook_met_sterretje_in_de_lijst(self) -> None:
        antwoord = self._preflight("/v1/wie", "https://boef.example")
        assert (antwoord.status_code, antwoord.json()["code"]) == (400, "herkomst_geweigerd")
        assert antwoord.headers["content-type"] == "application/problem+json"
        assert "access-control-allow-origin" not in antwoord.headers

    def test_contract_voor_iedereen(self) -> None:
        antwoord = dienst().get("/v1/openapi.json", headers={"Origin": "https://ergens.example"})
        assert (antwoord.status_code, antwoord.headers["access-control-allow-origin"]) == (200, "*")

    def test_401_is_leesbaar_voor_de_webpagina(self) -> None:
        antwoord = dienst(herkomsten=[self.HERKOMST]).get("/v1/wie", headers={"Origin": self.HERKOMST})
        assert (antwoord.status_code, antwoord.headers["access-control-allow-origin"]) == (401, self.HERKOMST)


class TestToegangslog:
    @pytest.mark.parametrize(
        ("pad", "route", "status"),
        [
            pytest.param("/v1/klanten/111222333?naam=Jansen", "/v1/klanten/{klantId}", 200, id="sjabloon-niet-het-pad"),
            pytest.param("/v1/111222333", "-", 404, id="onbekend-pad"),
            pytest.param("/v1/stuk", "/v1/stuk", 500, id="fout"),
            pytest.param("/health/live", "/health/live", 200, id="zonder-router"),
        ],
    )
    def test_regel(self, pad: str, route: str, status: int, capsys: pytest.CaptureFixture[str]) -> None:
        logboek.configureer()
        antwoord = dienst().get(pad, headers=GOED)
        uitvoer = capsys.readouterr().out
        regel = json.loads(uitvoer.splitlines()[-1])
        assert (regel["event"], regel["methode"], regel["route"], regel["status"]) == ("verzoek", "GET", route, status)
        assert regel["correlatie_id"] == antwoord.headers["x-correlatie-id"]
        assert regel["tijdstip"].endswith("Z")
        assert regel["duur_ms"] >= 0
        if route != "/health/live":
            assert (regel["organisatie"], regel["client"]) == ("deventer", "consulentenportaal")
            assert UUID(regel["medewerker_id"])
        assert [woord for woord in ("Jansen", "111222333", "Vries") if woord in uitvoer] == []

    def test_geweigerd_token_laat_niets_na(self, capsys: pytest.CaptureFixture[str]) -> None:
        logboek.configureer()
        dienst().get("/v1/wie", headers={"Authorization": "Bearer geheim-token"})
        uitvoer = capsys.readouterr().out
        assert json.loads(uitvoer)["status"] == 401
        assert "geheim" not in uitvoer


def _speel(app: Any, lichaam: bytes = b"") -> list[dict[str, Any]]:
    """Call an ASGI app once with a bare scope and return what it sent."""
    verstuurd: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": lichaam, "more_body": False}

    async def send(bericht: dict[str, Any]) -> None:
        verstuurd.append(bericht)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [], "query_string": b""}
    asyncio.run(app(scope, receive, send))
    return verstuurd
