"""The policy of referrals: the sociale kaart, and how soon the BAD gets in touch."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.leefgebied import Leefgebied


class Verwijsaanleiding(StrEnum):
    """Why somebody is referred."""

    HULPVRAAG = "hulpvraag"
    HULP_BIJ_INVULLEN = "hulp_bij_invullen"
    HULP_BIJ_STUKKEN = "hulp_bij_stukken"
    WENS_FINANCIELE_COACH = "wens_financiele_coach"
    SCHULDEN = "schulden"
    DREIGENDE_UITHUISZETTING = "dreigende_uithuiszetting"
    ANDER_LOKET = "ander_loket"
    NIET_WILLER = "niet_willer"


class Verwijswijze(StrEnum):
    """How somebody is referred (DEV-SCR-006)."""

    INFORMATIE = "informatie"
    WARME_OVERDRACHT = "warme_overdracht"
    AFSPRAAK_GEREGELD = "afspraak_geregeld"


class Instantie(BaseModel):
    """One place on the sociale kaart.

    ``onafhankelijk`` is what helps in filling in an aanvraag asks for; ``neemt_contact_op`` tells that the instantie
    calls the klant itself, within the term of the policy where there is haste. ``leefgebieden`` are where a plan van
    aanpak may ask it for help (DEV-PVA-504).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^[a-z_]{2,40}$")]
    naam: str
    voor: tuple[Verwijsaanleiding, ...]
    onafhankelijk: bool = False
    eerste_keus: bool = False
    neemt_contact_op: bool = False
    leefgebieden: tuple[Leefgebied, ...] = ()


class VerwijzingBeleid(Beleid):
    """The sociale kaart in the order in which it is offered; hours are clock hours."""

    soort: ClassVar[str] = "verwijzing"

    sociale_kaart: Waarde[tuple[Instantie, ...]]
    contact_uren: Waarde[Annotated[int, Field(ge=1)]]
    bevestigen_werkdagen: Waarde[Annotated[int, Field(ge=1)]]
    rapportage_weken: Waarde[Annotated[int, Field(ge=1)]]

    def instantie(self, code: str) -> Instantie | None:
        """Return the place with this code."""
        return next((plek for plek in self.sociale_kaart.waarde if plek.code == code), None)

    def op_leefgebied(self, *gebieden: Leefgebied) -> tuple[Instantie, ...]:
        """Return who can help on one of these leefgebieden, in the order of the sociale kaart (DEV-PVA-504)."""
        return tuple(plek for plek in self.sociale_kaart.waarde if set(gebieden) & set(plek.leefgebieden))

    def plekken(self, aanleiding: Verwijsaanleiding) -> tuple[Instantie, ...]:
        """Return who may be referred to for this reason, the first choice first."""
        passend = [plek for plek in self.sociale_kaart.waarde if aanleiding in plek.voor]
        return tuple(sorted(passend, key=lambda plek: not plek.eerste_keus))
