"""Handling outside HTTP: use cases run directly, to set the stage of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID, uuid4

from app.db.sessie import transactie
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import pw
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak
from app.services.vastleggen import leg_vast
from tests.steun.dienst import Dienst
from tests.steun.klanten import handelend


@contextmanager
def als(dienst: Dienst, rol: Rol) -> Iterator[Handeling]:
    """One handling of employee number one of Deventer with this role, committed at the end."""
    actor = handelend(rol)
    with transactie(dienst.state.sessies, actor) as sessie:
        yield Handeling(sessie, actor, dienst.state.register, dienst.klok.nu(), "test", "test", "c")


def zet_taak_uit(
    dienst: Dienst,
    klant_id: str | None,
    rol: Rol,
    uiterste: str = "2026-04-01",
    *,
    eigenaar_id: UUID | None = None,
    vanaf: str | None = None,
) -> str:
    """Put a taak in the werkvoorraad."""
    voorstel = TaakVoorstel(
        soort="proef",
        wat="Bel de klant.",
        waarom="Proef.",
        rol=rol,
        grondslag=pw("7"),
        uiterste=date.fromisoformat(uiterste),
    )
    with als(dienst, Rol.INTAKER) as h:
        klant = h.klant(UUID(klant_id)) if klant_id else None
        bestemming = Bestemming(uuid4(), klant, eigenaar_id)
        return str(maak_taak(h, voorstel, bestemming, vanaf=date.fromisoformat(vanaf) if vanaf else None).id)


def bied_mutatie_aan(dienst: Dienst, klant_id: str, bedrag: int = 10000) -> None:
    """Record something that the administration must process, and let the worker deliver it."""
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        klant = h.klant(UUID(klant_id))
        leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {}, {"soort": "voorschot", "bedrag": bedrag})
    dienst.ronde()
