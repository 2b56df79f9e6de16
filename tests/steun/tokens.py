"""Tokens made by hand, so that the service's verification is tested against an independent signer."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

UITGEVER = "https://inloggen.voorbeeld.nl/realms/deventer"
DOELGROEP = "inzet-op-maat"
KID = "sleutel-1"
NU = 1_774_951_200  # 2026-03-31T10:00:00Z
MEDEWERKER = "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"


def nieuwe_sleutel(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


SLEUTEL = nieuwe_sleutel()
ANDERE_SLEUTEL = nieuwe_sleutel()


def b64(ruw: bytes) -> str:
    return base64.urlsafe_b64encode(ruw).rstrip(b"=").decode()


def jwk(sleutel: rsa.RSAPrivateKey = SLEUTEL, kid: str = KID, **extra: str) -> dict[str, str]:
    getallen = sleutel.public_key().public_numbers()
    n, e = (b64(getal.to_bytes((getal.bit_length() + 7) // 8, "big")) for getal in (getallen.n, getallen.e))
    return {"kty": "RSA", "kid": kid, "n": n, "e": e} | extra


def jwks(*sleutels: dict[str, str]) -> dict[str, Any]:
    return {"keys": list(sleutels) or [jwk()]}


def claims(**anders: Any) -> dict[str, Any]:
    """Good claims with some replaced; ``None`` leaves a claim out."""
    goed = {
        "iss": UITGEVER,
        "aud": DOELGROEP,
        "azp": "consulentenportaal",
        "sub": MEDEWERKER,
        "jti": "dGhpcy1pcy0xMjgtYml0cw",
        "exp": NU + 3600,
        "scope": "openid werkconsulent",
        "naam": "S. de Vries",
        "organisatie": "deventer",
        "gemeenten": ["GM0150"],
        "teams": ["werk-1"],
    }
    return {naam: waarde for naam, waarde in (goed | anders).items() if waarde is not None}


def _deel(inhoud: Any) -> str:
    return b64(inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode())


def token(
    inhoud: Any = None,
    *,
    alg: str = "RS256",
    sleutel: rsa.RSAPrivateKey = SLEUTEL,
    kop: dict[str, Any] | None = None,
) -> str:
    """A token signed with ``alg``; ``kop`` replaces header fields, ``None`` leaves one out."""
    velden = {"alg": alg, "typ": "JWT", "kid": KID} | (kop or {})
    hoofd = _deel({naam: waarde for naam, waarde in velden.items() if waarde is not None})
    tekst = f"{hoofd}.{_deel(claims() if inhoud is None else inhoud)}"
    return f"{tekst}.{b64(_handtekening(tekst.encode(), alg, sleutel))}"


def _handtekening(tekst: bytes, alg: str, sleutel: rsa.RSAPrivateKey) -> bytes:
    if alg == "HS256":  # the classic confusion: the public key used as a shared secret
        return hmac.new(publiek_pem(sleutel), tekst, hashlib.sha256).digest()
    if alg == "PS256":
        pss = padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.DIGEST_LENGTH)
        return sleutel.sign(tekst, pss, hashes.SHA256())
    soort = hashes.SHA384() if alg == "RS384" else hashes.SHA256()
    return sleutel.sign(tekst, padding.PKCS1v15(), soort)


def publiek_pem(sleutel: rsa.RSAPrivateKey) -> bytes:
    return sleutel.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
