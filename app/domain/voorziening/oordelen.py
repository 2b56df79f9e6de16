"""Conditions that a person judges: an open question blocks, and what an answer does is data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.domain.kern.leeftijd import jonger_dan
from app.domain.kern.maanden import plus_maanden
from app.domain.voorziening.beleid import Limietbron
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.oordeel import Omstandigheid, Oordeel, Toepassing, Weging
from app.domain.voorziening.voorwaarde import Verhaal, Voorwaarde


@dataclass(frozen=True)
class Beantwoord(Voorwaarde):
    """A question has the answer that fits; ``kind_tot`` is the age up to which a child asks for care (DEV-VRZ-904)."""

    oordeel: Oordeel
    kind_tot: int

    def geldt(self, feiten: VoorzieningFeiten) -> bool:
        """Ask it when its circumstances are so."""
        return van_toepassing(self.oordeel.als, feiten, self.kind_tot)

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether there is an answer: an open question fails nobody."""
        return self.oordeel.code in feiten.antwoorden

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether the answer fits; open without an answer, or without the explanation that goes with it."""
        oordeel, antwoord = self.oordeel, feiten.antwoord(self.oordeel.code)
        goed = antwoord.waarde is oordeel.verwacht
        uitgelegd = bool((antwoord.toelichting or "").strip())
        reden_nodig = oordeel.toelichting_verplicht or (oordeel.weegt is Weging.VOORKEUR and not goed)
        if antwoord.waarde is None or (reden_nodig and not uitgelegd):
            return None
        return True if oordeel.weegt is Weging.VOORKEUR else goed

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say the question, the answer and what to do."""
        oordeel, antwoord = self.oordeel, feiten.antwoord(self.oordeel.code)
        gegeven = {True: "ja", False: "nee", None: "nog open"}[antwoord.waarde]
        leeg = f"Leg bij het antwoord uit waarom: {oordeel.vraag}" if antwoord.waarde is not None else None
        niet = oordeel.zo_niet or "Dit antwoord staat in de weg: bied het niet aan, of neem weg wat in de weg staat."
        return Verhaal(
            f"{oordeel.vraag} Antwoord: {gegeven}.",
            f"{oordeel.vraag} Antwoord: {gegeven}. {niet}",
            leeg or f"Beantwoord deze vraag: {oordeel.vraag}",
            {"antwoord": antwoord.waarde, "verwacht": oordeel.verwacht, "weegt": oordeel.weegt},
        )


def beantwoord(oordeel: Oordeel, kind_tot: int) -> Beantwoord:
    """Make the condition of a question."""
    bron = Limietbron(grondslag=oordeel.grondslag, niveau=oordeel.niveau, regel=oordeel.regel)
    return Beantwoord(oordeel.code, bron, oordeel, kind_tot)


def omstandigheden(feiten: VoorzieningFeiten, kind_tot: int) -> frozenset[Omstandigheid]:
    """Return the circumstances that count on the first day: a child asks for care up to its birthday (DEV-VRZ-904)."""
    begin = feiten.begin
    if begin is None or not any(jonger_dan(kind, kind_tot, begin) for kind in feiten.kinderen):
        return feiten.omstandigheden
    return feiten.omstandigheden | {Omstandigheid.KIND}


def van_toepassing(als: Toepassing, feiten: VoorzieningFeiten, kind_tot: int) -> bool:
    """Tell whether a question is asked; what is not known counts as so, so that nothing is overlooked."""
    return als == _ALTIJD or all(eis(als, feiten, kind_tot) for eis in _EISEN)


def _op_leeftijd(als: Toepassing, feiten: VoorzieningFeiten, _kind_tot: int) -> bool:
    geboren, begin = feiten.geboortedatum, feiten.begin
    if geboren is None or begin is None:
        return True
    onder = als.leeftijd_onder is None or jonger_dan(geboren, als.leeftijd_onder, begin)
    return onder and (als.leeftijd_vanaf is None or not jonger_dan(geboren, als.leeftijd_vanaf, begin))


def _bij_groep(als: Toepassing, feiten: VoorzieningFeiten, _kind_tot: int) -> bool:
    klantgroep = als.klantgroepen is None or feiten.klantgroep is None or feiten.klantgroep in als.klantgroepen
    return klantgroep and (als.doelgroepen is None or feiten.doelgroep is None or feiten.doelgroep in als.doelgroepen)


def _bij_omstandigheden(als: Toepassing, feiten: VoorzieningFeiten, kind_tot: int) -> bool:
    gezocht = als.omstandigheden
    return gezocht is None or not omstandigheden(feiten, kind_tot).isdisjoint(gezocht)


def _bij_antwoorden(als: Toepassing, feiten: VoorzieningFeiten, _kind_tot: int) -> bool:
    return all(feiten.antwoord(code).waarde is waarde for code, waarde in als.antwoorden.items())


def _bij_verlenging(als: Toepassing, feiten: VoorzieningFeiten, _kind_tot: int) -> bool:
    return als.verlenging is None or als.verlenging is feiten.verlenging


def _bij_begin(als: Toepassing, feiten: VoorzieningFeiten, _kind_tot: int) -> bool:
    return als.begin_vanaf is None or feiten.begin is None or feiten.begin >= als.begin_vanaf


def _bij_duur(als: Toepassing, feiten: VoorzieningFeiten, _kind_tot: int) -> bool:
    """Tell whether it lasts longer; not known is not longer, for the days are asked for anyhow."""
    if als.langer_dan_maanden is None:
        return True
    begin, einde = feiten.begin, feiten.einde
    return begin is not None and einde is not None and einde >= plus_maanden(begin, als.langer_dan_maanden)


_ALTIJD: Final = Toepassing()
_EISEN: Final[tuple[Callable[[Toepassing, VoorzieningFeiten, int], bool], ...]] = (
    _op_leeftijd,
    _bij_groep,
    _bij_omstandigheden,
    _bij_antwoorden,
    _bij_verlenging,
    _bij_begin,
    _bij_duur,
)
