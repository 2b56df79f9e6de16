"""The order of the middleware, outermost first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from starlette.middleware import Middleware

from app.asgi.cors import Cors
from app.asgi.identiteit import Identiteit
from app.asgi.koppen import Koppen
from app.asgi.omvang import Omvang
from app.asgi.toegangslog import Toegangslog
from app.asgi.vangnet import Vangnet
from app.identiteit.controle import Tokencontrole

CONTRACT_PAD = "/v1/openapi.json"
OPEN_PADEN = ("/health/", CONTRACT_PAD, "/v1/docs")
OPEN_IN_ONTWIKKELING = ("/ontwikkel/",)


@dataclass(frozen=True)
class Manieren:
    """What the middleware needs to know; sizes in bytes, ``ruimer`` by exact path."""

    controle: Tokencontrole
    api_versie: str
    open_paden: Iterable[str] = OPEN_PADEN
    herkomsten: Iterable[str] = ()
    max_body_bytes: int = 1_048_576
    ruimer: Mapping[str, int] = field(default_factory=dict)


def stapel(manieren: Manieren) -> list[Middleware]:
    """Return the middleware for ``FastAPI(middleware=...)``: every answer, a 500 too, passes all that stand before."""
    return [
        Middleware(Koppen, api_versie=manieren.api_versie),
        Middleware(Toegangslog),
        Middleware(Cors, herkomsten=manieren.herkomsten, contract_pad=CONTRACT_PAD),
        Middleware(Vangnet),
        Middleware(Identiteit, controle=manieren.controle, open_paden=manieren.open_paden),
        Middleware(Omvang, maximum=manieren.max_body_bytes, ruimer=manieren.ruimer),
    ]
