"""What happens to a voorziening over HTTP: the days of it, the besluit to end it, and voorzieningen of 2017."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import maakt
from app.api.toekenning.router import CONSULENTEN, DOEL, HIER, PAD
from app.api.toekenning.schemas import Toekenning
from app.api.verzoek import schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.toekenning import beeindigen, feiten, overgang
from app.services.toekenning.eindeopdrachten import (
    OvergangsbesluitOpdracht,
    Toekenning2017Opdracht,
    ToekenningeindeOpdracht,
    ToekenninghervattingOpdracht,
)
from app.services.toekenning.feitopdrachten import ToekenningfeitintrekkingOpdracht, Toekenningfeitmelding

router = APIRouter(tags=["toekenning"])

BESLISSERS = (Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)


def _beeindig(h: Handeling, opdracht: ToekenningeindeOpdracht, toekenning_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, beeindigen.beslis(h, opdracht, toekenning_id))


def _overgang(h: Handeling, opdracht: OvergangsbesluitOpdracht, toekenning_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, overgang.beslis(h, opdracht, toekenning_id))


@router.post(
    f"{PAD}/feiten",
    **maakt(Toekenning, "Verloop van een voorziening vastleggen", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def leg_toekenningfeit_vast(request: Request, toekenningId: UUID, opdracht: Toekenningfeitmelding) -> Response:
    """Leg vast wat er gebeurt: de start, voortgang, niet verschijnen, een evaluatie, een vordering of de uitkomst."""
    return schrijf(request, feiten.leg_feit_vast, opdracht, toon=Toekenning.van_beeld, toekenning_id=toekenningId)


@router.post(
    "/toekenningfeiten/{toekenningfeitId}/intrekkingen",
    **maakt(
        Toekenning,
        "Vastgelegd verloop intrekken",
        *CONSULENTEN,
        doel="Corrigeren van gegevens",
        plaats=HIER,
        versie=True,
    ),
)
def trek_toekenningfeit_in(
    request: Request, toekenningfeitId: UUID, opdracht: ToekenningfeitintrekkingOpdracht
) -> Response:
    """Trek in wat verkeerd is vastgelegd; wat eruit volgde wordt teruggedraaid. De ETag is die van de toekenning."""
    return schrijf(request, feiten.trek_feit_in, opdracht, toon=Toekenning.van_beeld, feit_id=toekenningfeitId)


@router.post(
    f"{PAD}/beeindigingen",
    **maakt(
        Besluit,
        "Besluiten een voorziening te beëindigen",
        *BESLISSERS,
        doel=DOEL,
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def beeindig_toekenning(request: Request, toekenningId: UUID, opdracht: ToekenningeindeOpdracht) -> Response:
    """Besluit dat een voorziening eindigt, op een van de zeven gronden. Er eindigt niets vanzelf."""
    return schrijf(request, _beeindig, opdracht, toon=Besluit.van, toekenning_id=toekenningId)


@router.post(
    f"{PAD}/hervattingen",
    **maakt(Toekenning, "Beëindigde voorziening hervatten", *BESLISSERS, doel=DOEL, plaats=HIER, versie=True),
)
def hervat_toekenning(request: Request, toekenningId: UUID, opdracht: ToekenninghervattingOpdracht) -> Response:
    """Laat een voorziening doorgaan zoals zij was toegekend, als het besluit om te beëindigen is herroepen."""
    return schrijf(request, beeindigen.hervat, opdracht, toon=Toekenning.van_beeld, toekenning_id=toekenningId)


@router.post(
    "/overgangstoekenningen",
    **maakt(Toekenning, "Voorziening van 2017 vastleggen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def leg_overgangstoekenning_vast(request: Request, opdracht: Toekenning2017Opdracht) -> Response:
    """Leg een voorziening vast die onder de verordening van 2017 is toegekend en op 1 januari 2021 nog liep."""
    return schrijf(request, overgang.leg_2017_vast, opdracht, toon=Toekenning.van_beeld)


@router.post(
    f"{PAD}/overgangsbesluiten",
    **maakt(
        Besluit,
        "Besluiten over een voorziening van 2017",
        *BESLISSERS,
        doel=DOEL,
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def beslis_overgang(request: Request, toekenningId: UUID, opdracht: OvergangsbesluitOpdracht) -> Response:
    """Zet een voorziening van 2017 voort na de overgang, of verleng haar zoals de verordening van 2017 dat toeliet."""
    return schrijf(request, _overgang, opdracht, toon=Besluit.van, toekenning_id=toekenningId)
