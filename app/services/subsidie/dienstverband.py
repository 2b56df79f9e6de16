"""Dienstverband: what the room werkgever knows of an employment, as facts for a regeling."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.subsidie.model import Dienstverbandfeiten
from app.domain.werkgever.dienstverband import Dienstverbandfeiten as Bekend
from app.services.handeling import Handeling
from app.services.werkgever.dienstverbanden import dienstverband


def dienstverband_van(h: Handeling, klant_id: UUID, dienstverband_id: UUID) -> Bekend:
    """Find an employment of this klant. Raises OngeldigeInvoer when there is none."""
    try:
        bekend = dienstverband(h, dienstverband_id)
    except NietGevonden:
        bekend = None
    if bekend is None or bekend.klant_id != klant_id:
        raise OngeldigeInvoer({"dienstverbandId": "Dit dienstverband van deze klant bestaat niet."})
    return bekend


def als_feiten(bekend: Bekend, dag: date) -> Dienstverbandfeiten:
    """Return the employment with the conditions of its first day, or of ``dag`` when it began before."""
    voorwaarden = bekend.op(max(dag, bekend.van))
    return Dienstverbandfeiten(
        van=bekend.van,
        tot=bekend.tot,
        uren=voorwaarden.uren_per_week,
        loon=voorwaarden.brutoloon,
        lasten=voorwaarden.werkgeverslasten,
        uitzendbeding=bekend.uitzendbeding,
    )
