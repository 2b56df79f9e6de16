"""Documents of an aanvraag: what is known of each, and apart from it the bytes; and the klant's own form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, VanKlant, keuze
from app.db.klant import Klant
from app.domain.aanvraag.documenten import Documentsoort, Ontvangstkanaal, Scanner
from app.domain.aanvraag.formulier import Invuller
from app.domain.kern.rollen import Actor


class Aanvraagdocument(Basis, VanKlant):
    """A pdf in the zaak: its kind, channel and hash. One that was wrong is withdrawn, and its bytes are wiped."""

    __tablename__ = "aanvraagdocument"
    __table_args__ = (
        Index(
            "ix_aanvraagdocument_eenmalig",
            "aanvraag_id",
            "sha256",
            unique=True,
            postgresql_where=text("ingetrokken_op IS NULL"),
        ),
    )

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"))
    stuk_id: Mapped[UUID | None] = mapped_column(ForeignKey("stuk.id"))
    soort: Mapped[Documentsoort] = mapped_column(keuze(Documentsoort))
    omschrijving: Mapped[str]
    maand: Mapped[date | None]
    kanaal: Mapped[Ontvangstkanaal] = mapped_column(keuze(Ontvangstkanaal))
    gescand_door: Mapped[Scanner] = mapped_column(keuze(Scanner))
    medewerker_id: Mapped[UUID]
    ontvangen_op: Mapped[date]
    toegevoegd_op: Mapped[datetime]
    omvang: Mapped[int]
    sha256: Mapped[str]
    ingetrokken_op: Mapped[datetime | None]
    ingetrokken_door: Mapped[UUID | None]
    reden_intrekking: Mapped[str | None]


class Documentinhoud(Basis, VanKlant):
    """The bytes of one document; empty once it was withdrawn."""

    __tablename__ = "documentinhoud"
    __table_args__ = (UniqueConstraint("document_id"),)

    document_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraagdocument.id"))
    inhoud: Mapped[bytes]


class Aanvraagformulier(Basis, VanKlant):
    """One version of the klant's own answers; a correction by the klant is a next one. Never changed."""

    __tablename__ = "aanvraagformulier"
    __table_args__ = (UniqueConstraint("aanvraag_id", "nr"),)

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"))
    nr: Mapped[int]
    antwoorden: Mapped[Json]
    ingevuld_door: Mapped[Invuller] = mapped_column(keuze(Invuller))
    helper: Mapped[str | None]
    getekend_op: Mapped[date]
    ontvangen_op: Mapped[datetime]
    ontvangen_via: Mapped[str]


def document(sessie: Session, actor: Actor, document_id: UUID) -> Aanvraagdocument | None:
    """Find a document of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Aanvraagdocument.klant_id)
    vraag = select(Aanvraagdocument).where(Aanvraagdocument.id == document_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def documenten(sessie: Session, aanvraag_id: UUID) -> list[Aanvraagdocument]:
    """Return the documents of an aanvraag, also the withdrawn ones, in the order in which they were added."""
    vraag = select(Aanvraagdocument).where(Aanvraagdocument.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(Aanvraagdocument.toegevoegd_op, Aanvraagdocument.id)))


def formulieren(sessie: Session, aanvraag_id: UUID) -> Sequence[Aanvraagformulier]:
    """Return the versions of the form, oldest first."""
    vraag = select(Aanvraagformulier).where(Aanvraagformulier.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(Aanvraagformulier.nr)))
