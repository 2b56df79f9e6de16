"""A colleague at a screen: somebody with a role who talks to the service over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from app.cli import maak_token
from app.domain.kern.rollen import Rol
from journey.verteller import ReisMislukt, Verteller


class Collega:
    """Does requests as one employee; an answer that was not expected ends the journey."""

    def __init__(self, adres: str, werkmap: Path, rol: Rol, naam: str, verteller: Verteller) -> None:
        self.naam = f"{naam} ({rol.value})"
        self.verteller = verteller
        koppen = {"Authorization": f"Bearer {maak_token(werkmap, rol, naam)}"}
        self._client = httpx.Client(base_url=f"{adres}/v1", headers=koppen, timeout=30)

    def zegt(self, tekst: str) -> None:
        """Tell what this colleague does."""
        self.verteller.zeg(self.naam, tekst)

    def haal(self, pad: str, status: int = 200, **vraag: Any) -> Any:
        """GET."""
        return self._controleer(self._client.get(pad, params=vraag), status)

    def maak(self, pad: str, inhoud: Any, status: int = 201, versie: int | None = None, sleutel: str = "") -> Any:
        """POST with an Idempotency-Key of its own, or the given one."""
        koppen = {"Idempotency-Key": sleutel or str(uuid4())} | self._versie(versie)
        return self._controleer(self._client.post(pad, json=inhoud, headers=koppen), status)

    def stuur(self, pad: str, inhoud: bytes, soort: str, status: int = 202) -> Any:
        """POST a file as the body."""
        koppen = {"Idempotency-Key": str(uuid4()), "Content-Type": soort}
        return self._controleer(self._client.post(pad, content=inhoud, headers=koppen), status)

    def haal_bestand(self, pad: str, **vraag: Any) -> bytes:
        """GET what is no JSON."""
        return self.haal_brief(pad, **vraag)[0]

    def haal_brief(self, pad: str, **vraag: Any) -> tuple[bytes, str | None]:
        """GET a letter and its ETag: the hash of what was sent, or none of a concept."""
        antwoord = self._client.get(pad, params=vraag)
        if antwoord.status_code != 200:
            raise ReisMislukt(f"GET {pad}: {antwoord.status_code}")
        self.verteller.gecontroleerd += 1
        etag = antwoord.headers.get("ETag")
        return antwoord.content, etag.strip('"') if etag else None

    def zet(self, pad: str, inhoud: Any, versie: int, status: int = 200) -> Any:
        """PUT on the version that was seen."""
        return self._controleer(self._client.put(pad, json=inhoud, headers=self._versie(versie)), status)

    def wijzig(self, pad: str, inhoud: Any, versie: int, status: int = 200) -> Any:
        """PATCH on the version that was seen."""
        return self._controleer(self._client.patch(pad, json=inhoud, headers=self._versie(versie)), status)

    def _versie(self, versie: int | None) -> dict[str, str]:
        return {} if versie is None else {"If-Match": f'"{versie}"'}

    def _controleer(self, antwoord: httpx.Response, status: int) -> Any:
        if antwoord.status_code != status:
            verzoek = f"{antwoord.request.method} {antwoord.request.url.path}"
            raise ReisMislukt(f"{verzoek}: {antwoord.status_code} in plaats van {status}: {antwoord.text}")
        self.verteller.gecontroleerd += 1
        return antwoord.json() if antwoord.content else None
