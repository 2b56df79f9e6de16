"""Stored mappings: every change is a new version, and what was delivered with an older one stays as it was read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, Json, keuze
from app.domain.diagnose.mapping import Bestandsvorm


class DiagnoseMapping(Basis, Eigen):
    """Version ``nr`` of the mapping with this name; ``definitie`` is a KolomMapping."""

    __tablename__ = "diagnose_mapping"
    __table_args__ = (UniqueConstraint("organisatie", "naam", "nr"),)

    naam: Mapped[str]
    nr: Mapped[int]
    vorm: Mapped[Bestandsvorm] = mapped_column(keuze(Bestandsvorm, "vorm"))
    definitie: Mapped[Json]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def mapping(sessie: Session, organisatie: str, mapping_id: UUID) -> DiagnoseMapping | None:
    """Find a version of a mapping of this organisation."""
    eigen = (DiagnoseMapping.organisatie == organisatie, DiagnoseMapping.id == mapping_id)
    return sessie.scalar(select(DiagnoseMapping).where(*eigen))


def mappings(sessie: Session, organisatie: str) -> list[DiagnoseMapping]:
    """Return every version of every mapping, by name and the newest first."""
    vraag = select(DiagnoseMapping).where(DiagnoseMapping.organisatie == organisatie)
    return list(sessie.scalars(vraag.order_by(DiagnoseMapping.naam, DiagnoseMapping.nr.desc())))


def volgend_nr(sessie: Session, organisatie: str, naam: str) -> int:
    """Return the number of the next version."""
    eigen = (DiagnoseMapping.organisatie == organisatie, DiagnoseMapping.naam == naam)
    return (sessie.scalar(select(func.max(DiagnoseMapping.nr)).where(*eigen)) or 0) + 1
