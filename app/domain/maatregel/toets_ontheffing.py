"""Condition on the duty: a klant who was let off it on that day, did not break it (Participatiewet 9, 9a)."""

from __future__ import annotations

from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.toets import Toets
from app.domain.maatregel.beleid import Gedraging, Regime
from app.domain.maatregel.bouwsteen import gewoon, toets
from app.domain.maatregel.feiten import ZaakFeiten


def toets_ontheffing(feiten: ZaakFeiten, rij: Gedraging) -> tuple[Toets, ...]:
    """Refuse a maatregel for a duty from which an ontheffing ran on the day of the gedraging (DEV-MTR-502).

    The ontheffingen that ran are shown; none is tested when nobody looked for them.
    """
    if feiten.ontheffingen is None:
        return ()
    geldend = [ander for ander in feiten.ontheffingen if rij.plicht in ander.plichten]
    plicht = gewoon(rij.plicht.value)
    uitkomst = toets(
        "plicht_niet_ontheven",
        not geldend,
        _grondslag(feiten.regime),
        f"De klant was op de dag van de gedraging niet ontheven van deze plicht ({plicht}).",
        f"De klant was op de dag van de gedraging ontheven van deze plicht ({plicht}).",
        plicht=rij.plicht.value,
        lopende_ontheffingen=tuple(sorted(ander.soort for ander in feiten.ontheffingen)),
        van=min((ander.van for ander in geldend), default=None),
        tot=max((ander.tot for ander in geldend if ander.tot), default=None),
    )
    return (uitkomst,)


def _grondslag(regime: Regime) -> Grondslag:
    return pw("9", "2") if regime is Regime.PW else Grondslag(regeling=regime.value, artikel="37a")
