"""Signing a plan puts a version in force; ending a plan takes it out of force."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db import plan as db
from app.db.beleidspakket import bewaar
from app.db.klant import Klant
from app.db.plan import Ondertekenaar, Plan, Planondertekening, Planstatus
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import Ondertekening, PlanSoort
from app.domain.plan.overleg import toets_definitief
from app.domain.plan.soort import routekaart_geldig_tot
from app.domain.plan.toetsen import doelen_later, toets_akkoord, toets_ondertekening, toets_plan
from app.domain.verplichting.einde import PLAN as ONTHEFFINGSPLAN
from app.services.bekonnected.bewaking import bewaak_routekaart
from app.services.handeling import Handeling
from app.services.plan.beeld import Planbeeld, beeld_van, feiten_van
from app.services.plan.bewaking import bewaak_plan, laat_vervallen
from app.services.plan.opdrachten import OndertekenOpdracht, PlaneindeOpdracht
from app.services.plan.opstellen import lopend_plan
from app.services.taak import Bestemming, maak_taak, sluit_taken_van_klant
from app.services.toekenning.plan import sluit_opgenomen
from app.services.vastleggen import leg_vast


def onderteken(h: Handeling, opdracht: OndertekenOpdracht, plan_id: UUID) -> Planbeeld:
    """Record the signature under the newest version (DEV-PVA-001, DEV-PVA-507).

    Raises Conflict for another version than the newest or one that was signed, Geweigerd for an incomplete plan.
    """
    plan, klant = lopend_plan(h, plan_id)
    _controleer(h, opdracht, plan)
    plan.verzuimregels_uitgereikt_op = opdracht.verzuimregels_uitgereikt_op or plan.verzuimregels_uitgereikt_op
    beleid = h.beleid.geldend(PlanBeleid, klant.gemeente, h.vandaag)
    toetsen = _toets(h, opdracht, plan, klant, beleid.beleid)
    bewaar(h.sessie, beleid, h.nu)
    h.sessie.add(_teken(h, opdracht, plan, toetsen, beleid))
    if opdracht.door is Ondertekenaar.KLANT:
        _laat_gelden(h, opdracht.datum, plan, klant, beleid.beleid)
        sluit_taken_van_klant(h, klant, ONTHEFFINGSPLAN, "plan_opstellen")
    inhoud = opdracht.model_dump(include={"wijze", "datum", "door"}) | {"versieNr": opdracht.versie_nr}
    leg_vast(h, Soort.PLAN_ONDERTEKEND, plan, klant, inhoud)
    return beeld_van(h, klant, [plan])[0]


def beeindig(h: Handeling, opdracht: PlaneindeOpdracht, plan_id: UUID) -> Planbeeld:
    """End a plan without a successor."""
    plan, klant = lopend_plan(h, plan_id)
    h.controleer_versie(plan)
    if opdracht.datum > h.vandaag:
        raise OngeldigeInvoer({"datum": "Deze dag ligt in de toekomst."})
    plan.reden_einde = opdracht.reden
    _sluit(plan, Planstatus.BEEINDIGD, opdracht.datum)
    laat_vervallen(h, plan)
    leg_vast(h, Soort.PLAN_BEEINDIGD, plan, klant, {"geldigTot": plan.geldig_tot})
    return beeld_van(h, klant, [plan])[0]


def _controleer(h: Handeling, opdracht: OndertekenOpdracht, plan: Plan) -> None:
    velden = {"datum": opdracht.datum, "verzuimregelsUitgereiktOp": opdracht.verzuimregels_uitgereikt_op}
    fout = {veld: "Deze dag ligt in de toekomst." for veld, dag in velden.items() if dag and dag > h.vandaag}
    if fout:
        raise OngeldigeInvoer(fout)
    if opdracht.versie_nr != plan.laatste_nr:
        raise Conflict(f"De nieuwste versie is {plan.laatste_nr}; alleen die kan worden ondertekend.", "andere_versie")
    tekens = db.ondertekeningen(h.sessie, [plan.id])
    if any(teken.versie_nr == opdracht.versie_nr and teken.door is opdracht.door for teken in tekens):
        raise Conflict(f"Versie {opdracht.versie_nr} is al ondertekend.", "al_ondertekend")


def _toets(
    h: Handeling, opdracht: OndertekenOpdracht, plan: Plan, klant: Klant, beleid: PlanBeleid
) -> tuple[Toets, ...]:
    feiten = feiten_van(h, klant, plan, db.versies(h.sessie, [plan.id])[0])
    al = any(t.versie_nr == plan.laatste_nr for t in db.ondertekeningen(h.sessie, [plan.id]))
    inhoud = toets_plan(feiten, beleid) if al else toets_definitief(feiten, beleid)
    teken = Ondertekening(wijze=opdracht.wijze, datum=opdracht.datum, bewijs=opdracht.bewijs)
    akkoord = toets_akkoord(feiten, opdracht.wijze, beleid)
    toetsen = (*inhoud, *toets_ondertekening(feiten, teken), akkoord)
    if not alle_voldaan(toetsen):
        raise Geweigerd("Dit plan kan nog niet worden ondertekend.", niet_voldaan(toetsen))
    return toetsen


def _teken(
    h: Handeling, opdracht: OndertekenOpdracht, plan: Plan, toetsen: tuple[Toets, ...], beleid: Versie[PlanBeleid]
) -> Planondertekening:
    return Planondertekening(
        id=uuid7(),
        organisatie=plan.organisatie,
        klant_id=plan.klant_id,
        plan_id=plan.id,
        **opdracht.model_dump(exclude={"verzuimregels_uitgereikt_op"}),
        vastgelegd_door=h.actor.medewerker_id,
        vastgelegd_op=h.nu,
        toetsen=[toets.model_dump(mode="json") for toets in toetsen],
        peildatum=h.vandaag,
        beleid_id=beleid.id,
        beleid_sha256=beleid.sha256,
        codeversie=CODEVERSIE,
    )


def _laat_gelden(h: Handeling, vanaf: date, plan: Plan, klant: Klant, beleid: PlanBeleid) -> None:
    """Put the newest version in force and replace the plan before it: one active plan per klant (DEV-PVA-001)."""
    for ander in db.plannen(h.sessie, klant.id):
        if ander.id != plan.id and ander.status is Planstatus.ACTIEF:
            _sluit(ander, Planstatus.VERVANGEN, vanaf)
            laat_vervallen(h, ander)
            leg_vast(h, Soort.PLAN_VERVANGEN, ander, klant, {"door": plan.id, "geldigTot": ander.geldig_tot})
    versie = db.versies(h.sessie, [plan.id])[0]
    plan.status = Planstatus.ACTIEF
    plan.evaluatiedatum = versie.evaluatiedatum
    plan.geldig_tot = routekaart_geldig_tot(vanaf, beleid) if plan.soort is PlanSoort.ROUTEKAART else None
    bewaak_plan(h, klant, plan, versie)
    if plan.soort is PlanSoort.ROUTEKAART:
        bewaak_routekaart(h, klant, vanaf)
    sluit_opgenomen(h, versie)
    if later := doelen_later(feiten_van(h, klant, plan, versie), beleid):
        maak_taak(h, later, Bestemming(plan.id, klant), vanaf=max(later.uiterste, h.vandaag))


def _sluit(plan: Plan, status: Planstatus, dag: date) -> None:
    plan.status = status
    plan.geldig_tot = min(dag, plan.geldig_tot) if plan.geldig_tot else dag
