"""The cases behind the numbers for who leads a team; only counts of them go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session, aliased

from app.db.indeling import Ambitiegesprek, Indeling, Indelingsvoorstel
from app.db.intake.melding import Melding, MeldingPersoon
from app.db.intake.screening import Screening, Screeningstatus
from app.db.klant import Klant
from app.db.organisatie import Medewerker
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor

_TOT = func.coalesce(Ambitiegesprek.datum, Indeling.van)
"""The day of the gesprek; who was handed over by the school had none."""


@dataclass(frozen=True)
class Kring:
    """Over whom numbers are given: the own organisation and gemeenten, and of these the klanten in ``teams``.

    Without ``teams`` all of them. Wider than what the actor may read (``verruim``), so no klant may be told from it.
    """

    actor: Actor
    teams: tuple[str, ...] | None

    @property
    def klanten(self) -> list[ColumnElement[bool]]:
        """Conditions on the klant."""
        kring: list[ColumnElement[bool]] = [
            Klant.organisatie == self.actor.organisatie,
            Klant.gemeente.in_(self.actor.gemeenten),
        ]
        return kring if self.teams is None else [*kring, Klant.team.in_(self.teams)]


def teamgenoten(sessie: Session, actor: Actor) -> dict[UUID, str]:
    """Return the employees who share a team with the actor, with their names."""
    vraag = select(Medewerker.id, Medewerker.naam).where(
        Medewerker.organisatie == actor.organisatie, Medewerker.teams.overlap(list(actor.teams))
    )
    return {rij.id: rij.naam for rij in sessie.execute(vraag)}


def eerste_indelingen(
    sessie: Session, kring: Kring, periode: tuple[date, date], beslissers: Sequence[UUID] | None
) -> Sequence[Row[Any]]:
    """Return the first indelingen in ``[van, tot)`` that still stand, by these employees (None: by anybody)."""
    vraag = _staande(periode).add_columns(
        Indeling.besloten_door,
        Indeling.klantgroep,
        Indelingsvoorstel.klantgroep.label("voorstel"),
        Indeling.twijfel,
        Indeling.van,
        Ambitiegesprek.datum.label("gesprek_op"),
        _melding().label("melding_op"),
        _screening().label("screening_begin"),
        _wissel().label("wissel_op"),
    )
    vraag = vraag.join(Indelingsvoorstel, Indelingsvoorstel.id == Indeling.voorstel_id)
    vraag = vraag.outerjoin(Ambitiegesprek, Ambitiegesprek.id == Indelingsvoorstel.gesprek_id)
    vraag = vraag.where(Indeling.vorige.is_(None), *kring.klanten)
    return sessie.execute(vraag if beslissers is None else vraag.where(Indeling.besloten_door.in_(beslissers))).all()


def _staande(periode: tuple[date, date]) -> Select[Any]:
    """Start from the indelingen of a period that were not corrected, with their klant."""
    herstel = aliased(Indeling)
    hersteld = select(herstel.id).where(herstel.corrigeert == Indeling.id).exists()
    vraag: Select[Any] = select().select_from(Indeling).join(Klant, Klant.id == Indeling.klant_id)
    return vraag.where(Indeling.van >= periode[0], Indeling.van < periode[1], ~hersteld)


def _melding() -> Any:
    """Select the last melding up to the gesprek."""
    vraag = select(func.max(Melding.meldingsdatum)).join(MeldingPersoon, MeldingPersoon.melding_id == Melding.id)
    vraag = vraag.where(MeldingPersoon.klant_id == Indeling.klant_id, Melding.meldingsdatum <= _TOT)
    return vraag.correlate(Indeling, Ambitiegesprek).scalar_subquery()


def _screening() -> Any:
    """Select the last screening that was held up to the gesprek, also when it was planned for the partner."""
    vraag = select(func.max(Screening.begin)).join(MeldingPersoon, MeldingPersoon.melding_id == Screening.melding_id)
    vraag = vraag.where(
        MeldingPersoon.klant_id == Indeling.klant_id,
        Screening.status == Screeningstatus.GEHOUDEN,
        func.date(Screening.begin) <= _TOT,
    )
    return vraag.correlate(Indeling, Ambitiegesprek).scalar_subquery()


def _wissel() -> Any:
    """Select the first change to another klantgroep that was not corrected."""
    later, herstel = aliased(Indeling), aliased(Indeling)
    hersteld = select(herstel.id).where(herstel.corrigeert == later.id).exists()
    vraag = select(func.min(later.van)).where(
        later.klant_id == Indeling.klant_id, later.vorige.is_not(None), later.vorige != later.klantgroep, ~hersteld
    )
    return vraag.correlate(Indeling).scalar_subquery()


def wissels(
    sessie: Session, kring: Kring, periode: tuple[date, date], paren: Sequence[tuple[Klantgroep, Klantgroep]]
) -> dict[tuple[Klantgroep, Klantgroep], int]:
    """Count the changes of a period that still stand, for each of these pairs (DEV-KGR-509)."""
    vraag = _staande(periode).add_columns(Indeling.vorige, Indeling.klantgroep, func.count().label("aantal"))
    vraag = vraag.where(*kring.klanten).group_by(Indeling.vorige, Indeling.klantgroep)
    rijen: Sequence[Row[Any]] = sessie.execute(vraag).all()
    geteld = {(rij.vorige, rij.klantgroep): int(rij.aantal) for rij in rijen}
    return {paar: geteld.get(paar, 0) for paar in paren}


def twijfelgevallen(sessie: Session, kring: Kring, periode: tuple[date, date]) -> int:
    """Count the indelingen of a period that still stand and are doubtful cases."""
    vraag = _staande(periode).add_columns(func.count()).where(Indeling.twijfel, *kring.klanten)
    return sessie.scalar(vraag) or 0


def onder_handhaving(sessie: Session, kring: Kring) -> int:
    """Count the klanten who are under zorg-handhaving now."""
    return sessie.scalar(select(func.count(Klant.id)).where(Klant.zorg_handhaving, *kring.klanten)) or 0
