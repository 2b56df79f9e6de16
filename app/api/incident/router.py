"""Incidenten, waarschuwingsbrieven en pandverboden."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.db.incident.incident import Pandverbod as Verbodrij
from app.domain.incident.pandverbod import Incidentsoort
from app.domain.kern.rollen import Rol
from app.services.incident import vastleggen as diensten
from app.services.incident.vastleggen import (
    Incidentbeeld,
    IncidentintrekkingOpdracht,
    IncidentOpdracht,
    PandverbodeindeOpdracht,
    PandverbodOpdracht,
    WaarschuwingsbriefverzendingOpdracht,
)

router = APIRouter(tags=["incident"])

DOEL = "Veiligheid van medewerkers en handhaving"
MELDERS = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER)


class OpgelegdPandverbod(Uit):
    """Een locatie waar de klant van `van` tot `tot` niet mag komen; daar kan niets worden gepland."""

    id: UUID
    versie: int
    locatie: str
    van: date
    tot: date = Field(description="De eerste dag waarop het weer mag.")
    reden: str
    reden_einde: str | None
    opgelegd_op: datetime

    @classmethod
    def toon(cls, rij: Verbodrij) -> Self:
        """Show a pandverbod."""
        return cls(**{naam: getattr(rij, naam) for naam in cls.model_fields})


class Incident(Uit):
    """Zeer ernstige misdraging, met de brief en de pandverboden die volgden."""

    id: UUID
    versie: int
    klant_id: UUID
    datum: date
    soort: Incidentsoort
    locatie: str
    verslag: str
    vastgelegd_op: datetime
    brief_verzonden_op: date | None
    brief_kenmerk: str | None
    brief_id: UUID | None = Field(description="De brief van deze dienst die is verzonden.")
    ingetrokken_op: datetime | None
    reden_intrekking: str | None
    pandverboden: list[OpgelegdPandverbod]

    @classmethod
    def van(cls, beeld: Incidentbeeld) -> Self:
        """Show an incident."""
        eigen = {naam: getattr(beeld.incident, naam) for naam in cls.model_fields if naam != "pandverboden"}
        return cls(**eigen, pandverboden=[OpgelegdPandverbod.toon(rij) for rij in beeld.pandverboden])


class Incidenten(Uit):
    """De incidenten van een klant, de oudste eerst; ingetrokken incidenten blijven zichtbaar."""

    incidenten: list[Incident]

    @classmethod
    def van(cls, beelden: Sequence[Incidentbeeld]) -> Self:
        """Show every incident."""
        return cls(incidenten=[Incident.van(beeld) for beeld in beelden])


@router.get("/klanten/{klantId}/incidenten", **leest(Incidenten, "Incidenten van een klant", *MELDERS, doel=DOEL))
def geef_incidenten(request: Request, klantId: UUID) -> Response:
    """Geef de incidenten van een klant met brieven en pandverboden."""
    return lees(request, lambda h: diensten.bekijk(h, klantId), toon=Incidenten.van, personen=lambda _: [klantId])


@router.post("/klanten/{klantId}/incidenten", **maakt(Incident, "Incident vastleggen", *MELDERS, doel=DOEL))
def leg_incident_vast(request: Request, klantId: UUID, opdracht: IncidentOpdracht) -> Response:
    """Leg een incident vast. De leidinggevende krijgt de taak om een waarschuwingsbrief te sturen."""
    return schrijf(request, diensten.leg_vast_incident, opdracht, toon=Incident.van, klant_id=klantId)


@router.post("/incidenten/{incidentId}/intrekkingen", **maakt(Incident, "Incident intrekken", *MELDERS, doel=DOEL))
def trek_incident_in(request: Request, incidentId: UUID, opdracht: IncidentintrekkingOpdracht) -> Response:
    """Trek een verslag in dat niet klopt. Het blijft zichtbaar; pandverboden die erop rusten, eindigen."""
    return schrijf(request, diensten.trek_in, opdracht, toon=Incident.van, incident_id=incidentId)


@router.post(
    "/incidenten/{incidentId}/waarschuwingsbrieven",
    **maakt(Incident, "Waarschuwingsbrief vastleggen", Rol.TEAMLEIDER, doel=DOEL),
)
def leg_waarschuwingsbrief_vast(
    request: Request, incidentId: UUID, opdracht: WaarschuwingsbriefverzendingOpdracht
) -> Response:
    """Leg vast dat de waarschuwingsbrief van de leidinggevende is verzonden."""
    return schrijf(request, diensten.leg_brief_vast, opdracht, toon=Incident.van, incident_id=incidentId)


@router.post(
    "/incidenten/{incidentId}/pandverboden", **maakt(Incident, "Pandverbod opleggen", Rol.TEAMLEIDER, doel=DOEL)
)
def leg_pandverbod_op(request: Request, incidentId: UUID, opdracht: PandverbodOpdracht) -> Response:
    """Leg een pandverbod op. Op die locatie kan in die tijd geen afspraak met de klant worden gepland."""
    return schrijf(request, diensten.leg_verbod_op, opdracht, toon=Incident.van, incident_id=incidentId)


@router.post(
    "/pandverboden/{pandverbodId}/beeindigingen",
    **maakt(Incident, "Pandverbod eerder beëindigen", Rol.TEAMLEIDER, doel=DOEL, versie=True),
)
def beeindig_pandverbod(request: Request, pandverbodId: UUID, opdracht: PandverbodeindeOpdracht) -> Response:
    """Laat een pandverbod eerder eindigen, of trek het in door het op de begindag te laten eindigen."""
    return schrijf(request, diensten.beeindig_verbod, opdracht, toon=Incident.van, pandverbod_id=pandverbodId)
