"""Idempotency-Key: the same key with the same content replays the stored answer; other content is a conflict."""

from __future__ import annotations

import hashlib

from pydantic import BaseModel
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects.postgresql import insert
from starlette.responses import Response

from app.db.historie import Idempotentie
from app.domain.kern.fouten import Conflict
from app.services.handeling import Handeling


def begin(h: Handeling, sleutel: str, pad: str, opdracht: BaseModel | None) -> Response | None:
    """Claim the key, or return the answer that was given before.

    A second request with the same key waits here until the first has committed or failed.
    """
    inhoud = opdracht.model_dump_json() if opdracht is not None else ""
    afdruk = hashlib.sha256(f"{h.naam}\n{pad}\n{inhoud}".encode()).hexdigest()
    geclaimd = h.sessie.execute(
        insert(Idempotentie)
        .values(
            organisatie=h.actor.organisatie,
            actor_id=h.actor.medewerker_id,
            sleutel=sleutel,
            afdruk=afdruk,
            aangemaakt=h.nu,
        )
        .on_conflict_do_nothing()
        .returning(Idempotentie.sleutel)
    ).first()
    return None if geclaimd else _speel_af(h, sleutel, afdruk)


def _speel_af(h: Handeling, sleutel: str, afdruk: str) -> Response:
    eerder = h.sessie.scalars(select(Idempotentie).where(*_eigen(h, sleutel))).one()
    if eerder.afdruk != afdruk:
        raise Conflict("Deze Idempotency-Key is al gebruikt voor een andere aanvraag.", "sleutel_al_gebruikt")
    koppen = {**(eerder.koppen or {}), "Idempotency-Replayed": "true"}
    return Response(eerder.antwoord, eerder.status or 200, koppen)


def bewaar(h: Handeling, sleutel: str, antwoord: Response) -> None:
    """Store the answer under the key, in the transaction of the handling itself."""
    koppen = {naam: antwoord.headers[naam] for naam in ("content-type", "etag", "location") if naam in antwoord.headers}
    h.sessie.execute(
        update(Idempotentie)
        .where(*_eigen(h, sleutel))
        .values(status=antwoord.status_code, koppen=koppen, antwoord=bytes(antwoord.body))
    )


def _eigen(h: Handeling, sleutel: str) -> tuple[ColumnElement[bool], ...]:
    return (
        Idempotentie.organisatie == h.actor.organisatie,
        Idempotentie.actor_id == h.actor.medewerker_id,
        Idempotentie.sleutel == sleutel,
    )
