"""Who is asking, over HTTP: the middleware, the claims, the memory of verdicts."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from starlette.websockets import WebSocketDisconnect

from app.domain.kern.rollen import Rol
from app.identiteit import controle as controlebestand
from app.identiteit.claims import actor_uit
from app.identiteit.fouten import SleutelOnbekend, SleutelsOnbereikbaar, TokenGeweigerd
from app.identiteit.jose import SPELING, Sleutels, bereid_voor
from app.identiteit.sleutels import VasteSleutels
from app.klok import VasteKlok
from tests.steun import tokens
from tests.steun.manieren import GOED, controle, dienst
from tests.steun.tokens import NU, claims, jwk, jwks, token

MOMENT = datetime.fromtimestamp(NU, UTC)


class TestActor:
    def test_alle_claims(self) -> None:
        actor = actor_uit(claims())
        assert actor.medewerker_id == UUID(tokens.MEDEWERKER)
        assert (actor.naam, actor.organisatie, actor.client) == ("S. de Vries", "deventer", "consulentenportaal")
        assert (actor.gemeenten, actor.teams) == (("GM0150",), ("werk-1",))
        assert actor.rollen == frozenset({Rol.WERKCONSULENT})

    def test_name_mag_ook_en_teams_mogen_ontbreken(self) -> None:
        actor = actor_uit(claims(naam=None, name="S. de Vries", teams=None))
        assert (actor.naam, actor.teams) == ("S. de Vries", ())

    @pytest.mark.parametrize(
        ("scope", "rollen"),
        [
            pytest.param("werkconsulent toetser", {Rol.WERKCONSULENT, Rol.TOETSER}, id="twee-rollen"),
            pytest.param("openid Werkconsulent baas", set(), id="onbekende-scopes-tellen-niet"),
            pytest.param("", set(), id="leeg"),
            pytest.param(None, set(), id="zonder-scope"),
            pytest.param(["toetser"], set(), id="scope-is-een-lijst"),
        ],
    )
    def test_rollen_uit_scope(self, scope: Any, rollen: set[Rol]) -> None:
        assert actor_uit(claims(scope=scope)).rollen == rollen

    @pytest.mark.parametrize(
        ("anders", "claim"),
        [
            pytest.param({"sub": None}, "sub", id="zonder-sub"),
            pytest.param({"sub": "vries01"}, "sub", id="sub-is-geen-uuid"),
            pytest.param({"naam": None}, "name", id="zonder-naam"),
            pytest.param({"naam": "  "}, "naam", id="lege-naam"),
            pytest.param({"naam": "a\x00b"}, "naam", id="naam-met-stuurteken"),
            pytest.param({"naam": "x" * 201}, "naam", id="naam-te-lang"),
            pytest.param({"organisatie": None}, "organisatie", id="zonder-organisatie"),
            pytest.param({"gemeenten": None}, "gemeenten", id="zonder-gemeenten"),
            pytest.param({"gemeenten": "GM0150"}, "gemeenten", id="gemeenten-is-tekst"),
            pytest.param({"gemeenten": ["Deventer"]}, "gemeenten", id="gemeente-is-geen-code"),
            pytest.param({"teams": [1]}, "teams", id="team-is-een-getal"),
        ],
    )
    def test_ontbrekende_claim_wordt_genoemd(self, anders: dict[str, Any], claim: str) -> None:
        with pytest.raises(TokenGeweigerd, match=f": {claim}\\."):
            actor_uit(claims(**anders))


class TestToegang:
    def test_goed_token(self) -> None:
        antwoord = dienst().get("/v1/wie", headers=GOED)
        assert antwoord.json() == {
            "medewerkerId": tokens.MEDEWERKER,
            "rollen": ["werkconsulent"],
            "client": "consulentenportaal",
        }

    @pytest.mark.parametrize(
        ("koppen", "pad", "code"),
        [
            pytest.param([], "/v1/wie", "token_ontbreekt", id="geen-token"),
            pytest.param([], "/v1/bestaat-niet", "token_ontbreekt", id="onbekend-pad"),
            pytest.param([], "/ontwikkel/klok", "token_ontbreekt", id="ontwikkelpad-is-niet-vanzelf-open"),
            pytest.param([], "/healthx", "token_ontbreekt", id="lijkt-op-open-pad"),
            pytest.param([], f"/v1/wie?access_token={token()}", "token_in_adres", id="token-in-het-adres"),
            pytest.param(
                list(GOED.items()), f"/v1/wie?access_token={token()}", "token_in_adres", id="token-in-adres-en-kop"
            ),
            pytest.param([("Authorization", "Basic YTpi")], "/v1/wie", "token_misvormd", id="ander-schema"),
            pytest.param([("Authorization", "Bearer")], "/v1/wie", "token_misvormd", id="leeg-token"),
            pytest.param(list(GOED.items()) * 2, "/v1/wie", "token_misvormd", id="twee-koppen"),
            pytest.param(
                [("Authorization", f"Bearer {token(claims(exp=NU - 60))}")], "/v1/wie", "token_verlopen", id="verlopen"
            ),
            pytest.param(
                [("Authorization", f"Bearer {token(claims(sub=None))}")], "/v1/wie", "claim_ontbreekt", id="zonder-sub"
            ),
        ],
    )
    def test_401_als_probleem(self, koppen: list[tuple[str, str]], pad: str, code: str) -> None:
        antwoord = dienst().get(pad, headers=koppen)
        assert antwoord.status_code == 401
        assert antwoord.headers["content-type"] == "application/problem+json"
        assert antwoord.headers["www-authenticate"].startswith('Bearer realm="inzet-op-maat"')
        assert ("invalid_token" in antwoord.headers["www-authenticate"]) == (code != "token_ontbreekt")
        lichaam = antwoord.json()
        assert (lichaam["status"], lichaam["code"]) == (401, code)
        assert lichaam["correlatieId"] == antwoord.headers["x-correlatie-id"]
        assert token()[:20] not in antwoord.text

    @pytest.mark.parametrize("pad", ["/health/live", "/v1/openapi.json"])
    def test_open_paden(self, pad: str) -> None:
        assert dienst().get(pad).status_code == 200

    def test_websocket_wordt_geweigerd(self) -> None:
        client = dienst()
        with pytest.raises(WebSocketDisconnect) as gevangen, client.websocket_connect("/v1/wie", headers=GOED):
            pass
        assert gevangen.value.code == 1008

    def test_start_en_stop_van_de_dienst_gaan_door(self) -> None:
        with dienst() as client:
            assert client.get("/health/live").status_code == 200

    def test_schema_zonder_hoofdletters(self) -> None:
        assert dienst().get("/v1/wie", headers={"authorization": f"bearer {token()}"}).status_code == 200


class _Bron:
    """Keys that change when fetched again."""

    def __init__(self, *sets: Sleutels | None) -> None:
        self.sets = list(sets)
        self.keren = 0

    def sleutels(self) -> Sleutels:
        if self.sets[0] is None:
            raise SleutelsOnbereikbaar
        return self.sets[0]

    def verouderd(self) -> bool:
        return self.sets[0] is None

    def ververs(self) -> None:
        self.keren += 1
        if len(self.sets) > 1:
            self.sets.pop(0)


OUD, NIEUW = bereid_voor(jwks(jwk(kid="oud"))), bereid_voor(jwks())


class TestSleutelwissel:
    def test_onbekende_kid_ververst_een_keer(self) -> None:
        bron = _Bron(OUD, NIEUW)
        client = dienst(controle(bron))
        assert [client.get("/v1/wie", headers=GOED).status_code for _ in range(3)] == [200, 200, 200]
        assert bron.keren == 1

    def test_blijft_de_kid_onbekend_dan_401(self) -> None:
        antwoord = dienst(controle(_Bron(OUD))).get("/v1/wie", headers=GOED)
        assert (antwoord.status_code, antwoord.json()["code"]) == (401, "sleutel_onbekend")

    def test_eerste_keer_ophalen(self) -> None:
        assert dienst(controle(_Bron(None, NIEUW))).get("/v1/wie", headers=GOED).status_code == 200

    def test_nooit_sleutels_gehad_is_503(self) -> None:
        antwoord = dienst(controle(_Bron(None))).get("/v1/wie", headers=GOED)
        assert (antwoord.status_code, antwoord.json()["code"]) == (503, "uitgever_onbereikbaar")
        assert antwoord.headers["retry-after"] == "30"

    def test_ingetrokken_sleutel_maakt_onthouden_tokens_ongeldig(self) -> None:
        bron = _Bron(NIEUW, OUD)
        wie = controle(bron)
        assert wie.controleer(token())
        bron.ververs()
        with pytest.raises(SleutelOnbekend):
            wie.controleer(token())


class TestOnthouden:
    def test_onthouden_token_verloopt_op_tijd(self) -> None:
        klok = VasteKlok(MOMENT)
        wie = controle(klok=klok)
        eerste = wie.controleer(token())
        klok.moment = MOMENT + timedelta(seconds=3600 + SPELING - 1)
        assert wie.controleer(token()) is eerste
        klok.moment += timedelta(seconds=1)
        with pytest.raises(TokenGeweigerd):
            wie.controleer(token())

    def test_begrensd_en_het_langst_ongebruikte_gaat(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(controlebestand, "MAX_ONTHOUDEN", 2)
        wie = controle(VasteSleutels(jwks()))
        een, twee, drie = (token(claims(jti=letter * 22)) for letter in "abc")
        eerste, tweede = wie.controleer(een), wie.controleer(twee)
        assert wie.controleer(een) is eerste
        wie.controleer(drie)
        assert wie.controleer(een) is eerste
        assert wie.controleer(twee) is not tweede

    def test_geweigerd_token_wordt_niet_onthouden(self) -> None:
        wie = controle()
        for _ in range(2):
            with pytest.raises(TokenGeweigerd):
                wie.controleer(token(sleutel=tokens.ANDERE_SLEUTEL))
