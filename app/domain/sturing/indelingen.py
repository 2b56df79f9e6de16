"""Whether those who indelen do it alike: the distribution, deviations, doubt, later changes and days, per person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.onthulling import Cel as Plek
from app.domain.kern.onthulling import met_totalen, verberg, verberg_rij
from app.domain.sturing.beleid import SturingBeleid
from app.domain.sturing.spreiding import wijkt_af, wilson

_DECIMALEN = 3


class Stap(StrEnum):
    """A stretch of the way to the indeling, in calendar days."""

    MELDING_SCREENING = "melding_screening"
    SCREENING_GESPREK = "screening_gesprek"
    GESPREK_INDELING = "gesprek_indeling"
    MELDING_INDELING = "melding_indeling"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Geval(_Model):
    """One first indeling: who decided what on which proposal, and the days on the way; None for what is not known."""

    beslisser: UUID
    klantgroep: Klantgroep
    voorstel: Klantgroep | None
    twijfel: bool
    ingedeeld_op: date
    gesprek_op: date | None = None
    screening_op: date | None = None
    melding_op: date | None = None
    wissel_op: date | None = None

    @property
    def afgeweken(self) -> bool:
        """Whether another klantgroep was chosen than proposed; without a proposal there is nothing to deviate from."""
        return self.voorstel is not None and self.voorstel is not self.klantgroep

    def gewisseld(self, maanden: int) -> bool:
        """Tell whether the klantgroep changed within so many months; the day on which they are over is too late."""
        return self.wissel_op is not None and self.wissel_op < plus_maanden(self.ingedeeld_op, maanden)

    def dagen(self, stap: Stap) -> int | None:
        """Return the days of a stretch."""
        van, tot = {
            Stap.MELDING_SCREENING: (self.melding_op, self.screening_op),
            Stap.SCREENING_GESPREK: (self.screening_op, self.gesprek_op),
            Stap.GESPREK_INDELING: (self.gesprek_op, self.ingedeeld_op),
            Stap.MELDING_INDELING: (self.melding_op, self.ingedeeld_op),
        }[stap]
        return None if van is None or tot is None else (tot - van).days


class Cel(_Model):
    """A number with its share and the interval that chance allows; all None when it is hidden.

    ``opvallend`` tells that the share of the team lies outside what chance allows here.
    """

    aantal: int | None = None
    aandeel: float | None = None
    onder: float | None = None
    boven: float | None = None
    opvallend: bool = False


class Regel(_Model):
    """The numbers of one person (``beslisser``) or, without one, of all together."""

    beslisser: UUID | None
    aantal: int | None
    verdeling: dict[Klantgroep, Cel]
    afwijkingen: Cel
    twijfelgevallen: Cel
    wissels: Cel | None
    dagen: dict[Stap, float | None]


def vergelijk(gevallen: Sequence[Geval], beleid: SturingBeleid, gevolgd: bool) -> tuple[Regel, ...]:
    """Return a line per person and, last, one of all together; ``gevolgd`` tells that later changes are known."""
    per = {wie: [g for g in gevallen if g.beslisser == wie] for wie in sorted({g.beslisser for g in gevallen})}
    rijen = list(per.values()) or [[]]
    maanden = beleid.wissel_binnen_maanden.waarde
    tabellen = [
        [[sum(g.klantgroep is groep for g in rij) for groep in Klantgroep] for rij in rijen],
        _ja_nee(rijen, lambda g: g.afgeweken),
        _ja_nee(rijen, lambda g: g.twijfel),
        *([_ja_nee(rijen, lambda g: g.gewisseld(maanden))] if gevolgd else []),
    ]
    cellen = _cellen(tabellen, beleid)
    dagen = _dagen(rijen, beleid.kleinste_cel.waarde)
    namen = [*per, None] if per else [None]
    plekken = [*range(len(per)), len(rijen)]
    return tuple(_regel(wie, plek, cellen, dagen) for wie, plek in zip(namen, plekken, strict=True))


def _ja_nee(rijen: Sequence[Sequence[Geval]], is_zo: Callable[[Geval], bool]) -> list[list[int]]:
    return [[sum(map(is_zo, rij)), sum(not is_zo(geval) for geval in rij)] for rij in rijen]


def _cellen(tabellen: Sequence[list[list[int]]], beleid: SturingBeleid) -> list[dict[Plek, Cel]]:
    verborgen = verberg(tabellen, beleid.kleinste_cel.waarde)
    return [_tabel(tabel, weg, beleid) for tabel, weg in zip(tabellen, verborgen, strict=True)]


def _tabel(tabel: list[list[int]], weg: frozenset[Plek], beleid: SturingBeleid) -> dict[Plek, Cel]:
    """Make the cells; a share is shown only with its total, and compared only with a share of all that shows."""
    vol, zeker = met_totalen(tabel), float(beleid.betrouwbaarheid.waarde)
    laatste, breed = len(tabel), len(tabel[0])
    cellen: dict[Plek, Cel] = {}
    for r, rij in enumerate(vol):
        for k, aantal in enumerate(rij):
            if (r, k) in weg:
                cellen[r, k] = Cel()
                continue
            cel = Cel(aantal=aantal)
            if rij[breed] and (r, breed) not in weg:
                interval = wilson(aantal, rij[breed], zeker)
                team = {(laatste, k), (laatste, breed)}.isdisjoint(weg)
                verwacht = vol[laatste][k] / vol[laatste][breed]
                opvallend = team and r != laatste and wijkt_af(aantal, rij[breed], verwacht, (zeker, laatste * breed))
                cel = Cel(
                    aantal=aantal,
                    aandeel=round(aantal / rij[breed], _DECIMALEN),
                    onder=round(interval.onder, _DECIMALEN),
                    boven=round(interval.boven, _DECIMALEN),
                    opvallend=opvallend,
                )
            cellen[r, k] = cel
    return cellen


def _dagen(rijen: Sequence[Sequence[Geval]], grens: int) -> dict[tuple[int, Stap], float | None]:
    """Return the average days per row and stretch, the last row for all together."""
    gemiddeld: dict[tuple[int, Stap], float | None] = {}
    for stap in Stap:
        lijsten = [[d for g in rij if (d := g.dagen(stap)) is not None] for rij in rijen]
        verborgen = verberg_rij([len(rij) for rij in lijsten], grens)
        for nummer, lijst in enumerate([*lijsten, [d for rij in lijsten for d in rij]]):
            toon = bool(lijst) and nummer not in verborgen
            gemiddeld[nummer, stap] = round(sum(lijst) / len(lijst), 1) if toon else None
    return gemiddeld


def _regel(
    wie: UUID | None, plek: int, cellen: list[dict[Plek, Cel]], dagen: dict[tuple[int, Stap], float | None]
) -> Regel:
    verdeling = {groep: cellen[0][plek, kolom] for kolom, groep in enumerate(Klantgroep)}
    return Regel(
        beslisser=wie,
        aantal=cellen[0][plek, len(verdeling)].aantal,
        verdeling=verdeling,
        afwijkingen=cellen[1][plek, 0],
        twijfelgevallen=cellen[2][plek, 0],
        wissels=cellen[3][plek, 0] if len(cellen) == 4 else None,
        dagen={stap: dagen[plek, stap] for stap in Stap},
    )
