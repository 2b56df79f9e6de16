"""Terms of a bezwaar: whether it came in time, and by when it must be decided (Awb 6:9, 7:10)."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.kern.grondslag import awb
from app.domain.kern.termijnen import Termijn, verleng, wettelijke_termijn

BESLISTERMIJN = "beslistermijn_bezwaar"


def op_tijd(tot_en_met: date, ontvangen_op: date, verstuurd_op: date | None, beleid: BezwaarBeleid) -> bool:
    """Tell whether a bezwaar is in time: received by the last day, or posted by then and received within the week."""
    if ontvangen_op <= tot_en_met:
        return True
    grens = tot_en_met + timedelta(days=beleid.per_post_dagen.waarde)
    return verstuurd_op is not None and verstuurd_op <= tot_en_met and ontvangen_op <= grens


def beslistermijn(tot_en_met: date, beleid: BezwaarBeleid) -> Termijn:
    """Return the term to decide in, which runs from the day after the term for bezwaar ended."""
    weken = beleid.beslistermijn_commissie_weken if beleid.adviescommissie.waarde else beleid.beslistermijn_weken
    return wettelijke_termijn(BESLISTERMIJN, weken.grondslag, tot_en_met, weken=weken.waarde)


def verdaag(termijn: Termijn, reden: str, beleid: BezwaarBeleid) -> Termijn:
    """Put the decision off once. Raises ValueError when that was done before."""
    if termijn.verlengingen:
        raise ValueError("de beslistermijn is al verdaagd")
    return verleng(termijn, reden, awb("7:10", "3"), weken=beleid.verdaging_weken.waarde)
