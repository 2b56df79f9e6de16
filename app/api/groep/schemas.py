"""Antwoorden over groepsactiviteiten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.api.schema import Toets, Uit
from app.db.groep.activiteit import Groepsactiviteit
from app.db.groep.deelname import Groepsdeelname
from app.db.klant import Klant
from app.domain.groep.soorten import Deelnamestatus, Groepsoort, Huiswerk, Momentstatus, Momentvorm
from app.domain.groep.toetsen import programma_minuten
from app.domain.kern.klantgroep import Klantgroep
from app.services.groep.beeld import Groepsbeeld


class Groepenvraag(BaseModel):
    """Welke groepen, op de dag waarop ze beginnen."""

    model_config = ConfigDict(extra="forbid")

    soort: list[Groepsoort] = Field(default=[], max_length=6, description="Zonder soort: alle.")
    na: str | None = Field(default=None, max_length=500, description="Cursor uit `volgende` van de vorige pagina.")
    aantal: int = Field(default=50, ge=1, le=100, description="Aantal regels per pagina.")


class Groepsregel(Uit):
    """Een groep in een lijst."""

    id: UUID
    soort: Groepsoort
    klantgroep: Klantgroep | None
    naam: str
    begeleider_id: UUID
    start: date
    einde: date | None = Field(description="Laatste dag volgens het beleid; leeg is open.")


class Groepen(Uit):
    """Een pagina met groepen die lopen."""

    groepsactiviteiten: list[Groepsregel]
    volgende: str | None


class Moment(Uit):
    """Eén datum van een groep."""

    id: UUID
    begint: datetime
    duur_minuten: int
    vorm: Momentvorm
    aanbieder: str | None
    status: Momentstatus
    reden: str | None
    onderdelen: list[str]
    huiswerk: str | None
    varianten: list[str] = Field(description="Onder welk dienstverleningsniveau het is gepland.")


class Momentpresentie(Uit):
    """Of een deelnemer bij een moment was, en hoe het met het huiswerk staat."""

    groepsmoment_id: UUID
    aanwezig: bool
    huiswerk: Huiswerk | None
    resultaat_kenmerk: str | None


class GedaneStap(Uit):
    """Een stap van het programma die is gedaan."""

    code: str
    gedaan_op: date | None
    minuten: int | None
    resultaat_kenmerk: str | None


class Groepsdeelnemer(Uit):
    """Een klant in de groep, met aanwezigheid, huiswerk en stappen."""

    klant_id: UUID
    voornamen: str
    achternaam: str
    status: Deelnamestatus
    vanaf: date
    tot: date | None
    gedragsafspraken_op: date | None
    reden: str | None
    presentie: list[Momentpresentie]
    stappen: list[GedaneStap]


class Programmastap(Uit):
    """Een stap van het programma met de tijd die ervoor staat."""

    code: str
    fase: str
    samen: bool = Field(description="Samen, of thuis.")
    minuten_min: int
    minuten_max: int
    hulpmiddel: str | None


class Groep(Groepsregel):
    """Een groep met momenten, deelnemers, programma en signalen."""

    versie: int
    gemeente: str
    doeldatum: date | None
    vervolg_op: UUID | None
    beeindigd_op: date | None
    reden_einde: str | None
    pakket: str
    varianten: list[str]
    deelnemers_max: int | None
    bezet: int
    onderdelen: list[str] = Field(description="Wat in een moment aan de orde hoort te komen.")
    thuiswerk: list[str] = Field(description="Bronnen voor huiswerk.")
    programma: list[Programmastap]
    programma_minuten: list[int] = Field(description="Kortste en langste duur van het hele programma.")
    momenten: list[Moment]
    deelnemers: list[Groepsdeelnemer]
    signalen: list[Toets]

    @classmethod
    def toon(cls, beeld: Groepsbeeld) -> Self:
        """Show a group."""
        eigen = {veld: getattr(beeld.groep, veld) for veld in cls.model_fields if hasattr(Groepsactiviteit, veld)}
        return cls(
            **eigen,
            deelnemers_max=beeld.regels.deelnemers_max,
            bezet=beeld.bezet,
            onderdelen=list(beeld.regels.onderdelen),
            thuiswerk=list(beeld.regels.thuiswerk),
            programma=[Programmastap.model_validate(stap) for stap in beeld.regels.stappen],
            programma_minuten=list(programma_minuten(beeld.regels)),
            momenten=[Moment.model_validate(moment) for moment in beeld.momenten],
            deelnemers=[_deelnemer(beeld, deel, klant) for deel, klant in beeld.deelnemers],
            signalen=[Toets.van(toets) for toets in beeld.signalen],
        )


def _deelnemer(beeld: Groepsbeeld, deel: Groepsdeelname, klant: Klant) -> Groepsdeelnemer:
    eigen = ("klant_id", "status", "vanaf", "tot", "gedragsafspraken_op", "reden")
    return Groepsdeelnemer(
        **{veld: getattr(deel, veld) for veld in eigen},
        voornamen=klant.voornamen,
        achternaam=klant.achternaam,
        presentie=[Momentpresentie.model_validate(p) for p in beeld.presenties if p.klant_id == klant.id],
        stappen=[GedaneStap.model_validate(s) for s in beeld.stappen if s.klant_id == klant.id],
    )
