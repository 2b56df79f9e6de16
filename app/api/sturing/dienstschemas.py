"""Antwoorden met cijfers over de dienstverlening en de handhaving."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from app.api.schema import Uit
from app.api.sturing.schemas import Kwartaalperiode
from app.domain.kern.klantgroep import Klantgroep
from app.domain.sturing.handhaving import Zaakafloop
from app.domain.sturing.kwartaal import Kwartaal
from app.domain.sturing.termen import Dienstterm, Termregel
from app.services.sturing.dienstverlening import Handhavingscijfers as Zaakcijferbeeld
from app.services.sturing.dienstverlening import Stroomcijfers as Stroombeeld
from app.services.sturing.dienstverlening import Termcijfers as Termbeeld

_KLEIN = "Kleinere aantallen dan dit zijn weggelaten, behalve nul, en ook wat zo'n aantal zou verraden."


def _periode(kwartaal: Kwartaal) -> Kwartaalperiode:
    return Kwartaalperiode(jaar=kwartaal.jaar, kwartaal=kwartaal.nummer, van=kwartaal.van, tot=kwartaal.tot)


class Termcijfer(Uit):
    """Hoe vaak een termijn in een klantgroep is gehaald; leeg als het aantal te klein is."""

    klantgroep: Klantgroep | None = Field(description="Leeg voor wie nog niet was ingedeeld, en voor alles samen.")
    samen: bool = Field(description="Of dit de regel met alles samen is.")
    binnen: int | None
    buiten: int | None
    aandeel_binnen: float | None = Field(description="Deel binnen de termijn, tussen 0 en 1.")

    @classmethod
    def van(cls, regel: Termregel) -> Self:
        """Show a line."""
        return cls(**regel.model_dump(exclude={"aandeel"}), aandeel_binnen=regel.aandeel)


class Termijncijfer(Uit):
    """De cijfers van één termijn."""

    termijn: Dienstterm
    regels: list[Termcijfer]


class Termijncijfers(Uit):
    """Servicetermijnen die in het kwartaal afliepen."""

    periode: Kwartaalperiode
    termijnen: list[Termijncijfer]
    kleinste_cel: int = Field(description=_KLEIN)

    @classmethod
    def van(cls, beeld: Termbeeld) -> Self:
        """Show every term."""
        return cls(
            periode=_periode(beeld.kwartaal),
            termijnen=[
                Termijncijfer(termijn=term, regels=[Termcijfer.van(regel) for regel in regels])
                for term, regels in beeld.termen.items()
            ],
            kleinste_cel=beeld.kleinste_cel,
        )


class Bestemmingscijfer(Uit):
    """Waar klanten aan het einde zijn."""

    klantgroep: Klantgroep
    aantal: int | None


class Klantgroepstroom(Uit):
    """De stroom door één klantgroep; leeg is te klein."""

    klantgroep: Klantgroep
    stand_begin: int | None
    stand_einde: int | None
    nieuw: int | None = Field(description="Aan het begin nog in geen klantgroep.")
    naar: list[Bestemmingscijfer] = Field(description="Wie er aan het begin was, naar klantgroep aan het einde.")
    gemiddeld_dagen: float | None = Field(description="Hoe lang klanten er aan het einde gemiddeld in zitten.")


class Stroomcijfers(Uit):
    """Stand, instroom, overgangen en duur per klantgroep."""

    periode: Kwartaalperiode
    klantgroepen: list[Klantgroepstroom]
    kleinste_cel: int = Field(description=_KLEIN)

    @classmethod
    def van(cls, beeld: Stroombeeld) -> Self:
        """Show every klantgroep."""
        return cls(
            periode=_periode(beeld.kwartaal),
            klantgroepen=[
                Klantgroepstroom(
                    **groep.model_dump(exclude={"naar"}),
                    naar=[Bestemmingscijfer(klantgroep=naar, aantal=n) for naar, n in groep.naar.items()],
                )
                for groep in beeld.groepen
            ],
            kleinste_cel=beeld.kleinste_cel,
        )


class Afloopcijfer(Uit):
    """Hoe vaak een zaak zo eindigde."""

    afloop: Zaakafloop
    aantal: int | None


class Gedragingcijfer(Uit):
    """De besluiten over één gedraging of, zonder gedraging, over alles samen."""

    gedraging: str | None
    aantal: int | None
    per_afloop: list[Afloopcijfer]
    mediaan_dagen: float | None = Field(description="Mediaan van opening tot besluit, in kalenderdagen.")


class Handhavingscijfers(Uit):
    """Besluiten op maatregelzaken in het kwartaal."""

    periode: Kwartaalperiode
    regels: list[Gedragingcijfer]
    kleinste_cel: int = Field(description=_KLEIN)

    @classmethod
    def van(cls, beeld: Zaakcijferbeeld) -> Self:
        """Show every gedraging and all together."""
        return cls(
            periode=_periode(beeld.kwartaal),
            regels=[
                Gedragingcijfer(
                    **regel.model_dump(exclude={"per_afloop"}),
                    per_afloop=[Afloopcijfer(afloop=afloop, aantal=n) for afloop, n in regel.per_afloop.items()],
                )
                for regel in beeld.regels
            ],
            kleinste_cel=beeld.kleinste_cel,
        )
