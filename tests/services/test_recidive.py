"""Recidive after an earlier maatregel fell away: the steps that it lifted come down with it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from app.db.besluit import Besluit
from app.domain.kern.canoniek import canoniek
from app.domain.maatregel.beslissing import beslis
from app.domain.maatregel.feiten import ZaakFeiten
from app.services.herziening.recidive import Eerder, _zonder
from tests.domain.test_maatregel_ladder import TRAJECT, eerder, uniform
from tests.steun.maatregel import BELEID, BESLUIT

DAGEN = (date(2025, 6, 2), date(2025, 9, 1), date(2025, 12, 1))


def genomen(dag: date) -> Besluit:
    feiten = uniform(gedraging_datum=dag - timedelta(days=30))
    uitkomst = canoniek(beslis(uniform(), BELEID, BESLUIT))
    return Besluit(soort="maatregel", peildatum=dag, feiten=json.loads(canoniek(feiten)), beslissing_bytes=uitkomst)


@pytest.mark.regel("DEV-MTR-510")
@pytest.mark.parametrize(
    ("staat", "leden"),
    [((False, True, True), [5, 6]), ((False, False, True), [5]), ((True, False, True), None)],
)
def test_wat_op_de_weggevallen_maatregel_klom_daalt_mee(staat: tuple[bool, ...], leden: list[int] | None) -> None:
    rijen = [Eerder(genomen(dag), over) for dag, over in zip(DAGEN, staat, strict=True)]
    vorige = tuple(
        eerder(dag, 5 + nummer).model_copy(update={"gedraging": TRAJECT}) for nummer, dag in enumerate(DAGEN)
    )
    zaak: ZaakFeiten = uniform(eerdere_maatregelen=vorige if leden else vorige[1:])
    zonder = _zonder(zaak, rijen[0].besluit, BELEID, rijen)
    assert (zonder and [deel.lid for deel in zonder.eerdere_maatregelen or ()]) == leden
