"""Antwoorden over doelgroep loonkostensubsidie, loonwaarde en Praktijkroute."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Termijn, Toets, Uit
from app.db.besluit import Besluitstatus, Verzendwijze
from app.db.loonkosten.zaak import Loonkostenzaaksoort, Loonkostenzaakstand
from app.db.loonkosten.zaak import Werkgeverbekendmaking as Rij
from app.domain.loonkosten.doelgroep import LksVerzoeker, Vaststelwijze
from app.domain.loonkosten.loonwaarde import Loonwaardeuitslag
from app.domain.loonkosten.model import Loonkostendictum
from app.domain.loonkosten.praktijkroute import Praktijkuitkomst
from app.services.loonkosten.praktijkroutes import Praktijkroutebeeld
from app.services.loonkosten.zaken import Loonkostenzaakbeeld


class Loonkostenbesluit(Uit):
    """Een besluit in de zaak."""

    id: UUID
    dictum: Loonkostendictum
    status: Besluitstatus
    genomen_op: datetime


class Werkgeverbekendmaking(Uit):
    """De verzending aan de werkgever, die een eigen bezwaartermijn heeft."""

    id: UUID
    besluit_id: UUID
    verzonden_op: date
    wijze: Verzendwijze
    bezwaar_tot_en_met: date
    bezwaartermijn: Termijn

    @classmethod
    def van(cls, rij: Rij) -> Self:
        """Show a dispatch with its term."""
        termijn = Termijn.van(rij.bezwaartermijn)
        return cls(
            id=rij.id,
            besluit_id=rij.besluit_id,
            verzonden_op=rij.verzonden_op,
            wijze=rij.wijze,
            bezwaar_tot_en_met=termijn.einde,
            bezwaartermijn=termijn,
        )


class LksHoofdtaak(Uit):
    """Een hoofdtaak van het rapport, in procenten van de norm."""

    tijd: Decimal = Field(examples=["100"])
    tempo: Decimal = Field(examples=["80"])
    kwaliteit: Decimal = Field(examples=["90"])
    netto_werktijd: Decimal = Field(examples=["85"])
    minuten_per_dag: int


class LksCriteria(Uit):
    """De antwoorden op de drie criteria; leeg is nog niet beantwoord."""

    wijze: Vaststelwijze
    verzoeker: LksVerzoeker | None = None
    behoort_tot_doelgroep: bool | None = None
    niet_tot_minimumloon: bool | None = None
    mogelijkheden: bool | None = None


class Loonwaarderapport(Uit):
    """Wat het rapport over de loonwaarde zegt; leeg is nog niet vastgelegd."""

    methode: str | None = None
    bedrijfsbezoek_op: date | None = None
    rapport: str | None = None
    normfunctie: str | None = None
    uren_per_week: Decimal | None = Field(default=None, examples=["32"])
    individueel: bool | None = None
    adviseur: str | None = None
    taken: list[LksHoofdtaak] = Field(default=[])
    herbepalen_op: date | None = None
    zienswijze_klant: str | None = None
    zienswijze_werkgever: str | None = None


class Loonwaardebepaling(Uit):
    """De loonwaarde zoals zij nu uit het rapport volgt: in hele procenten en in eurocent per maand bij voltijd."""

    procent: int | None
    bedrag: int | None
    minimumloon: int | None
    geldt_vanaf: date


class Loonkostenzaak(Uit):
    """Een zaak over de doelgroep of de loonwaarde, met wat er voor een besluit nog ontbreekt."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Loonkostenzaaksoort
    stand: Loonkostenzaakstand
    datum: date = Field(description="De dag van het verzoek, of de eerste dag waarvoor de loonwaarde telt.")
    dienstverband_id: UUID | None
    corrigeert: UUID | None
    reden_intrekking: str | None
    geopend_op: datetime
    geopend_door: UUID
    criteria: LksCriteria | None
    rapport: Loonwaarderapport | None
    uitkomst: Loonkostendictum = Field(description="Wat er nu uit zou komen; `voorleggen` als er iets ontbreekt.")
    loonwaarde: Loonwaardebepaling | None
    toetsen: list[Toets]
    besluiten: list[Loonkostenbesluit]
    werkgever: list[Werkgeverbekendmaking]

    @classmethod
    def van(cls, beeld: Loonkostenzaakbeeld) -> Self:
        """Show a zaak with what the rules say of it now."""
        zaak, uitslag = beeld.zaak, beeld.uitslag
        doelgroep = zaak.soort is Loonkostenzaaksoort.DOELGROEP
        afgeleid: dict[str, Any] = {
            "criteria": LksCriteria.model_validate(zaak.gegevens) if doelgroep else None,
            "rapport": None if doelgroep else Loonwaarderapport.model_validate(zaak.gegevens),
            "uitkomst": Loonkostendictum(uitslag.dictum.value),
            "loonwaarde": Loonwaardebepaling.model_validate(uitslag)
            if isinstance(uitslag, Loonwaardeuitslag)
            else None,
            "toetsen": [Toets.van(toets) for toets in uitslag.toetsen],
            "besluiten": [
                Loonkostenbesluit(
                    id=stand.besluit.id,
                    dictum=Loonkostendictum(stand.besluit.dictum),
                    status=stand.status,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
            "werkgever": [Werkgeverbekendmaking.van(rij) for rij in beeld.werkgever],
        }
        vast = {naam: getattr(zaak, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Loonkostenzaken(Uit):
    """De zaken van een klant, de oudste eerst."""

    zaken: list[Loonkostenzaak]

    @classmethod
    def van(cls, beelden: Iterable[Loonkostenzaakbeeld]) -> Self:
        """Show every zaak."""
        return cls(zaken=[Loonkostenzaak.van(beeld) for beeld in beelden])


class Werkgeverrecht(Uit):
    """Wat een werkgever kan gebruiken, vanaf wanneer en wie daarover gaat; de gemeente beslist er niet over."""

    code: str
    naam: str
    vanaf: date
    beoordelaar: str
    uitleg: str


class Praktijkroute(Uit):
    """Een loonwaarde die op een werkplek is vastgesteld, en de inschrijving in het doelgroepregister."""

    id: UUID
    versie: int
    klant_id: UUID
    datum: date
    werkplek: str
    methode: str
    loonwaarde: int
    uitkomst: Praktijkuitkomst
    ingeschreven_op: date | None
    reden_intrekking: str | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    werkgeversrechten: list[Werkgeverrecht] = Field(description="Informatie voor de werkgever, na de inschrijving.")

    @classmethod
    def van(cls, beeld: Praktijkroutebeeld) -> Self:
        """Show what was found and what the employer is told."""
        vast = {naam: getattr(beeld.rij, naam) for naam in cls.model_fields if naam != "werkgeversrechten"}
        rechten = [Werkgeverrecht.model_validate(recht) for recht in beeld.informatie]
        return cls.model_validate(vast | {"werkgeversrechten": rechten})


class Praktijkroutes(Uit):
    """De vaststellingen van een klant, de oudste eerst."""

    praktijkroutes: list[Praktijkroute]

    @classmethod
    def van(cls, beelden: Iterable[Praktijkroutebeeld]) -> Self:
        """Show every one."""
        return cls(praktijkroutes=[Praktijkroute.van(beeld) for beeld in beelden])
