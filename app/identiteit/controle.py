"""Judge a token once and remember the verdict until it expires."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

from app.domain.kern.rollen import Actor
from app.identiteit.claims import actor_uit
from app.identiteit.jose import SPELING, Sleutels, verifieer
from app.identiteit.sleutels import Sleutelbron
from app.klok import Klok

MAX_ONTHOUDEN = 10_000


class Tokencontrole:
    """Turns a token into an actor. ``klok`` is the real clock: tokens do not travel with a clock that was set.

    Genuine tokens are remembered by their hash, at most 10,000, and forgotten when the issuer's keys change.
    """

    def __init__(self, bron: Sleutelbron, uitgever: str, doelgroep: str, klok: Klok) -> None:
        self._bron = bron
        self._uitgever = uitgever
        self._doelgroep = doelgroep
        self._klok = klok
        self._slot = Lock()
        self._onthouden: OrderedDict[bytes, tuple[float, Actor]] = OrderedDict()
        self._onthouden_bij: Sleutels | None = None

    def verouderd(self) -> bool:
        """Tell whether the keys should be fetched again before the next verdict."""
        return self._bron.verouderd()

    def ververs(self) -> None:
        """Fetch the keys again; waits for the issuer, so call it in a thread."""
        self._bron.ververs()

    def controleer(self, token: str) -> Actor:
        """Return who this is. TokenGeweigerd or SleutelsOnbereikbaar otherwise. Never waits for the network."""
        sleutels, nu = self._bron.sleutels(), self._klok.nu()
        afdruk = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        if actor := self._herinnerd(afdruk, sleutels, nu.timestamp()):
            return actor
        claims = verifieer(token, sleutels, self._uitgever, self._doelgroep, nu)
        actor = actor_uit(claims)
        with self._slot:
            if self._onthouden_bij is sleutels:
                self._onthouden[afdruk] = (claims["exp"] + SPELING, actor)
                if len(self._onthouden) > MAX_ONTHOUDEN:
                    self._onthouden.popitem(last=False)
        return actor

    def _herinnerd(self, afdruk: bytes, sleutels: Sleutels, nu: float) -> Actor | None:
        with self._slot:
            if self._onthouden_bij is not sleutels:
                self._onthouden.clear()
                self._onthouden_bij = sleutels
            gevonden = self._onthouden.get(afdruk)
            if gevonden is None:
                return None
            if nu >= gevonden[0]:
                del self._onthouden[afdruk]
                return None
            self._onthouden.move_to_end(afdruk)
            return gevonden[1]
