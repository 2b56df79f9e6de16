"""Drawing up a plan, and changing it: every change is a new version that the klant signs again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import plan as db
from app.db.klant import Klant
from app.db.plan import Plan, Planstatus, Planversie
from app.domain.gesprek.leefgebied import LeefgebiedBeleid
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.plan.feiten import TAALDOELEN, Auteur
from app.domain.plan.soort import is_gewijzigd
from app.services.handeling import Handeling
from app.services.plan.beeld import Planbeeld, beeld_van, feiten_van, klantgroep_van
from app.services.plan.bewaking import vraag_handtekening
from app.services.plan.gesprek import controleer_gesprek, vraag_brief
from app.services.plan.opdrachten import PlaninhoudOpdracht, PlanOpdracht, PlanversieOpdracht
from app.services.plan.sociale_kaart import fouten_instanties
from app.services.taak import sluit_taken_van_klant
from app.services.toekenning.plan import fouten_toekenningen
from app.services.vastleggen import leg_vast

EERSTE = 1


def maak_plan(h: Handeling, opdracht: PlanOpdracht, klant_id: UUID) -> Planbeeld:
    """Draw up a concept (DEV-PVA-001, DEV-PVA-501). Raises Conflict while another concept waits for a signature."""
    klant = h.klant(klant_id)
    controleer_doelen(h, klant, opdracht)
    controleer_datums(h, opdracht)
    eerdere = db.plannen(h.sessie, klant.id)
    if any(plan.status is Planstatus.CONCEPT for plan in eerdere):
        raise Conflict("Er is al een concept voor deze klant; werk dat bij met een nieuwe versie.", "plan_in_concept")
    plan = Plan(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=opdracht.soort,
        status=Planstatus.CONCEPT,
        laatste_nr=EERSTE,
        verzuimregels_uitgereikt_op=opdracht.verzuimregels_uitgereikt_op
        or next((eerder.verzuimregels_uitgereikt_op for eerder in eerdere if eerder.verzuimregels_uitgereikt_op), None),
        versie=0,
    )
    h.sessie.add(plan)
    h.sessie.flush()
    versie = _leg_versie(h, plan, opdracht, "Nieuw plan")
    leg_vast(h, Soort.PLAN_OPGESTELD, plan, klant, {"soort": plan.soort, **_inhoud(versie)})
    _zet_taken(h, klant, plan, versie)
    return beeld_van(h, klant, [plan])[0]


def voeg_versie_toe(h: Handeling, opdracht: PlanversieOpdracht, plan_id: UUID) -> Planbeeld:
    """Change a plan. The version that was signed stays in force until the klant signs the new one.

    Raises Conflict when the plan has ended or when nothing differs (DEV-PVA-505).
    """
    plan, klant = lopend_plan(h, plan_id)
    h.controleer_versie(plan)
    controleer_doelen(h, klant, opdracht)
    controleer_datums(h, opdracht)
    controleer_gesprek(h, klant, opdracht.gesprek_id)
    oud = feiten_van(h, klant, plan, db.versies(h.sessie, [plan.id])[0])
    plan.laatste_nr += 1
    versie = _leg_versie(h, plan, opdracht, opdracht.aanleiding)
    if not is_gewijzigd(oud, feiten_van(h, klant, plan, versie)):
        raise Conflict("Deze versie is gelijk aan de vorige; er is niets gewijzigd.", "plan_ongewijzigd")
    plan.verzuimregels_uitgereikt_op = opdracht.verzuimregels_uitgereikt_op or plan.verzuimregels_uitgereikt_op
    leg_vast(h, Soort.PLAN_GEWIJZIGD, plan, klant, _inhoud(versie))
    vraag_brief(h, klant, versie)
    _zet_taken(h, klant, plan, versie)
    return beeld_van(h, klant, [plan])[0]


def _zet_taken(h: Handeling, klant: Klant, plan: Plan, versie: Planversie) -> None:
    """Ask for the signature; what the klant writes at home is a draft to talk about (DEV-PVA-506)."""
    if versie.auteur is Auteur.KLANT and plan.status is Planstatus.CONCEPT:
        return
    sluit_taken_van_klant(h, klant, "plan_opstellen")
    vraag_handtekening(h, klant, plan)


def lopend_plan(h: Handeling, plan_id: UUID) -> tuple[Plan, Klant]:
    """Find a plan that can still change, with its klant locked.

    Raises NietGevonden, or Conflict for a plan that was replaced or ended.
    """
    plan = db.plan(h.sessie, h.actor, plan_id)
    if plan is None:
        raise NietGevonden("Dit plan is niet gevonden.")
    klant = h.klant(plan.klant_id)
    h.sessie.refresh(plan)
    if plan.status not in (Planstatus.CONCEPT, Planstatus.ACTIEF):
        raise Conflict(f"Dit plan is {plan.status.value}; maak een nieuw plan.", "plan_afgesloten")
    return plan, klant


def controleer_datums(h: Handeling, opdracht: PlaninhoudOpdracht) -> None:
    """Refuse days in the future for what has already happened."""
    velden = {"datum": opdracht.datum, "verzuimregelsUitgereiktOp": opdracht.verzuimregels_uitgereikt_op}
    velden["overlegOp"] = opdracht.overleg_op
    fout = {veld: "Deze dag ligt in de toekomst." for veld, dag in velden.items() if dag and dag > h.vandaag}
    if fout:
        raise OngeldigeInvoer(fout)


def controleer_doelen(h: Handeling, klant: Klant, opdracht: PlaninhoudOpdracht) -> None:
    """Refuse a label that the municipality does not name for the klantgroep or leefgebied (DEV-KGR-506, DEV-KGR-507).

    A label is free to give (DEV-DIA-513); one that is given must mean something.
    """
    groep = klantgroep_van(klant)
    beleid = h.beleid.geldend(LeefgebiedBeleid, klant.gemeente, opdracht.datum or h.vandaag).beleid
    fouten = fouten_instanties(h, klant, opdracht.doelen, opdracht.datum or h.vandaag)
    fouten |= fouten_toekenningen(h, klant, opdracht.doelen)
    for nummer, doel in enumerate(opdracht.doelen):
        vast = beleid.doelcodes(groep) | TAALDOELEN
        if doel.doeltype is not None and doel.doeltype not in vast:
            goed = ", ".join(sorted(vast))
            fouten[f"doelen.{nummer}.doeltype"] = f"Kies een van: {goed}."
        if vreemd := sorted(set(doel.beoogde_effecten) - beleid.effectcodes(doel.leefgebieden)):
            fouten[f"doelen.{nummer}.beoogdeEffecten"] = f"Hoort niet bij het leefgebied: {', '.join(vreemd)}."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _leg_versie(h: Handeling, plan: Plan, opdracht: PlaninhoudOpdracht, aanleiding: str) -> Planversie:
    versie = Planversie(
        id=uuid7(),
        organisatie=plan.organisatie,
        klant_id=plan.klant_id,
        plan_id=plan.id,
        nr=plan.laatste_nr,
        doelen=[doel.model_dump(mode="json") for doel in opdracht.doelen],
        verplichtingen=list(dict.fromkeys(code.value for code in opdracht.verplichtingen)),
        evaluatiedatum=opdracht.evaluatiedatum,
        auteur=opdracht.auteur,
        opsteller_id=h.actor.medewerker_id,
        datum=opdracht.datum or h.vandaag,
        aanleiding=aanleiding,
        vastgelegd_op=h.nu,
        **opdracht.model_dump(include={"overleg_op", "wijze_van_bereiken", "eigen_rol"}),
        gesprek_id=getattr(opdracht, "gesprek_id", None),
    )
    h.sessie.add(versie)
    return versie


def _inhoud(versie: Planversie) -> dict[str, Any]:
    """Return what the gebeurtenis tells: numbers, codes and dates, no words of the klant."""
    return {
        "versieNr": versie.nr,
        "doelen": len(versie.doelen),
        "verplichtingen": versie.verplichtingen,
        "evaluatiedatum": versie.evaluatiedatum,
    }
