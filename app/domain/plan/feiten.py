"""Facts of the plan van aanpak: goals, actions, obligations and the signature."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied

TAALDOEL: Final = "taaleis_referentieniveau"
DUIDELIJKHEID: Final = "duidelijkheid_taaleis"
TAALDOELEN: Final = frozenset({TAALDOEL, DUIDELIJKHEID})
"""The kinds of goals that the taaleis asks for, in every klantgroep."""
TAALPLICHT: Final = "taaleis_plicht"


class PlanSoort(StrEnum):
    """The plan of each phase (DEV-PVA-001, DEV-PVA-501)."""

    ROUTEKAART = "routekaart"
    KORT_PLAN = "kort_plan"
    ACTIEPLAN = "actieplan"
    BIJLAGE_BESCHIKKING = "bijlage_beschikking"
    MIJN_DOEL_ACTIEPLAN = "mijn_doel_actieplan"


class Auteur(StrEnum):
    """Who wrote a version; the klant as much as possible (DEV-PVA-501)."""

    KLANT = "klant"
    CONSULENT = "consulent"
    SAMEN = "samen"


class Ondertekenwijze(StrEnum):
    """How the klant signs, or agrees in a return mail when nobody meets (DEV-DIG-026)."""

    PAPIER = "papier"
    EMAIL = "email"
    RETOURMAIL = "retourmail"


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Actie(_Feiten):
    """What is done for a goal, by whom and until when.

    ``instantie`` is a code of the sociale kaart (DEV-PVA-504), ``organisatie`` the name of any other organisation,
    ``toekenning_id`` the granted voorziening that the klant takes part in.
    """

    wat: str
    wie: str | None = None
    uiterlijk: date | None = None
    organisatie: str | None = None
    instantie: str | None = None
    toekenning_id: str | None = None


class Doel(_Feiten):
    """A small goal in the klant's own words, linked to at least one leefgebied (DEV-PVA-503)."""

    omschrijving: str
    leefgebieden: tuple[Leefgebied, ...] = ()
    acties: tuple[Actie, ...] = ()
    doeltype: str | None = None
    beoogde_effecten: tuple[str, ...] = ()


class Ondertekening(_Feiten):
    """The klant's signature; ``bewijs`` is a reference to the scan or the mail."""

    wijze: Ondertekenwijze
    datum: date
    bewijs: str | None = None


class PlanFeiten(_Feiten):
    """One version of a plan, as it would be signed. ``opgesteld_op`` is the day of this version.

    ``overleg_op`` is the day on which it was discussed with the klant (DEV-PVA-901).
    """

    soort: PlanSoort
    klantgroep: Klantgroep
    jongere: bool = False
    opgesteld_op: date
    auteur: Auteur = Auteur.SAMEN
    doelen: tuple[Doel, ...] = ()
    verplichtingen: tuple[str, ...] = ()
    evaluatie_op: date | None = None
    verzuimregels_uitgereikt_op: date | None = None
    ondertekening: Ondertekening | None = None
    kick_off_op_afstand: bool = False
    taaleis: str | None = None
    alleen_vrijwillige_activering: bool = False
    overleg_op: date | None = None
    wijze_van_bereiken: str | None = None
    eigen_rol: str | None = None
