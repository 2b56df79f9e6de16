"""What a caller can ask about groepsactiviteiten."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from app.domain.groep.soorten import Deelnamestatus, Groepsoort, Huiswerk, Momentvorm
from app.domain.kern.klantgroep import Klantgroep
from app.services.handeling import Opdracht

Naam = Annotated[str, StringConstraints(min_length=2, max_length=200)]
Reden = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Kenmerk = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,60}$")]
MEDEWERKER = "00000000-0000-7000-8000-000000030001"
KLANT = "019d4d3c-7a10-7c3e-8f51-2b9d0c6e4a11"


class GroepOpdracht(Opdracht):
    """Een nieuwe groep met één begeleider; einde en doeldatum volgen uit het beleid."""

    gemeente: str = Field(pattern=r"^GM[0-9]{4}$", examples=["GM0150"])
    soort: Groepsoort = Field(examples=["workshop"])
    klantgroep: Klantgroep | None = Field(default=None, examples=["matchen"])
    naam: Naam = Field(examples=["Solliciteren online"])
    begeleider_id: UUID = Field(examples=[MEDEWERKER])
    start: date = Field(examples=["2026-04-14"])
    vervolg_op: UUID | None = Field(default=None, description="Bij een vervolggroep: de workshop met het huiswerk.")


class MomentOpdracht(Opdracht):
    """Eén datum van een groep, met de vorm waarin het dan is."""

    begint: AwareDatetime = Field(examples=["2026-04-14T10:00:00+02:00"])
    duur_minuten: int = Field(ge=5, le=480, examples=[60])
    vorm: Momentvorm = Field(examples=["digitaal"])
    aanbieder: Naam | None = Field(default=None, description="Wie het geeft, als dat een ander is.", examples=["BAD"])
    huiswerk: Reden | None = Field(default=None, examples=["Webinar UWV bekijken en drie vacatures zoeken"])


class WijzigMomentOpdracht(MomentOpdracht):
    """Een moment zoals het nu wordt; met `vervalt` gaat het niet door."""

    vervalt: bool = False
    reden: Reden | None = Field(default=None, description="Verplicht als het vervalt.")


class DeelneemOpdracht(Opdracht):
    """Een klant die meedoet."""

    klant_id: UUID = Field(examples=[KLANT])
    gedragsafspraken: bool = Field(
        default=False, description="De klant zegt toe gemotiveerd mee te doen en zich aan de afspraken te houden."
    )


class Eindestatus(StrEnum):
    """Hoe een deelname eindigt."""

    AFGEROND = Deelnamestatus.AFGEROND.value
    GESTOPT = Deelnamestatus.GESTOPT.value
    VERWIJDERD = Deelnamestatus.VERWIJDERD.value


class DeelnameEindeOpdracht(Opdracht):
    """Het einde van een deelname; wie stoort, wordt verwijderd en krijgt individuele begeleiding."""

    klant_id: UUID = Field(examples=[KLANT])
    status: Eindestatus = Field(examples=["verwijderd"])
    reden: Reden = Field(examples=["Stoorde herhaaldelijk na een waarschuwing"])


class PresentieregelOpdracht(Opdracht):
    """Eén deelnemer in een moment."""

    klant_id: UUID = Field(examples=[KLANT])
    aanwezig: bool
    huiswerk: Huiswerk | None = Field(default=None, description="Leeg: geen huiswerk.", examples=["opgegeven"])
    resultaat_kenmerk: Kenmerk | None = Field(default=None, description="Waar het resultaat staat.")


class GroepsverslagOpdracht(Opdracht):
    """Hoe een moment is gegaan; nog eens insturen herstelt wat er stond."""

    onderdelen: tuple[Code, ...] = Field(default=(), max_length=30, description="Wat aan de orde was.")
    deelnemers: tuple[PresentieregelOpdracht, ...] = Field(max_length=60)


class GroepsstapOpdracht(Opdracht):
    """Een stap van het programma die een deelnemer heeft gedaan."""

    klant_id: UUID = Field(examples=[KLANT])
    stap: Code = Field(examples=["wie_ben_ik_opdracht"])
    gedaan_op: date | None = Field(default=None, description="Leeg: bij nader inzien nog niet gedaan.")
    minuten: int | None = Field(default=None, ge=1, le=600)
    resultaat_kenmerk: Kenmerk | None = Field(default=None, description="Waar de uitgewerkte opdracht staat.")


class GroepseindeOpdracht(Opdracht):
    """Het einde van een groep; wie nog meedoet, heeft haar afgerond."""

    reden: Reden = Field(examples=["Alle bijeenkomsten zijn geweest"])
