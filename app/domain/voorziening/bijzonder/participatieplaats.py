"""Participatieplaats: what the law asks while somebody works there (Participatiewet 10a)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import pw
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.voorziening.beleid import VoorzieningBeleid

CODE: Final = "participatieplaats"
SCHOLING: Final = "participatieplaats_scholing"
BEOORDELEN: Final = "participatieplaats_beoordelen"
PREMIE: Final = "participatieplaats_premie"
TAKEN: Final = (SCHOLING, BEOORDELEN, PREMIE)
"""The kinds of taken."""


def momenten(
    begin: date, tot: date, beleid: VoorzieningBeleid, *, startkwalificatie: bool | None
) -> Iterator[TaakVoorstel]:
    """Yield what the law asks during a participatieplaats in ``[begin, tot)`` (10a, lid 5, 6 and 8).

    The amount of the premie is for the verordening; without one it cannot be paid.
    """
    termijnen = beleid.participatieplaats.waarde
    if startkwalificatie is not True and (na := plus_maanden(begin, termijnen.scholing)) < tot:
        wat = "Bied scholing aan, of leg vast waarom die de krachten te boven gaat of de kans op werk niet vergroot."
        yield _taak(
            "participatieplaats_scholing",
            wat,
            f"De klant werkt {termijnen.scholing} maanden zonder startkwalificatie.",
            "5",
            na,
        )
    if (na := plus_maanden(begin, termijnen.beoordelen)) < tot:
        stop = datum_voluit(plus_maanden(begin, termijnen.stoppen))
        wat = f"Beoordeel of de participatieplaats de kans op werk vergrootte; zo niet, dan eindigt zij op {stop}."
        yield _taak(BEOORDELEN, wat, f"De klant werkt {termijnen.beoordelen} maanden.", "8", na)
    keer = 1
    while (na := plus_maanden(begin, keer * termijnen.premie)) <= tot:
        wat = "Beoordeel of de klant voldoende meewerkte; zo ja, dan hoort er een premie bij."
        waarom = (
            f"De klant werkte {keer * termijnen.premie} maanden; de verordening moet het bedrag van de premie noemen."
        )
        yield _taak(PREMIE, wat, waarom, "6", na)
        keer += 1


def _taak(soort: str, wat: str, waarom: str, lid: str, op: date) -> TaakVoorstel:
    return TaakVoorstel(
        soort=soort, wat=wat, waarom=waarom, rol=Rol.WERKCONSULENT, grondslag=pw("10a", lid), uiterste=op
    )
