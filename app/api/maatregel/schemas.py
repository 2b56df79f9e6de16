"""Antwoorden over maatregelzaken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.besluit import Besluitstatus
from app.db.maatregel import Maatregelstap as Rij
from app.db.maatregel import Stapsoort, Zaakstatus
from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.feiten import Voorstel, Zaaksoort
from app.domain.maatregel.motivering import Maatregeldictum
from app.services.maatregel import gereedheid as diensten
from app.services.maatregel.zaken import Zaakbeeld


class Stapintrekking(Uit):
    """Dat een stap is ingetrokken, en waarom."""

    reden: str
    door: UUID
    tijdstip: datetime


class Maatregelstap(Uit):
    """Een vastgelegde stap; een ingetrokken stap telt niet meer."""

    id: UUID
    soort: Stapsoort
    datum: date
    inhoud: dict[str, Any] = Field(description="De velden zoals bij het zetten van de stap gegeven.")
    gezet_door: UUID
    gezet_op: datetime
    intrekking: Stapintrekking | None


class Maatregeladvies(Uit):
    """Het advies van de consulent."""

    voorstel: Voorstel
    adviseur_id: UUID
    datum: date
    motivering: str


class Zaakbesluit(Uit):
    """Een besluit in de zaak."""

    id: UUID
    dictum: str
    status: Besluitstatus
    staat: bool = Field(description="Of het besluit telt: niet afgekeurd, vervangen of ingetrokken.")
    herziening_id: UUID | None = Field(description="De herziening die over dit besluit loopt.")
    genomen_op: datetime


class Maatregelzaak(Uit):
    """Een gedraging waarvoor een maatregel kan volgen, met elke stap op weg naar het besluit."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Zaaksoort
    gedraging: str
    gedraging_datum: date
    regime: Regime
    kenmerken: list[str]
    klantgroep: Klantgroep | None = Field(description="Zoals bij het openen van de zaak.")
    zorg_handhaving: bool
    melding_datum: date
    status: Zaakstatus
    consulent_id: UUID | None
    aanleiding: list[UUID]
    geopend_op: datetime
    reden_vervallen: str | None
    verplichting: str | None = Field(description="De geschonden verplichting uit het plan van aanpak.")
    totaalbeeld: str | None = Field(description="Wat verder meeweegt, zoals het niet invullen van Dariuz.")
    advies: Maatregeladvies | None
    stappen: list[Maatregelstap]
    besluiten: list[Zaakbesluit]

    @classmethod
    def van(cls, beeld: Zaakbeeld) -> Self:
        """Show a zaak."""
        zaak = beeld.zaak
        eigen = {"advies", "stappen", "besluiten"}
        return cls(
            **{naam: getattr(zaak, naam) for naam in cls.model_fields if naam not in eigen},
            advies=None if zaak.voorstel is None else _advies(zaak),
            stappen=_stappen(beeld.stappen),
            besluiten=[
                Zaakbesluit(
                    id=stand.besluit.id,
                    dictum=stand.besluit.dictum,
                    status=stand.status,
                    staat=stand.staat,
                    herziening_id=stand.herziening_id,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
        )


def _advies(zaak: Any) -> Maatregeladvies:
    return Maatregeladvies(
        voorstel=zaak.voorstel,
        adviseur_id=zaak.adviseur_id,
        datum=zaak.advies_op,
        motivering=zaak.advies_motivering,
    )


def _stappen(rijen: Sequence[Rij]) -> list[Maatregelstap]:
    weg = {
        rij.trekt_in: Stapintrekking(reden=rij.inhoud["reden"], door=rij.gezet_door, tijdstip=rij.gezet_op)
        for rij in rijen
        if rij.trekt_in is not None
    }
    return [
        Maatregelstap(
            id=rij.id,
            soort=rij.soort,
            datum=rij.datum,
            inhoud={naam: waarde for naam, waarde in rij.inhoud.items() if naam != "soort"},
            gezet_door=rij.gezet_door,
            gezet_op=rij.gezet_op,
            intrekking=weg.get(rij.id),
        )
        for rij in rijen
        if rij.soort is not Stapsoort.INGETROKKEN
    ]


class Maatregelzaken(Uit):
    """De maatregelzaken van een klant, de oudste eerst."""

    zaken: list[Maatregelzaak]

    @classmethod
    def van(cls, beelden: Sequence[Zaakbeeld]) -> Self:
        """Show every zaak."""
        return cls(zaken=[Maatregelzaak.van(beeld) for beeld in beelden])


class Gereedheid(Uit):
    """Wat een zaak nog mist voor een rechtmatig besluit."""

    zaak_id: UUID
    versie: int = Field(description="Versie van de zaak, voor het advies of het besluit.")
    gereed_voor_advies: bool = Field(description="Of een advies om op te leggen of te waarschuwen al kan.")
    gereed: bool = Field(description="Of een ander dan de adviseur nu kan beslissen.")
    uitkomst: Maatregeldictum = Field(description="Wat het besluit nu zou zijn; `voorleggen` als er iets ontbreekt.")
    ontbreekt: list[str] = Field(description="Wat er nog ontbreekt, met het artikel.")
    voor_advies: list[Toets]
    voor_besluit: list[Toets]
    aandachtspunten: list[str] = Field(description="Houdt niets tegen.")
    voorbeeldwaarden: list[str] = Field(description="Waarden die de gemeente nog niet heeft vastgesteld.")

    @classmethod
    def van(cls, bron: diensten.Gereedheid) -> Self:
        """Show the conditions in the order of the procedure."""
        return cls(
            zaak_id=bron.zaak.id,
            versie=bron.zaak.versie,
            gereed_voor_advies=bron.gereed_voor_advies,
            gereed=bron.gereed,
            uitkomst=bron.uitkomst,
            ontbreekt=list(bron.ontbreekt),
            voor_advies=[Toets.van(toets) for toets in bron.voor_advies],
            voor_besluit=[Toets.van(toets) for toets in bron.voor_besluit],
            aandachtspunten=list(bron.aandachtspunten),
            voorbeeldwaarden=list(bron.voorbeeldwaarden),
        )
