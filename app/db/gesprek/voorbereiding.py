"""What was prepared for a screening, and what happened before it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.afspraak import Afspraak
from app.db.gesprek.gesprek import Gespreksvoorbereiding
from app.db.intake.melding import Melding, MeldingPersoon
from app.db.intake.screening import Screening, Screeningsresultaat, Screeningstatus
from app.domain.afspraak.feiten import Presentie


def voorbereiding(sessie: Session, melding_id: UUID) -> Gespreksvoorbereiding | None:
    """Return the preparation of a melding as it stands now."""
    rij = Gespreksvoorbereiding
    vraag = select(rij).where(rij.melding_id == melding_id).order_by(rij.vastgelegd_op.desc(), rij.id.desc())
    return sessie.scalar(vraag.limit(1))


def andere_meldingen(sessie: Session, klant_id: UUID, melding_id: UUID) -> list[Melding]:
    """Return the other meldingen of a person, the latest first."""
    vraag = select(Melding).join(MeldingPersoon, MeldingPersoon.melding_id == Melding.id)
    vraag = vraag.where(MeldingPersoon.klant_id == klant_id, Melding.id != melding_id)
    return list(sessie.scalars(vraag.order_by(Melding.meldingsdatum.desc(), Melding.id.desc())))


def no_shows(sessie: Session, klant_id: UUID) -> list[datetime]:
    """Return when a person did not show up: at a screening or at any other appointment, the latest first."""
    screening = (
        select(Screening.begin)
        .join(MeldingPersoon, MeldingPersoon.melding_id == Screening.melding_id)
        .where(MeldingPersoon.klant_id == klant_id, Screening.status == Screeningstatus.NIET_VERSCHENEN)
    )
    afspraak = select(Afspraak.begint).where(Afspraak.klant_id == klant_id, Afspraak.uitkomst == Presentie.NO_SHOW)
    return sorted([*sessie.scalars(screening), *sessie.scalars(afspraak)], reverse=True)


def laatste_resultaat(sessie: Session, klant_id: UUID) -> Screeningsresultaat | None:
    """Return the outcome of the last screening of a person."""
    vraag = (
        select(Screeningsresultaat)
        .join(MeldingPersoon, MeldingPersoon.melding_id == Screeningsresultaat.melding_id)
        .where(MeldingPersoon.klant_id == klant_id)
        .order_by(Screeningsresultaat.einde.desc(), Screeningsresultaat.id.desc())
    )
    return sessie.scalar(vraag.limit(1))
