"""Moves of a voorziening: the concept with its answers, the besluit, the agreement, the start, and a werk-leerroute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.demo.medewerkers import GEMEENTEN
from app.demo.mens import Mens
from app.demo.toneel import Toneel, iemand
from app.demo.werkgevers import DIENSTVERBAND, MAGAZIJN, Zaak, neem_in_dienst, plek_bij
from app.domain.doelgroep.categorie import Categorie, Doelgroepcategorie
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.toekenning.feit import Toekenningfeitsoort
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.besluit.feiten import Voorzieningdictum
from app.domain.werkgever.intentie import Intentievorm
from app.services.besluit.bekendmaken import BekendmakingOpdracht, maak_bekend
from app.services.doelgroep.vastleggen import leg_feit_vast as leg_doelgroep_vast
from app.services.leerroute.fasen import rond_fase_af, start_fase_2
from app.services.leerroute.inschrijven import schrijf_in
from app.services.leerroute.opdrachten import FaseafrondingOpdracht, FasestartOpdracht, LeerrouteInschrijving
from app.services.toekenning.besluitopdrachten import ToekenningsbesluitOpdracht
from app.services.toekenning.concept import stel_op
from app.services.toekenning.feiten import leg_feit_vast
from app.services.toekenning.feitopdrachten import Startmelding
from app.services.toekenning.opdrachten import ToekenningOpdracht, Voorzieningantwoord
from app.services.toekenning.overeenkomsten import (
    OvereenkomsthandtekeningOpdracht,
    VoorzieningsovereenkomstOpdracht,
    maak,
    onderteken,
)
from app.services.toekenning.toekennen import beslis
from app.services.werkgever.intenties import IntentieverklaringOpdracht, verklaar

TOEKENNING, BESLUIT, LEERROUTE = "toekenning", "toekenningsbesluit", "leerroute"
BESPROKEN = "Met de klant besproken; staat in het verslag van het gesprek."
AFSPRAKEN = {
    "doel": "Wennen aan werk en ontdekken wat past.",
    "werkzaamheden": "Ingebrachte spullen sorteren en de winkel aanvullen.",
    "wijze_van_begeleiding": "Elke week een gesprek met de werkmeester, elke maand met de consulent erbij.",
}
CONTRACTMAANDEN = 7


@dataclass(frozen=True)
class Inzet:
    """A voorziening of the table; ``dagen`` are its first day and the first day without it."""

    code: str
    dagen: tuple[date, date]
    uren: int | None = None
    kosten: int | None = None
    gegevens: Mapping[str, Any] | None = None
    plek: Zaak | None = None


def leg_doelgroep(toneel: Toneel, mens: Mens) -> None:
    """Record for which doelgroep somebody counts."""
    feit = Doelgroepcategorie(soort="doelgroepcategorie", datum=toneel.vandaag, categorie=Categorie.ALGEMENE_BIJSTAND)
    toneel.doe(toneel.consulent(mens), leg_doelgroep_vast, feit, klant_id=toneel.klant(mens))


def vraag_op(toneel: Toneel, mens: Mens, inzet: Inzet, *, beantwoord: bool = True) -> None:
    """Draw up the concept, with every question answered as it must be, or with all of them open."""
    opdracht = ToekenningOpdracht(
        klant_id=toneel.klant(mens),
        code=inzet.code,
        van=inzet.dagen[0],
        tot=inzet.dagen[1],
        uren=None if inzet.uren is None else Decimal(inzet.uren),
        kosten=inzet.kosten,
        vestiging_id=plek_bij(toneel, inzet.plek) if inzet.plek else None,
        antwoorden=_antwoorden(toneel, inzet) if beantwoord else {},
        gegevens=dict(inzet.gegevens or {}),
    )
    beeld = toneel.doe(toneel.consulent(mens), stel_op, opdracht)
    toneel.onthoud(TOEKENNING, mens.naam, beeld.toekenning.id)


def _antwoorden(toneel: Toneel, inzet: Inzet) -> dict[str, Voorzieningantwoord]:
    beleid = toneel.register.geldend(VoorzieningBeleid, GEMEENTEN[0], inzet.dagen[0]).beleid
    regel = beleid.regel(inzet.code)
    assert regel is not None
    return {
        oordeel.code: Voorzieningantwoord(waarde=oordeel.verwacht, toelichting=BESPROKEN)
        for oordeel in beleid.oordelen(regel)
    }


def ken_toe(toneel: Toneel, mens: Mens) -> None:
    """Grant what the concept asks for."""
    opdracht = ToekenningsbesluitOpdracht(
        dictum=Voorzieningdictum.TOEKENNEN,
        motivering="De klant heeft hier zelf om gevraagd en komt zo dichter bij werk.",
    )
    stand = toneel.doe(toneel.consulent(mens), beslis, opdracht, toekenning_id=toneel.van(TOEKENNING, mens.naam))
    toneel.onthoud(BESLUIT, mens.naam, stand.besluit.id)


def verzend(toneel: Toneel, mens: Mens) -> None:
    """Send the besluit."""
    opdracht = BekendmakingOpdracht(verzonden_op=toneel.vandaag)
    toneel.doe(iemand(Rol.ADMINISTRATIE), maak_bekend, opdracht, besluit_id=toneel.van(BESLUIT, mens.naam))


def sluit_overeenkomst(toneel: Toneel, mens: Mens) -> None:
    """Make the agreement and have everybody sign it."""
    wie, nummer = toneel.consulent(mens), toneel.van(TOEKENNING, mens.naam)
    beeld = toneel.doe(wie, maak, VoorzieningsovereenkomstOpdracht(afspraken=AFSPRAKEN), toekenning_id=nummer)
    overeenkomst = beeld.overeenkomsten[-1]
    for partij in overeenkomst.partijen:
        teken = OvereenkomsthandtekeningOpdracht(
            partij=partij, datum=toneel.vandaag, bewijs=f"ZAAK-{toneel.vandaag:%Y}-9001"
        )
        toneel.doe(wie, onderteken, teken, overeenkomst_id=overeenkomst.id)


def begin(toneel: Toneel, mens: Mens) -> None:
    """Record that the voorziening began."""
    melding = Startmelding(soort=Toekenningfeitsoort.START, datum=toneel.vandaag)
    toneel.doe(toneel.consulent(mens), leg_feit_vast, melding, toekenning_id=toneel.van(TOEKENNING, mens.naam))


def begin_leerroute(toneel: Toneel, mens: Mens) -> None:
    """Enrol for the werk-leerroute logistiek; phase 1 begins."""
    begin(toneel, mens)
    opdracht = LeerrouteInschrijving(
        route="logistiek",
        uren=20,
        accountmanager_id=iemand(Rol.WERKCONSULENT).medewerker_id,
        werkplek="Magazijn van het werkbedrijf",
        werkcoach="Werkcoach van het werkbedrijf, toestel 12",
        werkleider="Werkleider magazijn",
    )
    nummer = toneel.van(TOEKENNING, mens.naam)
    beeld = toneel.doe(toneel.consulent(mens), schrijf_in, opdracht, toekenning_id=nummer)
    een, twee = beeld.fasen
    toneel.onthoud("fase_1", mens.naam, een.id)
    toneel.onthoud("fase_2", mens.naam, twee.id)


def begin_fase_2(toneel: Toneel, mens: Mens) -> None:
    """Complete phase 1 and go on with a contract at an employer, from today."""
    wie = toneel.consulent(mens)
    klaar = FaseafrondingOpdracht(datum=toneel.vandaag)
    toneel.doe(wie, rond_fase_af, klaar, fase_id=toneel.van("fase_1", mens.naam))
    periode = toneel.vandaag, plus_maanden(toneel.vandaag, CONTRACTMAANDEN)
    neem_in_dienst(toneel, mens, MAGAZIJN, "magazijnmedewerker", periode)
    opdracht = FasestartOpdracht(
        begin=toneel.vandaag,
        dienstverband_id=toneel.van(DIENSTVERBAND, mens.naam),
        uren=24,
        werkplek=MAGAZIJN.vestiging,
        werkcoach="Werkcoach van het werkbedrijf, toestel 12",
        praktijkopleider="Praktijkopleider magazijn",
    )
    toneel.doe(wie, start_fase_2, opdracht, fase_id=toneel.van("fase_2", mens.naam))


def laat_intentie_verklaren(toneel: Toneel, mens: Mens, plek: Zaak) -> None:
    """Record that an employer means to offer a contract after a proefplaatsing."""
    opdracht = IntentieverklaringOpdracht(
        vestiging_id=plek_bij(toneel, plek),
        functie="verkoopmedewerker",
        vorm=Intentievorm.MAIL,
        contactfunctie=plek.functie,
    )
    toneel.doe(toneel.consulent(mens), verklaar, opdracht, klant_id=toneel.klant(mens))
