"""Problem details (RFC 9457), the one shape of every 4xx and 5xx."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from starlette.types import Send

from app.domain.kern.toets import Toets

MEDIATYPE = "application/problem+json"

TITELS = {
    400: "Ongeldige aanvraag",
    401: "Niet aangemeld",
    403: "Niet bevoegd",
    404: "Niet gevonden",
    405: "Methode niet toegestaan",
    406: "Mediatype niet leverbaar",
    409: "Conflict",
    412: "Versie verouderd",
    413: "Aanvraag te groot",
    415: "Mediatype niet ondersteund",
    428: "Versie vereist",
    429: "Te veel aanvragen",
    500: "Interne fout",
    503: "Dienst tijdelijk niet beschikbaar",
}


def probleem(
    status: int,
    code: str,
    detail: str,
    *,
    fouten: Mapping[str, str] | None = None,
    toetsen: Iterable[Toets] | None = None,
    correlatie_id: str | None = None,
) -> dict[str, Any]:
    """Build the body: ``fouten`` maps a field to what would be right, ``toetsen`` are the rules that refuse.

    ``type`` stays about:blank, so the title belongs to the status and ``code`` is what clients switch on. There is no
    ``instance``: an address may hold an id, and ``correlatieId`` already finds the request in the log.
    """
    lichaam: dict[str, Any] = {
        "type": "about:blank",
        "title": TITELS.get(status, "Fout"),
        "status": status,
        "detail": detail,
        "code": code,
    }
    if fouten is not None:
        lichaam["fouten"] = [{"veld": veld, "melding": melding} for veld, melding in fouten.items()]
    if toetsen is not None:
        lichaam["toetsen"] = [
            toets.model_dump(mode="json", exclude_none=True) | {"artikel": str(toets.grondslag)} for toets in toetsen
        ]
    if correlatie_id:
        lichaam["correlatieId"] = correlatie_id
    return lichaam


async def zend(send: Send, lichaam: Mapping[str, Any], koppen: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """Send a problem as the whole answer, with extra headers."""
    ruw = json.dumps(lichaam, ensure_ascii=False).encode()
    alle = [(b"content-type", MEDIATYPE.encode()), (b"content-length", str(len(ruw)).encode()), *koppen]
    await send({"type": "http.response.start", "status": lichaam["status"], "headers": alle})
    await send({"type": "http.response.body", "body": ruw})
