"""Huishouden: what holds for partners who report together."""

from __future__ import annotations

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import MeldingFeiten
from app.domain.intake.melding import toets_zoekperiode
from app.domain.kern.toets import Uitkomst


def maatgevend(personen: tuple[MeldingFeiten, ...], beleid: IntakeBeleid) -> MeldingFeiten:
    """Return the person after whom the terms of the household run.

    The zoekperiode holds for partners only when it holds for both: one who is old enough, or excepted, exempts the
    other (Participatiewet, article 41, lid 4).
    """
    vrij = (p for p in personen if toets_zoekperiode(p, beleid).uitkomst is not Uitkomst.VOLDAAN)
    return next(vrij, personen[0])
