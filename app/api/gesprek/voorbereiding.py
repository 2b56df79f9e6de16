"""De voorbereiding van een gesprek over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.schema import Toets, Uit
from app.api.verzoek import lees, schrijf
from app.db.intake.melding import Meldingstatus
from app.db.taak import Taakstatus
from app.domain.gesprek.soort import Formulierdeel
from app.domain.gesprek.voorbereiding import Gespreksroute
from app.domain.kern.kenmerk import Spoedzaak
from app.domain.kern.rollen import Rol
from app.services.gesprek import ambitievoorbereiding, screeningvoorbereiding
from app.services.gesprek.ambitievoorbereiding import Ambitievoorbereiding as Ambitiebeeld
from app.services.gesprek.screeningvoorbereiding import VoorbereidingOpdracht, Voorbereidingsbeeld

router = APIRouter(tags=["voorbereiding"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT)
DOEL = "Voorbereiden van een gesprek"


class GeraadpleegdeBron(Uit):
    """Een bron die is geraadpleegd."""

    code: str
    bevinding: str | None


class EerdereMelding(Uit):
    """Een andere melding van dezelfde persoon."""

    id: UUID
    meldingsdatum: date
    status: Meldingstatus
    hulpvragen: list[str]


class Persoonshistorie(Uit):
    """Wat er eerder was met een persoon van de melding."""

    klant_id: UUID
    meldingen: list[EerdereMelding]
    no_shows: list[datetime] = Field(description="Wanneer de persoon niet verscheen, het laatste eerst.")


class Screeningvoorbereiding(Uit):
    """De voorbereiding van het screeningsgesprek bij een melding."""

    melding_id: UUID
    formulier_gelezen: bool
    ontbrekende_delen: list[Formulierdeel]
    bronnen: list[GeraadpleegdeBron]
    mogelijke_antwoorden: str | None
    vastgelegd_op: datetime | None
    vastgelegd_door: UUID | None
    checklist: list[Toets] = Field(description="Wat is gedaan en wat nog niet; niets hiervan houdt het gesprek tegen.")
    personen: list[Persoonshistorie]

    @classmethod
    def van(cls, beeld: Voorbereidingsbeeld) -> Self:
        """Show the checklist with what was filled in."""
        leeg: dict[str, Any] = {"formulier_gelezen": False, "ontbrekende_delen": [], "bronnen": []}
        rij = beeld.rij
        vast = {"vastgelegd_op": rij.vastgelegd_op, "vastgelegd_door": rij.vastgelegd_door} if rij else {}
        standaard = {"mogelijke_antwoorden": None, "vastgelegd_op": None, "vastgelegd_door": None}
        eigen = {
            "melding_id": beeld.melding.id,
            "checklist": [Toets.van(toets) for toets in beeld.toetsen],
            "personen": beeld.personen,
        }
        return cls.model_validate(leeg | standaard | (rij.inhoud if rij else {}) | vast | eigen)


class Spoedstand(Uit):
    """Een spoedzaak uit de screening, met hoe zij is afgehandeld (leeg: nog niet)."""

    spoedzaak: Spoedzaak
    afhandeling: str | None


class Controle(Uit):
    """Een punt dat de intaker vooraf nagaat; leeg betekent onbekend."""

    code: str
    aanwezig: bool | None
    details: list[str]


class Aandachtsonderwerp(Uit):
    """Een onderwerp van de analyse met zijn uitroeptekens."""

    onderwerp: str
    punten: list[str] = Field(description="De uitroeptekens.")
    score: int | None
    opmerking: str | None


class Ambitievoorbereiding(Uit):
    """De voorbereiding van het ambitiegesprek, gevuld uit het dossier."""

    spoedzaken: list[Spoedstand]
    route: Gespreksroute
    routes: list[Gespreksroute] = Field(description="Alle routes die gelden; de eerste gaat voor.")
    controles: list[Controle]
    aandachtspunten: list[str]
    uitroeptekens: list[Aandachtsonderwerp] = Field(
        description="De analyse: de meeste uitroeptekens eerst, dan de laagste score. Leeg: gebruik het format."
    )
    screeningsverslag: str | None
    informatieverzoek: Taakstatus | None = Field(description="Het verzoek om informatie van school bij LVB.")

    @classmethod
    def van(cls, beeld: Ambitiebeeld) -> Self:
        """Show what the intaker must know beforehand."""
        eigen = {"route": beeld.routes[0], "screeningsverslag": beeld.verslag.tekst if beeld.verslag else None}
        velden = {naam: getattr(beeld, naam) for naam in cls.model_fields if naam not in eigen}
        return cls.model_validate(velden | eigen)


@router.post(
    "/meldingen/{meldingId}/voorbereidingen",
    **maakt(Screeningvoorbereiding, "Voorbereiding van de screening vastleggen", *CONSULENTEN, doel=DOEL),
)
def leg_voorbereiding_vast(request: Request, meldingId: UUID, opdracht: VoorbereidingOpdracht) -> Response:
    """Leg vast wat is gelezen en opgezocht. Wat het formulier mist, vraagt de leidraad van de screening."""
    return schrijf(
        request, screeningvoorbereiding.bereid_voor, opdracht, toon=Screeningvoorbereiding.van, melding_id=meldingId
    )


@router.get(
    "/meldingen/{meldingId}/voorbereiding",
    **leest(Screeningvoorbereiding, "Voorbereiding van de screening", *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_voorbereiding(request: Request, meldingId: UUID) -> Response:
    """Geef de checklist van het screeningsgesprek, met eerdere meldingen en keren dat iemand niet verscheen."""
    return lees(
        request,
        lambda h: screeningvoorbereiding.bekijk_voorbereiding(h, meldingId),
        toon=Screeningvoorbereiding.van,
        personen=lambda beeld: [persoon.klant_id for persoon in beeld.personen],
    )


@router.get(
    "/klanten/{klantId}/ambitiegesprekvoorbereiding",
    **leest(Ambitievoorbereiding, "Voorbereiding van het ambitiegesprek", *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_ambitievoorbereiding(request: Request, klantId: UUID) -> Response:
    """Geef spoedzaken, route en controles uit het dossier, met het verslag van de screening."""
    return lees(
        request,
        lambda h: ambitievoorbereiding.bekijk_ambitievoorbereiding(h, klantId),
        toon=Ambitievoorbereiding.van,
        personen=lambda _: [klantId],
    )
