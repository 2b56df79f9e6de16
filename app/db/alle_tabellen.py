"""All tables together: importing this module fills ``Basis.metadata``."""

from app.db import (
    activiteit,
    afspraak,
    beleidspakket,
    besluit,
    diagnose,
    historie,
    indeling,
    klant,
    klantafspraak,
    maatregel,
    mutatie,
    organisatie,
    overdracht,
    overweging,
    plan,
    taak,
)
from app.db.aanvraag import aanvraag, beschikking, document
from app.db.agenda import bereikpoging
from app.db.agenda import inrichting as agenda_inrichting
from app.db.agenda import overleg as agenda_overleg
from app.db.agenda import punt as agendapunt
from app.db.basis import Basis
from app.db.begeleiding import begeleiding
from app.db.bekonnected import werkstroom as bekonnected
from app.db.bericht import bericht
from app.db.beschutwerk import zaak as beschutwerk
from app.db.bezwaar import bezwaar
from app.db.blokkering import tabellen as blokkering
from app.db.brief import brief
from app.db.budget import budget
from app.db.campagne import campagne
from app.db.diagnose import levering as diagnose_levering
from app.db.diagnose import mapping as diagnose_mapping
from app.db.diagnose import uitslag as diagnose_uitslag
from app.db.doelgroep import feiten as doelgroep
from app.db.doelgroep import nugger
from app.db.extern import registratie as extern
from app.db.gesprek import tabellen as gesprek
from app.db.groep import deelname as groep
from app.db.herziening import herziening
from app.db.incident import incident
from app.db.intake import beeld as intake
from app.db.klantverzoek import verzoek as klantverzoek
from app.db.leerroute import deelname as leerroute
from app.db.loonkosten import forfait as loonkostenforfait
from app.db.loonkosten import praktijkroute
from app.db.loonkosten import zaak as loonkostenzaak
from app.db.machtiging import machtiging
from app.db.makelaar import verwijzing as makelaar
from app.db.niveau import besluit as niveau
from app.db.signaal import niet_willer, signaal
from app.db.simulatie import simulatie
from app.db.subsidie import betaling as subsidiebetaling
from app.db.subsidie import subsidie
from app.db.subsidie import vordering as subsidievordering
from app.db.taaleis import feit as taaleisfeit
from app.db.taaleis import zaak as taaleiszaak
from app.db.toekenning import feit as toekenningfeit
from app.db.toekenning import hardheid, toekenning
from app.db.toekenning import overeenkomst as voorzieningovereenkomst
from app.db.vaststelling import vaststelling
from app.db.verplichting import verplichting
from app.db.verwijzing import verwijzing
from app.db.werkgever import dienstverband, werkgever

__all__ = [
    "Basis",
    "aanvraag",
    "activiteit",
    "afspraak",
    "agenda_inrichting",
    "agenda_overleg",
    "agendapunt",
    "begeleiding",
    "bekonnected",
    "beleidspakket",
    "bereikpoging",
    "bericht",
    "beschikking",
    "beschutwerk",
    "besluit",
    "bezwaar",
    "blokkering",
    "brief",
    "budget",
    "campagne",
    "diagnose",
    "diagnose_levering",
    "diagnose_mapping",
    "diagnose_uitslag",
    "dienstverband",
    "document",
    "doelgroep",
    "extern",
    "gesprek",
    "groep",
    "hardheid",
    "herziening",
    "historie",
    "incident",
    "indeling",
    "intake",
    "klant",
    "klantafspraak",
    "klantverzoek",
    "leerroute",
    "loonkostenforfait",
    "loonkostenzaak",
    "maatregel",
    "machtiging",
    "makelaar",
    "mutatie",
    "niet_willer",
    "niveau",
    "nugger",
    "organisatie",
    "overdracht",
    "overweging",
    "plan",
    "praktijkroute",
    "signaal",
    "simulatie",
    "subsidie",
    "subsidiebetaling",
    "subsidievordering",
    "taak",
    "taaleisfeit",
    "taaleiszaak",
    "toekenning",
    "toekenningfeit",
    "vaststelling",
    "verplichting",
    "verwijzing",
    "voorzieningovereenkomst",
    "werkgever",
]
