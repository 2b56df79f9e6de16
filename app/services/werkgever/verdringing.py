"""Whether somebody was made redundant at a vestiging where a place is proposed (DEV-VRZ-916)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.db.sessie import verruimd
from app.db.werkgever import dienstverband as db
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets
from app.domain.werkgever.beleid import WerkgeverBeleid
from app.domain.werkgever.dienstverband import Eindereden
from app.domain.werkgever.verdringing import Verdringingssignaal, signaal, toets_recente_afvloeiing
from app.services.handeling import Handeling
from app.services.werkgever.vestigingen import vestiging


def verdringing(h: Handeling, vestiging_id: UUID, dag: date) -> Verdringingssignaal:
    """Count what ended by afvloeiing at a vestiging before ``dag``, of all klanten: numbers only, nobody is shown."""
    plek = vestiging(h, vestiging_id)
    maanden = h.beleid.geldend(WerkgeverBeleid, h.actor.gemeenten[0], dag).beleid.afvloeiing_terugkijk_maanden.waarde
    with verruimd(h.sessie, h.actor):
        eindes = db.eindes(h.sessie, plek.id, Eindereden.AFVLOEIING, plus_maanden(dag, -maanden))
    return signaal(eindes, dag, maanden)


def verdringingssignalen(h: Handeling, vestiging_id: UUID | None, dag: date) -> tuple[Toets, ...]:
    """Return what is shown where a place at a vestiging is proposed, for other rooms; nothing without a finding."""
    gezien = verdringing(h, vestiging_id, dag) if vestiging_id is not None else None
    return (toets_recente_afvloeiing(gezien),) if gezien is not None and gezien.afvloeiingen else ()
