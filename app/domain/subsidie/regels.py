"""Regels: what one regeling is made of, for the engine: its facts, its policy and its two pure functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.domain.beleid.model import Beleid
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets
from app.domain.subsidie.model import Betaalschema, Ontvanger, Regelingcode, Subsidiefeiten


@dataclass(frozen=True)
class Regels:
    """One regeling. ``toets`` and ``bereken`` get its facts and its policy; ``bereken`` only what meets the toetsen.

    ``waarden`` are the policy fields on which a besluit rests, ``grondslag`` is the article that it is granted on.
    ``awb_subsidie`` tells that it is a subsidie in the sense of Awb 4:21; what a klant gets for costs is not.
    ``betaald_na_factuur``: paid on invoices; if not, every termijn is paid on the besluit itself.
    """

    code: Regelingcode
    naam: str
    feiten: type[Subsidiefeiten]
    beleid: type[Beleid]
    toets: Callable[[Any, Any], tuple[Toets, ...]]
    bereken: Callable[[Any, Any], Betaalschema]
    waarden: tuple[str, ...]
    grondslag: Grondslag
    ontvanger: Ontvanger = Ontvanger.WERKGEVER
    awb_subsidie: bool = True
    betaald_na_factuur: bool = True
    budget: str | None = None

    @property
    def budgetcode(self) -> str:
        """From which budget it is paid: its own, unless it names another (DEV-SUB-901, DEV-VGD-903)."""
        return self.budget or self.code.value
