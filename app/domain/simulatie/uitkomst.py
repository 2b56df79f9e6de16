"""Uitkomst: the tables of a simulation, in which nobody can be found.

All tables have the same rows, whether a decision would have ended differently, and so share the totals of those. Euros
are shown only of groups of which the numbers are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from app.domain.kern.onthulling import Cel, met_totalen, verberg, verberg_rij
from app.domain.simulatie.telling import PIJL, Afloop, Som, Telkenmerk, Telling, afloop

_RIJEN = list(Afloop)
_ANDERS = _RIJEN.index(Afloop.ANDERS)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bedragen(_Model):
    """Eurocents together, before and after; None when they are hidden."""

    voor: int | None = None
    na: int | None = None
    verschil: int | None = None


class Groepsregel(_Model):
    """How many decisions in a group, and how they would have ended; None is hidden."""

    naam: str
    aantal: int | None
    gelijk: int | None
    anders: int | None
    onbekend: int | None
    bedragen: Bedragen


class Groepstabel(_Model):
    """The groups of one kenmerk."""

    kenmerk: Telkenmerk
    groepen: tuple[Groepsregel, ...]


class Redenregel(_Model):
    """The first reason why decisions would not be possible, or cannot be computed."""

    naar: str
    reden: str
    aantal: int | None


class Uitkomst(_Model):
    """All numbers: of everything together, per group, and the reasons."""

    samen: Groepsregel
    tabellen: tuple[Groepstabel, ...]
    redenen: tuple[Redenregel, ...]
    norm_doorgetrokken: int | None
    kleinste_cel: int


class _Tabel(NamedTuple):
    """One kenmerk: its groups as columns, the sums per cell, the counts with their totals, and what is hidden."""

    groepen: Sequence[str]
    sommen: Sequence[Sequence[Som]]
    vol: Sequence[Sequence[int]]
    verborgen: frozenset[Cel]

    def regel(self, naam: str, kolom: int, *, geld: bool) -> Groepsregel:
        gelijk, anders, onbekend, aantal = (
            None if (rij, kolom) in self.verborgen else self.vol[rij][kolom] for rij in range(len(_RIJEN) + 1)
        )
        rijen = self.sommen if kolom == len(self.groepen) else [[rij[kolom]] for rij in self.sommen]
        bedragen = _geld(som for rij in rijen for som in rij) if geld else Bedragen()
        return Groepsregel(naam=naam, aantal=aantal, gelijk=gelijk, anders=anders, onbekend=onbekend, bedragen=bedragen)


def maak_uitkomst(telling: Telling, kleinste_cel: int) -> Uitkomst:
    """Make the tables of a telling; numbers below ``kleinste_cel`` are hidden, and what would give them away."""
    tabellen = _tabellen(telling, kleinste_cel)
    zonder = [_zonder_geld(tabel, kleinste_cel) for tabel in tabellen]
    geld = all(len(tabel.groepen) not in weg for tabel, weg in zip(tabellen, zonder, strict=True))
    return Uitkomst(
        samen=tabellen[0].regel("alles", len(tabellen[0].groepen), geld=geld),
        tabellen=tuple(
            Groepstabel(
                kenmerk=kenmerk,
                groepen=tuple(
                    tabel.regel(naam, kolom, geld=kolom not in weg) for kolom, naam in enumerate(tabel.groepen)
                ),
            )
            for kenmerk, tabel, weg in zip(Telkenmerk, tabellen, zonder, strict=True)
        ),
        redenen=tuple(_redenen(telling, tabellen[list(Telkenmerk).index(Telkenmerk.OVERGANG)], kleinste_cel)),
        norm_doorgetrokken=None if 0 < telling.doorgetrokken < kleinste_cel else telling.doorgetrokken,
        kleinste_cel=kleinste_cel,
    )


def _tabellen(telling: Telling, kleinste_cel: int) -> list[_Tabel]:
    kaal: list[tuple[list[str], list[list[Som]]]] = []
    for nr in range(len(Telkenmerk)):
        groepen = sorted({plek[nr] for plek in telling.sommen})
        sommen = [[Som() for _ in groepen] for _ in _RIJEN]
        for plek, som in telling.sommen.items():
            sommen[_RIJEN.index(afloop(plek))][groepen.index(plek[nr])].plus(som)
        kaal.append((groepen, sommen))
    aantallen = [[[som.aantal for som in rij] for rij in sommen] for _, sommen in kaal]
    verborgen = verberg(aantallen, kleinste_cel)
    return [
        _Tabel(groepen, sommen, met_totalen(tabel), weg)
        for (groepen, sommen), tabel, weg in zip(kaal, aantallen, verborgen, strict=True)
    ]


def _zonder_geld(tabel: _Tabel, kleinste_cel: int) -> frozenset[int]:
    """Return of which groups the euros are hidden; the number of groups stands for the euros of all together."""
    breed = len(tabel.groepen)
    weg = {kolom for rij, kolom in tabel.verborgen if rij in (_ANDERS, len(_RIJEN))}
    if breed in weg:
        return frozenset(range(breed + 1))
    kolommen = list(zip(*tabel.sommen, strict=True))
    veranderd = [kolom[_ANDERS].aantal for kolom in kolommen]
    met_geld = [sum(som.aantal for som in kolom if som.voor or som.na) for kolom in kolommen]
    return verberg_rij(met_geld, kleinste_cel, weg | verberg_rij(veranderd, kleinste_cel))


def _geld(sommen: Iterable[Som]) -> Bedragen:
    samen = Som()
    for som in sommen:
        samen.plus(som)
    return Bedragen(voor=samen.voor, na=samen.na, verschil=samen.na - samen.voor)


def _redenen(telling: Telling, overgangen: _Tabel, kleinste_cel: int) -> Iterator[Redenregel]:
    """Yield the reasons per new outcome; they add up to its transitions, so they are hidden with them."""
    for naar in sorted({naar for naar, _ in telling.redenen}):
        eigen = sorted((reden, aantal) for (waar, reden), aantal in telling.redenen.items() if waar == naar)
        kolommen = {kolom for kolom, naam in enumerate(overgangen.groepen) if naam.endswith(f"{PIJL}{naar}")}
        dicht = any(kolom in kolommen and rij == len(_RIJEN) for rij, kolom in overgangen.verborgen)
        weg = range(len(eigen)) if dicht else verberg_rij([aantal for _, aantal in eigen], kleinste_cel)
        for nr, (reden, aantal) in enumerate(eigen):
            yield Redenregel(naar=naar, reden=reden, aantal=None if nr in weg else aantal)
