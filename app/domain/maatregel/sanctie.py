"""Sanctie: what the law or the verordening sets on the gedragingen of a zaak (article 18, samenloop, recidive)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import bouw
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.feiten import EerdereMaatregel, ZaakFeiten, Zaaksoort

# The steps of the ladder of article 18: lid 5 the first time, lid 6 and 7 within twelve months, then each time lid 8.
EERSTE_TREDE, TWEEDE_TREDE, LAATSTE_TREDE = 5, 6, 8


class Sanctie(BaseModel):
    """The percentage and the months (recidive included) that stand on one gedraging.

    ``lid`` is the step of article 18 for a uniform duty, None for a gedraging of the verordening.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    gedraging: str
    procent: Decimal
    maanden: int
    recidive: bool
    lid: int | None
    grondslag: Grondslag


def sancties(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> dict[str, Sanctie | None]:
    """Return the sanction of the zaak's own gedraging and of those in samenloop, by code."""
    codes = (feiten.gedraging, *(ander.gedraging for ander in feiten.samenloop or ()))
    return {code: sanctie_van(feiten, code, beleid) for code in codes}


def zwaarste(alle: Mapping[str, Sanctie | None]) -> Sanctie | None:
    """Return the one sanction of a samenloop: the highest, with equal percentages the longest (DEV-MTR-511).

    None when one of the gedragingen has no sanction: then it is not known which is the heaviest.
    """
    bekend = [sanctie for sanctie in alle.values() if sanctie is not None]
    if len(bekend) < len(alle):
        return None
    return max(bekend, key=lambda sanctie: (sanctie.procent, sanctie.maanden))


def sanctie_van(feiten: ZaakFeiten, code: str, beleid: MaatregelBeleid) -> Sanctie | None:
    """Return what stands on a gedraging; None when no value is configured (DEV-MTR-512)."""
    rij = beleid.gedraging(feiten.regime, code)
    if rij is None:
        return None
    if rij.uniform is not None:
        return _uniform(code, trede(feiten, beleid), beleid)
    categorie = beleid.categorie(feiten.regime, rij)
    return None if categorie is None else _van_de_verordening(code, categorie, feiten, beleid)


def trede(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> int:
    """Return the lid of article 18 that holds for a uniform duty now: one above the highest of the last twelve months.

    A gedraging more than twelve months after the last besluit begins again at lid 5.
    """
    leden = (
        eerder.lid or EERSTE_TREDE for eerder in _eerdere(feiten, beleid.uniforme_recidive_maanden.waarde, uniform=True)
    )
    return min(max(leden, default=EERSTE_TREDE - 1) + 1, LAATSTE_TREDE)


def herijk(
    reeks: Iterable[tuple[EerdereMaatregel, ZaakFeiten]], beleid: MaatregelBeleid
) -> tuple[EerdereMaatregel, ...]:
    """Set the step of each earlier maatregel anew from those that still stand, oldest first.

    One that was withdrawn lowers the steps of those after it, never raises them. Each comes with its own facts.
    """
    over: list[EerdereMaatregel] = []
    for eerder, toen in sorted(reeks, key=lambda deel: deel[0].besluit_datum):
        lid = eerder.lid
        if lid is not None:
            lid = min(lid, trede(toen.model_copy(update={"eerdere_maatregelen": tuple(over)}), beleid))
        over.append(eerder.model_copy(update={"lid": lid}))
    return tuple(over)


def _uniform(code: str, lid: int, beleid: MaatregelBeleid) -> Sanctie:
    """Article 18, lid 5 to 8: the whole norm; lid 5 and 6 as long as the verordening sets, then three months."""
    duren = {
        EERSTE_TREDE: beleid.duur_uniforme_verplichting_maanden.waarde,
        TWEEDE_TREDE: beleid.duur_uniforme_recidive_maanden.waarde,
    }
    velden = {
        "gedraging": code,
        "procent": beleid.uniforme_verlaging_procent.waarde,
        "maanden": duren.get(lid, beleid.duur_maximum_maanden.waarde),
        "recidive": lid > EERSTE_TREDE,
        "lid": lid,
        "grondslag": grondslagen.uniform(lid),
    }
    return bouw(Sanctie, velden)


def _van_de_verordening(code: str, categorie: str, feiten: ZaakFeiten, beleid: MaatregelBeleid) -> Sanctie:
    """Return the sanction of a category; longer when an earlier such verlaging makes it recidive."""
    opnieuw = bool(_eerdere(feiten, beleid.recidive_maanden.waarde, uniform=False))
    duur = beleid.duur_maanden.waarde[categorie]
    velden = {
        "gedraging": code,
        "procent": beleid.verlaging_procent.waarde[categorie],
        "maanden": duur * beleid.recidive_duur_factor.waarde if opnieuw else duur,
        "recidive": opnieuw,
        "lid": None,
        "grondslag": beleid.verlaging_procent.grondslag,
    }
    return bouw(Sanctie, velden)


def _eerdere(feiten: ZaakFeiten, maanden: int, *, uniform: bool) -> list[EerdereMaatregel]:
    """Return the earlier verlagingen of this kind in whose ``maanden`` the gedraging falls (half-open)."""
    return [
        eerder
        for eerder in feiten.eerdere_maatregelen or ()
        if eerder.soort is Zaaksoort.VERLAGING
        and eerder.uniform is uniform
        and _binnen(eerder, maanden, feiten.gedraging_datum)
    ]


def _binnen(eerder: EerdereMaatregel, maanden: int, dag: date) -> bool:
    bekend = eerder.bekend_op is None or eerder.bekend_op < dag
    return bekend and eerder.besluit_datum <= dag < plus_maanden(eerder.besluit_datum, maanden)
