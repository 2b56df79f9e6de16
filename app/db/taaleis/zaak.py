"""Zaken of the taaleis: what a besluit is taken on, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.taaleis.feiten import Taalzaaksoort


class Taalzaakstatus(StrEnum):
    """A zaak is open, decided, checked and sent, or lapsed."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"
    VERVALLEN = "vervallen"


LOPEND = (Taalzaakstatus.OPEN, Taalzaakstatus.BESLOTEN, Taalzaakstatus.GETOETST)


class Taaleiszaak(Basis, VanKlant, MetVersie):
    """One zaak; ``gegevens`` is what a person found and weighed."""

    __tablename__ = "taaleiszaak"
    __table_args__ = (
        Index(
            "ix_taaleiszaak_een",
            "klant_id",
            "soort",
            unique=True,
            postgresql_where=text("status IN ('open', 'besloten', 'getoetst')"),
        ),
    )

    soort: Mapped[Taalzaaksoort] = mapped_column(keuze(Taalzaaksoort))
    status: Mapped[Taalzaakstatus] = mapped_column(keuze(Taalzaakstatus))
    gegevens: Mapped[Json]
    reden_vervallen: Mapped[str | None]
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]


def zaak(sessie: Session, actor: Actor, zaak_id: UUID) -> Taaleiszaak | None:
    """Find a zaak of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Taaleiszaak).where(Taaleiszaak.id == zaak_id, Taaleiszaak.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def zaken(sessie: Session, klant_id: UUID) -> list[Taaleiszaak]:
    """Return the zaken of a klant, oldest first."""
    vraag = select(Taaleiszaak).where(Taaleiszaak.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Taaleiszaak.geopend_op, Taaleiszaak.id)))


def vervallen_zaken(sessie: Session, zaak_ids: Sequence[UUID]) -> set[UUID]:
    """Return which of these zaken lapsed."""
    vraag = select(Taaleiszaak.id).where(Taaleiszaak.id.in_(zaak_ids), Taaleiszaak.status == Taalzaakstatus.VERVALLEN)
    return set(sessie.scalars(vraag))
