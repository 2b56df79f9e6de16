"""Groepsactiviteiten over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.groep.schemas import Groep, Groepen, Groepenvraag, Groepsregel
from app.api.klant.router import INZAGE
from app.api.paginering import cursor, pak_dag
from app.api.verzoek import lees, schrijf
from app.db.groep import activiteit as db
from app.db.groep.activiteit import Groepsactiviteit
from app.domain.kern.rollen import Rol
from app.services.groep import beeld, deelname, groepen
from app.services.groep.opdrachten import (
    DeelnameEindeOpdracht,
    DeelneemOpdracht,
    GroepOpdracht,
    GroepseindeOpdracht,
    GroepsstapOpdracht,
    GroepsverslagOpdracht,
    MomentOpdracht,
    WijzigMomentOpdracht,
)

router = APIRouter(tags=["groepsactiviteit"])

BEGELEIDERS = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE)
DOEL = "Begeleiding in een groep"
PAD = "/groepsactiviteiten/{groepsactiviteitId}"
HIER = "/groepsactiviteiten/{id}"
MOMENT = f"{PAD}/momenten/{{groepsmomentId}}"


@router.post("/groepsactiviteiten", **maakt(Groep, "Groep opzetten", *BEGELEIDERS, doel=DOEL, plaats=HIER))
def zet_groep_op(request: Request, opdracht: GroepOpdracht) -> Response:
    """Zet een workshop, vervolggroep, bemiddelingsgroep, Brug of weekgroep op; grenzen volgen uit het beleid."""
    return schrijf(request, groepen.zet_op, opdracht, toon=Groep.toon)


@router.get("/groepsactiviteiten", **leest(Groepen, "Groepsactiviteiten", *INZAGE, doel=DOEL))
def geef_groepen(request: Request, vraag: Annotated[Groepenvraag, Query()]) -> Response:
    """Geef de groepen die lopen, wie het eerst begint bovenaan."""
    na = pak_dag(vraag.na)
    return lees(
        request,
        lambda h: db.bladzijde(h.sessie, h.actor, vraag.soort, na, vraag.aantal),
        toon=lambda rijen: toon_lijst(rijen, vraag.aantal),
    )


def toon_lijst(rijen: list[Groepsactiviteit], aantal: int) -> Groepen:
    """Show a page; a full page may have a next one."""
    volgende = cursor(rijen[-1].start, rijen[-1].id) if len(rijen) == aantal else None
    return Groepen(groepsactiviteiten=[Groepsregel.model_validate(rij) for rij in rijen], volgende=volgende)


@router.get(PAD, **leest(Groep, "Groepsactiviteit", *INZAGE, doel=DOEL))
def geef_groep(request: Request, groepsactiviteitId: UUID) -> Response:
    """Geef een groep met momenten, deelnemers en voortgang; `signalen` noemt wat knelt en niets tegenhoudt."""
    return lees(
        request,
        lambda h: beeld.bekijk(h, groepsactiviteitId),
        toon=Groep.toon,
        personen=lambda gezien: gezien.personen,
    )


@router.post(f"{PAD}/momenten", **maakt(Groep, "Moment plannen", *BEGELEIDERS, doel=DOEL, plaats=HIER))
def plan_groepsmoment(request: Request, groepsactiviteitId: UUID, opdracht: MomentOpdracht) -> Response:
    """Plan een datum met de vorm waarin het dan is; vorm en duur worden getoetst aan het beleid van die dag."""
    return schrijf(request, groepen.plan_moment, opdracht, toon=Groep.toon, groep_id=groepsactiviteitId)


@router.put(MOMENT, **wijzigt(Groep, "Moment wijzigen", *BEGELEIDERS, doel=DOEL))
def wijzig_groepsmoment(
    request: Request, groepsactiviteitId: UUID, groepsmomentId: UUID, opdracht: WijzigMomentOpdracht
) -> Response:
    """Geef een moment een andere datum, duur of vorm, of laat het vervallen met een reden."""
    sleutels = {"groep_id": groepsactiviteitId, "moment_id": groepsmomentId}
    return schrijf(request, groepen.wijzig_moment, opdracht, toon=Groep.toon, **sleutels)


@router.put(f"{MOMENT}/verslag", **wijzigt(Groep, "Verslag van een moment", *BEGELEIDERS, doel=DOEL))
def leg_groepsverslag_vast(
    request: Request, groepsactiviteitId: UUID, groepsmomentId: UUID, opdracht: GroepsverslagOpdracht
) -> Response:
    """Leg vast wie er was, welke onderdelen aan de orde kwamen en hoe het met het huiswerk staat."""
    sleutels = {"groep_id": groepsactiviteitId, "moment_id": groepsmomentId}
    return schrijf(request, deelname.leg_verslag_vast, opdracht, toon=Groep.toon, **sleutels)


@router.post(f"{PAD}/deelnemers", **maakt(Groep, "Deelnemer toevoegen", *BEGELEIDERS, doel=DOEL, plaats=HIER))
def voeg_deelnemer_toe(request: Request, groepsactiviteitId: UUID, opdracht: DeelneemOpdracht) -> Response:
    """Laat een klant meedoen, zolang er plaats is en aan de voorwaarden is voldaan."""
    return schrijf(request, deelname.neem_deel, opdracht, toon=Groep.toon, groep_id=groepsactiviteitId)


@router.put(f"{PAD}/deelname-einde", **wijzigt(Groep, "Deelname beëindigen", *BEGELEIDERS, doel=DOEL))
def beeindig_groepsdeelname(request: Request, groepsactiviteitId: UUID, opdracht: DeelnameEindeOpdracht) -> Response:
    """Beëindig een deelname. Wie wordt verwijderd, krijgt een individueel begeleidingsplan."""
    return schrijf(request, deelname.beeindig_deelname, opdracht, toon=Groep.toon, groep_id=groepsactiviteitId)


@router.post(f"{PAD}/stappen", **maakt(Groep, "Programmastap vastleggen", *BEGELEIDERS, doel=DOEL, plaats=HIER))
def zet_programmastap(request: Request, groepsactiviteitId: UUID, opdracht: GroepsstapOpdracht) -> Response:
    """Leg vast dat een deelnemer een stap van het programma heeft gedaan, met het resultaat, of neem dat terug."""
    return schrijf(request, deelname.zet_stap, opdracht, toon=Groep.toon, groep_id=groepsactiviteitId)


@router.put(f"{PAD}/einde", **wijzigt(Groep, "Groep beëindigen", *BEGELEIDERS, doel=DOEL))
def beeindig_groep(request: Request, groepsactiviteitId: UUID, opdracht: GroepseindeOpdracht) -> Response:
    """Beëindig een groep: wie nog meedoet heeft haar afgerond, geplande momenten vervallen."""
    return schrijf(request, groepen.beeindig, opdracht, toon=Groep.toon, groep_id=groepsactiviteitId)
