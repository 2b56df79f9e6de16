"""What a consultant sees: situations with their ladder, the block that runs, and what may be done now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.db import taak as taken
from app.db.blokkering import blokkering as blokkeringen
from app.db.blokkering import situatie as db
from app.db.blokkering.blokkering import Blokkering
from app.db.blokkering.situatie import Blokkeersituatie, Ladderpoging
from app.domain.blokkering.blokkade import MAXIMUM
from app.domain.blokkering.ladder import open_stappen
from app.domain.blokkering.soorten import Ladderstap, Pad, Situatiestatus
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.domain.kern.toets import Toets, alle_voldaan
from app.services.blokkering import besluitbeeld
from app.services.blokkering.besluitbeeld import Opschortingbeeld
from app.services.blokkering.blokkeren import mag_blokkeren, vind_blokkering
from app.services.blokkering.pogingen import ladder_van
from app.services.blokkering.situaties import beleid_van, vind
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Situatiebeeld:
    """A situation with its attempts, the rungs that are open, and why it may lead to a block or not."""

    situatie: Blokkeersituatie
    pogingen: Sequence[Ladderpoging]
    open_stappen: tuple[Ladderstap, ...]
    toetsen: tuple[Toets, ...]

    @property
    def mag_blokkeren(self) -> bool:
        """Tell whether a block can follow now."""
        return self.situatie.status is Situatiestatus.OPEN and alle_voldaan(self.toetsen)


@dataclass(frozen=True)
class Blokkeringbeeld:
    """A block with the term of eight weeks; ``ziet_onderzoek`` tells whether the reader may know of a suspicion."""

    blokkering: Blokkering
    termijn: dict[str, Any] | None
    ziet_onderzoek: bool


@dataclass(frozen=True)
class Overzicht:
    """All of a klant, oldest first."""

    klant_id: UUID
    situaties: Sequence[Situatiebeeld]
    blokkeringen: Sequence[Blokkeringbeeld]
    opschortingen: Sequence[Opschortingbeeld]


def bekijk(h: Handeling, klant_id: UUID) -> Overzicht:
    """Show what there is of a klant."""
    klant = h.klant(klant_id, vergrendel=False)
    rijen = blokkeringen.blokkeringen(h.sessie, klant.id)
    return Overzicht(
        klant_id=klant.id,
        situaties=[situatiebeeld(h, rij) for rij in db.situaties(h.sessie, klant.id)],
        blokkeringen=[blokkeringbeeld(h, rij) for rij in rijen],
        opschortingen=besluitbeeld.van_klant(h, klant),
    )


def bekijk_situatie(h: Handeling, situatie_id: UUID) -> Situatiebeeld:
    """Find and show a situation."""
    return situatiebeeld(h, vind(h, situatie_id)[0])


def bekijk_blokkering(h: Handeling, blokkering_id: UUID) -> Blokkeringbeeld:
    """Find and show a block."""
    return blokkeringbeeld(h, vind_blokkering(h, blokkering_id)[0])


def situatiebeeld(h: Handeling, situatie: Blokkeersituatie) -> Situatiebeeld:
    """Show a situation, judged by the policy of today."""
    h.sessie.flush()
    klant = h.klant(situatie.klant_id, vergrendel=False)
    beleid = beleid_van(h, klant, h.vandaag)
    pogingen = db.pogingen(h.sessie, [situatie.id])
    loopt = situatie.status is Situatiestatus.OPEN
    ladder = open_stappen(ladder_van(situatie, pogingen, beleid), beleid)
    return Situatiebeeld(
        situatie=situatie,
        pogingen=pogingen,
        open_stappen=ladder if loopt and situatie.pad is Pad.CONTACTLADDER else (),
        toetsen=mag_blokkeren(h, klant, situatie, beleid) if loopt else (),
    )


def blokkeringbeeld(h: Handeling, blokkering: Blokkering) -> Blokkeringbeeld:
    """Show a block."""
    h.sessie.flush()
    lopend = taken.lopende_termijnen(h.sessie, blokkering.id, (MAXIMUM,))
    return Blokkeringbeeld(blokkering, lopend[0].uitleg if lopend else None, h.actor.heeft(*ZIET_FRAUDE))
