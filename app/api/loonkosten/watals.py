"""Loonkostensubsidie berekenen zonder te beslissen, over HTTP."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Self

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest
from app.api.schema import Grondslag, Toets, Uit
from app.api.verzoek import lees
from app.domain.beleid.model import Herkomst
from app.domain.kern.rollen import Rol
from app.domain.loonkosten.formule import Cijfer, Maandbedrag
from app.domain.loonkosten.maanden import per_jaar
from app.services.loonkosten.watals import LksBerekening, LoonkostensubsidieberekeningOpdracht, bereken

router = APIRouter(tags=["loonkosten"])

REKENAARS = (
    Rol.WERKCONSULENT,
    Rol.INKOMENSCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.TOETSER,
    Rol.ADMINISTRATIE,
    Rol.BELEIDSMEDEWERKER,
    Rol.KOPPELING,
)


class LksCijfer(Uit):
    """Een gebruikt cijfer: eurocent, procent of uren, met het artikel en waar het is gezien."""

    naam: str = Field(examples=["minimumloon"])
    waarde: Decimal = Field(examples=["233700"])
    grondslag: Grondslag
    herkomst: Herkomst

    @classmethod
    def van(cls, cijfer: Cijfer) -> Self:
        """Show a figure with its article."""
        return cls(
            naam=cijfer.naam,
            waarde=cijfer.waarde,
            grondslag=Grondslag.van(cijfer.grondslag),
            herkomst=cijfer.herkomst,
        )


class LksMaand(Uit):
    """De subsidie van een maand in eurocent, met de ingevulde formule. Op een onbevestigd cijfer wordt niet betaald."""

    maand: date
    bedrag: int
    formule: str = Field(examples=["(€ 2.337,00 × 1,08 - 60 % × € 2.337,00 × 1,08) × 32/36 × 1,25 = € 1.121,76"])
    betaalbaar: bool
    cijfers: list[LksCijfer]

    @classmethod
    def van(cls, maand: Maandbedrag) -> Self:
        """Show a month."""
        return cls(
            maand=maand.maand,
            bedrag=maand.bedrag,
            formule=maand.formule,
            betaalbaar=not maand.onbevestigd,
            cijfers=[LksCijfer.van(cijfer) for cijfer in maand.cijfers],
        )


class LksSegment(Uit):
    """Een tijdvak met subsidie: forfaitair, of naar een loonwaarde; `tot` hoort er niet meer bij."""

    van: date
    tot: date | None
    loonwaarde: int | None = Field(description="In hele procenten; leeg is forfaitair.")


class LksJaar(Uit):
    """De som van de maanden van een kalenderjaar, in eurocent."""

    jaar: int
    bedrag: int


class Loonkostensubsidieberekening(Uit):
    """De loonkostensubsidie per maand en per jaar. Er is niets bewaard."""

    tot: date
    segmenten: list[LksSegment]
    maanden: list[LksMaand]
    jaren: list[LksJaar]
    totaal: int
    voortzetting: Toets = Field(description="Of de subsidie na een forfait door mag lopen.")
    onbevestigd: list[str] = Field(description="De cijfers waarop niet kan worden betaald.")

    @classmethod
    def van(cls, berekening: LksBerekening) -> Self:
        """Show a calculation."""
        jaren = per_jaar(berekening.maanden)
        onbevestigd = {cijfer.naam for maand in berekening.maanden for cijfer in maand.onbevestigd}
        return cls(
            tot=berekening.tot,
            segmenten=[LksSegment.model_validate(segment) for segment in berekening.segmenten],
            maanden=[LksMaand.van(maand) for maand in berekening.maanden],
            jaren=[LksJaar(jaar=jaar, bedrag=bedrag) for jaar, bedrag in jaren.items()],
            totaal=sum(jaren.values()),
            voortzetting=Toets.van(berekening.voortzetting),
            onbevestigd=sorted(onbevestigd),
        )


@router.post(
    "/loonkostensubsidieberekeningen",
    **leest(
        Loonkostensubsidieberekening,
        "Loonkostensubsidie berekenen",
        *REKENAARS,
        doel="Voorbereiden van een besluit",
    ),
)
def bereken_loonkostensubsidie(request: Request, opdracht: LoonkostensubsidieberekeningOpdracht) -> Response:
    """Bereken de loonkostensubsidie van een dienstbetrekking, elke maand met de ingevulde formule. Niets wordt bewaard.

    Een gebroken maand telt naar kalenderdagen. Wijzigingen van uren of loonwaarde tellen vanaf hun dag.
    """
    return lees(request, lambda h: bereken(h, opdracht), toon=Loonkostensubsidieberekening.van)
