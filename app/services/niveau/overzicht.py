"""What holds, what was decided and when it was on; and the trail of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db.klant import Klant
from app.db.niveau import besluit as db
from app.db.niveau.besluit import Besluitregel
from app.db.niveau.spoor import Spoorregel, spoor
from app.domain.beleid.schakeling import BeslotenSchakeling, Stuk, stukken
from app.domain.kern.fouten import OngeldigeInvoer
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Niveaubeeld:
    """The level of service of a municipality: on ``peildatum``, through time, and every decision."""

    gemeente: str
    peildatum: date
    aan: tuple[str, ...]
    stukken: tuple[Stuk, ...]
    besluiten: tuple[Besluitregel, ...]
    te_kiezen: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Zaakspoor:
    """What was made in a dossier under which variant, and when those were on in its municipality."""

    klant: Klant
    stukken: tuple[Stuk, ...]
    regels: tuple[Spoorregel, ...]


def bekijk(h: Handeling, gemeente: str, peildatum: date | None) -> Niveaubeeld:
    """Return the level of service of a municipality. Raises OngeldigeInvoer for one of somebody else."""
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    schakeling = _schakeling(h)
    dag = peildatum or h.vandaag
    soorten = {naam: _soorten(h, gemeente, naam) for naam in h.register.varianten(gemeente)}
    return Niveaubeeld(
        gemeente,
        dag,
        schakeling.varianten(gemeente, dag),
        stukken(schakeling, gemeente),
        tuple(db.besluiten(h.sessie, h.actor.organisatie, gemeente)),
        tuple(soorten.items()),
    )


def bekijk_spoor(h: Handeling, klant_id: UUID) -> Zaakspoor:
    """Return the trail of a case: per taak, term, appointment and besluit the variants under which it was made."""
    klant = h.klant(klant_id, vergrendel=False)
    regels = tuple(spoor(h.sessie, h.actor, klant.id))
    return Zaakspoor(klant, stukken(_schakeling(h), klant.gemeente), regels)


def _schakeling(h: Handeling) -> BeslotenSchakeling:
    return BeslotenSchakeling(lambda: db.schakelbesluiten(h.sessie, h.actor.organisatie))


def _soorten(h: Handeling, gemeente: str, variant: str) -> tuple[str, ...]:
    pakketten = (p for p in h.register.paketten if p.gemeente == gemeente and p.variant == variant)
    return tuple(sorted({p.soort for p in pakketten}))
