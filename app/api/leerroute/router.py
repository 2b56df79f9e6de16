"""Werk-leerroutes over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.leerroute.schemas import Leerroutedeelname, Leerroutedeelnames, Leerroutelijst
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.leerroute import beeld as beelden
from app.services.leerroute import fasen, inschrijven, leren
from app.services.leerroute import opdrachten as op

router = APIRouter(tags=["werk-leerroute"])

BEGELEIDERS = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT)
LEZERS = (*BEGELEIDERS, Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Begeleiding in een werk-leerroute"
HIER = "/leerroutedeelnames/{id}"
PAD = "/leerroutedeelnames/{leerroutedeelnameId}"
FASE = "/leerroutefasen/{leerroutefaseId}"

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Peildatum = Annotated[date | None, Query(description="De dag waarop het beleid geldt; standaard vandaag.")]


@router.get("/leerroutes", **leest(Leerroutelijst, "Werk-leerroutes", *Rol, doel="Raadplegen van beleid"))
def geef_leerroutes(request: Request, gemeente: Gemeente, peildatum: Peildatum = None) -> Response:
    """Geef de routes van een gemeente met hun status; wat in ontwikkeling is, kan niet worden gekozen."""
    return lees(request, lambda h: beelden.bekijk_routes(h, gemeente, peildatum), toon=Leerroutelijst.van)


@router.post(
    "/toekenningen/{toekenningId}/leerroutedeelnames",
    **maakt(Leerroutedeelname, "Inschrijven voor een werk-leerroute", *BEGELEIDERS, doel=DOEL, plaats=HIER),
)
def schrijf_in(request: Request, toekenningId: UUID, opdracht: op.LeerrouteInschrijving) -> Response:
    """Schrijf de klant in op een toegekende werk-leerroute; twee fasen volgen en fase 1 begint."""
    return schrijf(request, inschrijven.schrijf_in, opdracht, toon=Leerroutedeelname.van, toekenning_id=toekenningId)


@router.get(
    "/klanten/{klantId}/leerroutedeelnames",
    **leest(Leerroutedeelnames, "Werk-leerroutes van een klant", *LEZERS, doel=DOEL),
)
def geef_leerroutedeelnames(request: Request, klantId: UUID) -> Response:
    """Geef de werk-leerroutes van een klant, de oudste eerst."""
    return lees(
        request,
        lambda h: beelden.bekijk_van_klant(h, klantId),
        toon=Leerroutedeelnames.van,
        personen=lambda _: [klantId],
    )


@router.get(PAD, **leest(Leerroutedeelname, "Werk-leerroute opvragen", *LEZERS, doel=DOEL))
def geef_leerroutedeelname(request: Request, leerroutedeelnameId: UUID) -> Response:
    """Geef een werk-leerroute met fasen, opdrachten, voortgang en wat opvalt."""
    return lees(
        request,
        lambda h: beelden.bekijk(h, leerroutedeelnameId),
        toon=Leerroutedeelname.van,
        personen=lambda beeld: [beeld.deelname.klant_id],
    )


@router.patch(PAD, **wijzigt(Leerroutedeelname, "Inschrijving wijzigen", *BEGELEIDERS, doel=DOEL))
def wijzig_leerroutedeelname(
    request: Request, leerroutedeelnameId: UUID, opdracht: op.WijzigLeerroutedeelnameOpdracht
) -> Response:
    """Herstel de route of wie voor de externe werkplek verantwoordelijk is."""
    return schrijf(request, inschrijven.wijzig, opdracht, toon=Leerroutedeelname.van, deelname_id=leerroutedeelnameId)


@router.post(
    f"{PAD}/afrondingen",
    **maakt(Leerroutedeelname, "Werk-leerroute afronden", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def rond_leerroute_af(request: Request, leerroutedeelnameId: UUID, opdracht: op.LeerrouteafrondingOpdracht) -> Response:
    """Rond af met het bewijs dat is uitgereikt; een praktijkverklaring vraagt dat alle opdrachten zijn behaald."""
    return schrijf(request, inschrijven.rond_af, opdracht, toon=Leerroutedeelname.van, deelname_id=leerroutedeelnameId)


@router.post(
    f"{PAD}/stoppen",
    **maakt(Leerroutedeelname, "Werk-leerroute stoppen", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def stop_leerroute(request: Request, leerroutedeelnameId: UUID, opdracht: op.LeerroutestopOpdracht) -> Response:
    """Stop de route voor het einde, met de reden."""
    return schrijf(request, inschrijven.stop, opdracht, toon=Leerroutedeelname.van, deelname_id=leerroutedeelnameId)


@router.post(
    f"{PAD}/vervallen",
    **maakt(Leerroutedeelname, "Inschrijving laten vervallen", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def laat_leerroute_vervallen(
    request: Request, leerroutedeelnameId: UUID, opdracht: op.LeerroutecorrectieOpdracht
) -> Response:
    """Neem een inschrijving terug die er nooit had moeten zijn."""
    functie = inschrijven.laat_vervallen
    return schrijf(request, functie, opdracht, toon=Leerroutedeelname.van, deelname_id=leerroutedeelnameId)


@router.post(
    f"{PAD}/heropeningen",
    **maakt(Leerroutedeelname, "Werk-leerroute heropenen", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def heropen_leerroute(request: Request, leerroutedeelnameId: UUID, opdracht: op.LeerroutecorrectieOpdracht) -> Response:
    """Neem een einde terug dat bij vergissing is vastgelegd."""
    return schrijf(request, inschrijven.heropen, opdracht, toon=Leerroutedeelname.van, deelname_id=leerroutedeelnameId)


@router.patch(FASE, **wijzigt(Leerroutedeelname, "Fase wijzigen", *BEGELEIDERS, doel=DOEL))
def wijzig_leerroutefase(request: Request, leerroutefaseId: UUID, opdracht: op.WijzigLeerroutefaseOpdracht) -> Response:
    """Wijzig uren, werkplek of begeleiders van een fase; de ETag is die van de fase."""
    return schrijf(request, fasen.wijzig_fase, opdracht, toon=Leerroutedeelname.van, fase_id=leerroutefaseId)


@router.post(
    f"{FASE}/starten",
    **maakt(Leerroutedeelname, "Fase 2 starten", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def start_leerroutefase(request: Request, leerroutefaseId: UUID, opdracht: op.FasestartOpdracht) -> Response:
    """Start fase 2 bij een werkgever, na fase 1 en met een arbeidsovereenkomst; de inkomsten gaan naar het dossier."""
    return schrijf(request, fasen.start_fase_2, opdracht, toon=Leerroutedeelname.van, fase_id=leerroutefaseId)


@router.post(
    f"{FASE}/afrondingen",
    **maakt(Leerroutedeelname, "Fase afronden", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def rond_leerroutefase_af(request: Request, leerroutefaseId: UUID, opdracht: op.FaseafrondingOpdracht) -> Response:
    """Leg vast wanneer een fase is afgerond."""
    return schrijf(request, fasen.rond_fase_af, opdracht, toon=Leerroutedeelname.van, fase_id=leerroutefaseId)


@router.post(
    f"{FASE}/verlengingen",
    **maakt(Leerroutedeelname, "Fase verlengen", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def verleng_leerroutefase(request: Request, leerroutefaseId: UUID, opdracht: op.FaseverlengingOpdracht) -> Response:
    """Laat een fase langer duren, met de reden; een geplande fase 2 schuift mee."""
    return schrijf(request, fasen.verleng, opdracht, toon=Leerroutedeelname.van, fase_id=leerroutefaseId)


@router.post(
    f"{FASE}/correcties",
    **maakt(Leerroutedeelname, "Afronding of start terugnemen", *BEGELEIDERS, doel=DOEL, plaats=HIER, versie=True),
)
def neem_leerroutefase_terug(request: Request, leerroutefaseId: UUID, opdracht: op.FasecorrectieOpdracht) -> Response:
    """Neem de afronding van een fase terug, of anders de start van fase 2."""
    return schrijf(request, fasen.neem_terug, opdracht, toon=Leerroutedeelname.van, fase_id=leerroutefaseId)


@router.post(f"{PAD}/opdrachten", **maakt(Leerroutedeelname, "Opdracht geven", *BEGELEIDERS, doel=DOEL, plaats=HIER))
def geef_leerrouteopdracht(
    request: Request, leerroutedeelnameId: UUID, opdracht: op.LeerrouteopdrachtOpdracht
) -> Response:
    """Geef een werkopdracht of praktijkopdracht."""
    return schrijf(request, leren.geef_opdracht, opdracht, toon=Leerroutedeelname.van, deelname_id=leerroutedeelnameId)


@router.put(
    "/leerrouteopdrachten/{leerrouteopdrachtId}/resultaat",
    **wijzigt(Leerroutedeelname, "Resultaat van een opdracht vastleggen", *BEGELEIDERS, doel=DOEL),
)
def beoordeel_leerrouteopdracht(
    request: Request, leerrouteopdrachtId: UUID, opdracht: op.LeerresultaatOpdracht
) -> Response:
    """Leg het resultaat vast of herstel het; een opdracht die een vergissing was, vervalt."""
    return schrijf(request, leren.beoordeel, opdracht, toon=Leerroutedeelname.van, opdracht_id=leerrouteopdrachtId)


@router.post(
    f"{PAD}/voortgang", **maakt(Leerroutedeelname, "Voortgang vastleggen", *BEGELEIDERS, doel=DOEL, plaats=HIER)
)
def leg_leervoortgang_vast(request: Request, leerroutedeelnameId: UUID, opdracht: op.LeervoortgangOpdracht) -> Response:
    """Leg de voortgang vast op een van de vijf onderdelen."""
    functie = leren.leg_voortgang_vast
    return schrijf(request, functie, opdracht, toon=Leerroutedeelname.van, deelname_id=leerroutedeelnameId)
