"""What can be asked about opschortingen and intrekkingen."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.domain.blokkering.verzuim import GeschondenPlicht, Verzuim
from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]


class OpschortingOpdracht(Opdracht):
    """Een opschorting voorbereiden. Wat nog niet bekend is, kan later worden aangevuld."""

    situatie_id: UUID | None = Field(
        default=None, description="De situatie waaruit zij voortkomt; zonder opgave die van de lopende blokkering."
    )
    verzuim: Verzuim = Field(examples=["gegevens_of_bewijs_niet_verstrekt"])
    plicht: GeschondenPlicht = Field(examples=["inlichtingenplicht"], description="De plicht die niet is nagekomen.")
    verzuim_op: date = Field(examples=["2026-03-31"], description="De dag van het verzuim.")
    periode_van: date | None = Field(
        default=None, description="De eerste dag van de periode waarop het verzuim ziet, als die te bepalen is."
    )
    herstel: Zin | None = Field(
        default=None,
        description="Wat de klant nog moet doen; dit komt in de brief.",
        examples=["Lever de bankafschriften van januari tot en met maart in."],
    )
    herstel_tot_en_met: date | None = Field(default=None, description="De laatste dag waarop dat kan.")
    verwijtbaar: bool | None = None
    verwijtbaarheid_toelichting: Zin | None = None


class WijzigOpschortingOpdracht(Wijziging):
    """Aanvulling of correctie; wat niet wordt genoemd, blijft."""

    verzuim: Verzuim | None = None
    plicht: GeschondenPlicht | None = None
    verzuim_op: date | None = None
    periode_van: date | None = None
    herstel: Zin | None = Field(default=None, examples=["Lever de bankafschriften van januari tot en met maart in."])
    herstel_tot_en_met: date | None = None
    verwijtbaar: bool | None = None
    verwijtbaarheid_toelichting: Zin | None = None


class BlokkeringbesluitOpdracht(Opdracht):
    """Het besluit nemen. De uitkomst volgt uit de feiten; de afweging motiveert u."""

    motivering: Tekst = Field(examples=["Zonder deze gegevens is niet vast te stellen of er recht is op uitkering."])


class Opschortingeinde(StrEnum):
    """How an opschorting ends: repaired, given up, or never decided on."""

    HERSTELD = "hersteld"
    BEEINDIGD = "beeindigd"
    VERVALLEN = "vervallen"


class OpschortingafsluitingOpdracht(Opdracht):
    """Het verzuim is hersteld, of de opschorting eindigt anders; wat is aangehouden, wordt nabetaald."""

    uitkomst: Opschortingeinde = Field(examples=["hersteld"])
    hersteld_op: date | None = Field(default=None, description="Bij herstel: de dag; standaard vandaag.")
    reden: Zin = Field(examples=["De bankafschriften zijn binnen en geven geen vragen."])


class IntrekkingOpdracht(Opdracht):
    """Een intrekking voorbereiden. Horen komt voor het besluit; wat ontbreekt, kan later worden aangevuld."""

    verwijtbaar: bool | None = Field(default=None, examples=[True])
    verwijtbaarheid_toelichting: Zin | None = Field(default=None, examples=["U kreeg de brief en belde niet."])
    gehoord_op: date | None = None
    zienswijze: Tekst | None = Field(default=None, description="Wat de klant ervan vindt; dit komt in de brief.")
    gelegenheid_tot_en_met: date | None = Field(
        default=None, description="Tot en met deze dag kon de klant zijn mening geven."
    )
    horen_uitzondering: Zin | None = Field(default=None, description="Waarom horen niet nodig is; zie het beleid.")


class WijzigIntrekkingOpdracht(Wijziging):
    """Aanvulling of correctie; wat niet wordt genoemd, blijft."""

    verwijtbaar: bool | None = Field(default=None, examples=[True])
    verwijtbaarheid_toelichting: Zin | None = None
    gehoord_op: date | None = None
    zienswijze: Tekst | None = None
    gelegenheid_tot_en_met: date | None = None
    horen_uitzondering: Zin | None = None


class IntrekkingvervalOpdracht(Opdracht):
    """Waarom de intrekking niet doorgaat."""

    reden: Zin = Field(examples=["De klant leverde de stukken alsnog in."])
