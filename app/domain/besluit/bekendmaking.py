"""Bekendmaking: when a besluit may be sent, and until when it can be objected to (Awb 3:40, 3:41, 6:7, 6:8)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.beleid.model import Waarde
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import awb
from app.domain.kern.termijnen import Termijn, wettelijke_termijn
from app.domain.kern.toets import Toets, Uitkomst


class Rechtsmiddel(StrEnum):
    """What can be done against a besluit; against a decision on bezwaar that is beroep (Awb 7:1, 8:1)."""

    BEZWAAR = "bezwaar"
    BEROEP = "beroep"


_TERMIJN: Final = {Rechtsmiddel.BEZWAAR: "bezwaartermijn", Rechtsmiddel.BEROEP: "beroepstermijn"}


def bezwaartermijn(
    verzonden_op: date, weken: Waarde[int], rechtsmiddel: Rechtsmiddel = Rechtsmiddel.BEZWAAR
) -> Termijn:
    """Return the term for bezwaar or beroep, which runs from the day after the dispatch (Awb 6:7, 6:8)."""
    return wettelijke_termijn(_TERMIJN[rechtsmiddel], weken.grondslag, verzonden_op, weken=weken.waarde)


def toets_voor_ingang(verzonden_op: date, ingang: date | None) -> Toets:
    """Ask that a besluit is sent before the day on which it takes effect: it does not work back (Awb 3:40)."""
    op_tijd = ingang is None or verzonden_op < ingang
    gevolg = "Het besluit is verzonden voordat het gevolgen heeft."
    te_laat = "" if ingang is None else f"Het besluit werkt vanaf {datum_voluit(ingang)} en moet eerder verzonden zijn."
    return Toets(
        voorwaarde="verzonden_voor_ingang",
        uitkomst=Uitkomst.van(op_tijd),
        grondslag=awb("3:40"),
        feiten={"verzonden_op": verzonden_op, "ingang": ingang},
        toelichting=gevolg if op_tijd else te_laat,
    )
