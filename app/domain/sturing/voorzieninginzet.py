"""How the granted voorzieningen are spread over kinds and klantgroepen (DEV-VRZ-906)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.onthulling import met_totalen, verberg

GROEPEN: Final[tuple[Klantgroep | None, ...]] = (*Klantgroep, None)
"""The columns; None is who is in no klantgroep, such as a nugger."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Inzetgeval(_Model):
    """One voorziening that was granted and began in the period."""

    code: str
    klantgroep: Klantgroep | None


class Inzetregel(_Model):
    """The numbers of a kind of voorziening or, without one, of all together; None is hidden."""

    code: str | None
    aantal: int | None
    per_klantgroep: tuple[tuple[Klantgroep | None, int | None], ...]


def tel_voorzieningen(gevallen: Sequence[Inzetgeval], codes: Sequence[str], grens: int) -> tuple[Inzetregel, ...]:
    """Count per kind and klantgroep, with all together as last line; small numbers are hidden.

    ``codes`` is the whole offer: what was granted to nobody is shown as well, or the spread would not show.
    """
    rijen = tuple(dict.fromkeys((*codes, *sorted({geval.code for geval in gevallen}))))
    tabel = [
        [sum(geval.code == code and geval.klantgroep is groep for geval in gevallen) for groep in GROEPEN]
        for code in rijen
    ] or [[0] * len(GROEPEN)]
    [weg] = verberg([tabel], grens)
    getoond = [
        [None if (r, k) in weg else waarde for k, waarde in enumerate(rij)] for r, rij in enumerate(met_totalen(tabel))
    ]
    return tuple(
        Inzetregel(code=code, aantal=cellen[-1], per_klantgroep=tuple(zip(GROEPEN, cellen, strict=False)))
        for code, cellen in zip((*rijen, None), (*getoond[: len(rijen)], getoond[-1]), strict=True)
    )
