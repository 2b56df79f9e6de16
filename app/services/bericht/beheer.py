"""Looking after messages by hand: reading, withdrawing, offering again, and the letters that a person sends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import Field

from app.db.bericht import bericht as db
from app.db.bericht.bericht import ONVERZONDEN, Bericht, Berichtstatus
from app.db.klant import Klant
from app.domain.bericht.kanaal import Berichtkanaal, kan_via
from app.domain.bericht.taken import MISLUKT
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.tijd import dag
from app.services.afspraak.opdrachten import Reden
from app.services.bericht.bezorgen import zet_verzonden
from app.services.bericht.klaarzetten import bereikbaar, neem_terug
from app.services.handeling import Handeling, Opdracht
from app.services.taak import einde_van, sluit_taken
from app.services.vastleggen import leg_vast

_MET_DE_HAND = (Berichtstatus.AF_TE_DRUKKEN, Berichtstatus.MISLUKT)


class TerugtrekOpdracht(Opdracht):
    """Waarom het bericht niet meer weg hoeft."""

    reden: Reden = Field(examples=["De klant is al gebeld"])


class OpnieuwOpdracht(Opdracht):
    """Hoe het bericht alsnog weg moet."""

    kanaal: Berichtkanaal | None = Field(
        default=None, description="Een ander kanaal: een mail kan alsnog als brief. Zonder opgave blijft het kanaal."
    )


class VerzondenOpdracht(Opdracht):
    """Wanneer de brief is verzonden of meegegeven."""

    verzonden_op: date | None = Field(default=None, description="Zonder opgave vandaag.")


@dataclass(frozen=True)
class Berichtbeeld:
    """A message with its klant."""

    bericht: Bericht
    klant: Klant


def bekijk(h: Handeling, bericht_id: UUID) -> Berichtbeeld:
    """Return a message whole. Raises NietGevonden when this actor may not know of it."""
    bericht = _vind(h, bericht_id)
    return Berichtbeeld(bericht, h.klant(bericht.klant_id, vergrendel=False))


def van_klant(h: Handeling, klant_id: UUID, na: UUID | None, aantal: int) -> list[Berichtbeeld]:
    """Return a page of the messages to one klant, the newest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [Berichtbeeld(bericht, klant) for bericht in db.van_klant(h.sessie, klant.id, na, aantal)]


def trek_een_terug(h: Handeling, opdracht: TerugtrekOpdracht, bericht_id: UUID) -> Berichtbeeld:
    """Withdraw one message that was not sent yet. Raises Conflict when it was."""
    bericht, klant = _open(h, bericht_id, *ONVERZONDEN)
    neem_terug(bericht, opdracht.reden)
    sluit_taken(h, bericht.id, MISLUKT)
    leg_vast(h, Soort.BERICHT_TERUGGETROKKEN, bericht, klant, {"sjabloon": bericht.sjabloon})
    return Berichtbeeld(bericht, klant)


def bied_opnieuw_aan(h: Handeling, opdracht: OpnieuwOpdracht, bericht_id: UUID) -> Berichtbeeld:
    """Offer a message again that could not be delivered, with fresh attempts, or as a letter.

    Raises OngeldigeInvoer for a channel that cannot take the text or does not reach the klant.
    """
    bericht, klant = _open(h, bericht_id, Berichtstatus.MISLUKT)
    kanaal = opdracht.kanaal or bericht.kanaal
    if kanaal not in (bericht.kanaal, Berichtkanaal.BRIEF):
        raise OngeldigeInvoer({"kanaal": "Dit bericht is voor een ander kanaal geschreven; kies brief of stuur nieuw."})
    if not kan_via(kanaal, bereikbaar(klant)):
        raise OngeldigeInvoer({"kanaal": "Langs deze weg is de klant niet te bereiken; vul eerst de gegevens aan."})
    bericht.kanaal = kanaal
    als_brief = kanaal is Berichtkanaal.BRIEF
    bericht.status = Berichtstatus.AF_TE_DRUKKEN if als_brief else Berichtstatus.WACHTEND
    bericht.volgende_poging = None if als_brief else h.nu
    bericht.pogingen, bericht.laatste_fout, bericht.niet_na = 0, None, None
    sluit_taken(h, bericht.id, MISLUKT)
    inhoud = {"sjabloon": bericht.sjabloon, "kanaal": kanaal}
    leg_vast(h, Soort.BERICHT_OPNIEUW_AANGEBODEN, bericht, klant, inhoud)
    return Berichtbeeld(bericht, klant)


def meld_verzonden(h: Handeling, opdracht: VerzondenOpdracht, bericht_id: UUID) -> Berichtbeeld:
    """Record that a person sent or handed over a letter, or got a failed message to the klant after all."""
    bericht, klant = _open(h, bericht_id, *_MET_DE_HAND)
    verzonden = opdracht.verzonden_op or h.vandaag
    if not dag(bericht.gemaakt_op) <= verzonden <= h.vandaag:
        raise OngeldigeInvoer({"verzondenOp": "Geef een dag vanaf het opmaken en niet in de toekomst."})
    sluit_taken(h, bericht.id, MISLUKT)
    zet_verzonden(h, klant, bericht, None)
    bericht.verzonden_op = min(h.nu, einde_van(verzonden))
    return Berichtbeeld(bericht, klant)


def _vind(h: Handeling, bericht_id: UUID) -> Bericht:
    bericht = db.bericht(h.sessie, h.actor, bericht_id)
    if bericht is None:
        raise NietGevonden("Dit bericht is niet gevonden.")
    return bericht


def _open(h: Handeling, bericht_id: UUID, *statussen: Berichtstatus) -> tuple[Bericht, Klant]:
    """Find a message, lock its klant, and check its version and status."""
    bericht = _vind(h, bericht_id)
    klant = h.klant(bericht.klant_id)
    h.sessie.refresh(bericht)
    h.controleer_versie(bericht)
    if bericht.status not in statussen:
        raise Conflict(f"Dit kan niet: het bericht is {bericht.status.replace('_', ' ')}.", "verkeerde_status")
    return bericht, klant
