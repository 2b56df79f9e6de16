"""Herbeoordeling: a maatregel that still runs after its term is looked at again (article 18, lid 3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.domain.kern.grondslag import pw
from app.domain.kern.termijnen import Termijn, wettelijke_termijn
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.herziening.beleid import HerzieningBeleid

HERBEOORDELING = pw("18", "3")
TERMIJN = "herbeoordeling"


class Herbeoordelingsuitkomst(StrEnum):
    """What comes of looking again; only the first one leaves the besluit as it is."""

    VOORTZETTEN = "voortzetten"
    WIJZIGEN = "wijzigen"
    BEEINDIGEN = "beeindigen"


def herbeoordelingstermijn(
    regime: Regime, besluit_op: date, tot: date, beleid: HerzieningBeleid, *, uniform: bool
) -> Termijn | None:
    """Return the term in which a maatregel that runs until ``tot`` is looked at again, from the day of its besluit.

    None when the law does not ask it: the IOAW and IOAZ do not know it, lid 3 speaks of a besluit of lid 2 (a uniform
    maatregel has inkeer instead), and one that is over by then leaves nothing to look at.
    """
    if regime is not Regime.PW or uniform:
        return None
    termijn = wettelijke_termijn(TERMIJN, HERBEOORDELING, besluit_op, maanden=beleid.herbeoordeling_maanden.waarde)
    return termijn if tot > termijn.einde else None
