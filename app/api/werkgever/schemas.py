"""Antwoorden over werkgevers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit, Velden
from app.db.werkgever.dienstverband import Intentieverklaring as Verklaringrij
from app.db.werkgever.werkgever import Ibanbron, Ibancontrole, Ibanstand, Werkgeverstand
from app.db.werkgever.werkgever import Werkgever as Werkgeverrij
from app.domain.werkgever.dienstverband import Dienstverbandsoort, Eindereden
from app.domain.werkgever.intentie import Intentiestand, Intentievorm
from app.domain.werkgever.nummers import verhulde_iban
from app.services.werkgever.dienstverbanden import Dienstverbandbeeld
from app.services.werkgever.werkgevers import Werkgeverbeeld


class Werkgevervestiging(Uit):
    """Een vestiging van een werkgever."""

    id: UUID
    versie: int
    werkgever_id: UUID
    vestigingsnummer: str | None
    naam: str
    adres: Velden | None
    actief: bool


class Werkgevercontactpersoon(Uit):
    """Een contactpersoon bij een werkgever."""

    id: UUID
    versie: int
    vestiging_id: UUID | None
    naam: str
    functie: str
    email: str | None
    telefoon: str | None
    actief: bool


class Ibanvoorstel(Uit):
    """Een voorgesteld rekeningnummer en wat de tweede persoon vond."""

    id: UUID
    iban: str = Field(examples=["NL91ABNA0417164300"])
    tenaamstelling: str
    bron: Ibanbron
    toelichting: str | None
    stand: Ibanstand
    voorgesteld_door: UUID
    voorgesteld_op: datetime
    controle: Ibancontrole | None
    bevinding: str | None
    beoordeeld_door: UUID | None
    beoordeeld_op: datetime | None


class Werkgeverregel(Uit):
    """Een werkgever in een zoekresultaat."""

    id: UUID
    kvk_nummer: str = Field(examples=["90004760"])
    naam: str
    sector: str | None
    stand: Werkgeverstand
    opgegaan_in: UUID | None = Field(description="De werkgever die deze bleek te zijn.")


class Werkgevers(Uit):
    """Gevonden werkgevers op naam, ten hoogste twintig."""

    werkgevers: list[Werkgeverregel]

    @classmethod
    def van(cls, rijen: Sequence[Werkgeverrij]) -> Self:
        """Show what was found."""
        return cls(werkgevers=[Werkgeverregel.model_validate(rij) for rij in rijen])


class Werkgever(Werkgeverregel):
    """Een werkgever met vestigingen, contactpersonen en rekeningnummers."""

    versie: int
    sbi: str | None
    iban: str | None = Field(description="Nagegaan rekeningnummer, deels verborgen.", examples=["NL91 … 4300"])
    tenaamstelling: str | None
    iban_in_controle: bool = Field(description="Of een ander rekeningnummer nog wordt nagegaan.")
    accountmanager_id: UUID | None
    reden_einde: str | None
    reden_heropening: str | None
    vestigingen: list[Werkgevervestiging]
    contacten: list[Werkgevercontactpersoon]

    @classmethod
    def toon(cls, beeld: Werkgeverbeeld) -> Self:
        """Show an employer; the account number only as far as it takes to recognise it."""
        rij = beeld.werkgever
        zelfde = set(cls.model_fields) - {"iban", "iban_in_controle", "vestigingen", "contacten"}
        return cls(
            **{naam: getattr(rij, naam) for naam in zelfde},
            iban=verhulde_iban(rij.iban) if rij.iban else None,
            iban_in_controle=any(w.stand is Ibanstand.VOORGESTELD for w in beeld.ibanwijzigingen),
            vestigingen=[Werkgevervestiging.model_validate(v) for v in beeld.vestigingen],
            contacten=[Werkgevercontactpersoon.model_validate(c) for c in beeld.contacten],
        )


class Ibanvoorstellen(Uit):
    """De rekeningnummers van een werkgever, het nieuwste eerst, voor wie ze nagaat of betaalt."""

    werkgever_id: UUID
    iban: str | None = Field(description="Het nummer waarop wordt betaald.", examples=["NL91ABNA0417164300"])
    tenaamstelling: str | None
    ibanwijzigingen: list[Ibanvoorstel]

    @classmethod
    def van(cls, beeld: Werkgeverbeeld) -> Self:
        """Show the accounts in full."""
        rij = beeld.werkgever
        return cls(
            werkgever_id=rij.id,
            iban=rij.iban,
            tenaamstelling=rij.tenaamstelling,
            ibanwijzigingen=[Ibanvoorstel.model_validate(w) for w in beeld.ibanwijzigingen],
        )


class Verdringingsbeeld(Uit):
    """Hoeveel dienstverbanden bij een vestiging onlangs door afvloeiing eindigden; een vraag, geen oordeel."""

    afvloeiingen: int
    laatste: date | None
    vanaf: date = Field(description="Vanaf deze dag is gekeken.")


class Intentieverklaring(Uit):
    """Wat een werkgever over een klant verklaarde, en wat ervan kwam."""

    id: UUID
    versie: int
    klant_id: UUID
    vestiging_id: UUID
    contact_id: UUID | None
    contactfunctie: str
    voorziening: str
    functie: str
    datum: date
    vorm: Intentievorm
    stand: Intentiestand
    reden: str | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Intentieverklaringen(Uit):
    """De intentieverklaringen over een klant, de oudste eerst; ingetrokken verklaringen blijven zichtbaar."""

    intentieverklaringen: list[Intentieverklaring]

    @classmethod
    def van(cls, rijen: Sequence[Verklaringrij]) -> Self:
        """Show every statement."""
        return cls(intentieverklaringen=[Intentieverklaring.model_validate(rij) for rij in rijen])


class Arbeidsvoorwaarde(Uit):
    """De voorwaarden vanaf een dag; bedragen per maand in eurocenten."""

    vanaf: date
    uren_per_week: Decimal
    voltijd_uren_per_week: Decimal
    brutoloon: int
    werkgeverslasten: int | None
    reden: str | None


class Dienstverband(Uit):
    """Een dienstverband van een klant, met de voorwaarden die van dag tot dag gelden."""

    id: UUID
    versie: int
    klant_id: UUID
    vestiging_id: UUID
    functie: str
    soort: Dienstverbandsoort
    van: date
    tot: date | None = Field(description="De eerste dag zonder werk; leeg zolang er geen einde is.")
    uitzendbeding: bool | None
    einde_reden: Eindereden | None
    einde_toelichting: str | None
    ingetrokken_op: datetime | None
    reden_intrekking: str | None
    voorwaarden: list[Arbeidsvoorwaarde]

    @classmethod
    def toon(cls, beeld: Dienstverbandbeeld) -> Self:
        """Show a dienstverband with its conditions."""
        eigen = {naam: getattr(beeld.rij, naam) for naam in cls.model_fields if naam != "voorwaarden"}
        return cls(**eigen, voorwaarden=[Arbeidsvoorwaarde.model_validate(v) for v in beeld.voorwaarden])


class Dienstverbanden(Uit):
    """De dienstverbanden van een klant, de oudste eerst; ingetrokken dienstverbanden blijven zichtbaar."""

    dienstverbanden: list[Dienstverband]

    @classmethod
    def van(cls, beelden: Sequence[Dienstverbandbeeld]) -> Self:
        """Show every dienstverband."""
        return cls(dienstverbanden=[Dienstverband.toon(beeld) for beeld in beelden])
