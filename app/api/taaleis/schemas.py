"""Antwoorden over de taaleis."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Termijn, Toets, Uit
from app.db.taak import Termijnstatus
from app.db.taaleis.feit import Taalregel
from app.db.taaleis.zaak import Taaleiszaak as Rij
from app.db.taaleis.zaak import Taalzaakstatus
from app.domain.kern.toets import niet_voldaan
from app.domain.taaleis.beslissing import Beslissing
from app.domain.taaleis.dossier import Taaldictum
from app.domain.taaleis.feit import Belemmering, Taalplan, Taalpreventie
from app.domain.taaleis.feiten import Taalzaaksoort
from app.domain.taaleis.status import Taalstatus, Taalvraag
from app.services.taaleis.beeld import Taaleisbeeld


class Taaleisfeitintrekking(Uit):
    """Dat een feit niet klopte, en waarom."""

    reden: str
    ingetrokken_op: datetime
    ingetrokken_door: UUID


class Taaleisfeit(Uit):
    """Een vastgelegd feit over de taaleis; een ingetrokken feit telt niet meer."""

    id: UUID
    klant_id: UUID
    soort: str = Field(examples=["bewijs"])
    datum: date
    gegevens: dict[str, Any] = Field(description="De velden zoals bij het vastleggen gegeven.")
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    intrekking: Taaleisfeitintrekking | None

    @classmethod
    def van(cls, regel: Taalregel) -> Self:
        """Show a fact."""
        vast = {naam: getattr(regel.feit, naam) for naam in cls.model_fields if naam != "intrekking"}
        weg = regel.intrekking
        return cls(**vast, intrekking=None if weg is None else Taaleisfeitintrekking.model_validate(weg))


class Taaltermijn(Uit):
    """Een termijn van de taaleis, met haar stand en uitleg."""

    status: Termijnstatus
    termijn: Termijn


class Taaltaak(Uit):
    """Wat iemand nu moet doen."""

    id: UUID
    soort: str
    wat: str
    waarom: str
    rol: str
    zichtbaar_vanaf: datetime
    uiterste: datetime


class Taalbelemmering(Uit):
    """Wat het leren in de weg zit en wat daaraan wordt gedaan."""

    datum: date
    belemmering: str
    actie: str
    opgelost_op: date | None


class Taalplanstand(Uit):
    """Het taalplan dat geldt; ondertekenen is een bereidverklaring."""

    datum: date
    vorm_ondersteuning: str
    beoordeling_voortgang: str
    ondertekend_op: date | None
    kosten: int | None


class Taalplandoel(Uit):
    """Een doel voor de taaleis in het plan van aanpak."""

    omschrijving: str
    doeltype: str
    activiteiten: list[str]


class Taalvooruitblik(Uit):
    """Een maand vooruit; elke stap vraagt een nieuwe taaltest en een besluit."""

    maand: date
    procent: Decimal


class Taaleiszaakregel(Uit):
    """Een zaak over de taaleis; de zaak zelf zegt wat er voor een besluit ontbreekt."""

    id: UUID
    soort: Taalzaaksoort
    status: Taalzaakstatus
    geopend_op: datetime
    uitkomst: Taaldictum | None = Field(description="Wat de regels vandaag van een open zaak zeggen.")
    ontbreekt: list[Toets] = Field(description="Wat er voor een besluit in de weg staat.")

    @classmethod
    def van(cls, zaak: Rij, oordeel: Beslissing | None) -> Self:
        """Show a zaak with what is missing, as long as it is open."""
        open_ = oordeel is not None and oordeel.dictum is Taaldictum.VOORLEGGEN
        ontbreekt = niet_voldaan(oordeel.toetsen) if oordeel and open_ else ()
        vast = {naam: getattr(zaak, naam) for naam in ("id", "soort", "status", "geopend_op")}
        return cls(
            **vast, uitkomst=oordeel.dictum if oordeel else None, ontbreekt=[Toets.van(toets) for toets in ontbreekt]
        )


class Taaleis(Uit):
    """De taaleis van een klant: waar de klant staat, waarom, en wat er moet gebeuren."""

    klant_id: UUID
    status: Taalstatus
    toetsen: list[Toets] = Field(description="Waarop de status rust.")
    vastgesteld_op: date | None = Field(description="Sinds wanneer vaststaat dat 1F niet is gehaald.")
    kennis_gegeven_op: date | None
    bereid_sinds: date | None
    voldoet_sinds: date | None
    taalplan: Taalplanstand | None
    belemmeringen: list[Taalbelemmering]
    preventie: list[str] = Field(description="Wat is gedaan om een verlaging te voorkomen.")
    vraagt: Taalvraag | None = Field(description="Wat plan en gesprek moeten bevatten: een taaldoel of duidelijkheid.")
    schema_: list[Taalvooruitblik] = Field(
        alias="schema", description="Welk percentage per maand kan volgen zolang de klant zich niet bereid verklaart."
    )
    zaken: list[Taaleiszaakregel]
    niet_besproken: list[str] = Field(description="Vragen van het gesprek over de taaleis zonder antwoord.")
    plandoelen: list[Taalplandoel] = Field(description="De doelen voor de taaleis in het plan van aanpak.")
    vervolggesprek_op: date | None = Field(description="Een maand na een weigering, op een werkdag.")
    termijnen: list[Taaltermijn]
    taken: list[Taaltaak]
    feiten: list[Taaleisfeit]

    @classmethod
    def van(cls, beeld: Taaleisbeeld) -> Self:
        """Show everything on one screen."""
        dossier, plan = beeld.dossier, beeld.dossier.laatste(Taalplan)
        return cls(
            klant_id=beeld.klant.id,
            status=beeld.oordeel.status,
            toetsen=[Toets.van(toets) for toets in beeld.oordeel.toetsen],
            vastgesteld_op=dossier.vastgesteld[1] if dossier.vastgesteld else None,
            kennis_gegeven_op=dossier.kennis_gegeven_op,
            bereid_sinds=dossier.bereid_sinds,
            voldoet_sinds=beeld.oordeel.voldoet_sinds,
            taalplan=None if plan is None else Taalplanstand.model_validate(plan[1]),
            belemmeringen=[Taalbelemmering.model_validate(feit) for _, feit in dossier.van(Belemmering)],
            preventie=sorted({feit.middel.value for _, feit in dossier.van(Taalpreventie)}),
            vraagt=beeld.vraagt,
            niet_besproken=list(beeld.niet_besproken),
            plandoelen=[
                Taalplandoel(
                    omschrijving=doel.omschrijving,
                    doeltype=doel.doeltype or "",
                    activiteiten=[actie.wat for actie in doel.acties],
                )
                for doel in beeld.plandoelen
            ],
            vervolggesprek_op=beeld.vervolggesprek_op,
            schema_=[Taalvooruitblik(maand=maand, procent=procent) for maand, procent in beeld.schema],
            zaken=[Taaleiszaakregel.van(zaak, beeld.beoordelingen.get(zaak.id)) for zaak in beeld.zaken],
            termijnen=[Taaltermijn(status=rij.status, termijn=Termijn.van(rij.uitleg)) for rij in beeld.termijnen],
            taken=[Taaltaak.model_validate(taak) for taak in beeld.taken],
            feiten=[Taaleisfeit.van(regel) for regel in beeld.regels],
        )
