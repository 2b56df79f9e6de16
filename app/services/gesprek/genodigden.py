"""Inviting who helps a klant to an appointment (DEV-AMB-008)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db import klant as klanten
from app.db.gesprek import betrokkene as betrokkenen
from app.db.gesprek import klantreis as db
from app.db.gesprek.klantreis import Genodigde
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.handeling import Handeling, Opdracht
from app.services.taak import sluit_taken_van_klant
from app.services.vastleggen import Eenmalig, leg_vast


class GenodigdeOpdracht(Opdracht):
    """Een hulpverlener of iemand uit het netwerk is uitgenodigd; `vervallen` neemt de uitnodiging terug."""

    betrokkene_id: UUID
    wijze: Annotated[str, Field(min_length=3, max_length=100)] = Field(examples=["telefonisch"])
    vervallen: bool = False


def nodig_betrokkene_uit(h: Handeling, opdracht: GenodigdeOpdracht, afspraak_id: UUID) -> Genodigde:
    """Record that somebody is invited to an appointment to come; the prompt to invite is done with it.

    Raises OngeldigeInvoer for somebody who does not help this klant now, or with whom the klant wants no contact.
    """
    afspraak = db.afspraak(h.sessie, afspraak_id)
    if afspraak is None or klanten.klant(h.sessie, h.actor, afspraak.klant_id) is None:
        raise NietGevonden("Deze afspraak is niet gevonden.")
    klant = h.klant(afspraak.klant_id)
    if afspraak.vervallen_op is not None or afspraak.begint < h.nu:
        raise Conflict("Deze afspraak is vervallen of geweest.", "afspraak_voorbij")
    wie = betrokkenen.betrokkene(h.sessie, h.actor, opdracht.betrokkene_id)
    if wie is None or wie.klant_id != klant.id or (wie.tot is not None and wie.tot <= h.vandaag):
        raise OngeldigeInvoer({"betrokkeneId": "Deze betrokkene helpt de klant niet, of niet meer."})
    if wie.contact_toegestaan is False and not opdracht.vervallen:
        raise OngeldigeInvoer({"betrokkeneId": "De klant wil geen contact met deze betrokkene."})
    rij = Genodigde(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        afspraak_id=afspraak.id,
        **opdracht.model_dump(),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    inhoud = {"afspraakId": afspraak.id, "betrokkeneId": wie.id, "vervallen": rij.vervallen}
    leg_vast(h, Soort.BETROKKENE_UITGENODIGD, Eenmalig(rij.id), klant, inhoud)
    if not rij.vervallen:
        sluit_taken_van_klant(h, klant, "hulpverlener_uitnodigen")
    return rij


def bekijk_genodigden(h: Handeling, klant_id: UUID) -> list[Genodigde]:
    """Return the invitations that stand."""
    return db.genodigden(h.sessie, h.klant(klant_id, vergrendel=False).id)
