"""Which records of a klant stand elsewhere, and what another system reports of them (DEV-ORG-506)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.extern import registratie as db
from app.db.extern.registratie import ExterneMelding
from app.db.klant import Klant
from app.domain.extern.systemen import ExternBeleid, Laatstemelding, Syncmelding, Syncstand, Systeem, syncstand
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast


class ExterneMeldingOpdracht(Opdracht):
    """Wat een ander systeem over een gegeven van deze dienst meldt."""

    onderwerp_id: UUID = Field(description="Het gegeven, zoals de gebeurtenis het noemt.")
    systeem: Systeem = Field(examples=["gws"])
    melding: Syncmelding = Field(examples=["bijgewerkt"])
    kenmerk: Annotated[str, StringConstraints(min_length=1, max_length=100)] | None = Field(
        default=None, description="Het kenmerk daar; verplicht als het is bijgewerkt.", examples=["WP-2026-0012"]
    )
    toelichting: Annotated[str, StringConstraints(min_length=3, max_length=500)] | None = Field(
        default=None, description="Verplicht als het mislukte."
    )


@dataclass(frozen=True)
class Registratie:
    """A record that stands in a system, with its reference there and how far it is."""

    onderwerp_id: UUID
    systeem: Systeem
    gewijzigd_op: datetime
    stand: Syncstand
    kenmerk: str | None
    toelichting: str | None
    gemeld_op: datetime | None


def bekijk(h: Handeling, klant_id: UUID) -> list[Registratie]:
    """Show where the records of a klant stand as well."""
    return _registraties(h, h.klant(klant_id, vergrendel=False))


def meld(h: Handeling, opdracht: ExterneMeldingOpdracht, klant_id: UUID) -> list[Registratie]:
    """Record what a system reports. Raises OngeldigeInvoer for what does not stand there."""
    klant = h.klant(klant_id)
    bekend = {(rij.onderwerp_id, rij.systeem) for rij in _registraties(h, klant)}
    fouten = {}
    if (opdracht.onderwerp_id, opdracht.systeem) not in bekend:
        fouten["onderwerpId"] = "Dit gegeven van deze klant staat niet in dat systeem."
    if opdracht.melding is Syncmelding.BIJGEWERKT and opdracht.kenmerk is None:
        fouten["kenmerk"] = "Dit veld is verplicht."
    if opdracht.melding is Syncmelding.MISLUKT and opdracht.toelichting is None:
        fouten["toelichting"] = "Dit veld is verplicht."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = ExterneMelding(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(),
        gemeld_op=h.nu,
        gemeld_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    inhoud = {"systeem": rij.systeem, "melding": rij.melding, "onderwerpId": rij.onderwerp_id}
    leg_vast(h, Organisatiesoort.EXTERN_GEMELD, Eenmalig(rij.id), klant, inhoud)
    return _registraties(h, klant)


def _registraties(h: Handeling, klant: Klant) -> list[Registratie]:
    h.sessie.flush()
    beleid = h.beleid.geldend(ExternBeleid, klant.gemeente, h.vandaag).beleid
    soorten = [soort for reeks in beleid.registraties.waarde.values() for soort in reeks]
    laatste: dict[tuple[UUID, Systeem], datetime] = {}
    for rij in db.onderwerpen(h.sessie, klant.id, soorten):
        for systeem in beleid.systemen_van(rij.soort):
            laatste[rij.onderwerp_id, systeem] = rij.op
    gemeld = {(rij.onderwerp_id, rij.systeem): rij for rij in db.meldingen(h.sessie, klant.id)}
    return [_registratie(sleutel, op, gemeld.get(sleutel)) for sleutel, op in laatste.items()]


def _registratie(sleutel: tuple[UUID, Systeem], op: datetime, melding: ExterneMelding | None) -> Registratie:
    vorige = Laatstemelding(melding=melding.melding, op=melding.gemeld_op) if melding else None
    return Registratie(
        onderwerp_id=sleutel[0],
        systeem=sleutel[1],
        gewijzigd_op=op,
        stand=syncstand(op, vorige),
        kenmerk=melding.kenmerk if melding else None,
        toelichting=melding.toelichting if melding else None,
        gemeld_op=melding.gemeld_op if melding else None,
    )
