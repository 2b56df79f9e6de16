"""Recording what a klant does, changing it and taking it back; each time the doorstroom is looked at again."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import activiteit as db
from app.db.activiteit import Activiteit, Activiteitstand, Leefgebiedbeeld
from app.db.klant import Klant
from app.domain.kern.activiteit import Activiteitsoort
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.activiteit.beeld import Activiteitbeeld, beelden
from app.services.activiteit.opdrachten import (
    ActiviteitintrekkingOpdracht,
    ActiviteitOpdracht,
    LeefgebiedenOpdracht,
    StandInhoud,
    StandOpdracht,
    WijzigActiviteitOpdracht,
)
from app.services.handeling import Handeling
from app.services.indeling.doorstroom import beoordeel_doorstroom
from app.services.vastleggen import Eenmalig, leg_vast

_NU = "Geef een dag tussen de geboorte van de klant en vandaag."


def leg_activiteit_vast(h: Handeling, opdracht: ActiviteitOpdracht, klant_id: UUID) -> Activiteitbeeld:
    """Record an activity, and open what must be assessed because of it (DEV-KGR-508, DEV-KGR-510)."""
    klant = h.klant(klant_id)
    activiteit = Activiteit(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(include={"soort", "omschrijving", "start", "einde", "zelf_gevonden"}),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    _controleer(h, klant, activiteit)
    h.sessie.add(activiteit)
    h.sessie.flush()
    h.sessie.add(_stand(h, activiteit, opdracht, opdracht.start))
    leg_vast(h, Soort.ACTIVITEIT_VASTGELEGD, activiteit, klant, {"soort": activiteit.soort, "start": activiteit.start})
    return _rond_af(h, klant, activiteit)


def wijzig_activiteit(h: Handeling, opdracht: WijzigActiviteitOpdracht, activiteit_id: UUID) -> Activiteitbeeld:
    """Correct or end an activity. Raises Conflict for one that was taken back."""
    activiteit, klant = _vind(h, activiteit_id)
    for veld, waarde in opdracht.model_dump(exclude_unset=True).items():
        setattr(activiteit, veld, waarde)
    if activiteit.start is None:
        raise OngeldigeInvoer({"start": "Dit veld kan niet leeg."})
    _controleer(h, klant, activiteit)
    velden = sorted(opdracht.model_fields_set)
    leg_vast(h, Soort.ACTIVITEIT_GEWIJZIGD, activiteit, klant, {"soort": activiteit.soort, "velden": velden})
    return _rond_af(h, klant, activiteit)


def voeg_stand_toe(h: Handeling, opdracht: StandOpdracht, activiteit_id: UUID) -> Activiteitbeeld:
    """Record other hours or income from a day; the same day as an earlier stand corrects it."""
    activiteit, klant = _vind(h, activiteit_id)
    laatste = min(h.vandaag, activiteit.einde or h.vandaag)
    if not activiteit.start <= opdracht.vanaf <= laatste:
        raise OngeldigeInvoer({"vanaf": "Geef een dag waarop de activiteit liep, niet na vandaag."})
    h.sessie.add(_stand(h, activiteit, opdracht, opdracht.vanaf))
    leg_vast(h, Soort.ACTIVITEIT_GEWIJZIGD, activiteit, klant, {"soort": activiteit.soort, "vanaf": opdracht.vanaf})
    return _rond_af(h, klant, activiteit)


def trek_activiteit_in(h: Handeling, opdracht: ActiviteitintrekkingOpdracht, activiteit_id: UUID) -> Activiteitbeeld:
    """Take back an activity that was recorded by mistake; what it led to lapses."""
    activiteit, klant = _vind(h, activiteit_id)
    activiteit.reden_intrekking = opdracht.reden
    leg_vast(h, Soort.ACTIVITEIT_INGETROKKEN, activiteit, klant, {"soort": activiteit.soort})
    return _rond_af(h, klant, activiteit)


def beoordeel_leefgebieden(h: Handeling, opdracht: LeefgebiedenOpdracht, klant_id: UUID) -> Leefgebiedbeeld:
    """Record how the leefgebieden are doing; the latest counts for the doorstroom (DEV-KGR-508)."""
    klant = h.klant(klant_id)
    if not klant.geboortedatum <= opdracht.datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": _NU})
    beeld = Leefgebiedbeeld(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(mode="json", include={"problemen", "toelichting"}),
        datum=opdracht.datum,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(beeld)
    inhoud = {"datum": opdracht.datum, "beoordeeld": len(opdracht.problemen)}
    leg_vast(h, Soort.LEEFGEBIEDEN_BEOORDEELD, Eenmalig(beeld.id), klant, inhoud)
    beoordeel_doorstroom(h, klant)
    return beeld


def _vind(h: Handeling, activiteit_id: UUID) -> tuple[Activiteit, Klant]:
    """Find an activity that can still change, with its klant locked, on the version that was seen."""
    activiteit = db.activiteit(h.sessie, h.actor, activiteit_id)
    if activiteit is None:
        raise NietGevonden("Deze activiteit is niet gevonden.")
    klant = h.klant(activiteit.klant_id)
    h.sessie.refresh(activiteit)
    h.controleer_versie(activiteit)
    if activiteit.reden_intrekking is not None:
        raise Conflict("Deze activiteit is ingetrokken; leg haar opnieuw vast.", "activiteit_ingetrokken")
    return activiteit, klant


def _controleer(h: Handeling, klant: Klant, activiteit: Activiteit) -> None:
    fouten = {}
    if not klant.geboortedatum <= activiteit.start <= h.vandaag:
        fouten["start"] = _NU
    if activiteit.einde is not None and activiteit.einde < activiteit.start:
        fouten["einde"] = "De laatste dag ligt niet voor de start."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _stand(h: Handeling, activiteit: Activiteit, inhoud: StandInhoud, vanaf: date) -> Activiteitstand:
    return Activiteitstand(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=activiteit.klant_id,
        activiteit_id=activiteit.id,
        vanaf=vanaf,
        **inhoud.model_dump(include=set(StandInhoud.model_fields)),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )


def _rond_af(h: Handeling, klant: Klant, activiteit: Activiteit) -> Activiteitbeeld:
    beoordeel_doorstroom(h, klant, werk=activiteit.soort is Activiteitsoort.BETAALD_WERK)
    return beelden(h, [activiteit])[0]
