"""All routes of the service, with everything that is needed to call each of them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from app.domain.kern.rollen import Rol
from tests.steun.bron import WORTEL
from tests.steun.dienst import Dienst, onderteken_een_keer
from tests.steun.vulling import tabel_van

Ids = Mapping[str, UUID | None]


@dataclass(frozen=True)
class Halte:
    """One operation of the contract."""

    methode: str
    pad: str
    operatie: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.methode} {self.pad}"

    @property
    def rollen(self) -> list[str]:
        """Roles that may use it."""
        return [rol for keuze in self.operatie.get("security", []) for rol in keuze["oauth2"]]

    @property
    def padnamen(self) -> list[str]:
        """Names of the parameters in the path."""
        return re.findall(r"{(\w+)}", self.pad)

    @property
    def inhoud(self) -> Any:
        """The example of the contract, if it takes a body."""
        lichaam = self.operatie.get("requestBody", {}).get("content", {}).get("application/json", {})
        return lichaam.get("example")

    def adres(self, ids: Ids) -> str:
        """The path, filled with these ids; unknown ones are made up."""
        return re.sub(r"{(\w+)}", lambda naam: str(ids.get(tabel_van(naam[1])) or uuid4()), self.pad)

    def vraag(self) -> dict[str, Any]:
        """Values for the query parameters that must be there."""
        return {
            deel["name"]: deel.get("example", deel["schema"].get("examples", ["x"])[0])
            for deel in self.operatie.get("parameters", [])
            if deel["in"] == "query" and deel.get("required")
        }


@functools.cache
def haltes() -> tuple[Halte, ...]:
    """Every operation of the contract as committed; tests/api/test_contract.py keeps it equal to the code."""
    contract = json.loads((WORTEL / "openapi" / "openapi.json").read_text(encoding="utf-8"))
    return tuple(
        Halte(methode.upper(), pad, operatie)
        for pad, delen in contract["paths"].items()
        for methode, operatie in delen.items()
    )


def loop_langs(
    dienst: Dienst, halte: Halte, token: str | None, ids: Ids | None = None, inhoud: Any = None
) -> httpx.Response:
    """Call one operation with all headers it could want."""
    koppen = {"Idempotency-Key": str(uuid4()), "If-Match": '"1"'}
    if token is not None:
        koppen["Authorization"] = f"Bearer {token}"
    adres = f"/v1{halte.adres(ids or {})}"
    antwoord: httpx.Response = dienst.client.request(
        halte.methode, adres, params=halte.vraag(), json=inhoud or halte.inhoud, headers=koppen
    )
    return antwoord


def token(dienst: Dienst, *rollen: str, organisatie: str = "deventer") -> str:
    """A token of somebody with these roles, or with none."""
    return onderteken_een_keer(dienst.uitgever, tuple(Rol(rol) for rol in rollen), organisatie)
