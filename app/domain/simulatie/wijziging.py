"""Wijziging: a changed value in a policy, named by its path."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

ALLE = "*"


class Wijziging(BaseModel):
    """``veld`` is the name of a policy field, with what lies inside its value after dots; ``waarde`` is the new value.

    ``verlaging_procent.2`` is the percentage of category 2. In a table a row is named by its code:
    ``gedragingen.werkweigering.klantgroepen``, and ``*`` means every row. The form is that of a policy in JSON.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    veld: str
    waarde: Any = None

    @property
    def hoofdveld(self) -> str:
        """The policy field that is touched."""
        return self.veld.split(".", 1)[0]


class OnbekendPad(ValueError):
    """The policy has nothing at this path."""


def wijzig(inhoud: Mapping[str, Any], wijzigingen: Iterable[Wijziging]) -> dict[str, Any]:
    """Return a policy (field to ``Waarde``, as JSON) with the changed values; the given one stays as it is.

    Raises OnbekendPad. Whether a value is allowed is for the model of the policy to say.
    """
    nieuw: dict[str, Any] = copy.deepcopy(dict(inhoud))
    for wijziging in wijzigingen:
        hoofdveld, *pad = wijziging.veld.split(".")
        if hoofdveld not in nieuw:
            raise OnbekendPad(wijziging.veld)
        _zet(nieuw[hoofdveld], ["waarde", *pad], wijziging)
    return nieuw


def _zet(deel: Any, pad: list[str], wijziging: Wijziging) -> None:
    *weg, laatste = pad
    houders = [deel]
    for stap in weg:
        houders = [binnen for houder in houders for binnen in _binnen(houder, stap)]
    if not houders or not all(isinstance(houder, dict) for houder in houders):
        raise OnbekendPad(wijziging.veld)
    for houder in houders:
        houder[laatste] = wijziging.waarde


def _binnen(houder: Any, stap: str) -> Iterator[Any]:
    """Yield what a step of the path finds: a key of an object, or the rows of a table with that code."""
    if isinstance(houder, dict):
        if stap in houder:
            yield houder[stap]
    elif isinstance(houder, list):
        yield from (rij for rij in houder if isinstance(rij, dict) and stap in (ALLE, rij.get("code")))
