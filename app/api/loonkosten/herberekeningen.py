"""Loonkostensubsidie opnieuw berekenen over HTTP: na een wijziging, en elk jaar per 1 januari."""

from __future__ import annotations

from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import maakt
from app.api.loonkosten.router import CONSULENTEN, DOEL
from app.api.schema import Uit
from app.api.verzoek import schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.loonkosten import herberekenen
from app.services.loonkosten.opdrachten import LksHerberekeningOpdracht, LksJaarrondeOpdracht

router = APIRouter(tags=["loonkosten"])


class LksJaaruitkomst(Uit):
    """Wat de ronde met een subsidie deed: het bedrag per maand voor en na 1 januari in eurocent, of waarom niet."""

    subsidie_id: UUID
    besluit_id: UUID | None
    oud: int | None
    nieuw: int | None
    reden: str | None = Field(description="Waarom er geen nieuw besluit is genomen.")


class LksJaarronde(Uit):
    """De jaarlijkse vaststelling van alle lopende loonkostensubsidies die u mag zien."""

    uitkomsten: list[LksJaaruitkomst]

    @classmethod
    def van(cls, uitkomsten: list[herberekenen.Jaaruitkomst]) -> Self:
        """Show what came of every subsidie."""
        return cls(uitkomsten=[LksJaaruitkomst.model_validate(uitkomst) for uitkomst in uitkomsten])


def _herbereken(h: Handeling, opdracht: LksHerberekeningOpdracht, subsidie_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, herberekenen.herbereken(h, opdracht, subsidie_id))


@router.post(
    "/subsidies/{subsidieId}/loonkostenherberekeningen",
    **maakt(
        Besluit,
        "Loonkostensubsidie opnieuw berekenen",
        *CONSULENTEN,
        doel=DOEL,
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def herbereken_loonkostensubsidie(request: Request, subsidieId: UUID, opdracht: LksHerberekeningOpdracht) -> Response:
    """Neem een nieuw besluit met de uren, de baan en de loonwaarde van nu; het vervangt het vorige.

    Wat al is betaald, blijft staan: een verschil komt erbij, of er komt een taak over wat te veel is betaald.
    """
    return schrijf(request, _herbereken, opdracht, toon=Besluit.van, subsidie_id=subsidieId)


@router.post(
    "/loonkostensubsidierondes",
    **maakt(LksJaarronde, "Loonkostensubsidies per 1 januari vaststellen", Rol.INKOMENSCONSULENT, doel=DOEL),
)
def houd_loonkostensubsidieronde(request: Request, opdracht: LksJaarrondeOpdracht) -> Response:
    """Stel alle lopende loonkostensubsidies per 1 januari opnieuw vast, met het oude en het nieuwe bedrag.

    Elke subsidie krijgt een eigen besluit, dat nog wordt getoetst en verzonden.
    """
    return schrijf(request, herberekenen.jaarronde, opdracht, toon=LksJaarronde.van)
