"""One chunk of a delivery, in the transaction of the handling: good records are stored, the others set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, insert
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.diagnose import brok as db
from app.db.diagnose import levering as importen
from app.db.diagnose.levering import Afkeursoort, DiagnoseAfgekeurd, DiagnoseImport
from app.db.diagnose.staging import zet_klaar
from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.diagnose.waardeklasse import Rijfout
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.gebeurtenis import Soort
from app.services.diagnose.afronding import sluit_voorbereidingen
from app.services.diagnose.record import Fout, Goed
from app.services.diagnose.rijfouten import GEEN_KLANT, IN_DOSSIER
from app.services.handeling import Handeling
from app.services.vastleggen import leg_reeks_vast, log_reeks

RUW_HOOGSTENS = 65_536
"""Bytes that are kept of a record that was set aside; what is longer is told of, and must be delivered again."""

ZONDER_BELEID_DAGEN = 7
"""How long a record that was set aside is kept where the municipality laid nothing down."""


@dataclass(frozen=True)
class Brok:
    """Records of a delivery that are taken together, in the order of the file; ``gezet``: they are staged already."""

    goed: Sequence[Goed]
    fout: Sequence[Fout]
    gezet: bool = False


def verwerk_brok(h: Handeling, levering: DiagnoseImport, brok: Brok) -> dict[int, Row[Any]]:
    """Take in a chunk (DEV-DIA-001, DEV-DIA-008); return what the dossiers said against records, by row.

    The klanten are locked together. The same record again changes nothing; what is wrong is set aside with its faults.
    The counts of the delivery move along.
    """
    bron = _bron(h, levering)
    levering.geweigerd += len(brok.fout)
    if not brok.gezet:
        zet_goede_klaar(h.sessie, brok.goed)
    telling, weg = _neem_klare_in(h, levering) if brok.goed else ({}, {})
    for uitkomst, aantal in telling.items():
        setattr(levering, uitkomst, getattr(levering, uitkomst) + aantal)
    _keur_af(h, levering, brok, weg)
    if bron is not None:
        _neem_terug(h, bron, brok, weg)
    return weg


def neem_in(h: Handeling, levering: DiagnoseImport, goed: Sequence[Goed]) -> tuple[dict[str, int], dict[int, Row[Any]]]:
    """Store the records that are new for their klant; return the outcomes, and what was refused by row."""
    zet_goede_klaar(h.sessie, goed)
    return _neem_klare_in(h, levering)


def zet_goede_klaar(sessie: Session, goed: Sequence[Goed]) -> None:
    """Stage records in the transaction that will take them in; that touches no dossier yet, and waits for nobody."""
    if goed:
        zet_klaar(sessie, (een.klaar for een in goed))


def _neem_klare_in(h: Handeling, levering: DiagnoseImport) -> tuple[dict[str, int], dict[int, Row[Any]]]:
    db.beoordeel(h.sessie, h.actor, levering)
    telling = db.telling(h.sessie)
    if telling.get("verwerkt"):
        db.bewaar(h.sessie, levering, h.nu, h.actor.medewerker_id)
        sluit_voorbereidingen(h, db.nieuwe(), levering.instrument)
        leg_reeks_vast(h, Soort.DIAGNOSE_ONTVANGEN, db.reeks(levering))
    log_reeks(h, db.gezien(), "gelezen")
    return telling, {rij.rij: rij for rij in db.geweigerden(h.sessie)}


def fouten_van(rij: Row[Any]) -> tuple[Rijfout, ...]:
    """Say what the dossiers have against a record."""
    return (GEEN_KLANT,) if rij.klant_id is None else tuple(IN_DOSSIER[naam] for naam in rij.fouten)


def _keur_af(h: Handeling, levering: DiagnoseImport, brok: Brok, weg: dict[int, Row[Any]]) -> None:
    paren: list[tuple[Goed | Fout, tuple[Rijfout, ...]]] = [(fout, fout.fouten) for fout in brok.fout]
    paren += [(goed, fouten_van(weg[goed.rij])) for goed in brok.goed if goed.rij in weg]
    if paren:
        vast = {
            "organisatie": levering.organisatie,
            "import_id": levering.id,
            "afgekeurd_op": h.nu,
            "bewaren_tot": h.vandaag + timedelta(days=_bewaardagen(h)),
        }
        h.sessie.execute(insert(DiagnoseAfgekeurd), [vast | _rij(record, fouten) for record, fouten in paren])


def _bewaardagen(h: Handeling) -> int:
    try:
        beleid = h.beleid.geldend(DiagnoseBeleid, h.actor.gemeenten[0], h.vandaag).beleid
    except BeleidOntbreekt:
        return ZONDER_BELEID_DAGEN
    return beleid.afgekeurd_bewaren_dagen.waarde


def _rij(record: Goed | Fout, fouten: tuple[Rijfout, ...]) -> dict[str, Any]:
    goed = record.record if isinstance(record, Goed) else None
    onbekend = fouten == (GEEN_KLANT,)
    return {
        "id": uuid7(),
        "rij": record.rij,
        "soort": Afkeursoort.NIET_GEVONDEN if onbekend else Afkeursoort.GEWEIGERD,
        "bsn": record.bsn if isinstance(record, Goed) and onbekend else None,
        "ruw": record.ruw[:RUW_HOOGSTENS],
        "record": goed.model_dump(mode="json", by_alias=True, exclude_defaults=True) if goed else None,
        "fouten": [fout.model_dump(mode="json", exclude_none=True) for fout in fouten],
    }


def _bron(h: Handeling, levering: DiagnoseImport) -> DiagnoseImport | None:
    """Lock the delivery that this one repairs, before any klant: always the newer one first."""
    if levering.herstelt_id is None:
        return None
    return importen.levering(h.sessie, levering.organisatie, levering.herstelt_id, vergrendel=True)


def _neem_terug(h: Handeling, bron: DiagnoseImport, brok: Brok, weg: dict[int, Row[Any]]) -> None:
    """Remove from the delivery that is repaired what came with this one, good or not."""
    goede = {goed.herstelt for goed in brok.goed if goed.rij not in weg}
    alle: list[Goed | Fout] = [*brok.goed, *brok.fout]
    oude = [record.herstelt for record in alle if record.herstelt is not None]
    if oude:
        bron.hersteld += len(importen.vergeet(h.sessie, bron.id, oude) & goede)
