"""De procedure van een zaak, stap voor stap."""

from __future__ import annotations

from datetime import date
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.besluit.router import INZAGE
from app.api.contract import leest
from app.api.maatregel.router import DOEL
from app.api.schema import Grondslag, Uit
from app.api.verzoek import lees
from app.domain.maatregel.stappenplan import Aanleiding, Actie, Oproepkanaal, Uitvoerder
from app.domain.maatregel.verloop.model import Processtapstand
from app.services.maatregel import verloop as diensten

router = APIRouter(tags=["maatregel"])


class Procedurestap(Uit):
    """Een stap: of zij gedaan is, aan de beurt, nog komt of niet nodig is, waarom, en waar dat uit blijkt."""

    nr: int = Field(description="Het nummer in de tabel; afstemmen bestaat uit meer stappen met één nummer.")
    actie: Actie
    wat: str
    door: Uitvoerder
    als: Aanleiding | None
    wanneer: str | None
    kanalen: list[Oproepkanaal]
    optioneel: str | None
    stand: Processtapstand
    waarom: str
    bewijs: list[UUID] = Field(description="De stappen, de zaak of het besluit waaruit het blijkt.")
    gedaan_op: date | None
    vanaf: date | None = Field(description="Niet eerder dan deze dag.")
    uiterlijk: date | None = Field(description="De laatste dag van de taak die om deze stap vraagt.")
    taak_id: UUID | None
    grondslag: Grondslag

    @classmethod
    def toon(cls, bron: diensten.Procedurestap) -> Self:
        """Show one step."""
        beeld, taak = bron.beeld, bron.taak
        return cls(
            **{naam: getattr(beeld.stap, naam) for naam in ("nr", "actie", "wat", "door", "als", "wanneer")},
            kanalen=list(beeld.stap.kanalen),
            optioneel=beeld.stap.optioneel,
            stand=beeld.stand,
            waarom=beeld.waarom,
            bewijs=[UUID(nummer) for nummer in beeld.bewijs],
            gedaan_op=beeld.gedaan_op,
            vanaf=beeld.vanaf,
            uiterlijk=taak.uiterste_dag if taak else None,
            taak_id=taak.id if taak else None,
            grondslag=Grondslag.van(beeld.grondslag),
        )


class Procedure(Uit):
    """De hele procedure van een zaak."""

    zaak_id: UUID
    versie: int
    gedraging: str
    volgende: list[Actie] = Field(description="Wat nu gedaan kan worden.")
    stappen: list[Procedurestap]

    @classmethod
    def van(cls, bron: diensten.Procedurebeeld) -> Self:
        """Show every step in order."""
        return cls(
            zaak_id=bron.zaak.id,
            versie=bron.zaak.versie,
            gedraging=bron.zaak.gedraging,
            volgende=bron.volgende,
            stappen=[Procedurestap.toon(stap) for stap in bron.stappen],
        )


@router.get("/maatregelzaken/{zaakId}/procedure", **leest(Procedure, "Procedure van een zaak", *INZAGE, doel=DOEL))
def geef_procedure(request: Request, zaakId: UUID) -> Response:
    """Geef elke stap van de gedraging: gedaan, aan de beurt, later of niet nodig, met bewijs, termijn en reden."""
    return lees(
        request,
        lambda h: diensten.bekijk(h, zaakId),
        toon=Procedure.van,
        personen=lambda beeld: [beeld.zaak.klant_id],
    )
