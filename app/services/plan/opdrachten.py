"""What a caller can ask about a plan."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.db.plan import Ondertekenaar
from app.domain.kern.leefgebied import Leefgebied
from app.domain.plan.feiten import Auteur, Ondertekenwijze, PlanSoort
from app.domain.plan.verplichting import Verplichting
from app.services.handeling import Opdracht

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Alinea = Annotated[str, StringConstraints(min_length=10, max_length=2000)]


class ActieOpdracht(Opdracht):
    """Wat er voor een doel gebeurt, door wie en tot wanneer."""

    wat: Zin = Field(examples=["Inschrijven bij twee uitzendbureaus"])
    wie: str | None = Field(default=None, max_length=100, examples=["klant"])
    uiterlijk: date | None = Field(default=None, examples=["2026-04-30"])
    organisatie: str | None = Field(default=None, max_length=100, description="Een organisatie, in eigen woorden.")
    instantie: str | None = Field(
        default=None,
        max_length=40,
        pattern=r"^[a-z_]{2,40}$",
        description="Code van de organisatie op de sociale kaart, bij een leefgebied van het doel.",
    )
    toekenning_id: UUID | None = Field(default=None, description="De toegekende voorziening waar de klant aan meedoet.")


class DoelOpdracht(Opdracht):
    """Een doel in de woorden van de klant, bij ten minste één leefgebied."""

    omschrijving: Zin = Field(examples=["Binnen drie maanden een baan in de logistiek"])
    leefgebieden: tuple[Leefgebied, ...] = Field(default=(), max_length=7, examples=[["werk_en_activiteiten"]])
    acties: tuple[ActieOpdracht, ...] = Field(default=(), max_length=10)
    doeltype: str | None = Field(
        default=None, max_length=60, description="Een van de doelen die het beleid bij de klantgroep noemt; vrij."
    )
    beoogde_effecten: tuple[str, ...] = Field(
        default=(), max_length=10, description="Effecten die het beleid bij het leefgebied noemt; vrij."
    )


class PlaninhoudOpdracht(Opdracht):
    """De inhoud van één versie. Een concept mag onvolledig zijn; bij het ondertekenen wordt getoetst."""

    doelen: tuple[DoelOpdracht, ...] = Field(default=(), max_length=10)
    verplichtingen: tuple[Verplichting, ...] = Field(
        default=(), max_length=9, examples=[["meewerken_plan_van_aanpak", "verschijnen_op_afspraken"]]
    )
    evaluatiedatum: date | None = Field(default=None, examples=["2026-06-30"])
    auteur: Auteur = Auteur.SAMEN
    datum: date | None = Field(default=None, description="Dag waarop dit is afgesproken; zonder opgave vandaag.")
    overleg_op: date | None = Field(
        default=None, description="Dag waarop het plan met de klant is besproken.", examples=["2026-03-31"]
    )
    wijze_van_bereiken: Alinea | None = Field(
        default=None, description="Hoe de klant er komt.", examples=["Met twee workshops en hulp bij het solliciteren."]
    )
    eigen_rol: Alinea | None = Field(
        default=None, description="Wat de klant er zelf voor doet.", examples=["Ik solliciteer elke week twee keer."]
    )
    verzuimregels_uitgereikt_op: date | None = Field(
        default=None, description="Dag waarop de klant het document Verzuimregels kreeg."
    )


class PlanOpdracht(PlaninhoudOpdracht):
    """Een nieuw plan van aanpak."""

    soort: PlanSoort = Field(examples=["routekaart"])


class PlanversieOpdracht(PlaninhoudOpdracht):
    """Een nieuwe versie van het plan; de klant ondertekent haar opnieuw."""

    aanleiding: Zin = Field(examples=["Evaluatie op 30 juni"])
    gesprek_id: UUID | None = Field(
        default=None, description="Het doelmatigheidsgesprek waarin het plan wijzigde; de klant krijgt dan een brief."
    )


class PlanbriefOpdracht(Opdracht):
    """De brief met het plan zoals het in een doelmatigheidsgesprek is gewijzigd."""

    datum: date | None = Field(default=None, description="De dag waarop de brief weg gaat; zonder opgave vandaag.")


class OndertekenOpdracht(Opdracht):
    """De handtekening onder één versie, op papier of per e-mail."""

    versie_nr: int = Field(ge=1, description="Nummer van de versie die is ondertekend.", examples=[1])
    wijze: Ondertekenwijze
    datum: date = Field(examples=["2026-03-31"])
    door: Ondertekenaar = Field(
        default=Ondertekenaar.KLANT, description="Alleen met de handtekening van de klant zelf gaat de versie gelden."
    )
    bewijs: str = Field(
        min_length=3, max_length=200, description="Verwijzing naar de scan of het bericht.", examples=["ZAAK-2026-0417"]
    )
    verzuimregels_uitgereikt_op: date | None = None


class PlaneindeOpdracht(Opdracht):
    """Het plan eindigt zonder opvolger."""

    datum: date = Field(description="Eerste dag waarop het plan niet meer geldt.", examples=["2026-07-01"])
    reden: Zin = Field(examples=["De klant heeft werk gevonden"])
