"""What is missing before a plan van aanpak can be signed, and what deserves a warning."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek, pw, verordening
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Feit, Toets
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import DUIDELIJKHEID, TAALDOEL, TAALPLICHT, Ondertekening, Ondertekenwijze, PlanFeiten
from app.domain.plan.soort import plansoorten
from app.domain.plan.verplichting import Verplichting

_PLAN = pw("44a")
_DOELEN = productenboek("bijlage 2")
_ZORGEN = productenboek("bijlage 2.6")
_ACTIVERING = verordening("5")
_DEELNAME = frozenset({Verplichting.VOORZIENING.value, Verplichting.WORKSHOPS.value})
_MET_PLICHTEN = frozenset({Klantgroep.MATCHEN, Klantgroep.GROEIEN})


def toets_plan(feiten: PlanFeiten, beleid: PlanBeleid) -> tuple[Toets, ...]:
    """Test what a plan needs before it can be signed."""
    return (
        toets_soort(feiten),
        toets_doelen(feiten),
        toets_leefgebieden(feiten),
        toets_acties(feiten),
        toets_verplichtingen(feiten),
        toets_vrije_deelname(feiten),
        toets_evaluatie(feiten),
        toets_verzuimregels(feiten, beleid),
        *toetsen_taaldoel(feiten),
        *toetsen_activering(feiten),
    )


def toets_soort(feiten: PlanFeiten) -> Toets:
    """Test that the kind of plan fits the phase (DEV-PVA-001)."""
    passend = tuple(sorted(plansoorten(feiten.klantgroep, feiten.jongere)))
    zin = f"Bij {feiten.klantgroep.capitalize()} hoort: {', '.join(passend).replace('_', ' ')}."
    return maak_toets("plansoort_past", feiten.soort in passend, productenboek("3.3.1"), {"soort": feiten.soort}, zin)


def toets_doelen(feiten: PlanFeiten) -> Toets:
    """Test that there is at least one goal (DEV-PVA-501)."""
    aantal = len(feiten.doelen)
    return maak_toets("doel_aanwezig", aantal > 0, _DOELEN, {"doelen": aantal}, "Het plan heeft ten minste één doel.")


def toets_leefgebieden(feiten: PlanFeiten) -> Toets:
    """Test that every goal is linked to a leefgebied (DEV-PVA-503)."""
    los = sum(not doel.leefgebieden for doel in feiten.doelen)
    zin = "Elk doel hoort bij ten minste één leefgebied."
    return maak_toets("doel_met_leefgebied", los == 0, _DOELEN, {"zonder_leefgebied": los}, zin)


def toets_acties(feiten: PlanFeiten) -> Toets:
    """Test that every goal has actions with who and when (DEV-PVA-501)."""
    open_ = sum(not doel.acties or any(not a.wie or a.uiterlijk is None for a in doel.acties) for doel in feiten.doelen)
    zin = "Elk doel heeft acties, met wie ze doet en wanneer ze klaar zijn."
    return maak_toets("doel_met_acties", open_ == 0, _DOELEN, {"niet_compleet": open_}, zin)


def toets_verplichtingen(feiten: PlanFeiten) -> Toets:
    """Test that the plan of a klant with a duty to work names its obligations."""
    nodig = feiten.klantgroep in _MET_PLICHTEN
    zin = "Het plan noemt de verplichtingen en wat er volgt als de klant ze niet nakomt."
    aantal = len(feiten.verplichtingen)
    return maak_toets("verplichtingen_genoemd", not nodig or aantal > 0, _PLAN, {"verplichtingen": aantal}, zin)


def toets_vrije_deelname(feiten: PlanFeiten) -> Toets:
    """Test that a klant in Zorgen is not made to take part, such as in vrijwilligerswerk (DEV-KGR-513)."""
    opgelegd = tuple(sorted(set(feiten.verplichtingen) & _DEELNAME)) if feiten.klantgroep is Klantgroep.ZORGEN else ()
    zin = "In Zorgen verplicht het plan de klant niet om mee te doen; als de klant dat wil, overweegt u een wissel."
    return maak_toets("deelname_vrijwillig", not opgelegd, _ZORGEN, {"verplichtingen": opgelegd}, zin)


def toets_evaluatie(feiten: PlanFeiten) -> Toets:
    """Test that an evaluation is planned after the day of the plan."""
    op = feiten.evaluatie_op
    zin = "Het plan noemt een datum, later dan die van het plan, waarop het samen wordt geëvalueerd."
    return maak_toets(
        "evaluatie_gepland", op is not None and op > feiten.opgesteld_op, _PLAN, {"evaluatie_op": op}, zin
    )


def toets_verzuimregels(feiten: PlanFeiten, beleid: PlanBeleid) -> Toets:
    """Test that Matchen and Groeien got the document Verzuimregels (DEV-PVA-507)."""
    norm = beleid.verzuimregels_klantgroepen
    op = feiten.verzuimregels_uitgereikt_op
    zin = "De klant heeft het document Verzuimregels gekregen."
    in_orde = feiten.klantgroep not in norm.waarde or op is not None
    return maak_toets("verzuimregels_uitgereikt", in_orde, norm.grondslag, {"uitgereikt_op": op}, zin)


def toetsen_taaldoel(feiten: PlanFeiten) -> tuple[Toets, ...]:
    """Test for the goal that the taaleis asks for: getting clarity, or learning (DEV-TAA-505, DEV-TAA-514).

    Only for whom ``taaleis`` says that something must be done; a goal to learn also brings clarity.
    """
    if feiten.taaleis is None:
        return ()
    soorten = {TAALDOEL} if feiten.taaleis == TAALPLICHT else {TAALDOEL, DUIDELIJKHEID}
    doelen = [doel for doel in feiten.doelen if doel.doeltype in soorten]
    zin = "Het plan heeft een doel voor de taaleis, met ten minste één activiteit."
    gezien: dict[str, Feit] = {"taaleis": feiten.taaleis, "taaldoelen": len(doelen)}
    in_orde = any(doel.acties for doel in doelen)
    return (maak_toets("taaldoel_in_plan", in_orde, productenboek("9"), gezien, zin),)


def toetsen_activering(feiten: PlanFeiten) -> tuple[Toets, ...]:
    """Refuse the obligation to use a voorziening where all there is, is sociale activering without it (DEV-VRZ-911).

    Without a chance of work at some time nobody can be obliged to it, so that no maatregel can rest on it either.
    """
    if not feiten.alleen_vrijwillige_activering or Verplichting.VOORZIENING.value not in feiten.verplichtingen:
        return ()
    zin = "Aan sociale activering doet de klant vrijwillig mee: haal de verplichting weg, of beoordeel bij de "
    zin += "toekenning of regulier werk op termijn mogelijk is. Zonder dat uitzicht kan niets verplicht zijn."
    return (maak_toets("activering_verplicht", False, _ACTIVERING, {"regel": "DEV-VRZ-911"}, zin),)


def toets_ondertekening(feiten: PlanFeiten, ondertekening: Ondertekening) -> tuple[Toets, ...]:
    """Test a signature: on paper or by e-mail, with its proof, not before the plan was made (DEV-KIC-003)."""
    grondslag = productenboek("3.3.1")
    op_tijd = ondertekening.datum >= feiten.opgesteld_op
    gezien: dict[str, Feit] = {"datum": ondertekening.datum, "wijze": ondertekening.wijze}
    zin = "De ondertekening ligt niet vóór de datum van deze versie."
    bewijs = "De scan of het e-mailbericht van de ondertekening is bij het plan gevoegd."
    return (
        maak_toets("ondertekend_na_opstellen", op_tijd, grondslag, gezien, zin),
        maak_toets("bewijs_ondertekening", bool(ondertekening.bewijs), grondslag, {}, bewijs),
    )


def toets_akkoord(feiten: PlanFeiten, wijze: Ondertekenwijze, beleid: PlanBeleid) -> Toets:
    """Test that a return mail replaces the signature only online or in a lockdown (DEV-DIG-026)."""
    norm = beleid.retourmail_akkoord
    in_orde = wijze is not Ondertekenwijze.RETOURMAIL or norm.waarde or feiten.kick_off_op_afstand
    zin = "Een retourmail vervangt de handtekening alleen na een kick-off op afstand of in een lockdown."
    gezien: dict[str, Feit] = {"wijze": wijze, "kick_off_op_afstand": feiten.kick_off_op_afstand}
    return maak_toets("akkoord_per_retourmail", in_orde, norm.grondslag, gezien, zin)


def doelen_later(feiten: PlanFeiten, beleid: PlanBeleid) -> TaakVoorstel | None:
    """Return the reminder to consider the other goals at the next doelmatigheidsgesprek (DEV-DIG-505)."""
    minimum, streef = beleid.faciliteren_minimum_doelen, beleid.faciliteren_streef_doelen
    if minimum is None or feiten.klantgroep is not Klantgroep.FACILITEREN or len(feiten.doelen) >= streef.waarde:
        return None
    return TaakVoorstel(
        soort="doelen_aanvullen",
        wat=f"Bekijk in het doelmatigheidsgesprek of er doelen bij kunnen; het streven is {streef.waarde}.",
        waarom=f"Het plan begon met {len(feiten.doelen)} in de tijdelijke werkwijze.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=minimum.grondslag,
        uiterste=feiten.evaluatie_op or plus_maanden(feiten.opgesteld_op, 12),
    )


def waarschuwingen(feiten: PlanFeiten, beleid: PlanBeleid) -> tuple[Toets, ...]:
    """Return the soft limits that are exceeded; they never refuse anything (DEV-PVA-502)."""
    aantal, gezien = len(feiten.doelen), {"doelen": len(feiten.doelen)}
    streef, hoogstens = beleid.faciliteren_streef_doelen, beleid.zorgen_max_doelen
    minimum = beleid.faciliteren_minimum_doelen
    genoeg = minimum is not None and minimum.waarde <= aantal <= streef.waarde
    if feiten.klantgroep is Klantgroep.FACILITEREN and aantal != streef.waarde and not genoeg:
        zin = f"Een plan voor Faciliteren heeft liefst {streef.waarde} doelen."
        return (maak_toets("aantal_doelen", False, streef.grondslag, gezien, zin),)
    if feiten.klantgroep is Klantgroep.ZORGEN and aantal > hoogstens.waarde:
        zin = f"Een plan voor Zorgen heeft liefst niet meer dan {hoogstens.waarde} verbeterpunten."
        return (maak_toets("aantal_doelen", False, hoogstens.grondslag, gezien, zin),)
    return ()


def toets_taaleis(klantgroep: Klantgroep, *, beoordeeld: bool) -> tuple[Toets, ...]:
    """Warn when nothing is known for the taaleis of a klant in Faciliteren (DEV-KGR-506)."""
    if klantgroep is not Klantgroep.FACILITEREN or beoordeeld:
        return ()
    zin = "Van elke klant in Faciliteren is nagegaan of de taaleis geldt."
    return (maak_toets("taaleis_beoordeeld", False, productenboek("5.2"), {}, zin),)
