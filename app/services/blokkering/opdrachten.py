"""What can be asked about situations, attempts and blocks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.domain.blokkering.soorten import (
    Blokkeergrond,
    Ladderstap,
    Lastsoort,
    Omvang,
    Pogingresultaat,
    RedenGedeeltelijk,
    RedenOpheffing,
    Situatiesoort,
)
from app.domain.machtiging.machtiging import Derdesoort
from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Cent = Annotated[int, Field(ge=1, le=100_000_000)]


class SituatieOpdracht(Opdracht):
    """Waarop de klant niet reageerde. Met `uiterlijk` begint de situatie vanzelf als die dag voorbij is."""

    soort: Situatiesoort = Field(examples=["geen_reactie_contactverzoek"])
    datum: date | None = Field(
        default=None, description="De dag waarop het gebeurde, of van het verzoek; standaard vandaag."
    )
    uiterlijk: date | None = Field(
        default=None, description="Tot en met deze dag kan de klant nog reageren; leeg als hij niet reageerde."
    )
    omschrijving: Zin = Field(examples=["Niet teruggebeld na de brief over het heronderzoek."])


class WijzigSituatieOpdracht(Wijziging):
    """Waarom na het bellen geen andere stap kan; `null` haalt de reden weg."""

    reden_geen_verdere_stap: Zin | None = Field(
        default=None, examples=["Er is geen netwerk en geen hulpverlener bekend; het adres is een briefadres."]
    )


class Afsluiting(StrEnum):
    """How a situation ends without a block."""

    HERSTELD = "contact_hersteld"
    INGETROKKEN = "ingetrokken"


class SituatieafsluitingOpdracht(Opdracht):
    """Het contact is hersteld, of de situatie was ten onrechte vastgelegd."""

    uitkomst: Afsluiting = Field(examples=["contact_hersteld"])
    reden: Zin = Field(examples=["De klant belde terug en komt donderdag."])


class LadderpogingOpdracht(Opdracht):
    """Een stap van de contactladder, met wat eruit kwam."""

    stap: Ladderstap = Field(examples=["telefonisch_klant"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    resultaat: Pogingresultaat = Field(examples=["geen_contact"])
    derde: Derdesoort | None = Field(
        default=None, description="Met wie contact is gezocht; verplicht bij netwerk en hulpverleners."
    )
    toelichting: Zin = Field(examples=["Twee keer gebeld, voicemail ingesproken."])


class PogingintrekkingOpdracht(Opdracht):
    """Waarom deze poging niet klopt; zij blijft te lezen, maar telt niet meer."""

    reden: Zin = Field(examples=["Dit was een gesprek met een andere klant."])


class VasteLastOpdracht(Opdracht):
    """Vaste lasten die worden doorbetaald, in eurocent per maand."""

    soort: Lastsoort = Field(examples=["huur"])
    bedrag: Cent = Field(examples=[65000])
    reden: Zin | None = Field(default=None, description="Verplicht bij een hypotheek.")


class BlokkeringOpdracht(Opdracht):
    """De uitbetaling blokkeren, vanaf vandaag. Bedragen in eurocent per maand."""

    grond: Blokkeergrond = Field(examples=["concrete_aanwijzingen_minder_of_geen_recht"])
    situatie_id: UUID | None = Field(default=None, description="De situatie waaruit de blokkering voortkomt.")
    aanwijzing: Tekst | None = Field(
        default=None,
        description="De aanwijzing of de twijfel, in woorden.",
        examples=["Volgens de werkgever werkt de klant er sinds 1 maart."],
    )
    aanwijzing_bron: Zin | None = Field(default=None, examples=["Suwinet, geraadpleegd op 30 maart."])
    omvang: Omvang = Omvang.VOLLEDIG
    uitkering: Cent = Field(examples=[140150])
    uitkering_bron: Zin = Field(examples=["Uitkeringsadministratie, maart 2026."])
    vaste_lasten: tuple[VasteLastOpdracht, ...] = Field(default=(), max_length=10)
    reden_gedeeltelijk: RedenGedeeltelijk | None = None
    toelichting_gedeeltelijk: Zin | None = None


class OpheffingOpdracht(Opdracht):
    """De blokkering opheffen; wat is aangehouden, wordt nabetaald."""

    reden: RedenOpheffing = Field(examples=["contact_hersteld"])
    toelichting: Zin = Field(examples=["De klant was opgenomen en leverde de stukken alsnog in."])
    nabetalen: bool = Field(default=True, description="Of wordt nabetaald wat is aangehouden.")
