"""Antwoorden over begeleiding."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.domain.begeleiding.soorten import Contactvorm, Doelactiestatus, Werkplek
from app.domain.groep.soorten import Deelnamestatus, Groepsoort
from app.services.begeleiding.begeleiden import Begeleidingsbeeld


class Contactmoment(Uit):
    """Contact met de klant, met wat er is besproken."""

    id: UUID
    tijdstip: datetime
    vorm: Contactvorm
    onderwerpen: list[str]
    afspraken: str | None
    medewerker_id: UUID
    ingetrokken_op: datetime | None
    reden_intrekking: str | None
    varianten: list[str] = Field(description="Het dienstverleningsniveau op die dag.")


class Contactafspraak(Uit):
    """Hoe vaak er contact is, en wanneer weer."""

    elke_dagen: int
    volgende: date
    vastgelegd_op: datetime


class Doelactie(Uit):
    """Een punt van het doel-actieplan."""

    id: UUID
    versie: int
    klant_id: UUID
    omschrijving: str
    uiterlijk: date | None
    status: Doelactiestatus
    resultaat: str | None


class Werkplekkeuze(Uit):
    """Waar de klant verdergaat, op welk beleid dat rust en waarom."""

    id: UUID
    keuze: Werkplek
    reden: str | None
    dag: date
    beleid_id: str
    varianten: list[str]


class Groepsdeelname(Uit):
    """Een groep waaraan de klant meedoet of meedeed."""

    groepsactiviteit_id: UUID
    soort: Groepsoort
    naam: str
    status: Deelnamestatus
    vanaf: date
    tot: date | None


class Begeleiding(Uit):
    """De begeleiding van een klant buiten de afspraken om."""

    klant_id: UUID
    contactmomenten: list[Contactmoment]
    contactafspraak: Contactafspraak | None
    doelacties: list[Doelactie]
    werkplekkeuzes: list[Werkplekkeuze]
    groepen: list[Groepsdeelname]
    onderwerpen: list[str] = Field(description="Onderwerpen die in een contact aan de orde horen te komen.")

    @classmethod
    def toon(cls, beeld: Begeleidingsbeeld) -> Self:
        """Show the guidance of a klant."""
        groepen = [
            Groepsdeelname(
                groepsactiviteit_id=groep.id,
                soort=groep.soort,
                naam=groep.naam,
                status=deel.status,
                vanaf=deel.vanaf,
                tot=deel.tot,
            )
            for deel, groep in beeld.groepen
        ]
        return cls(
            klant_id=beeld.klant.id,
            contactmomenten=[Contactmoment.model_validate(rij) for rij in beeld.contacten],
            contactafspraak=Contactafspraak.model_validate(beeld.afspraak) if beeld.afspraak else None,
            doelacties=[Doelactie.model_validate(rij) for rij in beeld.acties],
            werkplekkeuzes=[Werkplekkeuze.model_validate(rij) for rij in beeld.keuzes],
            groepen=groepen,
            onderwerpen=list(beeld.onderwerpen),
        )
