"""What a caller asks for the chain of a statushouder."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from app.services.agenda.opdrachten import MEDEWERKER, Naam, PlekOpdracht, Reden
from app.services.handeling import Opdracht
from app.services.intake.opdrachten import ScreeningsafspraakOpdracht


class VluchtelingenwerkOpdracht(Opdracht):
    """Wat Vluchtelingenwerk vooraf over de statushouder heeft doorgegeven."""

    informatie: Annotated[str, StringConstraints(min_length=10, max_length=4000)] = Field(
        examples=["Gezin met twee kinderen, woning vanaf 15 april, spreekt Tigrinya."]
    )
    ontvangen_op: date = Field(examples=["2026-03-30"])
    begeleider: Naam | None = Field(default=None, description="Wie van Vluchtelingenwerk begeleidt.")


class KetendeelOpdracht(PlekOpdracht):
    """Een van de afspraken in de keten."""

    begint: AwareDatetime = Field(examples=["2026-04-02T10:45:00+02:00"])
    duur_minuten: int | None = Field(default=None, ge=5, le=240, description="Zonder opgave wat het beleid noemt.")
    medewerker_id: UUID | None = Field(default=None, examples=[MEDEWERKER])


class StatushouderketenOpdracht(Opdracht):
    """De afspraken van een statushouder na elkaar op één dag; kan er één niet, dan wordt er geen gemaakt."""

    vluchtelingenwerk: VluchtelingenwerkOpdracht
    screening: ScreeningsafspraakOpdracht = Field(description="Met de inkomensconsulent.")
    ambitiegesprek: KetendeelOpdracht = Field(description="Met de trajectconsulent.")
    bad: KetendeelOpdracht = Field(description="Met een medewerker van het BAD; van buiten staat die bij `deelnemers`.")
    reden_afwijking: Reden | None = Field(default=None, description="Waarom het niet na elkaar op één dag kan.")
