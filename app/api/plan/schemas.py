"""Antwoorden over plannen van aanpak."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.klant.schemas import GevondenKlant
from app.api.schema import Grondslag, Toets, Uit
from app.db.plan import Ondertekenaar, Planstatus
from app.db.plan import Planversie as Rij
from app.domain.kern.leefgebied import Leefgebied
from app.domain.plan.feiten import Auteur, Ondertekenwijze, PlanSoort
from app.domain.plan.verplichting import Verplichting, beschrijf
from app.services.indeling.gespreksonderdelen import FinancieleStress
from app.services.plan.beeld import Planbeeld
from app.services.plan.sociale_kaart import Hulpvraag


class Planactie(Uit):
    """Wat er voor een doel gebeurt, door wie en tot wanneer."""

    wat: str
    wie: str | None
    uiterlijk: date | None
    organisatie: str | None
    instantie: str | None = Field(default=None, description="Code op de sociale kaart.")
    toekenning_id: UUID | None = Field(default=None, description="De toegekende voorziening.")


class Plandoel(Uit):
    """Een doel in de woorden van de klant."""

    omschrijving: str
    leefgebieden: list[Leefgebied]
    acties: list[Planactie]
    doeltype: str | None = None
    beoogde_effecten: tuple[str, ...] = ()


class Planverplichting(Uit):
    """Een verplichting met het artikel waarop zij rust."""

    code: Verplichting
    omschrijving: str
    grondslag: Grondslag


class Planversie(Uit):
    """Eén versie van de inhoud; een versie wijzigt nooit."""

    nr: int
    datum: date
    aanleiding: str
    auteur: Auteur
    opsteller_id: UUID
    doelen: list[Plandoel]
    verplichtingen: list[Planverplichting]
    evaluatiedatum: date | None
    overleg_op: date | None = Field(description="Dag waarop het plan met de klant is besproken.")
    wijze_van_bereiken: str | None
    eigen_rol: str | None
    gesprek_id: UUID | None = Field(description="Het doelmatigheidsgesprek waarin deze versie ontstond.")

    @classmethod
    def van(cls, rij: Rij, regime: str) -> Self:
        """Write out the obligations for the act under which the klant gets an uitkering."""
        verplichtingen = [
            Planverplichting(code=deel.code, omschrijving=deel.omschrijving, grondslag=Grondslag.van(deel.grondslag))
            for deel in beschrijf(rij.verplichtingen, regime)
        ]
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields} | {"verplichtingen": verplichtingen}
        return cls.model_validate(velden)


class Planondertekening(Uit):
    """Een handtekening onder één versie."""

    versie_nr: int
    wijze: Ondertekenwijze
    datum: date
    door: Ondertekenaar
    bewijs: str
    vastgelegd_op: datetime


class Planhulpvraag(Uit):
    """Een organisatie van de sociale kaart die het plan noemt, met de verwijzing als die is gedaan."""

    instantie: str
    naam: str
    verwijzing_id: UUID | None
    verwezen_op: date | None
    uitkomst: str | None

    @classmethod
    def van(cls, hulp: Hulpvraag) -> Self:
        """Show when the klant was referred and what came of it."""
        rij = hulp.verwijzing
        return cls(
            instantie=hulp.instantie,
            naam=hulp.naam,
            verwijzing_id=rij.id if rij else None,
            verwezen_op=rij.datum if rij else None,
            uitkomst=rij.resultaat if rij else None,
        )


class Plan(Uit):
    """Een plan van aanpak met al zijn versies en handtekeningen, het nieuwste eerst."""

    id: UUID
    klant_id: UUID
    versie: int
    soort: PlanSoort
    status: Planstatus
    laatste_nr: int = Field(description="Nummer van de nieuwste versie.")
    evaluatiedatum: date | None = Field(description="Van de versie die nu geldt.")
    verzuimregels_uitgereikt_op: date | None
    geldig_tot: date | None = Field(description="Eerste dag waarop het plan niet meer geldt.")
    versies: list[Planversie]
    ondertekeningen: list[Planondertekening]
    ontbreekt: list[Toets] = Field(description="Wat de nieuwste versie nog mist om te worden ondertekend.")
    financiele_stress: FinancieleStress | None = Field(
        description="Uit het ambitiegesprek: of stress over geld meeweegt, met de toelichting."
    )
    hulpvragen: list[Planhulpvraag] = Field(description="Organisaties die de nieuwste versie om hulp vraagt.")
    waarschuwingen: list[Toets] = Field(description="Zachte grenzen die zijn overschreden; zij houden niets tegen.")

    @classmethod
    def van(cls, beeld: Planbeeld) -> Self:
        """Show a plan with what is missing and what deserves a warning."""
        eigen = ("versies", "ondertekeningen", "ontbreekt", "waarschuwingen", "financiele_stress", "hulpvragen")
        velden = {naam: getattr(beeld.plan, naam) for naam in cls.model_fields if naam not in eigen}
        return cls(
            **velden,
            versies=[Planversie.van(rij, beeld.regime) for rij in beeld.versies],
            ondertekeningen=[Planondertekening.model_validate(rij) for rij in beeld.ondertekeningen],
            ontbreekt=[Toets.van(toets) for toets in beeld.ontbreekt],
            financiele_stress=FinancieleStress.model_validate(stress) if (stress := beeld.financiele_stress) else None,
            hulpvragen=[Planhulpvraag.van(hulp) for hulp in beeld.hulpvragen],
            waarschuwingen=[Toets.van(toets) for toets in beeld.waarschuwingen],
        )


class Plannen(Uit):
    """De plannen van een klant, het nieuwste eerst."""

    plannen: list[Plan]

    @classmethod
    def van(cls, beelden: list[Planbeeld]) -> Self:
        """Show every plan."""
        return cls(plannen=[Plan.van(beeld) for beeld in beelden])


class KlantenZonderPlan(Uit):
    """Klanten met een klantgroep en zonder geldend plan van aanpak."""

    klanten: list[GevondenKlant]
    volgende: str | None
