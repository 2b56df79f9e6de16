"""Individual guidance: contact and its rhythm, goal-action items, the choice of a workplace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import afspraak as afspraken
from app.db import indeling as indelingen
from app.db.begeleiding import begeleiding as db
from app.db.begeleiding.begeleiding import Contactafspraak, Contactmoment, Doelactie, Werkplekkeuze
from app.db.groep.activiteit import Groepsactiviteit
from app.db.groep.deelname import Groepsdeelname, groepen_van
from app.db.klant import Klant
from app.db.taak import Termijnstatus
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.begeleiding.beleid import BegeleidingBeleid
from app.domain.begeleiding.toetsen import (
    EERSTE_WEKEN,
    RITME,
    contacttaak,
    termijn_eerste_weken,
    termijn_ritme,
    toetsen_werkplek,
)
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.begeleiding.opdrachten import (
    ContactafspraakOpdracht,
    ContactmomentOpdracht,
    DoelactieOpdracht,
    IntrekContactOpdracht,
    WerkplekOpdracht,
    WijzigDoelactieOpdracht,
)
from app.services.handeling import Handeling
from app.services.plan.bewaking import rol_van
from app.services.taak import bewaak, einde_van, sluit_taken, sluit_termijnen
from app.services.vastleggen import Eenmalig, leg_vast


@dataclass(frozen=True)
class Begeleidingsbeeld:
    """The guidance of a klant; ``onderwerpen`` are the topics that the policy names."""

    klant: Klant
    contacten: list[Contactmoment]
    afspraak: Contactafspraak | None
    acties: list[Doelactie]
    keuzes: list[Werkplekkeuze]
    groepen: list[tuple[Groepsdeelname, Groepsactiviteit]]
    onderwerpen: tuple[str, ...]


def bekijk(h: Handeling, klant_id: UUID) -> Begeleidingsbeeld:
    """Show the guidance of a klant."""
    return _beeld(h, h.klant(klant_id, vergrendel=False))


def _beeld(h: Handeling, klant: Klant) -> Begeleidingsbeeld:
    h.sessie.flush()
    return Begeleidingsbeeld(
        klant,
        db.contactmomenten(h.sessie, klant.id),
        db.contactafspraak(h.sessie, klant.id),
        db.doelacties(h.sessie, klant.id),
        db.werkplekkeuzes(h.sessie, klant.id),
        groepen_van(h.sessie, klant.id),
        _beleid(h, klant).beleid.contact_onderwerpen.waarde,
    )


def _beleid(h: Handeling, klant: Klant) -> Versie[BegeleidingBeleid]:
    return h.beleid.geldend(BegeleidingBeleid, klant.gemeente, h.vandaag)


def start_eerste_weken(h: Handeling, klant: Klant) -> None:
    """Watch the contact in the first weeks of Matchen, where the policy signals silence (DEV-DIG-030)."""
    if klant.klantgroep is Klantgroep.MATCHEN:
        _herstart(h, klant)


def leg_contact_vast(h: Handeling, opdracht: ContactmomentOpdracht, klant_id: UUID) -> Begeleidingsbeeld:
    """Record a contact; the terms for the next one are counted from it (DEV-DIG-030, DEV-DIG-036)."""
    klant = h.klant(klant_id)
    tijdstip = opdracht.tijdstip or h.nu
    if tijdstip > h.nu:
        raise OngeldigeInvoer({"tijdstip": "Dit moment ligt in de toekomst."})
    contact = Contactmoment(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        tijdstip=tijdstip,
        vorm=opdracht.vorm,
        onderwerpen=list(dict.fromkeys(opdracht.onderwerpen)),
        afspraken=opdracht.afspraken,
        medewerker_id=h.actor.medewerker_id,
        varianten=h.varianten(klant.gemeente, dag(tijdstip)),
        versie=0,
    )
    h.sessie.add(contact)
    klant.laatste_contact = max(tijdstip, klant.laatste_contact or tijdstip)
    sluit_taken(h, klant.id, "contact_zoeken")
    _herstart(h, klant)
    inhoud = {"vorm": contact.vorm, "onderwerpen": len(contact.onderwerpen)}
    leg_vast(h, Soort.CONTACTMOMENT_VASTGELEGD, contact, klant, inhoud)
    return _beeld(h, klant)


def trek_contact_in(h: Handeling, opdracht: IntrekContactOpdracht, contactmoment_id: UUID) -> Begeleidingsbeeld:
    """Withdraw a contact that was not; the terms run from the one before it. Raises Conflict when it was withdrawn."""
    contact = db.contactmoment(h.sessie, h.actor, contactmoment_id)
    if contact is None:
        raise NietGevonden("Dit contactmoment is niet gevonden.")
    klant = h.klant(contact.klant_id)
    h.sessie.refresh(contact)
    if contact.ingetrokken_op is not None:
        raise Conflict("Dit contactmoment is al ingetrokken.", "al_ingetrokken")
    contact.ingetrokken_op, contact.reden_intrekking = h.nu, opdracht.reden
    _herstart(h, klant)
    if klant.laatste_contact == contact.tijdstip:
        klant.laatste_contact = _eerder_contact(h, klant)
    leg_vast(h, Soort.CONTACTMOMENT_INGETROKKEN, contact, klant, {})
    return _beeld(h, klant)


def _eerder_contact(h: Handeling, klant: Klant) -> datetime | None:
    """Return the last contact that stands: recorded here, an appointment that was kept, or the ambitiegesprek."""
    staand = [rij.tijdstip for rij in db.contactmomenten(h.sessie, klant.id) if rij.ingetrokken_op is None]
    gesprekken = [min(h.nu, einde_van(rij.datum)) for rij in indelingen.gesprekken(h.sessie, klant.id)[:1]]
    gekomen = afspraken.laatste_komst(h.sessie, klant.id)
    return max([*staand, *gesprekken, *([gekomen] if gekomen else [])], default=None)


def _herstart(h: Handeling, klant: Klant) -> None:
    """Count the terms for the next contact again, from the last contact that stands."""
    h.sessie.flush()
    beleid = _beleid(h, klant).beleid
    sluit_termijnen(h, klant.id, EERSTE_WEKEN, RITME, status=Termijnstatus.GEHAALD)
    staand = [rij for rij in db.contactmomenten(h.sessie, klant.id) if rij.ingetrokken_op is None]
    laatste = dag(staand[0].tijdstip) if staand else None
    kick_off = afspraken.laatste(h.sessie, klant.id, AfspraakSoort.KICK_OFF)
    if klant.klantgroep is Klantgroep.MATCHEN and kick_off is not None and kick_off.uitkomst is Presentie.VERSCHENEN:
        begin = dag(kick_off.begint)
        eerste = termijn_eerste_weken(begin, max(begin, laatste or begin), beleid)
        if eerste is not None and eerste.einde >= h.vandaag:
            bewaak(h, eerste, klant, klant.id, contacttaak(eerste, rol_van(klant), beleid))
    afgesproken = db.contactafspraak(h.sessie, klant.id)
    if afgesproken is not None:
        ritme = termijn_ritme(max(dag(afgesproken.vastgelegd_op), laatste or date.min), afgesproken.elke_dagen)
        afgesproken.volgende = ritme.einde
        bewaak(h, ritme, klant, klant.id, contacttaak(ritme, rol_van(klant), beleid))


def spreek_ritme_af(h: Handeling, opdracht: ContactafspraakOpdracht, klant_id: UUID) -> Begeleidingsbeeld:
    """Agree how often there is contact; the next date follows, and moves with every contact (DEV-DIG-036)."""
    klant = h.klant(klant_id)
    afspraak = Contactafspraak(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        elke_dagen=opdracht.elke_dagen,
        volgende=h.vandaag,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(afspraak)
    _herstart(h, klant)
    inhoud = {"elkeDagen": afspraak.elke_dagen, "volgende": afspraak.volgende}
    leg_vast(h, Soort.CONTACTAFSPRAAK_GEMAAKT, afspraak, klant, inhoud)
    return _beeld(h, klant)


def maak_doelactie(h: Handeling, opdracht: DoelactieOpdracht, klant_id: UUID) -> Begeleidingsbeeld:
    """Add an item to the goal-action plan (DEV-DIG-036)."""
    klant = h.klant(klant_id)
    actie = Doelactie(id=uuid7(), organisatie=h.actor.organisatie, klant_id=klant.id, versie=0, **opdracht.model_dump())
    h.sessie.add(actie)
    h.sessie.flush()
    leg_vast(h, Soort.DOELACTIE_GEZET, actie, klant, {"status": actie.status, "uiterlijk": actie.uiterlijk})
    return _beeld(h, klant)


def wijzig_doelactie(h: Handeling, opdracht: WijzigDoelactieOpdracht, doelactie_id: UUID) -> Doelactie:
    """Change an item or its status (DEV-DIG-036)."""
    actie = db.doelactie(h.sessie, h.actor, doelactie_id)
    if actie is None:
        raise NietGevonden("Dit punt is niet gevonden.")
    klant = h.klant(actie.klant_id)
    h.sessie.refresh(actie)
    h.controleer_versie(actie)
    for veld, waarde in opdracht.model_dump().items():
        setattr(actie, veld, waarde)
    leg_vast(h, Soort.DOELACTIE_GEZET, actie, klant, {"status": actie.status, "uiterlijk": actie.uiterlijk})
    return actie


def kies_werkplek(h: Handeling, opdracht: WerkplekOpdracht, klant_id: UUID) -> Begeleidingsbeeld:
    """Choose where a klant goes on. Raises Geweigerd for what the level of service does not allow (DEV-DIG-032)."""
    klant = h.klant(klant_id)
    versie = _beleid(h, klant)
    if geweigerd := niet_voldaan(toetsen_werkplek(opdracht.keuze, opdracht.reden, versie.beleid)):
        raise Geweigerd("Deze keuze kan nu niet zo.", geweigerd)
    rij = Werkplekkeuze(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        dag=h.vandaag,
        beleid_id=versie.id,
        varianten=h.varianten(klant.gemeente, h.vandaag),
        medewerker_id=h.actor.medewerker_id,
        tijdstip=h.nu,
        **opdracht.model_dump(),
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.WERKPLEK_GEKOZEN, Eenmalig(rij.id), klant, {"keuze": rij.keuze})
    return _beeld(h, klant)
