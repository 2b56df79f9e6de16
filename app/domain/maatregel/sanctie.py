"""Sanctie: what the law or the verordening sets on the gedragingen of a zaak (article 18, samenloop, recidive)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import eerste_van_de_maand, maanden_vanaf, plus_maanden
from app.domain.kern.periode import Periode
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.feiten import ZaakFeiten, Zaaksoort


class Sanctie(BaseModel):
    """The percentage and the months (before recidive) that stand on one gedraging."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gedraging: str
    procent: Decimal
    maanden: int
    uniform: bool
    grondslag: Grondslag


def sanctie_van(regime: Regime, code: str, beleid: MaatregelBeleid) -> Sanctie | None:
    """Return what stands on a gedraging; None when no value is configured (DEV-MTR-512)."""
    rij = beleid.gedraging(regime, code)
    if rij is None:
        return None
    if categorie := beleid.categorie(regime, rij):
        procent, duur = beleid.verlaging_procent, beleid.duur_maanden.waarde[categorie]
        hoogte, bron = procent.waarde[categorie], procent.grondslag
    elif rij.uniform is None:
        return None
    else:
        hoogte, bron = beleid.uniforme_verlaging_procent.waarde, beleid.uniforme_verlaging_procent.grondslag
        duur = beleid.duur_uniforme_verplichting_maanden.waarde
    return Sanctie(gedraging=rij.code, procent=hoogte, maanden=duur, uniform=bool(rij.uniform), grondslag=bron)


def sancties(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> dict[str, Sanctie | None]:
    """Return the sanction of the zaak's own gedraging and of those in samenloop, by code."""
    codes = (feiten.gedraging, *(ander.gedraging for ander in feiten.samenloop or ()))
    return {code: sanctie_van(feiten.regime, code, beleid) for code in codes}


def zwaarste(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> Sanctie | None:
    """Return the one sanction of a samenloop: the highest, with equal percentages the longest (DEV-MTR-511).

    None when one of the gedragingen has no sanction: then it is not known which is the heaviest.
    """
    alle = [sanctie for sanctie in sancties(feiten, beleid).values() if sanctie is not None]
    if len(alle) < len(sancties(feiten, beleid)):
        return None
    return max(alle, key=lambda sanctie: (sanctie.procent, sanctie.maanden))


def eerdere(feiten: ZaakFeiten, maanden: int, *, uniform: bool) -> tuple[date, ...]:
    """Return the decisions of earlier verlagingen of this kind in whose ``maanden`` the gedraging falls (half-open)."""
    return tuple(
        eerder.besluit_datum
        for eerder in feiten.eerdere_maatregelen or ()
        if eerder.soort is Zaaksoort.VERLAGING
        and eerder.uniform is uniform
        and feiten.gedraging_datum in Periode(van=eerder.besluit_datum, tot=plus_maanden(eerder.besluit_datum, maanden))
    )


def recidive(feiten: ZaakFeiten, beleid: MaatregelBeleid, sanctie: Sanctie) -> bool:
    """Tell whether an earlier verlaging of the same kind makes this one recidive (DEV-MTR-510)."""
    termijn = beleid.uniforme_recidive_maanden if sanctie.uniform else beleid.recidive_maanden
    return bool(eerdere(feiten, termijn.waarde, uniform=sanctie.uniform))


def duur(feiten: ZaakFeiten, beleid: MaatregelBeleid, sanctie: Sanctie) -> int | None:
    """Return the months: a person's own, else the configured ones, longer at recidive; None: a person decides.

    The statutory ladder of article 18, lid 6 to 8, leaves the second duration to the verordening, so it is not guessed.
    """
    if feiten.afwijking is not None and feiten.afwijking.maanden is not None:
        return feiten.afwijking.maanden
    if not recidive(feiten, beleid, sanctie):
        return sanctie.maanden
    return None if sanctie.uniform else sanctie.maanden * beleid.recidive_duur_factor.waarde


def maanden(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[date, ...] | None:
    """Return the months in which a decision of ``peildatum`` takes effect, from the month after it; None: unknown."""
    eerste = plus_maanden(eerste_van_de_maand(peildatum), 1)
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        return maanden_vanaf(eerste, 1)
    sanctie = zwaarste(feiten, beleid)
    aantal = None if sanctie is None else duur(feiten, beleid, sanctie)
    return None if aantal is None else maanden_vanaf(eerste, aantal)
