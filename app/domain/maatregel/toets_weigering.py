"""Condition on refusing an IOAW or IOAZ to the extent that income was missed (article 20, lid 1)."""

from __future__ import annotations

from app.domain.kern.toets import Toets
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.bouwsteen import gewoon, toets
from app.domain.maatregel.feiten import ZaakFeiten
from app.domain.maatregel.weigering import Weigering

_ARTIKEL, _LID = "20", "1"


def toets_weigering(feiten: ZaakFeiten, beleid: MaatregelBeleid, weigering: Weigering) -> Toets:
    """Ask for a gedraging for which the act knows a refusal, and for the reasons of the missed income."""
    rij = beleid.gedraging(feiten.regime, feiten.gedraging)
    kan = (
        feiten.regime is not Regime.PW
        and rij is not None
        and (rij.grondslag.artikel, rij.grondslag.lid) == (_ARTIKEL, _LID)
    )
    return toets(
        "weigering_bepaald",
        kan and weigering.gemotiveerd,
        grondslagen.weigering(feiten.regime),
        f"De uitkering wordt geweigerd voor zover er inkomen had kunnen zijn: {gewoon(weigering.grond.value)}.",
        "Weigeren kan alleen bij de IOAW of IOAZ, bij werk dat is geweigerd of verloren, en met motivering.",
        grond=weigering.grond.value,
        gederfd_inkomen=weigering.gederfd_inkomen,
        maanden=weigering.maanden,
    )
