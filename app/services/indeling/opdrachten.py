"""What can be asked in the room indeling."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.domain.indeling.feiten import HandhavingFactor, Potentieel, Twijfelmiddel, Wisselgrond
from app.domain.indeling.gesprek import Studieplichtbesluit
from app.domain.indeling.samenvatting import toetsen_samenvatting
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets
from app.services.handeling import Opdracht
from app.services.indeling.gespreksonderdelen import Gespreksonderdelen

Zin = Annotated[str, Field(min_length=3, max_length=500)]
Tekst = Annotated[str, Field(min_length=3, max_length=4000)]
Maanden = Annotated[int, Field(ge=0, le=600)] | Literal["geen"]


class Gespreksthema(StrEnum):
    """The themes A to H of the conversation (DEV-AMB-008)."""

    WOONSITUATIE = "woonsituatie"
    SOCIAAL_NETWERK = "sociaal_netwerk"
    DAGINVULLING = "daginvulling"
    BEPERKINGEN_VERSLAVING = "beperkingen_verslaving"
    ZELFREDZAAMHEID = "zelfredzaamheid"
    HULPVERLENING = "hulpverlening"
    AMBITIES = "ambities"
    ERVARING = "ervaring"


class Urgentie(StrEnum):
    """Whether a signal can wait for the consulent of the klantgroep (DEV-ORG-005, DEV-AMB-010)."""

    SPOED = "spoed"
    NIET_SPOED = "niet_spoed"


class Themanotitie(Opdracht):
    """Wat er over een thema is besproken."""

    thema: Gespreksthema
    notitie: Tekst


class Gesprekssignaal(Opdracht):
    """Een probleem dat in het gesprek naar voren kwam; spoed leidt direct tot doorverwijzen."""

    omschrijving: Zin
    urgentie: Urgentie


class Studieplicht(Opdracht):
    """De beslissing over de studieplicht van een jongere, met de reden."""

    besluit: Studieplichtbesluit
    reden: Zin


class IndelingGegevens(Opdracht):
    """De feiten waarop een voorstel voor de klantgroep rust; wat niet bekend is, blijft weg."""

    arbeidspotentieel: Potentieel | None = None
    ontwikkelpotentieel: Potentieel | None = None
    motivatie_bijdrage: bool | None = Field(
        default=None, description="Wil bijdragen met vrijwilligerswerk of mantelzorg."
    )
    mogelijkheden_bijdrage: bool | None = Field(default=None, description="Kan dat doen.")
    participeert: bool | None = Field(default=None, description="Doet het al.")
    parttimer_zonder_belemmering: bool = False
    wajong_afgewezen: bool = False


class AmbitiegesprekOpdracht(Gespreksonderdelen, IndelingGegevens):
    """Het verslag van een gehouden ambitiegesprek."""

    datum: date = Field(examples=["2026-04-07"], description="De dag waarop het gesprek is gehouden.")
    duur_minuten: int | None = Field(default=None, ge=1, le=480)
    themas: tuple[Themanotitie, ...] = Field(default=(), max_length=8)
    verwachte_termijn_maanden: Maanden = Field(
        examples=[9], description="Maanden tot werk met onze inzet, of `geen` als geen termijn te geven is."
    )
    uren_per_week: int = Field(ge=0, le=60, description="Hoeveel uur de klant naar verwachting kan werken.")
    motivatie: Tekst = Field(examples=["Wil graag terug de zorg in."])
    signalen: tuple[Gesprekssignaal, ...] = Field(default=(), max_length=20)
    gewenst_beroep: Zin | None = None
    kansberoep: Zin | None = None
    jaren_nederlandstalig_onderwijs: int | None = Field(default=None, ge=0, le=30)
    inburgering_voltooid: bool | None = None
    inburgering_voltooid_op: date | None = None
    studieplicht: Studieplicht | None = Field(default=None, description="Verplicht voor jongeren, en alleen voor hen.")
    klantvoorkeur: Klantgroep | None = None
    wensen: Tekst | None = Field(default=None, description="Wat de klant zelf wil, in eigen woorden.")
    verslag: Tekst | None = Field(default=None, description="Kort verslag voor wie het overneemt.")
    samenvatting_meegegeven: bool | None = Field(
        default=None, description="De klant heeft de samenvatting op papier gekregen."
    )
    begrip_gecontroleerd: bool | None = Field(default=None, description="Gecontroleerd is of de klant het begrijpt.")
    rechten_en_plichten_besproken: bool | None = None
    reden_norm_overschreden: Zin | None = None
    reden_vervolggesprek: Zin | None = None

    def slot(self) -> tuple[Toets, ...]:
        """Test what is done at the end of the gesprek; signals only."""
        return toetsen_samenvatting(
            self.samenvatting_meegegeven, self.begrip_gecontroleerd, self.rechten_en_plichten_besproken
        )

    @model_validator(mode="after")
    def _elk_thema_een_keer(self) -> Self:
        genoemd = [notitie.thema for notitie in self.themas]
        if len(genoemd) != len(set(genoemd)):
            raise ValueError("Noem elk thema hoogstens één keer.")
        return self


class VoorstelOpdracht(IndelingGegevens):
    """Een voorstel vragen. Wat hier staat, gaat voor op wat in het ambitiegesprek is vastgelegd."""

    verwachte_termijn_maanden: Maanden | None = None


class Handhaving(Opdracht):
    """De markering zorg-handhaving binnen Zorgen; alle vier de voorwaarden moeten zijn bevestigd."""

    geen_formeel_werk_of_vrijwilligerswerk: bool
    fysiek_en_psychisch_in_staat: bool
    vermoeden_activiteiten: bool
    niet_bemiddelbaar: bool
    factoren: tuple[HandhavingFactor, ...] = Field(max_length=6)
    toelichting_overig: Zin | None = None
    motivering: Tekst | None = None


class Twijfel(Opdracht):
    """De indeling is een twijfelgeval: welke middelen zijn gebruikt, en waarover de twijfel gaat."""

    middelen: tuple[Twijfelmiddel, ...] = Field(
        default=(),
        max_length=4,
        description="Met `argonaut_onderzoek` vraagt de dienst de consulent van de klantgroep om dat te starten.",
    )
    toelichting: Tekst | None = None


class Driegesprek(Opdracht):
    """De warme overdracht: gehouden, of waarom zij niet nodig is."""

    gehouden_op: date | None = None
    reden_niet_nodig: Zin | None = None

    @model_validator(mode="after")
    def _precies_een(self) -> Self:
        if (self.gehouden_op is None) == (self.reden_niet_nodig is None):
            raise ValueError("Geef de dag van het driegesprek, of waarom het niet nodig is.")
        return self


class Wissel(Opdracht):
    """Waarom een klant van klantgroep verandert; `afwijken` vraagt om een wissel die niet is beschreven."""

    grond: Wisselgrond | None = None
    afwijken: bool = False
    niet_participeren_maanden: int | None = Field(default=None, ge=0, le=600)
    klant_gemotiveerd: bool | None = None
    gesprek_gehouden_op: date | None = Field(default=None, description="Dag van het doelmatigheidsgesprek.")
    driegesprek: Driegesprek | None = None


class IndelingOpdracht(Opdracht):
    """De beslissing over de klantgroep, met wat de klant ervan vindt."""

    voorstel_id: UUID
    klantgroep: Klantgroep = Field(examples=[Klantgroep.GROEIEN])
    motivering: Tekst | None = Field(
        default=None,
        description="Verplicht bij afwijken, wisselen en corrigeren; anders geldt de uitleg van het voorstel.",
    )
    eens: bool | None = Field(default=None, examples=[True], description="Of de klant het ermee eens is; verplicht.")
    klantvoorkeur: Klantgroep | None = None
    motivering_verschil: Tekst | None = Field(default=None, description="Verplicht als de klant het oneens is.")
    twijfel: Twijfel | None = Field(default=None, description="Alleen bij een twijfelgeval; de indeling wordt gevolgd.")
    zorg_handhaving: Handhaving | None = Field(
        default=None, description="In Zorgen zet of houdt dit de markering; zonder dit vervalt zij."
    )
    wissel: Wissel | None = None
    correctie: bool = Field(default=False, description="Herstelt de laatste indeling, vanaf dezelfde dag.")
    consulent_id: UUID | None = Field(
        default=None, description="Zonder keuze wijst de dienst toe aan wie in het team de minste klanten heeft."
    )
