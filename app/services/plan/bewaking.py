"""What is watched around a plan: the signature, the evaluation, and the end of a routekaart."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.db.klant import Klant
from app.db.plan import Plan, Planversie
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek, pw
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import beleidstermijn_dagen
from app.domain.kern.werkdagen import EEN_DAG, tel_werkdagen, tel_werkdagen_terug
from app.domain.plan.beleid import PlanBeleid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen

_MET_WERKCONSULENT = frozenset({Klantgroep.MATCHEN, Klantgroep.GROEIEN})


def rol_van(klant: Klant) -> Rol:
    """Return who works on the plan: the werkconsulent in Matchen and Groeien, else the inkomensconsulent."""
    return Rol.WERKCONSULENT if klant.klantgroep in _MET_WERKCONSULENT else Rol.INKOMENSCONSULENT


def vraag_plan(h: Handeling, klant: Klant, onderwerp_id: UUID) -> None:
    """Ask for a plan after ``onderwerp_id``, the kick-off or the kennismakingsgesprek (DEV-KIC-003, DEV-KGR-515)."""
    norm = h.beleid.geldend(PlanBeleid, klant.gemeente, h.vandaag).beleid.ondertekenen_werkdagen
    voorstel = TaakVoorstel(
        soort="plan_opstellen",
        wat="Maak met de klant een plan van aanpak.",
        waarom="In elke fase hoort een plan van aanpak.",
        rol=rol_van(klant),
        grondslag=pw("44a"),
        uiterste=tel_werkdagen(h.vandaag, norm.waarde),
    )
    maak_taak(h, voorstel, Bestemming(onderwerp_id, klant))


def vraag_handtekening(h: Handeling, klant: Klant, plan: Plan) -> None:
    """Ask for the klant's signature under the newest version; the request for an older one lapses."""
    sluit_taken(h, plan.id, "plan_ondertekenen", status=Taakstatus.VERVALLEN)
    norm = h.beleid.geldend(PlanBeleid, klant.gemeente, h.vandaag).beleid.ondertekenen_werkdagen
    voorstel = TaakVoorstel(
        soort="plan_ondertekenen",
        wat=f"Laat de klant versie {plan.laatste_nr} van het plan van aanpak ondertekenen.",
        waarom="Een versie gaat pas gelden als de klant haar heeft ondertekend.",
        rol=rol_van(klant),
        grondslag=norm.grondslag,
        uiterste=tel_werkdagen(h.vandaag, norm.waarde),
    )
    maak_taak(h, voorstel, Bestemming(plan.id, klant))


def bewaak_plan(h: Handeling, klant: Klant, plan: Plan, versie: Planversie) -> None:
    """Watch what the version now in force asks for; what was watched for the version before is done."""
    sluit_taken(h, plan.id, "plan_ondertekenen", "plan_evalueren", "plan_opvolgen")
    sluit_termijnen(h, plan.id, "plan_evaluatie")
    beleid = h.beleid.geldend(PlanBeleid, klant.gemeente, h.vandaag).beleid
    vooraf = beleid.aankondiging_werkdagen.waarde
    if versie.evaluatiedatum:
        dagen = (versie.evaluatiedatum - versie.datum).days
        bewaak(h, beleidstermijn_dagen("plan_evaluatie", pw("44a"), versie.datum, dagen), klant, plan.id)
        _taak_evaluatie(h, klant, plan, versie.evaluatiedatum, vooraf)
    if plan.geldig_tot:
        _taak_opvolger(h, klant, plan, plan.geldig_tot - EEN_DAG, vooraf)


def laat_vervallen(h: Handeling, plan: Plan) -> None:
    """Stop watching a plan that was replaced or has ended."""
    sluit_taken(h, plan.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, plan.id, status=Termijnstatus.VERVALLEN)


def _taak_evaluatie(h: Handeling, klant: Klant, plan: Plan, dag: date, vooraf: int) -> None:
    voorstel = TaakVoorstel(
        soort="plan_evalueren",
        wat="Evalueer het plan van aanpak samen met de klant en leg een nieuwe evaluatiedatum vast.",
        waarom=f"De evaluatie is afgesproken voor {datum_voluit(dag)}.",
        rol=rol_van(klant),
        grondslag=pw("44a"),
        uiterste=dag,
    )
    maak_taak(h, voorstel, Bestemming(plan.id, klant), vanaf=tel_werkdagen_terug(dag, vooraf))


def _taak_opvolger(h: Handeling, klant: Klant, plan: Plan, laatste: date, vooraf: int) -> None:
    voorstel = TaakVoorstel(
        soort="plan_opvolgen",
        wat="Maak het plan dat op de routekaart volgt.",
        waarom=f"De routekaart geldt tot en met {datum_voluit(laatste)}.",
        rol=rol_van(klant),
        grondslag=productenboek("3.3.1"),
        uiterste=laatste,
    )
    maak_taak(h, voorstel, Bestemming(plan.id, klant), vanaf=tel_werkdagen_terug(laatste, vooraf))
