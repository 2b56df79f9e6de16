"""Verification of tokens: every kind that must be refused is a case."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from app.identiteit.fouten import TokenGeweigerd
from app.identiteit.jose import MAX_LENGTE, SPELING, bereid_voor, onderteken, verifieer
from tests.steun import tokens
from tests.steun.tokens import DOELGROEP, NU, UITGEVER, claims, jwk, jwks, nieuwe_sleutel, token

SLEUTELS = bereid_voor(jwks())


def _verifieer(tekst: str, nu: float = NU, sleutels: Any = SLEUTELS) -> dict[str, Any]:
    return verifieer(tekst, sleutels, UITGEVER, DOELGROEP, datetime.fromtimestamp(nu, UTC))


def _knoei(tekst: str) -> str:
    kop, _, handtekening = tekst.split(".")
    return f"{kop}.{tokens.b64(b'{}')}.{handtekening}"


@pytest.mark.parametrize("alg", ["RS256", "PS256"])
def test_echt_token_geeft_zijn_claims(alg: str) -> None:
    assert _verifieer(token(alg=alg)) == claims()


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"aud": [DOELGROEP, "ander"]}, id="doelgroep-in-een-lijst"),
        pytest.param({"jti": tokens.MEDEWERKER}, id="jti-is-een-uuid"),
        pytest.param({"jti": f"onrtac:{tokens.MEDEWERKER}"}, id="jti-met-voorvoegsel"),
        pytest.param({"nbf": NU + SPELING}, id="nbf-binnen-de-speling"),
        pytest.param({"exp": NU + 0.5}, id="exp-met-breuk"),
    ],
)
def test_geldige_varianten(anders: dict[str, Any]) -> None:
    assert _verifieer(token(claims(**anders)))


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        pytest.param("", "token_misvormd", id="leeg"),
        pytest.param("geen-token", "token_misvormd", id="geen-drie-delen"),
        pytest.param(f"{token()}.extra", "token_misvormd", id="vier-delen"),
        pytest.param(f"{token()}=", "token_misvormd", id="vreemd-teken"),
        pytest.param("é" + token(), "token_misvormd", id="geen-ascii"),
        pytest.param(token(claims(vulling="x" * MAX_LENGTE)), "token_misvormd", id="te-lang"),
        pytest.param(f"{tokens.b64(b'[]')}.e30.AAAA", "token_misvormd", id="kop-is-geen-object"),
        pytest.param(f"{tokens.b64(b'[' * 5000)}.e30.AAAA", "token_misvormd", id="kop-te-diep"),
        pytest.param(f"{tokens.b64(bytes([255]))}.e30.AAAA", "token_misvormd", id="kop-is-geen-utf8"),
        pytest.param(token(kop={"alg": "none"}), "algoritme_geweigerd", id="alg-none"),
        pytest.param(token(kop={"alg": "none"}).rsplit(".", 1)[0] + ".", "token_misvormd", id="zonder-handtekening"),
        pytest.param(token(kop={"alg": None}), "algoritme_geweigerd", id="zonder-alg"),
        pytest.param(token(kop={"alg": ["RS256"]}), "algoritme_geweigerd", id="alg-is-een-lijst"),
        pytest.param(token(alg="HS256"), "algoritme_geweigerd", id="hs256-met-publieke-sleutel"),
        pytest.param(token(alg="RS384"), "algoritme_geweigerd", id="rs384"),
        pytest.param(token(kop={"crit": ["exp"]}), "algoritme_geweigerd", id="crit-in-de-kop"),
        pytest.param(token(kop={"kid": None}), "sleutel_onbekend", id="zonder-kid"),
        pytest.param(token(kop={"kid": "ander"}), "sleutel_onbekend", id="onbekende-kid"),
        pytest.param(token(kop={"kid": {"a": 1}}), "sleutel_onbekend", id="kid-is-een-object"),
        pytest.param(token(sleutel=tokens.ANDERE_SLEUTEL), "handtekening_ongeldig", id="andere-sleutel"),
        pytest.param(
            token(sleutel=tokens.ANDERE_SLEUTEL, alg="PS256"), "handtekening_ongeldig", id="andere-sleutel-ps256"
        ),
        pytest.param(token(kop={"alg": "PS256"}), "handtekening_ongeldig", id="rs256-handtekening-als-ps256"),
        pytest.param(_knoei(token()), "handtekening_ongeldig", id="geknoeid"),
        pytest.param(token(b"geen json"), "claims_onleesbaar", id="inhoud-is-geen-json"),
        pytest.param(token([1]), "claims_onleesbaar", id="inhoud-is-geen-object"),
    ],
)
def test_token_wordt_geweigerd(tekst: str, code: str) -> None:
    with pytest.raises(TokenGeweigerd) as gevangen:
        _verifieer(tekst)
    assert gevangen.value.code == code


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        pytest.param({"iss": None}, "claim_ontbreekt", id="zonder-iss"),
        pytest.param({"aud": None}, "claim_ontbreekt", id="zonder-aud"),
        pytest.param({"aud": {"a": 1}}, "claim_ontbreekt", id="aud-is-een-object"),
        pytest.param({"jti": None}, "claim_ontbreekt", id="zonder-jti"),
        pytest.param({"jti": "A" * 21}, "claim_ontbreekt", id="jti-126-bits"),
        pytest.param({"azp": None}, "claim_ontbreekt", id="zonder-azp"),
        pytest.param({"azp": ""}, "claim_ontbreekt", id="lege-azp"),
        pytest.param({"exp": None}, "claim_ontbreekt", id="zonder-exp"),
        pytest.param({"exp": "morgen"}, "claim_ontbreekt", id="exp-is-tekst"),
        pytest.param({"exp": True}, "claim_ontbreekt", id="exp-is-waar"),
        pytest.param({"exp": float("nan")}, "claim_ontbreekt", id="exp-is-nan"),
        pytest.param({"exp": float("inf")}, "claim_ontbreekt", id="exp-is-oneindig"),
        pytest.param({"exp": 10**400}, "claim_ontbreekt", id="exp-is-reusachtig"),
        pytest.param({"nbf": "nu"}, "claim_ontbreekt", id="nbf-is-tekst"),
        pytest.param({"iss": UITGEVER + "/"}, "uitgever_onbekend", id="andere-uitgever"),
        pytest.param({"aud": "ander"}, "doelgroep_onjuist", id="andere-doelgroep"),
        pytest.param({"aud": DOELGROEP + "-test"}, "doelgroep_onjuist", id="doelgroep-begint-gelijk"),
        pytest.param({"aud": ["ander"]}, "doelgroep_onjuist", id="andere-doelgroepen"),
        pytest.param({"nbf": NU + SPELING + 1}, "token_nog_niet_geldig", id="nbf-buiten-de-speling"),
    ],
)
def test_claims_worden_geweigerd(anders: dict[str, Any], code: str) -> None:
    with pytest.raises(TokenGeweigerd) as gevangen:
        _verifieer(token(claims(**anders)))
    assert gevangen.value.code == code


@pytest.mark.parametrize(
    ("seconden", "geldig"),
    [
        pytest.param(-1, True, id="seconde-voor-exp"),
        pytest.param(0, True, id="op-exp-binnen-de-speling"),
        pytest.param(SPELING - 1, True, id="laatste-seconde-van-de-speling"),
        pytest.param(SPELING, False, id="speling-voorbij"),
        pytest.param(SPELING + 1, False, id="seconde-later"),
    ],
)
def test_exp_telt_met_de_gegeven_klok(seconden: int, geldig: bool) -> None:
    nu = claims()["exp"] + seconden
    if geldig:
        assert _verifieer(token(), nu)
        return
    with pytest.raises(TokenGeweigerd) as gevangen:
        _verifieer(token(), nu)
    assert gevangen.value.code == "token_verlopen"


def test_reden_noemt_de_claim_en_nooit_de_waarde() -> None:
    with pytest.raises(TokenGeweigerd) as gevangen:
        _verifieer(token(claims(jti="geheim")))
    assert gevangen.value.melding.endswith(": jti.")
    assert "geheim" not in gevangen.value.melding


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param(lambda: jwk(nieuwe_sleutel(1024)), id="1024-bits"),
        pytest.param(lambda: jwk(use="enc"), id="voor-versleuteling"),
        pytest.param(lambda: jwk(alg="RS512"), id="ander-algoritme"),
        pytest.param(lambda: {**jwk(), "kid": ""}, id="zonder-kid"),
        pytest.param(lambda: {**jwk(), "kty": "oct", "k": "AAAA"}, id="symmetrisch"),
        pytest.param(lambda: {**jwk(), "n": "!"}, id="onleesbaar"),
        pytest.param(lambda: {"kty": "RSA", "kid": "x"}, id="zonder-n"),
        pytest.param(lambda: "tekst", id="geen-object"),
    ],
)
def test_onbruikbare_sleutel_telt_niet_mee(sleutel: Callable[[], Any]) -> None:
    assert dict(bereid_voor({"keys": [sleutel()]})) == {}
    assert dict(bereid_voor({"keys": "geen lijst"})) == {}


def test_sleutel_met_algoritme_doet_alleen_dat() -> None:
    alleen_ps = bereid_voor(jwks(jwk(alg="PS256")))
    assert _verifieer(token(alg="PS256"), sleutels=alleen_ps)
    with pytest.raises(TokenGeweigerd):
        _verifieer(token(), sleutels=alleen_ps)


def test_eigen_ondertekening_is_te_verifieren() -> None:
    from cryptography.hazmat.primitives import serialization as s

    pem = tokens.SLEUTEL.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption())
    assert _verifieer(onderteken(claims(), pem, tokens.KID)) == claims()


def test_verificatie_is_snel_met_een_voorbereide_sleutel() -> None:
    tekst, duren = token(), []
    for _ in range(50):
        begin = time.perf_counter()
        _verifieer(tekst)
        duren.append(time.perf_counter() - begin)
    assert min(duren) < 0.0005
