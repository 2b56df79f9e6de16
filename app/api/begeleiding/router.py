"""Begeleiding over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.begeleiding.schemas import Begeleiding, Doelactie
from app.api.contract import leest, maakt, wijzigt
from app.api.klant.router import INZAGE
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.begeleiding import begeleiden
from app.services.begeleiding.opdrachten import (
    ContactafspraakOpdracht,
    ContactmomentOpdracht,
    DoelactieOpdracht,
    IntrekContactOpdracht,
    WerkplekOpdracht,
    WijzigDoelactieOpdracht,
)

router = APIRouter(tags=["begeleiding"])

BEGELEIDERS = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR)
DOEL = "Begeleiding van klanten"
KLANT = "/klanten/{klantId}"


@router.get(f"{KLANT}/begeleiding", **leest(Begeleiding, "Begeleiding", *INZAGE, doel=DOEL))
def geef_begeleiding(request: Request, klantId: UUID) -> Response:
    """Geef contactmomenten, contactafspraak, doel-actieplan, keuzes en groepen van een klant."""
    return lees(
        request,
        lambda h: begeleiden.bekijk(h, klantId),
        toon=Begeleiding.toon,
        personen=lambda beeld: [beeld.klant.id],
    )


@router.post(f"{KLANT}/contactmomenten", **maakt(Begeleiding, "Contact vastleggen", *BEGELEIDERS, doel=DOEL))
def leg_contactmoment_vast(request: Request, klantId: UUID, opdracht: ContactmomentOpdracht) -> Response:
    """Leg contact vast met de onderwerpen; de termijn tot het volgende contact begint opnieuw."""
    return schrijf(request, begeleiden.leg_contact_vast, opdracht, toon=Begeleiding.toon, klant_id=klantId)


@router.post(
    "/contactmomenten/{contactmomentId}/intrekkingen",
    **maakt(Begeleiding, "Contactmoment intrekken", *BEGELEIDERS, doel=DOEL),
)
def trek_contactmoment_in(request: Request, contactmomentId: UUID, opdracht: IntrekContactOpdracht) -> Response:
    """Trek een contactmoment in dat niet klopt; de termijnen tellen weer vanaf het contact ervoor."""
    functie = begeleiden.trek_contact_in
    return schrijf(request, functie, opdracht, toon=Begeleiding.toon, contactmoment_id=contactmomentId)


@router.post(f"{KLANT}/contactafspraken", **maakt(Begeleiding, "Contactritme afspreken", *BEGELEIDERS, doel=DOEL))
def spreek_contactritme_af(request: Request, klantId: UUID, opdracht: ContactafspraakOpdracht) -> Response:
    """Spreek af hoe vaak er contact is; de volgende datum schuift met elk contact mee."""
    return schrijf(request, begeleiden.spreek_ritme_af, opdracht, toon=Begeleiding.toon, klant_id=klantId)


@router.post(f"{KLANT}/doelacties", **maakt(Begeleiding, "Doelactie toevoegen", *BEGELEIDERS, doel=DOEL))
def voeg_doelactie_toe(request: Request, klantId: UUID, opdracht: DoelactieOpdracht) -> Response:
    """Voeg een punt toe aan het doel-actieplan van de klant."""
    return schrijf(request, begeleiden.maak_doelactie, opdracht, toon=Begeleiding.toon, klant_id=klantId)


@router.put("/doelacties/{doelactieId}", **wijzigt(Doelactie, "Doelactie wijzigen", *BEGELEIDERS, doel=DOEL))
def wijzig_doelactie(request: Request, doelactieId: UUID, opdracht: WijzigDoelactieOpdracht) -> Response:
    """Werk een punt van het doel-actieplan bij, met status en resultaat."""
    return schrijf(request, begeleiden.wijzig_doelactie, opdracht, doelactie_id=doelactieId)


@router.post(f"{KLANT}/werkplekkeuzes", **maakt(Begeleiding, "Werkplek kiezen", *BEGELEIDERS, doel=DOEL))
def kies_werkplek(request: Request, klantId: UUID, opdracht: WerkplekOpdracht) -> Response:
    """Kies binnen, buiten of doorgaan met bemiddeling; wat kan, hangt van het dienstverleningsniveau af."""
    return schrijf(request, begeleiden.kies_werkplek, opdracht, toon=Begeleiding.toon, klant_id=klantId)
