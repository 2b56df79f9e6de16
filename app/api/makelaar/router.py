"""De participatiemakelaar over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.beleid.router import Gemeente
from app.api.brief.schemas import Briefgegevens
from app.api.contract import leest, maakt
from app.api.makelaar.schemas import (
    Aanbiederbericht,
    Makelaaroverzicht,
    Makelaarverwijzing,
    Makelaarverwijzingen,
    Makelaarwerklijst,
)
from app.api.verzoek import lees, schrijf
from app.db.makelaar import verwijzing as db
from app.domain.kern.rollen import Rol
from app.services.makelaar import begeleiden, drukte, verwijzen
from app.services.makelaar import opdrachten as op

router = APIRouter(tags=["participatiemakelaar"])

IC, PM = Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR
INZAGE = (IC, PM, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Hulp van de participatiemakelaar"
KLANT, EEN = "/klanten/{klantId}/makelaarverwijzingen", "/makelaarverwijzingen/{makelaarverwijzingId}"
_toon = Makelaarverwijzing.van_beeld


@router.post(KLANT, **maakt(Makelaarverwijzing, "Naar de makelaar verwijzen", IC, doel=DOEL))
def verwijs_naar_makelaar(request: Request, klantId: UUID, opdracht: op.MakelaarverwijzingOpdracht) -> Response:
    """Verwijs een klant tijdelijk naar een participatiemakelaar; u blijft de vaste contactpersoon.

    Wat nog ontbreekt, staat in de weigering. De hulp duurt twee maanden en kan tot vier maanden worden verlengd.
    """
    return schrijf(request, verwijzen.verwijs, opdracht, toon=_toon, klant_id=klantId)


@router.get(KLANT, **leest(Makelaarverwijzingen, "Verwijzingen naar de makelaar", *INZAGE, doel=DOEL))
def geef_makelaarverwijzingen(request: Request, klantId: UUID) -> Response:
    """Geef de verwijzingen van een klant met hun begeleidingsdocumenten, de nieuwste eerst."""
    return lees(
        request,
        lambda h: begeleiden.van_klant(h, klantId),
        toon=Makelaarverwijzingen.van,
        personen=lambda _: [klantId],
    )


@router.get("/makelaarverwijzingen", **leest(Makelaarwerklijst, "Eigen verwijzingen", IC, PM, doel=DOEL))
def geef_eigen_makelaarverwijzingen(request: Request) -> Response:
    """Geef de verwijzingen die niet zijn gesloten: aan u als makelaar, of door u gedaan."""
    return lees(
        request,
        lambda h: db.op_naam(h.sessie, h.actor),
        toon=Makelaarwerklijst.van,
        personen=lambda rijen: [rij.klant_id for rij in rijen],
    )


@router.get(EEN, **leest(Makelaarverwijzing, "Verwijzing naar de makelaar opvragen", *INZAGE, doel=DOEL))
def geef_makelaarverwijzing(request: Request, makelaarverwijzingId: UUID) -> Response:
    """Geef een verwijzing met het hele begeleidingsdocument."""
    return lees(
        request,
        lambda h: begeleiden.bekijk(h, makelaarverwijzingId),
        toon=_toon,
        personen=lambda beeld: [beeld.verwijzing.klant_id],
    )


@router.post(f"{EEN}/stappen", **maakt(Makelaarverwijzing, "Begeleiding vastleggen", PM, doel=DOEL))
def leg_makelaarstap_vast(request: Request, makelaarverwijzingId: UUID, opdracht: op.MakelaarstapOpdracht) -> Response:
    """Leg het eerste contact, een notitie, een plaatsing of nazorg vast; een regel verbetert u met een nieuwe."""
    return schrijf(request, begeleiden.leg_stap_vast, opdracht, toon=_toon, verwijzing_id=makelaarverwijzingId)


@router.post(f"{EEN}/verlengingen", **maakt(Makelaarverwijzing, "Hulp verlengen", IC, PM, doel=DOEL, versie=True))
def verleng_makelaarhulp(
    request: Request, makelaarverwijzingId: UUID, opdracht: op.MakelaarverlengingOpdracht
) -> Response:
    """Verleng de hulp met een reden; met nazorg duurt zij samen hoogstens vier maanden."""
    return schrijf(request, begeleiden.verleng, opdracht, toon=_toon, verwijzing_id=makelaarverwijzingId)


@router.post(f"{EEN}/eindverslagen", **maakt(Makelaarverwijzing, "Resultaat terugkoppelen", PM, doel=DOEL, versie=True))
def koppel_makelaarresultaat_terug(
    request: Request, makelaarverwijzingId: UUID, opdracht: op.MakelaareindverslagOpdracht
) -> Response:
    """Koppel het resultaat terug met aanbevelingen; bij vrijwilligerswerk hoort het contract."""
    return schrijf(request, begeleiden.koppel_terug, opdracht, toon=_toon, verwijzing_id=makelaarverwijzingId)


@router.post(f"{EEN}/sluitingen", **maakt(Makelaarverwijzing, "Verwijzing sluiten", IC, doel=DOEL, versie=True))
def sluit_makelaarverwijzing(
    request: Request, makelaarverwijzingId: UUID, opdracht: op.MakelaarsluitingOpdracht
) -> Response:
    """Sluit de verwijzing met een besliscode, nadat de makelaar het resultaat terugkoppelde."""
    return schrijf(request, begeleiden.sluit, opdracht, toon=_toon, verwijzing_id=makelaarverwijzingId)


@router.post(f"{EEN}/intrekkingen", **maakt(Makelaarverwijzing, "Verwijzing intrekken", IC, doel=DOEL, versie=True))
def trek_makelaarverwijzing_in(
    request: Request, makelaarverwijzingId: UUID, opdracht: op.MakelaarintrekkingOpdracht
) -> Response:
    """Trek een verwijzing in die niet had moeten worden gedaan; zij blijft te lezen."""
    return schrijf(request, verwijzen.trek_in, opdracht, toon=_toon, verwijzing_id=makelaarverwijzingId)


@router.post(
    f"{EEN}/overdrachten",
    **maakt(Makelaarverwijzing, "Andere makelaar aanwijzen", IC, Rol.TEAMLEIDER, doel=DOEL, versie=True),
)
def wissel_makelaar(request: Request, makelaarverwijzingId: UUID, opdracht: op.MakelaarwisselOpdracht) -> Response:
    """Laat een andere makelaar verdergaan; die ziet het dossier vanaf dat moment, de vorige niet meer."""
    return schrijf(request, verwijzen.wissel_makelaar, opdracht, toon=_toon, verwijzing_id=makelaarverwijzingId)


@router.post(f"{EEN}/aanbiederberichten", **maakt(Aanbiederbericht, "Bericht doorgeven", PM, doel=DOEL))
def geef_aanbiederbericht_door(
    request: Request, makelaarverwijzingId: UUID, opdracht: op.AanbiederberichtOpdracht
) -> Response:
    """Geef een bericht van een aanbieder na de afronding door aan de inkomensconsulent."""
    return schrijf(
        request, begeleiden.meld_bericht, opdracht, toon=Aanbiederbericht.van, verwijzing_id=makelaarverwijzingId
    )


@router.post(f"{EEN}/brieven", **maakt(Briefgegevens, "Spelregelbrief maken", IC, doel=DOEL, plaats="/brieven/{id}"))
def maak_spelregelbrief(request: Request, makelaarverwijzingId: UUID, opdracht: op.SpelregelbriefOpdracht) -> Response:
    """Maak de brief met de spelregels voor vrijwilligerswerk; de taak is gedaan als u de verzending vastlegt."""
    return schrijf(
        request,
        begeleiden.maak_spelregelbrief,
        opdracht,
        toon=Briefgegevens.van,
        verwijzing_id=makelaarverwijzingId,
    )


@router.get("/makelaars", **leest(Makelaaroverzicht, "Drukte bij de makelaars", IC, PM, Rol.TEAMLEIDER, doel=DOEL))
def geef_makelaars(request: Request, gemeente: Gemeente) -> Response:
    """Geef per makelaar de lopende verwijzingen en de wachttijd tot het eerste contact, met wat opvalt."""
    return lees(request, lambda h: drukte.bekijk_drukte(h, gemeente), toon=Makelaaroverzicht.van)
