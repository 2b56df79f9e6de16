"""Wat er aan vrije momenten kan worden gevraagd."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from app.domain.agenda.soorten import AgendaSoort, Ruimtesoort
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.rollen import Rol
from app.services.agenda.voorstellen import Keuze
from app.services.agenda.zoeken import VrijMoment, Zoekvraag, wie_kan, zoek_vrij
from app.services.handeling import Handeling


class Voorstelvraag(BaseModel):
    """Welk gesprek er voor een klant wordt gezocht, en bij wie."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, populate_by_name=True)

    soort: AgendaSoort = Field(examples=["ambitiegesprek"])
    medewerker_id: list[UUID] = Field(default=[], max_length=10)
    rol: Rol | None = Field(default=None, description="Zoek bij iedereen met deze rol.")
    beveiligd: bool = Field(default=False, description="Zoek er een vrije ruimte met beveiliging bij.")
    aantal: int = Field(default=5, ge=1, le=50)

    def als_keuze(self) -> Keuze:
        """Return what is chosen."""
        return Keuze(self.soort, tuple(self.medewerker_id), self.rol, self.beveiligd, self.aantal)


class Vrijvraag(BaseModel):
    """De vraag in de adresregel; er staat niets over een klant in."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, populate_by_name=True)

    soort: AgendaSoort = Field(examples=["screeningsgesprek"])
    van: date = Field(examples=["2026-04-01"])
    tot: date = Field(examples=["2026-04-02"])
    medewerker_id: list[UUID] = Field(default=[], max_length=10)
    rol: Rol | None = Field(default=None, description="Zoek bij iedereen met deze rol.")
    samen: bool = Field(default=False, description="Iedereen moet op hetzelfde moment vrij zijn.")
    minuten: int | None = Field(default=None, ge=5, le=240, description="Zonder opgave wat het beleid noemt.")
    ruimtesoort: Ruimtesoort | None = Field(default=None, description="Zoek er een vrije ruimte van deze soort bij.")
    beveiligd: bool = Field(default=False, description="Zoek er een vrije ruimte met beveiliging bij.")
    gemeente: str | None = Field(default=None, pattern=r"^GM[0-9]{4}$")
    aantal: int = Field(default=20, ge=1, le=100)

    def zoek(self, h: Handeling) -> list[VrijMoment]:
        """Answer the question for the municipality that is named, else the first one of the actor."""
        gemeente = self.gemeente or h.actor.gemeenten[0]
        if gemeente not in h.actor.gemeenten:
            raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
        vraag = Zoekvraag(
            soort=self.soort,
            van=self.van,
            tot=self.tot,
            medewerkers=wie_kan(h, self.medewerker_id, self.rol),
            samen=self.samen,
            minuten=self.minuten,
            ruimtesoort=self.ruimtesoort,
            beveiligd=self.beveiligd,
        )
        return zoek_vrij(h, vraag, gemeente, self.aantal)
