"""Facts as they are asked for: the meldingen that run follow, because a fact may change their zoekperiode."""

from __future__ import annotations

from uuid import UUID

from app.db.doelgroep import feiten as db
from app.db.doelgroep.feiten import Feitregel
from app.domain.doelgroep.feit import Feit
from app.domain.kern.fouten import NietGevonden
from app.services.doelgroep import intrekken
from app.services.doelgroep.intrekken import FeitIntrekkingOpdracht
from app.services.doelgroep.registreren import registreer
from app.services.handeling import Handeling
from app.services.intake.dossier import lopende_dossiers
from app.services.intake.wijzigen import volg_kenmerken


def leg_feit_vast(h: Handeling, opdracht: Feit, klant_id: UUID) -> Feitregel:
    """Record a fact about a klant. Raises NietBevoegd for a role that may not, Geweigerd when a rule refuses it."""
    dossiers = lopende_dossiers(h, klant_id)
    regel = registreer(h, h.klant(klant_id), opdracht)
    for dossier in dossiers:
        volg_kenmerken(h, dossier)
    return regel


def trek_feit_in(h: Handeling, opdracht: FeitIntrekkingOpdracht, feit_id: UUID) -> Feitregel:
    """Take back a fact that was wrong. Raises NietGevonden, NietBevoegd, or Conflict when that was done already."""
    feit = db.feit(h.sessie, h.actor, feit_id)
    if feit is None:
        raise NietGevonden("Dit feit is niet gevonden.")
    dossiers = lopende_dossiers(h, feit.klant_id)
    regel = intrekken.trek_in(h, opdracht, feit)
    for dossier in dossiers:
        volg_kenmerken(h, dossier)
    return regel
