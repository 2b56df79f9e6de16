"""Activiteiten as they are shown and as facts: each with the standen that hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db import activiteit as db
from app.db.activiteit import Activiteit, Activiteitstand, Leefgebiedbeeld
from app.domain.kern import activiteit as kern
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Activiteitbeeld:
    """An activity with the standen that hold, in order; a corrected stand is not among them."""

    activiteit: Activiteit
    standen: tuple[Activiteitstand, ...]


def beelden(h: Handeling, rijen: Sequence[Activiteit]) -> list[Activiteitbeeld]:
    """Add the standen to activities, with one query however many there are."""
    h.sessie.flush()
    alle = db.standen(h.sessie, [rij.id for rij in rijen])
    per_dag = {(stand.activiteit_id, stand.vanaf): stand for stand in alle}
    geldend = [stand for stand in alle if per_dag[stand.activiteit_id, stand.vanaf] is stand]
    return [Activiteitbeeld(rij, tuple(s for s in geldend if s.activiteit_id == rij.id)) for rij in rijen]


def als_feiten(h: Handeling, klant_id: UUID) -> tuple[kern.Activiteit, ...]:
    """Return the activities that were not taken back as facts for a rule."""
    rijen = [rij for rij in db.activiteiten(h.sessie, klant_id) if rij.reden_intrekking is None]
    return tuple(_feit(beeld) for beeld in beelden(h, rijen))


def _feit(beeld: Activiteitbeeld) -> kern.Activiteit:
    """Let the first stand reach back to the start, which may have been corrected."""
    rij, eerste = beeld.activiteit, beeld.standen[0]
    standen = tuple(
        kern.Stand(
            vanaf=min(stand.vanaf, rij.start) if stand is eerste else stand.vanaf,
            uren=stand.uren_per_week,
            uitbreidbaar=stand.uren_uitbreidbaar,
            inkomen=stand.inkomen_per_maand,
        )
        for stand in beeld.standen
    )
    return kern.Activiteit(
        soort=rij.soort, start=rij.start, einde=rij.einde, zelf_gevonden=rij.zelf_gevonden, standen=standen
    )


def bekijk_activiteiten(h: Handeling, klant_id: UUID) -> list[Activiteitbeeld]:
    """Return the activities of a klant, the latest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return beelden(h, db.activiteiten(h.sessie, klant.id))


def bekijk_leefgebieden(h: Handeling, klant_id: UUID) -> list[Leefgebiedbeeld]:
    """Return how the leefgebieden of a klant were judged, the latest first."""
    return db.leefgebiedbeelden(h.sessie, h.klant(klant_id, vergrendel=False).id)
