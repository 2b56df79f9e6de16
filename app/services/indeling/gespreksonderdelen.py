"""Parts of the ambitiegesprek that are recorded beside its outcome: opening, urgent matters, leefgebieden, stress."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from app.domain.indeling.verloop import OPENING, VerloopFeiten
from app.domain.kern.kenmerk import Spoedzaak
from app.domain.kern.leefgebied import Leefgebied
from app.domain.taaleis.feit import Checkuitkomst
from app.services.handeling import Opdracht

Zin = Annotated[str, Field(min_length=3, max_length=500)]


class Opening(Opdracht):
    """Wat bij het begin van het gesprek is uitgelegd."""

    doel: bool = Field(description="Waarvoor het gesprek is.")
    tijd: bool = Field(description="Hoe lang het ongeveer duurt.")
    vaste_contactpersoon_later: bool = Field(description="Dat de intaker niet de vaste contactpersoon wordt.")


class Spoedafhandeling(Opdracht):
    """Hoe een spoedzaak is afgehandeld."""

    spoedzaak: Spoedzaak
    afhandeling: Zin


class FinancieleStress(Opdracht):
    """Of geldzorgen en de stress daarvan meewegen in de klantgroep; het plan van aanpak neemt dit over."""

    weegt_mee: bool
    toelichting: Zin


class Taaleisuitkomst(Opdracht):
    """Of de klant de taaleis haalt, zoals in het ambitiegesprek is nagegaan; bij `voldoet` ook waaruit dat blijkt."""

    uitkomst: Checkuitkomst
    waaruit: Zin | None = Field(default=None, examples=["Voert het gesprek vlot in het Nederlands."])

    @model_validator(mode="after")
    def _onderbouwd(self) -> Self:
        if self.uitkomst is Checkuitkomst.VOLDOET and self.waaruit is None:
            raise ValueError("Zeg waaruit blijkt dat de klant voldoet.")
        return self


class NietBesproken(Opdracht):
    """Een leefgebied dat niet aan bod kwam, met de reden."""

    leefgebied: Leefgebied
    reden: Zin


class Gespreksonderdelen(Opdracht):
    """Het verloop van het gesprek; wat leeg blijft, is niet vastgelegd."""

    opening: Opening | None = None
    spoedafhandelingen: tuple[Spoedafhandeling, ...] = Field(default=(), max_length=3)
    leefgebieden_besproken: tuple[Leefgebied, ...] | None = Field(default=None, max_length=7)
    niet_besproken: tuple[NietBesproken, ...] = Field(default=(), max_length=7)
    financiele_stress: FinancieleStress | None = None
    taaleis: Taaleisuitkomst | None = Field(
        default=None, description="Mag weg als de jaren onderwijs of de inburgering het al zeggen."
    )

    @model_validator(mode="after")
    def _elke_zaak_een_keer(self) -> Self:
        zaken = [afhandeling.spoedzaak for afhandeling in self.spoedafhandelingen]
        if len(zaken) != len(set(zaken)):
            raise ValueError("Noem elke spoedzaak hoogstens één keer.")
        return self

    def verloop(self, spoedzaken: frozenset[Spoedzaak], *, geldzorgen: bool) -> VerloopFeiten:
        """Return the facts of the course of the gesprek, with what the screening told."""
        opening = self.opening
        besproken = self.leefgebieden_besproken
        uitgelegd = (onderwerp for onderwerp in OPENING if getattr(opening, onderwerp, False))
        samen = (*(besproken or ()), *(deel.leefgebied for deel in self.niet_besproken))
        return VerloopFeiten(
            opening=None if opening is None else frozenset(uitgelegd),
            spoedzaken=spoedzaken,
            afgehandeld=frozenset(afhandeling.spoedzaak for afhandeling in self.spoedafhandelingen),
            besproken=None if besproken is None else frozenset(samen),
            geldzorgen=geldzorgen,
            stress_gewogen=self.financiele_stress is not None,
        )
