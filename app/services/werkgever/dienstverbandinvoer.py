"""What is asked about dienstverbanden."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from app.domain.werkgever.dienstverband import Dienstverbandsoort, Eindereden, Weekuren
from app.services.handeling import Opdracht, Wijziging
from app.services.werkgever.invoer import Functie, Reden


class Voorwaardenvelden(Opdracht):
    """Uren per week en bedragen per maand."""

    uren_per_week: Weekuren = Field(description="Gegarandeerde uren per week.", examples=["24"])
    voltijd_uren_per_week: Weekuren = Field(description="Voltijdse uren per week in de sector.", examples=["38"])
    brutoloon: int = Field(
        ge=0, le=5_000_000, description="Per maand, in eurocenten, zonder vakantiebijslag.", examples=[155_000]
    )
    werkgeverslasten: int | None = Field(
        default=None, ge=0, le=5_000_000, description="Per maand, in eurocenten; leeg als de werkgever ze niet opgaf."
    )


class DienstverbandOpdracht(Voorwaardenvelden):
    """Een dienstverband van een klant bij een vestiging."""

    vestiging_id: UUID
    functie: Functie = Field(examples=["medewerker bakkerij"])
    soort: Dienstverbandsoort = Field(examples=["onbepaald"])
    van: date
    tot: date | None = Field(default=None, description="De eerste dag zonder werk; verplicht bij bepaalde tijd.")
    uitzendbeding: bool | None = Field(default=None, description="Leeg als het niet bekend is.")


class ArbeidsvoorwaardenOpdracht(Voorwaardenvelden):
    """Andere voorwaarden vanaf een dag; dezelfde dag nog eens verbetert wat er stond."""

    vanaf: date
    reden: Reden | None = Field(default=None, examples=["Loonsverhoging volgens de cao."])


class WijzigDienstverbandOpdracht(Wijziging):
    """Correctie van wat verkeerd is vastgelegd."""

    vestiging_id: UUID | None = None
    functie: Functie | None = Field(default=None, examples=["medewerker bakkerij"])
    soort: Dienstverbandsoort | None = None
    tot: date | None = None
    uitzendbeding: bool | None = None


class DienstverbandeindeOpdracht(Opdracht):
    """Het einde van een dienstverband, met de reden; een nieuwe opgave verbetert de vorige."""

    tot: date = Field(description="De eerste dag zonder werk.")
    reden: Eindereden = Field(examples=["van_rechtswege"])
    toelichting: Reden | None = None


class DienstverbandintrekkingOpdracht(Opdracht):
    """Dit dienstverband is ten onrechte vastgelegd."""

    reden: Reden = Field(examples=["Dit dienstverband is van een andere klant."])
