"""Antwoorden op wat als."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.besluit.schemas import Bedragregel, GebruikteWaarde
from app.api.schema import Grondslag, Toets, Uit
from app.domain.maatregel.berekening import Verlaging
from app.domain.maatregel.feiten import Zaaksoort
from app.domain.maatregel.motivering import Maatregeldictum, formule
from app.services.simulatie.watals import Maatregelberekening as Berekening


class BerekendeVerlaging(Uit):
    """De verlaging per maand. Bedragen in eurocenten."""

    soort: Zaaksoort
    gedraging: str = Field(description="De zwaarste gedraging, waarvan de hoogte en de duur gelden.")
    meegenomen: list[str] = Field(description="Lichtere gedragingen in dezelfde verlaging.")
    procent: Decimal | None = Field(description="Leeg bij een vast bedrag.")
    recidive: bool
    van: date
    tot: date = Field(description="De eerste dag na de verlaging.")
    bedragen: list[Bedragregel]
    totaal: int
    grondslag: Grondslag

    @classmethod
    def van_domein(cls, verlaging: Verlaging) -> Self:
        """Show a verlaging with its formulas."""
        eigen = {"bedragen", "grondslag", "meegenomen"}
        return cls(
            **{naam: getattr(verlaging, naam) for naam in cls.model_fields if naam not in eigen},
            meegenomen=list(verlaging.meegenomen),
            bedragen=[Bedragregel(**regel.model_dump(), formule=formule(regel)) for regel in verlaging.bedragen],
            grondslag=Grondslag.van(verlaging.grondslag),
        )


class Maatregelberekening(Uit):
    """Wat er zou volgen. Dit is geen besluit: er is niets vastgelegd."""

    klant_id: UUID | None
    zaak_id: UUID | None = Field(description="De zaak over deze gedraging waarvan de stappen meetellen.")
    peildatum: date = Field(description="De dag waarop zou worden beslist.")
    verondersteld: list[str] = Field(description="De feiten die u stelde; de rest komt uit het dossier of is onbekend.")
    dictum: Maatregeldictum = Field(description="Wat het besluit zou zijn; `voorleggen` als er iets ontbreekt.")
    motivering: list[str]
    ontbreekt: list[str] = Field(description="Wat dit dictum nog in de weg staat, met het artikel.")
    toetsen: list[Toets]
    verlaging: BerekendeVerlaging | None = Field(
        description="Wat er per maand af gaat. Bij `voorleggen`: wat dat zou zijn als er niets meer ontbreekt."
    )
    waarden: list[GebruikteWaarde] = Field(description="De beleidswaarden waarmee is gerekend.")
    voorbeeldwaarden: list[str] = Field(description="Waarden die de gemeente nog niet heeft vastgesteld.")
    beleid_id: str
    beleid_sha256: str

    @classmethod
    def van(cls, bron: Berekening) -> Self:
        """Show a computation with its reasons."""
        return cls(
            klant_id=next(iter(bron.klant_ids), None),
            zaak_id=bron.zaak_id,
            peildatum=bron.peildatum,
            verondersteld=list(bron.gesteld),
            dictum=bron.dictum,
            motivering=list(bron.motivering),
            ontbreekt=[f"{toets.toelichting.removesuffix('.')} ({toets.grondslag})." for toets in bron.ontbreekt],
            toetsen=[Toets.van(toets) for toets in bron.toetsen],
            verlaging=None if bron.verlaging is None else BerekendeVerlaging.van_domein(bron.verlaging),
            waarden=[GebruikteWaarde.van_beleid(naam, waarde) for naam, waarde in bron.waarden],
            voorbeeldwaarden=list(bron.voorbeeldwaarden),
            beleid_id=bron.versie.id,
            beleid_sha256=bron.versie.sha256,
        )
