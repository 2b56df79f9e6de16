"""Antwoorden over simulaties van beleid: alleen aantallen en bedragen van velen samen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.simulatie.simulatie import Beleidssimulatie as Rij
from app.db.simulatie.simulatie import Simulatiestaat
from app.domain.simulatie.telling import Telkenmerk


class Simulatiewaarde(Uit):
    """Een waarde die in de simulatie anders was."""

    veld: str = Field(examples=["verlaging_procent.2"])
    waarde: Any = Field(examples=["20"])


class Simulatievoortgang(Uit):
    """Hoe ver een simulatie is. De aantallen komen met de uitkomst, als die het aantal van alles samen toont."""

    procent: int = Field(description="Hoeveel van de besluiten is doorgerekend.", examples=[100])
    gevallen: int | None = Field(description="Besluiten die meetellen.")
    gedaan: int | None
    gevallen_per_seconde: int | None = Field(description="Leeg als er te kort aan is gerekend.")

    @classmethod
    def van(cls, rij: Rij) -> Self:
        """Show a percentage, and numbers only where the outcome itself shows how many there were."""
        seconden = rij.duur_ms / 1000
        toon = rij.uitkomst is not None and rij.uitkomst["samen"]["aantal"] is not None
        klaar = 100 if rij.uitkomst is not None else 0
        return cls(
            procent=rij.gedaan * 100 // rij.gevallen if rij.gevallen else klaar,
            gevallen=rij.gevallen if toon else None,
            gedaan=rij.gedaan if toon else None,
            gevallen_per_seconde=round(rij.gedaan / seconden) if toon and seconden >= 1 else None,
        )


class Simulatiebedragen(Uit):
    """Wat de besluiten samen kosten, in eurocenten; leeg als het iets over een enkeling zou verraden."""

    voor: int | None = Field(description="Zoals besloten.")
    na: int | None = Field(description="Onder het andere beleid.")
    verschil: int | None


class Simulatiegroep(Uit):
    """Hoeveel besluiten in een groep anders waren afgelopen. Kleine aantallen, en wat ze verraadt, zijn weggelaten."""

    naam: str = Field(examples=["matchen"])
    aantal: int | None
    gelijk: int | None
    anders: int | None
    onbekend: int | None = Field(description="Niet te berekenen; de bedragen tellen dan niet mee.")
    bedragen: Simulatiebedragen


class Simulatietabel(Uit):
    """De groepen van een kenmerk.

    Bij `overgang` staat de oude en de nieuwe uitkomst. `niet_mogelijk`: een voorwaarde is onder het andere beleid niet
    vervuld, dus volgt er een andere stap. `niet_te_berekenen`: er ontbreekt iets wat het andere beleid vraagt.
    """

    kenmerk: Telkenmerk
    groepen: list[Simulatiegroep]


class Simulatiereden(Uit):
    """De eerste reden waarom besluiten onder het andere beleid niet mogelijk of niet te berekenen zijn."""

    naar: str = Field(examples=["niet_mogelijk"])
    reden: str = Field(description="De code van de voorwaarde, of wat er aan de gegevens schort.")
    aantal: int | None


class Simulatieuitkomst(Uit):
    """Wat het andere beleid had veranderd. Wat is gedaan vóór een besluit, is gedaan onder het oude beleid."""

    samen: Simulatiegroep
    tabellen: list[Simulatietabel]
    redenen: list[Simulatiereden]
    norm_doorgetrokken: int | None = Field(
        description="In hoeveel besluiten de laatst bekende norm is gebruikt voor maanden die er bijkomen."
    )
    kleinste_cel: int = Field(description="Kleinere aantallen dan dit zijn weggelaten, behalve nul.")


class Beleidssimulatie(Uit):
    """Een simulatie: wat is gevraagd, hoe ver zij is en wat eruit kwam."""

    id: UUID
    staat: Simulatiestaat
    reden: str | None = Field(description="Waarom de simulatie is mislukt.")
    gemeente: str
    omschrijving: str | None
    van: date
    tot: date
    wijzigingen: list[Simulatiewaarde]
    beleid_id: str = Field(description="Het beleid van de dag van de vraag, waarin de waarden zijn gecontroleerd.")
    codeversie: str
    gevraagd_op: datetime
    gevraagd_door: UUID
    afgerond_op: datetime | None
    voortgang: Simulatievoortgang
    uitkomst: Simulatieuitkomst | None

    @classmethod
    def van_rij(cls, rij: Rij) -> Self:
        """Show the row."""
        eigen = {"wijzigingen", "voortgang", "uitkomst"}
        return cls(
            **{naam: getattr(rij, naam) for naam in cls.model_fields if naam not in eigen},
            wijzigingen=[Simulatiewaarde.model_validate(wijziging) for wijziging in rij.wijzigingen],
            voortgang=Simulatievoortgang.van(rij),
            uitkomst=None if rij.uitkomst is None else Simulatieuitkomst.model_validate(rij.uitkomst),
        )


class Beleidssimulaties(Uit):
    """De laatste simulaties, de nieuwste eerst."""

    simulaties: list[Beleidssimulatie]
