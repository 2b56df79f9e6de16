"""The store of document bytes: the only place that knows where they are."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from uuid_utils.compat import uuid7

from app.db.aanvraag.document import Aanvraagdocument, Documentinhoud
from app.services.handeling import Handeling


def bewaar(h: Handeling, document: Aanvraagdocument, inhoud: bytes) -> None:
    """Store the bytes of a document."""
    h.sessie.flush()
    rij = Documentinhoud(id=uuid7(), organisatie=document.organisatie, klant_id=document.klant_id, inhoud=inhoud)
    rij.document_id = document.id
    h.sessie.add(rij)


def haal(h: Handeling, document_id: UUID) -> bytes:
    """Return the bytes of a document; none once it was withdrawn."""
    return h.sessie.scalar(select(Documentinhoud.inhoud).where(Documentinhoud.document_id == document_id)) or b""


def wis(h: Handeling, document_id: UUID) -> None:
    """Wipe the bytes of a document that does not belong in this dossier."""
    rij = h.sessie.scalars(select(Documentinhoud).where(Documentinhoud.document_id == document_id)).one()
    rij.inhoud = b""
