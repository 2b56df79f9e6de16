"""The bank account of an employer: proposed by one person, checked by another, because that is how fraud comes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.taak import Taakstatus
from app.db.werkgever import werkgever as db
from app.db.werkgever.werkgever import Ibanstand, Ibanwijziging, Werkgever
from app.domain.kern.bouw import maak_toets
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.werkgever.beleid import WerkgeverBeleid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast
from app.services.werkgever.invoer import IbanbeoordelingOpdracht, IbanwijzigingOpdracht
from app.services.werkgever.werkgevers import Werkgeverbeeld, actieve_werkgever, beeld, werkgever

TAAK: Final = "werkgever_iban_controleren"


def stel_voor(h: Handeling, opdracht: IbanwijzigingOpdracht, werkgever_id: UUID) -> Werkgeverbeeld:
    """Propose a bank account; a taak asks somebody else to check it. The account that was there stays until then.

    Raises Conflict while another proposal is open.
    """
    van = actieve_werkgever(h, werkgever_id)
    if any(rij.stand is Ibanstand.VOORGESTELD for rij in db.ibanwijzigingen(h.sessie, van.id)):
        raise Conflict("Er wordt al een rekeningnummer nagegaan; beoordeel dat eerst.", "ibanwijziging_open")
    rij = Ibanwijziging(
        id=uuid7(),
        organisatie=van.organisatie,
        werkgever_id=van.id,
        **opdracht.model_dump(),
        stand=Ibanstand.VOORGESTELD,
        voorgesteld_door=h.actor.medewerker_id,
        voorgesteld_op=h.nu,
        versie=0,
    )
    h.sessie.add(rij)
    maak_taak(h, _taak(h, van), Bestemming(rij.id, None))
    leg_vast(h, Inzetsoort.IBANWIJZIGING_VOORGESTELD, rij, None, {"werkgeverId": van.id, "bron": rij.bron})
    return beeld(h, van)


def _taak(h: Handeling, van: Werkgever) -> TaakVoorstel:
    werkdagen = h.beleid.geldend(WerkgeverBeleid, h.actor.gemeenten[0], h.vandaag).beleid.iban_controle_werkdagen
    waarom = "Er is een nieuw rekeningnummer voorgesteld. Zo komt fraude binnen: een tweede persoon gaat het na."
    if van.iban is None:
        waarom = "Van deze werkgever is nog geen rekeningnummer nagegaan; zonder wordt niets betaald."
    return TaakVoorstel(
        soort=TAAK,
        wat="Bel de werkgever op het nummer dat al bekend was en ga het rekeningnummer na.",
        waarom=waarom,
        rol=Rol.ADMINISTRATIE,
        grondslag=werkdagen.grondslag,
        uiterste=tel_werkdagen(h.vandaag, werkdagen.waarde),
    )


def beoordeel(h: Handeling, opdracht: IbanbeoordelingOpdracht, wijziging_id: UUID) -> Werkgeverbeeld:
    """Judge a proposed bank account; from then on it is the employer's, or it never becomes so.

    Raises Geweigerd for who proposed it, and Conflict when it was judged already.
    """
    rij = db.ibanwijziging(h.sessie, h.actor, wijziging_id)
    if rij is None:
        raise NietGevonden("Deze wijziging is niet gevonden.")
    van = actieve_werkgever(h, rij.werkgever_id)
    h.sessie.refresh(rij)
    if rij.stand is not Ibanstand.VOORGESTELD:
        raise Conflict("Dit rekeningnummer is al beoordeeld.", "ibanwijziging_beoordeeld")
    _eis_tweede_persoon(h, rij)
    rij.stand = Ibanstand.BEVESTIGD if opdracht.akkoord else Ibanstand.AFGEWEZEN
    rij.controle, rij.bevinding = opdracht.controle, opdracht.bevinding
    rij.beoordeeld_door, rij.beoordeeld_op = h.actor.medewerker_id, h.nu
    if opdracht.akkoord:
        van.iban, van.tenaamstelling = rij.iban, rij.tenaamstelling
        leg_vast(h, Inzetsoort.WERKGEVER_GEWIJZIGD, van, None, {"velden": ["iban", "tenaamstelling"]})
    sluit_taken(h, rij.id, TAAK, status=Taakstatus.GEDAAN)
    leg_vast(h, Inzetsoort.IBANWIJZIGING_BEOORDEELD, rij, None, {"werkgeverId": van.id, "stand": rij.stand})
    return beeld(h, van)


def _eis_tweede_persoon(h: Handeling, rij: Ibanwijziging) -> None:
    beleid = h.beleid.geldend(WerkgeverBeleid, h.actor.gemeenten[0], h.vandaag).beleid
    ander = rij.voorgesteld_door != h.actor.medewerker_id
    zin = "Een ander dan wie het rekeningnummer voorstelde, gaat het na."
    toets = maak_toets("tweede_persoon", ander, beleid.iban_controle_werkdagen.grondslag, {"ander": ander}, zin)
    if not ander:
        raise Geweigerd(toets.toelichting, [toets], "tweede_persoon_nodig")


@dataclass(frozen=True)
class Rekening:
    """Where an employer is paid."""

    werkgever_id: UUID
    iban: str
    tenaamstelling: str


def rekening(h: Handeling, werkgever_id: UUID) -> Rekening | None:
    """Return where an employer is paid, of the one that it turned out to be; None while nobody checked an account."""
    rij = werkgever(h, werkgever_id)
    while rij.opgegaan_in is not None:
        rij = werkgever(h, rij.opgegaan_in)
    if rij.iban is None or rij.tenaamstelling is None:
        return None
    return Rekening(rij.id, rij.iban, rij.tenaamstelling)
