"""The field of an error is a field of what was sent, also inside a choice of kinds."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from app.services.veldfouten import vertaal


class Regel(BaseModel):
    bedrag: int


class Reis(BaseModel):
    soort: Literal["reis"]
    bedragen: list[Regel]


class Boek(BaseModel):
    soort: Literal["boek"]
    titel: str


class Vraag(BaseModel):
    gegevens: Annotated[Reis | Boek, Field(discriminator="soort")]


REIS = {"soort": "reis", "bedragen": [{"bedrag": 1}, {"bedrag": "x"}]}


@pytest.mark.parametrize(
    ("soort", "invoer", "veld"),
    [
        (Vraag, {"gegevens": REIS}, "gegevens.bedragen.1.bedrag"),
        (Vraag, {"gegevens": {"soort": "boek"}}, "gegevens.titel"),
        (Vraag, {"gegevens": {"soort": "reis", "bedragen": "reis"}}, "gegevens.bedragen"),
        (Vraag, {"gegevens": {"soort": "kist"}}, "gegevens.soort"),
        (Vraag, {}, "gegevens"),
        (Vraag, {"vraag": "gegevens"}, "gegevens"),
        (Annotated[Reis | Boek, Field(discriminator="soort")], REIS, "bedragen.1.bedrag"),
        (Regel, {"bedrag": "bedrag"}, "bedrag"),
        (list[Regel], [{"bedrag": 1}, {}], "1.bedrag"),
    ],
)
def test_het_veld_staat_in_wat_is_gestuurd(soort: Any, invoer: Any, veld: str) -> None:
    with pytest.raises(ValidationError) as fout:
        TypeAdapter(soort).validate_python(invoer)
    (regel,) = fout.value.errors()
    assert vertaal(regel | {"loc": ("body", *regel["loc"])}, invoer)[0] == veld
    assert vertaal(regel)[1], "without what was sent, the error is told all the same"
