"""Antwoorden over beschut werk."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.beschutwerk.plek import Plekstatus
from app.db.beschutwerk.zaak import Beschutwerkstatus
from app.db.besluit import Besluitstatus
from app.domain.beleid.model import Herkomst
from app.domain.beschutwerk.beleid import Eenheid, Wachtvolgorde
from app.domain.beschutwerk.feiten import (
    Aanpassing,
    Adviesaanvrager,
    Beschutwerkdictum,
    Beschutwerkgroep,
    Dienstbetrekking,
    Initiatief,
    Overbrugging,
    Plaatssoort,
    UwvAdvies,
)
from app.services.beschutwerk.beeld import Beschutwerkbeeld, Jaarbeeld


class Beschutwerkbeoordeling(Uit):
    """Wat de regels nu zeggen als het besluit het advies volgt; bij `voorleggen` ontbreekt er nog iets."""

    uitkomst: Beschutwerkdictum
    toetsen: list[Toets]


class Werkaanpassing(Uit):
    """Wat het werk mogelijk maakt."""

    soort: Aanpassing
    omschrijving: str


class Beschutwerkplek(Uit):
    """Een plek met de dienstbetrekking; `tot` hoort er niet meer bij. `telt`: zij neemt een plek van het jaar in."""

    id: UUID
    versie: int
    begin: date
    tot: date | None
    uren: int
    dienstbetrekking: Dienstbetrekking
    plaats: Plaatssoort
    werkgever: str
    vestiging_id: UUID | None
    aanpassingen: list[Werkaanpassing]
    status: Plekstatus
    telt: bool
    reden_einde: str | None


class Beschutwerkoverbrugging(Uit):
    """Wat de klant krijgt tot de dienstbetrekking begint."""

    id: UUID
    soort: Overbrugging
    van: date
    tot: date | None
    buiten_klantgroep: bool = Field(description="Scholing die bij deze klantgroep anders niet kan.")
    reden_einde: str | None


class Beschutwerkbesluit(Uit):
    """Een besluit over de zaak of over een plek."""

    id: UUID
    soort: str
    onderwerp_id: UUID
    dictum: str
    status: Besluitstatus
    genomen_op: datetime


class Beschutwerkzaak(Uit):
    """Een zaak over beschut werk, van het initiatief tot een plek of de wachtlijst."""

    id: UUID
    versie: int
    klant_id: UUID
    datum: date
    initiatief: Initiatief
    groep: Beschutwerkgroep | None
    status: Beschutwerkstatus
    voorselectie_op: date | None
    voorselectie_reden: str | None
    advies_gevraagd_op: date | None
    advies_aanvrager: Adviesaanvrager | None
    advies: UwvAdvies | None
    advies_op: date | None
    advies_kenmerk: str | None
    vastgesteld_op: date | None
    reden_einde: str | None
    beeindigd_op: date | None
    beoordeling: Beschutwerkbeoordeling
    plekken: list[Beschutwerkplek]
    overbruggingen: list[Beschutwerkoverbrugging]
    besluiten: list[Beschutwerkbesluit]

    @classmethod
    def van(cls, beeld: Beschutwerkbeeld) -> Self:
        """Show a zaak with what the rules say of it now."""
        afgeleid = {
            "beoordeling": Beschutwerkbeoordeling(
                uitkomst=beeld.beoordeling.dictum, toetsen=[Toets.van(toets) for toets in beeld.beoordeling.toetsen]
            ),
            "plekken": [Beschutwerkplek.model_validate(plek) for plek in beeld.plekken],
            "overbruggingen": [Beschutwerkoverbrugging.model_validate(rij) for rij in beeld.overbruggingen],
            "besluiten": [
                Beschutwerkbesluit(
                    id=stand.besluit.id,
                    soort=stand.besluit.soort,
                    onderwerp_id=stand.besluit.onderwerp_id,
                    dictum=stand.besluit.dictum,
                    status=stand.status,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
        }
        vast = {naam: getattr(beeld.zaak, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Beschutwerkzaken(Uit):
    """De zaken van een klant, de oudste eerst."""

    zaken: list[Beschutwerkzaak]

    @classmethod
    def van(cls, beelden: list[Beschutwerkbeeld]) -> Self:
        """Show every zaak."""
        return cls(zaken=[Beschutwerkzaak.van(beeld) for beeld in beelden])


class Wachtlijstregel(Uit):
    """Iemand op de wachtlijst; `plaats` telt ook wie u niet mag zien."""

    plaats: int
    zaak_id: UUID
    klant_id: UUID
    vastgesteld_op: date


class Beschutwerkjaar(Uit):
    """De plekken van een kalenderjaar. Niemand krijgt vanzelf een plek; de wachtlijst is alleen een volgorde."""

    jaar: int
    plekken: int
    eenheid: Eenheid
    herkomst: Herkomst
    grens: int = Field(description="Hoeveel er in totaal kan, in personen of uren per week.")
    bezet: int = Field(description="Wat er is ingenomen, in dezelfde eenheid.")
    vrij: int
    wachtvolgorde: Wachtvolgorde
    aantal_wachtend: int
    wachtlijst: list[Wachtlijstregel]
    beleid_id: str

    @classmethod
    def van(cls, beeld: Jaarbeeld) -> Self:
        """Show the places of a year."""
        beleid = beeld.versie.beleid
        wacht = [
            Wachtlijstregel(
                plaats=nr, zaak_id=zaak.id, klant_id=zaak.klant_id, vastgesteld_op=zaak.vastgesteld_op or zaak.datum
            )
            for nr, zaak in beeld.wachtend
        ]
        return cls(
            jaar=beeld.jaar,
            plekken=beleid.plekken_per_jaar.waarde,
            eenheid=beleid.eenheid.waarde,
            herkomst=beleid.plekken_per_jaar.herkomst,
            grens=beleid.grens,
            bezet=beeld.bezet,
            vrij=max(beleid.grens - beeld.bezet, 0),
            wachtvolgorde=beleid.wachtvolgorde.waarde,
            aantal_wachtend=beeld.aantal_wachtend,
            wachtlijst=wacht,
            beleid_id=beeld.versie.id,
        )
