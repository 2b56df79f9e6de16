"""The employees of the demo: one municipality, every role at least once. Development only."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from app.db.organisatie import Medewerker, Organisatie
from app.db.sessie import Sessies, transactie
from app.domain.kern.rollen import Actor, Rol
from app.services.ronde import systeem

ORGANISATIE = "deventer"
GEMEENTEN = ("GM0150",)
CLIENT = "ontwikkeling"


@dataclass(frozen=True)
class Collega:
    """One employee of the demo, or the system that is connected to it."""

    nummer: int
    naam: str
    rollen: tuple[Rol, ...]
    teams: tuple[str, ...] = ()

    @property
    def id(self) -> UUID:
        """The fixed ``sub`` of this employee's tokens."""
        return UUID(f"01500000-0000-7000-8000-{self.nummer:012d}")

    def actor(self, *rollen: Rol) -> Actor:
        """Act as this employee, with these of the own roles (all when none is named)."""
        gekozen = frozenset(rollen or self.rollen)
        return Actor(self.id, self.naam, ORGANISATIE, GEMEENTEN, self.teams, gekozen, CLIENT)


MEDEWERKERS = (
    Collega(1, "Anja Bakker", (Rol.RECEPTIE,)),
    Collega(2, "Mirjam de Groot", (Rol.INTAKER,), ("matchen", "groeien")),
    Collega(3, "Ruud Hendriks", (Rol.INTAKER, Rol.RECEPTIE), ("matchen", "groeien")),
    Collega(4, "Karin Postma", (Rol.INKOMENSCONSULENT,), ("inkomen",)),
    Collega(5, "Henk Visser", (Rol.INKOMENSCONSULENT, Rol.TOETSER), ("inkomen",)),
    Collega(6, "Samira El Amrani", (Rol.WERKCONSULENT,), ("matchen",)),
    Collega(7, "Joost van Dijk", (Rol.WERKCONSULENT,), ("groeien",)),
    Collega(8, "Petra Smit", (Rol.WERKCONSULENT,), ("matchen", "groeien")),
    Collega(9, "Linda Hofman", (Rol.PARTICIPATIEMAKELAAR,), ("groeien",)),
    Collega(10, "Bram Kuiper", (Rol.TOETSER,), ("inkomen",)),
    Collega(11, "Yvonne Mulder", (Rol.ADMINISTRATIE,), ("inkomen",)),
    Collega(12, "Erik Jansen", (Rol.TEAMLEIDER,), ("matchen", "groeien")),
    Collega(13, "Thomas Meijer", (Rol.BELEIDSMEDEWERKER,)),
    Collega(14, "Ravi Soekhai", (Rol.BEHEERDER,)),
    Collega(15, "Marloes Brandsma", (Rol.FG,)),
    Collega(16, "Uitkeringsadministratie", (Rol.KOPPELING,)),
    Collega(17, "Fleur Wessels", (Rol.INKOMENSCONSULENT,), ("inkomen",)),
    Collega(18, "Jeroen Wolters", (Rol.WERKCONSULENT,), ("matchen",)),
    Collega(19, "Naomi Tjon A Fat", (Rol.WERKCONSULENT,), ("groeien",)),
    Collega(20, "Anouk Veldkamp", (Rol.TEAMLEIDER,), ("inkomen",)),
    Collega(21, "Wim Terpstra", (Rol.SOCIALE_RECHERCHE,)),
)


def zoek(rol: Rol | None = None, naam: str | None = None) -> Collega | None:
    """Find the first employee with this role and a name that holds ``naam``, in whatever letter case."""
    deel = (naam or "").casefold()
    passend = (c for c in MEDEWERKERS if (rol is None or rol in c.rollen) and deel in c.naam.casefold())
    return next(passend, None)


def met_rol(rol: Rol, team: str | None = None) -> tuple[Collega, ...]:
    """Return the employees with this role, and in this team if one is named, in the order of the table."""
    return tuple(c for c in MEDEWERKERS if rol in c.rollen and team in (None, *c.teams))


def collega(medewerker_id: UUID) -> Collega:
    """Return the employee with this id."""
    return next(c for c in MEDEWERKERS if c.id == medewerker_id)


def richt_in(sessies: Sessies) -> None:
    """Make the organisation and its employees; what is there already stays as it is."""
    organisatie = Organisatie(id=ORGANISATIE, naam="Gemeente Deventer", gemeenten=list(GEMEENTEN))
    with transactie(sessies, systeem(organisatie)) as sessie:
        sessie.execute(
            insert(Organisatie)
            .values(id=organisatie.id, naam=organisatie.naam, gemeenten=organisatie.gemeenten)
            .on_conflict_do_nothing()
        )
        sessie.execute(insert(Medewerker).on_conflict_do_nothing(), [_rij(collega) for collega in MEDEWERKERS])


def _rij(collega: Collega) -> dict[str, object]:
    return {
        "id": collega.id,
        "organisatie": ORGANISATIE,
        "naam": collega.naam,
        "teams": list(collega.teams),
        "rollen": [rol.value for rol in collega.rollen],
        "actief": True,
        "versie": 1,
    }
