"""The flow between klantgroepen in a period: stock, inflow, outflow, transitions and how long (DEV-EVA-001)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.onthulling import met_totalen, verberg, verberg_rij

BEGIN: tuple[Klantgroep | None, ...] = (*Klantgroep, None)
"""The rows: the klantgroep at the begin of the period; None is who came in since."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Verblijf(_Model):
    """One klant: the klantgroep at the begin and at the end of the period, and since when the latter."""

    begin: Klantgroep | None
    einde: Klantgroep
    sinds: date


class Groepsstroom(_Model):
    """One klantgroep; None is hidden. ``naar`` counts who was here at the begin by where they are at the end."""

    klantgroep: Klantgroep
    stand_begin: int | None
    stand_einde: int | None
    nieuw: int | None
    naar: dict[Klantgroep, int | None]
    gemiddeld_dagen: float | None


def stroom(verblijven: Sequence[Verblijf], tot: date, grens: int) -> tuple[Groepsstroom, ...]:
    """Count the flow of a period that ends before ``tot``; one table with its totals, so that nothing small follows."""
    tabel = [[sum(v.begin is van and v.einde is naar for v in verblijven) for naar in Klantgroep] for van in BEGIN]
    [weg] = verberg([tabel], grens)
    vol = met_totalen(tabel)
    dagen = _dagen(verblijven, tot, grens)

    def cel(rij: int, kolom: int) -> int | None:
        return None if (rij, kolom) in weg else vol[rij][kolom]

    groepen, nieuw, totaal = list(Klantgroep), BEGIN.index(None), len(Klantgroep)
    return tuple(
        Groepsstroom(
            klantgroep=groep,
            stand_begin=cel(nummer, totaal),
            stand_einde=cel(len(BEGIN), nummer),
            nieuw=cel(nieuw, nummer),
            naar={naar: cel(nummer, kolom) for kolom, naar in enumerate(groepen)},
            gemiddeld_dagen=dagen[nummer],
        )
        for nummer, groep in enumerate(groepen)
    )


def _dagen(verblijven: Sequence[Verblijf], tot: date, grens: int) -> list[float | None]:
    """Return how long, on average, the klanten of each klantgroep are in it at the end."""
    lijsten = [[(tot - v.sinds).days for v in verblijven if v.einde is groep] for groep in Klantgroep]
    weg = verberg_rij([len(lijst) for lijst in lijsten], grens)
    return [
        round(sum(lijst) / len(lijst), 1) if lijst and nummer not in weg else None
        for nummer, lijst in enumerate(lijsten)
    ]
