"""The chain: all steps of a zaak in order, each with how it stands. The same facts give the same chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from app.domain.kern.grondslag import Grondslag, awb
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid
from app.domain.maatregel.feiten import Zaaksoort
from app.domain.maatregel.stappenplan import Actie, Processtap
from app.domain.maatregel.verloop import besluit, daarna, vooraf
from app.domain.maatregel.verloop.model import (
    Beoordeling,
    Oordeel,
    Processtapstand,
    Stap,
    Stapbeeld,
    Verloopfeiten,
    niet_nodig,
)

_BEOORDELING: Final[Mapping[Actie, Beoordeling]] = {
    Actie.OPNIEUW_INPLANNEN: vooraf.hersteltermijn,
    Actie.PROCES_OPENEN: vooraf.proces_openen,
    Actie.HOREN: vooraf.horen,
    Actie.HERSTELTERMIJN: vooraf.hersteltermijn,
    Actie.BEWIJS: vooraf.bewijs,
    Actie.WEDERHOOR: vooraf.wederhoor,
    Actie.RAPPORTAGE: vooraf.rapportage,
    Actie.BESCHIKKING: besluit.beschikking,
    Actie.TOETSING: besluit.toetsing,
    Actie.VERZENDING: besluit.verzending,
    Actie.BEZWAAR: besluit.bezwaar,
    Actie.OPNIEUW_UITNODIGEN: daarna.opnieuw_uitnodigen,
    Actie.OPNIEUW_AFSTEMMEN: daarna.opnieuw_afstemmen,
    Actie.CONTROLE: daarna.controle,
    Actie.RECIDIVE: daarna.recidive,
    Actie.AANGETEKEND_UITNODIGEN: daarna.aangetekend_uitnodigen,
    Actie.INCIDENT: daarna.incident,
    Actie.WAARSCHUWINGSBRIEF: daarna.waarschuwingsbrief,
    Actie.PANDVERBOD: daarna.pandverbod,
}
_NA_BEWIJS: Final = frozenset({Actie.WEDERHOOR, Actie.AFSTEMMEN})
_UITGESCHREVEN: Final = frozenset({Actie.AFSTEMMEN, Actie.BESCHIKKING})
_VOORAF: Final = frozenset(
    {Actie.OPNIEUW_INPLANNEN, Actie.PROCES_OPENEN, Actie.HOREN, Actie.HERSTELTERMIJN, Actie.BEWIJS, Actie.WEDERHOOR}
)
_GRONDSLAG: Final[Mapping[Actie, Grondslag]] = {
    Actie.OPNIEUW_INPLANNEN: grondslagen.KICK_OFF,
    Actie.PROCES_OPENEN: grondslagen.KICK_OFF,
    Actie.WEDERHOOR: grondslagen.HOREN,
    Actie.VERZENDING: awb("3:41"),
    Actie.BEZWAAR: grondslagen.BEZWAAR,
}


def verloop(feiten: Verloopfeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[Stapbeeld, ...]:
    """Return every step of the procedure of this gedraging as it stands on ``peildatum``.

    A step has its turn only when its condition is recorded; empty for a gedraging that the regime does not know.
    """
    rij = beleid.gedraging(feiten.zaak.regime, feiten.zaak.gedraging)
    if rij is None:
        return ()
    return tuple(_beeld(Stap(stap, feiten, rij, beleid, peildatum)) for stap in _stappen(feiten, beleid, rij))


def _stappen(feiten: Verloopfeiten, beleid: MaatregelBeleid, rij: Gedraging) -> Iterator[Processtap]:
    """Write "afstemmen" out as the steps that every gedraging shares, without those that the table names itself."""
    vast = beleid.besluitvorming()
    plan = beleid.stappenplan(rij)
    if feiten.zaak.soort is Zaaksoort.LIK_OP_STUK:
        yield from vast.values()
        return
    genoemd = {stap.actie for stap in plan.stappen}
    for stap in plan.stappen:
        if stap.actie in _NA_BEWIJS and rij.bewijs_verplicht and Actie.BEWIJS in vast:
            yield vast[Actie.BEWIJS].model_copy(update={"nr": stap.nr})
        if stap.actie is not Actie.AFSTEMMEN:
            yield stap
        if stap.actie in _UITGESCHREVEN:
            eigen = {"nr": stap.nr, "wederhoor_geadviseerd": stap.wederhoor_geadviseerd}
            over = (deel for deel in vast.values() if deel.actie not in genoemd | {Actie.BEWIJS})
            yield from (deel.model_copy(update=eigen) for deel in over)
    yield from plan.daarna


def _beeld(s: Stap) -> Stapbeeld:
    oordeel = _BEOORDELING[s.stap.actie](s)
    if oordeel.stand is not Processtapstand.GEDAAN:
        oordeel = _afgesloten(s) or oordeel
    return Stapbeeld(
        stap=s.stap,
        stand=oordeel.stand,
        waarom=oordeel.waarom,
        grondslag=_GRONDSLAG.get(s.stap.actie, grondslagen.HANDHAVING),
        bewijs=oordeel.bewijs,
        gedaan_op=oordeel.op,
        vanaf=oordeel.vanaf,
    )


def _afgesloten(s: Stap) -> Oordeel | None:
    """Say that a step comes too late: the zaak lapsed, or was decided without it."""
    if s.feiten.vervallen:
        return niet_nodig("De zaak is vervallen.")
    if s.feiten.besluit is not None and s.stap.actie in _VOORAF:
        return niet_nodig("Het besluit is genomen.")
    return None
