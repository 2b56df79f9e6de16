"""Antwoorden met cijfers voor de teamleider."""

from __future__ import annotations

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.domain.kern.klantgroep import Klantgroep
from app.domain.sturing import indelingen as domein
from app.domain.sturing.indelingen import Stap
from app.services.sturing.indelingen import Overgangen, Vergelijking


class Kwartaalperiode(Uit):
    """Een kalenderkwartaal: vanaf `van`, tot `tot`."""

    jaar: int = Field(examples=[2025])
    kwartaal: int = Field(examples=[4])
    van: date
    tot: date


class Cijfer(Uit):
    """Een aantal met het aandeel en de ruimte die toeval laat; leeg als het klein is of een klein aantal verraadt."""

    aantal: int | None
    aandeel: float | None = Field(description="Deel van alle indelingen in deze regel, tussen 0 en 1.")
    onder: float | None = Field(description="Ondergrens van het Wilson-interval rond het aandeel.")
    boven: float | None = Field(description="Bovengrens van het Wilson-interval rond het aandeel.")
    opvallend: bool = Field(
        description="Of het aandeel van alles samen verder weg ligt dan toeval over alle vergelijkingen verklaart."
    )


class Klantgroepcijfer(Cijfer):
    """Hoeveel klanten in een klantgroep zijn ingedeeld."""

    klantgroep: Klantgroep


class Doorlooptijd(Uit):
    """Het gemiddelde aantal kalenderdagen van een deel van de weg."""

    stap: Stap
    dagen: float | None


class Sturingsregel(Uit):
    """De cijfers van een medewerker of, zonder medewerker, van alles samen."""

    medewerker_id: UUID | None
    medewerker: str | None
    aantal: int | None = Field(description="Eerste indelingen in het kwartaal.")
    verdeling: list[Klantgroepcijfer]
    afwijkingen: Cijfer = Field(description="Een andere klantgroep dan voorgesteld.")
    twijfelgevallen: Cijfer
    wissels: Cijfer | None = Field(
        description="Binnen zes maanden gewisseld; leeg tot het kwartaal zes maanden voorbij is."
    )
    doorlooptijden: list[Doorlooptijd]

    @classmethod
    def van_regel(cls, regel: domein.Regel, namen: dict[UUID, str]) -> Self:
        """Show a line with the name of the employee."""
        verdeling = [Klantgroepcijfer(klantgroep=groep, **cel.model_dump()) for groep, cel in regel.verdeling.items()]
        return cls(
            medewerker_id=regel.beslisser,
            medewerker=namen[regel.beslisser] if regel.beslisser else None,
            aantal=regel.aantal,
            verdeling=verdeling,
            afwijkingen=Cijfer.model_validate(regel.afwijkingen),
            twijfelgevallen=Cijfer.model_validate(regel.twijfelgevallen),
            wissels=Cijfer.model_validate(regel.wissels) if regel.wissels else None,
            doorlooptijden=[Doorlooptijd(stap=stap, dagen=dagen) for stap, dagen in regel.dagen.items()],
        )


class Indelingscijfers(Uit):
    """Hoe de medewerkers van het team indelen, en alles samen."""

    periode: Kwartaalperiode
    medewerkers: list[Sturingsregel]
    samen: Sturingsregel
    kleinste_cel: int = Field(description="Kleinere aantallen dan dit zijn weggelaten, behalve nul.")
    betrouwbaarheid: float

    @classmethod
    def van(cls, beeld: Vergelijking) -> Self:
        """Show the lines of the employees and that of all together."""
        *eigen, samen = (Sturingsregel.van_regel(regel, beeld.namen) for regel in beeld.regels)
        return cls(
            periode=_periode(beeld),
            medewerkers=eigen,
            samen=samen,
            kleinste_cel=beeld.beleid.kleinste_cel.waarde,
            betrouwbaarheid=float(beeld.beleid.betrouwbaarheid.waarde),
        )


class Overgang(Uit):
    """Hoe vaak klanten deze wissel maakten; een uitzondering, zonder streefcijfer."""

    van_klantgroep: Klantgroep
    naar_klantgroep: Klantgroep
    aantal: int | None


class Overgangscijfers(Uit):
    """Uitzonderlijke wissels, twijfelgevallen en zorg-handhaving."""

    periode: Kwartaalperiode
    overgangen: list[Overgang]
    twijfelgevallen: int | None = Field(description="Indelingen in het kwartaal die een twijfelgeval zijn.")
    zorg_handhaving: int | None = Field(description="Klanten die er nu onder vallen.")
    kleinste_cel: int = Field(description="Voor wie de dossiers niet ziet, zijn kleinere aantallen weggelaten.")

    @classmethod
    def van(cls, beeld: Overgangen) -> Self:
        """Show the counts."""
        return cls(
            periode=_periode(beeld),
            overgangen=[
                Overgang(van_klantgroep=van, naar_klantgroep=naar, aantal=aantal)
                for (van, naar), aantal in beeld.wissels.items()
            ],
            twijfelgevallen=beeld.twijfelgevallen,
            zorg_handhaving=beeld.zorg_handhaving,
            kleinste_cel=beeld.kleinste_cel,
        )


def _periode(beeld: Vergelijking | Overgangen) -> Kwartaalperiode:
    kwartaal = beeld.kwartaal
    return Kwartaalperiode(jaar=kwartaal.jaar, kwartaal=kwartaal.nummer, van=kwartaal.van, tot=kwartaal.tot)
