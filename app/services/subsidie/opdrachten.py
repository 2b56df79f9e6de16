"""What can be asked in the room subsidie."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.services.handeling import Opdracht
from app.services.klant import Naam
from app.services.subsidie.regelingen import Subsidiegegevens
from app.services.werkgever.invoer import Iban

Zin = Annotated[str, StringConstraints(min_length=5, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]


class SubsidieOpdracht(Opdracht):
    """Een aanvraag of haar verbetering. Wat nog niet bekend is, blijft leeg en wordt niet geraden."""

    ontvangen_op: date | None = Field(default=None, description="Standaard vandaag.")
    dienstverband_id: UUID | None = Field(
        default=None, description="Het dienstverband; de werkgever en de voorwaarden volgen daaruit."
    )
    iban: Iban | None = Field(default=None, description="Alleen als de klant wordt betaald.")
    tenaamstelling: Naam | None = Field(default=None, examples=["S. de Wit"])
    gegevens: Subsidiegegevens


class SubsidierekeningOpdracht(Opdracht):
    """De rekening waarop de klant wordt betaald."""

    iban: Iban
    tenaamstelling: Naam = Field(examples=["S. de Wit"])


class SubsidieaanvullingOpdracht(Opdracht):
    """Wat de aanvrager nog moet geven, en tot en met wanneer dat kan."""

    wat: Tekst = Field(examples=["Stuur een overzicht van de kosten."])
    tot_en_met: date | None = Field(default=None, description="Standaard volgens het beleid.")


class SubsidieintrekkingOpdracht(Opdracht):
    """Waarom de aanvraag niet doorgaat."""

    reden: Zin = Field(examples=["De werkgever ziet af van de aanvraag."])


class SubsidiebesluitOpdracht(Opdracht):
    """Het besluit. De uitkomst volgt uit de gegevens; u geeft de afweging, die ook in de brief staat."""

    motivering: Tekst = Field(examples=["De begeleiding is nodig om het werk te leren."])
    buiten_behandeling: bool = Field(
        default=False, description="De aanvraag bleef onvolledig, ook nadat om aanvulling is gevraagd."
    )
