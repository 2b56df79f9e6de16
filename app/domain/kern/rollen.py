"""Who acts: roles, how far each role sees, and the actor of one request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Rol(StrEnum):
    """What an employee, or a connected system, may do; each role is an OAuth2 scope of the same name."""

    RECEPTIE = "receptie"
    INTAKER = "intaker"
    INKOMENSCONSULENT = "inkomensconsulent"
    WERKCONSULENT = "werkconsulent"
    PARTICIPATIEMAKELAAR = "participatiemakelaar"
    TOETSER = "toetser"
    ADMINISTRATIE = "administratie"
    TEAMLEIDER = "teamleider"
    BELEIDSMEDEWERKER = "beleidsmedewerker"
    BEHEERDER = "beheerder"
    FG = "fg"
    KOPPELING = "koppeling"
    SOCIALE_RECHERCHE = "sociale_recherche"


class Bereik(StrEnum):
    """Whose dossiers may be read, from narrow to wide; the order of the members is the order of width."""

    GEEN = "geen"
    CASELOAD = "caseload"
    TEAM = "team"
    ORGANISATIE = "organisatie"


LEEST_DIAGNOSES: tuple[Rol, ...] = (
    Rol.INTAKER,
    Rol.INKOMENSCONSULENT,
    Rol.WERKCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.FG,
)
"""Who reads what was found on the leefgebieden, which is about health and debts too."""

LEEST_VERPLICHTINGEN: tuple[Rol, ...] = (*LEEST_DIAGNOSES, Rol.TOETSER, Rol.ADMINISTRATIE)
"""Who reads ontheffingen and extra duties: their grounds tell of health and family."""

LEEST_SIGNALEN: tuple[Rol, ...] = (
    Rol.INTAKER,
    Rol.INKOMENSCONSULENT,
    Rol.WERKCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.SOCIALE_RECHERCHE,
    Rol.TEAMLEIDER,
    Rol.FG,
)
"""Who reads signals and marks; those about fraud fewer still (``ZIET_FRAUDE``)."""

_BREEDTE = {bereik: breedte for breedte, bereik in enumerate(Bereik)}

BEREIK: dict[Rol, Bereik] = {
    Rol.RECEPTIE: Bereik.ORGANISATIE,
    Rol.INTAKER: Bereik.ORGANISATIE,
    Rol.INKOMENSCONSULENT: Bereik.ORGANISATIE,
    Rol.WERKCONSULENT: Bereik.TEAM,
    Rol.PARTICIPATIEMAKELAAR: Bereik.CASELOAD,
    Rol.TOETSER: Bereik.ORGANISATIE,
    Rol.ADMINISTRATIE: Bereik.ORGANISATIE,
    Rol.TEAMLEIDER: Bereik.TEAM,
    Rol.BELEIDSMEDEWERKER: Bereik.GEEN,
    Rol.BEHEERDER: Bereik.GEEN,
    Rol.FG: Bereik.ORGANISATIE,
    Rol.KOPPELING: Bereik.ORGANISATIE,
    Rol.SOCIALE_RECHERCHE: Bereik.ORGANISATIE,
}


def bereik_van(rollen: Iterable[Rol]) -> Bereik:
    """Return the widest reach that the roles give; no role reaches nobody."""
    return max((BEREIK[rol] for rol in rollen), key=_BREEDTE.__getitem__, default=Bereik.GEEN)


@dataclass(frozen=True)
class Actor:
    """Who does this handling, for which organisation and gemeenten (codes such as GM0150), through which client."""

    medewerker_id: UUID
    naam: str
    organisatie: str
    gemeenten: tuple[str, ...]
    teams: tuple[str, ...]
    rollen: frozenset[Rol]
    client: str

    @property
    def bereik(self) -> Bereik:
        """Whose dossiers this actor may read."""
        return bereik_van(self.rollen)

    def heeft(self, *rollen: Rol) -> bool:
        """Tell whether the actor has at least one of these roles."""
        return not self.rollen.isdisjoint(rollen)
