"""Antwoorden op de vraag wat een klant mag worden aangeboden."""

from __future__ import annotations

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Toets, Uit
from app.domain.voorziening.ondersteuning import Ondersteuningsstatus
from app.domain.voorziening.openstaand import Openstaand, Openstaandsoort
from app.domain.voorziening.toets import Aanboduitkomst
from app.services.voorziening.toetsen import Kans, KlantAanbod


class Openstaandpunt(Uit):
    """Wat nog moet worden beantwoord (`oordeel`), gegeven (`gegeven`) of vastgelegd (`vastleggen`)."""

    soort: Openstaandsoort
    code: str = Field(examples=["noodzakelijk"])
    vraag: str
    toelichting_verplicht: bool
    grondslag: Grondslag

    @classmethod
    def van(cls, bron: Openstaand) -> Self:
        """Show one thing that is open."""
        return cls(**bron.model_dump(exclude={"grondslag"}), grondslag=Grondslag.van(bron.grondslag))


class Voorzieningruimte(Uit):
    """Wat de grenzen toelaten; leeg is geen grens, of nog niet te zeggen."""

    uiterste_einde: date | None = Field(description="De laatste dag die de duur toelaat.")
    kosten_max: int | None = Field(description="In eurocent.")
    eerste_dag: date | None = Field(description="De eerste dag die de frequentie toelaat.")


class Voorzieningkans(Uit):
    """Of een voorziening mag, met elke voorwaarde, wat openstaat en of zij vanzelf wordt voorgesteld."""

    code: str = Field(examples=["werkervaringsplaats"])
    naam: str
    uitkomst: Aanboduitkomst
    voorgesteld: bool
    ruimte: Voorzieningruimte
    openstaand: list[Openstaandpunt]
    toetsen: list[Toets]
    signalen: list[Toets] = Field(description="Wat alleen wordt getoond en niets tegenhoudt.")

    @classmethod
    def van(cls, kans: Kans) -> Self:
        """Show one voorziening."""
        beoordeling = kans.beoordeling
        return cls(
            code=kans.regel.code,
            naam=kans.regel.naam,
            uitkomst=beoordeling.uitkomst,
            voorgesteld=kans.voorgesteld,
            ruimte=Voorzieningruimte.model_validate(beoordeling.ruimte),
            openstaand=[Openstaandpunt.van(punt) for punt in kans.openstaand],
            toetsen=[Toets.van(toets) for toets in beoordeling.toetsen],
            signalen=[Toets.van(toets) for toets in beoordeling.signalen],
        )


class Klantvoorzieningen(Uit):
    """De voorzieningen, getoetst voor één klant naar het beleid van de eerste dag."""

    klant_id: UUID
    ondersteuning: Ondersteuningsstatus = Field(description="Wat de klant op de eerste dag al krijgt.")
    voorzieningen: list[Voorzieningkans]
    begin: date
    beleid_id: str = Field(examples=["GM0150/voorziening/2021-01-01"])

    @classmethod
    def van(cls, aanbod: KlantAanbod) -> Self:
        """Show every voorziening that was asked for."""
        kansen = [Voorzieningkans.van(kans) for kans in aanbod.kansen]
        return cls(
            klant_id=aanbod.klant_id,
            ondersteuning=aanbod.ondersteuning,
            voorzieningen=kansen,
            begin=aanbod.begin,
            beleid_id=aanbod.beleid_id,
        )
