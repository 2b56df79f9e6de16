"""One record of a delivery: checked against our own schema, and made ready to be copied into the staging."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from uuid_utils import uuid7

from app.db.diagnose.levering import DiagnoseImport
from app.domain.diagnose.feiten import Bevinding, DiagnoseFeiten
from app.domain.diagnose.volledigheid import toets_volledig
from app.domain.diagnose.waardeklasse import Rijfout, Waardeklasse
from app.domain.kern.leefgebied import Instrument, Leefgebied
from app.domain.kern.toets import niet_voldaan
from app.services.diagnose.bron.model import Regel
from app.services.diagnose.bron.openen import Bronkop
from app.services.diagnose.importschema import ImportRecord
from app.services.diagnose.rijfouten import GEEN_DAG, TOEKOMST, rijfouten
from app.services.diagnose.uitslagschema import Uitslaginhoud, Volledigheid

KEUR = TypeAdapter(ImportRecord)
_TOETSEN: TypeAdapter[list[Any]] = TypeAdapter(list[Any])
_KOP = {"persoon", "extern_kenmerk", "externe_versie", "afgenomen_op", "door"}
_ALLES = len(Leefgebied)


@dataclass(frozen=True)
class Kop:
    """What the records of a delivery have in common, and today: no result is of a day to come."""

    merk: str
    afgenomen_op: date | None
    door: str
    vandaag: date

    @classmethod
    def van(cls, levering: DiagnoseImport | Bronkop, vandaag: date) -> Kop:
        """Take it from the delivery."""
        merk = "\n".join(map(str, (levering.instrument, levering.instrumentnaam, levering.instrumentversie)))
        return cls(merk, levering.afgenomen_op, levering.door, vandaag)


class Goed(NamedTuple):
    """A record that fits the schema: where it stood, what was delivered, and its row for the staging.

    The model itself is not kept: thousands of them at once cost more than reading the few that are wanted again.
    """

    rij: int
    ruw: bytes
    klaar: tuple[Any, ...]
    eigen: bytes
    herstelt: UUID | None = None

    @property
    def bsn(self) -> str:
        """Whom it is about."""
        return str(self.klaar[1])

    @property
    def record(self) -> ImportRecord:
        """The record in our own schema."""
        return KEUR.validate_json(self.eigen)


class Fout(NamedTuple):
    """A record that does not fit: where it stood, what was delivered, and everything that is wrong with it."""

    rij: int
    ruw: bytes
    fouten: tuple[Rijfout, ...]
    herstelt: UUID | None = None


def keur_json(kop: Kop, rij: int, ruw: bytes) -> Goed | Fout:
    """Check a record that was delivered as JSON."""
    try:
        record = KEUR.validate_json(ruw)
    except ValidationError as fout:
        return Fout(rij, ruw, tuple(_onleesbaar(ruw) or rijfouten(fout)))
    return maak_klaar(kop, rij, ruw, record, ruw)


def keur_velden(kop: Kop, rij: int, ruw: bytes, velden: Any) -> Goed | Fout:
    """Check a record that was put together from JSON or columns."""
    try:
        record = KEUR.validate_python(velden)
    except ValidationError as fout:
        return Fout(rij, ruw, tuple(rijfouten(fout)))
    return maak_klaar(kop, rij, ruw, record)


def keur(kop: Kop, regel: Regel) -> Goed | Fout:
    """Check one record; what is wrong with its form and with its fields is told together."""
    if regel.velden is None and not regel.fouten:
        return keur_json(kop, regel.rij, regel.ruw)
    if regel.velden is None:
        return Fout(regel.rij, regel.ruw, regel.fouten, regel.herstelt)
    gekeurd = keur_velden(kop, regel.rij, regel.ruw, regel.velden)
    if isinstance(gekeurd, Goed):
        if not regel.fouten:
            return gekeurd._replace(herstelt=regel.herstelt)
        return Fout(regel.rij, regel.ruw, regel.fouten, regel.herstelt)
    bekend = {fout.veld for fout in regel.fouten}
    kolommen = regel.kolommen or {}
    extra = tuple(
        fout.model_copy(update={"kolom": kolommen.get(fout.veld)}) for fout in gekeurd.fouten if fout.veld not in bekend
    )
    return Fout(regel.rij, regel.ruw, regel.fouten + extra, regel.herstelt)


def maak_klaar(kop: Kop, rij: int, ruw: bytes, record: ImportRecord, eigen: bytes = b"") -> Goed | Fout:
    """Make the row for the staging, unless the day on which the result was taken cannot be.

    ``eigen`` is the record as JSON in our own schema, if it is there already.
    """
    afgenomen_op = record.afgenomen_op or kop.afgenomen_op
    if afgenomen_op is None or afgenomen_op > kop.vandaag:
        return Fout(rij, ruw, (GEEN_DAG if afgenomen_op is None else TOEKOMST,))
    door, inhoud = record.door or kop.door, inhoud_van(record)
    kenmerk, versie = record.extern_kenmerk, record.externe_versie
    delen = f"{kop.merk}\n{kenmerk}\n{versie}\n{afgenomen_op}\n{door}\n{inhoud}"
    toetsen = "[]" if len(record.bevindingen) == _ALLES else _TOETSEN.dump_json(toetsen_van(record)).decode()
    klaar = (
        rij,
        record.persoon.bsn,
        record.persoon.geboortedatum,
        afgenomen_op,
        door,
        kenmerk,
        versie,
        is_volledig(record),
        hashlib.sha256(delen.encode()).hexdigest(),
        inhoud,
        toetsen,
        str(uuid7()),
        str(uuid7()),
        str(uuid7()),
    )
    return Goed(rij, ruw, klaar, eigen or record.model_dump_json(by_alias=True, exclude_defaults=True).encode())


def inhoud_van(record: ImportRecord) -> str:
    """Return what is stored of a record, as JSON: without the person, and without what was not said."""
    return record.model_dump_json(by_alias=False, exclude=_KOP, exclude_defaults=True)


def is_volledig(inhoud: Uitslaginhoud) -> bool:
    """Tell whether a result is complete: the instrument says so, and every leefgebied has an entry or a reason."""
    return inhoud.volledigheid is Volledigheid.VOLLEDIG and len(inhoud.bevindingen) == _ALLES


def toetsen_van(inhoud: Uitslaginhoud) -> list[Any]:
    """Return the toetsen that are not met: one for each leefgebied on which nothing was said."""
    if len(inhoud.bevindingen) == _ALLES:
        return []
    bevindingen = {uitslag.onderwerp: Bevinding(inhoud="Er is een uitslag.") for uitslag in inhoud.bevindingen}
    feiten = DiagnoseFeiten(instrument=Instrument.DARIUZ_WEGWIJZER, bevindingen=bevindingen)
    return [toets.model_dump(mode="json") for toets in niet_voldaan(toets_volledig(feiten))]


def _onleesbaar(ruw: bytes) -> list[Rijfout]:
    try:
        ruw.decode()
    except UnicodeDecodeError:
        melding = "Lever deze regel in UTF-8; een teken erin is niet te lezen."
        return [Rijfout(veld="", klasse=Waardeklasse.ONLEESBAAR_TEKEN, melding=melding)]
    return []
