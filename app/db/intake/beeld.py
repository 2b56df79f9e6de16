"""One melding as it is shown: everything that belongs to it, read at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.db.intake import melding as meldingen
from app.db.intake import screening as screeningen
from app.db.intake import stukken as stukken_
from app.db.intake import voorschot as voorschotten
from app.db.intake.melding import Contactpoging, Melding, MeldingPersoon
from app.db.intake.screening import Screening, Screeningsresultaat, Screeningsverslag
from app.db.intake.stukken import Stuk, Stukkenverzoek
from app.db.intake.voorschot import Voorschot, VoorschotIntrekking
from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Taak, Taakstatus

NAAR_DIAGNOSE = (
    "ambitiegesprek",
    "ambitiegesprek_plannen",
    "dariuz_uitnodigen",
    "dariuz_hulp",
    "format_voorbereiden",
    "vermogen_vragenlijst_vaststellen",
)
"""Term and taken that a screening leaves per person; their subject is the klant, for the rooms that take over."""


@dataclass(frozen=True)
class Meldingbeeld:
    """A melding with its persons, terms (running and over), open taken and all that was done."""

    melding: Melding
    personen: Sequence[tuple[MeldingPersoon, Klant]]
    termijnen: Sequence[LopendeTermijn]
    taken: Sequence[Taak]
    contactpogingen: Sequence[Contactpoging]
    screeningen: Sequence[Screening]
    resultaten: Sequence[Screeningsresultaat]
    verslagen: Sequence[Screeningsverslag]
    voorschotten: Sequence[tuple[Voorschot, VoorschotIntrekking | None]]
    verzoeken: Sequence[Stukkenverzoek]
    stukken: Sequence[Stuk]


@dataclass(frozen=True)
class Lijstregel:
    """A melding in a list: persons, the appointment that counts and the term for the screening."""

    melding: Melding
    personen: Sequence[Klant]
    screening: Screening | None
    norm: LopendeTermijn | None


def beeld(sessie: Session, melding: Melding) -> Meldingbeeld:
    """Read everything of one melding; the number of statements does not grow with the file."""
    sessie.flush()
    personen = meldingen.personen(sessie, [melding.id])
    verzoeken = stukken_.verzoeken(sessie, melding.id)
    nummers = [melding.id, *(verzoek.id for verzoek in verzoeken)]
    klanten = [klant.id for _, klant in personen]
    termijnen = select(LopendeTermijn).where(_eigen(LopendeTermijn, nummers, klanten))
    taken = select(Taak).where(_eigen(Taak, nummers, klanten), Taak.status == Taakstatus.OPEN)
    return Meldingbeeld(
        melding=melding,
        personen=personen,
        termijnen=list(sessie.scalars(termijnen.order_by(LopendeTermijn.einde, LopendeTermijn.id))),
        taken=list(sessie.scalars(taken.order_by(Taak.uiterste, Taak.id))),
        contactpogingen=meldingen.contactpogingen(sessie, melding.id),
        screeningen=screeningen.screeningen(sessie, [melding.id]),
        resultaten=screeningen.resultaten(sessie, melding.id),
        verslagen=screeningen.verslagen(sessie, melding.id),
        voorschotten=voorschotten.voorschotten(sessie, melding.id),
        verzoeken=verzoeken,
        stukken=stukken_.stukken(sessie, [verzoek.id for verzoek in verzoeken]),
    )


def _eigen(
    soort: type[Taak] | type[LopendeTermijn], nummers: Sequence[UUID], klanten: Sequence[UUID]
) -> ColumnElement[bool]:
    persoonlijk = and_(soort.onderwerp_id.in_(klanten), soort.soort.in_(NAAR_DIAGNOSE))
    return or_(soort.onderwerp_id.in_(nummers), persoonlijk)


def lijst(sessie: Session, rijen: Sequence[Melding]) -> list[Lijstregel]:
    """Add to each melding what a list shows of it, with three statements however many there are."""
    nummers = [melding.id for melding in rijen]
    personen: dict[UUID, list[Klant]] = {}
    for persoon, klant in meldingen.personen(sessie, nummers):
        personen.setdefault(persoon.melding_id, []).append(klant)
    laatste = {screening.melding_id: screening for screening in screeningen.screeningen(sessie, nummers)}
    vraag = select(LopendeTermijn).where(
        LopendeTermijn.onderwerp_id.in_(nummers), LopendeTermijn.soort == "screeningsgesprek"
    )
    normen = {termijn.onderwerp_id: termijn for termijn in sessie.scalars(vraag)}
    return [
        Lijstregel(melding, personen.get(melding.id, []), laatste.get(melding.id), normen.get(melding.id))
        for melding in rijen
    ]
