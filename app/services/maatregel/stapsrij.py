"""How a step becomes a row."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.basis import Json
from app.db.maatregel import Maatregelstap, Maatregelzaak, Stapsoort
from app.services.handeling import Handeling
from app.services.maatregel.stapsoorten import Stap


def maak_rij(h: Handeling, zaak: Maatregelzaak, stap: Stap) -> Maatregelstap:
    """Make the row of a step; only what was given is kept, so that parts can complete each other."""
    inhoud = stap.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return _rij(h, zaak, Stapsoort(stap.soort), stap.dag or h.vandaag, inhoud)


def maak_intrekking(h: Handeling, zaak: Maatregelzaak, stap_id: UUID, reden: str) -> Maatregelstap:
    """Make the row that takes a step back."""
    rij = _rij(h, zaak, Stapsoort.INGETROKKEN, h.vandaag, {"reden": reden})
    rij.trekt_in = stap_id
    return rij


def _rij(h: Handeling, zaak: Maatregelzaak, soort: Stapsoort, datum: date, inhoud: Json) -> Maatregelstap:
    return Maatregelstap(
        id=uuid7(),
        organisatie=zaak.organisatie,
        klant_id=zaak.klant_id,
        zaak_id=zaak.id,
        soort=soort,
        datum=datum,
        inhoud=inhoud,
        gezet_door=h.actor.medewerker_id,
        gezet_op=h.nu,
    )
