"""Bezorger: the port through which a message leaves the house; the adapters stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.bericht.kanaal import Berichtkanaal


@dataclass(frozen=True)
class Zending:
    """One message with its address: an e-mail address, or a number as ``+31612345678``. ``agenda`` is iCalendar."""

    bericht_id: UUID
    klant_id: UUID
    kanaal: Berichtkanaal
    adres: str
    afzender: str
    afzender_email: str
    onderwerp: str
    inhoud: str
    agenda: str | None
    poging: int


class Bezorgfout(Exception):
    """Delivery failed. ``code`` holds no personal data; a ``blijvend`` one is not tried again."""

    def __init__(self, code: str, *, blijvend: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.blijvend = blijvend


class Bezorger(Protocol):
    """Delivers messages; may be asked twice for the same one, whose id tells that it is the same."""

    def bezorg(self, zending: Zending, nu: datetime) -> str | None:
        """Deliver one message and return the reference of whoever carries it. Raises Bezorgfout."""
        ...


class PerKanaal:
    """Sends each channel to its own bezorger; without one, delivery fails for good and a person takes over."""

    def __init__(self, kanalen: dict[Berichtkanaal, Bezorger]) -> None:
        self._kanalen = kanalen

    def bezorg(self, zending: Zending, nu: datetime) -> str | None:
        """Deliver through the bezorger of the channel."""
        bezorger = self._kanalen.get(zending.kanaal)
        if bezorger is None:
            raise Bezorgfout("kanaal_niet_ingericht", blijvend=True)
        return bezorger.bezorg(zending, nu)
