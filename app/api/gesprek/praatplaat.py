"""De praatplaat over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.domain.gesprek.praatplaat import Praatplaatmoment, Verschil
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.services.gesprek import praatplaat
from app.services.gesprek.praatplaat import Praatplaatbeeld, PraatplaatOpdracht

router = APIRouter(tags=["praatplaat"])

SCHRIJVERS = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*SCHRIJVERS, Rol.PARTICIPATIEMAKELAAR, Rol.FG)
DOEL = "Bespreken van de leefgebieden"

Van = Annotated[date | None, Query(description="Vergelijk met de laatste praatplaat tot en met deze dag.")]
Tot = Annotated[date | None, Query(description="Vergelijk de laatste praatplaat tot en met deze dag.")]


class Score(Uit):
    """De kleur van een leefgebied, met wat goed gaat en wat beter kan."""

    kleur: str
    gaat_goed: str | None
    kan_beter: str | None


class Praatplaat(Uit):
    """Een ingevulde praatplaat."""

    id: UUID
    klant_id: UUID
    moment: Praatplaatmoment
    datum: date
    scores: dict[Leefgebied, Score]
    corrigeert: UUID | None
    beleid_id: str
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Kleur(Uit):
    """Een kleur van de schaal; een hogere rang is beter."""

    code: str
    betekenis: str
    rang: int
    probleem: bool


class Vergelijking(Uit):
    """Twee momenten naast elkaar."""

    eerder_id: UUID
    eerder_op: date
    later_id: UUID
    later_op: date
    verschillen: dict[Leefgebied, Verschil]


class Praatplaten(Uit):
    """De schaal, de praatplaten die gelden (de laatste eerst) en een vergelijking als er twee zijn."""

    schaal: list[Kleur]
    praatplaten: list[Praatplaat]
    vergelijking: Vergelijking | None

    @classmethod
    def van(cls, beeld: Praatplaatbeeld) -> Self:
        """Show the scale, the praatplaten and the comparison."""
        twee = beeld.vergelijking
        naast_elkaar = twee and Vergelijking(
            eerder_id=twee.eerder.id,
            eerder_op=twee.eerder.datum,
            later_id=twee.later.id,
            later_op=twee.later.datum,
            verschillen=dict(twee.verschillen),
        )
        return cls.model_validate(
            {"schaal": beeld.schaal, "praatplaten": beeld.praatplaten, "vergelijking": naast_elkaar}
        )


@router.post("/klanten/{klantId}/praatplaten", **maakt(Praatplaat, "Praatplaat vastleggen", *SCHRIJVERS, doel=DOEL))
def leg_praatplaat_vast(request: Request, klantId: UUID, opdracht: PraatplaatOpdracht) -> Response:
    """Leg vast hoe de klant de leefgebieden ziet. Is gezondheid een probleem zonder hulp, dan volgt een taak."""
    return schrijf(request, praatplaat.vul_in, opdracht, klant_id=klantId)


@router.get("/klanten/{klantId}/praatplaten", **leest(Praatplaten, "Praatplaten van een klant", *LEZERS, doel=DOEL))
def geef_praatplaten(request: Request, klantId: UUID, van: Van = None, tot: Tot = None) -> Response:
    """Geef de praatplaten en vergelijk er twee: standaard de laatste met die daarvoor."""
    return lees(
        request,
        lambda h: praatplaat.bekijk_praatplaten(h, klantId, van, tot),
        toon=Praatplaten.van,
        personen=lambda _: [klantId],
    )
