"""Voorwaarde: one condition of a voorziening, made once from the policy and asked of many klanten.

``voldaan`` is the rule. The toets with its words and the bare answer both ask it, so that they cannot differ.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import Limietbron
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.oordeel import Niveau


@dataclass(frozen=True)
class Verhaal:
    """What a condition looked at, and its sentence when it is met, when it is not, and when it is open."""

    voldaan: str
    niet: str
    open: str
    gezien: Mapping[str, Feit]


@dataclass(frozen=True)
class Voorwaarde(ABC):
    """Base of the conditions: a stable code and on what it rests."""

    code: str
    bron: Limietbron

    @abstractmethod
    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether the facts meet the condition; None when a fact is missing."""

    @abstractmethod
    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Return what was looked at and the three sentences."""

    def geldt(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether the condition is asked at all."""
        del feiten
        return True

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether the facts could fail the condition at all; False when it can only be met or open.

        Only what was asked for, answered and filled in may make a difference: known once for who has none of it.
        """
        del feiten
        return True

    def in_bereik_hardheid(self) -> bool:
        """Tell whether the hardheidsclausule reaches this condition: only one of a beleidsregel (DEV-VRZ-919)."""
        return self.bron.niveau is Niveau.BELEIDSREGEL

    def met_hardheid(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether the hardheidsclausule sets this condition aside."""
        return self.in_bereik_hardheid() and any(h.dekt(self.bron.grondslag) for h in feiten.hardheid)

    def met_reden(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether a recorded reason sets this limit aside in a special case (DEV-SCH-908)."""
        veld = self.bron.afwijking
        reden = None if veld is None else feiten.gegevens.get(veld)
        return isinstance(reden, str) and bool(reden.strip())

    def afgeweken(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether somebody deviated from this condition, with a reason."""
        return self.met_reden(feiten) or (bool(feiten.hardheid) and self.met_hardheid(feiten))

    def uitkomst(self, feiten: VoorzieningFeiten) -> bool | None:
        """Return whether the condition stands in the way no more; what is not known is never set aside."""
        waarde = self.voldaan(feiten)
        return True if waarde is False and self.afgeweken(feiten) else waarde

    def toets(self, feiten: VoorzieningFeiten) -> Toets:
        """Return the toets with the rule, the facts and what to do."""
        verhaal = self.vertel(feiten)
        gezien: dict[str, Feit] = {**verhaal.gezien}
        if self.bron.regel is not None:
            gezien["regel"] = self.bron.regel
        goed = verhaal.voldaan
        uitkomst = self.uitkomst(feiten)
        if uitkomst is not self.voldaan(feiten):
            waarmee = "een besluit in dit bijzondere geval" if self.met_reden(feiten) else "de hardheidsclausule"
            gezien["afgeweken" if self.met_reden(feiten) else "hardheidsclausule"] = (
                f"artikel {self.bron.grondslag.artikel}"
            )
            goed = f"Met {waarmee} is hiervan afgeweken: {verhaal.niet}"
        return maak_toets(self.code, uitkomst, self.bron.grondslag, gezien, goed, verhaal.niet, verhaal.open)


def is_beleidsregel(grondslag: Grondslag) -> bool:
    """Tell whether an article is one of the beleidsregels, from which the hardheidsclausule may deviate."""
    return grondslag.regeling.startswith("Beleidsregels")


def met_hardheid(feiten: VoorzieningFeiten, grondslag: Grondslag) -> bool:
    """Tell whether an article of the beleidsregels was set aside, for a condition that data cannot say."""
    return is_beleidsregel(grondslag) and any(hardheid.dekt(grondslag) for hardheid in feiten.hardheid)
