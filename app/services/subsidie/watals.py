"""Wat als: the same toets and computation as a besluit, on facts that the caller gives, and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field

from app.db.klant import Klant
from app.domain.kern.klantgroep import Klantgroep
from app.domain.subsidie.beslissing import Subsidiebeslissing, beslis
from app.domain.subsidie.invoer import Dienstverbandinvoer
from app.domain.subsidie.model import Regelingcode
from app.services.handeling import Handeling, Opdracht
from app.services.subsidie.cijfers import Vraag
from app.services.subsidie.regelingen import UITVOERINGEN, Subsidiegegevens


class SubsidieberekeningOpdracht(Opdracht):
    """Waarmee u wilt rekenen. Met een klant telt de klantgroep van het dossier, tenzij u er zelf een geeft."""

    gegevens: Subsidiegegevens
    dienstverband: Dienstverbandinvoer | None = None
    klant_id: UUID | None = Field(default=None, description="Leeg laten om zonder klant te rekenen.")
    klantgroep: Klantgroep | None = Field(default=None, examples=["groeien"])
    gemeente: str | None = Field(default=None, pattern=r"^GM\d{4}$", examples=["GM0150"])
    peildatum: date | None = Field(default=None, description="Standaard vandaag.")


@dataclass(frozen=True)
class Subsidieberekening:
    """What would be decided, and about whom was asked."""

    beslissing: Subsidiebeslissing
    klant_ids: tuple[UUID, ...]


def bereken_subsidie(h: Handeling, opdracht: SubsidieberekeningOpdracht) -> Subsidieberekening:
    """Compute without writing. Raises NietGevonden for a klant who may not be read, BeleidOntbreekt without policy."""
    klant = h.klant(opdracht.klant_id, vergrendel=False) if opdracht.klant_id else None
    uitvoering = UITVOERINGEN[Regelingcode(opdracht.gegevens.regeling)]
    dag = opdracht.peildatum or h.vandaag
    gemeente = _gemeente(h, opdracht, klant)
    verband = opdracht.dienstverband
    basis: dict[str, Any] = {
        "gegevens": opdracht.gegevens,
        "ontvangen_op": dag,
        "dienstverband": verband.feiten() if verband else None,
        "klantgroep": opdracht.klantgroep or (klant.klantgroep if klant else None),
    }
    regels = uitvoering.regels
    erbij = uitvoering.erbij(h, Vraag(gemeente, klant, basis))
    feiten = regels.feiten(**basis, **erbij.velden)
    beleid = h.beleid.geldend(regels.beleid, gemeente, dag).beleid
    return Subsidieberekening(beslis(regels, feiten, beleid, dag), (klant.id,) if klant else ())


def _gemeente(h: Handeling, opdracht: SubsidieberekeningOpdracht, klant: Klant | None) -> str:
    return klant.gemeente if klant else opdracht.gemeente or h.actor.gemeenten[0]
