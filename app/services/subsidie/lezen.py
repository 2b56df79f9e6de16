"""Finding and showing subsidies: what the rules say of them now, their termijnen and besluiten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.subsidie import betaling as betalingen
from app.db.subsidie import subsidie as db
from app.db.subsidie import vordering as vorderingen
from app.db.subsidie.betaling import Betaalopdracht, Subsidiefactuur
from app.db.subsidie.subsidie import Subsidie, Subsidiestand, Subsidietermijn
from app.db.subsidie.vordering import Subsidievordering
from app.domain.kern.fouten import NietGevonden
from app.domain.subsidie.beslissing import Subsidiebeslissing, beslis
from app.services.handeling import Handeling
from app.services.subsidie.feiten import verzamel


@dataclass(frozen=True)
class Subsidiebeeld:
    """A subsidie as it is shown; ``beoordeling`` is what would be decided now, None once there is a besluit."""

    rij: Subsidie
    beoordeling: Subsidiebeslissing | None
    termijnen: Sequence[Subsidietermijn]
    facturen: Sequence[Subsidiefactuur]
    opdrachten: Sequence[Betaalopdracht]
    vorderingen: Sequence[Subsidievordering]
    besluiten: Sequence[Besluitstand]


def vind(h: Handeling, subsidie_id: UUID, *, vergrendel: bool = False) -> tuple[Subsidie, Klant]:
    """Find a subsidie; ``vergrendel`` locks the dossier and reads it again under the lock."""
    rij = db.subsidie(h.sessie, h.actor, subsidie_id)
    if rij is None:
        raise NietGevonden("Deze subsidie is niet gevonden.")
    klant = h.klant(rij.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(rij)
    return rij, klant


def bekijk(h: Handeling, subsidie_id: UUID) -> Subsidiebeeld:
    """Find and show a subsidie."""
    return beeld(h, vind(h, subsidie_id)[0])


def bekijk_van_klant(h: Handeling, klant_id: UUID) -> list[Subsidiebeeld]:
    """Show the subsidies about a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, rij) for rij in db.van_klant(h.sessie, klant.id)]


def beeld(h: Handeling, rij: Subsidie) -> Subsidiebeeld:
    """Show a subsidie."""
    h.sessie.flush()
    return Subsidiebeeld(
        rij=rij,
        beoordeling=_beoordeling(h, rij) if rij.stand is Subsidiestand.AANGEVRAAGD else None,
        termijnen=db.termijnen(h.sessie, [rij.id]),
        facturen=betalingen.facturen(h.sessie, [rij.id]),
        opdrachten=betalingen.betaalopdrachten(h.sessie, [rij.id]),
        vorderingen=vorderingen.vorderingen(h.sessie, [rij.id]),
        besluiten=besluiten.besluiten_over(h.sessie, [rij.id]),
    )


def _beoordeling(h: Handeling, rij: Subsidie) -> Subsidiebeslissing:
    dossier = verzamel(h, h.klant(rij.klant_id, vergrendel=False), rij)
    return beslis(dossier.regels, dossier.feiten, dossier.versie.beleid, h.vandaag)
