"""Dated ontheffingen and nadere verplichtingen of a klant; what was wrong is withdrawn and stays to be seen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ForeignKey, Text, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.verplichting.feiten import Nadereplicht, Ontheffingsoort


class VolgensBesluit(VanKlant, MetVersie):
    """What a besluit says of the half-open period ``[van, tot)``; the reasons stand in the besluit itself."""

    van: Mapped[date]
    tot: Mapped[date | None]
    besluit_kenmerk: Mapped[str]
    besluit_datum: Mapped[date]
    grondslag: Mapped[Json]
    toetsen: Mapped[list[Any]]
    beleid_id: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]
    reden_einde: Mapped[str | None]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


class Ontheffing(Basis, VolgensBesluit):
    """A klant who is let off duties; ``kind_geboren_op`` is the youngest child's, of a lone parent."""

    __tablename__ = "ontheffing"

    soort: Mapped[Ontheffingsoort] = mapped_column(keuze(Ontheffingsoort))
    plichten: Mapped[list[str]] = mapped_column(ARRAY(Text))
    kind_geboren_op: Mapped[date | None]


class Ontheffingbeoordeling(Basis, VanKlant):
    """A review of the ontheffing of a lone parent; never changed."""

    __tablename__ = "ontheffingbeoordeling"

    ontheffing_id: Mapped[UUID] = mapped_column(ForeignKey("ontheffing.id"), index=True)
    datum: Mapped[date]
    past_nog: Mapped[bool]
    toelichting: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class NadereVerplichting(Basis, VolgensBesluit):
    """An extra duty of article 55 with what it asks of the klant."""

    __tablename__ = "nadere_verplichting"

    soort: Mapped[Nadereplicht] = mapped_column(keuze(Nadereplicht))
    inhoud: Mapped[str]
    advies_arts_op: Mapped[date | None]


R = TypeVar("R", Ontheffing, NadereVerplichting)


def vind(sessie: Session, actor: Actor, tabel: type[R], nummer: UUID) -> R | None:
    """Find an ontheffing or a duty of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(tabel).where(tabel.id == nummer, tabel.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def van_klant(sessie: Session, tabel: type[R], klant_id: UUID) -> list[R]:
    """Return those of a klant, the earliest first, withdrawn ones too."""
    return list(sessie.scalars(select(tabel).where(tabel.klant_id == klant_id).order_by(tabel.van, tabel.id)))


def staand(sessie: Session, tabel: type[R], klant_id: UUID) -> list[R]:
    """Return those of a klant that were not withdrawn, the earliest first."""
    return [rij for rij in van_klant(sessie, tabel, klant_id) if rij.ingetrokken_op is None]


def beoordelingen(sessie: Session, klant_id: UUID) -> list[Ontheffingbeoordeling]:
    """Return the reviews of a klant's ontheffingen, oldest first."""
    vraag = select(Ontheffingbeoordeling).where(Ontheffingbeoordeling.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Ontheffingbeoordeling.datum, Ontheffingbeoordeling.id)))
