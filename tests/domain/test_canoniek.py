"""One byte form per content: order, trailing zeros and sets do not matter."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from pydantic import BaseModel

from app.domain.kern.canoniek import canoniek


class Kleur(StrEnum):
    ROOD = "rood"


class Model(BaseModel):
    b: object = None
    a: int = 1


def bytes_van(waarde: object) -> str:
    return canoniek(Model(b=waarde)).decode()


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        pytest.param(None, "null", id="leeg"),
        pytest.param(True, "true", id="waar"),
        pytest.param("€ é", '"€ é"', id="tekst-in-utf-8"),
        pytest.param(date(2026, 3, 31), '"2026-03-31"', id="datum"),
        pytest.param(Decimal("30.0"), '"30"', id="decimal-zonder-nullen"),
        pytest.param(Decimal("1E+2"), '"100"', id="decimal-zonder-exponent"),
        pytest.param(Kleur.ROOD, '"rood"', id="enum"),
        pytest.param((1, [2]), "[1,[2]]", id="reeks"),
        pytest.param({"z": 1, Kleur.ROOD: 2}, '{"rood":2,"z":1}', id="sleutels-op-volgorde"),
        pytest.param(Model(), '{"a":1,"b":null}', id="model"),
    ],
)
def test_vorm(waarde: object, verwacht: str) -> None:
    assert bytes_van(waarde) == f'{{"a":1,"b":{verwacht}}}'


def test_verzamelingen_op_volgorde() -> None:
    woorden = ["noord", "oost", "zuid", "west"]
    assert {bytes_van(frozenset(woorden[n:] + woorden[:n])) for n in range(4)} == {
        '{"a":1,"b":["noord","oost","west","zuid"]}'
    }


def test_volgorde_van_sleutels_doet_er_niet_toe() -> None:
    paren: list[Mapping[str, int]] = [{"x": 1, "y": 2}, {"y": 2, "x": 1}]
    assert len({bytes_van(paar) for paar in paren}) == 1


def test_een_float_heeft_geen_canonieke_vorm() -> None:
    with pytest.raises(TypeError, match="float heeft geen canonieke vorm"):
        bytes_van(0.1)
