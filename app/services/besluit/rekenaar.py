"""Rekenaar: what one kind of besluit decides by, and how it is replayed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from app.domain.beleid.model import Beleid, Waarde
from app.domain.besluit.bekendmaking import Rechtsmiddel
from app.domain.kern.toets import Toets


def _geen_bedragen(_: Any) -> Sequence[tuple[date, int]]:
    return ()


@dataclass(frozen=True)
class Rekenaar:
    """The models of facts, policy and outcome of one kind of besluit, and its rules.

    ``in_de_weg`` says which conditions keep it from being taken, ``waarden`` names the policy values it rests on,
    ``ingang`` the first day on which it has consequences (None: none), ``bezwaar_weken`` the term for bezwaar,
    ``bedragen`` what it takes, in eurocents per month, and ``rechtsmiddel`` what the klant can do against it.
    """

    feiten: type[BaseModel]
    beleid: type[Beleid]
    beslissing: type[BaseModel]
    beslis: Callable[[Any, Any, date], Any]
    in_de_weg: Callable[[Any, Any], tuple[Toets, ...]]
    waarden: Callable[[Any, Any, Any], tuple[str, ...]]
    ingang: Callable[[Any], date | None]
    bezwaar_weken: Callable[[Any], Waarde[int]]
    bedragen: Callable[[Any], Sequence[tuple[date, int]]] = _geen_bedragen
    rechtsmiddel: Rechtsmiddel = Rechtsmiddel.BEZWAAR
