"""The melding with the persons it is about, locked for one handling."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.db import klant as klanten
from app.db.intake import melding as db
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import LOPEND, Melding, MeldingPersoon, Meldingstatus
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import MeldingFeiten
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.kenmerk import Kenmerk
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class Dossier:
    """A melding and its persons; the first one reported, the second is the partner."""

    melding: Melding
    personen: tuple[tuple[MeldingPersoon, Klant], ...]

    @property
    def klant(self) -> Klant:
        """Who reported."""
        return self.personen[0][1]

    @property
    def klanten(self) -> tuple[Klant, ...]:
        """All persons."""
        return tuple(klant for _, klant in self.personen)

    def feiten(self) -> tuple[MeldingFeiten, ...]:
        """Return the facts per person on which the terms rest."""
        return tuple(
            melding_feiten(self.melding, klant, medisch_urenbeperkt=persoon.medisch_urenbeperkt)
            for persoon, klant in self.personen
        )


def melding_feiten(melding: Melding, klant: Klant, *, medisch_urenbeperkt: bool) -> MeldingFeiten:
    """Return the facts of one person in a melding."""
    return MeldingFeiten(
        kanaal=melding.kanaal,
        meldingsdatum=melding.meldingsdatum,
        geboortedatum=klant.geboortedatum,
        kenmerken=frozenset(map(Kenmerk, klant.kenmerken)),
        medisch_urenbeperkt=medisch_urenbeperkt,
    )


def open_dossier(h: Handeling, melding_id: UUID, *statussen: Meldingstatus) -> Dossier:
    """Find a melding, lock the dossiers of its persons, and check the version that the client saw.

    Raises NietGevonden, VersieVerouderd, or Conflict when the melding has another status than ``statussen``
    (default: any that is not closed).
    """
    if db.melding(h.sessie, h.actor, melding_id) is None:
        raise NietGevonden("Deze melding is niet gevonden.")
    for klant_id in db.klant_ids(h.sessie, melding_id):
        h.klant(klant_id)
    melding = db.melding(h.sessie, h.actor, melding_id)
    assert melding is not None
    h.controleer_versie(melding)
    _controleer_status(melding, statussen or LOPEND)
    return Dossier(melding, tuple(db.personen(h.sessie, [melding_id])))


def lopende_dossiers(h: Handeling, klant_id: UUID) -> list[Dossier]:
    """Open the meldingen of a klant that run, with the dossiers of all their persons locked in the order of their id.

    Leaves out a melding with a person whom this actor may not see. Raises NietGevonden for the klant itself.
    """
    h.klant(klant_id, vergrendel=False)
    meldingen = db.lopende_meldingen(h.sessie, klant_id)
    nummers = {melding.id: db.klant_ids(h.sessie, melding.id) for melding in meldingen}
    iedereen = sorted({klant_id, *(id_ for ids in nummers.values() for id_ in ids)})
    gezien = {id_ for id_ in iedereen if klanten.klant(h.sessie, h.actor, id_, vergrendel=True) is not None}
    eigen = [melding for melding in meldingen if gezien.issuperset(nummers[melding.id])]
    return [Dossier(melding, tuple(db.personen(h.sessie, [melding.id]))) for melding in eigen]


def _controleer_status(melding: Melding, statussen: Collection[Meldingstatus]) -> None:
    if melding.status not in statussen:
        status = melding.status.value.replace("_", " ")
        raise Conflict(f"Dit kan niet bij een melding met de status: {status}.", "verkeerde_status")


def bekijk(h: Handeling, melding_id: UUID) -> Meldingbeeld:
    """Show one melding. Raises NietGevonden when this actor may not know of it."""
    melding = db.melding(h.sessie, h.actor, melding_id)
    if melding is None:
        raise NietGevonden("Deze melding is niet gevonden.")
    return beeld(h.sessie, melding)


def beleid_van(h: Handeling, melding: Melding) -> Versie[IntakeBeleid]:
    """Return the policy that holds on the meldingsdatum."""
    return h.beleid.geldend(IntakeBeleid, melding.gemeente, melding.meldingsdatum)


def leg_samen_vast(
    h: Handeling, soort: Soort, dossier: Dossier, inhoud: dict[str, Any], mutatie: dict[str, Any] | None = None
) -> None:
    """Write what happened in the dossier of each person; a mutatie goes out once, for who reported."""
    for nummer, klant in enumerate(dossier.klanten):
        leg_vast(h, soort, dossier.melding, klant, inhoud, mutatie if nummer == 0 else None)
