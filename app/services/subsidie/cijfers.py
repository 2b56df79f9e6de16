"""Cijfers: the dated figures that a regeling needs besides its own policy, such as the minimum wage of each month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.maanden import plus_maanden
from app.domain.nugger.beleid import WmlBeleid
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.cijfer import cijfer_uit
from app.domain.subsidie.model import GebruiktCijfer
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Vraag:
    """For what dated figures are looked up. ``klant`` is None in a wat als without a klant.

    ``basis`` holds the fields that ``Subsidiefeiten`` and the regeling's ``gegevens`` give already, by name;
    ``dienstverband_id`` is the employment in the dossier.
    """

    gemeente: str
    klant: Klant | None
    basis: Mapping[str, Any]
    dienstverband_id: UUID | None = None


@dataclass(frozen=True)
class Cijferbron:
    """A figure that comes from other policy than that of the regeling itself, with the version it stands in."""

    versie: Versie[Any]
    cijfer: GebruiktCijfer


@dataclass(frozen=True)
class Erbij:
    """The fields that a regeling adds to its facts, and the further policy behind them."""

    velden: Mapping[str, Any]
    bronnen: tuple[Cijferbron, ...] = ()


def niets_erbij(_h: Handeling, _vraag: Vraag) -> Erbij:
    """Add nothing: the regeling needs no figures but those of its own policy."""
    return Erbij({})


def minimumloon_op(h: Handeling, gemeente: str, dag: date) -> Cijferbron:
    """Return the full-time minimum wage per month on a day.

    While that of a coming half year is not known, the last one is taken, marked as ``voorlopig``: it can be shown and
    decided on, not paid. Raises BeleidOntbreekt when there is none either.
    """
    try:
        return _minimumloon(h, gemeente, dag, dag)
    except BeleidOntbreekt:
        einde = max((grens for grens in h.beleid.tijdlijn(WmlBeleid, gemeente) if grens <= dag), default=dag)
        return _minimumloon(h, gemeente, einde - timedelta(days=1), dag)


def _minimumloon(h: Handeling, gemeente: str, dag: date, per: date) -> Cijferbron:
    versie = h.beleid.geldend(WmlBeleid, gemeente, dag)
    bedrag = versie.beleid.maand_21plus.waarde
    cijfer = cijfer_uit(versie.beleid, "maand_21plus", per, naam="wettelijk minimumloon", waarde=bedrag)
    return Cijferbron(versie, cijfer.model_copy(update={"voorlopig": dag != per}))


def minimumlonen_erbij(h: Handeling, vraag: Vraag) -> Erbij:
    """Add the minimum wage of each month that can be subsidised, on the day on which that month begins."""
    verband = vraag.basis["dienstverband"]
    if verband is None:
        return Erbij({})
    maanden = h.beleid.geldend(
        SubsidieBeleid, vraag.gemeente, vraag.basis["ontvangen_op"]
    ).beleid.tegemoetkoming_maanden
    dagen = (plus_maanden(verband.van, nummer) for nummer in range(maanden.waarde))
    bronnen = tuple(minimumloon_op(h, vraag.gemeente, dag) for dag in dagen)
    return Erbij({"minimumlonen": tuple(bron.cijfer for bron in bronnen)}, bronnen)
