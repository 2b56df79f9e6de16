"""One view of an employer: agreements, placements, subsidies and money, with a fixed number of queries.

Of klanten whom the reader may not read only numbers and sums are shown, never who they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db.budget import budget as budgetten
from app.db.sessie import verruimd
from app.db.subsidie.subsidie import Subsidie
from app.db.toekenning.toekenning import Toekenning
from app.db.werkgever import overzicht as db
from app.domain.werkgever.dienstverband import Dienstverbandfeiten
from app.domain.werkgever.intentie import Intentietelling, tel_intenties
from app.services.handeling import Handeling
from app.services.werkgever.dienstverbanden import feiten
from app.services.werkgever.werkgevers import Werkgeverbeeld, beeld, werkgever


@dataclass(frozen=True)
class Geldstroom:
    """What is kept, promised and paid for this employer per regeling and year, in eurocents."""

    regeling: str
    jaar: int
    gereserveerd: int
    verplicht: int
    betaald: int


@dataclass(frozen=True)
class Werkgeveroverzicht:
    """What there is at an employer; ``verborgen`` counts what the reader may not see."""

    beeld: Werkgeverbeeld
    dienstverbanden: Sequence[Dienstverbandfeiten]
    plaatsingen: Sequence[Toekenning]
    subsidies: Sequence[Subsidie]
    intenties: Intentietelling
    geld: Sequence[Geldstroom]
    verborgen: int

    @property
    def klant_ids(self) -> list[UUID]:
        """The klanten whose data are shown."""
        anders = [*(deel.klant_id for deel in self.plaatsingen), *(deel.klant_id for deel in self.subsidies)]
        return [*(deel.klant_id for deel in self.dienstverbanden), *anders]


def bekijk_overzicht(h: Handeling, werkgever_id: UUID) -> Werkgeveroverzicht:
    """Show everything at an employer, those that turned out to be this one included."""
    rij = werkgever(h, werkgever_id)
    dienstverbanden = feiten(h, db.dienstverbanden(h.sessie, h.actor, rij.id))
    plaatsingen = db.plaatsingen(h.sessie, h.actor, rij.id)
    subsidies = db.subsidies(h.sessie, h.actor, rij.id)
    with verruimd(h.sessie, h.actor):
        alle_dienstverbanden = db.alle_dienstverbanden(h.sessie, rij.id)
        met_geld = [*db.alle_plaatsingen(h.sessie, rij.id), *db.alle_subsidies(h.sessie, rij.id)]
        standen = db.intentiestanden(h.sessie, rij.id)
    zichtbaar = len(dienstverbanden) + len(plaatsingen) + len(subsidies)
    return Werkgeveroverzicht(
        beeld=beeld(h, rij),
        dienstverbanden=dienstverbanden,
        plaatsingen=plaatsingen,
        subsidies=subsidies,
        intenties=tel_intenties(standen),
        geld=[Geldstroom(*som) for som in budgetten.per_regeling(h.sessie, met_geld)],
        verborgen=len(alle_dienstverbanden) + len(met_geld) - zichtbaar,
    )
