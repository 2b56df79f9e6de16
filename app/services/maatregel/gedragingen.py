"""Gedragingen: what each regime's table offers, with the procedure of every row, to read before anybody starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.kern.fouten import NietGevonden
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Regime
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Gedragingentabel:
    """The rows that hold for a municipality on a day, and the policy in which they stand."""

    gemeente: str
    peildatum: date
    pakket: str
    beleid: MaatregelBeleid
    rijen: Sequence[Gedraging]


def bekijk(h: Handeling, gemeente: str, peildatum: date | None, regime: Regime | None) -> Gedragingentabel:
    """Return the table of a regime, or of all regimes, on ``peildatum`` (today) (DEV-MTR-502, DEV-MTR-503).

    Raises NietGevonden for a municipality without policy.
    """
    if gemeente not in h.beleid.gemeenten():
        raise NietGevonden("Van deze gemeente is geen beleid ingelezen.")
    dag = peildatum or h.vandaag
    versie = h.beleid.geldend(MaatregelBeleid, gemeente, dag)
    rijen = [rij for rij in versie.beleid.gedragingen.waarde if regime is None or regime in rij.regimes]
    return Gedragingentabel(gemeente, dag, versie.id, versie.beleid, rijen)
