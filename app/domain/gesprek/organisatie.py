"""What the work asks of the people who do it: competences per role, and contact with partners in the chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.gesprek.soort import Code, Tekstcode
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets

Aantal = Annotated[int, Field(ge=1)]


class Ketenpartner(BaseModel):
    """A partner that is kept informed: once in ``streef_maanden`` if possible, in ``uiterlijk_maanden`` at least."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    titel: str
    streef_maanden: Aantal
    uiterlijk_maanden: Aantal
    contactpersonen_max: Aantal


class Werkgroeppartner(BaseModel):
    """An organisation that takes part in a working group."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    naam: str


class Werkgroep(BaseModel):
    """A working group with partners in the city, and which own roles take part (DEV-ORG-504)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    titel: str
    partners: tuple[Werkgroeppartner, ...]
    deelnemers: tuple[Rol, ...]


class OrganisatieBeleid(Beleid):
    """Competences per role (DEV-ORG-003), partners in the chain (DEV-ORG-006) and working groups (DEV-ORG-504)."""

    soort: ClassVar[str] = "organisatie"

    competenties: Waarde[Mapping[Rol, tuple[Tekstcode, ...]]]
    ketenpartners: Waarde[tuple[Ketenpartner, ...]]
    werkgroepen: Waarde[tuple[Werkgroep, ...]]

    def partner(self, code: str) -> Ketenpartner | None:
        """Find a partner."""
        return next((partner for partner in self.ketenpartners.waarde if partner.code == code), None)

    def competentiecodes(self, rollen: tuple[Rol, ...]) -> frozenset[str]:
        """Return the competences that belong to these roles."""
        return frozenset(deel.code for rol in rollen for deel in self.competenties.waarde.get(rol, ()))


def volgend_overleg(partner: Ketenpartner, laatste: date) -> tuple[date, date]:
    """Return the day on which the next contact is aimed at, and the last day on which it is in time (DEV-ORG-006)."""
    return plus_maanden(laatste, partner.streef_maanden), plus_maanden(laatste, partner.uiterlijk_maanden)


def toets_overleg(partner: Ketenpartner, laatste: date | None, vandaag: date, grondslag: Grondslag) -> Toets:
    """Test that the last contact is not longer ago than policy allows; undetermined before the first (DEV-ORG-006)."""
    op_tijd = None if laatste is None else vandaag <= volgend_overleg(partner, laatste)[1]
    zin = f"Er was in de afgelopen {partner.uiterlijk_maanden} maanden contact met de partner."
    return maak_toets("overleg_op_tijd", op_tijd, grondslag, {"laatste": laatste}, zin)


def overlegtaak(partner: Ketenpartner, uiterste: date, grondslag: Grondslag) -> TaakVoorstel:
    """Return the recurring task of the contact persons (DEV-ORG-006)."""
    return TaakVoorstel(
        soort="ketenoverleg_voeren",
        wat=f"Bespreek wijzigingen en vragen met: {partner.titel}.",
        waarom=f"Zij horen ten minste elke {partner.uiterlijk_maanden} maanden wat er verandert.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=grondslag,
        uiterste=uiterste,
    )
