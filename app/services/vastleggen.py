"""Vastleggen: the only writer of history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Select
from uuid_utils.compat import uuid7

from app.db.historie import Gebeurtenis, Outbox, Verwerking, schrijf_verwerkingen
from app.db.klant import Klant
from app.db.reeks import schrijf_reeks, schrijf_verwerkingsreeks
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.services.handeling import Handeling

_JSON: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


class Onderwerp(Protocol):
    """What a gebeurtenis is about: a row with an identity and a version."""

    id: Any
    versie: Any


@dataclass
class Eenmalig:
    """What a gebeurtenis is about when its row is never changed: an identity, and a version that nobody keeps."""

    id: UUID
    versie: int = 0


def leg_vast(
    h: Handeling,
    soort: Soort | Inzetsoort | Organisatiesoort,
    onderwerp: Onderwerp,
    klant: Klant | None,
    inhoud: dict[str, Any],
    mutatie: dict[str, Any] | None = None,
) -> Gebeurtenis:
    """Write what happened: gebeurtenis, outbox and verwerking, in the transaction of the handling.

    The klant row must be locked (``Handeling.klant``); its dossier numbers the gebeurtenis without gaps. The version
    of ``onderwerp`` moves, and so does its ETag. ``inhoud`` and ``mutatie`` hold no personal data: ids, codes, dates
    and eurocents. A ``mutatie`` is delivered to the uitkeringsadministratie exactly once.
    """
    if mutatie is not None and (klant is None or "soort" not in mutatie):
        raise ValueError("een mutatie heeft een soort en gaat over een klant")
    h.sessie.flush()
    if klant is not None:
        klant.laatste_volgnr += 1
    onderwerp.versie += 1
    gebeurtenis = Gebeurtenis(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id if klant else None,
        volgnr=klant.laatste_volgnr if klant else None,
        soort=soort.value,
        onderwerp_id=onderwerp.id,
        inhoud=_JSON.dump_python(inhoud, mode="json"),
        actor_id=h.actor.medewerker_id,
        rollen=sorted(h.actor.rollen),
        tijdstip=h.nu,
        correlatie_id=h.correlatie_id,
    )
    h.sessie.add(gebeurtenis)
    h.sessie.flush()
    opdracht = None if mutatie is None else _JSON.dump_python(mutatie, mode="json")
    h.sessie.add(Outbox(organisatie=h.actor.organisatie, gebeurtenis_id=gebeurtenis.id, mutatie=opdracht))
    log_verwerking(h, [klant.id] if klant else [None], "gedaan")
    return gebeurtenis


def leg_reeks_vast(h: Handeling, soort: Soort, reeks: Select[Any]) -> int:
    """Write what happened to many klanten at once, in the transaction of the handling; return how many gebeurtenissen.

    The bulk form of ``leg_vast``, with the same guarantees: gebeurtenis, outbox and verwerking, and numbers without
    gaps in each dossier. ``reeks`` selects ``gebeurtenis_id``, ``verwerking_id``, ``klant_id``, ``onderwerp_id``,
    ``inhoud`` (jsonb without personal data) and ``volgorde``; every klant in it must be locked, and every subject be a
    row that is never changed. One line is logged per klant.
    """
    h.sessie.flush()
    return schrijf_reeks(h.sessie, _wie(h) | {"soort": soort.value}, reeks, _verwerking(h, "gedaan"))


def log_reeks(h: Handeling, personen: Select[Any], uitkomst: str) -> None:
    """Log that the actor handled the data of the klanten that ``personen`` selects (klant_id, verwerking_id)."""
    schrijf_verwerkingsreeks(h.sessie, _verwerking(h, uitkomst), personen)


def log_verwerking(h: Handeling, klant_ids: Sequence[UUID | None], uitkomst: str) -> None:
    """Log that the actor handled the data of these persons: one line per person, in one statement."""
    if not klant_ids:
        return
    verwerking = Verwerking(**_verwerking(h, uitkomst))
    schrijf_verwerkingen(h.sessie, verwerking, [(uuid7(), klant_id) for klant_id in klant_ids])


def _wie(h: Handeling) -> dict[str, Any]:
    return {
        "organisatie": h.actor.organisatie,
        "actor_id": h.actor.medewerker_id,
        "rollen": sorted(h.actor.rollen),
        "tijdstip": h.nu,
        "correlatie_id": h.correlatie_id,
    }


def _verwerking(h: Handeling, uitkomst: str) -> dict[str, Any]:
    return _wie(h) | {"handeling": h.naam, "doel": h.doel, "uitkomst": uitkomst}
