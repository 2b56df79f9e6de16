"""What a besluit takes per month, whatever its kind, and on what it rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.db.besluit import Besluit
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.herziening.feiten import Maandregel
from app.services.besluit.lezen import beslissing_van, bewaard_beleid, bewaarde_feiten
from app.services.besluit.rekenaars import MAATREGEL, REKENAARS
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Ondergrond:
    """What a besluit takes, under which act, and whether it is a maatregel of article 18, lid 4 to 8."""

    regels: tuple[Maandregel, ...]
    regime: Regime | None
    uniform: bool


def heeft_bedragen(besluit: Besluit) -> bool:
    """Tell whether a besluit takes anything."""
    return any(bedrag for _, bedrag in REKENAARS[besluit.soort].bedragen(beslissing_van(besluit)))


def ondergrond(h: Handeling, besluit: Besluit) -> Ondergrond:
    """Read a besluit back; one that itself changed another one carries on what that rested on."""
    beslissing, feiten = beslissing_van(besluit), bewaarde_feiten(besluit)
    uniform = bool(getattr(feiten, "uniform", False))
    if besluit.soort == MAATREGEL and beslissing.verlaging is not None:
        beleid: MaatregelBeleid = bewaard_beleid(h, besluit)
        rij = beleid.gedraging(feiten.regime, beslissing.verlaging.gedraging)
        uniform = beslissing.verlaging.lid is not None or (rij is not None and rij.uniform is not None)
    return Ondergrond(maandregels(besluit, beslissing), getattr(feiten, "regime", None), uniform)


def maandregels(besluit: Besluit, beslissing: Any) -> tuple[Maandregel, ...]:
    """Return what is taken per month; norm and percentage come along where the besluit names them."""
    rijen = {rij.maand: rij for rij in _rijen(beslissing)}
    return tuple(
        Maandregel(
            maand=maand,
            norm=getattr(rijen.get(maand), "norm", None) or 0,
            norm_versie=getattr(rijen.get(maand), "norm_versie", ""),
            procent=getattr(rijen.get(maand), "procent", None),
            bedrag=bedrag,
            gespreid=getattr(rijen.get(maand), "deel", None) is not None,
        )
        for maand, bedrag in REKENAARS[besluit.soort].bedragen(beslissing)
    )


def _rijen(beslissing: Any) -> Sequence[Any]:
    verlaging = getattr(beslissing, "verlaging", None)
    rijen: Sequence[Any] = getattr(verlaging or beslissing, "bedragen", None) or ()
    return rijen
