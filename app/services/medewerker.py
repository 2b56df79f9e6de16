"""Medewerkers: who works here, in which teams and with which roles."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.db import organisatie as db
from app.db.organisatie import Medewerker
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling, Opdracht
from app.services.klant import Email, Naam, Telefoon
from app.services.vastleggen import leg_vast

Teamnaam = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9 _-]{0,49}$")]


class MedewerkerOpdracht(Opdracht):
    """Alles wat de dienst van een medewerker moet weten; vervangt wat er stond."""

    naam: Naam = Field(examples=["S. de Vries"])
    teams: tuple[Teamnaam, ...] = Field(default=(), max_length=20, examples=[["matchen"]])
    rollen: tuple[Rol, ...] = Field(min_length=1, max_length=len(Rol), examples=[["werkconsulent"]])
    dariuz_certificaat_op: date | None = Field(default=None, description="Sinds wanneer gecertificeerd voor Dariuz.")
    telefoon: Telefoon | None = Field(default=None, description="Voor klanten.", examples=["0570 00 00 01"])
    whatsapp: Telefoon | None = Field(default=None, description="Nummer voor WhatsApp, voor klanten.")
    email: Email | None = Field(default=None, description="Voor klanten.")
    actief: bool = True


def richt_in(h: Handeling, opdracht: MedewerkerOpdracht, medewerker_id: UUID) -> Medewerker:
    """Register an employee, or replace what was known; a new one has version 0.

    The event names the roles and teams, not the person. Raises OngeldigeInvoer for a certificate of a day to come.
    """
    if opdracht.dariuz_certificaat_op and opdracht.dariuz_certificaat_op > h.vandaag:
        raise OngeldigeInvoer({"dariuzCertificaatOp": "Geef een datum tot en met vandaag."})
    medewerker = db.medewerker(h.sessie, h.actor.organisatie, medewerker_id, vergrendel=True)
    if medewerker is None:
        medewerker = Medewerker(id=medewerker_id, organisatie=h.actor.organisatie, versie=0)
    h.controleer_versie(medewerker)
    medewerker.naam = opdracht.naam
    medewerker.teams = sorted(set(opdracht.teams))
    medewerker.rollen = sorted({rol.value for rol in opdracht.rollen})
    medewerker.dariuz_certificaat_op = opdracht.dariuz_certificaat_op
    medewerker.telefoon, medewerker.whatsapp = opdracht.telefoon, opdracht.whatsapp
    medewerker.email = opdracht.email
    medewerker.actief = opdracht.actief
    h.sessie.add(medewerker)
    inhoud = {"rollen": medewerker.rollen, "teams": medewerker.teams, "actief": medewerker.actief}
    leg_vast(h, Soort.MEDEWERKER_INGERICHT, medewerker, None, inhoud)
    return medewerker


def bekijk(h: Handeling, medewerker_id: UUID) -> Medewerker:
    """Return an employee of the own organisation. Raises NietGevonden when there is none."""
    medewerker = db.medewerker(h.sessie, h.actor.organisatie, medewerker_id)
    if medewerker is None:
        raise NietGevonden("Deze medewerker is niet gevonden.")
    return medewerker
