"""The werkvoorraad: what must be done, by whom and by when; handing a taak over, and closing it by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field
from sqlalchemy import Row

from app.db import organisatie as organisaties
from app.db import taak as taken
from app.db import werkvoorraad as db
from app.db.klant import Klant
from app.db.organisatie import Medewerker
from app.db.taak import Taak, Taakstatus
from app.db.werkvoorraad import Bladzijde, Taakfilter
from app.domain.kern.fouten import Conflict, NietBevoegd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Bereik, Rol, bereik_van
from app.domain.kern.taakvoorstel import noembaar
from app.services.handeling import Handeling, Opdracht
from app.services.taak import sluit
from app.services.vastleggen import leg_vast


class AfhandelOpdracht(Opdracht):
    """Een taak met de hand afhandelen."""

    resultaat: str = Field(
        min_length=3, max_length=2000, examples=["Klant gebeld; komt donderdag langs."], description="Wat eruit kwam."
    )


class ToewijsOpdracht(Opdracht):
    """Een taak op iemands bureau leggen, of met `null` terugleggen bij iedereen met de rol."""

    eigenaar_id: UUID | None = Field(examples=["00000000-0000-7000-8000-000000040001"])


@dataclass(frozen=True)
class Taakbladzijde:
    """A page of taken as they stand at ``nu``; ``vol`` tells that there may be more."""

    rijen: Sequence[Row[Any]]
    nu: datetime
    vol: bool


@dataclass(frozen=True)
class Taakstand:
    """One taak as it stands at ``nu``."""

    rij: Row[Any]
    nu: datetime


def blader(h: Handeling, filters: Taakfilter, na: tuple[datetime, UUID] | None, aantal: int) -> Taakbladzijde:
    """Return a page of the open taken that this actor sees, the most urgent first."""
    rijen = db.werkvoorraad(h.sessie, h.actor, filters, Bladzijde(h.nu, na, aantal))
    return Taakbladzijde(rijen, h.nu, len(rijen) == aantal)


def bekijk(h: Handeling, taak_id: UUID) -> Taakstand:
    """Return one taak, open or closed. Raises NietGevonden when this actor may not see it."""
    rij = db.regel(h.sessie, h.actor, taak_id)
    if rij is None:
        raise _niet_gevonden()
    return Taakstand(rij, h.nu)


def handel_af(h: Handeling, opdracht: AfhandelOpdracht, taak_id: UUID) -> Taakstand:
    """Close a taak by hand, with what came of it. Raises NietBevoegd for another role, Conflict when it is closed."""
    taak, klant = _open_taak(h, taak_id)
    sluit(h, taak, Taakstatus.GEDAAN, opdracht.resultaat)
    leg_vast(h, Soort.TAAK_AFGEHANDELD, taak, klant, _inhoud(taak))
    return bekijk(h, taak_id)


def wijs_toe(h: Handeling, opdracht: ToewijsOpdracht, taak_id: UUID) -> Taakstand:
    """Put a taak on somebody's desk. Raises OngeldigeInvoer for an owner who may not do it or may not see the klant."""
    taak, klant = _open_taak(h, taak_id)
    if opdracht.eigenaar_id is not None:
        eigenaar = organisaties.medewerker(h.sessie, h.actor.organisatie, opdracht.eigenaar_id)
        if bezwaar := _bezwaar(taak, klant, eigenaar):
            raise OngeldigeInvoer({"eigenaarId": bezwaar})
    taak.eigenaar_id = opdracht.eigenaar_id
    leg_vast(h, Soort.TAAK_TOEGEWEZEN, taak, klant, _inhoud(taak) | {"eigenaarId": opdracht.eigenaar_id})
    return bekijk(h, taak_id)


def _inhoud(taak: Taak) -> dict[str, Any]:
    """Name the kind of taak, unless that tells of fraud, health or the like to who reads the gebeurtenis."""
    return {"soort": taak.soort} if noembaar(taak.soort) else {}


def _bezwaar(taak: Taak, klant: Klant | None, eigenaar: Medewerker | None) -> str | None:
    """Say why this taak cannot go to this employee; None when it can."""
    if eigenaar is None or not eigenaar.actief:
        return "Deze medewerker is niet bekend of niet meer actief."
    vast = klant is not None and eigenaar.id in (klant.consulent_id, klant.inkomensconsulent_id)
    if taak.rol.value not in eigenaar.rollen and not vast:
        return f"Deze medewerker heeft de rol {taak.rol.value} niet en is geen vaste consulent van de klant."
    bereik = bereik_van(Rol(rol) for rol in eigenaar.rollen)
    in_team = klant is not None and bereik is Bereik.TEAM and klant.team in eigenaar.teams
    if klant is not None and not (vast or in_team or bereik is Bereik.ORGANISATIE):
        return "Deze medewerker kan het dossier van de klant niet zien."
    return None


def _open_taak(h: Handeling, taak_id: UUID) -> tuple[Taak, Klant | None]:
    """Find an open taak; the dossier is locked before the taak, in the same order as every other handling does."""
    taak = taken.taak(h.sessie, h.actor, taak_id)
    if taak is None:
        raise _niet_gevonden()
    klant = h.klant(taak.klant_id) if taak.klant_id else None
    h.sessie.refresh(taak, with_for_update=True)
    if not h.actor.heeft(taak.rol, Rol.TEAMLEIDER) and taak.eigenaar_id != h.actor.medewerker_id:
        raise NietBevoegd(f"Deze taak is voor de rol {taak.rol.value}.")
    h.controleer_versie(taak)
    if taak.status is not Taakstatus.OPEN:
        raise Conflict(f"Deze taak is al {taak.status.value}.", "taak_al_afgehandeld")
    return taak, klant


def _niet_gevonden() -> NietGevonden:
    return NietGevonden("Deze taak is niet gevonden.")
