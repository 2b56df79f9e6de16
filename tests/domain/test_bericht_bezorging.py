"""Delivery of messages: the pauses between attempts, and what a person does when no way is left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.bericht.herhaling import HERHALINGEN, wachttijd
from app.domain.bericht.taken import mislukttaak, onbereikbaartaak
from app.domain.kern.rollen import Rol

DAG = date(2026, 4, 9)


def test_de_pauzes_groeien_tot_een_dag_en_dan_is_het_klaar() -> None:
    pauzes = [wachttijd(poging) for poging in range(1, HERHALINGEN + 2)]
    seconden = (25, 100, 400, 1600, 6400, 25600, 52000)
    assert pauzes == [*(timedelta(seconds=aantal) for aantal in seconden), None]


@pytest.mark.regel("DEV-AFS-001")
def test_wie_geen_enkel_kanaal_heeft_wordt_gebeld() -> None:
    taak = onbereikbaartaak("screening bevestiging", DAG)
    assert (taak.soort, taak.rol, taak.uiterste) == ("bericht_bellen", Rol.ADMINISTRATIE, DAG)
    assert taak.wat.startswith("Bel de klant")
    assert "screening bevestiging" in taak.wat


def test_een_mislukt_bericht_wordt_nagegaan() -> None:
    taak = mislukttaak("screening bevestiging", DAG)
    assert (taak.soort, taak.rol, taak.uiterste) == ("bericht_mislukt", Rol.ADMINISTRATIE, DAG)
    assert "screening bevestiging" in taak.wat
