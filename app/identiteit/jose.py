"""The one file that knows python-jose: sign and verify JWTs with RS256 or PS256; HS256 only signs for others."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from jose import jwk, jws
from jose.backends.base import Key
from jose.exceptions import JOSEError

from app.identiteit.fouten import SleutelOnbekend, TokenGeweigerd

ALGORITMEN = ("RS256", "PS256")
MIN_BITS = 2048
MAX_LENGTE = 8192
SPELING = 5
"""Seconds that the clocks of issuer and service may differ."""

Claims = dict[str, Any]
Sleutels = Mapping[tuple[str, str], Key]
"""Prepared keys by (kid, algorithm)."""

_LAATSTE_MOMENT = 1e12
_VORM = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
# 22 base64url characters are 128 bits; a UUID is longer. Some issuers put a prefix with a colon before it.
_JTI = re.compile(r"[A-Za-z0-9_:.-]{22,255}")


class _Pss(Key):
    """RSA-PSS with SHA-256 (RFC 7518, 3.5), which python-jose lacks."""

    _padding = padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.DIGEST_LENGTH)

    def __init__(self, publiek: rsa.RSAPublicKey) -> None:
        super().__init__(publiek, "PS256")
        self._publiek = publiek

    def verify(self, msg: bytes, sig: bytes) -> bool:
        try:
            self._publiek.verify(sig, msg, self._padding, hashes.SHA256())
        except InvalidSignature:
            return False
        return True


def bereid_voor(jwks: Mapping[str, Any]) -> Sleutels:
    """Prepare the usable keys of a JWKS: RSA for signatures, with a kid, at least 2048 bits; others are left out."""
    sleutels: dict[tuple[str, str], Key] = {}
    lijst = jwks.get("keys")
    for gegevens in lijst if isinstance(lijst, list) else []:
        publiek = _publieke_sleutel(gegevens) if isinstance(gegevens, dict) else None
        if publiek is None:
            continue
        kid, toegestaan = gegevens["kid"], gegevens.get("alg")
        if toegestaan in (None, "RS256"):
            sleutels[kid, "RS256"] = _construeer(publiek)
        if toegestaan in (None, "PS256"):
            sleutels[kid, "PS256"] = _Pss(publiek)
    return MappingProxyType(sleutels)


def _publieke_sleutel(gegevens: dict[str, Any]) -> rsa.RSAPublicKey | None:
    if gegevens.get("kty") != "RSA" or gegevens.get("use", "sig") != "sig" or not _tekst(gegevens.get("kid")):
        return None
    try:
        # Only n and e are read: a private key published by mistake is not held here.
        sleutel = _construeer({"kty": "RSA", "n": gegevens["n"], "e": gegevens["e"]})
    except (JOSEError, KeyError, TypeError, ValueError, AttributeError):
        return None
    publiek = sleutel.prepared_key  # type: ignore[attr-defined]
    return publiek if isinstance(publiek, rsa.RSAPublicKey) and publiek.key_size >= MIN_BITS else None


def _construeer(gegevens: Any) -> Key:
    return jwk.construct(gegevens, "RS256")


def onderteken(claims: Mapping[str, Any], sleutel_pem: bytes, kid: str) -> str:
    """Sign claims with RS256; for the development issuer."""
    return jws.sign(claims, sleutel_pem, headers={"kid": kid}, algorithm="RS256")


def onderteken_gedeeld(claims: Mapping[str, Any], geheim: str) -> str:
    """Sign claims with a secret shared with another service (HS256); what comes in here never may be signed so."""
    return jws.sign(claims, geheim, algorithm="HS256")


def verifieer(token: str, sleutels: Sleutels, uitgever: str, doelgroep: str, nu: datetime) -> Claims:
    """Return the claims of a token that is genuine, from this issuer, for this audience and valid at ``nu``.

    ``nu`` is the real time in UTC. TokenGeweigerd says why not; its subclass SleutelOnbekend when the kid is unknown.
    """
    if len(token) > MAX_LENGTE or not _VORM.fullmatch(token):
        raise TokenGeweigerd("token_misvormd")
    algoritme, sleutel = _gekozen_sleutel(token, sleutels)
    try:
        inhoud = jws.verify(token, sleutel, (algoritme,))
    except JOSEError:
        raise TokenGeweigerd("handtekening_ongeldig") from None
    claims = _als_object(inhoud)
    _controleer_herkomst(claims, uitgever, doelgroep)
    _controleer_tijd(claims, nu.timestamp())
    return claims


def _gekozen_sleutel(token: str, sleutels: Sleutels) -> tuple[str, Key]:
    try:
        kop = jws.get_unverified_header(token)
    except (JOSEError, ValueError, RecursionError):
        raise TokenGeweigerd("token_misvormd") from None
    algoritme, kid = kop.get("alg"), kop.get("kid")
    if algoritme not in ALGORITMEN or "crit" in kop:
        raise TokenGeweigerd("algoritme_geweigerd")
    sleutel = sleutels.get((kid, algoritme)) if isinstance(kid, str) else None
    if sleutel is None:
        raise SleutelOnbekend
    return algoritme, sleutel


def _als_object(inhoud: bytes) -> Claims:
    try:
        claims = json.loads(inhoud)
    except (ValueError, RecursionError):
        raise TokenGeweigerd("claims_onleesbaar") from None
    if not isinstance(claims, dict):
        raise TokenGeweigerd("claims_onleesbaar")
    return claims


def _controleer_herkomst(claims: Claims, uitgever: str, doelgroep: str) -> None:
    for naam in ("iss", "azp", "jti"):
        if not _tekst(claims.get(naam)):
            raise TokenGeweigerd("claim_ontbreekt", naam)
    if not _JTI.fullmatch(claims["jti"]):
        raise TokenGeweigerd("claim_ontbreekt", "jti")
    if claims["iss"] != uitgever:
        raise TokenGeweigerd("uitgever_onbekend")
    doelgroepen = claims.get("aud")
    if not doelgroepen or not isinstance(doelgroepen, str | list):
        raise TokenGeweigerd("claim_ontbreekt", "aud")
    if doelgroep not in ([doelgroepen] if isinstance(doelgroepen, str) else doelgroepen):
        raise TokenGeweigerd("doelgroep_onjuist")


def _controleer_tijd(claims: Claims, nu: float) -> None:
    if nu >= _moment(claims, "exp") + SPELING:
        raise TokenGeweigerd("token_verlopen")
    if "nbf" in claims and nu < _moment(claims, "nbf") - SPELING:
        raise TokenGeweigerd("token_nog_niet_geldig")


def _moment(claims: Claims, naam: str) -> float:
    waarde = claims.get(naam)
    # The comparison is also false for NaN and infinity, which JSON parsers let through.
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not 0 <= waarde < _LAATSTE_MOMENT:
        raise TokenGeweigerd("claim_ontbreekt", naam)
    return waarde


def _tekst(waarde: object) -> bool:
    return isinstance(waarde, str) and bool(waarde)
