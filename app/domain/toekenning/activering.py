"""Sociale activering without a chance of work obliges to nothing (verordening 5, DEV-VRZ-911)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

ACTIVERING: Final = "sociale_activering"
UITZICHT: Final = "werk_op_termijn_mogelijk"
VERPLICHT: Final = "verplicht"


@dataclass(frozen=True)
class Deelname:
    """A voorziening of a klant in ``[van, tot)``, with the judgement on work and whether taking part is compulsory."""

    code: str
    van: date
    tot: date | None
    uitzicht: bool | None
    verplicht: bool

    def op(self, dag: date) -> bool:
        """Tell whether it runs on a day."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    @property
    def bindt(self) -> bool:
        """Tell whether the klant can be held to it: sociale activering only with a chance of work, and when agreed."""
        return self.code != ACTIVERING or (self.verplicht and self.uitzicht is True)


def lees_deelname(code: str, van: date, tot: date | None, antwoorden: Any, gegevens: Any) -> Deelname:
    """Read what is kept of a voorziening: answers and fields by code."""
    uitzicht = (antwoorden.get(UITZICHT) or {}).get("waarde")
    return Deelname(code, van, tot, uitzicht, gegevens.get(VERPLICHT) is True)


def alleen_vrijwillig(deelnames: Iterable[Deelname], dag: date) -> bool:
    """Tell whether all that the klant takes part in on a day is sociale activering that obliges to nothing."""
    lopend = [deelname for deelname in deelnames if deelname.op(dag)]
    return bool(lopend) and not any(deelname.bindt for deelname in lopend)
