"""One chunk of a delivery in the database, staged already: matched and stored by whole sets.

What is read of klanten starts, as everywhere, from what the actor may read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Text,
    Uuid,
    and_,
    case,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import Session, aliased

from app.db import klant as klanten
from app.db.diagnose.levering import DiagnoseImport
from app.db.diagnose.staging import TEL_OORDEEL, brok, oordeel
from app.db.diagnose.uitslag import Diagnose, DiagnoseIntrekking, telt_mee
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


def beoordeel(sessie: Session, actor: Actor, levering: DiagnoseImport) -> None:
    """Lock the klanten of the chunk and say of each record what becomes of it.

    That is verwerkt, ongewijzigd, niet_gevonden, or geweigerd with the names of its ``fouten``. The locks are taken in
    the order of the id, so that nobody waits in a ring.
    """
    bedoeld = klanten.leesbaar(actor).where(Klant.bsn.in_(select(brok.c.bsn)))
    slot = bedoeld.with_only_columns(Klant.id).order_by(Klant.id).with_for_update(of=Klant).subquery()
    sessie.execute(select(func.count()).select_from(slot))
    gevonden = _gevonden(actor, levering).subquery()
    fout = func.cardinality(gevonden.c.fouten) > 0
    zelfde = (gevonden.c.klant_id, gevonden.c.afdruk, fout)
    eerder = func.row_number().over(partition_by=zelfde, order_by=gevonden.c.rij) > 1
    uitkomst = case(
        (gevonden.c.klant_id.is_(None), literal("niet_gevonden")),
        (fout, literal("geweigerd")),
        (or_(gevonden.c.bekend, eerder), literal("ongewijzigd")),
        else_=literal("verwerkt"),
    )
    bron = select(gevonden.c.rij, gevonden.c.klant_id, uitkomst, gevonden.c.fouten)
    sessie.execute(insert(oordeel).from_select(["rij", "klant_id", "uitkomst", "fouten"], bron))
    sessie.execute(TEL_OORDEEL)


def _gevonden(actor: Actor, levering: DiagnoseImport) -> Select[Any]:
    """Put beside each record its klant, what is wrong for that klant, and whether the same is known already."""
    klant = klanten.leesbaar(actor).with_only_columns(Klant.id, Klant.bsn, Klant.geboortedatum).subquery("k")
    bekend = exists().where(Diagnose.klant_id == klant.c.id, Diagnose.afdruk == brok.c.afdruk)
    redenen = {
        "geboortedatum": brok.c.geboortedatum != klant.c.geboortedatum,
        "voor_geboorte": brok.c.afgenomen_op < klant.c.geboortedatum,
        "kenmerk": _kenmerk_van_ander(klant.c.id, levering),
    }
    fouten = array([case((waar, literal(naam, Text))) for naam, waar in redenen.items()])
    return select(
        brok.c.rij,
        klant.c.id.label("klant_id"),
        func.array_remove(fouten, None).label("fouten"),
        brok.c.afdruk,
        bekend.label("bekend"),
    ).select_from(brok.outerjoin(klant, klant.c.bsn == brok.c.bsn))


def _kenmerk_van_ander(klant_id: Any, levering: DiagnoseImport) -> ColumnElement[bool]:
    """Tell whether the kenmerk of a record belongs to somebody else, in the store or earlier in the chunk."""
    eigenaar = func.first_value(klant_id).over(partition_by=brok.c.extern_kenmerk, order_by=brok.c.rij)
    elders = exists().where(
        Diagnose.organisatie == levering.organisatie,
        Diagnose.instrument == levering.instrument,
        Diagnose.extern_kenmerk == brok.c.extern_kenmerk,
        Diagnose.klant_id != klant_id,
        ~exists().where(DiagnoseIntrekking.diagnose_id == Diagnose.id),
    )
    return and_(brok.c.extern_kenmerk.is_not(None), or_(eigenaar != klant_id, elders))


def nieuwe() -> Select[Any]:
    """Select the records that are stored, as ``brok`` with ``klant_id``."""
    return (
        select(oordeel.c.klant_id)
        .select_from(brok.join(oordeel, oordeel.c.rij == brok.c.rij))
        .where(oordeel.c.uitkomst == "verwerkt")
    )


def volledig() -> ColumnElement[bool]:
    """Keep of ``nieuwe`` only those that are complete."""
    return brok.c.volledig


def bewaar(sessie: Session, levering: DiagnoseImport, nu: datetime, door: UUID) -> None:
    """Store every record that is new for its klant."""
    vast: dict[str, Any] = {
        "organisatie": levering.organisatie,
        "instrument": levering.instrument,
        "instrumentnaam": levering.instrumentnaam,
        "instrumentversie": levering.instrumentversie,
        "import_id": levering.id,
        "ontvangen_op": nu,
        "ontvangen_door": door,
    }
    eigen = ("afgenomen_op", "door", "extern_kenmerk", "externe_versie", "volledig", "afdruk", "inhoud", "toetsen")
    waarden = [literal(waarde, Diagnose.__table__.c[naam].type) for naam, waarde in vast.items()]
    bron = nieuwe().add_columns(brok.c.diagnose_id, *(brok.c[naam] for naam in eigen), *waarden).order_by(brok.c.rij)
    sessie.execute(insert(Diagnose).from_select(["klant_id", "id", *eigen, *vast], bron))


def reeks(levering: DiagnoseImport) -> Select[Any]:
    """Select the gebeurtenis of each record that was stored, as ``leg_reeks_vast`` wants them."""
    inhoud = func.jsonb_build_object(
        *("instrument", literal(levering.instrument.value, Text)),
        *("afgenomenOp", brok.c.afgenomen_op),
        *("volledig", brok.c.volledig),
        *("geldend", case((_enige(), true()), else_=geldt(levering, oordeel.c.klant_id, brok.c.diagnose_id))),
        *("importId", literal(levering.id, Uuid)),
    )
    return nieuwe().add_columns(
        brok.c.gebeurtenis_id,
        brok.c.verwerking_id,
        brok.c.diagnose_id.label("onderwerp_id"),
        inhoud.label("inhoud"),
        brok.c.rij.label("volgorde"),
    )


def _enige() -> ColumnElement[bool]:
    andere = aliased(Diagnose)
    return ~exists().where(andere.klant_id == oordeel.c.klant_id, andere.id != brok.c.diagnose_id)


def geldt(levering: DiagnoseImport, klant_id: Any, diagnose_id: Any) -> ColumnElement[bool]:
    """Tell whether a result is the one that counts for its instrument."""
    nieuwste = (
        select(Diagnose.id)
        .where(
            Diagnose.klant_id == klant_id,
            Diagnose.instrument == levering.instrument,
            Diagnose.instrumentnaam.is_not_distinct_from(levering.instrumentnaam),
            telt_mee(),
        )
        .order_by(Diagnose.afgenomen_op.desc(), Diagnose.ontvangen_op.desc(), Diagnose.id.desc())
        .limit(1)
    )
    return func.coalesce(diagnose_id == nieuwste.correlate(brok, oordeel).scalar_subquery(), false())


def gezien() -> Select[Any]:
    """Select the klanten that were found and of whom nothing was stored, each with an id for the log."""
    gelezen = oordeel.c.uitkomst.in_(("ongewijzigd", "geweigerd")) & oordeel.c.klant_id.is_not(None)
    samen = brok.join(oordeel, oordeel.c.rij == brok.c.rij)
    return select(oordeel.c.klant_id, brok.c.verwerking_id).select_from(samen).where(gelezen)


def telling(sessie: Session) -> dict[str, int]:
    """Count the outcomes."""
    gevonden = sessie.execute(select(oordeel.c.uitkomst, func.count().label("aantal")).group_by(oordeel.c.uitkomst))
    return {rij.uitkomst: rij.aantal for rij in gevonden.all()}


def geweigerden(sessie: Session) -> Sequence[Row[Any]]:
    """Return the records that are not stored, with why."""
    weg = oordeel.c.uitkomst.in_(("geweigerd", "niet_gevonden"))
    return sessie.execute(select(oordeel).where(weg).order_by(oordeel.c.rij)).all()


def uitkomsten(sessie: Session, levering: DiagnoseImport) -> Sequence[Row[Any]]:
    """Return of every record what became of it, with the result that it is or was."""
    rij = aliased(Diagnose)
    telt = geldt(levering, oordeel.c.klant_id, rij.id)
    samen = brok.join(oordeel, oordeel.c.rij == brok.c.rij)
    er_is = oordeel.c.uitkomst.in_(("verwerkt", "ongewijzigd"))
    zelfde = and_(er_is, rij.klant_id == oordeel.c.klant_id, rij.afdruk == brok.c.afdruk)
    vraag = select(*oordeel.c, rij.id.label("diagnose_id"), rij.volledig, telt.label("geldend"))
    return sessie.execute(vraag.select_from(samen.outerjoin(rij, zelfde)).order_by(oordeel.c.rij)).all()
