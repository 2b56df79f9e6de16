"""Which ontheffingen and duties held on a day: what other rooms ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from app.db.verplichting import verplichting as db
from app.db.verplichting.verplichting import NadereVerplichting, Ontheffing
from app.domain.verplichting.feiten import Stand, stand_op
from app.domain.verplichting.toetsen import gold_voor
from app.services.handeling import Handeling


def ontheffingen_op(h: Handeling, klant_id: UUID, dag: date) -> Sequence[Ontheffing]:
    """Return the ontheffingen that ran on a day (DEV-MTR-502)."""
    alle = db.staand(h.sessie, Ontheffing, klant_id)
    return [rij for rij in alle if stand_op(dag, rij.van, rij.tot, ingetrokken=False) is Stand.LOPEND]


def nadere_verplichtingen_voor(h: Handeling, klant_id: UUID, gedraging_datum: date) -> Sequence[NadereVerplichting]:
    """Return the duties of article 55 that were imposed before the day of a gedraging and held on it (DEV-MTR-532)."""
    alle = db.staand(h.sessie, NadereVerplichting, klant_id)
    return [rij for rij in alle if gold_voor(gedraging_datum, rij.van, rij.tot, rij.besluit_datum)]
