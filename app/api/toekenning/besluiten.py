"""Het besluit over een voorziening over HTTP: toekennen, verlengen, de hardheidsclausule en de overeenkomst."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt
from app.api.schema import Uit
from app.api.toekenning.router import CONSULENTEN, DOEL, HIER, PAD
from app.api.toekenning.schemas import Toekenning
from app.api.toekenning.verloop import BESLISSERS
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.toekenning import besluitopdrachten as op
from app.services.toekenning import hardheid, overeenkomsten, toekennen

router = APIRouter(tags=["toekenning"])

TWEEDE = (*BESLISSERS, Rol.TOETSER, Rol.TEAMLEIDER)
VOORSTEL = "/hardheidsvoorstellen/{hardheidsvoorstelId}"
OVEREENKOMST = "/voorzieningovereenkomsten/{voorzieningovereenkomstId}"
Dag = Annotated[date, Query(examples=["2026-01-01"])]


def _beslis(h: Handeling, opdracht: op.ToekenningsbesluitOpdracht, toekenning_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, toekennen.beslis(h, opdracht, toekenning_id))


def _verleng(h: Handeling, opdracht: op.VoorzieningsverlengingOpdracht, toekenning_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, toekennen.verleng(h, opdracht, toekenning_id))


def _maakt(samenvatting: str, *rollen: Rol) -> dict[str, Any]:
    return maakt(Toekenning, samenvatting, *rollen, doel=DOEL, plaats=HIER, versie=True)


def _besluit(samenvatting: str) -> dict[str, Any]:
    return maakt(Besluit, samenvatting, *BESLISSERS, doel=DOEL, plaats="/besluiten/{id}", versie=True)


class Artikelgebruik(Uit):
    """Hoe vaak van een artikel is afgeweken."""

    artikel: str = Field(examples=["1"])
    lid: str | None
    aantal: int | None = Field(description="Leeg is te klein.")


class Hardheidscijfers(Uit):
    """Het gebruik van de hardheidsclausule per artikel, in een periode; `tot` hoort er niet meer bij."""

    van: date
    tot: date
    artikelen: list[Artikelgebruik]
    kleinste_cel: int = Field(description="Kleinere aantallen zijn weggelaten, en ook wat zo'n aantal zou verraden.")

    @classmethod
    def van_gebruik(cls, gebruik: hardheid.Hardheidsgebruik) -> Self:
        """Show the counts."""
        rijen = [Artikelgebruik(artikel=artikel, lid=lid, aantal=aantal) for artikel, lid, aantal in gebruik.rijen]
        return cls(van=gebruik.van, tot=gebruik.tot, artikelen=rijen, kleinste_cel=gebruik.kleinste_cel)


@router.post(f"{PAD}/besluiten", **_besluit("Besluiten over een voorziening"))
def beslis_toekenning(request: Request, toekenningId: UUID, opdracht: op.ToekenningsbesluitOpdracht) -> Response:
    """Ken toe of wijs af, op dezelfde voorwaarden als de voorzieningstoets. Wat ontbreekt, staat in het antwoord."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, toekenning_id=toekenningId)


@router.post(f"{PAD}/verlengingen", **_besluit("Besluiten een voorziening te verlengen"))
def verleng_toekenning(request: Request, toekenningId: UUID, opdracht: op.VoorzieningsverlengingOpdracht) -> Response:
    """Verleng een voorziening binnen wat het beleid in totaal toelaat; anders volgt de reden."""
    return schrijf(request, _verleng, opdracht, toon=Besluit.van, toekenning_id=toekenningId)


@router.post(f"{PAD}/heropeningen", **_maakt("Concept van een voorziening heropenen", *BESLISSERS))
def heropen_toekenning(request: Request, toekenningId: UUID, opdracht: op.ToekenningheropeningOpdracht) -> Response:
    """Open het concept weer als het besluit niet wordt verzonden; dat besluit kan dan niet meer worden verzonden."""
    return schrijf(request, toekennen.heropen, opdracht, toon=Toekenning.van_beeld, toekenning_id=toekenningId)


@router.post(f"{PAD}/hardheidsvoorstellen", **_maakt("Afwijking van de beleidsregels voorstellen", *BESLISSERS))
def stel_hardheid_voor(request: Request, toekenningId: UUID, opdracht: op.HardheidsvoorstelOpdracht) -> Response:
    """Stel voor van een artikel van de beleidsregels af te wijken. Van de verordening kan niet worden afgeweken."""
    return schrijf(request, hardheid.stel_voor, opdracht, toon=Toekenning.van_beeld, toekenning_id=toekenningId)


@router.post(f"{VOORSTEL}/besluiten", **_maakt("Besluiten over een afwijking", *TWEEDE))
def beslis_hardheid(request: Request, hardheidsvoorstelId: UUID, opdracht: op.HardheidsbesluitOpdracht) -> Response:
    """Besluit als ander dan de voorsteller over de hardheidsclausule. De ETag is die van de toekenning."""
    return schrijf(request, hardheid.besluit, opdracht, toon=Toekenning.van_beeld, voorstel_id=hardheidsvoorstelId)


@router.post(f"{VOORSTEL}/intrekkingen", **_maakt("Voorstel voor een afwijking intrekken", *BESLISSERS))
def trek_hardheid_in(request: Request, hardheidsvoorstelId: UUID, opdracht: op.HardheidsintrekkingOpdracht) -> Response:
    """Trek een voorstel in een concept in; na een besluit kan alleen de voorsteller dat. ETag: de toekenning."""
    return schrijf(request, hardheid.trek_in, opdracht, toon=Toekenning.van_beeld, voorstel_id=hardheidsvoorstelId)


@router.get(
    "/sturing/hardheidsclausule",
    **leest(Hardheidscijfers, "Gebruik van de hardheidsclausule", Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER, doel="Sturen"),
)
def geef_hardheidscijfers(request: Request, van: Dag, tot: Dag) -> Response:
    """Geef hoe vaak per artikel van de beleidsregels is afgeweken bij voorzieningen die zijn toegekend."""
    return lees(request, lambda h: hardheid.tel_gebruik(h, van, tot), toon=Hardheidscijfers.van_gebruik)


@router.post(f"{PAD}/overeenkomsten", **_maakt("Overeenkomst over een voorziening maken", *CONSULENTEN))
def maak_voorzieningsovereenkomst(
    request: Request, toekenningId: UUID, opdracht: overeenkomsten.VoorzieningsovereenkomstOpdracht
) -> Response:
    """Maak de overeenkomst als brief, met alles wat het beleid daarin vraagt; wat ontbreekt wordt genoemd."""
    return schrijf(request, overeenkomsten.maak, opdracht, toon=Toekenning.van_beeld, toekenning_id=toekenningId)


@router.post(
    f"{OVEREENKOMST}/ondertekeningen", **_maakt("Handtekening onder een overeenkomst vastleggen", *CONSULENTEN)
)
def onderteken_overeenkomst(
    request: Request, voorzieningovereenkomstId: UUID, opdracht: overeenkomsten.OvereenkomsthandtekeningOpdracht
) -> Response:
    """Leg vast wie tekende en wanneer. De ETag is die van de toekenning."""
    nummer = voorzieningovereenkomstId
    return schrijf(request, overeenkomsten.onderteken, opdracht, toon=Toekenning.van_beeld, overeenkomst_id=nummer)


@router.post(f"{OVEREENKOMST}/intrekkingen", **_maakt("Overeenkomst over een voorziening intrekken", *CONSULENTEN))
def trek_overeenkomst_in(
    request: Request, voorzieningovereenkomstId: UUID, opdracht: overeenkomsten.OvereenkomstintrekkingOpdracht
) -> Response:
    """Trek een overeenkomst in die niet klopt; daarna kan een nieuwe worden gemaakt. De ETag is van de toekenning."""
    nummer = voorzieningovereenkomstId
    return schrijf(request, overeenkomsten.trek_in, opdracht, toon=Toekenning.van_beeld, overeenkomst_id=nummer)
