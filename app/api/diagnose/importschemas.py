"""Antwoorden over leveringen van uitslagen."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.diagnose.levering import DiagnoseImport as Levering
from app.db.diagnose.levering import Importstaat, Importvorm
from app.domain.diagnose.waardeklasse import Waardeklasse
from app.domain.kern.leefgebied import Instrument


class Importuitkomst(StrEnum):
    """Wat er van een record is geworden."""

    VERWERKT = "verwerkt"
    ONGEWIJZIGD = "ongewijzigd"
    GEWEIGERD = "geweigerd"
    NIET_GEVONDEN = "niet_gevonden"


class Importfout(Uit):
    """Wat er in een record niet klopt, en wat wel goed is; de waarde zelf staat er niet bij."""

    veld: str = Field(examples=["persoon.bsn"], description="Pad in ons schema; leeg als het hele record niet klopt.")
    kolom: str | None = Field(default=None, examples=["BSN cliënt"], description="Naam van de kolom in het bestand.")
    klasse: Waardeklasse = Field(description="Wat voor waarde er staat.")
    melding: str = Field(examples=["Dit BSN voldoet niet aan de 11-proef; geef negen cijfers."])


class Importregel(Uit):
    """Wat er met één record van een kleine levering is gebeurd."""

    index: int = Field(description="Plaats in `records`; het eerste is 0.")
    uitkomst: Importuitkomst
    klant_id: UUID | None
    diagnose_id: UUID | None
    geldend: bool | None = Field(description="Of deze uitslag na de levering de geldende van de klant is.")
    volledig: bool | None
    fouten: list[Importfout]


class Importaantallen(Uit):
    """Hoeveel records welke uitkomst hebben, en hoeveel afgekeurde er later zijn hersteld."""

    verwerkt: int
    ongewijzigd: int
    geweigerd: int
    niet_gevonden: int
    hersteld: int


class Importvoortgang(Uit):
    """Hoe ver een levering is."""

    bytes_totaal: int
    bytes_verwerkt: int = Field(description="Bij een lijst of XLSX blijft dit achter; kijk daar naar `rijen`.")
    rijen: int = Field(description="Tot en met welke rij is verwerkt.")
    rijen_per_seconde: int | None = Field(description="Over de tijd dat eraan is gewerkt; leeg als dat te kort was.")


class DiagnoseImport(Uit):
    """Een levering van uitslagen: hoe ver zij is en wat ervan is geworden."""

    id: UUID
    staat: Importstaat
    reden: str | None = Field(description="Waarom de levering is mislukt.")
    vorm: Importvorm
    schema_versie: str
    instrument: Instrument
    instrumentnaam: str | None = Field(description="Alleen bij `ander`.")
    instrumentversie: str | None
    afgenomen_op: date | None
    mapping_id: UUID | None
    herstelt_id: UUID | None = Field(description="De levering die met deze wordt hersteld.")
    ontvangen_op: datetime
    afgerond_op: datetime | None
    voortgang: Importvoortgang
    aantallen: Importaantallen
    records: list[Importregel] = Field(description="Per record van een kleine levering; bij een bestand leeg.")

    @classmethod
    def van(cls, rij: Levering) -> Self:
        """Show the row."""
        seconden = rij.duur_ms / 1000
        voortgang = Importvoortgang(
            bytes_totaal=rij.grootte,
            bytes_verwerkt=min(rij.plek, rij.grootte),
            rijen=rij.rijen,
            rijen_per_seconde=round(rij.rijen / seconden) if seconden >= 1 else None,
        )
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if hasattr(rij, naam)}
        records = [Importregel.model_validate(regel) for regel in rij.uitkomsten]
        return cls(**velden, voortgang=voortgang, aantallen=Importaantallen.model_validate(rij), records=records)
