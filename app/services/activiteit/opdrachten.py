"""What can be asked in the room activiteit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from app.domain.indeling.doorstroom import Probleemernst
from app.domain.kern.activiteit import Activiteitsoort, Uren
from app.domain.kern.leefgebied import Leefgebied
from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, Field(min_length=3, max_length=500)]


class StandInhoud(Opdracht):
    """Hoeveel de klant doet en wat dat oplevert."""

    uren_per_week: Uren = Field(examples=[Decimal(12)], description="Met hoogstens één cijfer achter de komma.")
    uren_uitbreidbaar: bool | None = Field(default=None, description="Of de klant meer uren kan gaan werken.")
    inkomen_per_maand: int | None = Field(
        default=None, ge=0, le=100_000_00, description="Eurocenten netto per maand, vakantietoeslag inbegrepen."
    )


class StandOpdracht(StandInhoud):
    """Andere uren of een ander inkomen vanaf een dag. Dezelfde dag als een eerdere stand herstelt die."""

    vanaf: date = Field(examples=["2026-03-30"])


class ActiviteitOpdracht(StandInhoud):
    """Wat een klant doet, met de uren bij de start."""

    soort: Activiteitsoort = Field(examples=[Activiteitsoort.VRIJWILLIGERSWERK])
    omschrijving: Zin | None = None
    start: date = Field(examples=["2026-03-30"])
    einde: date | None = Field(default=None, description="De laatste dag, ook als die nog komt.")
    zelf_gevonden: bool | None = Field(default=None, description="Of de klant het zelf heeft gevonden.")


class WijzigActiviteitOpdracht(Wijziging):
    """Correctie of einde; wat niet wordt genoemd, blijft. Andere uren komen in een nieuwe stand."""

    omschrijving: Zin | None = None
    start: date | None = None
    einde: date | None = Field(default=None, examples=["2026-03-31"])
    zelf_gevonden: bool | None = None


class ActiviteitintrekkingOpdracht(Opdracht):
    """Waarom een vastgelegde activiteit niet klopt."""

    reden: Zin = Field(examples=["Bij de verkeerde klant vastgelegd."])


class LeefgebiedenOpdracht(Opdracht):
    """Hoe het per leefgebied gaat, naar het oordeel van de consulent; wat niet is beoordeeld, blijft weg."""

    datum: date = Field(examples=["2026-03-31"])
    problemen: dict[Leefgebied, Probleemernst] = Field(
        min_length=1, examples=[{"wonen": "geen", "financien": "klein_stabiel"}]
    )
    toelichting: Zin | None = None
