"""Mutaties: delivery to the uitkeringsadministratie, and its answer."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from app.db import mutatie as db
from app.db.klant import Klant
from app.db.mutatie import Mutatie, Mutatiestatus
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak
from app.services.vastleggen import leg_vast

HERSTEL_WERKDAGEN = 1


class MutatiebevestigingOpdracht(Opdracht):
    """De uitkeringsadministratie heeft de mutatie verwerkt."""

    extern_kenmerk: str | None = Field(default=None, max_length=100, examples=["GWS-2026-004711"])


class AfwijsOpdracht(Opdracht):
    """De uitkeringsadministratie kan de mutatie niet verwerken."""

    reden: str = Field(min_length=3, max_length=500, examples=["Uitkering is per 1 mei beëindigd."])


def bevestig(h: Handeling, opdracht: MutatiebevestigingOpdracht, mutatie_id: UUID) -> tuple[Mutatie, Klant]:
    """Record that a mutatie was processed. Raises Conflict when it was answered before."""
    mutatie, klant = _open_mutatie(h, mutatie_id)
    mutatie.status = Mutatiestatus.BEVESTIGD
    mutatie.antwoord_op = h.nu
    mutatie.extern_kenmerk = opdracht.extern_kenmerk
    leg_vast(h, Soort.MUTATIE_BEVESTIGD, mutatie, klant, {"nr": mutatie.nr})
    return mutatie, klant


def wijs_af(h: Handeling, opdracht: AfwijsOpdracht, mutatie_id: UUID) -> tuple[Mutatie, Klant]:
    """Record that a mutatie was refused; it comes back as a taak for the inkomensconsulent."""
    mutatie, klant = _open_mutatie(h, mutatie_id)
    mutatie.status = Mutatiestatus.AFGEWEZEN
    mutatie.antwoord_op = h.nu
    mutatie.reden = opdracht.reden
    leg_vast(h, Soort.MUTATIE_AFGEWEZEN, mutatie, klant, {"nr": mutatie.nr})
    voorstel = TaakVoorstel(
        soort="mutatie_herstellen",
        wat=f"Herstel mutatie {mutatie.nr} ({mutatie.soort}): de uitkeringsadministratie heeft haar afgewezen.",
        waarom=f"Reden van de uitkeringsadministratie: {opdracht.reden}",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=productenboek("2.2.2"),
        uiterste=tel_werkdagen(h.vandaag, HERSTEL_WERKDAGEN),
    )
    maak_taak(h, voorstel, Bestemming(mutatie.id, klant))
    return mutatie, klant


def _open_mutatie(h: Handeling, mutatie_id: UUID) -> tuple[Mutatie, Klant]:
    mutatie = db.mutatie(h.sessie, h.actor, mutatie_id)
    if mutatie is None:
        raise NietGevonden("Deze mutatie is niet gevonden.")
    klant = h.klant(mutatie.klant_id)
    h.sessie.refresh(mutatie)
    if mutatie.status is not Mutatiestatus.AANGEBODEN:
        raise Conflict(f"Deze mutatie is al {mutatie.status.value}.", "mutatie_al_beantwoord")
    return mutatie, klant
