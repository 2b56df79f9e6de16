"""Klantbeeld: everything about one klant at once, one statement per part whatever the size of the file.

Every part starts from what the actor may read, and takes only the columns that are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    Row,
    ScalarSelect,
    Select,
    Text,
    Uuid,
    and_,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session, aliased

from app.db.afspraak import Afspraak
from app.db.besluit import Bekendmaking, Besluit, Besluittoetsing
from app.db.diagnose import Diagnose
from app.db.historie import Gebeurtenis
from app.db.indeling import Ambitiegesprek, Indeling
from app.db.intake.melding import Contactpoging, MeldingPersoon
from app.db.intake.screening import Screening, Screeningsresultaat, Screeningstatus
from app.db.klant import Klant, leesbaar
from app.db.maatregel import Maatregelstap, Maatregelzaak, Stapsoort
from app.db.organisatie import Medewerker
from app.db.plan import Ondertekenaar, Plan, Planondertekening, Planstatus, Planversie
from app.db.taak import LopendeTermijn, Termijnstatus
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Actor
from app.domain.kern.tijd import dag

_KLANT = tuple(Klant.__table__.c)
_PERSOON = (Soort.KLANT_GEREGISTREERD.value, Soort.KLANT_GEWIJZIGD.value)


@dataclass(frozen=True)
class Lezer:
    """Who reads the file of which klant, in which session."""

    sessie: Session
    actor: Actor
    klant_id: UUID

    def deel(self, tabel: Any, *kolommen: Any) -> Select[Any]:
        """Start from the rows of one table in the file of this klant, if that may be read."""
        vraag: Select[Any] = leesbaar(self.actor).where(Klant.id == self.klant_id).with_only_columns(*kolommen)
        return vraag.select_from(Klant).join(tabel, tabel.klant_id == Klant.id)


def persoon(lezer: Lezer) -> Row[Any] | None:
    """Return the klant with partner (if that dossier may be read too) and the names of the consulenten."""
    partner = (
        leesbaar(lezer.actor)
        .with_only_columns(Klant.id, Klant.voornamen, Klant.achternaam, Klant.geboortedatum, Klant.klantgroep)
        .subquery("partner")
    )
    consulent, inkomensconsulent = aliased(Medewerker), aliased(Medewerker)
    vraag: Select[Any] = leesbaar(lezer.actor).where(Klant.id == lezer.klant_id)
    vraag = vraag.with_only_columns(
        *_KLANT,
        *(kolom.label(f"partner_{naam}") for naam, kolom in partner.c.items() if naam != "id"),
        partner.c.id.label("partner_leesbaar"),
        consulent.naam.label("consulent_naam"),
        inkomensconsulent.naam.label("inkomensconsulent_naam"),
        _gewijzigd(Klant.id).label("gewijzigd_op"),
        _gewijzigd(Klant.partner_id).label("partner_gewijzigd_op"),
    ).select_from(Klant)
    vraag = vraag.outerjoin(partner, partner.c.id == Klant.partner_id)
    vraag = vraag.outerjoin(consulent, consulent.id == Klant.consulent_id)
    vraag = vraag.outerjoin(inkomensconsulent, inkomensconsulent.id == Klant.inkomensconsulent_id)
    return lezer.sessie.execute(vraag).one_or_none()


def _gewijzigd(nummer: Any) -> ScalarSelect[datetime]:
    eigen = (Gebeurtenis.klant_id == nummer, Gebeurtenis.soort.in_(_PERSOON))
    return select(func.max(Gebeurtenis.tijdstip)).where(*eigen).correlate(Klant).scalar_subquery()


def indelingen(lezer: Lezer) -> Sequence[Row[Any]]:
    """Return the indelingen, the latest first."""
    kolommen = (Indeling.id, Indeling.klantgroep, Indeling.van, Indeling.besloten_op, Indeling.corrigeert)
    nieuwste = (Indeling.van.desc(), Indeling.besloten_op.desc(), Indeling.id.desc())
    return lezer.sessie.execute(lezer.deel(Indeling, *kolommen).order_by(*nieuwste)).all()


def plannen(lezer: Lezer) -> Sequence[Row[Any]]:
    """Return the versions of plans that have not ended: those that the klant signed, and the newest; newest first."""
    getekend = and_(
        Planondertekening.plan_id == Planversie.plan_id,
        Planondertekening.versie_nr == Planversie.nr,
        Planondertekening.door == Ondertekenaar.KLANT,
    )
    vraag = (
        lezer.deel(Plan, Plan.id, Plan.soort, Plan.status, Plan.geldig_tot)
        .add_columns(Planversie.nr, Planversie.datum, Planversie.doelen, Planversie.verplichtingen)
        .add_columns(Planversie.evaluatiedatum, Planondertekening.datum.label("ondertekend_op"))
        .join(Planversie, Planversie.plan_id == Plan.id)
        .outerjoin(Planondertekening, getekend)
        .where(Plan.status.in_((Planstatus.CONCEPT, Planstatus.ACTIEF)))
        .where(or_(Planondertekening.id.is_not(None), Planversie.nr == Plan.laatste_nr))
    )
    return lezer.sessie.execute(vraag.order_by(Plan.id.desc(), Planversie.nr.desc())).all()


def diagnoses(lezer: Lezer) -> Sequence[Row[Any]]:
    """Return the result that counts of each instrument."""
    nieuwste = (Diagnose.afgenomen_op.desc(), Diagnose.ontvangen_op.desc(), Diagnose.id.desc())
    kolommen = (Diagnose.id, Diagnose.instrument, Diagnose.afgenomen_op, Diagnose.ontvangen_op)
    vraag = lezer.deel(Diagnose, *kolommen, Diagnose.inhoud["bevindingen"].label("bevindingen"))
    return lezer.sessie.execute(
        vraag.order_by(Diagnose.instrument, *nieuwste).ext(distinct_on(Diagnose.instrument))
    ).all()


def termijnen(lezer: Lezer) -> Sequence[Row[Any]]:
    """Return the terms that run, the first to end first."""
    termijn = LopendeTermijn
    uitleg = (termijn.uitleg[naam].label(naam) for naam in ("aard", "regel", "grondslag"))
    vraag = lezer.deel(termijn, termijn.id, termijn.soort, termijn.start, termijn.einde, *uitleg)
    vraag = vraag.add_columns(termijn.onderwerp_id).where(termijn.status == Termijnstatus.LOPEND)
    return lezer.sessie.execute(vraag.order_by(termijn.einde, termijn.id)).all()


def maatregelen(lezer: Lezer) -> Sequence[Row[Any]]:
    """Return every maatregelzaak with every besluit about it, and the besluiten about anything else, newest first."""
    zaak = lezer.deel(
        Maatregelzaak,
        Maatregelzaak.id.label("zaak_id"),
        Maatregelzaak.gedraging,
        Maatregelzaak.gedraging_datum,
        Maatregelzaak.status,
        Maatregelzaak.geopend_op,
    ).subquery("zaak")
    besluit = _besluiten(lezer).subquery("besluit")
    samen = zaak.join(besluit, besluit.c.onderwerp_id == zaak.c.zaak_id, full=True)
    vraag = select(*zaak.c, *besluit.c).select_from(samen)
    nieuwste = func.coalesce(besluit.c.genomen_op, zaak.c.geopend_op).desc()
    return lezer.sessie.execute(vraag.order_by(nieuwste, zaak.c.zaak_id, besluit.c.besluit_id)).all()


def _besluiten(lezer: Lezer) -> Select[Any]:
    kolommen = (Besluit.soort, Besluit.onderwerp_id, Besluit.dictum, Besluit.genomen_op)
    return (
        lezer.deel(Besluit, Besluit.id.label("besluit_id"), *kolommen)
        .add_columns(
            Besluit.beslissing["verlaging"].label("verlaging"),
            Besluittoetsing.akkoord,
            Bekendmaking.verzonden_op,
            Bekendmaking.bezwaartermijn["einde"].label("bezwaar_einde"),
        )
        .outerjoin(Besluittoetsing, Besluittoetsing.besluit_id == Besluit.id)
        .outerjoin(Bekendmaking, Bekendmaking.besluit_id == Besluit.id)
    )


def momenten(lezer: Lezer, nu: datetime, contact: datetime | None) -> Sequence[Row[Any]]:
    """Return the next appointment (``wat`` is ``volgende``), and what the last ``contact`` was (``contact``)."""
    eigen = leesbaar(lezer.actor).where(Klant.id == lezer.klant_id).with_only_columns(Klant.id).cte("eigen")
    takken = [_volgende_afspraak(eigen, nu), _volgende_screening(eigen, nu)]
    if contact is not None:
        takken += _contacten(eigen, contact)
    alle = union_all(*(select(tak.limit(1).subquery()) for tak in takken)).subquery("alle")
    vraag = select(*alle.c, Medewerker.naam.label("medewerker_naam"))
    vraag = vraag.outerjoin(Medewerker, Medewerker.id == alle.c.medewerker_id)
    return lezer.sessie.execute(vraag.order_by(alle.c.wat, alle.c.moment, alle.c.rang, alle.c.id)).all()


def _volgende_afspraak(eigen: CTE, nu: datetime) -> Select[Any]:
    kolommen = _moment("volgende", ("afspraak", 0), Afspraak.begint, Afspraak.id)
    plaats = (cast(Afspraak.soort, Text).label("soort"), Afspraak.locatie, Afspraak.medewerker_id)
    vraag: Select[Any] = select(*kolommen, *plaats).join(eigen, eigen.c.id == Afspraak.klant_id)
    vraag = vraag.where(Afspraak.begint >= nu, Afspraak.uitkomst.is_(None), Afspraak.vervallen_op.is_(None))
    return vraag.order_by(Afspraak.begint, Afspraak.id)


def _volgende_screening(eigen: CTE, nu: datetime) -> Select[Any]:
    soort = literal(AfspraakSoort.SCREENINGSGESPREK.value, Text).label("soort")
    kolommen = _moment("volgende", ("screening", 1), Screening.begin, Screening.id)
    vraag = select(*kolommen, soort, Screening.locatie, Screening.inkomensconsulent_id.label("medewerker_id"))
    vraag = _van_melding(eigen, vraag, Screening)
    vraag = vraag.where(Screening.status == Screeningstatus.GEPLAND, Screening.begin >= nu)
    return vraag.order_by(Screening.begin, Screening.id)


def _contacten(eigen: CTE, contact: datetime) -> list[Select[Any]]:
    """Look for what happened at the moment of the last contact, or on its day where only the day was recorded."""
    geen: dict[str, Any] = {"soort": Text, "locatie": Text, "medewerker_id": Uuid}

    def bron(soort: str, rang: int, nummer: Any) -> Select[Any]:
        leeg = (cast(null(), type_).label(naam) for naam, type_ in geen.items())
        return select(*_moment("contact", (soort, rang), literal(contact), nummer), *leeg)

    def zelf(soort: str, rang: int, tabel: Any) -> Select[Any]:
        return bron(soort, rang, tabel.id).join(eigen, eigen.c.id == tabel.klant_id)

    verschenen = and_(Afspraak.begint == contact, Afspraak.uitkomst == Presentie.VERSCHENEN)
    gescreend = _van_melding(eigen, bron("screening", 1, Screeningsresultaat.screening_id), Screeningsresultaat)
    gebeld = _van_melding(eigen, bron("contactpoging", 3, Contactpoging.id), Contactpoging)
    hoorgesprek = and_(Maatregelstap.datum == dag(contact), Maatregelstap.soort == Stapsoort.HOORGESPREK)
    return [
        zelf("afspraak", 0, Afspraak).where(verschenen),
        gescreend.where(Screeningsresultaat.einde == contact),
        zelf("ambitiegesprek", 2, Ambitiegesprek).where(Ambitiegesprek.datum == dag(contact)),
        gebeld.where(Contactpoging.tijdstip == contact, Contactpoging.bereikt),
        zelf("hoorgesprek", 4, Maatregelstap).where(hoorgesprek),
    ]


def _van_melding(eigen: CTE, vraag: Select[Any], tabel: Any) -> Select[Any]:
    """Join what belongs to a melding to the klanten whom the melding is about, the partner too."""
    vraag = vraag.join(MeldingPersoon, MeldingPersoon.melding_id == tabel.melding_id)
    return vraag.join(eigen, eigen.c.id == MeldingPersoon.klant_id)


def _moment(wat: str, bron: tuple[str, int], moment: Any, nummer: Any) -> tuple[Any, ...]:
    """Return the columns that every branch has; the second part of ``bron`` ranks branches of the same moment."""
    labels = {"wat": literal(wat), "bron": literal(bron[0]), "rang": literal(bron[1]), "moment": moment, "id": nummer}
    return tuple(kolom.label(naam) for naam, kolom in labels.items())
