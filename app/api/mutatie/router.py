"""Mutaties over HTTP, voor de uitkeringsadministratie."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.mutatie.schemas import Mutatie, Mutaties
from app.api.paginering import Aantal, Na, cursor, pak_nummer
from app.api.verzoek import lees, schrijf
from app.db import mutatie as db
from app.db.mutatie import Mutatiestatus
from app.domain.kern.rollen import Rol
from app.services import mutatie as diensten
from app.services.mutatie import AfwijsOpdracht, MutatiebevestigingOpdracht

router = APIRouter(tags=["mutatie"])

LEZERS = (Rol.KOPPELING, Rol.ADMINISTRATIE)
DOEL = "Verwerken door de uitkeringsadministratie"


@router.get("/mutaties", **leest(Mutaties, "Mutaties ophalen", *LEZERS, doel=DOEL))
def geef_mutaties(
    request: Request, na: Na = None, aantal: Aantal = 50, status: Mutatiestatus | None = None
) -> Response:
    """Geef de mutaties na de cursor, op volgorde. De persoon staat in de inhoud, nooit in een adres."""
    nr = pak_nummer(na)
    return lees(
        request,
        lambda h: db.bladzijde(h.sessie, h.actor, nr, aantal, status),
        toon=lambda rijen: Mutaties(
            mutaties=[Mutatie.van(rij) for rij in rijen], volgende=cursor(rijen[-1][0].nr) if rijen else na
        ),
        personen=lambda rijen: [klant.id for _, klant in rijen],
    )


@router.post("/mutaties/{mutatieId}/bevestigingen", **maakt(Mutatie, "Mutatie bevestigen", *LEZERS, doel=DOEL))
def bevestig_mutatie(request: Request, mutatieId: UUID, opdracht: MutatiebevestigingOpdracht) -> Response:
    """Meld dat de mutatie is verwerkt. Een tweede antwoord op dezelfde mutatie wordt geweigerd."""
    return schrijf(request, diensten.bevestig, opdracht, toon=Mutatie.van, mutatie_id=mutatieId)


@router.post("/mutaties/{mutatieId}/afwijzingen", **maakt(Mutatie, "Mutatie afwijzen", *LEZERS, doel=DOEL))
def wijs_mutatie_af(request: Request, mutatieId: UUID, opdracht: AfwijsOpdracht) -> Response:
    """Meld met een reden dat de mutatie niet kan worden verwerkt; zij komt terug als taak voor de inkomensconsulent."""
    return schrijf(request, diensten.wijs_af, opdracht, toon=Mutatie.van, mutatie_id=mutatieId)
