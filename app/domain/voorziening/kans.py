"""Kans: the bare outcome of voorzieningen for many klanten, from the same conditions as the toets with its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from app.domain.kern.toets import Uitkomst
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.bijzonder import BIJZONDER, Bijzonder
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.samenstel import NADERE_REGELS, stel_samen
from app.domain.voorziening.toets import Aanboduitkomst, toets_voorziening, uitkomst_van
from app.domain.voorziening.voorwaarde import Voorwaarde


@dataclass(frozen=True)
class Kansregel:
    """One voorziening, ready to be asked of many klanten.

    ``vast`` are the conditions that can fail where nothing was asked for, answered or filled in,
    ``gevraagd`` the others.
    """

    regel: Voorzieningregel
    beleid: VoorzieningBeleid
    vast: tuple[Voorwaarde, ...]
    gevraagd: tuple[Voorwaarde, ...]
    bijzonder: Bijzonder | None

    def uitkomst(self, feiten: VoorzieningFeiten) -> Aanboduitkomst:
        """Return what ``beoordeel`` would find, without a word; ``feiten.code`` does not matter.

        It stops at the first condition that fails, and passes over what can only be open once something is.
        """
        if feiten.hardheid:
            return uitkomst_van(toets_voorziening(feiten.model_copy(update={"code": self.regel.code}), self.beleid))
        open_: set[str] = set()
        if not _loop_na(self.vast, feiten, open_) or not self._loop_gevraagd_na(feiten, open_):
            return Aanboduitkomst.MAG_NIET
        return self._met_bijzonder(feiten, open_)

    def _loop_gevraagd_na(self, feiten: VoorzieningFeiten, open_: set[str]) -> bool:
        """Go on with what was asked and answered; where nothing was, one condition that is open says enough."""
        if _is_gevraagd(feiten):
            nodig = (v for v in self.gevraagd if not open_ or v.kan_falen(feiten))
            return _loop_na(nodig, feiten, open_)
        if not open_:
            onbekend = (v.code for v in self.gevraagd if v.geldt(feiten) and v.uitkomst(feiten) is None)
            open_.update(islice(onbekend, 1))
        return True

    def _met_bijzonder(self, feiten: VoorzieningFeiten, open_: set[str]) -> Aanboduitkomst:
        for toets in self.bijzonder(feiten, self.regel, self.beleid) if self.bijzonder else ():
            if toets.uitkomst is Uitkomst.NIET_VOLDAAN:
                return Aanboduitkomst.MAG_NIET
            if toets.uitkomst is Uitkomst.ONBEPAALD:
                open_.add(toets.voorwaarde)
        if NADERE_REGELS in open_:
            return Aanboduitkomst.BELEID_ONTBREEKT
        return Aanboduitkomst.NOG_TE_BEANTWOORDEN if open_ else Aanboduitkomst.MAG


def kansregels(beleid: VoorzieningBeleid, codes: Collection[str]) -> tuple[Kansregel, ...]:
    """Make the voorzieningen with these codes ready, or all without codes; a code that is not there is left out."""
    regels = (regel for regel in beleid.voorzieningen.waarde if not codes or regel.code in codes)
    return tuple(_kansregel(regel, beleid) for regel in regels)


def _kansregel(regel: Voorzieningregel, beleid: VoorzieningBeleid) -> Kansregel:
    alle = stel_samen(beleid, regel.code).voorwaarden
    vast = tuple(voorwaarde for voorwaarde in alle if voorwaarde.kan_falen(_NIETS))
    gevraagd = tuple(voorwaarde for voorwaarde in alle if not voorwaarde.kan_falen(_NIETS))
    return Kansregel(regel, beleid, vast, gevraagd, BIJZONDER.get(regel.code))


def _loop_na(voorwaarden: Iterable[Voorwaarde], feiten: VoorzieningFeiten, open_: set[str]) -> bool:
    """Add what is open; return False at the first condition that fails."""
    for voorwaarde in voorwaarden:
        if not voorwaarde.geldt(feiten):
            continue
        waarde = voorwaarde.uitkomst(feiten)
        if waarde is False:
            return False
        if waarde is None:
            open_.add(voorwaarde.code)
    return True


def _is_gevraagd(feiten: VoorzieningFeiten) -> bool:
    """Tell whether anything was asked for, answered or filled in, without which ``gevraagd`` fails nobody."""
    if feiten.antwoorden or feiten.gegevens or feiten.loon:
        return True
    return feiten.einde is not None or feiten.uren is not None or feiten.kosten is not None


_NIETS: Final = VoorzieningFeiten(code="")
