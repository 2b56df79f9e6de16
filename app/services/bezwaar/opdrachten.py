"""What can be asked in the room bezwaar."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from app.domain.bezwaar.feiten import Bezwaaruitkomst, Indiener, RedenNietHoren
from app.domain.maatregel.sanctiewaarden import Maanden, Procent
from app.services.handeling import Opdracht, Wijziging

Tekst = Annotated[str, StringConstraints(min_length=10, max_length=8000)]
Naam = Annotated[str, StringConstraints(min_length=2, max_length=200)]


class BezwaarOpdracht(Opdracht):
    """Een bezwaar tegen een verzonden besluit. Zonder gronden krijgt de indiener een termijn om ze aan te vullen."""

    ontvangen_op: date = Field(examples=["2026-06-10"])
    verstuurd_op: date | None = Field(default=None, description="Het poststempel, als het bezwaar met de post kwam.")
    indiener: Indiener = Field(default=Indiener.KLANT)
    gemachtigde: Naam | None = Field(default=None, description="Wie namens de klant bezwaar maakt.")
    gronden: Tekst | None = Field(default=None, examples=["Ik was ziek en heb dat gemeld."])

    @model_validator(mode="after")
    def _gemachtigde_genoemd(self) -> Self:
        if (self.indiener is Indiener.GEMACHTIGDE) != (self.gemachtigde is not None):
            raise ValueError("Geef de naam van de gemachtigde, en alleen dan.")
        return self


class WijzigBezwaarOpdracht(Wijziging):
    """Aanvulling of correctie; wat niet wordt genoemd, blijft."""

    gronden: Tekst | None = Field(default=None, examples=["Ik was ziek en heb dat gemeld."])
    verstuurd_op: date | None = None
    hersteld_tot: date | None = Field(default=None, description="Tot en met wanneer de gronden mogen worden aangevuld.")
    verschoonbaar: bool | None = Field(default=None, description="Of te laat zijn niet aan de indiener te wijten is.")
    verschoonbaar_reden: Tekst | None = None


class BezwaarhoorOpdracht(Opdracht):
    """Het horen: het verslag van de hoorzitting, of de reden om niet te horen."""

    gehoord: bool = Field(examples=[True])
    datum: date = Field(examples=["2026-06-24"])
    verslag: Tekst = Field(examples=["De klant vertelde dat hij ziek was en liet het bericht zien."])
    reden_niet_horen: RedenNietHoren | None = None

    @model_validator(mode="after")
    def _reden_alleen_zonder_horen(self) -> Self:
        if self.gehoord != (self.reden_niet_horen is None):
            raise ValueError("Geef een reden als er niet is gehoord, en alleen dan.")
        return self


class VerdagingOpdracht(Opdracht):
    """Waarom de beslissing later komt; dat kan één keer."""

    reden: Tekst = Field(examples=["De medische gegevens zijn nog niet binnen."])


class BezwaarbesluitOpdracht(Opdracht):
    """De beslissing op bezwaar. Bij wijzigen geeft u een lager percentage of een kortere duur."""

    uitkomst: Bezwaaruitkomst = Field(examples=["ongegrond"])
    motivering: Tekst = Field(examples=["Het bericht laat zien dat de klant op tijd heeft afgezegd."])
    procent: Procent | None = None
    maanden: Maanden | None = None


class BezwaarintrekkingOpdracht(Opdracht):
    """Dat de indiener het bezwaar intrekt."""

    reden: Tekst = Field(examples=["De klant heeft het bezwaar aan de telefoon ingetrokken."])
