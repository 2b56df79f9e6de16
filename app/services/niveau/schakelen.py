"""Switching the level of service, or one instelling, on and off by a dated decision (DEV-DIG-001, DEV-DIG-501)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.niveau import besluit as db
from app.db.niveau.besluit import Besluitregel, Niveaubesluit, Niveauherroeping
from app.domain.beleid.schakeling import NIVEAU, Niveau
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast

Reden = Annotated[str, StringConstraints(min_length=3, max_length=1000)]
GEMEENTE = r"^GM[0-9]{4}$"


class NiveaubesluitOpdracht(Opdracht):
    """Een besluit over het dienstverleningsniveau, of over één instelling zoals een opgeschorte kick-off."""

    gemeente: str = Field(pattern=GEMEENTE, examples=["GM0150"])
    niveau: Niveau | None = Field(default=None, description="Leeg bij een instelling.", examples=["volledige_lockdown"])
    instelling: str | None = Field(
        default=None, pattern=r"^[a-z_]{3,60}$", description="Leeg bij een niveau; zie `teKiezen`.", examples=[None]
    )
    aan: bool = Field(default=True, description="Alleen bij een instelling: aan of uit.")
    van: date = Field(description="Eerste dag.", examples=["2026-04-01"])
    tot: date | None = Field(default=None, description="Eerste dag waarop het niet meer geldt; leeg is: nader besluit.")
    reden: Reden = Field(examples=["Landelijke maatregelen aangescherpt"])
    besloten_door: Annotated[str, StringConstraints(min_length=2, max_length=200)] = Field(
        description="Wie in de gemeente hiervoor verantwoordelijk is.", examples=["Directieteam"]
    )
    besloten_op: date | None = Field(default=None, description="Dag van het besluit; standaard vandaag.")


class HerroepOpdracht(Opdracht):
    """Waarom een besluit wordt herroepen; wat eronder is gedaan, blijft staan."""

    reden: Reden = Field(examples=["Verkeerde begindatum; er volgt een nieuw besluit"])


def besluit(h: Handeling, opdracht: NiveaubesluitOpdracht) -> Besluitregel:
    """Record a decision; for the days that it covers it goes before every earlier one.

    Raises OngeldigeInvoer for a municipality of somebody else, or a level or instelling without overlays.
    """
    _controleer(h, opdracht)
    onderdeel = NIVEAU if opdracht.instelling is None else opdracht.instelling
    rij = Niveaubesluit(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        gemeente=opdracht.gemeente,
        onderdeel=onderdeel,
        variant=_variant(opdracht),
        van=opdracht.van,
        tot=opdracht.tot,
        reden=opdracht.reden,
        besloten_door=opdracht.besloten_door,
        besloten_op=opdracht.besloten_op or h.vandaag,
        medewerker_id=h.actor.medewerker_id,
        tijdstip=h.nu,
    )
    h.sessie.add(rij)
    inhoud = {"gemeente": rij.gemeente, "onderdeel": onderdeel, "variant": rij.variant, "van": rij.van, "tot": rij.tot}
    leg_vast(h, Soort.NIVEAU_BESLOTEN, Eenmalig(rij.id), None, inhoud)
    return Besluitregel(rij, None)


def herroep(h: Handeling, opdracht: HerroepOpdracht, besluit_id: UUID) -> Besluitregel:
    """Revoke a decision: from now on it counts for no day. Raises NietGevonden, or Conflict when it was revoked."""
    rij = db.besluit(h.sessie, h.actor.organisatie, besluit_id)
    if rij is None or rij.gemeente not in h.actor.gemeenten:
        raise NietGevonden("Dit besluit is niet gevonden.")
    regels = db.besluiten(h.sessie, h.actor.organisatie, rij.gemeente)
    if any(regel.besluit.id == rij.id and regel.herroeping for regel in regels):
        raise Conflict("Dit besluit is al herroepen.", "al_herroepen")
    herroeping = Niveauherroeping(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        niveaubesluit_id=rij.id,
        reden=opdracht.reden,
        medewerker_id=h.actor.medewerker_id,
        tijdstip=h.nu,
    )
    h.sessie.add(herroeping)
    inhoud = {"gemeente": rij.gemeente, "onderdeel": rij.onderdeel, "variant": rij.variant}
    leg_vast(h, Soort.NIVEAU_HERROEPEN, Eenmalig(rij.id), None, inhoud)
    return Besluitregel(rij, herroeping)


def _variant(opdracht: NiveaubesluitOpdracht) -> str | None:
    if opdracht.instelling is not None:
        return opdracht.instelling if opdracht.aan else None
    return None if opdracht.niveau is Niveau.GEEN else opdracht.niveau


def _zonder_beleid(wel: Iterable[str]) -> str:
    return f"Hiervoor is geen beleid vastgelegd; wel voor: {', '.join(wel) or 'niets'}."


def _controleer(h: Handeling, opdracht: NiveaubesluitOpdracht) -> None:
    fouten: dict[str, str] = {}
    if opdracht.gemeente not in h.actor.gemeenten:
        fouten["gemeente"] = f"Kies een van: {', '.join(h.actor.gemeenten)}."
    if (opdracht.niveau is None) == (opdracht.instelling is None):
        fouten["niveau"] = "Kies een niveau of een instelling, niet allebei."
    bekend = h.register.varianten(opdracht.gemeente)
    if opdracht.niveau not in (None, Niveau.GEEN, *bekend):
        fouten["niveau"] = _zonder_beleid(naam for naam in bekend if naam in set(Niveau))
    instellingen = [naam for naam in bekend if naam not in set(Niveau)]
    if opdracht.instelling is not None and opdracht.instelling not in instellingen:
        fouten["instelling"] = _zonder_beleid(instellingen)
    if opdracht.tot is not None and opdracht.tot <= opdracht.van:
        fouten["tot"] = "Geef een dag na de eerste dag."
    if opdracht.besloten_op is not None and opdracht.besloten_op > h.vandaag:
        fouten["beslotenOp"] = "Geef een dag tot en met vandaag."
    if fouten:
        raise OngeldigeInvoer(fouten)
