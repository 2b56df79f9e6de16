"""Which result counts, and what changed between two days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from app.domain.diagnose.geschiedenis import Meting, Uitslag, geldende, stand, vergelijk, vervallen
from app.domain.kern.leefgebied import Diagnoseinstrument, Instrument, Leefgebied

ANDER = Instrument.ANDER
WONEN, FINANCIEN = Leefgebied.WONEN, Leefgebied.FINANCIEN


def uitslag(nr: int, dag: int, **anders: Any) -> Uitslag:
    """Result ``nr``, taken on this day of March and received in the order of the numbers."""
    vast: dict[str, Any] = {
        "id": UUID(int=nr),
        "instrument": Instrument.DARIUZ_WEGWIJZER,
        "naam": None,
        "afgenomen_op": date(2026, 3, dag),
        "ontvangen_op": datetime(2026, 4, 1, nr, tzinfo=UTC),
    }
    return Uitslag(**(vast | anders))


def nummers(uitslagen: tuple[Uitslag, ...]) -> list[int]:
    return [gevonden.id.int for gevonden in uitslagen]


@pytest.mark.parametrize(
    ("uitslagen", "gelden"),
    [
        pytest.param([uitslag(1, 10), uitslag(2, 11)], [2], id="nieuwer"),
        pytest.param([uitslag(1, 10), uitslag(2, 9)], [1], id="ouder-komt-later"),
        pytest.param([uitslag(1, 10), uitslag(2, 10)], [2], id="zelfde-dag"),
        pytest.param([uitslag(1, 10, kenmerk="A"), uitslag(2, 9, kenmerk="A")], [2], id="herziening-van-kenmerk"),
        pytest.param([uitslag(1, 10, kenmerk="A", versie=2), uitslag(2, 9, kenmerk="A", versie=1)], [1], id="versie"),
        pytest.param([uitslag(1, 10, kenmerk="A", versie=1), uitslag(2, 9, kenmerk="A")], [2], id="zonder-versie"),
        pytest.param(
            [uitslag(1, 10, kenmerk="A", versie=2), uitslag(2, 9, kenmerk="A"), uitslag(3, 8, kenmerk="A", versie=1)],
            [2],
            id="oude-versie-komt-na-zonder-versie",
        ),
        pytest.param(
            [uitslag(1, 10, kenmerk="A", versie=2), uitslag(2, 9, kenmerk="A"), uitslag(3, 8, kenmerk="A", versie=3)],
            [3],
            id="nieuwe-versie-komt-na-zonder-versie",
        ),
        pytest.param([uitslag(1, 10, kenmerk="A"), uitslag(2, 9, kenmerk="B")], [1], id="ander-kenmerk"),
        pytest.param([uitslag(1, 10), uitslag(2, 11, ingetrokken=True)], [1], id="ingetrokken"),
        pytest.param(
            [uitslag(1, 10, kenmerk="A"), uitslag(2, 11, kenmerk="A", ingetrokken=True)], [1], id="herzien-ingetrokken"
        ),
        pytest.param([uitslag(1, 10), uitslag(2, 11, instrument=Instrument.FORMAT)], [2, 1], id="ander-instrument"),
        pytest.param(
            [uitslag(1, 10, instrument=ANDER, naam="X"), uitslag(2, 9, instrument=ANDER, naam="Y")],
            [1, 2],
            id="ander-met-naam",
        ),
    ],
)  # fmt: skip
def test_welke_uitslag_geldt(uitslagen: list[Uitslag], gelden: list[int]) -> None:
    assert nummers(geldende(uitslagen)) == gelden


def test_een_nieuwere_versie_vervangt_maar_de_oudere_blijft_in_de_geschiedenis() -> None:
    alle = [uitslag(1, 10, kenmerk="A"), uitslag(2, 10, kenmerk="A"), uitslag(3, 10)]
    assert vervallen(alle) == {UUID(int=1)}


@pytest.mark.parametrize(
    ("dag", "gelden"),
    [pytest.param(9, [], id="ervoor"), pytest.param(10, [1], id="op"), pytest.param(11, [2], id="erna")],
)
def test_geldend_op_een_dag(dag: int, gelden: list[int]) -> None:
    assert nummers(geldende([uitslag(1, 10), uitslag(2, 11)], date(2026, 3, dag))) == gelden


def test_de_stand_neemt_van_elk_onderwerp_het_laatste() -> None:
    dariuz = uitslag(1, 10, metingen={WONEN: Meting(40), FINANCIEN: Meting(20)})
    formulier = uitslag(2, 12, instrument=Instrument.FORMAT, metingen={WONEN: Meting(None)})
    assert stand([dariuz, formulier], date(2026, 3, 11)) == dict(dariuz.metingen)
    assert stand([dariuz, formulier], date(2026, 3, 12)) == {WONEN: Meting(None), FINANCIEN: Meting(20)}


@pytest.mark.regel("DEV-DIA-008")
def test_vergelijken_van_twee_dagen() -> None:
    eerst = uitslag(1, 10, metingen={WONEN: Meting(40, ("Huurachterstand", "Vocht")), FINANCIEN: Meting(20)})
    later = uitslag(
        2, 20, metingen={WONEN: Meting(65, ("Vocht", "Burengerucht")), FINANCIEN: Meting(None, ("Schuld",))}
    )
    wonen, financien = vergelijk([eerst, later], date(2026, 3, 19), date(2026, 3, 20))
    assert (wonen.onderwerp, wonen.verschil, wonen.verdwenen, wonen.nieuw) == (
        WONEN, 25, ("Huurachterstand",), ("Burengerucht",),
    )  # fmt: skip
    assert (financien.verschil, financien.nieuw) == (None, ("Schuld",))
    (nieuw, _) = vergelijk([later], date(2026, 3, 19), date(2026, 3, 20))
    assert (nieuw.toen, nieuw.verschil, nieuw.nieuw) == (None, None, ("Vocht", "Burengerucht"))
    assert vergelijk([], date(2026, 3, 19), date(2026, 3, 20)) == ()


def test_elk_instrument_vervult_een_keuze_van_de_screening() -> None:
    wegen = {instrument: instrument.weg for instrument in Instrument}
    assert wegen.pop(Instrument.FORMAT) is Diagnoseinstrument.FORMAT
    assert set(wegen.values()) == {Diagnoseinstrument.DARIUZ}
