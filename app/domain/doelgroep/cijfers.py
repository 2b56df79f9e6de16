"""Cijfers: how many klanten belong to which doelgroep, without numbers that point to a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Feit
from app.domain.doelgroep.kwetsbaar import KwetsbareJongere, KwetsbareJongereEinde, Zorgcategorie
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.onthulling import verberg_rij

TELT = (Kenmerk.DAK_THUISLOOS, Kenmerk.EX_GEDETINEERD, Kenmerk.STATUSHOUDER)
_DAGEN_PER_MAAND = Decimal("30.4375")


@dataclass(frozen=True)
class Telregel:
    """One klant with a klantgroep: whether it is a jongere, its markers, and its facts on status zorg, oldest first."""

    jongere: bool
    kenmerken: frozenset[Kenmerk]
    feiten: tuple[Feit, ...] = ()


@dataclass(frozen=True)
class Cijfers:
    """Numbers of one day; None where a number is too small to show.

    ``gemiddelde_maanden`` is how long the status zorg that runs lasts by now.
    """

    peildatum: date
    doelgroepen: Mapping[str, int | None]
    jongeren: int | None
    status_zorg: int | None
    zorgcategorieen: Mapping[str, int | None]
    gemiddelde_maanden: Decimal | None


def onderdruk(cellen: Mapping[str, int], minimum: int) -> dict[str, int | None]:
    """Hide every number from 1 up to the minimum, and more while the total tells too much of what is hidden.

    What is hidden adds up to the minimum at least; else that is the total itself, and it does not show either.
    """
    weg = verberg_rij(list(cellen.values()), minimum)
    return {naam: None if plek in weg else aantal for plek, (naam, aantal) in enumerate(cellen.items())}


def tel(regels: Iterable[Telregel], peildatum: date, beleid: DoelgroepBeleid) -> Cijfers:
    """Count the bijzondere doelgroepen apart, and the jongeren by status zorg (DEV-DOE-001, DEV-JON-022)."""
    alle, minimum = list(regels), beleid.rapportage_minimum.waarde
    groepen = {kenmerk.value: sum(kenmerk in regel.kenmerken for regel in alle) for kenmerk in TELT}
    jongeren = [regel for regel in alle if regel.jongere]
    zorg = [feit for regel in jongeren if (feit := _lopend(regel.feiten)) is not None]
    per_soort = Counter(feit.categorie.value for feit in zorg)
    cellen = onderdruk({categorie.value: per_soort[categorie.value] for categorie in Zorgcategorie}, minimum)
    return Cijfers(
        peildatum=peildatum,
        doelgroepen={naam: _of_niets(aantal, minimum) for naam, aantal in groepen.items()},
        jongeren=_of_niets(len(jongeren), minimum),
        status_zorg=_of_niets(len(zorg), minimum),
        zorgcategorieen=cellen,
        gemiddelde_maanden=_gemiddelde(zorg, peildatum) if len(zorg) >= minimum else None,
    )


def _lopend(feiten: Iterable[Feit]) -> KwetsbareJongere | None:
    """Return the status zorg that runs, with the day on which the present stretch began."""
    lopend: KwetsbareJongere | None = None
    for feit in feiten:
        if isinstance(feit, KwetsbareJongereEinde):
            lopend = None
        elif isinstance(feit, KwetsbareJongere):
            begin = lopend.datum if lopend else feit.datum
            lopend = feit.model_copy(update={"datum": begin})
    return lopend


def _of_niets(aantal: int, minimum: int) -> int | None:
    return None if 0 < aantal < minimum else aantal


def _gemiddelde(zorg: list[KwetsbareJongere], peildatum: date) -> Decimal:
    dagen = sum((peildatum - feit.datum).days for feit in zorg)
    return (Decimal(dagen) / len(zorg) / _DAGEN_PER_MAAND).quantize(Decimal("0.1"))
