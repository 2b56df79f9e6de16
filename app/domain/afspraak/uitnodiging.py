"""The invitation to an appointment: an ordinary one, or the hersteltermijn after a no-show."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.afspraak.feiten import Vervolgstap
from app.domain.afspraak.no_show import Gevolg
from app.domain.beleid.model import Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import dag_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Feit, Toets
from app.domain.kern.werkdagen import eerste_dag_met_werkdagen_ertussen, werkdagen_tussen

_OPNIEUW = productenboek("3.3.1")
_HERSTEL = frozenset({Vervolgstap.OPNIEUW_UITNODIGEN, Vervolgstap.HERSTELTERMIJN})


class UitnodigingSoort(StrEnum):
    """Which letter invites; the second one after a first no-show is a hersteltermijn (DEV-NOS-003)."""

    UITNODIGING = "uitnodiging"
    HERSTELTERMIJN = "hersteltermijn"


class Uitnodigingswijze(StrEnum):
    """How the letter was sent; a hersteltermijn goes both registered and by regular mail (DEV-MTR-514)."""

    REGULIER = "regulier"
    AANGETEKEND = "aangetekend"
    EMAIL = "email"


class UitnodigingFeiten(BaseModel):
    """One invitation for an appointment on ``dag``; ``na`` is what followed on the no-show before it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: UitnodigingSoort
    dag: date
    verzonden_op: date
    wijzen: frozenset[Uitnodigingswijze]
    na: Gevolg | None = None


def toets_uitnodiging(feiten: UitnodigingFeiten, hersteltermijn_werkdagen: Waarde[int]) -> tuple[Toets, ...]:
    """Test an invitation; the term in werkdagen is the hersteltermijn of the maatregel policy."""
    soort = toets_soort_uitnodiging(feiten)
    if feiten.soort is UitnodigingSoort.UITNODIGING:
        return (soort,)
    return soort, toets_ruimte(feiten, hersteltermijn_werkdagen), toets_verzending(feiten, hersteltermijn_werkdagen)


def toets_soort_uitnodiging(feiten: UitnodigingFeiten) -> Toets:
    """Test that the invitation after a no-show is a hersteltermijn where the policy asks for one (DEV-NOS-003)."""
    nodig = feiten.na is not None and not _HERSTEL.isdisjoint(feiten.na.stappen)
    in_orde = not nodig or feiten.soort is UitnodigingSoort.HERSTELTERMIJN
    zin = "Na niet verschijnen is de nieuwe uitnodiging een hersteltermijn."
    return maak_toets("uitnodiging_als_hersteltermijn", in_orde, _OPNIEUW, {"soort": feiten.soort}, zin)


def toets_ruimte(feiten: UitnodigingFeiten, norm: Waarde[int]) -> Toets:
    """Test that enough full werkdagen lie between the dispatch and the appointment (DEV-MTR-514)."""
    aantal = werkdagen_tussen(feiten.verzonden_op, feiten.dag)
    vroegste = eerste_dag_met_werkdagen_ertussen(feiten.verzonden_op, norm.waarde)
    gezien: dict[str, Feit] = {"verzonden_op": feiten.verzonden_op, "dag": feiten.dag, "werkdagen": aantal}
    zin = (
        f"Tussen verzending en afspraak liggen {aantal} volle werkdagen; er zijn er {norm.waarde} nodig. "
        f"De vroegste dag is {dag_voluit(vroegste)}."
    )
    return maak_toets(
        "hersteltermijn_werkdagen", aantal >= norm.waarde, norm.grondslag, gezien | {"vroegste": vroegste}, zin
    )


def toets_verzending(feiten: UitnodigingFeiten, norm: Waarde[int]) -> Toets:
    """Test that a hersteltermijn goes registered and by regular mail (DEV-MTR-514, DEV-MTR-515)."""
    beide = {Uitnodigingswijze.AANGETEKEND, Uitnodigingswijze.REGULIER} <= feiten.wijzen
    zin = "Een hersteltermijn gaat aangetekend en met gewone post."
    gezien: dict[str, Feit] = {"wijzen": tuple(sorted(feiten.wijzen))}
    return maak_toets("hersteltermijn_verzending", beide, norm.grondslag, gezien, zin)
