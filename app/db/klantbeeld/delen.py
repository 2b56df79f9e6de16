"""The parts of a file: person, indelingen, plans, diagnoses, terms, and maatregelen with their besluiten."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ScalarSelect,
    Select,
    and_,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import aliased

from app.db.besluit import Bekendmaking, Besluit, Besluittoetsing, Opvolger, Opvolging
from app.db.diagnose.uitslag import Diagnose, telt_mee
from app.db.historie import Gebeurtenis
from app.db.indeling import Indeling
from app.db.klant import Klant, leesbaar
from app.db.klantbeeld.lezer import EIGEN, begin
from app.db.maatregel import Maatregelzaak
from app.db.organisatie import Medewerker
from app.db.plan import Ondertekenaar, Plan, Planondertekening, Planstatus, Planversie
from app.db.signaal.signaal import Signaal
from app.db.sjabloon import Sjabloon
from app.db.taak import LopendeTermijn, Termijnstatus
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Bereik
from app.domain.signaal.feiten import Signaalsoort

_KLANT = tuple(Klant.__table__.c)
_PERSOON = (Soort.KLANT_GEREGISTREERD.value, Soort.KLANT_GEWIJZIGD.value)


@cache
def persoon(bereik: Bereik) -> Select[Any]:
    """Return the klant with partner (if that dossier may be read too) and the names of the consulenten."""
    partner = (
        leesbaar(Sjabloon.van(bereik))
        .with_only_columns(Klant.id, Klant.voornamen, Klant.achternaam, Klant.geboortedatum, Klant.klantgroep)
        .subquery("partner")
    )
    consulent, inkomensconsulent = aliased(Medewerker), aliased(Medewerker)
    vraag: Select[Any] = leesbaar(Sjabloon.van(bereik)).where(Klant.id == EIGEN)
    vraag = vraag.with_only_columns(
        *_KLANT,
        *(kolom.label(f"partner_{naam}") for naam, kolom in partner.c.items() if naam != "id"),
        partner.c.id.label("partner_leesbaar"),
        consulent.naam.label("consulent_naam"),
        inkomensconsulent.naam.label("inkomensconsulent_naam"),
        _gewijzigd(Klant.id).label("gewijzigd_op"),
        _gewijzigd(Klant.partner_id).label("partner_gewijzigd_op"),
        _over_fraude().label("fraudegebeurtenissen"),
    ).select_from(Klant)
    vraag = vraag.outerjoin(partner, partner.c.id == Klant.partner_id)
    vraag = vraag.outerjoin(consulent, consulent.id == Klant.consulent_id)
    return vraag.outerjoin(inkomensconsulent, inkomensconsulent.id == Klant.inkomensconsulent_id)


def _gewijzigd(nummer: Any) -> ScalarSelect[datetime]:
    eigen = (Gebeurtenis.klant_id == nummer, Gebeurtenis.soort.in_(_PERSOON))
    return select(func.max(Gebeurtenis.tijdstip)).where(*eigen).correlate(Klant).scalar_subquery()


def _over_fraude() -> ScalarSelect[int]:
    """Count the gebeurtenissen about signals of fraud, which not everybody may know of."""
    vraag = select(func.count()).select_from(Signaal).join(Gebeurtenis, Gebeurtenis.onderwerp_id == Signaal.id)
    eigen = (Signaal.klant_id == Klant.id, Gebeurtenis.klant_id == Klant.id, Signaal.soort == Signaalsoort.FRAUDE)
    return vraag.where(*eigen).correlate(Klant).scalar_subquery()


@cache
def indelingen(bereik: Bereik) -> Select[Any]:
    """Return the indelingen, the latest first."""
    kolommen = (Indeling.id, Indeling.klantgroep, Indeling.van, Indeling.besloten_op, Indeling.corrigeert)
    nieuwste = (Indeling.van.desc(), Indeling.besloten_op.desc(), Indeling.id.desc())
    return begin(bereik, Indeling, *kolommen).order_by(*nieuwste)


@cache
def plannen(bereik: Bereik) -> Select[Any]:
    """Return the versions of plans that have not ended: those that the klant signed, and the newest; newest first."""
    getekend = and_(
        Planondertekening.plan_id == Planversie.plan_id,
        Planondertekening.versie_nr == Planversie.nr,
        Planondertekening.door == Ondertekenaar.KLANT,
    )
    vraag = (
        begin(bereik, Plan, Plan.id, Plan.soort, Plan.status, Plan.geldig_tot)
        .add_columns(Planversie.nr, Planversie.datum, Planversie.doelen, Planversie.verplichtingen)
        .add_columns(Planversie.evaluatiedatum, Planondertekening.datum.label("ondertekend_op"))
        .join(Planversie, Planversie.plan_id == Plan.id)
        .outerjoin(Planondertekening, getekend)
        .where(Plan.status.in_((Planstatus.CONCEPT, Planstatus.ACTIEF)))
        .where(or_(Planondertekening.id.is_not(None), Planversie.nr == Plan.laatste_nr))
    )
    return vraag.order_by(Plan.id.desc(), Planversie.nr.desc())


@cache
def diagnoses(bereik: Bereik) -> Select[Any]:
    """Return the result that counts of each instrument."""
    nieuwste = (Diagnose.afgenomen_op.desc(), Diagnose.ontvangen_op.desc(), Diagnose.id.desc())
    kolommen = (Diagnose.id, Diagnose.instrument, Diagnose.afgenomen_op, Diagnose.ontvangen_op)
    vraag = begin(bereik, Diagnose, *kolommen, Diagnose.inhoud["bevindingen"].label("bevindingen"))
    elk = (Diagnose.instrument, Diagnose.instrumentnaam)
    return vraag.where(telt_mee()).order_by(*elk, *nieuwste).ext(distinct_on(*elk))


@cache
def termijnen(bereik: Bereik) -> Select[Any]:
    """Return the terms that run, the first to end first."""
    termijn = LopendeTermijn
    uitleg = (termijn.uitleg[naam].label(naam) for naam in ("aard", "regel", "grondslag"))
    vraag = begin(bereik, termijn, termijn.id, termijn.soort, termijn.start, termijn.einde, *uitleg)
    vraag = vraag.add_columns(termijn.onderwerp_id).where(termijn.status == Termijnstatus.LOPEND)
    return vraag.order_by(termijn.einde, termijn.id)


@cache
def maatregelen(bereik: Bereik) -> Select[Any]:
    """Return every maatregelzaak with every besluit about it, and the besluiten about anything else, newest first."""
    zaak = begin(
        bereik,
        Maatregelzaak,
        Maatregelzaak.id.label("zaak_id"),
        Maatregelzaak.gedraging,
        Maatregelzaak.gedraging_datum,
        Maatregelzaak.status,
        Maatregelzaak.geopend_op,
    ).subquery("zaak")
    besluit = _besluiten(bereik).subquery("besluit")
    samen = zaak.join(besluit, besluit.c.onderwerp_id == zaak.c.zaak_id, full=True)
    vraag = select(*zaak.c, *besluit.c).select_from(samen)
    nieuwste = func.coalesce(besluit.c.genomen_op, zaak.c.geopend_op).desc()
    return vraag.order_by(nieuwste, zaak.c.zaak_id, besluit.c.besluit_id)


def _besluiten(bereik: Bereik) -> Select[Any]:
    kolommen = (Besluit.soort, Besluit.onderwerp_id, Besluit.dictum, Besluit.genomen_op)
    return (
        begin(bereik, Besluit, Besluit.id.label("besluit_id"), *kolommen)
        .add_columns(
            Besluit.beslissing["verlaging"].label("verlaging"),
            Besluittoetsing.akkoord,
            Bekendmaking.verzonden_op,
            Bekendmaking.bezwaartermijn["einde"].label("bezwaar_einde"),
            Opvolger.id.label("vervangen_door"),
            Opvolger.dictum.label("vervanger"),
        )
        .outerjoin(Besluittoetsing, Besluittoetsing.besluit_id == Besluit.id)
        .outerjoin(Bekendmaking, Bekendmaking.besluit_id == Besluit.id)
        .outerjoin(Opvolging, Opvolging.vervangt == Besluit.id)
        .outerjoin(Opvolger, Opvolger.id == Opvolging.besluit_id)
    )
