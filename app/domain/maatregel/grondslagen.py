"""The articles of this room: which act says what under each regime."""

from __future__ import annotations

from app.domain.kern.grondslag import Grondslag, awb, productenboek, pw, verordening
from app.domain.maatregel.beleid import Regime

HOREN = awb("4:8")
BEZWAAR = awb("6:7")
HANDHAVING = productenboek("8")
KICK_OFF = productenboek("3.3.1 en 4.3.1")
LIK_OP_STUK_FACILITEREN = productenboek("5.3.1")
CONTACTLADDER = productenboek("7.4")
ACTIVERING = verordening("5")
SPREIDING = pw("18", "5")
GEEN_BEEINDIGING = productenboek("4.2")


def _ioa(regeling: str, artikel: str, lid: str | None = None) -> Grondslag:
    return Grondslag(regeling=regeling, artikel=artikel, lid=lid)


def uniform(lid: int) -> Grondslag:
    """Cite the step of the statutory ladder on which a verlaging for a uniform duty rests."""
    return pw("18", str(lid))


def plicht(regime: Regime) -> Grondslag:
    """Cite the duties that run from the day of the melding."""
    return pw("9", "1") if regime is Regime.PW else _ioa(regime.value, "37", "1")


def weigering(regime: Regime) -> Grondslag:
    """Cite the refusal as far as income could have been earned; only the IOAW and IOAZ know it."""
    return _ioa("IOAW/IOAZ" if regime is Regime.PW else regime.value, "20", "1")


def geen_verwijt(regime: Regime) -> Grondslag:
    """Cite the rule that without blame there is no maatregel."""
    return pw("18", "9") if regime is Regime.PW else _ioa(regime.value, "20", "3")


def afstemming(regime: Regime) -> Grondslag:
    """Cite the rule that a maatregel fits the person's circumstances."""
    return pw("18", "1") if regime is Regime.PW else _ioa(regime.value, "20", "2")


def dringende_redenen(regime: Regime) -> Grondslag:
    """Cite the rule that dringende redenen ask for another outcome."""
    return pw("18", "10") if regime is Regime.PW else afstemming(regime)


def verlaging(regime: Regime) -> Grondslag:
    """Cite the rule that lets the verordening set a verlaging, and the college fit it to the person."""
    return pw("18", "2") if regime is Regime.PW else afstemming(regime)
