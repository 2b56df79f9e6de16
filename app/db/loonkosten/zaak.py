"""Zaken about the doelgroep loonkostensubsidie and the loonwaarde, and when an employer was sent the beschikking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.besluit import Besluit, Verzendwijze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Loonkostenzaaksoort(StrEnum):
    """On what is decided; the same words are the kinds of besluit."""

    DOELGROEP = "doelgroep_lks"
    LOONWAARDE = "loonwaarde"


class Loonkostenzaakstand(StrEnum):
    """A zaak is open, decided, checked and sent, or ends without a decision."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"
    INGETROKKEN = "ingetrokken"


LOPEND = (Loonkostenzaakstand.OPEN, Loonkostenzaakstand.BESLOTEN, Loonkostenzaakstand.GETOETST)


class Loonkostenzaak(Basis, VanKlant, MetVersie):
    """One zaak of ``datum``; ``gegevens`` is what was asked, found and measured, ``dienstverband_id`` at which job.

    ``corrigeert`` is the besluit that a new report replaces.
    """

    __tablename__ = "loonkostenzaak"

    soort: Mapped[Loonkostenzaaksoort] = mapped_column(keuze(Loonkostenzaaksoort))
    stand: Mapped[Loonkostenzaakstand] = mapped_column(keuze(Loonkostenzaakstand))
    datum: Mapped[date]
    gegevens: Mapped[Json]
    dienstverband_id: Mapped[UUID | None] = mapped_column(index=True)
    corrigeert: Mapped[UUID | None] = mapped_column(ForeignKey("besluit.id"))
    reden_intrekking: Mapped[str | None]
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]


class Werkgeverbekendmaking(Basis, VanKlant):
    """The dispatch of a besluit to the employer, with a term for bezwaar of its own."""

    __tablename__ = "werkgeverbekendmaking"
    __table_args__ = (UniqueConstraint("besluit_id"),)

    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"))
    verzonden_op: Mapped[date]
    wijze: Mapped[Verzendwijze] = mapped_column(keuze(Verzendwijze))
    bezwaartermijn: Mapped[Json]
    verzonden_door: Mapped[UUID]
    tijdstip: Mapped[datetime]


def zaak(sessie: Session, actor: Actor, zaak_id: UUID) -> Loonkostenzaak | None:
    """Find a zaak of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Loonkostenzaak).where(Loonkostenzaak.id == zaak_id, Loonkostenzaak.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def zaken(sessie: Session, klant_id: UUID) -> list[Loonkostenzaak]:
    """Return the zaken of a klant, oldest first."""
    vraag = select(Loonkostenzaak).where(Loonkostenzaak.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Loonkostenzaak.geopend_op, Loonkostenzaak.id)))


def werkgeverbekendmakingen(sessie: Session, zaak_ids: Sequence[UUID]) -> list[Werkgeverbekendmaking]:
    """Return what employers were sent about these zaken, oldest first."""
    vraag = select(Werkgeverbekendmaking).join(Besluit, Besluit.id == Werkgeverbekendmaking.besluit_id)
    vraag = vraag.where(Besluit.onderwerp_id.in_(zaak_ids))
    return list(sessie.scalars(vraag.order_by(Werkgeverbekendmaking.verzonden_op, Werkgeverbekendmaking.id)))
