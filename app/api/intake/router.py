"""Meldingen over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.context import actor_van
from app.api.contract import leest, maakt, wijzigt
from app.api.intake.schemas import Melding, Meldingenlijst, Meldingenvraag, Meldingsregel
from app.api.paginering import cursor, pak_dag
from app.api.verzoek import lees, schrijf
from app.db.intake import beeld as beelden
from app.db.intake import melding as db
from app.db.intake.beeld import Lijstregel, Meldingbeeld
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling
from app.services.intake import afzeggen, dossier, planning, wijzigen
from app.services.intake.melding import meld
from app.services.intake.opdrachten import (
    ContactpogingOpdracht,
    MeldingintrekkingOpdracht,
    MeldingOpdracht,
    ScreeningsafspraakOpdracht,
    ScreeningsafzeggingOpdracht,
    WijzigMeldingOpdracht,
)

router = APIRouter(tags=["intake"])

POORT = (Rol.RECEPTIE, Rol.INTAKER, Rol.INKOMENSCONSULENT)
INZAGE = (*POORT, Rol.WERKCONSULENT, Rol.TOETSER, Rol.ADMINISTRATIE, Rol.TEAMLEIDER, Rol.FG)
PAD = "/meldingen/{meldingId}"
HIER = "/meldingen/{id}"


def toon(request: Request, functie: object, *rest: object, **sleutels: object) -> Response:
    """Run a use case and show the melding as far as the actor may see it."""
    actor = actor_van(request)
    return schrijf(request, functie, *rest, toon=lambda beeld: Melding.van(beeld, actor), **sleutels)  # type: ignore[arg-type]


@router.post("/meldingen", **maakt(Melding, "Melding registreren", *POORT, doel="Melding voor bijstand", plaats=HIER))
def registreer_melding(request: Request, opdracht: MeldingOpdracht) -> Response:
    """Registreer de melding van een persoon of van twee partners.

    Wie onder het BSN bekend is, wordt niet opnieuw ingeschreven (`bekend`). Het antwoord noemt elke termijn met uitleg.
    """
    return toon(request, meld, opdracht)


@router.get("/meldingen", **leest(Meldingenlijst, "Meldingen", *INZAGE, doel="Melding voor bijstand"))
def geef_meldingen(request: Request, vraag: Annotated[Meldingenvraag, Query()]) -> Response:
    """Geef de meldingen met deze status, het oudst gemeld eerst."""
    na = pak_dag(vraag.na)

    def zoek(h: Handeling) -> list[Lijstregel]:
        return beelden.lijst(h.sessie, db.bladzijde(h.sessie, h.actor, vraag.status, na, vraag.aantal))

    return lees(request, zoek, toon=lambda regels: toon_lijst(regels, vraag.aantal), personen=personen_in)


def toon_lijst(regels: list[Lijstregel], aantal: int) -> Meldingenlijst:
    """Show a page; a full page may have a next one."""
    laatste = regels[-1].melding if len(regels) == aantal else None
    volgende = cursor(laatste.meldingsdatum, laatste.id) if laatste else None
    return Meldingenlijst(meldingen=[Meldingsregel.van(regel) for regel in regels], volgende=volgende)


def personen_in(regels: list[Lijstregel]) -> list[UUID]:
    """Name whose data stand in a list."""
    return [klant.id for regel in regels for klant in regel.personen]


def personen_van(beeld: Meldingbeeld) -> list[UUID]:
    """Name whose data stand in a melding."""
    return [klant.id for _, klant in beeld.personen]


@router.get(PAD, **leest(Melding, "Melding opvragen", *INZAGE, doel="Melding voor bijstand"))
def geef_melding(request: Request, meldingId: UUID) -> Response:
    """Geef de melding met termijnen die zichzelf uitleggen, en wat er nog open staat."""
    actor = actor_van(request)
    return lees(
        request,
        lambda h: dossier.bekijk(h, meldingId),
        toon=lambda beeld: Melding.van(beeld, actor),
        personen=personen_van,
    )


@router.patch(PAD, **wijzigt(Melding, "Melding wijzigen", *POORT, doel="Corrigeren van gegevens"))
def wijzig_melding(request: Request, meldingId: UUID, opdracht: WijzigMeldingOpdracht) -> Response:
    """Corrigeer of vul aan; een andere meldingsdatum of een ander kanaal geeft nieuwe termijnen."""
    return toon(request, wijzigen.wijzig, opdracht, melding_id=meldingId)


@router.post(
    f"{PAD}/contactpogingen",
    **maakt(Melding, "Contactpoging vastleggen", *POORT, doel="Melding voor bijstand", plaats=HIER),
)
def leg_contactpoging_vast(request: Request, meldingId: UUID, opdracht: ContactpogingOpdracht) -> Response:
    """Leg vast of de klant is bereikt. Is dat gelukt, dan is de beltaak klaar; anders blijft zij staan."""
    return toon(request, planning.leg_contact_vast, opdracht, melding_id=meldingId)


@router.post(
    f"{PAD}/screeningsafspraken",
    **maakt(Melding, "Screening plannen", *POORT, doel="Melding voor bijstand", plaats=HIER, versie=True),
)
def plan_screening(request: Request, meldingId: UUID, opdracht: ScreeningsafspraakOpdracht) -> Response:
    """Plan het screeningsgesprek, of verzet het. Later dan de norm na de melding kan met een reden."""
    return toon(request, planning.plan, opdracht, melding_id=meldingId)


@router.post(
    f"{PAD}/screeningsafzeggingen",
    **maakt(Melding, "Screening afzeggen", *POORT, doel="Melding voor bijstand", plaats=HIER, versie=True),
)
def zeg_screening_af(request: Request, meldingId: UUID, opdracht: ScreeningsafzeggingOpdracht) -> Response:
    """Zeg het geplande screeningsgesprek af zonder nieuw moment; de melding wacht weer op een afspraak."""
    return toon(request, afzeggen.zeg_af, opdracht, melding_id=meldingId)


@router.post(
    f"{PAD}/intrekkingen",
    **maakt(Melding, "Melding intrekken", *POORT, doel="Melding voor bijstand", plaats=HIER, versie=True),
)
def trek_melding_in(request: Request, meldingId: UUID, opdracht: MeldingintrekkingOpdracht) -> Response:
    """Trek een melding in voordat er een screening was; de klant tekent daarvoor. Termijnen en taken vervallen."""
    return toon(request, wijzigen.trek_in, opdracht, melding_id=meldingId)
