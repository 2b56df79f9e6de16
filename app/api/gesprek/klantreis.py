"""De klantreis, het kennismakingsgesprek en wie er is uitgenodigd, over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Any, Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.gesprek.praatplaat import Praatplaat
from app.api.schema import Grondslag, Toets, Uit
from app.api.verzoek import lees, schrijf
from app.domain.gesprek.klantreis import Reisfase, Stapstatus
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.services.gesprek import genodigden, kennismaking, klantreis
from app.services.gesprek.genodigden import GenodigdeOpdracht
from app.services.gesprek.kennismaking import Kennismakingsbeeld
from app.services.gesprek.klantreis import KlantreisstapOpdracht, Reisbeeld
from app.services.indeling.gespreksonderdelen import FinancieleStress

router = APIRouter(tags=["klantreis"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Begeleiden van de klant"


class Klantreisstap(Uit):
    """Een stap van de klantreis met de stand van deze klant."""

    code: str
    titel: str
    fase: Reisfase
    jaarlijks: bool
    optioneel: bool
    status: Stapstatus
    op: date | None
    reden: str | None
    open: bool = Field(description="Of deze stap nu gedaan of gepland had moeten zijn.")


class Klantreis(Uit):
    """De stappen van de klantgroep in hun volgorde."""

    klantgroep: Klantgroep
    grondslag: Grondslag
    open: list[str] = Field(description="De stappen die nu nog open staan.")
    stappen: list[Klantreisstap]

    @classmethod
    def van(cls, beeld: Reisbeeld) -> Self:
        """Show every stage."""
        stappen = [
            Klantreisstap(**(stand.stap.model_dump() | stand.feit.model_dump()), open=stand.open)
            for stand in beeld.standen
        ]
        return cls(
            klantgroep=beeld.klantgroep,
            grondslag=Grondslag.van(beeld.beleid.grondslag),
            open=[stap.code for stap in stappen if stap.open],
            stappen=stappen,
        )


class Kinderen(Uit):
    """Aantal en leeftijd van de kinderen, zoals het laatst is verteld."""

    aantal: int
    leeftijden: list[int] | None
    op: date


class Kennismaking(Uit):
    """Waarop u samen terugkijkt in het kennismakingsgesprek."""

    instrument: str | None
    afgenomen_op: date | None
    bevindingen: dict[str, dict[str, Any]] = Field(description="Per leefgebied en thema wat de diagnose liet zien.")
    ambitiegesprek_op: date | None
    ambitieverslag: str | None
    financiele_stress: FinancieleStress | None
    praatplaat: Praatplaat | None
    kinderen: Kinderen | None
    hulp_bij_gezondheid: Toets

    @classmethod
    def van(cls, beeld: Kennismakingsbeeld) -> Self:
        """Show the diagnosis, the report and the last praatplaat."""
        diagnose, gesprek = beeld.diagnose, beeld.gesprek
        return cls.model_validate(
            {
                "instrument": diagnose.instrument.value if diagnose else None,
                "afgenomen_op": diagnose.afgenomen_op if diagnose else None,
                "bevindingen": {
                    onderwerp: {to_camel(veld): waarde for veld, waarde in bevinding.items()}
                    for onderwerp, bevinding in beeld.bevindingen.items()
                },
                "ambitiegesprek_op": gesprek.datum if gesprek else None,
                "ambitieverslag": beeld.verslag,
                "financiele_stress": gesprek.inhoud.get("financiele_stress") if gesprek else None,
                "praatplaat": beeld.praatplaat,
                "kinderen": beeld.kinderen,
                "hulp_bij_gezondheid": Toets.van(beeld.hulp),
            }
        )


class Genodigde(Uit):
    """Wie voor een afspraak is uitgenodigd."""

    id: UUID
    klant_id: UUID
    afspraak_id: UUID
    betrokkene_id: UUID
    wijze: str
    vervallen: bool


class Genodigden(Uit):
    """De uitnodigingen die staan."""

    genodigden: list[Genodigde]


@router.get("/klanten/{klantId}/klantreis", **leest(Klantreis, "Klantreis van een klant", *LEZERS, doel=DOEL))
def geef_klantreis(request: Request, klantId: UUID) -> Response:
    """Geef de stappen van de klantgroep met hun stand; wat het dossier niet vertelt, legt de consulent vast."""
    return lees(
        request, lambda h: klantreis.bekijk_klantreis(h, klantId), toon=Klantreis.van, personen=lambda _: [klantId]
    )


@router.post(
    "/klanten/{klantId}/klantreisstappen", **maakt(Klantreis, "Stap van de klantreis zetten", *CONSULENTEN, doel=DOEL)
)
def zet_klantreisstap(request: Request, klantId: UUID, opdracht: KlantreisstapOpdracht) -> Response:
    """Leg vast dat een stap is gepland, gedaan of met reden overgeslagen; `te_doen` draait dat terug."""
    return schrijf(request, klantreis.zet_stap, opdracht, toon=Klantreis.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/kennismakingsbeeld",
    **leest(Kennismaking, "Beeld voor het kennismakingsgesprek", *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_kennismakingsbeeld(request: Request, klantId: UUID) -> Response:
    """Geef de uitkomst van Dariuz of het format per leefgebied, het verslag van het ambitiegesprek en de praatplaat."""
    return lees(
        request,
        lambda h: kennismaking.bekijk_kennismaking(h, klantId),
        toon=Kennismaking.van,
        personen=lambda _: [klantId],
    )


@router.post("/afspraken/{afspraakId}/genodigden", **maakt(Genodigde, "Betrokkene uitnodigen", *CONSULENTEN, doel=DOEL))
def nodig_betrokkene_uit(request: Request, afspraakId: UUID, opdracht: GenodigdeOpdracht) -> Response:
    """Leg vast dat een hulpverlener of iemand uit het netwerk voor de afspraak is uitgenodigd, of toch niet."""
    return schrijf(request, genodigden.nodig_betrokkene_uit, opdracht, afspraak_id=afspraakId)


@router.get("/klanten/{klantId}/genodigden", **leest(Genodigden, "Uitgenodigde betrokkenen", *LEZERS, doel=DOEL))
def geef_genodigden(request: Request, klantId: UUID) -> Response:
    """Geef wie voor welke afspraak is uitgenodigd."""
    return lees(
        request,
        lambda h: genodigden.bekijk_genodigden(h, klantId),
        toon=lambda rijen: Genodigden(genodigden=rijen),
        personen=lambda _: [klantId],
    )
