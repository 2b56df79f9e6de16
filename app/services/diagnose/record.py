"""One record of a delivery: when it is the same as another, and the result that is made of it."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.diagnose import Diagnose
from app.db.klant import Klant
from app.domain.diagnose.feiten import Bevinding, DiagnoseFeiten
from app.domain.diagnose.volledigheid import toets_volledig
from app.domain.kern.leefgebied import Instrument, Leefgebied
from app.domain.kern.toets import niet_voldaan
from app.services.diagnose.importschema import DiagnoseImportOpdracht, ImportRecord
from app.services.diagnose.uitslagschema import Uitslaginhoud, Volledigheid
from app.services.handeling import Handeling

_KOP = {"persoon", "extern_kenmerk", "externe_versie", "afgenomen_op", "door"}


def afgenomen_op_van(opdracht: DiagnoseImportOpdracht, record: ImportRecord) -> date:
    """Return the day on which this result was taken: its own, or that of the delivery."""
    return record.afgenomen_op or opdracht.afgenomen_op


def inhoud_van(record: ImportRecord) -> str:
    """Return what is stored of a record, as JSON: without the person, and without what was not said."""
    return record.model_dump_json(by_alias=False, exclude=_KOP, exclude_defaults=True)


def afdruk_van(opdracht: DiagnoseImportOpdracht, record: ImportRecord) -> str:
    """Hash what a record says, without who it is about: equal records of a klant have equal hashes."""
    delen = (
        opdracht.instrument,
        opdracht.instrumentnaam,
        opdracht.instrumentversie,
        record.extern_kenmerk,
        record.externe_versie,
        afgenomen_op_van(opdracht, record),
        record.door or opdracht.door,
        inhoud_van(record),
    )
    return hashlib.sha256("\n".join(map(str, delen)).encode()).hexdigest()


def is_volledig(inhoud: Uitslaginhoud) -> bool:
    """Tell whether a result is complete: the instrument says so, and every leefgebied has an entry or a reason."""
    return inhoud.volledigheid is Volledigheid.VOLLEDIG and len(inhoud.bevindingen) == len(Leefgebied)


def toetsen_van(inhoud: Uitslaginhoud) -> list[Any]:
    """Return the toetsen that are not met: one for each leefgebied on which nothing was said."""
    if len(inhoud.bevindingen) == len(Leefgebied):
        return []
    bevindingen = {uitslag.onderwerp: Bevinding(inhoud="Er is een uitslag.") for uitslag in inhoud.bevindingen}
    feiten = DiagnoseFeiten(instrument=Instrument.DARIUZ_WEGWIJZER, bevindingen=bevindingen)
    return [toets.model_dump(mode="json") for toets in niet_voldaan(toets_volledig(feiten))]


def diagnose_van(
    h: Handeling, bron: tuple[UUID, DiagnoseImportOpdracht], record: ImportRecord, klant: Klant
) -> Diagnose:
    """Make the row of a record that is new for this klant; ``bron`` is the delivery and its id."""
    import_id, opdracht = bron
    return Diagnose(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        instrument=opdracht.instrument,
        instrumentnaam=opdracht.instrumentnaam,
        instrumentversie=opdracht.instrumentversie,
        afgenomen_op=afgenomen_op_van(opdracht, record),
        door=record.door or opdracht.door,
        extern_kenmerk=record.extern_kenmerk,
        externe_versie=record.externe_versie,
        volledig=is_volledig(record),
        inhoud=json.loads(inhoud_van(record)),
        toetsen=toetsen_van(record),
        import_id=import_id,
        afdruk=afdruk_van(opdracht, record),
        ontvangen_op=h.nu,
        ontvangen_door=h.actor.medewerker_id,
    )
