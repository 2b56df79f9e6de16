"""Taking in a delivery of Dariuz results: the good records are kept, each bad one is reported with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import diagnose as db
from app.db.diagnose import Diagnose, DiagnoseImport
from app.db.klant import Klant, vergrendel_met_bsn
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.diagnose.afronding import sluit_voorbereiding
from app.services.diagnose.beelden import beelden
from app.services.diagnose.importschema import (
    Afgekeurd,
    DiagnoseImportOpdracht,
    ImportRecord,
)
from app.services.diagnose.record import afdruk_van, afgenomen_op_van, diagnose_van
from app.services.handeling import Handeling
from app.services.vastleggen import Eenmalig, leg_vast, log_verwerking

_ONBEKEND = "Bij dit BSN is geen klant bekend; registreer eerst de melding."
_TOEKOMST = "Geef een datum die niet in de toekomst ligt."
_VOOR_GEBOORTE = "Geef een datum na de geboorte van de klant."
_ANDERE_GEBOORTEDATUM = "Onder dit BSN is een andere geboortedatum bekend."


class Importuitkomst(StrEnum):
    """What became of a record."""

    VERWERKT = "verwerkt"
    ONGEWIJZIGD = "ongewijzigd"
    GEWEIGERD = "geweigerd"
    NIET_GEVONDEN = "niet_gevonden"


@dataclass
class _Oordeel:
    """What became of one record, with the klant and the result if there is one."""

    index: int
    uitkomst: Importuitkomst
    klant: Klant | None = None
    diagnose: Diagnose | None = None
    fouten: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Stand:
    """What is known when a record is judged; grows with the records before it."""

    klanten: dict[str, Klant]
    bekend: dict[tuple[UUID, str], Diagnose]


def importeer(h: Handeling, opdracht: DiagnoseImportOpdracht) -> DiagnoseImport:
    """Take in a delivery in one transaction (DEV-DIA-001, DEV-DIA-008).

    The klanten are locked together, in the order of their id. The same record again changes nothing; a newer result
    takes the place of an older one, which stays in the history; an older one that comes later goes to the history.
    """
    if opdracht.afgenomen_op > h.vandaag:
        raise OngeldigeInvoer({"afgenomenOp": _TOEKOMST})
    import_id = uuid7()
    goede = [record for record in opdracht.records if isinstance(record, ImportRecord)]
    stand = _stand(h, opdracht, goede)
    oordelen = [_beoordeel(h, (import_id, opdracht), stand, nr) for nr in range(len(opdracht.records))]
    verwerkt = [oordeel for oordeel in oordelen if oordeel.uitkomst is Importuitkomst.VERWERKT]
    levering = DiagnoseImport(
        id=import_id,
        organisatie=h.actor.organisatie,
        schema_versie=opdracht.schema_versie,
        instrument=opdracht.instrument,
        instrumentnaam=opdracht.instrumentnaam,
        instrumentversie=opdracht.instrumentversie,
        uitkomsten=[],
        ontvangen_op=h.nu,
        ontvangen_door=h.actor.medewerker_id,
    )
    h.sessie.add(levering)
    h.sessie.flush()
    h.sessie.add_all(oordeel.diagnose for oordeel in verwerkt)
    tellen = _tellen(h, oordelen)
    levering.uitkomsten = [_uitkomst(oordeel, tellen) for oordeel in oordelen]
    for oordeel in verwerkt:
        _leg_vast(h, oordeel, tellen)
    gezien = {oordeel.klant.id for oordeel in oordelen if oordeel.klant and oordeel not in verwerkt}
    log_verwerking(h, sorted(gezien), "gelezen")
    return levering


def levering(h: Handeling, import_id: UUID) -> DiagnoseImport:
    """Find a delivery. Raises NietGevonden."""
    gevonden = db.levering(h.sessie, h.actor.organisatie, import_id)
    if gevonden is None:
        raise NietGevonden("Deze levering is niet gevonden.")
    return gevonden


def _stand(h: Handeling, opdracht: DiagnoseImportOpdracht, records: list[ImportRecord]) -> _Stand:
    klanten = vergrendel_met_bsn(h.sessie, h.actor, sorted({record.persoon.bsn for record in records}))
    nummers = [klant.id for klant in klanten.values()]
    afdrukken = [afdruk_van(opdracht, record) for record in records]
    return _Stand(klanten, db.bekend(h.sessie, nummers, afdrukken))


def _beoordeel(h: Handeling, bron: tuple[UUID, DiagnoseImportOpdracht], stand: _Stand, index: int) -> _Oordeel:
    opdracht = bron[1]
    record = opdracht.records[index]
    if isinstance(record, Afgekeurd):
        return _Oordeel(index, Importuitkomst.GEWEIGERD, fouten=dict(record.fouten))
    klant = stand.klanten.get(record.persoon.bsn)
    if klant is None:
        return _Oordeel(index, Importuitkomst.NIET_GEVONDEN, fouten={"persoon.bsn": _ONBEKEND})
    if fouten := _fouten(h, record, klant, afgenomen_op_van(opdracht, record)):
        return _Oordeel(index, Importuitkomst.GEWEIGERD, klant, fouten=fouten)
    sleutel = (klant.id, afdruk_van(opdracht, record))
    if sleutel in stand.bekend:
        return _Oordeel(index, Importuitkomst.ONGEWIJZIGD, klant, stand.bekend[sleutel])
    diagnose = diagnose_van(h, bron, record, klant)
    stand.bekend[sleutel] = diagnose
    return _Oordeel(index, Importuitkomst.VERWERKT, klant, diagnose)


def _fouten(h: Handeling, record: ImportRecord, klant: Klant, afgenomen_op: date) -> dict[str, str]:
    fouten = {}
    if record.persoon.geboortedatum not in (None, klant.geboortedatum):
        fouten["persoon.geboortedatum"] = _ANDERE_GEBOORTEDATUM
    if afgenomen_op > h.vandaag:
        fouten["afgenomenOp"] = _TOEKOMST
    if afgenomen_op < klant.geboortedatum:
        fouten["afgenomenOp"] = _VOOR_GEBOORTE
    return fouten


def _tellen(h: Handeling, oordelen: list[_Oordeel]) -> frozenset[UUID]:
    h.sessie.flush()
    klanten = {oordeel.klant.id for oordeel in oordelen if oordeel.klant and oordeel.diagnose}
    alle = (beeld for klant_id in klanten for beeld in beelden(h.sessie, klant_id).values())
    return frozenset(beeld.diagnose.id for beeld in alle if beeld.geldend)


def _uitkomst(oordeel: _Oordeel, tellen: frozenset[UUID]) -> dict[str, Any]:
    diagnose = oordeel.diagnose
    voor = f"records.{oordeel.index}"
    return {
        "index": oordeel.index,
        "uitkomst": oordeel.uitkomst.value,
        "klant_id": str(oordeel.klant.id) if oordeel.klant else None,
        "diagnose_id": str(diagnose.id) if diagnose else None,
        "geldend": diagnose.id in tellen if diagnose else None,
        "volledig": diagnose.volledig if diagnose else None,
        "fouten": [
            {"veld": voor if veld == "body" else f"{voor}.{veld}", "melding": melding}
            for veld, melding in oordeel.fouten.items()
        ],
    }


def _leg_vast(h: Handeling, oordeel: _Oordeel, tellen: frozenset[UUID]) -> None:
    diagnose, klant = oordeel.diagnose, oordeel.klant
    assert diagnose is not None
    assert klant is not None
    inhoud = {
        "instrument": diagnose.instrument,
        "afgenomenOp": diagnose.afgenomen_op,
        "volledig": diagnose.volledig,
        "geldend": diagnose.id in tellen,
        "importId": diagnose.import_id,
    }
    leg_vast(h, Soort.DIAGNOSE_ONTVANGEN, Eenmalig(diagnose.id), klant, inhoud)
    if diagnose.volledig:
        sluit_voorbereiding(h, klant, diagnose.instrument)
