"""Antwoorden over herzieningen en herbeoordelingen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.besluit import Besluitstatus
from app.db.herziening.herziening import Herbeoordeling as Herbeoordelingsrij
from app.db.herziening.herziening import Herzieningstatus
from app.domain.maatregel.herziening.feiten import Herzieningsgrond, Maandregel
from app.domain.maatregel.herziening.herbeoordeling import Herbeoordelingsuitkomst
from app.services.herziening.openen import Herzieningsbeeld


class Herzieningsbesluit(Uit):
    """Een besluit in de herziening; alles daarover staat onder `/besluiten/{id}`."""

    id: UUID
    dictum: str
    status: Besluitstatus
    genomen_op: datetime


class Herzieningsvoorstel(Uit):
    """Wat het besluit volgens de regels in een maand zou moeten inhouden, in eurocenten."""

    maand: date
    bedrag: int


class Herziening(Uit):
    """Een verzonden besluit dat opnieuw wordt bekeken."""

    id: UUID
    versie: int
    klant_id: UUID
    besluit_id: UUID = Field(description="Het besluit dat wordt herzien.")
    grond: Herzieningsgrond
    aanleiding: str
    verzoek_op: date | None
    voorstel: list[Herzieningsvoorstel] | None = Field(description="Opnieuw berekend zonder wat is weggevallen.")
    status: Herzieningstatus
    geopend_op: datetime
    geopend_door: UUID
    reden_intrekking: str | None
    besluiten: list[Herzieningsbesluit]

    @classmethod
    def van(cls, beeld: Herzieningsbeeld) -> Self:
        """Show a herziening with its besluiten."""
        rij = beeld.herziening
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in ("besluiten", "voorstel")}
        regels = None if rij.voorstel is None else [Maandregel.model_validate(regel) for regel in rij.voorstel]
        return cls(
            **velden,
            voorstel=regels and [Herzieningsvoorstel(maand=r.maand, bedrag=r.bedrag) for r in regels],
            besluiten=[
                Herzieningsbesluit(
                    id=stand.besluit.id,
                    dictum=stand.besluit.dictum,
                    status=stand.status,
                    genomen_op=stand.besluit.genomen_op,
                )
                for stand in beeld.besluiten
            ],
        )


class Herzieningen(Uit):
    """De herzieningen van een besluit, de oudste eerst."""

    herzieningen: list[Herziening]

    @classmethod
    def van(cls, beelden: Sequence[Herzieningsbeeld]) -> Self:
        """Show every herziening."""
        return cls(herzieningen=[Herziening.van(beeld) for beeld in beelden])


class Herbeoordeling(Uit):
    """De uitkomst van een herbeoordeling; wie wijzigt of beëindigt, opent er een herziening mee."""

    id: UUID
    besluit_id: UUID
    datum: date
    uitkomst: Herbeoordelingsuitkomst
    motivering: str
    herziening_id: UUID | None
    door: UUID


class Herbeoordelingen(Uit):
    """De herbeoordelingen van een besluit, de oudste eerst."""

    herbeoordelingen: list[Herbeoordeling]

    @classmethod
    def van(cls, rijen: Sequence[Herbeoordelingsrij]) -> Self:
        """Show every herbeoordeling."""
        return cls(herbeoordelingen=[Herbeoordeling.model_validate(rij) for rij in rijen])
