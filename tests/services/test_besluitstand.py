"""Whether a besluit counts: until another one that names it was sent, and not when it was rejected or taken again."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from app.db.besluit import Besluitstand, Vervanging

VERZONDEN = date(2026, 5, 20)


def stand(akkoord: bool | None, verzonden: bool, vervanger: str | None, nieuwer: bool) -> Besluitstand:
    toetsing: Any = None if akkoord is None else SimpleNamespace(akkoord=akkoord)
    bekendmaking: Any = SimpleNamespace(verzonden_op=VERZONDEN) if verzonden else None
    vervanging = None if vervanger is None else Vervanging(uuid4(), vervanger, VERZONDEN)
    besluit: Any = None
    return Besluitstand(besluit, toetsing, bekendmaking, vervanging, nieuwer)


@pytest.mark.parametrize(
    ("akkoord", "verzonden", "vervanger", "nieuwer", "status", "staat"),
    [
        pytest.param(None, False, None, False, "genomen", True, id="onderweg"),
        pytest.param(True, False, None, False, "getoetst", True, id="getoetst"),
        pytest.param(True, False, None, True, "getoetst", False, id="opnieuw-genomen"),
        pytest.param(False, False, None, False, "afgekeurd", False, id="afgekeurd"),
        pytest.param(True, True, None, False, "bekendgemaakt", True, id="verzonden"),
        pytest.param(True, True, None, True, "bekendgemaakt", True, id="verzonden-en-later-nog-een-besluit"),
        pytest.param(True, True, "gewijzigd", False, "vervangen", False, id="gewijzigd"),
        pytest.param(True, True, "ingetrokken", False, "ingetrokken", False, id="ingetrokken"),
        pytest.param(True, True, "herroepen", False, "ingetrokken", False, id="herroepen-in-bezwaar"),
    ],
)
def test_of_een_besluit_staat(
    akkoord: bool | None, verzonden: bool, vervanger: str | None, nieuwer: bool, status: str, staat: bool
) -> None:
    gekeken = stand(akkoord, verzonden, vervanger, nieuwer)
    assert (gekeken.status.value, gekeken.staat) == (status, staat)
