"""Antwoorden over diagnoses."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.diagnose import DiagnoseImport as Levering
from app.domain.kern.leefgebied import Diagnoseinstrument, Onderwerp
from app.services.diagnose.formulier import Diagnosebeeld
from app.services.diagnose.importeren import Importuitkomst
from app.services.diagnose.importschema import Taalniveau, Volledigheid


class Importfout(Uit):
    """Wat er in een record niet klopt, en wat wel goed is; de waarde zelf staat er niet bij."""

    veld: str = Field(examples=["records.3.persoon.bsn"])
    melding: str


class Importregel(Uit):
    """Wat er met één record is gebeurd."""

    index: int = Field(description="Plaats in `records`; het eerste is 0.")
    uitkomst: Importuitkomst
    klant_id: UUID | None
    diagnose_id: UUID | None
    geldend: bool | None = Field(description="Of deze uitslag na de levering de geldende van de klant is.")
    volledig: bool | None
    fouten: list[Importfout]


class Importaantallen(Uit):
    """Hoeveel records welke uitkomst hebben."""

    verwerkt: int
    ongewijzigd: int
    geweigerd: int
    niet_gevonden: int


class DiagnoseImport(Uit):
    """Een levering van uitslagen met per record wat ermee is gebeurd, in de volgorde van de levering."""

    id: UUID
    schema_versie: str
    instrument: Diagnoseinstrument
    instrumentversie: str
    ontvangen_op: datetime
    aantallen: Importaantallen
    records: list[Importregel]

    @classmethod
    def van(cls, rij: Levering) -> Self:
        """Count the outcomes."""
        telling = Counter(regel["uitkomst"] for regel in rij.uitkomsten)
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in ("aantallen", "records")}
        aantallen = Importaantallen(**{uitkomst.value: telling[uitkomst.value] for uitkomst in Importuitkomst})
        return cls(**velden, aantallen=aantallen, records=[Importregel.model_validate(r) for r in rij.uitkomsten])


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

    luisteren: Taalniveau | None
    spreken: Taalniveau | None
    lezen: Taalniveau | None
    schrijven: Taalniveau | None


class Diagnosekop(Uit):
    """De basisgegevens waarmee het format begint."""

    telefoonnummer: str | None
    email: str | None
    cv: bool | None
    id_bewijs: bool | None
    rijbewijs: bool | None
    vervoer: str | None


class Diagnose(Uit):
    """Een uitslag van Dariuz of een ingevuld format."""

    id: UUID
    klant_id: UUID
    instrument: Diagnoseinstrument
    instrumentversie: str | None
    afgenomen_op: date
    door: str
    ontvangen_op: datetime
    import_id: UUID | None
    geldend: bool = Field(description="Of dit de nieuwste uitslag met dit instrument is.")
    volledig: bool
    volledigheid: Volledigheid | None = Field(description="Volgens Dariuz zelf.")
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
            | {"geldend": beeld.geldend, "ontbreekt": [Toets.van(toets) for toets in beeld.ontbreekt]}
        )


class Diagnoses(Uit):
    """De uitslagen van een klant, de nieuwste eerst."""

    diagnoses: list[Diagnose]

    @classmethod
    def van(cls, beelden: list[Diagnosebeeld]) -> Self:
        """Show every result."""
        return cls(diagnoses=[Diagnose.van(beeld) for beeld in beelden])
