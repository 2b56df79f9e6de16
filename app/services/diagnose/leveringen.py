"""Deliveries: a small one is taken in at once, a file is kept for the worker; each can be followed and cancelled."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import insert
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.diagnose import brok as diagnose_brok
from app.db.diagnose import levering as db
from app.db.diagnose import mapping as mappings
from app.db.diagnose.levering import DiagnoseImport, DiagnoseImportInhoud, Importstaat, Importvorm
from app.domain.diagnose.mapping import KolomMapping
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.leefgebied import Instrument
from app.services.diagnose.brok import Brok, fouten_van, verwerk_brok
from app.services.diagnose.bron.inhoud import lees_stukken
from app.services.diagnose.bron.openen import Bronkop, keur_bestand
from app.services.diagnose.importschema import SCHEMA_VERSIE, Afgekeurd, DiagnoseImportOpdracht
from app.services.diagnose.record import Fout, Goed, Kop, maak_klaar
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import leg_vast

TOEKOMST = "Geef een datum die niet in de toekomst ligt."
KAAL = "Lever een JSON-object met `records`, of een bestand als NDJSON, CSV of XLSX."


class Bestandskop(Opdracht):
    """Wat voor alle uitslagen in een bestand geldt."""

    instrument: Instrument | None = Field(default=None, description="Verplicht bij een bestand.")
    instrumentnaam: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9 ._-]{1,59}$")] | None = Field(
        default=None, description="Alleen bij `ander`."
    )
    instrumentversie: Annotated[str, StringConstraints(pattern=r"^v?[0-9]{1,4}([.][0-9]{1,4}){0,3}$")] | None = None
    afgenomen_op: date | None = Field(default=None, description="Als de records zelf geen dag noemen.")
    mapping: UUID | None = Field(default=None, description="Mapping van de kolommen; zonder gelden onze eigen namen.")
    herstelt: UUID | None = Field(default=None, description="Levering waarvan dit het herstelbestand is.")
    opnieuw: bool = Field(default=False, description="Verwerk het bestand ook als het al eens is geleverd.")


class Aanlevering(BaseModel):
    """A file that was received: its form, size and hash, and where it stands for now."""

    model_config = ConfigDict(frozen=True)

    kop: Bestandskop
    vorm: Importvorm
    sha256: str
    grootte: int
    pad: Path = Field(exclude=True)


def importeer(h: Handeling, opdracht: DiagnoseImportOpdracht) -> DiagnoseImport:
    """Take in a small delivery in one transaction (DEV-DIA-001, DEV-DIA-008).

    The same record again changes nothing; a newer result takes the place of an older one, which stays in the history.
    """
    if opdracht.afgenomen_op > h.vandaag:
        raise OngeldigeInvoer({"afgenomenOp": TOEKOMST})
    velden = ("instrument", "instrumentnaam", "instrumentversie", "afgenomen_op", "door")
    kop = {veld: getattr(opdracht, veld) for veld in velden}
    levering = _levering(h, kop | {"vorm": Importvorm.JSON, "staat": Importstaat.KLAAR, "afgerond_op": h.nu})
    h.sessie.add(levering)
    h.sessie.flush()
    brok = _brok(opdracht, Kop.van(levering, h.vandaag))
    verwerk_brok(h, levering, brok)
    levering.rijen = len(opdracht.records)
    levering.uitkomsten = _uitkomsten(h, levering, brok)
    leg_vast(h, Soort.DIAGNOSE_IMPORT_AFGEROND, levering, None, telling(levering))
    return levering


def neem_aan(h: Handeling, opdracht: Aanlevering) -> DiagnoseImport:
    """Keep a file for the worker. Exactly the same file, delivered before in the same way, is not taken in again.

    Raises OngeldigeInvoer when the file as a whole cannot be read, or what must be known of it is missing.
    """
    kop = bronkop(h, opdracht)
    afdruk = hashlib.sha256(f"{opdracht.sha256}\n{kop.merk}".encode()).hexdigest()
    if not opdracht.kop.opnieuw and (eerder := db.met_afdruk(h.sessie, h.actor.organisatie, afdruk)) is not None:
        return eerder
    koppen = keur_bestand(opdracht.pad, opdracht.vorm, mapping_van(h.sessie, h.actor.organisatie, kop.mapping_id))
    vast = {"vorm": opdracht.vorm, "staat": Importstaat.ONTVANGEN, "grootte": opdracht.grootte, "koppen": koppen}
    levering = _levering(h, kop.levering() | vast | {"afdruk": afdruk})
    h.sessie.add(levering)
    h.sessie.flush()
    for nr, stuk in enumerate(lees_stukken(opdracht.pad)):
        rij = {"import_id": levering.id, "nr": nr, "organisatie": levering.organisatie, "stuk": stuk}
        h.sessie.execute(insert(DiagnoseImportInhoud), rij)
    inhoud = {"vorm": opdracht.vorm, "grootte": opdracht.grootte, "instrument": levering.instrument}
    leg_vast(h, Soort.DIAGNOSE_IMPORT_ONTVANGEN, levering, None, inhoud)
    return levering


def bekijk(h: Handeling, import_id: UUID, *, vergrendel: bool = False) -> DiagnoseImport:
    """Find a delivery. Raises NietGevonden."""
    gevonden = db.levering(h.sessie, h.actor.organisatie, import_id, vergrendel=vergrendel)
    if gevonden is None:
        raise NietGevonden("Deze levering is niet gevonden.")
    return gevonden


def annuleer(h: Handeling, import_id: UUID) -> DiagnoseImport:
    """Stop a delivery after the chunk that is under way; what was stored stays. Raises Conflict when it has ended."""
    levering = bekijk(h, import_id, vergrendel=True)
    if levering.staat not in db.OPEN:
        raise Conflict("Deze levering is al afgerond.", "levering_afgerond")
    rond_af(h, levering, Importstaat.GEANNULEERD)
    return levering


def rond_af(h: Handeling, levering: DiagnoseImport, staat: Importstaat, reden: str | None = None) -> None:
    """End a delivery, and forget what was delivered."""
    levering.staat = staat
    levering.reden = reden
    levering.afgerond_op = h.nu
    db.vergeet_inhoud(h.sessie, levering.id)
    leg_vast(h, Soort.DIAGNOSE_IMPORT_AFGEROND, levering, None, {"staat": staat} | telling(levering))


def telling(levering: DiagnoseImport) -> dict[str, int]:
    """Say how many records had which outcome."""
    return {naam: getattr(levering, naam) for naam in ("verwerkt", "ongewijzigd", "geweigerd", "niet_gevonden")}


def mapping_van(sessie: Session, organisatie: str, mapping_id: UUID | None) -> KolomMapping | None:
    """Return how the columns are read; None when they have our own names."""
    gevonden = mappings.mapping(sessie, organisatie, mapping_id) if mapping_id else None
    return KolomMapping.model_validate(gevonden.definitie) if gevonden else None


def bronkop(h: Handeling, opdracht: Aanlevering) -> Bronkop:
    """Say what holds for every record of a file. Raises OngeldigeInvoer for what is missing or cannot be."""
    kop = opdracht.kop
    bron = bekijk(h, kop.herstelt) if kop.herstelt else None
    gevraagd = Bronkop.van(kop.model_dump(), bron)
    fouten = gevraagd.fouten(h.vandaag)
    mapping = mapping_van(h.sessie, h.actor.organisatie, gevraagd.mapping_id)
    if gevraagd.mapping_id and (mapping is None or mapping.vorm.value != opdracht.vorm.value):
        fouten["mapping"] = "Noem een mapping die bestaat en bij de vorm van het bestand hoort."
    if fouten:
        raise OngeldigeInvoer(fouten)
    return gevraagd


def _levering(h: Handeling, velden: dict[str, Any]) -> DiagnoseImport:
    leeg = dict.fromkeys(("plek", "rijen", "verwerkt", "ongewijzigd", "geweigerd", "niet_gevonden", "hersteld"), 0)
    return DiagnoseImport(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        schema_versie=SCHEMA_VERSIE,
        uitkomsten=[],
        ontvangen_op=h.nu,
        ontvangen_door=h.actor.medewerker_id,
        rollen=sorted(h.actor.rollen),
        gemeenten=list(h.actor.gemeenten),
        correlatie_id=h.correlatie_id,
        versie=0,
        duur_ms=0,
        **leeg,
        **({"grootte": 0} | velden),
    )


def _brok(opdracht: DiagnoseImportOpdracht, kop: Kop) -> Brok:
    goed: list[Goed] = []
    fout: list[Fout] = []
    for rij, record in enumerate(opdracht.records, 1):
        if isinstance(record, Afgekeurd):
            fout.append(Fout(rij, record.ruw.encode(), record.fouten))
            continue
        klaar = maak_klaar(kop, rij, record.model_dump_json(by_alias=True, exclude_defaults=True).encode(), record)
        goed.append(klaar) if isinstance(klaar, Goed) else fout.append(klaar)
    return Brok(goed, fout)


def _uitkomsten(h: Handeling, levering: DiagnoseImport, brok: Brok) -> list[Any]:
    rijen = {rij.rij: rij for rij in diagnose_brok.uitkomsten(h.sessie, levering)} if brok.goed else {}
    regels = [
        {
            "index": nr - 1,
            "uitkomst": rij.uitkomst,
            "klant_id": str(rij.klant_id) if rij.klant_id else None,
            "diagnose_id": str(rij.diagnose_id) if rij.diagnose_id else None,
            "geldend": rij.geldend if rij.diagnose_id else None,
            "volledig": rij.volledig,
            "fouten": [] if rij.diagnose_id else [fout.model_dump(mode="json") for fout in fouten_van(rij)],
        }
        for nr, rij in rijen.items()
    ]
    leeg = dict.fromkeys(("klant_id", "diagnose_id", "geldend", "volledig"))
    regels += [
        leeg
        | {"index": fout.rij - 1, "uitkomst": "geweigerd"}
        | {"fouten": [een.model_dump(mode="json") for een in fout.fouten]}
        for fout in brok.fout
    ]
    return sorted(regels, key=lambda regel: int(str(regel["index"])))
