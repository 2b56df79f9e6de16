"""Persoon: the facts and the norm of somebody without a dossier, from what the caller says of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.norm import (
    AowBeleid,
    Leefvorm,
    NormBeleid,
    NormFeiten,
    bijstandsnorm,
    is_pensioengerechtigd,
    leeftijdsgroep,
)
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.feiten import NormMaand
from app.services.handeling import Handeling, Opdracht


class PersoonZonderDossier(Opdracht):
    """Iemand zonder dossier, zonder naam of BSN: alleen wat voor de plicht en de norm telt."""

    gemeente: Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")] = Field(examples=["GM0150"])
    regime: Regime = Field(default=Regime.PW, examples=["PW"])
    geboortedatum: date = Field(examples=["1991-06-15"])
    melding_datum: date = Field(examples=["2026-03-31"])
    leefvorm: Leefvorm = Field(examples=["alleenstaande"])
    partner_geboortedatum: date | None = Field(default=None, description="Alleen bij `gehuwd`.")
    kostendelende_medebewoners: Annotated[int, Field(ge=0, le=50)] = 0


def basisfeiten(h: Handeling, persoon: PersoonZonderDossier, dag: date) -> dict[str, Any]:
    """Return the facts about a person on the day of the gedraging."""
    aow = h.beleid.geldend(AowBeleid, persoon.gemeente, dag).beleid
    return {
        "regime": persoon.regime,
        "melding_datum": persoon.melding_datum,
        "leeftijd_op_gedraging": leeftijd_op(persoon.geboortedatum, dag),
        "bereikt_aow": is_pensioengerechtigd(persoon.geboortedatum, dag, aow),
        "klantgroep": None,
        "leefvorm": persoon.leefvorm.value,
    }


def normen(h: Handeling, persoon: PersoonZonderDossier, maanden: Iterable[date]) -> tuple[NormMaand, ...]:
    """Return the norm of every month that is known; another month is left out, never guessed."""
    regels = (_norm(h, persoon, maand) for maand in maanden if persoon.regime is Regime.PW)
    return tuple(regel for regel in regels if regel is not None)


def _norm(h: Handeling, persoon: PersoonZonderDossier, maand: date) -> NormMaand | None:
    gehuwd = persoon.leefvorm is Leefvorm.GEHUWD
    if gehuwd and persoon.partner_geboortedatum is None:
        return None
    partner = persoon.partner_geboortedatum if gehuwd else None
    try:
        aow = h.beleid.geldend(AowBeleid, persoon.gemeente, maand).beleid
        versie = h.beleid.geldend(NormBeleid, persoon.gemeente, maand)
        feiten = NormFeiten(
            leefvorm=persoon.leefvorm,
            leeftijdsgroep=leeftijdsgroep(persoon.geboortedatum, maand, aow),
            partner_leeftijdsgroep=None if partner is None else leeftijdsgroep(partner, maand, aow),
            kostendelende_medebewoners=persoon.kostendelende_medebewoners,
        )
        return NormMaand(maand=maand, norm=bijstandsnorm(feiten, versie.beleid).bedrag, versie=versie.id)
    except BeleidOntbreekt:
        return None
