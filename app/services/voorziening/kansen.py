"""To which klanten a voorziening may be offered: chunk by chunk over what the reader may see, never all at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from app.db.voorziening import reeks as db
from app.domain.kern.fouten import BeleidOntbreekt, OngeldigeInvoer
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.kans import Kansregel, kansregels
from app.domain.voorziening.toets import Aanboduitkomst, voorgesteld
from app.services.handeling import Handeling
from app.services.voorziening.elders import Elders, kijk_elders_reeks
from app.services.voorziening.feiten import verzamel_reeks

GROOTTE: Final = 2_000
EERSTE_GROOTTE: Final = 250
HOOGSTENS: Final = 20_000
"""How many klanten one question tests; with a code that few may get the rest follows with the cursor."""


@dataclass(frozen=True)
class Kansvraag:
    """Which voorzieningen (all without codes), which outcomes are of interest, and the first day."""

    codes: frozenset[str]
    uitkomsten: frozenset[Aanboduitkomst]
    begin: date


class Kanscode(NamedTuple):
    """What one voorziening is for one klant."""

    code: str
    uitkomst: Aanboduitkomst
    voorgesteld: bool


class Klantkansen(NamedTuple):
    """One klant with the outcome per voorziening."""

    klant: Any
    kansen: tuple[Kanscode, ...]


@dataclass(frozen=True)
class Kansenpagina:
    """The klanten found, how many were tested for it, and after whom the search goes on (None: nobody is left)."""

    klanten: tuple[Klantkansen, ...]
    getoetst: int
    volgende: UUID | None


def zoek_kansen(h: Handeling, vraag: Kansvraag, na: UUID | None, aantal: int) -> Kansenpagina:
    """Find klanten with a voorziening of interest. Raises OngeldigeInvoer for a code that no municipality has."""
    regels = _regels(h, vraag)
    gevonden: list[Klantkansen] = []
    getoetst = 0
    while getoetst < HOOGSTENS:
        grootte = GROOTTE if getoetst else EERSTE_GROOTTE
        brok = db.leesbare_klanten(h.sessie, h.actor, na, grootte)
        for klant in toets_brok(h, brok, regels, vraag.begin):
            getoetst, na = getoetst + 1, klant.klant.id
            if kansen := tuple(kans for kans in klant.kansen if kans.uitkomst in vraag.uitkomsten):
                gevonden.append(Klantkansen(klant.klant, kansen))
            if len(gevonden) == aantal:
                return Kansenpagina(tuple(gevonden), getoetst, na)
        if len(brok) < grootte:
            return Kansenpagina(tuple(gevonden), getoetst, None)
    return Kansenpagina(tuple(gevonden), getoetst, na)


def toets_alles(h: Handeling, codes: Collection[str], begin: date) -> Iterator[Klantkansen]:
    """Test every klant that the reader may see, with no more than one chunk in memory."""
    regels = _regels(h, Kansvraag(frozenset(codes), frozenset(), begin))
    na: UUID | None = None
    while brok := db.leesbare_klanten(h.sessie, h.actor, na, GROOTTE):
        yield from toets_brok(h, brok, regels, begin)
        na = brok[-1].id


def toets_brok(
    h: Handeling, brok: Sequence[Any], regels: Mapping[str, tuple[Kansregel, ...]], begin: date
) -> Iterator[Klantkansen]:
    """Test the klanten of one chunk, in order."""
    feiten = verzamel_reeks(h, brok, begin)
    gevraagd = [kans.regel for eigen in regels.values() for kans in eigen]
    elders = kijk_elders_reeks(h, list(feiten), gevraagd)
    standaard: dict[tuple[Any, ...], frozenset[str]] = {}
    for klant in brok:
        eigen = regels.get(klant.gemeente, ())
        sleutel = (klant.gemeente, klant.klantgroep, klant.zorg_handhaving)
        if sleutel not in standaard:
            standaard[sleutel] = frozenset(_standaard(klant, eigen))
        van_klant = _per_regel(feiten[klant.id], elders.get(klant.id))
        yield Klantkansen(klant, _kansen(eigen, van_klant, standaard[sleutel]))


def _per_regel(feiten: VoorzieningFeiten, elders: Elders | None) -> Callable[[Voorzieningregel], VoorzieningFeiten]:
    """Return what gives the facts for a voorziening: the same for all of them of who has nothing elsewhere."""
    return (lambda _: feiten) if elders is None else (lambda regel: elders.vul_aan(regel, feiten))


def _kansen(
    regels: tuple[Kansregel, ...], feiten: Callable[[Voorzieningregel], VoorzieningFeiten], voor: frozenset[str]
) -> tuple[Kanscode, ...]:
    return tuple(Kanscode(r.regel.code, r.uitkomst(feiten(r.regel)), r.regel.code in voor) for r in regels)


def _standaard(klant: Any, regels: tuple[Kansregel, ...]) -> tuple[str, ...]:
    if klant.klantgroep is None or not regels:
        return ()
    return voorgesteld(klant.klantgroep, klant.zorg_handhaving, regels[0].beleid)


def _regels(h: Handeling, vraag: Kansvraag) -> dict[str, tuple[Kansregel, ...]]:
    """Return what is asked per municipality; one without policy on that day has nothing to offer."""
    beleid = {g: eigen for g in h.actor.gemeenten if (eigen := _beleid(h, g, vraag.begin)) is not None}
    if not beleid:
        raise OngeldigeInvoer({"begin": "Voor deze dag heeft uw gemeente geen beleid over voorzieningen."})
    bekend = {regel.code for eigen in beleid.values() for regel in eigen.voorzieningen.waarde}
    if vreemd := vraag.codes - bekend:
        kies = ", ".join(sorted(bekend))
        raise OngeldigeInvoer({"code": f"Onbekend: {', '.join(sorted(vreemd))}. Kies uit: {kies}."})
    return {gemeente: kansregels(eigen, vraag.codes) for gemeente, eigen in beleid.items()}


def _beleid(h: Handeling, gemeente: str, dag: date) -> VoorzieningBeleid | None:
    try:
        return h.beleid.geldend(VoorzieningBeleid, gemeente, dag).beleid
    except BeleidOntbreekt:
        return None
