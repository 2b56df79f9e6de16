"""Uitleg: a besluit told to a person: why, on which articles, with which values, and how each amount came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.db.besluit import Besluitstand
from app.domain.beleid.model import Waarde
from app.domain.maatregel.berekening import MaandBedrag
from app.domain.maatregel.herziening.beslissing import Herzieningsregel
from app.domain.taaleis.berekening import TaalMaandbedrag
from app.services.besluit.lezen import beslissing_van, bewaard_beleid, bewaarde_feiten, vind
from app.services.besluit.rekenaars import REKENAARS
from app.services.handeling import Handeling

_TABEL = "gedragingen"


@dataclass(frozen=True)
class Besluituitleg:
    """A besluit with its outcome, the policy values that it rests on, and the amounts per month."""

    stand: Besluitstand
    beslissing: Any
    waarden: Sequence[tuple[str, Waarde[Any]]]
    bedragen: Sequence[MaandBedrag | Herzieningsregel | TaalMaandbedrag]


def leg_uit(h: Handeling, besluit_id: UUID) -> Besluituitleg:
    """Explain a besluit from what was stored with it, whatever the policy of today is."""
    stand, _ = vind(h, besluit_id)
    besluit = stand.besluit
    feiten, beleid, beslissing = bewaarde_feiten(besluit), bewaard_beleid(h, besluit), beslissing_van(besluit)
    namen = REKENAARS[besluit.soort].waarden(feiten, beleid, beslissing)
    verlaging = getattr(beslissing, "verlaging", None) or beslissing
    return Besluituitleg(
        stand=stand,
        beslissing=beslissing,
        waarden=[(naam, eigen_deel(naam, getattr(beleid, naam), feiten)) for naam in namen],
        bedragen=getattr(verlaging, "bedragen", ()),
    )


def eigen_deel(naam: str, waarde: Waarde[Any], feiten: Any) -> Waarde[Any]:
    """Of a whole table show only the row that was used."""
    if naam != _TABEL:
        return waarde
    rijen = (rij for rij in waarde.waarde if rij.code == feiten.gedraging and feiten.regime in rij.regimes)
    return waarde.model_copy(update={"waarde": tuple(rijen)})
