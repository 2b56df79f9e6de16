"""The bezorger of e-mail and SMS through NotifyNL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import httpx

from app.domain.bericht.kanaal import Berichtkanaal
from app.services.bericht.bezorger import Bezorgfout, Zending

SECONDEN: Final = 30.0
_SLEUTELDEEL: Final = 36
Ondertekenaar = Callable[[Mapping[str, Any], str], str]
"""Signs claims with a shared secret (HS256)."""


@dataclass(frozen=True)
class NotifyAdres:
    """The service with its key (``naam-<service id>-<secret>``) and a template per channel that only has our text."""

    url: str
    sleutel: str = field(repr=False)
    sjabloon_mail: str
    sjabloon_sms: str

    @property
    def dienst_id(self) -> str:
        """Who we are there."""
        return self.sleutel[-2 * _SLEUTELDEEL - 1 : -_SLEUTELDEEL - 1]

    @property
    def geheim(self) -> str:
        """With what we sign."""
        return self.sleutel[-_SLEUTELDEEL:]


class ViaNotifyNl:
    """Offers one message per request. A refused request (4xx) is final; 429, 5xx and the network are tried again."""

    def __init__(
        self, adres: NotifyAdres, teken: Ondertekenaar, klok: Callable[[], datetime], client: httpx.Client | None = None
    ) -> None:
        self._adres = adres
        self._teken = teken
        self._klok = klok
        self._client = client or httpx.Client(timeout=SECONDEN)

    def bezorg(self, zending: Zending, nu: datetime) -> str | None:  # noqa: ARG002 - the moment of the round
        """Offer one message under our own id as reference, and return the id that NotifyNL gives it."""
        pad, inhoud = self._opdracht(zending)
        # A token is good for half a minute: it tells the time of this request, not of the round.
        token = self._teken({"iss": self._adres.dienst_id, "iat": int(self._klok().timestamp())}, self._adres.geheim)
        try:
            antwoord = self._client.post(
                f"{self._adres.url}/v2/notifications/{pad}", json=inhoud, headers={"Authorization": f"Bearer {token}"}
            )
        except httpx.HTTPError as fout:
            raise Bezorgfout(f"notifynl_{type(fout).__name__}") from fout
        if antwoord.status_code == httpx.codes.CREATED:
            return str(antwoord.json()["id"])
        blijvend = antwoord.is_client_error and antwoord.status_code not in (401, 403, 408, 429)
        raise Bezorgfout(f"notifynl_{antwoord.status_code}", blijvend=blijvend)

    def _opdracht(self, zending: Zending) -> tuple[str, dict[str, Any]]:
        vast = {"reference": str(zending.bericht_id)}
        if zending.kanaal is Berichtkanaal.MAIL:
            tekst = {"onderwerp": zending.onderwerp, "tekst": zending.inhoud}
            eigen = {"email_address": zending.adres, "template_id": self._adres.sjabloon_mail}
            return "email", vast | eigen | {"personalisation": tekst}
        eigen = {"phone_number": zending.adres, "template_id": self._adres.sjabloon_sms}
        return "sms", vast | eigen | {"personalisation": {"tekst": zending.inhoud}}
