"""Onthulling: which cells of a table are hidden, so that the totals do not give a small one away.

A table is seen with its totals as last row and last column. A hidden cell could be worked out when it is the only
unknown of its row or column, or more generally when it is a bridge in the graph of rows and columns that the hidden
cells connect; and when the hidden cells of a row together are few. Cells are hidden until neither is so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

Cel = tuple[int, int]
Tabel = Sequence[Sequence[int]]


def met_totalen(tabel: Tabel) -> list[list[int]]:
    """Add to a table its row of totals and its column of totals."""
    rijen = [[*rij, sum(rij)] for rij in tabel]
    return [*rijen, [sum(kolom) for kolom in zip(*rijen, strict=True)]]


def verberg(tabellen: Sequence[Tabel], grens: int) -> list[frozenset[Cel]]:
    """Return per table what is hidden, in coordinates with the totals; tables share the totals of their rows.

    A total that one table must hide is hidden in all, or the others would tell it.
    """
    gedeeld: frozenset[int] = frozenset()
    while True:
        verborgen = [_verberg(tabel, grens, gedeeld) for tabel in tabellen]
        breedtes = [len(tabel[0]) for tabel in tabellen]
        paren = zip(verborgen, breedtes, strict=True)
        nieuw = frozenset(rij for cellen, breed in paren for rij, kolom in cellen if kolom == breed)
        if nieuw == gedeeld:
            return verborgen
        gedeeld = nieuw


def _verberg(tabel: Tabel, grens: int, totalen: Collection[int]) -> frozenset[Cel]:
    vol = met_totalen(tabel)
    breed = len(vol[0]) - 1
    alle = {(r, k): waarde for r, rij in enumerate(vol) for k, waarde in enumerate(rij)}
    verborgen = {cel for cel, waarde in alle.items() if 0 < waarde < grens} | {(rij, breed) for rij in totalen}
    while (kandidaten := _kandidaten(alle, verborgen, grens)) is not None:
        if not kandidaten:
            return frozenset(alle)
        verborgen.add(min(kandidaten, key=lambda cel: (_is_totaal(cel, alle), alle[cel] == 0, alle[cel], cel)))
    return frozenset(verborgen)


def _kandidaten(alle: Mapping[Cel, int], verborgen: set[Cel], grens: int) -> list[Cel] | None:
    """Return what could be hidden for the first hidden cell that can be worked out; None when there is no such cell."""
    for cel in sorted(verborgen):
        if (lijn := _te_kleine_lijn(cel, alle, verborgen, grens)) is not None:
            return [c for c in lijn if c not in verborgen]
        if (nodig := _brug(cel, alle, verborgen)) is not None:
            return [c for c in nodig if c not in verborgen]
    return None


def _te_kleine_lijn(cel: Cel, alle: Mapping[Cel, int], verborgen: set[Cel], grens: int) -> list[Cel] | None:
    """Return the row or column of a hidden cell when what is hidden there is too few, while its total shows."""
    for as_ in (0, 1):
        lijn = [c for c in alle if c[as_] == cel[as_]]
        if max(lijn) not in verborgen and sum(alle[c] for c in lijn if c in verborgen) < grens:
            return lijn
    return None


def _brug(cel: Cel, alle: Mapping[Cel, int], verborgen: set[Cel]) -> list[Cel] | None:
    """Return which cells would help when nothing else connects the row and the column of a hidden cell.

    First those that close the ring between both sides; else those that make a side larger.
    """
    over = verborgen - {cel}
    rijen_a, kolommen_a = _zijde({cel[0]}, set(), over)
    if cel[1] in kolommen_a:
        return None
    rijen_b, kolommen_b = _zijde(set(), {cel[1]}, over)
    ring = [(r, k) for r, k in alle if (r in rijen_b and k in kolommen_a) or (r in rijen_a and k in kolommen_b)]
    groter = [(r, k) for r, k in alle if r in rijen_a or k in kolommen_b]
    ring = [c for c in ring if c not in verborgen and not _is_totaal(c, alle)]
    return ring or groter


def _zijde(rijen: set[int], kolommen: set[int], over: set[Cel]) -> tuple[set[int], set[int]]:
    """Return the rows and columns that hidden cells connect with these."""
    while True:
        meer_k = kolommen | {k for r, k in over if r in rijen}
        meer_r = rijen | {r for r, k in over if k in meer_k}
        if (meer_r, meer_k) == (rijen, kolommen):
            return rijen, kolommen
        rijen, kolommen = meer_r, meer_k


def _is_totaal(cel: Cel, alle: Mapping[Cel, int]) -> bool:
    laatste = max(alle)
    return cel[0] == laatste[0] or cel[1] == laatste[1]


def verberg_rij(aantallen: Sequence[int], grens: int, al: Collection[int] = ()) -> frozenset[int]:
    """Return which numbers of a row are hidden, ``len(aantallen)`` for that of all together.

    It serves counts with their total, and averages with that of all. A number over few is hidden; what is hidden must
    be enough together, or it follows from the total. ``al`` is what is hidden for another reason already.
    """
    op_volgorde = sorted(range(len(aantallen)), key=lambda rij: (aantallen[rij], rij))
    gevuld = [rij for rij in op_volgorde if aantallen[rij]]
    verborgen = {rij for rij in gevuld if aantallen[rij] < grens} | set(al)
    if not verborgen:
        return frozenset()
    rest = [rij for rij in gevuld if rij not in verborgen]
    while len(verborgen) < 2 or sum(aantallen[rij] for rij in verborgen) < grens:
        if not rest:
            return frozenset({*verborgen, len(aantallen)})
        verborgen.add(rest.pop(0))
    return frozenset(verborgen)
