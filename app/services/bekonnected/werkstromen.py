"""Werkstromen: set up, given more or fewer places, closed."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.bekonnected import werkstroom as db
from app.db.bekonnected.werkstroom import Werkstroom
from app.db.klant import Klant
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.services.bekonnected.beeld import Werkstroombeeld, bezette_plaatsen, controleer_gemeente
from app.services.bekonnected.opdrachten import WerkstroomOpdracht, WijzigWerkstroomOpdracht
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def richt_in(h: Handeling, opdracht: WerkstroomOpdracht) -> Werkstroombeeld:
    """Set up a werkstroom (DEV-BKN-004). Raises Conflict when there is one of that name."""
    controleer_gemeente(h, opdracht.gemeente)
    if db.met_naam(h.sessie, h.actor, opdracht.gemeente, opdracht.naam) is not None:
        raise Conflict("Deze werkstroom is er al.", "werkstroom_bestaat")
    rij = Werkstroom(id=uuid7(), organisatie=h.actor.organisatie, actief=True, versie=0, **opdracht.model_dump())
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.WERKSTROOM_INGERICHT, rij, None, {"plaatsen": rij.plaatsen})
    return Werkstroombeeld(rij, rij.plaatsen)


def wijzig(h: Handeling, opdracht: WijzigWerkstroomOpdracht, werkstroom_id: UUID) -> Werkstroombeeld:
    """Change a werkstroom; who has a place keeps it, whatever the number becomes."""
    rij = vergrendeld(h, werkstroom_id)
    h.controleer_versie(rij)
    velden = opdracht.model_dump(exclude_unset=True)
    if leeg := {naam: "Dit veld kan niet leeg." for naam, waarde in velden.items() if waarde is None}:
        raise OngeldigeInvoer(leeg)
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    leg_vast(h, Inzetsoort.WERKSTROOM_INGERICHT, rij, None, {"plaatsen": rij.plaatsen, "actief": rij.actief})
    return Werkstroombeeld(rij, max(rij.plaatsen - bezette_plaatsen(h).get(rij.id, 0), 0))


def vergrendeld(h: Handeling, werkstroom_id: UUID) -> Werkstroom:
    """Find and lock a werkstroom; of two clerks one waits for the other. Raises NietGevonden."""
    rij = db.werkstroom(h.sessie, h.actor, werkstroom_id, vergrendel=True)
    if rij is None:
        raise NietGevonden("Deze werkstroom is niet gevonden.")
    return rij


def neem_plaats(h: Handeling, werkstroom_id: UUID, klant: Klant) -> int:
    """Lock a werkstroom for this klant and return its free places; 0 for one that is closed (DEV-BKN-004)."""
    rij = db.werkstroom(h.sessie, h.actor, werkstroom_id, vergrendel=True)
    if rij is None or rij.gemeente != klant.gemeente:
        raise OngeldigeInvoer({"werkstroomId": "Kies een werkstroom van de gemeente van de klant."})
    return rij.plaatsen - bezette_plaatsen(h).get(rij.id, 0) if rij.actief else 0
