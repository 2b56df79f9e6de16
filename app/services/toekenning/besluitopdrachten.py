"""What can be asked about the besluit on a voorziening, and about the hardheidsclausule."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.voorziening.besluit.feiten import Voorzieningdictum
from app.services.handeling import Opdracht
from app.services.toekenning.opdrachten import Code, Tekst, Voorzieningantwoord, Weekuren, Zin


class ToekenningsbesluitOpdracht(Opdracht):
    """Toekennen of afwijzen. Het kan alleen als de voorwaarden het dragen."""

    dictum: Voorzieningdictum = Field(examples=["toekennen"], description="`toekennen` of `afwijzen`.")
    motivering: Tekst | None = Field(
        default=None, examples=["De klant kan hier wennen aan werk en heeft daar zelf om gevraagd."]
    )


class VoorzieningsverlengingOpdracht(Opdracht):
    """Een voorziening duurt langer; zij blijft binnen wat het beleid in totaal toelaat."""

    laatste_dag: date = Field(examples=["2026-10-12"])
    motivering: Tekst | None = Field(default=None, examples=["De leerdoelen zijn bijna gehaald."])
    uren: Weekuren | None = Field(default=None, description="Leeg: de uren blijven gelijk.")
    antwoorden: dict[Code, Voorzieningantwoord] = Field(
        default_factory=dict,
        max_length=100,
        description="Antwoorden die veranderden of er bij een verlenging bij horen.",
    )


class HardheidsvoorstelOpdracht(Opdracht):
    """Het artikel van de beleidsregels waarvan wordt afgeweken, en waarom. Een ander beslist erover."""

    artikel: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}[a-z]?$")] = Field(examples=["1"])
    lid: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}$")] | None = Field(default=None, examples=["3"])
    reden: Tekst = Field(examples=["De klant was zes weken ziek; drie maanden zijn dan onbillijk kort."])


class HardheidsbesluitOpdracht(Opdracht):
    """Het besluit van een ander over het voorstel."""

    akkoord: bool = Field(examples=[True])
    toelichting: Zin | None = Field(default=None, description="Verplicht als u niet akkoord bent.")


class HardheidsintrekkingOpdracht(Opdracht):
    """Waarom de afwijking niet (meer) nodig is."""

    reden: Zin = Field(examples=["De voorziening duurt toch geen drie maanden."])


class ToekenningheropeningOpdracht(Opdracht):
    """Waarom het besluit niet wordt verzonden en het concept weer open gaat."""

    reden: Zin = Field(examples=["De werkgever biedt minder uren."])
