"""Competences of employees, and the recurring contact with partners in the chain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID, uuid5

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.gesprek import organisatie as db
from app.db.gesprek.organisatie import Competentieregistratie, Ketencontact, Ketenoverleg
from app.db.organisatie import Medewerker
from app.db.taak import Taakstatus
from app.domain.beleid.model import Waarde
from app.domain.gesprek.organisatie import (
    Ketenpartner,
    OrganisatieBeleid,
    overlegtaak,
    toets_overleg,
    volgend_overleg,
)
from app.domain.gesprek.soort import Code, Tekstcode
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import Eenmalig, leg_vast

_OVERLEG = UUID("00000000-0000-0000-0000-000000000006")
Tekst = Annotated[str, Field(min_length=3, max_length=4000)]
Gemeente = Annotated[str, Field(pattern=r"^GM[0-9]{4}$", examples=["GM0150"])]


class CompetentieOpdracht(Opdracht):
    """Een competentie van een medewerker; registreren is vrij en houdt niets tegen."""

    competentie: Code = Field(examples=["oordeelsvorming"])
    behaald: bool = Field(default=True, description="`false` herstelt een registratie die niet klopt.")
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    toelichting: Tekst | None = None


class KetencontactOpdracht(Opdracht):
    """Wie vast contact houdt met een partner in de keten."""

    gemeente: Gemeente
    partner: Code = Field(examples=["sociale_raadslieden"])
    medewerker_ids: tuple[UUID, ...] = Field(
        min_length=1, max_length=5, examples=[["00000000-0000-7000-8000-000000030001"]]
    )


class KetenoverlegOpdracht(Opdracht):
    """Een contact met een partner, met wat is verteld en gevraagd."""

    gemeente: Gemeente
    partner: Code = Field(examples=["sociale_raadslieden"])
    gehouden_op: date | None = Field(default=None, description="Standaard vandaag.")
    wijzigingen: Tekst | None = Field(default=None, examples=["Het formulier vraagt nu ook naar het briefadres."])
    vragen: Tekst | None = None
    corrigeert: UUID | None = Field(default=None, description="Het contact dat hiermee wordt verbeterd.")


@dataclass(frozen=True)
class Ketenstand:
    """How the contact with a partner stands."""

    partner: Ketenpartner
    contact: Ketencontact | None
    overleggen: list[Ketenoverleg]
    streefdatum: date | None
    uiterlijk: date | None
    toets: Toets


def registreer_competentie(
    h: Handeling, opdracht: CompetentieOpdracht, medewerker_id: UUID
) -> list[Competentieregistratie]:
    """Record a competence of an employee (DEV-ORG-003). Raises OngeldigeInvoer for one that no role of theirs asks."""
    medewerker = _medewerker(h, medewerker_id)
    datum = opdracht.datum or h.vandaag
    bekend: set[str] = set()
    for gemeente in h.actor.gemeenten:
        beleid = h.beleid.geldend(OrganisatieBeleid, gemeente, h.vandaag).beleid
        bekend |= beleid.competentiecodes(tuple(Rol(rol) for rol in medewerker.rollen))
    fouten = {}
    if opdracht.competentie not in bekend:
        goed = ", ".join(sorted(bekend)) or "geen; bij deze rollen hoort geen profiel"
        fouten["competentie"] = f"Kies een van: {goed}."
    if datum > h.vandaag:
        fouten["datum"] = "Deze dag ligt in de toekomst."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = Competentieregistratie(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        medewerker_id=medewerker_id,
        **opdracht.model_dump(exclude={"datum"}),
        datum=datum,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.COMPETENTIE_GEREGISTREERD, Eenmalig(rij.id), None, {"competentie": rij.competentie})
    return bekijk_competenties(h, medewerker_id)


def bekijk_competenties(h: Handeling, medewerker_id: UUID) -> list[Competentieregistratie]:
    """Return the competences that count now of an employee."""
    _medewerker(h, medewerker_id)
    h.sessie.flush()
    laatste = {rij.competentie: rij for rij in db.competenties(h.sessie, h.actor.organisatie, medewerker_id)}
    return [rij for rij in laatste.values() if rij.behaald]


def competentieprofielen(h: Handeling, gemeente: str) -> Waarde[dict[Rol, tuple[Tekstcode, ...]]]:
    """Return the competences that the work asks per role. Raises NietGevonden for a municipality without policy."""
    if gemeente not in h.beleid.gemeenten():
        raise NietGevonden("Van deze gemeente is geen beleid ingelezen.")
    waarde = h.beleid.geldend(OrganisatieBeleid, gemeente, h.vandaag).beleid.competenties
    return Waarde[dict[Rol, tuple[Tekstcode, ...]]].model_validate(waarde.model_dump())


def wijs_contact_aan(h: Handeling, opdracht: KetencontactOpdracht) -> Ketenstand:
    """Name who keeps contact with a partner; their recurring task starts or moves to them (DEV-ORG-006)."""
    partner = _partner(h, opdracht.gemeente, opdracht.partner)
    fouten = {}
    if len(set(opdracht.medewerker_ids)) > partner.waarde.contactpersonen_max:
        fouten["medewerkerIds"] = f"Noem hoogstens {partner.waarde.contactpersonen_max} vaste contactpersonen."
    for nummer, wie in enumerate(opdracht.medewerker_ids):
        medewerker = organisaties.medewerker(h.sessie, h.actor.organisatie, wie)
        if medewerker is None or not medewerker.actief:
            fouten[f"medewerkerIds.{nummer}"] = "Deze medewerker is niet bekend of niet meer actief."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = Ketencontact(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        gemeente=opdracht.gemeente,
        partner=opdracht.partner,
        contactpersonen=[str(wie) for wie in dict.fromkeys(opdracht.medewerker_ids)],
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.KETENCONTACT_AANGEWEZEN, Eenmalig(rij.id), None, {"partner": rij.partner})
    return _zet_taak(h, opdracht.gemeente, partner, Taakstatus.VERVALLEN)


def leg_overleg_vast(h: Handeling, opdracht: KetenoverlegOpdracht) -> Ketenstand:
    """Record a contact with a partner and plan the next. Raises Conflict as long as nobody was named for it."""
    partner = _partner(h, opdracht.gemeente, opdracht.partner)
    stand = _stand(h, opdracht.gemeente, partner)
    if stand.contact is None:
        raise Conflict("Wijs eerst een of twee vaste contactpersonen aan.", "geen_contactpersoon")
    gehouden = opdracht.gehouden_op or h.vandaag
    fouten = {}
    if gehouden > h.vandaag:
        fouten["gehoudenOp"] = "Deze dag ligt in de toekomst."
    if opdracht.corrigeert is not None and opdracht.corrigeert not in {rij.id for rij in stand.overleggen}:
        fouten["corrigeert"] = "Dit contact is niet bekend, of al verbeterd."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = Ketenoverleg(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        **opdracht.model_dump(exclude={"gehouden_op"}),
        gehouden_op=gehouden,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    inhoud = {"partner": rij.partner, "gehoudenOp": gehouden}
    leg_vast(h, Soort.KETENOVERLEG_GEHOUDEN, Eenmalig(rij.id), None, inhoud)
    return _zet_taak(h, opdracht.gemeente, partner, Taakstatus.GEDAAN)


def bekijk_overleg(h: Handeling, gemeente: str, partner: str) -> Ketenstand:
    """Show how the contact with a partner stands."""
    return _stand(h, gemeente, _partner(h, gemeente, partner))


def _zet_taak(h: Handeling, gemeente: str, partner: Waarde[Ketenpartner], status: Taakstatus) -> Ketenstand:
    """Close the open task and make the next: visible from the target on, in time until the limit."""
    onderwerp = uuid5(_OVERLEG, f"{h.actor.organisatie}/{gemeente}/{partner.waarde.code}")
    sluit_taken(h, onderwerp, status=status)
    stand = _stand(h, gemeente, partner)
    assert stand.contact is not None
    eigenaar = UUID(stand.contact.contactpersonen[0])
    uiterlijk = stand.uiterlijk or plus_maanden(h.vandaag, partner.waarde.streef_maanden)
    taak = overlegtaak(partner.waarde, uiterlijk, partner.grondslag)
    vanaf = max(stand.streefdatum, h.vandaag) if stand.streefdatum else None
    maak_taak(h, taak, Bestemming(onderwerp, None, eigenaar), vanaf=vanaf)
    return stand


def _stand(h: Handeling, gemeente: str, partner: Waarde[Ketenpartner]) -> Ketenstand:
    h.sessie.flush()
    wie = (h.sessie, h.actor.organisatie, gemeente, partner.waarde.code)
    overleggen = db.overleggen(*wie)
    laatste = overleggen[0].gehouden_op if overleggen else None
    dagen = volgend_overleg(partner.waarde, laatste) if laatste else (None, None)
    toets = toets_overleg(partner.waarde, laatste, h.vandaag, partner.grondslag)
    return Ketenstand(partner.waarde, db.contact(*wie), overleggen, dagen[0], dagen[1], toets)


def _partner(h: Handeling, gemeente: str, code: str) -> Waarde[Ketenpartner]:
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    beleid = h.beleid.geldend(OrganisatieBeleid, gemeente, h.vandaag).beleid
    partner = beleid.partner(code)
    if partner is None:
        goed = ", ".join(deel.code for deel in beleid.ketenpartners.waarde)
        raise OngeldigeInvoer({"partner": f"Kies een van: {goed}."})
    return Waarde[Ketenpartner](waarde=partner, grondslag=beleid.ketenpartners.grondslag)


def _medewerker(h: Handeling, medewerker_id: UUID) -> Medewerker:
    medewerker = organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id)
    if medewerker is None:
        raise NietGevonden("Deze medewerker is niet gevonden.")
    return medewerker
