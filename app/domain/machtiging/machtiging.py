"""Machtigingen per kind of third party: where they stand, when to ask, and the warning without one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets

VRAGEN = "machtiging_vragen"


class Derdesoort(StrEnum):
    """Third parties around a klant (DEV-PRV-502)."""

    BEWINDVOERDER = "bewindvoerder"
    BEGELEIDER = "begeleider"
    HULPVERLENER = "hulpverlener"
    FAMILIE = "familie"
    NETWERK = "netwerk"


class Machtigingantwoord(StrEnum):
    """What the klant said when the machtiging was offered."""

    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"


class Machtigingstand(StrEnum):
    """Where it stands with a kind of third party on a day."""

    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"
    VERLOPEN = "verlopen"
    INGETROKKEN = "ingetrokken"
    NIET_GEVRAAGD = "niet_gevraagd"


class MachtigingBeleid(Beleid):
    """When a machtiging is asked for, and with whom contact needs none."""

    soort: ClassVar[str] = "machtiging"

    bij_ontbreken: Waarde[tuple[str, ...]]
    bij_geen_geldige: Waarde[tuple[str, ...]]
    zonder_machtiging: Waarde[tuple[Derdesoort, ...]]


class Machtigingfeit(BaseModel):
    """One answer of ``datum``; it holds up to and including ``einde``, until it was withdrawn on ``ingetrokken_op``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    derde: Derdesoort
    antwoord: Machtigingantwoord
    datum: date
    einde: date | None = None
    ingetrokken_op: date | None = None


def stand_op(feiten: Sequence[Machtigingfeit], derde: Derdesoort, dag: date) -> Machtigingstand:
    """Return where it stands with a kind of third party: one that holds counts, else the last answer (DEV-PRV-501)."""
    standen = [_stand(feit, dag) for feit in feiten if feit.derde is derde and feit.datum <= dag]
    if Machtigingstand.GEGEVEN in standen:
        return Machtigingstand.GEGEVEN
    return standen[-1] if standen else Machtigingstand.NIET_GEVRAAGD


def _stand(feit: Machtigingfeit, dag: date) -> Machtigingstand:
    if feit.ingetrokken_op is not None and feit.ingetrokken_op <= dag:
        return Machtigingstand.INGETROKKEN
    if feit.antwoord is Machtigingantwoord.GEWEIGERD:
        return Machtigingstand.GEWEIGERD
    return Machtigingstand.VERLOPEN if feit.einde is not None and feit.einde < dag else Machtigingstand.GEGEVEN


def moet_vragen(feiten: Sequence[Machtigingfeit], moment: str, dag: date, beleid: MachtigingBeleid) -> Grondslag | None:
    """Return on what ground a machtiging is asked for at this kind of conversation, None when it is not (DEV-PRV-501).

    At a doelmatigheidsgesprek a klant without one that holds is asked again whether it is wanted now.
    """
    standen = {stand_op(feiten, derde, dag) for derde in Derdesoort}
    if moment in beleid.bij_geen_geldige.waarde and Machtigingstand.GEGEVEN not in standen:
        return beleid.bij_geen_geldige.grondslag
    if moment in beleid.bij_ontbreken.waarde and standen == {Machtigingstand.NIET_GEVRAAGD}:
        return beleid.bij_ontbreken.grondslag
    return None


def taak_vragen(grondslag: Grondslag, dag: date, rol: Rol) -> TaakVoorstel:
    """Return the prompt to offer a machtiging."""
    return TaakVoorstel(
        soort=VRAGEN,
        wat="Vraag of de klant een machtiging wil geven om informatie uit te wisselen, en leg het antwoord vast.",
        waarom="Er is geen geldige machtiging vastgelegd.",
        rol=rol,
        grondslag=grondslag,
        uiterste=dag,
    )


def toets_machtiging(derde: Derdesoort, feiten: Sequence[Machtigingfeit], dag: date, beleid: MachtigingBeleid) -> Toets:
    """Warn when there is no machtiging and the party is not the bewindvoerder; it never blocks (DEV-PRV-502)."""
    vrij = beleid.zonder_machtiging
    stand = stand_op(feiten, derde, dag)
    zin = f"Voor contact met deze partij ({derde}) is een machtiging vastgelegd, of is die niet nodig."
    in_orde = derde in vrij.waarde or stand is Machtigingstand.GEGEVEN
    return maak_toets("machtiging_aanwezig", in_orde, vrij.grondslag, {"derde": derde, "stand": stand}, zin)
