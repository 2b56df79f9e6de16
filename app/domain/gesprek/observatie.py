"""Observaties: what was noticed, who may read it, and with whom it may be shared."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.domain.kern.toets import Toets


class Observatiecategorie(StrEnum):
    """What an observation is about (DEV-AMB-013, DEV-PRV-001); each has its own readers."""

    LAAGGELETTERDHEID = "laaggeletterdheid"
    ONVEILIGE_THUISSITUATIE = "onveilige_thuissituatie"
    GEZONDHEID = "gezondheid"
    SCHULDEN = "schulden"
    FRAUDE = "fraude"
    OVERIG = "overig"


class Partner(StrEnum):
    """With whom an observation can be shared."""

    BAD = "bad"
    SOCIALE_RECHERCHE = "sociale_recherche"
    SOCIAAL_WIJKTEAM = "sociaal_wijkteam"
    BIJZONDER_ZORGTEAM = "bijzonder_zorgteam"


class Deelgrond(StrEnum):
    """Why an observation is shared."""

    WENS_KLANT = "wens_klant"
    SCHULDEN = "schulden"
    UITHUISZETTING = "uithuiszetting"
    TAAK_PARTNER = "taak_partner"


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Categorieregel(_Inhoud):
    """Who may read a category, besides its author."""

    categorie: Observatiecategorie
    titel: str
    lezers: tuple[Rol, ...]


class Partnerregel(_Inhoud):
    """What may be shared with a partner, and on which grounds."""

    partner: Partner
    categorieen: tuple[Observatiecategorie, ...]
    gronden: tuple[Deelgrond, ...]


class ObservatieBeleid(Beleid):
    """Readers per category and rules per partner; the municipality sets them with their legal basis."""

    soort: ClassVar[str] = "observatie"

    categorieen: Waarde[tuple[Categorieregel, ...]]
    partners: Waarde[tuple[Partnerregel, ...]]

    @model_validator(mode="after")
    def _fraude_blijft_besloten(self) -> Self:
        te_veel = set(lezers(Observatiecategorie.FRAUDE, self)) - ZIET_FRAUDE
        if te_veel:
            raise ValueError(f"fraude mag niet worden gelezen door: {', '.join(sorted(te_veel))}")
        return self


def lezers(categorie: Observatiecategorie, beleid: ObservatieBeleid) -> tuple[Rol, ...]:
    """Return the roles that may read a category; none when the policy does not name it."""
    return next((regel.lezers for regel in beleid.categorieen.waarde if regel.categorie is categorie), ())


def leesbare_categorieen(rollen: Iterable[Rol], beleid: ObservatieBeleid) -> frozenset[Observatiecategorie]:
    """Return what somebody with these roles may read of others (DEV-PRV-001)."""
    eigen = set(rollen)
    return frozenset(regel.categorie for regel in beleid.categorieen.waarde if eigen & set(regel.lezers))


def toetsen_delen(
    categorie: Observatiecategorie, partner: Partner, grond: Deelgrond, beleid: ObservatieBeleid
) -> tuple[Toets, ...]:
    """Return what must be met before an observation is shared with a partner (DEV-PRV-001)."""
    return toets_past_bij_partner(categorie, partner, beleid), toets_grond(partner, grond, beleid)


def toets_past_bij_partner(categorie: Observatiecategorie, partner: Partner, beleid: ObservatieBeleid) -> Toets:
    """Test that this kind of observation serves the purpose of the partner."""
    regel = _regel(partner, beleid)
    zin = "Deze observatie past bij het doel waarvoor de partner gegevens krijgt."
    gezien = {"partner": partner, "categorie": categorie}
    past = regel is not None and categorie in regel.categorieen
    return maak_toets("past_bij_partner", past, beleid.partners.grondslag, gezien, zin)


def toets_grond(partner: Partner, grond: Deelgrond, beleid: ObservatieBeleid) -> Toets:
    """Test that the ground is one for this partner: BAD at the klant's wish, with debts or a threatening eviction."""
    regel = _regel(partner, beleid)
    gronden = regel.gronden if regel else ()
    zin = f"Delen met deze partner kan bij: {', '.join(gronden).replace('_', ' ') or 'geen enkele grond'}."
    gezien = {"partner": partner, "grond": grond}
    return maak_toets("grond_voor_delen", grond in gronden, beleid.partners.grondslag, gezien, zin)


def _regel(partner: Partner, beleid: ObservatieBeleid) -> Partnerregel | None:
    return next((regel for regel in beleid.partners.waarde if regel.partner is partner), None)
