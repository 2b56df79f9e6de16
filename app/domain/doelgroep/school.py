"""School and conversations: how a vso-pro jongere comes in, and what is discussed with every jongere."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from app.domain.doelgroep.beleid import DoelgroepBeleid, Route
from app.domain.doelgroep.feit import (
    Achtergrond,
    Feit,
    Gevolg,
    Naam,
    Taakregel,
    Zin,
    informeertaken,
    later,
    toets_jongere,
)
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Feit as Gezien
from app.domain.kern.toets import Toets

_JONGEREN = productenboek("2.3.1")
_VSO_PRO = productenboek("4.2")


class Schooloverdracht(Feit):
    """De overdracht van een vso-pro-jongere door de school; start in Groeien zonder screening en ambitiegesprek."""

    soort: Literal["schooloverdracht"]
    school: Naam
    document: Zin = Field(description="Kenmerk van het overdrachtsdocument in de zaak.", examples=["ZAAK-2026-00001"])
    contactpersoon: Naam | None = None


class Gespreksmoment(StrEnum):
    """In which meeting something was discussed."""

    SCREENING = "screening"
    AMBITIEGESPREK = "ambitiegesprek"
    VERVOLG = "vervolg"


class Jongerenonderwerp(StrEnum):
    """What is discussed with a jongere in the screening (DEV-JON-013)."""

    SPECIFIEKE_ONDERSTEUNING = "specifieke_ondersteuning"
    ZOEKPERIODE = "zoekperiode"
    HUIDIG_WERK_OF_OPLEIDING = "huidig_werk_of_opleiding"
    TERUG_NAAR_SCHOOL_OF_WERK = "terug_naar_school_of_werk"
    FEEDBACKMETHODE = "feedbackmethode"


class Jongerengesprek(Feit):
    """De checklist voor jongeren na een gesprek: wat is besproken, wie ging mee, en de volgende stap met datum."""

    soort: Literal["jongerengesprek"]
    moment: Gespreksmoment = Field(examples=["screening"])
    onderwerpen: Annotated[tuple[Jongerenonderwerp, ...], Field(max_length=5)] = ()
    begeleider: Naam | None = Field(default=None, description="Wie de jongere meebracht, zoals een ouder of coach.")
    volgende_stap: Zin = Field(examples=["Ambitiegesprek bij de intaker"])
    volgende_stap_op: date = Field(examples=["2026-04-07"])


def checklijst(kenmerken: frozenset[Kenmerk]) -> tuple[Jongerenonderwerp, ...]:
    """Return what is discussed; the zoekperiode does not stand there for speciaal onderwijs (DEV-JON-013)."""
    weg = {Jongerenonderwerp.ZOEKPERIODE} if Kenmerk.VSO_PRO in kenmerken else set()
    return tuple(onderwerp for onderwerp in Jongerenonderwerp if onderwerp not in weg)


def gevolg_schooloverdracht(feit: Schooloverdracht, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Mark the klant as vso-pro, who starts in Groeien at once (DEV-JON-009)."""
    wat = "Deel de jongere direct in bij Groeien; een screening en een ambitiegesprek zijn niet nodig."
    regel = Taakregel("vso_pro_indelen", wat, "De school droeg de jongere over.", Rol.INTAKER, _VSO_PRO)
    return Gevolg(
        voorwaarden=(toets_jongere(feit, rond, beleid),),
        erbij=frozenset({Kenmerk.VSO_PRO}),
        taken=(regel.op(later(rond.vandaag, beleid)), *informeertaken([Route.VSO_PRO], rond.vandaag, beleid)),
    )


def gevolg_jongerengesprek(feit: Jongerengesprek, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Keep the checklist and remind of the next step (DEV-JON-013)."""
    lijst = checklijst(rond.kenmerken)
    regel = Taakregel(
        "jongere_volgende_stap",
        "Ga na of de afgesproken volgende stap met de jongere is gezet.",
        "Na elk gesprek met een jongere staat een volgende stap met datum.",
        Rol.INTAKER,
        _JONGEREN,
    )
    vreemd = set(feit.onderwerpen) - set(lijst)
    zin = "Voor jongeren uit het speciaal onderwijs geldt geen zoekperiode; dat onderwerp staat er niet bij."
    gepland = feit.volgende_stap_op >= feit.datum
    stap = "De volgende stap ligt niet voor het gesprek."
    return Gevolg(
        voorwaarden=(
            toets_jongere(feit, rond, beleid),
            maak_toets("onderwerpen_op_de_lijst", not vreemd, _JONGEREN, {}, zin),
            maak_toets("volgende_stap_gepland", gepland, _JONGEREN, {}, stap),
        ),
        signalen=(_toets_besproken(feit, lijst),) if feit.moment is Gespreksmoment.SCREENING else (),
        taken=(regel.op(feit.volgende_stap_op),),
        klaar=("jongere_volgende_stap",),
    )


def _toets_besproken(feit: Jongerengesprek, lijst: tuple[Jongerenonderwerp, ...]) -> Toets:
    """Test that the whole list was discussed; what is missing is shown and stops nothing."""
    open_: Gezien = tuple(onderwerp.value for onderwerp in lijst if onderwerp not in feit.onderwerpen)
    zin = "Alle onderwerpen voor jongeren zijn in de screening besproken."
    return maak_toets("jongerenonderwerpen_besproken", not open_, _JONGEREN, {"nog_open": open_}, zin)
