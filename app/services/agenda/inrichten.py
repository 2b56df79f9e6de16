"""Rooms, rosters and exceptions: recorded by the organisation, corrected by a new one or withdrawn."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.agenda import inrichting as db
from app.db.agenda.inrichting import Agendauitzondering, Ruimte, Werkrooster
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.agenda.opdrachten import RoosterOpdracht, RuimteOpdracht, UitzonderingOpdracht
from app.services.handeling import Handeling
from app.services.vastleggen import Eenmalig, leg_vast

DAGEN_VOORUIT = 730


def maak_ruimte(h: Handeling, opdracht: RuimteOpdracht) -> Ruimte:
    """Add a room. Raises Conflict when this location has one of that name."""
    ruimte = Ruimte(id=uuid7(), organisatie=h.actor.organisatie, versie=0)
    return _zet_ruimte(h, ruimte, opdracht)


def wijzig_ruimte(h: Handeling, opdracht: RuimteOpdracht, ruimte_id: UUID) -> Ruimte:
    """Replace what is known of a room; what is planned in it stays. Raises NietGevonden."""
    ruimte = db.ruimte(h.sessie, h.actor.organisatie, ruimte_id)
    if ruimte is None:
        raise NietGevonden("Deze ruimte is niet gevonden.")
    h.controleer_versie(ruimte)
    return _zet_ruimte(h, ruimte, opdracht)


def _zet_ruimte(h: Handeling, ruimte: Ruimte, opdracht: RuimteOpdracht) -> Ruimte:
    for veld, waarde in opdracht.model_dump().items():
        setattr(ruimte, veld, waarde)
    h.sessie.add(ruimte)
    try:
        h.sessie.flush()
    except IntegrityError as fout:
        raise Conflict("Op deze locatie is al een ruimte met die naam.", "ruimte_bestaat") from fout
    leg_vast(h, Soort.RUIMTE_INGERICHT, ruimte, None, {"soort": ruimte.soort, "beveiligd": ruimte.beveiligd})
    return ruimte


def leg_rooster_vast(h: Handeling, opdracht: RoosterOpdracht, medewerker_id: UUID) -> Werkrooster:
    """Record when an employee works from a day on."""
    controleer_medewerker(h, medewerker_id)
    rooster = Werkrooster(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        medewerker_id=medewerker_id,
        van=opdracht.van,
        dagen=[deel.model_dump(mode="json") for deel in opdracht.dagen],
        gesprekken_per_dag=opdracht.gesprekken_per_dag,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rooster)
    inhoud = {"medewerkerId": medewerker_id, "van": opdracht.van}
    leg_vast(h, Soort.WERKROOSTER_VASTGELEGD, Eenmalig(rooster.id), None, inhoud)
    return rooster


def bekijk_roosters(h: Handeling, medewerker_id: UUID) -> list[Werkrooster]:
    """Return the roosters of an employee, the one that holds latest first."""
    controleer_medewerker(h, medewerker_id)
    return db.roosters(h.sessie, medewerker_id)


def leg_uitzondering_vast(h: Handeling, opdracht: UitzonderingOpdracht, medewerker_id: UUID) -> Agendauitzondering:
    """Record that an employee is away, or works extra; what is planned in that time stays until it is moved."""
    controleer_medewerker(h, medewerker_id)
    if opdracht.einde <= h.nu:
        raise OngeldigeInvoer({"einde": "Deze periode is al voorbij."})
    rij = Agendauitzondering(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        medewerker_id=medewerker_id,
        begin=opdracht.begin,
        einde=opdracht.einde,
        beschikbaar=opdracht.beschikbaar,
        versie=0,
    )
    h.sessie.add(rij)
    inhoud = {"medewerkerId": medewerker_id, "beschikbaar": opdracht.beschikbaar}
    leg_vast(h, Soort.AGENDAUITZONDERING_VASTGELEGD, rij, None, inhoud)
    return rij


def bekijk_uitzonderingen(h: Handeling, medewerker_id: UUID) -> list[Agendauitzondering]:
    """Return the exceptions of an employee that hold now or later."""
    controleer_medewerker(h, medewerker_id)
    return db.uitzonderingen(h.sessie, [medewerker_id], (h.nu, h.nu + timedelta(days=DAGEN_VOORUIT)))


def trek_uitzondering_in(h: Handeling, uitzondering_id: UUID) -> Agendauitzondering:
    """Withdraw an exception that does not hold after all."""
    rij = db.uitzondering(h.sessie, h.actor.organisatie, uitzondering_id)
    if rij is None:
        raise NietGevonden("Deze uitzondering is niet gevonden.")
    h.controleer_versie(rij)
    if rij.vervallen_op is not None:
        raise Conflict("Deze uitzondering is al ingetrokken.", "al_ingetrokken")
    rij.vervallen_op = h.nu
    leg_vast(h, Soort.AGENDAUITZONDERING_INGETROKKEN, rij, None, {"medewerkerId": rij.medewerker_id})
    return rij


def controleer_medewerker(h: Handeling, medewerker_id: UUID) -> None:
    """Raise NietGevonden for somebody who does not work here."""
    if organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id) is None:
        raise NietGevonden("Deze medewerker is niet gevonden.")
