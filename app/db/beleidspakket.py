"""The policy that decisions rested on, kept so that they can be replayed after the files have changed."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Json
from app.domain.beleid.model import B, Versie
from app.domain.kern.canoniek import canoniek


class Beleidspakket(Basis):
    """The values of one policy version, under the hash that decisions name. Holds no personal data."""

    __tablename__ = "beleidspakket"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    naam: Mapped[str]
    soort: Mapped[str]
    inhoud: Mapped[Json]
    bewaard_op: Mapped[datetime]


def bewaar(sessie: Session, versie: Versie[B], nu: datetime) -> None:
    """Keep the policy of a decision, once."""
    sessie.execute(
        insert(Beleidspakket)
        .values(
            sha256=versie.sha256,
            naam=versie.id,
            soort=versie.beleid.soort,
            inhoud=json.loads(canoniek(versie.beleid)),
            bewaard_op=nu,
        )
        .on_conflict_do_nothing()
    )


def inhoud(sessie: Session, sha256: str) -> Json | None:
    """Return the kept policy under this hash."""
    return sessie.scalar(select(Beleidspakket.inhoud).where(Beleidspakket.sha256 == sha256))
