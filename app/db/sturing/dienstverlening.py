"""The cases behind the numbers of the service: terms, the flow between klantgroepen, and handhaving."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.db.afspraak import Afspraak
from app.db.besluit import Besluit, Besluittoetsing
from app.db.indeling import Indeling
from app.db.intake.melding import MeldingPersoon
from app.db.intake.screening import Screeningsresultaat, Screeningsverslag
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak
from app.db.sturing.cijfers import Kring
from app.db.taak import LopendeTermijn, Termijnstatus
from app.domain.afspraak.feiten import AfspraakSoort

Rijen = Sequence[Any]


def _klantgroep_op(voor: date) -> Any:
    """Select the klantgroep of a klant on the day before ``voor``, leaving out what was corrected."""
    return _laatste_indeling(voor, Indeling.klantgroep)


def _laatste_indeling(voor: date, kolom: Any) -> Any:
    herstel = aliased(Indeling)
    hersteld = exists().where(herstel.corrigeert == Indeling.id)
    vraag = select(kolom).where(Indeling.klant_id == Klant.id, Indeling.van < voor, ~hersteld)
    nieuwste = (Indeling.van.desc(), Indeling.besloten_op.desc(), Indeling.id.desc())
    return vraag.order_by(*nieuwste).limit(1).correlate(Klant).scalar_subquery()


def termijnen(sessie: Session, kring: Kring, periode: tuple[date, date], soorten: Sequence[str]) -> Rijen:
    """Return the terms of these kinds whose last day lies in ``[van, tot)``, unless they lapsed."""
    termijn = LopendeTermijn
    vraag = select(termijn.soort, termijn.einde, termijn.status, termijn.afgerond_op)
    vraag = vraag.add_columns(_klantgroep_op(periode[1]).label("klantgroep")).join(Klant, Klant.id == termijn.klant_id)
    vraag = vraag.where(termijn.soort.in_(soorten), termijn.status != Termijnstatus.VERVALLEN, *kring.klanten)
    return sessie.execute(vraag.where(termijn.einde >= periode[0], termijn.einde < periode[1])).all()


def rapportages(sessie: Session, kring: Kring, periode: tuple[datetime, datetime], tot: date) -> Rijen:
    """Return per screening whose report was due in the period whether there was one in time; ``tot`` as a day."""
    op_tijd = exists().where(Screeningsverslag.screening_id == Screeningsresultaat.screening_id)
    op_tijd = op_tijd.where(Screeningsverslag.op_tijd)
    vraag = select(op_tijd.label("op_tijd"), _klantgroep_op(tot).label("klantgroep"))
    vraag = vraag.select_from(Screeningsresultaat).join(Klant, Klant.id == Screeningsresultaat.klant_id)
    uiterlijk = Screeningsresultaat.rapportage_uiterlijk
    return sessie.execute(vraag.where(uiterlijk >= periode[0], uiterlijk < periode[1], *kring.klanten)).all()


def inkomensafspraken(sessie: Session, kring: Kring, periode: tuple[datetime, datetime], tot: date) -> Rijen:
    """Return the first income appointments after a screening that were in the period, with that screening's end."""
    screening = (
        select(func.max(Screeningsresultaat.einde))
        .join(MeldingPersoon, MeldingPersoon.melding_id == Screeningsresultaat.melding_id)
        .where(MeldingPersoon.klant_id == Afspraak.klant_id, Screeningsresultaat.einde <= Afspraak.begint)
        .correlate(Afspraak)
        .scalar_subquery()
    )
    eerder = aliased(Afspraak)
    niet_eerste = exists().where(
        eerder.klant_id == Afspraak.klant_id,
        eerder.soort == AfspraakSoort.AFSPRAAK_INKOMEN,
        eerder.vervallen_op.is_(None),
        eerder.begint >= screening,
        eerder.begint < Afspraak.begint,
    )
    vraag = select(Afspraak.begint, screening.label("screening"), Klant.gemeente)
    vraag = vraag.add_columns(_klantgroep_op(tot).label("klantgroep"))
    vraag = vraag.join(Klant, Klant.id == Afspraak.klant_id)
    geldig = and_(Afspraak.soort == AfspraakSoort.AFSPRAAK_INKOMEN, Afspraak.vervallen_op.is_(None))
    in_periode = and_(Afspraak.begint >= periode[0], Afspraak.begint < periode[1])
    return sessie.execute(vraag.where(geldig, in_periode, screening.is_not(None), ~niet_eerste, *kring.klanten)).all()


def verblijven(sessie: Session, kring: Kring, periode: tuple[date, date]) -> Rijen:
    """Return the klantgroep of every klant at the begin and the end of a period, and since when the latter."""
    begin, einde = _klantgroep_op(periode[0]).label("begin"), _klantgroep_op(periode[1]).label("einde")
    sinds = _laatste_indeling(periode[1], Indeling.van).label("sinds")
    binnen: Select[Any] = select(begin, einde, sinds).select_from(Klant).where(*kring.klanten)
    deel = binnen.subquery("deel")
    return sessie.execute(select(deel).where(deel.c.einde.is_not(None))).all()


def besluiten(sessie: Session, kring: Kring, periode: tuple[datetime, datetime], soort: str) -> Rijen:
    """Return the besluiten of a kind that were taken in a period and not rejected, one for each zaak: the last."""
    later = aliased(Besluit)
    opnieuw = exists().where(later.onderwerp_id == Besluit.onderwerp_id, later.soort == soort)
    opnieuw = opnieuw.where(later.genomen_op > Besluit.genomen_op, later.genomen_op < periode[1])
    vraag = select(Maatregelzaak.gedraging, Maatregelzaak.geopend_op, Besluit.dictum, Besluit.genomen_op)
    vraag = vraag.join(Maatregelzaak, Maatregelzaak.id == Besluit.onderwerp_id)
    vraag = vraag.join(Klant, Klant.id == Besluit.klant_id)
    vraag = vraag.outerjoin(Besluittoetsing, Besluittoetsing.besluit_id == Besluit.id)
    staat = or_(Besluittoetsing.akkoord.is_(None), Besluittoetsing.akkoord)
    in_periode = and_(Besluit.genomen_op >= periode[0], Besluit.genomen_op < periode[1])
    return sessie.execute(vraag.where(Besluit.soort == soort, in_periode, staat, ~opnieuw, *kring.klanten)).all()
