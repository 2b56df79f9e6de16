"""What employers stated about proefplaatsingen, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import klant as klanten
from app.db.klant import Klant
from app.db.werkgever.dienstverband import Intentieverklaring
from app.db.werkgever.werkgever import Vestiging, Werkgever
from app.domain.kern.rollen import Actor


def verklaringen(sessie: Session, actor: Actor, periode: tuple[date, date]) -> Sequence[Any]:
    """Return the statements made in ``[van, tot)`` about readable klanten: of which employer, and how they stand."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Intentieverklaring.klant_id)
    vraag = (
        select(Werkgever.id, Werkgever.naam, Intentieverklaring.voorziening, Intentieverklaring.stand)
        .select_from(Intentieverklaring)
        .join(Vestiging, Vestiging.id == Intentieverklaring.vestiging_id)
        .join(Werkgever, Werkgever.id == Vestiging.werkgever_id)
        .where(
            Intentieverklaring.datum >= periode[0],
            Intentieverklaring.datum < periode[1],
            leesbaar.exists(),
        )
    )
    return sessie.execute(vraag.order_by(Werkgever.naam, Werkgever.id)).all()
