"""The outcome of an appointment: what it closes, what follows, and correcting it."""

from __future__ import annotations

from datetime import timedelta

from app.db import afspraak as db
from app.db.afspraak import Afspraak
from app.db.klant import Klant
from app.db.plan import plan_op
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.afspraak.kick_off import toets_individueel
from app.domain.agenda.soorten import Agendastatus
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.afspraak.bereiken import bied_tweede_gesprek_aan
from app.services.afspraak.gevolgen import neem_terug
from app.services.afspraak.kennismaking import vraag_tweede_deel
from app.services.afspraak.ketens import KLAAR, gevolg_van, trek_uitnodigingen_in, werk_keten_bij
from app.services.afspraak.kick_off import geef_handout, kick_off_regels_van
from app.services.afspraak.moment import dag_van
from app.services.agenda.boeken import sluit_punt
from app.services.begeleiding.begeleiden import start_eerste_weken
from app.services.blokkering.no_show import klant_kwam
from app.services.handeling import Handeling
from app.services.indeling.herziening import start_traject, stop_traject
from app.services.klantafspraak import vraag_herhaling
from app.services.machtiging.machtigen import vraag_machtiging
from app.services.plan.bewaking import rol_van, vraag_plan
from app.services.taak import Bestemming, maak_taak, sluit_taken_van_klant
from app.services.vastleggen import leg_vast

_KICK_OFF = {
    Presentie.VERSCHENEN: Soort.KICK_OFF_AANWEZIG,
    Presentie.AFGEMELD: Soort.KICK_OFF_AFGEMELD,
    Presentie.INDIVIDUEEL_VERVANGEN: Soort.KICK_OFF_INDIVIDUEEL_VERVANGEN,
    Presentie.NO_SHOW: Soort.KICK_OFF_NIET_VERSCHENEN,
}


_IN_AGENDA = {
    Presentie.VERSCHENEN: Agendastatus.VERSCHENEN,
    Presentie.AFGEMELD: Agendastatus.AFGEMELD,
    Presentie.INDIVIDUEEL_VERVANGEN: Agendastatus.VERVALLEN,
    Presentie.NO_SHOW: Agendastatus.NIET_VERSCHENEN,
}


def reden_ontbreekt(uitkomst: Presentie, reden: str | None) -> bool:
    """Tell whether the outcome needs a reason that is not there (DEV-KIC-507)."""
    if uitkomst is Presentie.AFGEMELD:
        return not reden
    return toets_individueel(uitkomst, reden).uitkomst is not Uitkomst.VOLDAAN


def leg_uitkomst_vast(h: Handeling, klant: Klant, afspraak: Afspraak, uitkomst: Presentie, reden: str | None) -> bool:
    """Record or correct the outcome of one appointment; tell whether anything changed.

    A correction takes the steps of the outcome before it back and does those of the new one, here and for later
    no-shows in the chain. Raises Conflict when a maatregelzaak that would lapse is decided already.
    """
    eerder = afspraak.uitkomst
    if (eerder, afspraak.reden) == (uitkomst, reden):
        return False
    afspraak.reden = reden
    afspraak.uitkomst_op = h.nu
    terug: tuple[str, ...] = ()
    if eerder is not uitkomst:
        if eerder is not None and eerder is not Presentie.NO_SHOW:
            neem_terug(h, afspraak)
        if eerder in KLAAR and klant.laatste_contact == afspraak.begint:
            klant.laatste_contact = db.laatste_komst(h.sessie, klant.id, afspraak.id)
        if eerder in KLAAR and afspraak.soort is AfspraakSoort.KICK_OFF:
            stop_traject(h, klant)
        afspraak.uitkomst = uitkomst
        sluit_punt(h, afspraak.id, _IN_AGENDA[uitkomst])
        terug = werk_keten_bij(h, klant, afspraak)
        _volg_op(h, klant, afspraak)
    leg_vast(h, _gebeurtenis(afspraak, eerder), afspraak, klant, _inhoud(afspraak, eerder, terug))
    return True


def _gebeurtenis(afspraak: Afspraak, eerder: Presentie | None) -> Soort:
    kick_off = afspraak.soort is AfspraakSoort.KICK_OFF
    if eerder is not None:
        return Soort.KICK_OFF_GECORRIGEERD if kick_off else Soort.AFSPRAAK_GECORRIGEERD
    assert afspraak.uitkomst is not None
    return _KICK_OFF[afspraak.uitkomst] if kick_off else Soort.AFSPRAAK_AFGEROND


def _inhoud(afspraak: Afspraak, eerder: Presentie | None, terug: tuple[str, ...]) -> dict[str, object]:
    """Return what the gebeurtenis tells: codes, numbers and ids."""
    gevolg = gevolg_van(afspraak)
    inhoud: dict[str, object] = {"soort": afspraak.soort, "uitkomst": afspraak.uitkomst}
    if afspraak.bijeenkomst_id:
        inhoud["bijeenkomstId"] = afspraak.bijeenkomst_id
    if eerder is not None:
        inhoud |= {"eerdereUitkomst": eerder, "teruggenomen": terug}
    if gevolg is not None:
        inhoud |= {"noShowNummer": gevolg.nummer, "stappen": gevolg.stappen, "aangehouden": gevolg.aangehouden}
    if afspraak.maatregelzaak_id:
        inhoud["maatregelzaakId"] = afspraak.maatregelzaak_id
    return inhoud


def _volg_op(h: Handeling, klant: Klant, afspraak: Afspraak) -> None:
    """Do what the outcome asks for when it is no no-show."""
    if afspraak.uitkomst in KLAAR:
        trek_uitnodigingen_in(h, afspraak)
        klant_kwam(h, klant, afspraak.keten_id)
        vraag_machtiging(h, klant, afspraak.id, afspraak.soort.value, rol_van(klant))
        klant.laatste_contact = max(afspraak.begint, klant.laatste_contact or afspraak.begint)
        _na_komst(h, klant, afspraak)
        vraag_herhaling(h, klant, afspraak.id)
    elif afspraak.uitkomst is Presentie.AFGEMELD and not _opvolger(h, afspraak):
        if afspraak.soort is AfspraakSoort.KICK_OFF:
            vraag_kick_off(h, klant, afspraak, "De klant heeft zich afgemeld voor de kick-off.")
        else:
            _vraag_afspraak(h, klant, afspraak)


def _opvolger(h: Handeling, afspraak: Afspraak) -> bool:
    """Tell whether the appointment was replaced already."""
    keten = db.keten(h.sessie, afspraak.keten_id)
    return any(deel.nummer > afspraak.nummer and deel.vervallen_op is None for deel in keten)


def _na_komst(h: Handeling, klant: Klant, afspraak: Afspraak) -> None:
    """Ask for the plan, or first for the kennismakingsgesprek in Faciliteren (DEV-KIC-003, DEV-KIC-506)."""
    if afspraak.soort is AfspraakSoort.AMBITIEGESPREK:
        bied_tweede_gesprek_aan(h, klant, afspraak)
    eerste = (AfspraakSoort.KICK_OFF, AfspraakSoort.KENNISMAKINGSGESPREK)
    if afspraak.soort not in eerste or vraag_tweede_deel(h, klant, afspraak):
        return
    daarna = False
    if afspraak.soort is AfspraakSoort.KICK_OFF:
        sluit_taken_van_klant(h, klant, "kick_off_plannen")
        start_traject(h, klant, dag_van(afspraak))
        daarna = _rond_kick_off_af(h, klant, afspraak)
    if daarna:
        norm = h.beleid.geldend(AfspraakBeleid, klant.gemeente, h.vandaag).beleid.kennismaking_na_kick_off_dagen
        voorstel = TaakVoorstel(
            soort="kennismaking_plannen",
            wat="Plan het kennismakingsgesprek in de week na de kick-off.",
            waarom="De klant heeft de kick-off gehad.",
            rol=rol_van(klant),
            grondslag=norm.grondslag,
            uiterste=dag_van(afspraak) + timedelta(days=norm.waarde),
        )
        maak_taak(h, voorstel, Bestemming(afspraak.id, klant))
    elif plan_op(h.sessie, klant.id, h.vandaag) is None:
        vraag_plan(h, klant, afspraak.id)


def _rond_kick_off_af(h: Handeling, klant: Klant, afspraak: Afspraak) -> bool:
    """Give the handout where there is one; tell whether a kennismaking comes next (DEV-DIG-024, DEV-DIG-034)."""
    regels = kick_off_regels_van(h, klant, afspraak)
    if regels is None:
        return False
    geef_handout(h, klant, afspraak, regels)
    start_eerste_weken(h, klant)
    return klant.klantgroep is Klantgroep.FACILITEREN or regels.waarde.kennismaking_daarna


def vraag_kick_off(h: Handeling, klant: Klant, afspraak: Afspraak, waarom: str) -> None:
    """Ask Team Ondersteuning to invite the klant to another kick-off."""
    norm = h.beleid.geldend(AfspraakBeleid, klant.gemeente, h.vandaag).beleid.opvolgen_werkdagen
    voorstel = TaakVoorstel(
        soort="kick_off_plannen",
        wat="Nodig de klant uit voor een andere kick-off.",
        waarom=waarom,
        rol=Rol.ADMINISTRATIE,
        grondslag=productenboek("3.3.1"),
        uiterste=tel_werkdagen(h.vandaag, norm.waarde),
    )
    maak_taak(h, voorstel, Bestemming(afspraak.id, klant))


def _vraag_afspraak(h: Handeling, klant: Klant, afspraak: Afspraak) -> None:
    norm = h.beleid.geldend(AfspraakBeleid, klant.gemeente, h.vandaag).beleid.opvolgen_werkdagen
    naam = afspraak.soort.replace("_", " ")
    voorstel = TaakVoorstel(
        soort="afspraak_plannen",
        wat=f"Maak een nieuwe afspraak voor het {naam}.",
        waarom="De klant heeft zich afgemeld.",
        rol=rol_van(klant),
        grondslag=productenboek("8"),
        uiterste=tel_werkdagen(h.vandaag, norm.waarde),
    )
    maak_taak(h, voorstel, Bestemming(afspraak.id, klant))
