"""Doelgroepfeiten: dated facts about a klant; one that was wrong is withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, VanKlant
from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Termijnstatus
from app.domain.kern.rollen import Actor


class Doelgroepfeit(Basis, VanKlant):
    """One fact: ``gegevens`` as given, ``toetsen`` what the rules said, ``uitkomst`` a code if there is one."""

    __tablename__ = "doelgroepfeit"
    __table_args__ = (
        Index("ix_doelgroepfeit_dossier", "klant_id", "vastgelegd_op", "id"),
        Index("ix_doelgroepfeit_soort", "organisatie", "soort", "datum"),
    )

    soort: Mapped[str]
    datum: Mapped[date]
    gegevens: Mapped[Json]
    toetsen: Mapped[list[Any]]
    uitkomst: Mapped[str | None]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    codeversie: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class DoelgroepfeitIntrekking(Basis, VanKlant):
    """That a fact was wrong, and why."""

    __tablename__ = "doelgroepfeit_intrekking"
    __table_args__ = (UniqueConstraint("feit_id"),)

    feit_id: Mapped[UUID] = mapped_column(ForeignKey("doelgroepfeit.id"))
    reden: Mapped[str]
    ingetrokken_op: Mapped[datetime]
    ingetrokken_door: Mapped[UUID]


@dataclass(frozen=True)
class Feitregel:
    """A fact, and its withdrawal if it was wrong."""

    feit: Doelgroepfeit
    intrekking: DoelgroepfeitIntrekking | None


_GELDT = ~select(DoelgroepfeitIntrekking.id).where(DoelgroepfeitIntrekking.feit_id == Doelgroepfeit.id).exists()


def feiten(sessie: Session, klant_id: UUID) -> list[Feitregel]:
    """Return the facts of a klant, oldest first."""
    vraag = select(Doelgroepfeit, DoelgroepfeitIntrekking).outerjoin(
        DoelgroepfeitIntrekking, DoelgroepfeitIntrekking.feit_id == Doelgroepfeit.id
    )
    vraag = vraag.where(Doelgroepfeit.klant_id == klant_id)
    rijen = sessie.execute(vraag.order_by(Doelgroepfeit.vastgelegd_op, Doelgroepfeit.id))
    return [Feitregel(feit, weg) for feit, weg in rijen]


def feit(sessie: Session, actor: Actor, feit_id: UUID) -> Doelgroepfeit | None:
    """Find a fact about a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Doelgroepfeit).where(Doelgroepfeit.id == feit_id, Doelgroepfeit.klant_id.in_(leesbaar))
    return sessie.scalar(vraag)


def geldende_in(
    sessie: Session, organisatie: str, gemeente: str, soorten: Sequence[str]
) -> list[tuple[UUID, dict[str, Any]]]:
    """Return the facts of these kinds that count, with whose they are, over what the transaction may see."""
    vraag = select(Doelgroepfeit.klant_id, Doelgroepfeit.gegevens).join(Klant, Klant.id == Doelgroepfeit.klant_id)
    vraag = vraag.where(
        Klant.organisatie == organisatie, Klant.gemeente == gemeente, Doelgroepfeit.soort.in_(soorten), _GELDT
    )
    rijen = sessie.execute(vraag.order_by(Doelgroepfeit.vastgelegd_op, Doelgroepfeit.id))
    return [(klant_id, gegevens) for klant_id, gegevens in rijen]


def ingedeelden(sessie: Session, organisatie: str, gemeente: str) -> list[tuple[UUID, date, list[str]]]:
    """Return birth date and markers of who has a klantgroep, over what the transaction may see (``verruim``)."""
    vraag = select(Klant.id, Klant.geboortedatum, Klant.kenmerken).where(
        Klant.organisatie == organisatie, Klant.gemeente == gemeente, Klant.klantgroep.is_not(None)
    )
    return [(id_, geboren, kenmerken) for id_, geboren, kenmerken in sessie.execute(vraag.order_by(Klant.id))]


def vergrendel_plekken(sessie: Session, organisatie: str, soort: str, jaar: int) -> None:
    """Let one transaction at a time take a place of this kind in this year."""
    slot = text("SELECT pg_advisory_xact_lock(hashtext('iom.plek'), hashtext(:wat))")
    sessie.execute(slot, {"wat": f"{organisatie} {soort} {jaar}"})


def bezet(sessie: Session, organisatie: str, soort: str, uitkomst: str, jaar: int) -> int:
    """Count the places taken in a calendar year, over what the transaction may see (``verruim``)."""
    vraag = select(func.count()).where(
        Doelgroepfeit.organisatie == organisatie,
        Doelgroepfeit.soort == soort,
        Doelgroepfeit.uitkomst == uitkomst,
        Doelgroepfeit.datum >= date(jaar, 1, 1),
        Doelgroepfeit.datum < date(jaar + 1, 1, 1),
        _GELDT,
    )
    return sessie.scalar(vraag) or 0


def lopende_termijnen(sessie: Session, klant_id: UUID, soorten: Sequence[str]) -> list[LopendeTermijn]:
    """Return the running terms of these kinds in a dossier, whatever they are about."""
    vraag = select(LopendeTermijn).where(
        LopendeTermijn.klant_id == klant_id,
        LopendeTermijn.soort.in_(soorten),
        LopendeTermijn.status == Termijnstatus.LOPEND,
    )
    return list(sessie.scalars(vraag.order_by(LopendeTermijn.id)))
