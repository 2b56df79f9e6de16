"""Antwoorden over meldingen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.api.intake.screening import Screening, Screeningsresultaat
from app.api.intake.stukken import Stukkenverzoek, Voorschot
from app.api.schema import Grondslag, Termijn, Toets, Uit
from app.db.intake.beeld import Lijstregel, Meldingbeeld
from app.db.intake.melding import Meldingstatus
from app.db.intake.screening import Screeningstatus
from app.db.taak import Termijnstatus
from app.domain.intake.feiten import Kanaal
from app.domain.intake.soorten import Contactdoel, Contactweg, Formulier, Hulpvraag, Levering, Melder, Werkproces
from app.domain.kern.grondslag import Grondslag as Artikel
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.taakvoorstel import FRAUDETAKEN, ZIET_FRAUDE

U = TypeVar("U", bound=Uit)

ZIET_GESPREK = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)


class Meldingenvraag(BaseModel):
    """Welke meldingen, het oudst gemeld eerst."""

    model_config = ConfigDict(extra="forbid")

    status: list[Meldingstatus] = Field(default=[], max_length=6, description="Zonder status: alle meldingen.")
    na: str | None = Field(default=None, max_length=500, description="Cursor uit `volgende` van de vorige pagina.")
    aantal: int = Field(default=50, ge=1, le=100, description="Aantal regels per pagina.")


class Meldingspersoon(Uit):
    """Een persoon in een melding."""

    klant_id: UUID
    voornamen: str
    achternaam: str
    geboortedatum: date
    bekend: bool = Field(description="Deze persoon was al bekend onder dit BSN en is niet opnieuw ingeschreven.")
    medisch_urenbeperkt: bool
    zoekperiode: Toets
    werkproces: Werkproces | None = Field(description="Volgt uit de leeftijd op de meldingsdatum.")


class Meldingstermijn(Uit):
    """Een termijn van de melding, met uitleg per dag."""

    id: UUID
    klant_id: UUID
    soort: str
    status: Termijnstatus
    afgerond_op: datetime | None
    termijn: Termijn


class Meldingstaak(Uit):
    """Wat er nog moet gebeuren."""

    id: UUID
    klant_id: UUID
    soort: str
    wat: str
    waarom: str
    grondslag: Grondslag
    rol: Rol
    eigenaar_id: UUID | None
    zichtbaar_vanaf: datetime
    uiterste: datetime


class Contactpoging(Uit):
    """Een poging om de klant te bereiken."""

    tijdstip: datetime
    doel: Contactdoel
    weg: Contactweg
    bereikt: bool
    hulp_nodig: bool | None
    begrepen: bool | None
    toelichting: str | None
    medewerker_id: UUID


class Melding(Uit):
    """Een melding met alles wat daarbij hoort. `versie` gaat omhoog bij elke handeling eraan."""

    id: UUID
    versie: int
    status: Meldingstatus
    gemeente: str
    kanaal: Kanaal
    meldingsdatum: date
    voorgestelde_ingangsdatum: date = Field(description="De meldingsdatum, ook als de aanvraag later komt.")
    aanvraagdatum: date | None
    melder: Melder
    hulpvragen: list[Hulpvraag]
    toelichting: str | None
    formulier: Formulier
    formulier_ontvangen_op: date | None
    formulierlink_verzonden: bool
    scan_kenmerk: str | None
    gws_nummer: str | None
    zaaknummer: str | None
    geregistreerd_op: datetime
    bereikt_op: datetime | None
    afgesloten_op: datetime | None
    intrekking_getekend_op: date | None
    intrekking_reden: str | None
    reden_kanaal: str | None
    digitaal_vaardig: bool | None
    digitale_middelen: bool | None
    formulier_levering: Levering | None
    broodnood: bool
    personen: list[Meldingspersoon]
    termijnen: list[Meldingstermijn]
    taken: list[Meldingstaak] = Field(description="Wat nog open staat.")
    contactpogingen: list[Contactpoging]
    screeningen: list[Screening]
    voorschotten: list[Voorschot]
    stukkenverzoeken: list[Stukkenverzoek]

    @classmethod
    def van(cls, beeld: Meldingbeeld, actor: Actor) -> Self:
        """Show a melding as far as this reader may see it (DEV-SCR-023)."""
        afgeleid = {
            "voorgestelde_ingangsdatum": beeld.melding.meldingsdatum,
            "personen": _personen(beeld),
            "termijnen": [_met(Meldingstermijn, t, termijn=Termijn.van(t.uitleg)) for t in beeld.termijnen],
            "taken": _taken(beeld, actor),
            "contactpogingen": beeld.contactpogingen,
            "screeningen": _screeningen(beeld, actor),
            "voorschotten": [Voorschot.van(*paar) for paar in beeld.voorschotten],
            "stukkenverzoeken": [Stukkenverzoek.van(verzoek, beeld) for verzoek in beeld.verzoeken],
        }
        return _met(cls, beeld.melding, **afgeleid)


def _met(soort: type[U], rij: object, **afgeleid: object) -> U:
    vast = {naam: getattr(rij, naam) for naam in soort.model_fields if naam not in afgeleid}
    return soort.model_validate(vast | afgeleid)


def _personen(beeld: Meldingbeeld) -> list[Meldingspersoon]:
    namen = ("voornamen", "achternaam", "geboortedatum")
    return [
        _met(
            Meldingspersoon,
            rij,
            zoekperiode=Toets.van(rij.zoekperiode),
            werkproces=rij.zoekperiode["feiten"].get("werkproces"),
            **{n: getattr(klant, n) for n in namen},
        )
        for rij, klant in beeld.personen
    ]


def _taken(beeld: Meldingbeeld, actor: Actor) -> list[Meldingstaak]:
    verborgen = frozenset() if actor.heeft(*ZIET_FRAUDE) else FRAUDETAKEN
    return [
        _met(Meldingstaak, taak, grondslag=Grondslag.van(Artikel.model_validate(taak.grondslag)))
        for taak in beeld.taken
        if taak.soort not in verborgen
    ]


def _screeningen(beeld: Meldingbeeld, actor: Actor) -> list[Screening]:
    ziet = actor.heeft(*ZIET_GESPREK)
    resultaten = {
        rij.screening_id: Screeningsresultaat.van(rij, fraude=actor.heeft(*ZIET_FRAUDE))
        for rij in (beeld.resultaten if ziet else ())
    }
    verslagen = beeld.verslagen if ziet else ()
    return [
        Screening.van(rij, resultaten.get(rij.id), [verslag for verslag in verslagen if verslag.screening_id == rij.id])
        for rij in beeld.screeningen
    ]


class Meldingsregel(Uit):
    """Een melding in de werklijst."""

    id: UUID
    status: Meldingstatus
    kanaal: Kanaal
    meldingsdatum: date
    aanvraagdatum: date | None
    klanten: list[str] = Field(description="De namen van wie zich meldden.")
    screening_uiterlijk: date | None = Field(description="De servicenorm voor het screeningsgesprek.")
    screening_op: datetime | None = Field(description="Het laatst geplande of gehouden gesprek.")
    screening_status: Screeningstatus | None
    te_laat: bool = Field(description="De norm is voorbij en er is nog geen gesprek geweest.")

    @classmethod
    def van(cls, regel: Lijstregel) -> Self:
        """Show one line."""
        return _met(
            cls,
            regel.melding,
            klanten=[klant.naam for klant in regel.personen],
            screening_uiterlijk=regel.norm.einde if regel.norm else None,
            screening_op=regel.screening.begin if regel.screening else None,
            screening_status=regel.screening.status if regel.screening else None,
            te_laat=regel.norm is not None and regel.norm.status is Termijnstatus.VERSTREKEN,
        )


class Meldingenlijst(Uit):
    """Een pagina meldingen."""

    meldingen: list[Meldingsregel]
    volgende: str | None
