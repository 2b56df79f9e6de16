"""Werkverdeling: which team and which consulent a klant gets with a klantgroep."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.db import organisatie as organisaties
from app.db.indeling import minst_belaste
from app.db.klant import Klant
from app.db.organisatie import Medewerker
from app.domain.indeling.termijnen import contactrol
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling

INKOMEN = "inkomen"
TEAM = {
    Klantgroep.MATCHEN: "matchen",
    Klantgroep.GROEIEN: "groeien",
    Klantgroep.FACILITEREN: INKOMEN,
    Klantgroep.ZORGEN: INKOMEN,
}


@dataclass(frozen=True)
class Toewijzing:
    """The team of the klantgroep, the role of its fixed contact and who that is; None when nobody is available."""

    team: str
    rol: Rol
    consulent_id: UUID | None


def wijs_consulent_aan(h: Handeling, klant: Klant, klantgroep: Klantgroep, gevraagd: UUID | None) -> Toewijzing:
    """Choose the fixed contact: who is asked for, else who has the klant already, else who has the fewest klanten.

    The inkomensconsulent is the contact of Faciliteren and Zorgen, whatever the team (DEV-ORG-501, DEV-KEN-509).
    """
    rol, team = contactrol(klantgroep), TEAM[klantgroep]
    if gevraagd is not None:
        if not _past(h, gevraagd, rol, team):
            raise OngeldigeInvoer({"consulentId": f"Kies een {rol.value} die voor deze klantgroep werkt."})
        return Toewijzing(team, rol, gevraagd)
    huidige = klant.inkomensconsulent_id if rol is Rol.INKOMENSCONSULENT else klant.consulent_id
    if huidige is not None and _past(h, huidige, rol, team):
        return Toewijzing(team, rol, huidige)
    in_team = None if rol is Rol.INKOMENSCONSULENT else team
    return Toewijzing(team, rol, minst_belaste(h.sessie, h.actor.organisatie, rol, in_team))


def _past(h: Handeling, medewerker_id: UUID, rol: Rol, team: str) -> bool:
    medewerker = organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id)
    return medewerker is not None and medewerker.actief and _werkt_voor(medewerker, rol, team)


def _werkt_voor(medewerker: Medewerker, rol: Rol, team: str) -> bool:
    in_team = rol is Rol.INKOMENSCONSULENT or team in medewerker.teams
    return in_team and rol.value in medewerker.rollen
