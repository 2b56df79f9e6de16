"""What a klant is let off today, what was imposed on top, and the mark of a niet-willer, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, Row, Select, Text, bindparam, cast, literal, null, or_, select, union_all
from sqlalchemy.dialects.postgresql import ARRAY

from app.db.klantbeeld.lezer import Lezer, begin
from app.db.signaal.niet_willer import NietWillerMarkering
from app.db.verplichting.verplichting import NadereVerplichting, Ontheffing
from app.domain.kern.rollen import Bereik

ONTHEFFING, VERPLICHTING, NIET_WILLER = "ontheffing", "nadere_verplichting", "niet_willer"
_VANDAAG = bindparam("vandaag", type_=Date)


def lees_plichten(lezer: Lezer, vandaag: date) -> Sequence[Row[Any]]:
    """Return what holds today; ``wat`` tells which of the three it is."""
    return lezer.lees(_plichten, vandaag=vandaag)


@cache
def _plichten(bereik: Bereik) -> Select[Any]:
    geen = {"soort": cast(null(), Text), "plichten": cast(null(), ARRAY(Text)), "tekst": cast(null(), Text)}
    ontheffing = {"soort": cast(Ontheffing.soort, Text), "plichten": Ontheffing.plichten}
    nadere = {"soort": cast(NadereVerplichting.soort, Text), "tekst": NadereVerplichting.inhoud}
    mark = NietWillerMarkering
    leeg = cast(null(), Date).label("tot")
    markering = _kolommen(NIET_WILLER, mark.id, geen | {"tekst": mark.reden})
    alle = union_all(
        _lopend(bereik, Ontheffing, ONTHEFFING, geen | ontheffing),
        _lopend(bereik, NadereVerplichting, VERPLICHTING, geen | nadere),
        begin(bereik, mark, *markering, mark.datum.label("van"), leeg, mark.datum.label("datum")).where(
            mark.beeindigd_op.is_(None)
        ),
    ).subquery("alle")
    return select(*alle.c).order_by(alle.c.wat, alle.c.van, alle.c.id)


def _lopend(bereik: Bereik, tabel: Any, wat: str, velden: dict[str, Any]) -> Select[Any]:
    kolommen = _kolommen(wat, tabel.id, velden)
    vraag = begin(bereik, tabel, *kolommen, tabel.van, tabel.tot, tabel.besluit_datum.label("datum"))
    return vraag.where(
        tabel.ingetrokken_op.is_(None), tabel.van <= _VANDAAG, or_(tabel.tot.is_(None), tabel.tot > _VANDAAG)
    )


def _kolommen(wat: str, nummer: Any, velden: dict[str, Any]) -> tuple[Any, ...]:
    return (literal(wat, Text).label("wat"), nummer, *(kolom.label(naam) for naam, kolom in velden.items()))
