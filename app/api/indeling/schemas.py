"""Antwoorden over ambitiegesprekken, voorstellen en indelingen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Toets, Uit
from app.db.indeling import Ambitiegesprek as Gesprek
from app.db.indeling import Indelingsvoorstel as Voorstel
from app.domain.indeling.feiten import HandhavingFactor, IndelingFeiten, Potentieel, Twijfelmiddel, Wisselgrond
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.toets import Uitkomst
from app.services.indeling.gespreksonderdelen import FinancieleStress, NietBesproken, Opening, Spoedafhandeling
from app.services.indeling.opdrachten import Gesprekssignaal, Maanden, Studieplicht, Themanotitie
from app.services.indeling.overzicht import Indelingsregel


class Ambitiegesprek(Uit):
    """Het verslag van een ambitiegesprek."""

    id: UUID
    klant_id: UUID
    datum: date
    duur_minuten: int | None
    norm_einde: date | None = Field(description="Laatste dag van de servicenorm na de screening.")
    norm_overschreden: bool
    reden_norm_overschreden: str | None
    reden_vervolggesprek: str | None
    diagnose_id: UUID = Field(description="De volledige diagnose waarop het gesprek rust.")
    themas: list[Themanotitie]
    verwachte_termijn_maanden: Maanden
    uren_per_week: int
    motivatie: str
    arbeidspotentieel: Potentieel | None
    ontwikkelpotentieel: Potentieel | None
    motivatie_bijdrage: bool | None
    mogelijkheden_bijdrage: bool | None
    participeert: bool | None
    parttimer_zonder_belemmering: bool
    wajong_afgewezen: bool
    signalen: list[Gesprekssignaal]
    gewenst_beroep: str | None
    kansberoep: str | None
    jaren_nederlandstalig_onderwijs: int | None
    inburgering_voltooid: bool | None
    inburgering_voltooid_op: date | None
    studieplicht: Studieplicht | None
    klantvoorkeur: Klantgroep | None
    wensen: str | None = None
    opening: Opening | None = None
    spoedafhandelingen: tuple[Spoedafhandeling, ...] = ()
    leefgebieden_besproken: list[Leefgebied] | None = None
    niet_besproken: tuple[NietBesproken, ...] = ()
    financiele_stress: FinancieleStress | None = None
    verslag: str | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    toetsen: list[Toets]
    waarschuwingen: list[Toets] = Field(description="Wat niet in orde is en niets tegenhield.")

    @classmethod
    def van(cls, rij: Gesprek) -> Self:
        """Show what was recorded, with the toetsen at closing."""
        toetsen = [Toets.van(toets) for toets in rij.toetsen]
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if hasattr(rij, naam)}
        waarschuwingen = [toets for toets in toetsen if toets.uitkomst is Uitkomst.NIET_VOLDAAN]
        return cls.model_validate(rij.inhoud | velden | {"toetsen": toetsen, "waarschuwingen": waarschuwingen})


class Ambitiegesprekken(Uit):
    """De ambitiegesprekken van een klant, het nieuwste eerst."""

    ambitiegesprekken: list[Ambitiegesprek]

    @classmethod
    def van(cls, rijen: list[Gesprek]) -> Self:
        """Show every gesprek."""
        return cls(ambitiegesprekken=[Ambitiegesprek.van(rij) for rij in rijen])


class Voorstelgroep(Uit):
    """De criteria van één klantgroep."""

    klantgroep: Klantgroep
    naam: str = Field(examples=["Zorgen"], description="Zoals het handboek de klantgroep noemt.")
    naam_verordening: str = Field(examples=["Zorg"], description="Zoals de verordening de klantgroep noemt.")
    begrip: Grondslag = Field(description="De omschrijving in de verordening.")
    uitkomst: Uitkomst = Field(description="Of aan alle criteria is voldaan.")
    criteria: list[Toets]


class Voorstelfeiten(Uit):
    """De feiten waarop het voorstel rust."""

    leeftijd: int
    eerste_indeling: bool
    verwachte_termijn_maanden: Maanden | None
    arbeidspotentieel: Potentieel | None
    ontwikkelpotentieel: Potentieel | None
    motivatie_bijdrage: bool | None
    mogelijkheden_bijdrage: bool | None
    participeert: bool | None
    kenmerken: list[str]
    parttimer_zonder_belemmering: bool
    wajong_afgewezen: bool


class Indelingsvoorstel(Uit):
    """Een voorstel voor de klantgroep; de consulent beslist."""

    id: UUID
    klant_id: UUID
    gesprek_id: UUID | None = Field(description="Leeg: de school droeg de jongere over.")
    klantgroep: Klantgroep | None = Field(description="Leeg als de feiten nog niet naar één klantgroep wijzen.")
    toelichting: str
    twijfel: bool = Field(description="Of een vastgelegd feit tegen het voorstel spreekt.")
    handmatig: bool = Field(description="Of geen omschrijving past, zodat de consulent zelf kiest en dat uitlegt.")
    uitzondering: Toets | None = Field(description="De omstandigheid die voorgaat op de criteria.")
    klantgroepen: list[Voorstelgroep]
    feiten: Voorstelfeiten
    peildatum: date
    beleid_id: str
    beleid_sha256: str
    codeversie: str
    gemaakt_op: datetime
    gemaakt_door: UUID

    @classmethod
    def van(cls, rij: Voorstel) -> Self:
        """Show the criteria of all four klantgroepen."""
        inhoud = rij.voorstel
        eigen = {"toelichting", "twijfel", "handmatig", "uitzondering", "klantgroepen", "feiten"}
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in eigen}
        groepen = [_groep(groep, inhoud["criteria"][groep]) for groep in Klantgroep]
        feiten = IndelingFeiten.model_validate(rij.feiten).model_dump()
        return cls(
            **velden,
            toelichting=inhoud["toelichting"],
            twijfel=inhoud["twijfel"],
            handmatig=inhoud.get("handmatig", False),
            uitzondering=Toets.van(inhoud["uitzondering"]) if inhoud["uitzondering"] else None,
            klantgroepen=groepen,
            feiten=Voorstelfeiten.model_validate(feiten | {"kenmerken": sorted(feiten["kenmerken"])}),
        )


def _groep(groep: Klantgroep, regels: list[dict[str, Any]]) -> Voorstelgroep:
    """Sum up the criteria: one that is not met decides, else one that is undetermined."""
    criteria = [Toets.van(toets) for toets in regels]
    uitkomsten = {toets.uitkomst for toets in criteria}
    volgorde = (Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD)
    uitkomst = next((uitkomst for uitkomst in volgorde if uitkomst in uitkomsten), Uitkomst.VOLDAAN)
    return Voorstelgroep(
        klantgroep=groep,
        naam=groep.naam,
        naam_verordening=groep.naam_verordening,
        begrip=Grondslag.van(groep.begrip),
        uitkomst=uitkomst,
        criteria=criteria,
    )


class Handhavingsmarkering(Uit):
    """Waarom de klant onder zorg-handhaving valt."""

    factoren: list[HandhavingFactor]
    toelichting_overig: str | None
    motivering: str


class Twijfelgeval(Uit):
    """Waarover de twijfel gaat en welke middelen zijn gebruikt."""

    middelen: list[Twijfelmiddel]
    toelichting: str | None


class WarmeOverdracht(Uit):
    """De warme overdracht in een driegesprek, of waarom die niet nodig was."""

    gehouden_op: date | None
    reden_niet_nodig: str | None


class Indeling(Uit):
    """Een beslissing over de klantgroep, geldig in `[van, tot)`; leeg als zij dezelfde dag is vervangen of hersteld."""

    id: UUID
    klant_id: UUID
    klantgroep: Klantgroep
    van: date
    tot: date | None
    vorige: Klantgroep | None
    voorstel_id: UUID
    corrigeert: UUID | None = Field(description="De indeling die hiermee is hersteld.")
    gecorrigeerd: bool = Field(description="Of een latere indeling deze heeft hersteld.")
    motivering: str
    klantvoorkeur: Klantgroep | None
    eens: bool
    motivering_verschil: str | None
    twijfel: bool = Field(description="Een twijfelgeval: het voorstel of de beslisser twijfelt.")
    twijfelgeval: Twijfelgeval | None
    grond: Wisselgrond | None
    zorg_handhaving: Handhavingsmarkering | None
    team: str
    consulent_id: UUID | None = Field(description="De vaste contactpersoon die bij de klantgroep hoort.")
    driegesprek: WarmeOverdracht | None
    waarschuwing: str | None
    toetsen: list[Toets]
    peildatum: date
    beleid_id: str
    beleid_sha256: str
    codeversie: str
    besloten_op: datetime
    besloten_door: UUID

    @classmethod
    def van_regel(cls, regel: Indelingsregel) -> Self:
        """Show an indeling with its period."""
        eigen = {"tot", "gecorrigeerd", "toetsen"}
        velden = {naam: getattr(regel.indeling, naam) for naam in cls.model_fields if naam not in eigen}
        toetsen = [Toets.van(toets) for toets in regel.indeling.toetsen]
        return cls.model_validate(velden | {"tot": regel.tot, "gecorrigeerd": regel.gecorrigeerd, "toetsen": toetsen})


class Indelingen(Uit):
    """De indelingen van een klant, de nieuwste eerst."""

    indelingen: list[Indeling]

    @classmethod
    def van(cls, regels: list[Indelingsregel]) -> Self:
        """Show every indeling."""
        return cls(indelingen=[Indeling.van_regel(regel) for regel in regels])
