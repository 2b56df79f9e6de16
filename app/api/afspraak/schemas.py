"""Antwoorden over bijeenkomsten en afspraken."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Toets, Uit
from app.db.afspraak import Afspraak as Rij
from app.db.afspraak import Bijeenkomststatus
from app.db.klant import Klant
from app.domain.afspraak.feiten import AfspraakSoort, KickOffBegeleiding, KickOffVorm, Presentie, Vervolgstap
from app.domain.afspraak.no_show import Gevolg
from app.domain.afspraak.uitnodiging import UitnodigingSoort, Uitnodigingswijze
from app.domain.kern.klantgroep import Klantgroep
from app.services.afspraak.beeld import Bijeenkomstbeeld
from app.services.afspraak.ketens import gevolg_van


class NoShowGevolg(Uit):
    """Wat er volgt op niet verschijnen; `aangehouden` stappen wachten, `redenAanhouding` zegt waarop."""

    nummer: int = Field(description="De hoeveelste keer in deze keten.")
    stappen: list[Vervolgstap]
    aangehouden: list[Vervolgstap]
    reden_aanhouding: str | None
    grondslag: Grondslag

    @classmethod
    def van(cls, gevolg: Gevolg | None) -> Self | None:
        """Show the steps, if the klant stayed away."""
        if gevolg is None:
            return None
        return cls(**gevolg.model_dump(exclude={"grondslag"}), grondslag=Grondslag.van(gevolg.grondslag))


class Afspraak(Uit):
    """Een afspraak met haar uitnodiging, uitkomst en plaats in de keten van vervangende afspraken."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: AfspraakSoort
    bijeenkomst_id: UUID | None
    begint: datetime
    locatie: str
    medewerker_id: UUID | None
    keten_id: UUID
    nummer: int
    uitnodiging: UitnodigingSoort
    verzonden_op: date | None
    wijzen: list[Uitnodigingswijze]
    kenmerk_aangetekend: str | None
    sms_verzonden_op: date | None
    uitkomst: Presentie | None
    reden: str | None
    uitkomst_op: datetime | None
    vervallen_op: datetime | None
    gevolg: NoShowGevolg | None
    maatregelzaak_id: UUID | None
    vorm: KickOffVorm | None = Field(description="Hoe de klant aan de kick-off meedeed.")
    subgroep: int | None
    onderdelen: list[str] = Field(description="Wat er in dit gesprek extra aan de orde komt.")
    reden_kanaal: str | None = Field(description="Waarom toch in een vorm die nu wordt ontraden.")
    varianten: list[str] = Field(description="Het dienstverleningsniveau op de dag van de afspraak.")

    @classmethod
    def van(cls, rij: Rij) -> Self:
        """Show an appointment with what followed on it."""
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "gevolg"}
        return cls(**velden, gevolg=NoShowGevolg.van(gevolg_van(rij)))

    @classmethod
    def van_paar(cls, paar: tuple[Rij, Klant]) -> Self:
        """Show an appointment of a known klant."""
        return cls.van(paar[0])


class AfsprakenVanKlant(Uit):
    """Alle afspraken van een klant, de laatste eerst."""

    afspraken: list[Afspraak]

    @classmethod
    def van(cls, rijen: list[Rij]) -> Self:
        """Show every appointment."""
        return cls(afspraken=[Afspraak.van(rij) for rij in rijen])


class Agendaregel(Uit):
    """Een afspraak in de agenda, met de naam van de klant."""

    klant_id: UUID
    naam: str
    klantgroep: Klantgroep | None
    telefoon: str | None
    afspraak: Afspraak

    @classmethod
    def van(cls, rij: Rij, klant: Klant) -> Self:
        """Show one line."""
        velden = {"naam": klant.naam, "klantgroep": klant.klantgroep, "telefoon": klant.telefoon}
        return cls(klant_id=klant.id, **velden, afspraak=Afspraak.van(rij))


class Agenda(Uit):
    """Een pagina van de agenda, op volgorde van begin."""

    regels: list[Agendaregel]
    volgende: str | None


class Begeleider(Uit):
    """Wie de bijeenkomst leidt."""

    medewerker_id: UUID
    functie: KickOffBegeleiding
    naam: str | None = None


class Bijeenkomst(Uit):
    """Een kick-off, zonder de deelnemers."""

    id: UUID
    versie: int
    gemeente: str
    klantgroep: Klantgroep
    begint: datetime
    locatie: str
    capaciteit: int
    ingeschreven: int
    begeleiders: list[Begeleider]
    status: Bijeenkomststatus
    reden_vervallen: str | None
    onderdelen: list[str] = Field(description="Wat aan de orde is geweest.")


class Bijeenkomsten(Uit):
    """Een pagina bijeenkomsten, op volgorde van begin."""

    bijeenkomsten: list[Bijeenkomst]
    volgende: str | None


class Presentieregel(Uit):
    """Een regel van de presentielijst."""

    klant_id: UUID
    voornamen: str
    achternaam: str
    geboortedatum: date
    telefoon: str | None
    consulent: str | None
    afspraak: Afspraak

    @classmethod
    def van(cls, rij: Rij, klant: Klant, consulent: str | None) -> Self:
        """Show one line."""
        persoon = {veld: getattr(klant, veld) for veld in ("voornamen", "achternaam", "geboortedatum", "telefoon")}
        return cls(klant_id=klant.id, **persoon, consulent=consulent, afspraak=Afspraak.van(rij))


class Presentielijst(Bijeenkomst):
    """Een kick-off met haar deelnemers op naam, klaar om af te drukken."""

    deelnemers: list[Presentieregel]
    signalen: list[Toets] = Field(description="Normen waaraan de bijeenkomst niet voldoet; zij houden niets tegen.")

    @classmethod
    def van(cls, beeld: Bijeenkomstbeeld) -> Self:
        """Show a bijeenkomst with names of deelnemers and employees."""
        rij = beeld.bijeenkomst
        velden = {naam: getattr(rij, naam) for naam in Bijeenkomst.model_fields if naam != "begeleiders"}
        begeleiders = [Begeleider.model_validate(deel) for deel in rij.begeleiders]
        return cls(
            **velden,
            begeleiders=[b.model_copy(update={"naam": beeld.namen.get(b.medewerker_id)}) for b in begeleiders],
            deelnemers=[
                Presentieregel.van(afspraak, klant, beeld.consulent(klant)) for afspraak, klant in beeld.deelnemers
            ],
            signalen=[Toets.van(toets) for toets in beeld.signalen],
        )
