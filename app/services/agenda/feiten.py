"""Facts for the rules of planning, read from the dossier."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.db import organisatie as organisaties
from app.db.agenda import inrichting
from app.db.agenda import punt as punten
from app.db.intake import screening as screeningen
from app.db.klant import Klant
from app.db.taak import Termijnstatus, laatste_termijn, open_taken_van_klant
from app.domain.agenda.kennismaking import KennismakingFeiten
from app.domain.agenda.overleg import DRIEGESPREK_SR
from app.domain.agenda.planregels import PlanFeiten, signalen_plannen, toetsen_plannen
from app.domain.agenda.soorten import AgendaSoort, Agendastatus, Dariuzhulp, Deelnemerrol, Gesprekskanaal
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, Uitkomst
from app.services.agenda.boeken import Boeking
from app.services.agenda.regels import agendabeleid
from app.services.handeling import Handeling
from app.services.incident.verboden import verboden_plek

_TERMIJN = {AgendaSoort.AMBITIEGESPREK: "ambitiegesprek", AgendaSoort.SCREENINGSGESPREK: "screeningsgesprek"}


def toetsen_planregels(h: Handeling, boeking: Boeking) -> tuple[list[Toets], list[Toets]]:
    """Return what must be met and what is only remarked; what cannot be known yet is left out."""
    feiten = planfeiten(h, boeking)
    beleid = agendabeleid(h, boeking.klanten[0].gemeente, dag(boeking.begin))
    toetsen = [toets for toets in toetsen_plannen(feiten, beleid) if toets.uitkomst is not Uitkomst.ONBEPAALD]
    if boeking.kanaal is Gesprekskanaal.FYSIEK:
        toetsen += verboden_plek(h, boeking.klanten, boeking.locatie, dag(boeking.begin))
    return toetsen, list(signalen_plannen(feiten, beleid))


def planfeiten(h: Handeling, boeking: Boeking) -> PlanFeiten:
    """Collect the facts of a conversation that is planned."""
    klant = boeking.klanten[0]
    kamer = inrichting.ruimte(h.sessie, h.actor.organisatie, boeking.ruimte_id) if boeking.ruimte_id else None
    hulpvorm = boeking.gegevens.get("hulpvorm")
    return PlanFeiten(
        soort=boeking.regel.soort,
        begin=boeking.blok.begin,
        einde=boeking.blok.einde,
        kanaal=boeking.kanaal,
        locatie=boeking.locatie,
        ruimte=kamer.soort if kamer else None,
        ruimte_beveiligd=bool(kamer and kamer.beveiligd),
        rollen=frozenset(deel.rol for deel in boeking.deelnemers),
        met_medewerker=bool(boeking.medewerkers),
        veiligheidsrisico=any(Kenmerk.VEILIGHEIDSRISICO in wie.kenmerken for wie in boeking.klanten),
        veiligheid_bevestigd=bool(boeking.gegevens.get("veiligheidBevestigd")),
        zorg_handhaving=any(wie.zorg_handhaving for wie in boeking.klanten),
        reden_afwijking=boeking.gegevens.get("redenAfwijking"),
        leeftijd=leeftijd_op(klant.geboortedatum, dag(boeking.begin)),
        vso_pro=Kenmerk.VSO_PRO in klant.kenmerken,
        screening_op=screening_op(h, klant),
        norm_einde=norm_einde(h, klant, boeking.regel.soort),
        tweede_consulenten=_tweede_consulenten(h, boeking),
        hulpvorm=Dariuzhulp(hulpvorm) if hulpvorm else None,
        driegesprek_afgesproken=_driegesprek_afgesproken(h, klant),
        kennismaking=_kennismaking(h, boeking),
    )


def _driegesprek_afgesproken(h: Handeling, klant: Klant) -> bool:
    """Tell whether a driegesprek with the SR waits, to who may know of it."""
    return h.actor.heeft(*ZIET_FRAUDE) and bool(open_taken_van_klant(h.sessie, klant.id, (DRIEGESPREK_SR,)))


def _kennismaking(h: Handeling, boeking: Boeking) -> KennismakingFeiten | None:
    """Return what is known of the call before and of the parts, when one of them plays."""
    bellen, deel = boeking.gegevens.get("belcontact"), boeking.gegevens.get("deel")
    if boeking.regel.soort is not AgendaSoort.KENNISMAKINGSGESPREK or (bellen is None and deel is None):
        return None
    klant_id = boeking.klanten[0].id
    eerste = punten.laatste_met(h.sessie, klant_id, boeking.regel.soort, Agendastatus.VERSCHENEN)
    return KennismakingFeiten(
        dag=dag(boeking.begin),
        kanaal=boeking.kanaal,
        gebeld_op=bellen["gebeldOp"] if bellen else None,
        toestemming_videobellen=bellen["toestemmingVideobellen"] if bellen else None,
        deel=deel,
        deel_1_op=dag(eerste.begin) if eerste and eerste.gegevens.get("deel") == 1 else None,
        reden_afwijking=boeking.gegevens.get("redenAfwijking"),
    )


def screening_op(h: Handeling, klant: Klant) -> date | None:
    """Return the day of the last held screening of a klant, alone or as a partner."""
    einde = screeningen.laatst_gehouden(h.sessie, klant.id)
    return dag(einde) if einde else None


def norm_einde(h: Handeling, klant: Klant, soort: AgendaSoort) -> date | None:
    """Return the last day of the term that runs for this conversation."""
    naam = _TERMIJN.get(soort)
    termijn = laatste_termijn(h.sessie, klant.id, naam) if naam else None
    return termijn.einde if termijn and termijn.status is Termijnstatus.LOPEND else None


def _tweede_consulenten(h: Handeling, boeking: Boeking) -> tuple[tuple[str, ...], ...]:
    wie = [deel.medewerker_id for deel in boeking.deelnemers if deel.rol is Deelnemerrol.TWEEDE_CONSULENT]
    return tuple(_teams(h, nummer) for nummer in wie if nummer)


def _teams(h: Handeling, medewerker_id: UUID) -> tuple[str, ...]:
    gevonden = organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id)
    return tuple(gevonden.teams) if gevonden else ()
