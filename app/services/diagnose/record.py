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
from app.domain.kern.toets import alle_voldaan
from app.services.diagnose.importschema import (
    DariuzRecord,
    DiagnoseImportOpdracht,
    LeefgebiedUitslag,
    Volledigheid,
)
from app.services.handeling import Handeling


def afgenomen_op_van(opdracht: DiagnoseImportOpdracht, record: DariuzRecord) -> date:
    """Return the day on which this result was taken: its own, or that of the delivery."""
    return record.afgenomen_op or opdracht.afgenomen_op


def afdruk_van(opdracht: DiagnoseImportOpdracht, record: DariuzRecord) -> str:
    """Hash what a record says, without who it is about: equal records of a klant have equal hashes."""
    inhoud = record.model_dump(mode="json", exclude={"persoon"}) | {
        "instrument": opdracht.instrument,
        "instrumentversie": opdracht.instrumentversie,
        "afgenomen_op": afgenomen_op_van(opdracht, record).isoformat(),
        "door": record.door or opdracht.door,
    }
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()


def diagnose_van(
    h: Handeling, bron: tuple[UUID, DiagnoseImportOpdracht], record: DariuzRecord, klant: Klant
) -> Diagnose:
    """Make the row of a record that is new for this klant; ``bron`` is the delivery and its id."""
    import_id, opdracht = bron
    bevindingen = {uitslag.leefgebied: _bevinding(uitslag) for uitslag in record.leefgebieden}
    toetsen = toets_volledig(DiagnoseFeiten(instrument=opdracht.instrument, bevindingen=bevindingen))
    return Diagnose(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        instrument=opdracht.instrument,
        instrumentversie=opdracht.instrumentversie,
        afgenomen_op=afgenomen_op_van(opdracht, record),
        door=record.door or opdracht.door,
        volledig=record.volledigheid is Volledigheid.VOLLEDIG and alle_voldaan(toetsen),
        inhoud=_inhoud(record),
        toetsen=[toets.model_dump(mode="json") for toets in toetsen],
        import_id=import_id,
        afdruk=afdruk_van(opdracht, record),
        ontvangen_op=h.nu,
        ontvangen_door=h.actor.medewerker_id,
    )


def _bevinding(uitslag: LeefgebiedUitslag) -> Bevinding:
    if uitslag.reden_niet_ingevuld:
        return Bevinding(reden_niet_besproken=uitslag.reden_niet_ingevuld)
    return Bevinding(inhoud=uitslag.opmerking or "Er is een uitslag.")


def _inhoud(record: DariuzRecord) -> dict[str, Any]:
    bevindingen = [
        uitslag.model_dump(mode="json", exclude={"leefgebied", "reden_niet_ingevuld"})
        | {"onderwerp": uitslag.leefgebied, "reden_niet_besproken": uitslag.reden_niet_ingevuld}
        for uitslag in record.leefgebieden
    ]
    velden = {"competenties", "taal", "uren", "volledigheid"}
    return {"bevindingen": bevindingen} | record.model_dump(mode="json", include=velden)
