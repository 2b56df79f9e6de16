"""Warm handover: after a change the klant goes over when the driegesprek was held, or waived with a reason."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import indeling as indelingen
from app.db import overweging as db
from app.db.overweging import Indelingsoverdracht
from app.db.sessie import verruim
from app.domain.indeling.termijnen import contactrol
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling
from app.services.indeling.wisselopdrachten import KlantoverdrachtOpdracht
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast


def draag_over(h: Handeling, opdracht: KlantoverdrachtOpdracht, klant_id: UUID) -> Indelingsoverdracht:
    """Hand the klant over to the consulent of the new klantgroep (DEV-KGR-018).

    Raises Conflict when there is nothing to hand over, or when nobody was appointed in the new klantgroep.
    """
    klant = h.klant(klant_id)
    h.controleer_versie(klant)
    huidige = indelingen.geldend_op(h.sessie, klant.id, h.vandaag)
    if huidige is None or huidige.vorige is None:
        raise Conflict("De klant is niet van klantgroep gewisseld.", "geen_wissel")
    al = any(rij.indeling_id == huidige.id for rij in db.overdrachten(h.sessie, klant.id))
    if al or huidige.driegesprek is not None:
        raise Conflict("De overdracht van deze wissel is al vastgelegd.", "al_overgedragen")
    if opdracht.gehouden_op is not None and opdracht.gehouden_op > h.vandaag:
        raise OngeldigeInvoer({"gehoudenOp": "Deze dag ligt in de toekomst."})
    werk = contactrol(huidige.klantgroep) is Rol.WERKCONSULENT
    if werk and huidige.consulent_id is None:
        raise Conflict("Wijs eerst een consulent toe in de nieuwe klantgroep.", "geen_consulent")
    overdracht = Indelingsoverdracht(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        indeling_id=huidige.id,
        **opdracht.model_dump(),
        van_consulent_id=klant.consulent_id,
        naar_consulent_id=huidige.consulent_id,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(overdracht)
    verruim(h.sessie)
    klant.consulent_id = huidige.consulent_id if werk else None
    inhoud = {"consulentId": klant.consulent_id, "indelingId": huidige.id, "driegesprek": opdracht.gehouden_op}
    leg_vast(h, Soort.KLANT_OVERGEDRAGEN, klant, klant, inhoud)
    sluit_taken(h, huidige.id, "driegesprek_plannen")
    return overdracht


def bekijk_overdrachten(h: Handeling, klant_id: UUID) -> list[Indelingsoverdracht]:
    """Return the handovers of a klant, the latest first."""
    return db.overdrachten(h.sessie, h.klant(klant_id, vergrendel=False).id)
