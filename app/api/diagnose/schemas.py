"""Antwoorden over diagnoses."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Instrument, Onderwerp
from app.services.diagnose.beelden import Diagnosebeeld
from app.services.diagnose.beelden import Vergelijking as Verschillen
from app.services.diagnose.rapporteren import Rapport
from app.services.diagnose.uitslagschema import KENMERK_VOORBEELD, Taalniveau, Volledigheid


class Diagnosebevinding(Uit):
    """Wat er op een leefgebied is gevonden, of waarom het niet is besproken."""

    onderwerp: Onderwerp
    score: int | None = Field(default=None, description="Van 0 (grote belemmering) tot en met 100.")
    aandachtspunten: list[str] = Field(default=[], description="De uitroeptekens uit de analyse.")
    opmerking: str | None = None
    inhoud: str | None = None
    reden_niet_besproken: str | None = None


class Diagnosecompetentie(Uit):
    """De uitslag op één competentie, van 0 tot en met 100."""

    naam: str
    score: int


class Diagnosetaal(Uit):
    """Het niveau van het Nederlands per vaardigheid."""

    luisteren: Taalniveau | None = None
    spreken: Taalniveau | None = None
    lezen: Taalniveau | None = None
    schrijven: Taalniveau | None = None


class Diagnosekop(Uit):
    """De basisgegevens waarmee het format begint."""

    telefoonnummer: str | None
    email: str | None
    cv: bool | None
    id_bewijs: bool | None
    rijbewijs: bool | None
    vervoer: str | None


class Diagnoseintrekking(Uit):
    """Dat en waarom een uitslag niet meer telt."""

    reden: str = Field(examples=["Onder het verkeerde dossier vastgelegd."])
    ingetrokken_op: datetime
    ingetrokken_door: UUID


class Diagnose(Uit):
    """Een uitslag van een instrument of een ingevuld format."""

    id: UUID
    klant_id: UUID
    instrument: Instrument
    instrumentnaam: str | None = Field(description="Alleen bij `ander`.")
    instrumentversie: str | None
    extern_kenmerk: str | None = Field(description="Kenmerk van de leverancier.", examples=[KENMERK_VOORBEELD])
    externe_versie: int | None = Field(description="Versie onder het kenmerk van de leverancier.")
    afgenomen_op: date
    door: str
    ontvangen_op: datetime
    import_id: UUID | None
    geldend: bool = Field(description="Of dit de nieuwste uitslag met dit instrument is.")
    vervangen: bool = Field(description="Of een nieuwere versie onder hetzelfde kenmerk deze vervangt.")
    intrekking: Diagnoseintrekking | None = Field(description="Waarom deze uitslag niet meer telt.")
    volledig: bool
    volledigheid: Volledigheid | None = Field(description="Volgens het instrument zelf.")
    bevindingen: list[Diagnosebevinding]
    competenties: list[Diagnosecompetentie]
    taal: Diagnosetaal | None
    uren: int | None
    kop: Diagnosekop | None
    advies_en_afspraken: str | None
    overige_informatie: str | None
    ontbreekt: list[Toets] = Field(description="Onderwerpen waarover niets is vastgelegd.")

    @classmethod
    def van(cls, beeld: Diagnosebeeld) -> Self:
        """Show both instruments in one shape; what an instrument does not ask is null."""
        rij = beeld.diagnose
        velden = {naam: getattr(rij, naam, None) for naam in cls.model_fields}
        return cls.model_validate(
            velden
            | {"competenties": []}
            | rij.inhoud
            | {"geldend": beeld.geldend, "vervangen": beeld.vervangen, "intrekking": beeld.ingetrokken}
            | {"ontbreekt": [Toets.van(toets) for toets in beeld.ontbreekt]}
        )


class Diagnoses(Uit):
    """De uitslagen van een klant, de nieuwste eerst."""

    diagnoses: list[Diagnose]

    @classmethod
    def van(cls, beelden: list[Diagnosebeeld]) -> Self:
        """Show every result."""
        return cls(diagnoses=[Diagnose.van(beeld) for beeld in beelden])


class Diagnosemeting(Uit):
    """Wat een uitslag over een onderwerp zei."""

    score: int | None
    aandachtspunten: list[str]


class Diagnoseverschil(Uit):
    """Eén onderwerp op twee dagen."""

    onderwerp: Onderwerp
    toen: Diagnosemeting | None = Field(description="Leeg als er toen niets over bekend was.")
    nu: Diagnosemeting | None
    verschil: int | None = Field(description="De score nu min de score toen; leeg als een van beide ontbreekt.")
    verdwenen: list[str] = Field(description="Aandachtspunten die er niet meer zijn.")
    nieuw: list[str] = Field(description="Aandachtspunten die erbij kwamen.")


class Diagnosevergelijking(Uit):
    """Wat er tussen twee dagen veranderde, per onderwerp volgens de geldende uitslagen van die dag."""

    toen: date
    nu: date
    verschillen: list[Diagnoseverschil]

    @classmethod
    def van(cls, gevonden: Verschillen) -> Self:
        """Show what the service found."""
        return cls.model_validate(gevonden)


class Rapportcel(Uit):
    """Eén klantgroep op één leefgebied; leeg is wat over te weinig personen gaat om te tonen."""

    klantgroep: Klantgroep | None = Field(description="De groep van nu; leeg voor wie nog niet is ingedeeld.")
    onderwerp: Onderwerp
    aantal: int | None = Field(description="Personen met een uitslag over dit leefgebied.")
    gescoord: int | None = Field(description="Van hen met een score.")
    gemiddelde_score: int | None
    met_aandachtspunt: int | None


class Diagnoserapport(Uit):
    """Wat de uitslagen over het bestand zeggen, zonder personen."""

    van: date
    tot: date
    kleinste_groep: int = Field(description="Over minder personen dan dit staat er niets.")
    cellen: list[Rapportcel]

    @classmethod
    def van_rapport(cls, rapport: Rapport) -> Self:
        """Show what was counted."""
        return cls.model_validate(rapport)
