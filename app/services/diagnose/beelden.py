"""The results of a klant as they are shown: which counts, what it lacks, and what changed between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.db.diagnose import uitslag as db
from app.db.diagnose.uitslag import Diagnose, DiagnoseIntrekking
from app.domain.diagnose.geschiedenis import Meting, Uitslag, Verschil, geldende, vergelijk, vervallen
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.leefgebied import ExtraThema, Leefgebied, Onderwerp
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.handeling import Handeling

_ONDERWERPEN: dict[str, Onderwerp] = {onderwerp.value: onderwerp for onderwerp in (*Leefgebied, *ExtraThema)}


@dataclass(frozen=True)
class Diagnosebeeld:
    """A result, whether it counts for its instrument, whether a later version replaced it, and what it lacks."""

    diagnose: Diagnose
    geldend: bool
    vervangen: bool
    ingetrokken: DiagnoseIntrekking | None
    ontbreekt: tuple[Toets, ...]


@dataclass(frozen=True)
class Vergelijking:
    """What changed in the picture of a klant between two days."""

    toen: date
    nu: date
    verschillen: tuple[Verschil, ...]


def bekijk_diagnoses(h: Handeling, klant_id: UUID) -> list[Diagnosebeeld]:
    """Return the results of a klant, the latest first."""
    return list(beelden(h.sessie, h.klant(klant_id, vergrendel=False).id).values())


def vergelijk_dagen(h: Handeling, klant_id: UUID, toen: date, nu: date) -> Vergelijking:
    """Compare the picture of the leefgebieden on two days. Raises OngeldigeInvoer when they stand the wrong way."""
    if not toen < nu <= h.vandaag:
        raise OngeldigeInvoer({"toen": "Geef een dag vóór `nu`, en `nu` tot en met vandaag."})
    klant = h.klant(klant_id, vergrendel=False)
    rijen, ingetrokken = db.diagnoses(h.sessie, klant.id), db.intrekkingen(h.sessie, klant.id)
    return Vergelijking(toen, nu, vergelijk(_uitslagen(rijen, ingetrokken), toen, nu))


def beelden(sessie: Session, klant_id: UUID) -> dict[UUID, Diagnosebeeld]:
    """Return every result of a klant by id, the latest first."""
    rijen, ingetrokken = db.diagnoses(sessie, klant_id), db.intrekkingen(sessie, klant_id)
    uitslagen = _uitslagen(rijen, ingetrokken)
    tellen, weg = {uitslag.id for uitslag in geldende(uitslagen)}, vervallen(uitslagen)
    return {
        rij.id: Diagnosebeeld(
            diagnose=rij,
            geldend=rij.id in tellen,
            vervangen=rij.id in weg and rij.id not in ingetrokken,
            ingetrokken=ingetrokken.get(rij.id),
            ontbreekt=niet_voldaan(Toets.model_validate(toets) for toets in rij.toetsen),
        )
        for rij in rijen
    }


def _uitslagen(rijen: Iterable[Diagnose], ingetrokken: dict[UUID, DiagnoseIntrekking]) -> list[Uitslag]:
    return [
        Uitslag(
            id=rij.id,
            instrument=rij.instrument,
            naam=rij.instrumentnaam,
            afgenomen_op=rij.afgenomen_op,
            ontvangen_op=rij.ontvangen_op,
            kenmerk=rij.extern_kenmerk,
            versie=rij.externe_versie,
            ingetrokken=rij.id in ingetrokken,
            metingen=dict(map(_meting, rij.inhoud["bevindingen"])),
        )
        for rij in rijen
    ]


def _meting(bevinding: dict[str, Any]) -> tuple[Onderwerp, Meting]:
    punten = tuple(bevinding.get("aandachtspunten", ()))
    return _ONDERWERPEN[bevinding["onderwerp"]], Meting(bevinding.get("score"), punten)
