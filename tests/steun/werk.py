"""Work for the worker: terms that run out, and what must be delivered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.sessie import transactie
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import beleidstermijn_werkdagen
from app.services.handeling import Handeling
from app.services.taak import bewaak
from app.services.vastleggen import leg_vast
from tests.steun.dienst import ORGANISATIES, Dienst, medewerker_id

GRONDSLAG = productenboek("2.2.2")


def actor(organisatie: str = "deventer", rol: Rol = Rol.INTAKER) -> Actor:
    """The first employee with this role."""
    wie = medewerker_id(rol, organisatie)
    return Actor(wie, rol.value, organisatie, ORGANISATIES[organisatie], (), frozenset({rol}), "test")


def handeling(dienst: Dienst, sessie: Any, wie: Actor) -> Handeling:
    """A handling at the moment of the service's clock."""
    return Handeling(sessie, wie, dienst.state.register, dienst.klok.nu(), "test", "test", "c")


def zet_termijn(dienst: Dienst, klant_id: UUID, werkdagen: int = 5, soort: str = "proeftermijn") -> UUID:
    """Let a term run from today, whose running out leads to a taak."""
    wie = actor()
    with transactie(dienst.state.sessies, wie) as sessie:
        h = handeling(dienst, sessie, wie)
        termijn = beleidstermijn_werkdagen(soort, GRONDSLAG, h.vandaag, werkdagen)
        vervolg = TaakVoorstel(
            soort=f"na_{soort}",
            wat="Beoordeel hoe het verder gaat.",
            waarom="De termijn is voorbij.",
            rol=Rol.INTAKER,
            grondslag=GRONDSLAG,
            uiterste=termijn.einde,
        )
        return UUID(str(bewaak(h, termijn, h.klant(klant_id), klant_id, vervolg).id))


def schrijf_regels(dienst: Dienst, klant_id: UUID, hoeveel: int) -> None:
    """Write events with a mutatie, all in one transaction."""
    wie = actor()
    with transactie(dienst.state.sessies, wie) as sessie:
        h = handeling(dienst, sessie, wie)
        klant = h.klant(klant_id)
        for nummer in range(hoeveel):
            leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {"nr": nummer}, {"soort": "proef", "nr": nummer})
