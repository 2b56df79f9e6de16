"""The klanten behind the assumptions of the budget, counted per year; only numbers leave this file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, cast, func, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TEXT
from sqlalchemy.orm import Session, aliased

from app.db.afspraak import Afspraak
from app.db.agenda.punt import Agendapunt
from app.db.bekonnected.traject import Bekonnectedtraject
from app.db.indeling import Indeling
from app.db.intake.screening import Screeningsresultaat
from app.db.klant import Klant
from app.db.plan import Plan, Planversie
from app.db.sturing.cijfers import Kring
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.agenda.soorten import AgendaSoort, Agendastatus
from app.domain.bekonnected.soorten import Bekonnectedstatus
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.plan.feiten import PlanSoort

Momenten = tuple[datetime, datetime]
Dagen = tuple[date, date]


def _tel(sessie: Session, vraag: Select[Any]) -> int:
    return sessie.scalar(select(func.count()).select_from(vraag.distinct().subquery())) or 0


def dariuz(sessie: Session, kring: Kring, periode: Momenten) -> tuple[int, int]:
    """Count who was screened in the period for Dariuz, and of these who needs help with it."""
    persoon = func.jsonb_array_elements(Screeningsresultaat.personen, type_=JSONB).table_valued("value").lateral()
    waarde: Any = cast(persoon.c.value, JSONB)
    vraag = select(waarde["klant_id"].astext.label("wie")).select_from(Screeningsresultaat)
    vraag = vraag.join(Klant, Klant.id == Screeningsresultaat.klant_id).join(persoon, true())
    vraag = vraag.where(
        Screeningsresultaat.einde >= periode[0],
        Screeningsresultaat.einde < periode[1],
        waarde["instrument"].astext == Diagnoseinstrument.DARIUZ.value,
        *kring.klanten,
    )
    met_hulp = vraag.where(waarde["ondersteuning_nodig"].astext == "true")
    return _tel(sessie, vraag), _tel(sessie, met_hulp)


def netwerkgesprekken(sessie: Session, kring: Kring, periode: Momenten, rollen: Sequence[str]) -> tuple[int, int]:
    """Count the klanten of talks that went on with somebody in one of these roles, and the minutes of these talks."""
    met_netwerk = or_(
        Agendapunt.aanwezig.overlap(cast(list(rollen), ARRAY(TEXT))), Agendapunt.soort == AgendaSoort.BAD_GESPREK
    )
    duur = func.extract("epoch", Agendapunt.einde - Agendapunt.begin) / 60
    vraag = select(func.count(Agendapunt.klant_id.distinct()), func.coalesce(func.sum(duur), 0))
    vraag = vraag.join(Klant, Klant.id == Agendapunt.klant_id)
    vraag = vraag.where(Agendapunt.begin >= periode[0], Agendapunt.begin < periode[1], met_netwerk)
    vraag = vraag.where(Agendapunt.status == Agendastatus.VERSCHENEN, *kring.klanten)
    klanten, minuten = sessie.execute(vraag).one()
    return int(klanten), int(minuten)


def begeleiding(sessie: Session, kring: Kring, periode: Dagen) -> int:
    """Count whose first short plan, with which Begeleiding op Maat begins, was agreed in the period."""
    eerste = func.min(Planversie.datum)
    vraag = select(Plan.klant_id).join(Planversie, Planversie.plan_id == Plan.id).join(Klant, Klant.id == Plan.klant_id)
    vraag = vraag.where(Plan.soort == PlanSoort.KORT_PLAN, *kring.klanten).group_by(Plan.klant_id)
    return _tel(sessie, vraag.having(eerste >= periode[0], eerste < periode[1]))


def _instroom(kring: Kring, periode: Dagen, klantgroep: Klantgroep) -> Select[Any]:
    """Select who came into a klantgroep in the period, leaving out what was corrected."""
    herstel = aliased(Indeling)
    hersteld = select(herstel.id).where(herstel.corrigeert == Indeling.id).exists()
    nieuw = or_(Indeling.vorige.is_(None), Indeling.vorige != klantgroep)
    vraag = select(Indeling.klant_id).join(Klant, Klant.id == Indeling.klant_id)
    vraag = vraag.where(Indeling.klantgroep == klantgroep, nieuw, ~hersteld, *kring.klanten)
    return vraag.where(Indeling.van >= periode[0], Indeling.van < periode[1])


def instroom(sessie: Session, kring: Kring, periode: Dagen, klantgroep: Klantgroep) -> int:
    """Count who came into a klantgroep in the period."""
    return _tel(sessie, _instroom(kring, periode, klantgroep))


def matchen_met_bekonnected(sessie: Session, kring: Kring, periode: Dagen) -> int:
    """Count who came into Matchen in the period and began at BeKonnecteD since."""
    begonnen = select(Bekonnectedtraject.id).where(
        Bekonnectedtraject.klant_id == Indeling.klant_id,
        Bekonnectedtraject.begin >= Indeling.van,
        Bekonnectedtraject.status != Bekonnectedstatus.VERVALLEN,
    )
    return _tel(sessie, _instroom(kring, periode, Klantgroep.MATCHEN).where(begonnen.exists()))


def ambitiegesprekken(sessie: Session, kring: Kring, periode: Momenten, varianten: Sequence[str]) -> int:
    """Count the klanten with an ambitiegesprek that went on under one of these variants of the service."""
    vraag = select(Afspraak.klant_id).join(Klant, Klant.id == Afspraak.klant_id)
    vraag = vraag.where(Afspraak.begint >= periode[0], Afspraak.begint < periode[1])
    vraag = vraag.where(Afspraak.soort == AfspraakSoort.AMBITIEGESPREK, Afspraak.uitkomst == Presentie.VERSCHENEN)
    onder = Afspraak.varianten.overlap(cast(list(varianten), ARRAY(TEXT)))
    return _tel(sessie, vraag.where(onder, *kring.klanten))
