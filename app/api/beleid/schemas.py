"""Antwoorden over beleid."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from pydantic import Field

from app.api.schema import Grondslag, Uit
from app.domain.beleid.herkomst import velden
from app.domain.beleid.model import Herkomst
from app.domain.beleid.overzicht import Onderwerp
from app.services.beleid import Beleidsstand


class Beleidswaarde(Uit):
    """Eén waarde met haar artikel."""

    veld: str = Field(examples=["hersteltermijn_werkdagen"])
    waarde: Any = Field(examples=[5], description="Bedragen in eurocenten, percentages als tekst.")
    grondslag: Grondslag
    herkomst: Herkomst = Field(
        description="Op een waarde die niet is `vastgesteld`, rust buiten ontwikkeling geen formeel besluit."
    )
    toelichting: str | None
    variant: str | None = Field(
        description="De variant van de dienstverlening die deze waarde geeft; leeg is de gewone.",
        examples=["volledige_lockdown"],
    )


class Beleidswijziging(Uit):
    """Een waarde die anders is dan in de versie ervoor; leeg is: bestond niet."""

    veld: str
    oud: Any
    nieuw: Any
    van: date = Field(description="Sinds wanneer de nieuwe waarde geldt.")
    grondslag: Grondslag


class Beleidsonderwerp(Uit):
    """Wat over één onderwerp geldt, met het pakket waaruit het komt."""

    soort: str = Field(examples=["maatregel"])
    pakket: str = Field(examples=["NL/maatregel/2015-01-01 + GM0150/maatregel/2020-01-01"])
    sha256: str = Field(description="Hash van de waarden; staat bij elk besluit dat erop rust.")
    van: date = Field(description="Sinds wanneer deze versie geldt.")
    vorig_pakket: str | None
    waarden: list[Beleidswaarde]
    wijzigingen: list[Beleidswijziging]

    @classmethod
    def toon(cls, bron: Onderwerp) -> Self:
        """Show one subject."""
        wijzigingen = [
            Beleidswijziging(veld=v.veld, oud=v.oud, nieuw=v.nieuw, van=bron.van, grondslag=Grondslag.van(v.grondslag))
            for v in bron.wijzigingen
        ]
        waarden = [
            Beleidswaarde(
                veld=veld,
                waarde=waarde.waarde,
                grondslag=Grondslag.van(waarde.grondslag),
                herkomst=waarde.herkomst,
                toelichting=waarde.toelichting,
                variant=bron.versie.overlays.get(veld),
            )
            for veld, waarde in velden(bron.versie.beleid).items()
        ]
        return cls(
            soort=bron.soort,
            pakket=bron.versie.id,
            sha256=bron.versie.sha256,
            van=bron.van,
            vorig_pakket=bron.vorige.id if bron.vorige else None,
            waarden=waarden,
            wijzigingen=wijzigingen,
        )


class OntbrekendBeleid(Uit):
    """Een onderwerp waarover op de peildatum niets geldt."""

    soort: str
    melding: str


class Beleidsoverzicht(Uit):
    """Wat er op een dag geldt, per onderwerp."""

    gemeente: str
    peildatum: date
    bekend_op: date | None = Field(description="Met de kennis van deze dag; leeg is: met wat nu bekend is.")
    onderwerpen: list[Beleidsonderwerp]
    ontbrekend: list[OntbrekendBeleid]

    @classmethod
    def van(cls, bron: Beleidsstand) -> Self:
        """Show the policy of a date."""
        return cls(
            gemeente=bron.stand.gemeente,
            peildatum=bron.stand.peildatum,
            bekend_op=bron.stand.bekend_op,
            onderwerpen=[Beleidsonderwerp.toon(onderwerp) for onderwerp in bron.onderwerpen],
            ontbrekend=[OntbrekendBeleid(soort=soort, melding=fout.melding) for soort, fout in bron.ontbrekend],
        )
