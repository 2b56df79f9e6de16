"""Where the issuer's public keys come from: given once, or fetched from its JWKS address and kept fresh."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Protocol

import httpx
import structlog

from app.identiteit.fouten import OntwikkelsleutelGeweigerd, SleutelsOnbereikbaar
from app.identiteit.jose import Sleutels, bereid_voor

ONTWIKKEL_KID = "ontwikkel-"
HOUDBAAR = 600.0
"""Seconds after which a fetched set is fetched again."""
AFKOELING = 30.0
"""Seconds between two attempts to fetch, so that unknown kids and a silent issuer cost little."""
WACHTTIJD = 5.0

log = structlog.get_logger("identiteit")


class Sleutelbron(Protocol):
    """Gives the keys to verify with. ``sleutels`` never waits; ``ververs`` may, and belongs in a thread."""

    def sleutels(self) -> Sleutels:
        """Return the keys of this moment; SleutelsOnbereikbaar when there have never been any."""
        ...

    def verouderd(self) -> bool:
        """Tell whether ``ververs`` is due by age."""
        ...

    def ververs(self) -> None:
        """Fetch the keys again, unless that was tried just now. Keeps the old keys on failure."""
        ...


def is_ontwikkelsleutel(jwks: Mapping[str, Any]) -> bool:
    """Tell whether a JWKS holds a key of the development issuer, known by the start of its kid."""
    lijst = jwks.get("keys")
    sleutels = [s for s in lijst if isinstance(s, dict)] if isinstance(lijst, list) else []
    return any(str(sleutel.get("kid", "")).startswith(ONTWIKKEL_KID) for sleutel in sleutels)


def _bereid_veilig_voor(jwks: object, ontwikkeling: bool) -> Sleutels:
    """Prepare a set; ValueError when nothing in it is usable, OntwikkelsleutelGeweigerd outside development."""
    if not isinstance(jwks, Mapping):
        raise ValueError("geen JWKS")
    if not ontwikkeling and is_ontwikkelsleutel(jwks):
        raise OntwikkelsleutelGeweigerd("een ontwikkelsleutel is alleen voor ontwikkeling")
    sleutels = bereid_voor(jwks)
    if not sleutels:
        raise ValueError("geen bruikbare RSA-sleutel van ten minste 2048 bits in de JWKS")
    return sleutels


class VasteSleutels:
    """A key set given at start-up. ValueError when it is unusable, OntwikkelsleutelGeweigerd in production."""

    def __init__(self, jwks: Mapping[str, Any], *, ontwikkeling: bool = False) -> None:
        self._sleutels = _bereid_veilig_voor(jwks, ontwikkeling)

    def sleutels(self) -> Sleutels:
        """Return the given keys."""
        return self._sleutels

    def verouderd(self) -> bool:
        """Given keys do not age."""
        return False

    def ververs(self) -> None:
        """Nothing to fetch."""


class OpgehaaldeSleutels:
    """Keys from a JWKS address; a set with a development key in it is never taken over, unless in development."""

    def __init__(
        self,
        url: str,
        *,
        ontwikkeling: bool = False,
        client: httpx.Client | None = None,
        monotoon: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._ontwikkeling = ontwikkeling
        self._client = client or httpx.Client(timeout=WACHTTIJD)
        self._monotoon = monotoon
        self._slot = Lock()
        self._sleutels: Sleutels | None = None
        self._vers_tot = 0.0
        self._niet_voor = float("-inf")

    def laad(self) -> None:
        """Fetch once at start-up. OntwikkelsleutelGeweigerd stops the start; other failures are tried again later."""
        if isinstance(fout := self._haal_op(), OntwikkelsleutelGeweigerd):
            raise fout

    def sleutels(self) -> Sleutels:
        """Return the keys of the last good fetch."""
        if self._sleutels is None:
            raise SleutelsOnbereikbaar
        return self._sleutels

    def verouderd(self) -> bool:
        """Tell whether a fetch is due by age and allowed by the cool-down."""
        nu = self._monotoon()
        return nu >= self._niet_voor and (self._sleutels is None or nu >= self._vers_tot)

    def ververs(self) -> None:
        """Fetch again, or wait for the thread that is doing so; nothing happens during the cool-down."""
        self._haal_op()

    def _haal_op(self) -> Exception | None:
        with self._slot:
            if self._monotoon() < self._niet_voor:
                return None
            # Counted from the start, so that requests during a slow fetch go on with the old keys.
            self._niet_voor = self._monotoon() + AFKOELING
            fout: Exception | None = None
            try:
                antwoord = self._client.get(self._url)
                antwoord.raise_for_status()
                self._sleutels = _bereid_veilig_voor(antwoord.json(), self._ontwikkeling)
                self._vers_tot = self._monotoon() + HOUDBAAR
            except (httpx.HTTPError, ValueError, RecursionError, OntwikkelsleutelGeweigerd) as gevangen:
                fout = gevangen
                log.warning("sleutels_niet_ververst", fout=type(fout).__name__)
            return fout
