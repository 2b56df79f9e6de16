"""Base of all tables: names of constraints, types, and the columns that many tables share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic.alias_generators import to_snake
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    DateTime,
    Enum,
    ForeignKey,
    MetaData,
    Text,
    Uuid,
    any_,
    event,
    literal,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Mapped, mapped_column
from uuid_utils.compat import uuid7

Json = dict[str, Any]


class Basis(DeclarativeBase):
    """Declarative base; every constraint gets a name, so that migrations can speak of it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads a plain dict
        str: Text(),
        UUID: Uuid(),
        date: Date(),
        datetime: DateTime(timezone=True),
        Json: JSONB(),
        list[Any]: JSONB(),
    }


@event.listens_for(Basis, "attribute_instrument", propagate=True)
def _momenten_in_utc(_klasse: type, _veld: str, attribuut: Any) -> None:
    """Keep a moment in UTC from the day it is set, as it is when it is read back: a fresh row shows the same."""
    kolommen = getattr(attribuut.property, "columns", ())
    if any(isinstance(kolom.type, DateTime) for kolom in kolommen):

        @event.listens_for(attribuut, "set", retval=True)
        def _zet(_rij: Any, waarde: Any, _oud: Any, _bron: Any) -> Any:
            return waarde.astimezone(UTC) if isinstance(waarde, datetime) and waarde.tzinfo else waarde


def keuze(soort: type[StrEnum], veld: str = "") -> Enum:
    """Store an enumeration as text with a check constraint, named after ``veld`` where a table has two of a kind."""
    naam = veld or to_snake(soort.__name__)
    return Enum(
        soort,
        name=naam,
        native_enum=False,
        create_constraint=True,
        length=60,
        values_callable=lambda leden: [lid.value for lid in leden],
    )


class Eigen:
    """A row with its own identity (UUID v7) that belongs to one organisation."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    organisatie: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))


class VanKlant(Eigen):
    """A row in the dossier of one klant."""

    klant_id: Mapped[UUID] = mapped_column(ForeignKey("klant.id"), index=True)


class OnderVarianten:
    """A row that remembers which variants of the service were on when it was made: none is the regular service."""

    varianten: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default=text("'{}'"))


class MetVersie:
    """A row that changes. ``leg_vast`` moves ``versie``, which is the ETag."""

    versie: Mapped[int] = mapped_column(BigInteger, default=1)


def is_een_van(kolom: InstrumentedAttribute[UUID], ids: Sequence[UUID]) -> ColumnElement[bool]:
    """Return that a column is one of many ids, sent as one array: a list of thousands is costly to write out."""
    return kolom == any_(literal(list(ids), ARRAY(Uuid())))
