"""Vrije momenten, de agenda van een medewerker en het dagoverzicht over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.agenda.overdracht import Agendaoverdracht, Agendapunten, Overleg, Overleggen
from app.api.agenda.schemas import Agendapunt, Dagoverzicht, Medewerkeragenda, Planvoorstel, VrijeMomenten, VrijMoment
from app.api.agenda.vraag import Voorstelvraag, Vrijvraag
from app.api.contract import leest, maakt, wijzigt
from app.api.intake.router import HIER, POORT
from app.api.intake.router import toon as toon_melding
from app.api.intake.schemas import Melding
from app.api.klant.router import INZAGE
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.agenda import beeld, keten, ontvangen, overdragen, overleg, voorstellen
from app.services.agenda.ketenopdracht import StatushouderketenOpdracht
from app.services.agenda.opdrachten import AankomstOpdracht, AgendaoverdrachtOpdracht, OverlegOpdracht

router = APIRouter(tags=["agenda"])

PLANNERS = (
    Rol.RECEPTIE, Rol.ADMINISTRATIE, Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT,
    Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER,
)  # fmt: skip
DOEL = "Plannen van gesprekken"
OVERLEG = "Opvolgen van een signaal"


@router.get("/vrije-momenten", **leest(VrijeMomenten, "Vrije momenten zoeken", *PLANNERS, doel=DOEL))
def geef_vrije_momenten(request: Request, vraag: Annotated[Vrijvraag, Query()]) -> Response:
    """Geef de eerste momenten waarop medewerkers vrij zijn voor een soort gesprek, met de tussentijd eromheen.

    Zonder `medewerkerId` wordt bij iedereen met de `rol` gezocht; met `samen` moet iedereen tegelijk kunnen.
    """
    return lees(
        request,
        vraag.zoek,
        toon=lambda vrij: VrijeMomenten(momenten=[VrijMoment.model_validate(moment) for moment in vrij]),
    )


@router.get(
    "/klanten/{klantId}/planvoorstel", **leest(Planvoorstel, "Planvoorstel voor een klant", *PLANNERS, doel=DOEL)
)
def geef_planvoorstel(request: Request, klantId: UUID, vraag: Annotated[Voorstelvraag, Query()]) -> Response:
    """Geef de eerste vrije momenten voor een klant binnen de norm die voor dit gesprek loopt; anders de eerste erna."""
    return lees(
        request,
        lambda h: voorstellen.stel_momenten_voor(h, klantId, vraag.als_keuze()),
        toon=Planvoorstel.van,
        personen=lambda _: [klantId],
    )


@router.get("/medewerkers/{medewerkerId}/agenda", **leest(Medewerkeragenda, "Agenda", *INZAGE, doel=DOEL))
def geef_agenda_medewerker(
    request: Request,
    medewerkerId: UUID,
    van: Annotated[date | None, Query(description="Zonder opgave vandaag.")] = None,
    dagen: Annotated[int, Query(ge=1, le=31)] = 1,
) -> Response:
    """Geef alle gesprekken van een medewerker, van elke soort. Van wie u niet mag zien, staat alleen de tijd erin."""
    return lees(
        request,
        lambda h: beeld.bekijk_agenda(h, medewerkerId, van or h.vandaag, dagen),
        toon=Medewerkeragenda.van,
        personen=lambda regels: [k.id for regel in regels if regel.beeld for k in regel.beeld.klanten],
    )


@router.get(
    "/klanten/{klantId}/agendapunten", **leest(Agendapunten, "Wat er met een klant is gepland", *INZAGE, doel=DOEL)
)
def geef_agendapunten(request: Request, klantId: UUID) -> Response:
    """Geef alle gesprekken die met een klant staan gepland, van elke soort, op volgorde."""
    return lees(
        request,
        lambda h: beeld.bekijk_gepland(h, klantId),
        toon=lambda gezien: Agendapunten(agendapunten=[Agendapunt.van(regel) for regel in gezien]),
        personen=lambda _: [klantId],
    )


@router.put(
    "/agendapunten/{agendapuntId}/aankomst", **wijzigt(Agendapunt, "Aankomst melden", *PLANNERS, doel="Ontvangst")
)
def meld_aankomst(request: Request, agendapuntId: UUID, opdracht: AankomstOpdracht) -> Response:
    """Meld dat de klant er is en wie er is meegekomen, of herstel dat."""
    return schrijf(request, ontvangen.meld_aankomst, opdracht, toon=Agendapunt.van, agendapunt_id=agendapuntId)


@router.post(
    "/medewerkers/{medewerkerId}/agenda-overdrachten",
    **maakt(Agendaoverdracht, "Agenda overdragen", *PLANNERS, doel=DOEL),
)
def draag_agenda_over(request: Request, medewerkerId: UUID, opdracht: AgendaoverdrachtOpdracht) -> Response:
    """Geef de gesprekken van een afwezige medewerker aan collega's die dan kunnen, met per gesprek de uitkomst.

    De momenten blijven. Wat niemand kan overnemen, komt als taak bij de receptie om te verzetten.
    """
    return schrijf(request, overdragen.draag_over, opdracht, toon=Agendaoverdracht.van, medewerker_id=medewerkerId)


@router.post(
    "/meldingen/{meldingId}/statushouderketens",
    **maakt(Melding, "Keten van een statushouder", *POORT, doel=DOEL, plaats=HIER, versie=True),
)
def plan_statushouderketen(request: Request, meldingId: UUID, opdracht: StatushouderketenOpdracht) -> Response:
    """Plan de drie afspraken van een statushouder na elkaar op één dag; allemaal of geen."""
    return toon_melding(request, keten.plan_keten, opdracht, melding_id=meldingId)


@router.post(
    "/klanten/{klantId}/overleggen", **maakt(Overleg, "Overleg vastleggen", Rol.INKOMENSCONSULENT, doel=OVERLEG)
)
def leg_overleg_vast(request: Request, klantId: UUID, opdracht: OverlegOpdracht) -> Response:
    """Leg het overleg over een signaal vast met het plan van aanpak; een correctie is een nieuw overleg."""
    return schrijf(request, overleg.leg_overleg_vast, opdracht, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/overleggen", **leest(Overleggen, "Overleggen", Rol.INKOMENSCONSULENT, Rol.FG, doel=OVERLEG)
)
def geef_overleggen(request: Request, klantId: UUID) -> Response:
    """Geef de overleggen over een klant, het laatste eerst."""
    return lees(
        request,
        lambda h: overleg.bekijk_overleg(h, klantId),
        toon=lambda rijen: Overleggen(overleggen=[Overleg.model_validate(rij) for rij in rijen]),
        personen=lambda _: [klantId],
    )


@router.get("/dagoverzicht", **leest(Dagoverzicht, "Dagoverzicht voor de receptie", *INZAGE, doel=DOEL))
def geef_dagoverzicht(
    request: Request,
    dag: Annotated[date | None, Query(description="Zonder opgave vandaag.")] = None,
    locatie: Annotated[
        str | None, Query(pattern=r"^[A-Za-z][A-Za-z ,.'-]{0,59}$", description="Begin van de plek.")
    ] = None,
) -> Response:
    """Geef wie er op een dag komt, waar en bij wie, met tolk en beveiliging en hoeveel er niet verschenen."""
    return lees(
        request,
        lambda h: beeld.bekijk_dag(h, dag or h.vandaag, locatie),
        toon=Dagoverzicht.van,
        personen=lambda gezien: gezien.personen,
    )
