"""The issuer of development mode: its own RSA key under ``var/``, made on first start. Never used in production."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from app.domain.kern.rollen import Rol
from app.identiteit.jose import onderteken
from app.identiteit.sleutels import ONTWIKKEL_KID
from app.klok import Klok

SLEUTELBESTAND = "ontwikkelsleutel.pem"
CLIENT = "ontwikkeling"


@dataclass(frozen=True)
class Tokenhouder:
    """For whom a development token is made."""

    medewerker_id: UUID
    naam: str
    organisatie: str
    gemeenten: tuple[str, ...]
    teams: tuple[str, ...] = ()


class Ontwikkeluitgever:
    """Gives out tokens in development. ``werkmap`` holds the key file, ``klok`` is the real clock."""

    def __init__(self, werkmap: Path, uitgever: str, doelgroep: str, klok: Klok) -> None:
        self._sleutel = _lees_of_maak(werkmap / SLEUTELBESTAND)
        self._pem = _als_pem(self._sleutel)
        self._uitgever = uitgever
        self._doelgroep = doelgroep
        self._klok = klok
        publiek = self._sleutel.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        self.kid = ONTWIKKEL_KID + hashlib.sha256(publiek).hexdigest()[:16]

    def jwks(self) -> dict[str, Any]:
        """Return the public key as a JWKS, for ``VasteSleutels(..., ontwikkeling=True)``."""
        getallen = self._sleutel.public_key().public_numbers()
        sleutel = {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.kid}
        return {"keys": [sleutel | {"n": _base64url(getallen.n), "e": _base64url(getallen.e)}]}

    def geef_token(self, rollen: Iterable[Rol], houder: Tokenhouder, geldig_uren: int = 8) -> str:
        """Return a token with these roles that is valid from now for ``geldig_uren`` hours."""
        nu = self._klok.nu()
        claims = {
            "iss": self._uitgever,
            "aud": self._doelgroep,
            "azp": CLIENT,
            "sub": str(houder.medewerker_id),
            "jti": str(uuid4()),
            "iat": int(nu.timestamp()),
            "exp": int((nu + timedelta(hours=geldig_uren)).timestamp()),
            "scope": " ".join(sorted(rollen)),
            "naam": houder.naam,
            "organisatie": houder.organisatie,
            "gemeenten": list(houder.gemeenten),
            "teams": list(houder.teams),
        }
        return onderteken(claims, self._pem, self.kid)


def _lees_of_maak(pad: Path) -> rsa.RSAPrivateKey:
    if not pad.exists():
        _maak(pad)
    sleutel = serialization.load_pem_private_key(pad.read_bytes(), password=None)
    if not isinstance(sleutel, rsa.RSAPrivateKey):
        raise ValueError(f"{pad} is geen RSA-sleutel: verwijder het bestand, dan komt er een nieuwe")
    return sleutel


def _maak(pad: Path) -> None:
    """Write a new key, readable by its owner only; of two processes that start at once, the first one's stays."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    kladje = pad.with_name(f".{pad.name}.{uuid4().hex}")
    nummer = os.open(kladje, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(_als_pem(rsa.generate_private_key(public_exponent=65537, key_size=2048)))
        with suppress(FileExistsError):
            os.link(kladje, pad)
    finally:
        kladje.unlink()


def _als_pem(sleutel: rsa.RSAPrivateKey) -> bytes:
    return sleutel.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _base64url(getal: int) -> str:
    ruw = getal.to_bytes((getal.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(ruw).rstrip(b"=").decode("ascii")
