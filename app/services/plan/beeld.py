"""A plan as it is shown: versions, signatures, what is missing before it can be signed, and warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from app.db import afspraak as afspraken
from app.db import indeling as indelingen
from app.db import plan as db
from app.db.klant import Klant
from app.db.plan import Ondertekenaar, Plan, Planondertekening, Planversie
from app.domain.afspraak.feiten import AfspraakSoort, KickOffVorm
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leeftijd import jonger_dan
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import Doel, PlanFeiten
from app.domain.plan.overleg import toets_definitief
from app.domain.plan.toetsen import toets_taaleis, waarschuwingen
from app.domain.plan.verplichting import Verplichting
from app.services.handeling import Handeling
from app.services.plan.sociale_kaart import Hulpvraag, hulpvragen
from app.services.taaleis.dossier import taalvraag
from app.services.toekenning.activering import plan_verplicht_niet


@dataclass(frozen=True)
class Planbeeld:
    """One plan; ``ontbreekt`` holds the conditions that its newest version, if unsigned, does not meet yet."""

    plan: Plan
    regime: str
    versies: Sequence[Planversie]
    ondertekeningen: Sequence[Planondertekening]
    ontbreekt: tuple[Toets, ...]
    waarschuwingen: tuple[Toets, ...]
    financiele_stress: dict[str, Any] | None
    hulpvragen: Sequence[Hulpvraag]


def klantgroep_van(klant: Klant) -> Klantgroep:
    """Return the klantgroep; raise Conflict as long as there is none."""
    if klant.klantgroep is None:
        raise Conflict("Deel de klant eerst in een klantgroep in; daarna kan er een plan komen.", "nog_niet_ingedeeld")
    return klant.klantgroep


def feiten_van(h: Handeling, klant: Klant, plan: Plan, versie: Planversie) -> PlanFeiten:
    """Return the facts of one version, for the klant as indeled now."""
    jong = h.beleid.geldend(IndelingBeleid, klant.gemeente, versie.datum).beleid.jongere_tot_leeftijd
    return PlanFeiten(
        soort=plan.soort,
        klantgroep=klantgroep_van(klant),
        jongere=jonger_dan(klant.geboortedatum, jong.waarde, versie.datum),
        opgesteld_op=versie.datum,
        auteur=versie.auteur,
        doelen=tuple(Doel.model_validate(doel) for doel in versie.doelen),
        verplichtingen=tuple(versie.verplichtingen),
        evaluatie_op=versie.evaluatiedatum,
        verzuimregels_uitgereikt_op=plan.verzuimregels_uitgereikt_op,
        kick_off_op_afstand=_op_afstand(h, klant),
        taaleis=taalvraag(h, klant),
        alleen_vrijwillige_activering=Verplichting.VOORZIENING.value in versie.verplichtingen
        and plan_verplicht_niet(h, klant, versie.datum),
        overleg_op=versie.overleg_op,
        wijze_van_bereiken=versie.wijze_van_bereiken,
        eigen_rol=versie.eigen_rol,
    )


def _op_afstand(h: Handeling, klant: Klant) -> bool:
    """Tell whether the klant followed the kick-off online or by telephone (DEV-DIG-026)."""
    kick_off = afspraken.laatste(h.sessie, klant.id, AfspraakSoort.KICK_OFF)
    return kick_off is not None and kick_off.vorm in (KickOffVorm.ONLINE, KickOffVorm.TELEFONISCH)


def beeld_van(h: Handeling, klant: Klant, plannen: Sequence[Plan]) -> list[Planbeeld]:
    """Show plans of one klant, with three queries however many there are."""
    h.sessie.flush()
    nummers = [plan.id for plan in plannen]
    versies, tekens = db.versies(h.sessie, nummers), db.ondertekeningen(h.sessie, nummers)
    beelden = [_beeld(h, klant, plan, versies, tekens) for plan in plannen]
    gesprekken = indelingen.gesprekken(h.sessie, klant.id)
    return [_met_gesprek(beeld, klant, gesprekken[0].inhoud if gesprekken else {}) for beeld in beelden]


def _met_gesprek(beeld: Planbeeld, klant: Klant, gesprek: dict[str, Any]) -> Planbeeld:
    """Carry over what the ambitiegesprek showed: stress about money, and whether the language was asked about."""
    taal = ("jaren_nederlandstalig_onderwijs", "inburgering_voltooid", "inburgering_voltooid_op", "taaleis")
    beoordeeld = any(gesprek.get(feit) is not None for feit in taal)
    extra = toets_taaleis(klantgroep_van(klant), beoordeeld=beoordeeld)
    stress = gesprek.get("financiele_stress")
    return replace(beeld, waarschuwingen=(*beeld.waarschuwingen, *extra), financiele_stress=stress)


def _beeld(
    h: Handeling, klant: Klant, plan: Plan, alle_versies: list[Planversie], alle_tekens: list[Planondertekening]
) -> Planbeeld:
    versies = [versie for versie in alle_versies if versie.plan_id == plan.id]
    tekens = [teken for teken in alle_tekens if teken.plan_id == plan.id]
    beleid = h.beleid.geldend(PlanBeleid, klant.gemeente, h.vandaag).beleid
    feiten = feiten_van(h, klant, plan, versies[0])
    getekend = any(t.versie_nr == plan.laatste_nr and t.door is Ondertekenaar.KLANT for t in tekens)
    ontbreekt = () if getekend else niet_voldaan(toets_definitief(feiten, beleid))
    hulp = hulpvragen(h, klant, plan, versies[0])
    return Planbeeld(plan, klant.regime.value, versies, tekens, ontbreekt, waarschuwingen(feiten, beleid), None, hulp)


def bekijk(h: Handeling, plan_id: UUID) -> Planbeeld:
    """Show one plan. Raises NietGevonden when this actor may not know of it."""
    plan = db.plan(h.sessie, h.actor, plan_id)
    if plan is None:
        raise NietGevonden("Dit plan is niet gevonden.")
    return beeld_van(h, h.klant(plan.klant_id, vergrendel=False), [plan])[0]


def bekijk_alle(h: Handeling, klant_id: UUID) -> list[Planbeeld]:
    """Show all plans of a klant, newest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return beeld_van(h, klant, db.plannen(h.sessie, klant.id))
