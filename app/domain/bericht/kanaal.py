"""Kanaal: how a message can reach the klant, and which way is chosen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

_GEEN_CIJFER = re.compile(r"[^0-9+]")
_MOBIEL = re.compile(r"(?:\+31|0031|0)6[0-9]{8}")
_BUITENLANDS = re.compile(r"(?:\+|00)(?!31)[1-9][0-9]{7,14}")


class Berichtkanaal(StrEnum):
    """The ways to send a message; a telephone call is a taak, not a message."""

    MAIL = "mail"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    BRIEF = "brief"


@dataclass(frozen=True)
class Bereikbaarheid:
    """What is known of the klant: an e-mail address, a telephone number. A letter always can be sent."""

    email: str | None
    telefoon: str | None


def internationaal(telefoon: str) -> str | None:
    """Write a number that takes text messages as ``+31612345678``; None for a landline."""
    kaal = _GEEN_CIJFER.sub("", telefoon)
    if _MOBIEL.fullmatch(kaal):
        return f"+31{kaal[-9:]}"
    return f"+{kaal.removeprefix('00').removeprefix('+')}" if _BUITENLANDS.fullmatch(kaal) else None


def kan_via(kanaal: Berichtkanaal, wie: Bereikbaarheid) -> bool:
    """Tell whether the klant can be reached this way: text messages need a mobile number."""
    if kanaal is Berichtkanaal.BRIEF:
        return True
    if kanaal is Berichtkanaal.MAIL:
        return bool(wie.email)
    return wie.telefoon is not None and internationaal(wie.telefoon) is not None


def kies_kanaal(
    volgorde: Iterable[Berichtkanaal], met_tekst: Collection[Berichtkanaal], wie: Bereikbaarheid
) -> Berichtkanaal | None:
    """Return the first channel of ``volgorde`` that has a text and reaches the klant; None when there is none.

    A confirmation goes by mail when an address is known, and else by SMS or letter (DEV-AFS-001).
    """
    return next((kanaal for kanaal in volgorde if kanaal in met_tekst and kan_via(kanaal, wie)), None)
