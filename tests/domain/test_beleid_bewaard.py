"""Policy that was kept with a decision: what came later gets the value that changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from pydantic import ValidationError

from app.domain.beleid.model import Beleid, Waarde


class Oud(Beleid):
    soort: ClassVar[str] = "proef"
    later_toegevoegd: ClassVar[Mapping[str, Any]] = {
        "nieuw": {"waarde": 0, "grondslag": {"regeling": "Awb", "artikel": "1:1"}}
    }
    oud: Waarde[int]
    nieuw: Waarde[int]


def test_een_later_beleidsveld_krijgt_bij_het_lezen_zijn_waarde() -> None:
    inhoud = {"oud": {"waarde": 3, "grondslag": {"regeling": "Awb", "artikel": "1:1"}}}
    gelezen = Oud.lees_bewaard(inhoud)
    assert (gelezen.oud.waarde, gelezen.nieuw.waarde) == (3, 0)
    assert Oud.lees_bewaard(inhoud | {"nieuw": inhoud["oud"]}).nieuw.waarde == 3
    with pytest.raises(ValidationError):
        Oud.model_validate(inhoud)
