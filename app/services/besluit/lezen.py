"""Finding a besluit, and turning its stored facts and policy back into what they were."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db import beleidspakket
from app.db import besluit as db
from app.db.basis import Json
from app.db.besluit import Besluit, Besluitstand, Besluitstatus
from app.db.klant import Klant
from app.domain.kern.fouten import Conflict, NietGevonden
from app.services.besluit.rekenaars import REKENAARS
from app.services.handeling import Handeling


def vind(h: Handeling, besluit_id: UUID, *, vergrendel: bool = False) -> tuple[Besluitstand, Klant]:
    """Find a besluit with what happened to it; ``vergrendel`` locks the dossier and reads again under the lock."""
    stand = _vind(h, besluit_id)
    klant = h.klant(stand.besluit.klant_id, vergrendel=vergrendel)
    return (_vind(h, besluit_id) if vergrendel else stand), klant


def _vind(h: Handeling, besluit_id: UUID) -> Besluitstand:
    stand = db.besluit(h.sessie, h.actor, besluit_id)
    if stand is None:
        raise NietGevonden("Dit besluit is niet gevonden.")
    return stand


def controleer_laatste(h: Handeling, besluit: Besluit) -> None:
    """Raise Conflict when a later besluit was taken about the same subject."""
    if db.besluiten_over(h.sessie, [besluit.onderwerp_id])[-1].besluit.id != besluit.id:
        raise Conflict("Over deze zaak is later een nieuw besluit genomen; werk daarmee verder.", "nieuwer_besluit")


def te_vervangen(h: Handeling, besluit_id: UUID) -> Besluitstand:
    """Find the besluit that another one wants to replace. Raises Conflict unless it was sent and still stands."""
    stand = _vind(h, besluit_id)
    if stand.status is not Besluitstatus.BEKENDGEMAAKT:
        raise Conflict(f"Dit besluit is {stand.status.value} en kan niet worden vervangen.", "staat_niet")
    return stand


def geldend(h: Handeling, stand: Besluitstand) -> Besluitstand:
    """Follow a besluit that was replaced on to the one that holds now."""
    while stand.status is Besluitstatus.VERVANGEN and stand.vervanging is not None:
        stand = _vind(h, stand.vervanging.besluit_id)
    return stand


def is_ingetrokken(h: Handeling, stand: Besluitstand) -> bool:
    """Tell whether nothing is left of a besluit: withdrawn itself, or changed by one that was withdrawn later."""
    return geldend(h, stand).status is Besluitstatus.INGETROKKEN


def bewaard_beleid(h: Handeling, besluit: Besluit) -> Any:
    """Return the policy on which a besluit rests, from the copy that was kept with it."""
    return REKENAARS[besluit.soort].beleid.lees_bewaard(bewaarde_inhoud(h, besluit))


def bewaarde_inhoud(h: Handeling, besluit: Besluit) -> Json:
    """Return the policy of a besluit as it was stored, whatever fields its model has now."""
    return beleidspakket.inhoud(h.sessie, besluit.beleid_sha256) or {}


def bewaarde_feiten(besluit: Besluit) -> Any:
    """Return the facts on which a besluit was taken."""
    return REKENAARS[besluit.soort].feiten.model_validate(besluit.feiten)


def beslissing_van(besluit: Besluit) -> Any:
    """Return the outcome as it was decided."""
    return REKENAARS[besluit.soort].beslissing.model_validate_json(besluit.beslissing_bytes)
