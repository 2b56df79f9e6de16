"""Records that were set aside: looked into, repaired one by one or as a file, and matched when a person is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from app.db.diagnose import levering as db
from app.db.diagnose.levering import Afkeursoort, DiagnoseAfgekeurd, DiagnoseImport
from app.db.sessie import Sessies, transactie
from app.domain.beleid.register import Register
from app.domain.diagnose.waardeklasse import Waardeklasse
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.rollen import Actor
from app.services.diagnose.brok import fouten_van, neem_in
from app.services.diagnose.bron.herstelbestand import schrijf_herstelbestand
from app.services.diagnose.importschema import ImportRecord
from app.services.diagnose.leveringen import bekijk, mapping_van
from app.services.diagnose.record import KEUR, Fout, Kop, maak_klaar
from app.services.diagnose.rijfouten import GEEN_KLANT, IN_DOSSIER
from app.services.handeling import Handeling
from app.services.vastleggen import log_verwerking

BESTAND_HOOGSTENS = 10_000
PER_KEER = 100
DOEL = "Diagnose van de leefgebieden"
_GEEN = "Dit record is niet gevonden; misschien is het al hersteld of is de bewaartijd voorbij."


@dataclass(frozen=True)
class Hersteld:
    """What became of a record that was repaired."""

    uitkomst: str
    import_id: UUID


def afgekeurden(h: Handeling, import_id: UUID, na: UUID | None, aantal: int) -> Sequence[DiagnoseAfgekeurd]:
    """Return a page of what was set aside of a delivery. Raises NietGevonden."""
    bekijk(h, import_id)
    return db.afgekeurden(h.sessie, h.actor.organisatie, import_id, None, na, aantal)


def afgekeurde(h: Handeling, record_id: UUID) -> DiagnoseAfgekeurd:
    """Find a record that was set aside. Raises NietGevonden."""
    gevonden = db.afgekeurd(h.sessie, h.actor.organisatie, record_id)
    if gevonden is None:
        raise NietGevonden(_GEEN)
    rij: DiagnoseAfgekeurd = gevonden[0]
    return rij


def bekijk_record(h: Handeling, record_id: UUID) -> DiagnoseAfgekeurd:
    """Look into a record that was set aside; reading it is logged, though whose it is may not be known."""
    rij = afgekeurde(h, record_id)
    log_verwerking(h, [None], "gelezen")
    return rij


def onbekenden(h: Handeling, na: UUID | None, aantal: int) -> Sequence[DiagnoseAfgekeurd]:
    """Return a page of the records whose person is not known; each is logged as read."""
    rijen = db.afgekeurden(h.sessie, h.actor.organisatie, None, Afkeursoort.NIET_GEVONDEN, na, aantal)
    log_verwerking(h, [None] * len(rijen), "gelezen")
    return rijen


def herstel(h: Handeling, opdracht: ImportRecord | None, record_id: UUID) -> Hersteld:
    """Offer a record again, repaired or, when its person is known by now, as it was.

    Raises OngeldigeInvoer with what is still wrong; then nothing changes.
    """
    levering = bekijk(h, afgekeurde(h, record_id).import_id, vergrendel=True)
    gevonden = db.afgekeurd(h.sessie, h.actor.organisatie, record_id, vergrendel=True)
    if gevonden is None:
        raise NietGevonden(_GEEN)
    rij: DiagnoseAfgekeurd = gevonden[0]
    if opdracht is None and rij.record is None:
        raise OngeldigeInvoer({"body": "Stuur het herstelde record mee: dit record past niet in het schema."})
    record = opdracht or KEUR.validate_python(rij.record)
    klaar = maak_klaar(Kop.van(levering, h.vandaag), rij.rij, b"", record)
    if isinstance(klaar, Fout):
        raise OngeldigeInvoer({fout.veld: fout.melding for fout in klaar.fouten})
    telling, weg = neem_in(h, levering, [klaar])
    if weg:
        raise OngeldigeInvoer({fout.veld: fout.melding for fout in fouten_van(weg[rij.rij])})
    db.vergeet(h.sessie, levering.id, [rij.id])
    levering.hersteld += 1
    return Hersteld(next(iter(telling)), levering.id)


def herstelbestand(h: Handeling, import_id: UUID) -> tuple[DiagnoseImport, bytes]:
    """Write what was set aside of a delivery in the form in which it came, with what is wrong beside it."""
    levering = bekijk(h, import_id)
    rijen = db.afgekeurden(h.sessie, h.actor.organisatie, import_id, None, None, BESTAND_HOOGSTENS)
    log_verwerking(h, [None] * len(rijen), "gelezen")
    mapping = mapping_van(h.sessie, h.actor.organisatie, levering.mapping_id)
    return levering, schrijf_herstelbestand(levering, mapping, rijen)


def koppel_alsnog(sessies: Sessies, register: Register, actor: Actor, nu: datetime) -> int:
    """Offer records again whose person is known by now; one that is refused after all is set aside for that."""
    with transactie(sessies, actor) as sessie:
        bekend = db.nu_bekend(sessie, actor, PER_KEER)
    for record_id in bekend:
        try:
            with transactie(sessies, actor) as sessie:
                herstel(_handeling(sessie, register, actor, nu), None, record_id)
        except NietGevonden:
            continue
        except OngeldigeInvoer as fout:
            with transactie(sessies, actor) as sessie:
                _weiger(sessie, actor, record_id, fout.velden)
    return len(bekend)


def _handeling(sessie: Session, register: Register, actor: Actor, nu: datetime) -> Handeling:
    return Handeling(
        sessie=sessie,
        actor=actor,
        register=register,
        nu=nu,
        naam="herstelDiagnoserecord",
        doel=DOEL,
        correlatie_id=str(uuid7()),
    )


def _weiger(sessie: Session, actor: Actor, record_id: UUID, velden: Mapping[str, str]) -> None:
    gevonden = db.afgekeurd(sessie, actor.organisatie, record_id, vergrendel=True)
    if gevonden is not None:
        rij: DiagnoseAfgekeurd = gevonden[0]
        klassen = {fout.veld: fout.klasse for fout in (GEEN_KLANT, *IN_DOSSIER.values())}
        rij.soort, rij.bsn = Afkeursoort.GEWEIGERD, None
        rij.fouten = [
            {"veld": veld, "klasse": klassen.get(veld, Waardeklasse.WAARDE_KLOPT_NIET), "melding": melding}
            for veld, melding in velden.items()
        ]
