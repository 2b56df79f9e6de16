"""What the participatiemakelaar achieved: closed referrals by goal, klantgroep, duration and code (DEV-EVA-501)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.onthulling import met_totalen, verberg
from app.domain.kern.periode import Periode


class Duur(StrEnum):
    """How long the support took, in whole calendar months."""

    TOT_1 = "tot_1_maand"
    TOT_2 = "1_tot_2_maanden"
    TOT_3 = "2_tot_3_maanden"
    TOT_4 = "3_tot_4_maanden"
    LANGER = "4_maanden_of_langer"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Makelaargeval(_Model):
    """One referral that was closed in the period."""

    doel: str
    klantgroep: Klantgroep
    duur: Duur
    besliscode: str


class Makelaarregel(_Model):
    """The numbers of a goal or, without one, of all together; None is hidden."""

    doel: str | None
    aantal: int | None
    per_klantgroep: dict[Klantgroep, int | None]
    per_duur: dict[Duur, int | None]
    per_besliscode: dict[str, int | None]


def duur_van(periode: Periode) -> Duur:
    """Return how long the support took: a period of exactly a month belongs to the next class."""
    tot = periode.tot
    assert tot is not None
    for maanden, duur in enumerate(Duur, start=1):
        if tot < plus_maanden(periode.van, maanden):
            return duur
    return Duur.LANGER


def tel_makelaarinzet(gevallen: Sequence[Makelaargeval], codes: Sequence[str], grens: int) -> tuple[Makelaarregel, ...]:
    """Count per goal, with all together as last line; what is small, or would tell it, is hidden.

    ``codes`` are the besliscodes of the policy; one that was used before and is gone from it is counted all the same.
    """
    doelen = sorted({geval.doel for geval in gevallen})
    alle_codes = tuple(dict.fromkeys((*codes, *sorted({geval.besliscode for geval in gevallen}))))
    soorten: list[tuple[Sequence[str], Callable[[Makelaargeval], str]]] = [
        (tuple(Klantgroep), lambda geval: geval.klantgroep),
        (tuple(Duur), lambda geval: geval.duur),
        (alle_codes, lambda geval: geval.besliscode),
    ]
    rijen = [[geval for geval in gevallen if geval.doel == doel] for doel in doelen] or [[]]
    tabellen = [[[sum(van(g) == kop for g in rij) for kop in koppen] for rij in rijen] for koppen, van in soorten]
    verborgen = verberg(tabellen, grens)
    getoond = [
        [
            [None if (r, k) in weg else waarde for k, waarde in enumerate(rij)]
            for r, rij in enumerate(met_totalen(tabel))
        ]
        for tabel, weg in zip(tabellen, verborgen, strict=True)
    ]
    return tuple(
        Makelaarregel(
            doel=doel,
            aantal=getoond[0][nummer][-1],
            per_klantgroep=dict(zip(Klantgroep, getoond[0][nummer], strict=False)),
            per_duur=dict(zip(Duur, getoond[1][nummer], strict=False)),
            per_besliscode=dict(zip(alle_codes, getoond[2][nummer], strict=False)),
        )
        for nummer, doel in [*enumerate(doelen), (len(rijen), None)]
    )
