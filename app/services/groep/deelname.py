"""Who takes part: joining, leaving, attendance with homework, and the steps of a programme."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import afspraak as afspraken
from app.db.groep import deelname as db
from app.db.groep.activiteit import Groepsactiviteit, Groepsmoment
from app.db.groep.deelname import Groepsdeelname, Groepspresentie, Groepsstap
from app.db.klant import Klant
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.groep.soorten import Deelnamestatus, Momentstatus
from app.domain.groep.toetsen import (
    DeelnameFeiten,
    stap_met_code,
    taak_individuele_begeleiding,
    toets_stap,
    toetsen_deelname,
)
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.groep.beeld import Groepsbeeld, beleid_op, bezet, na_wijziging, open_groep
from app.services.groep.groepen import vind_moment
from app.services.groep.opdrachten import (
    DeelnameEindeOpdracht,
    DeelneemOpdracht,
    GroepsstapOpdracht,
    GroepsverslagOpdracht,
)
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak
from app.services.vastleggen import leg_vast

_GEVOERD = frozenset({Presentie.VERSCHENEN, Presentie.INDIVIDUEEL_VERVANGEN})


def neem_deel(h: Handeling, opdracht: DeelneemOpdracht, groep_id: UUID) -> Groepsbeeld:
    """Let a klant join (DEV-DIG-027, DEV-DIG-028, DEV-DIG-031, DEV-DIG-034, DEV-DIG-035).

    Raises Geweigerd for a full group, without the commitment that an online group asks for, or before the kennismaking.
    """
    groep = open_groep(h, groep_id)
    klant = h.klant(opdracht.klant_id)
    if klant.gemeente != groep.gemeente:
        raise OngeldigeInvoer({"klantId": "Deze klant hoort bij een andere gemeente."})
    if db.deelname(h.sessie, groep.id, klant.id) is not None:
        raise Conflict("Deze klant doet al mee.", "doet_al_mee")
    regels = beleid_op(h, groep, max(groep.start, h.vandaag)).beleid.regels(groep.soort)
    if geweigerd := niet_voldaan(toetsen_deelname(_feiten(h, opdracht, groep, klant), regels)):
        raise Geweigerd("Deze klant kan niet meedoen.", geweigerd)
    deelname = Groepsdeelname(
        id=uuid7(),
        organisatie=groep.organisatie,
        klant_id=klant.id,
        groepsactiviteit_id=groep.id,
        status=Deelnamestatus.DEELNEMER,
        vanaf=max(groep.start, h.vandaag),
        gedragsafspraken_op=h.vandaag if opdracht.gedragsafspraken else None,
        versie=0,
    )
    h.sessie.add(deelname)
    groep.versie += 1
    inhoud = {"groepsactiviteitId": groep.id, "soort": groep.soort, "gedragsafspraken": opdracht.gedragsafspraken}
    leg_vast(h, Soort.GROEPSDEELNAME_BEGONNEN, deelname, klant, inhoud)
    return na_wijziging(h, groep)


def _feiten(h: Handeling, opdracht: DeelneemOpdracht, groep: Groepsactiviteit, klant: Klant) -> DeelnameFeiten:
    kennismaking = afspraken.laatste(h.sessie, klant.id, AfspraakSoort.KENNISMAKINGSGESPREK)
    return DeelnameFeiten(
        deelnemers=bezet(h, groep),
        gedragsafspraken=opdracht.gedragsafspraken,
        kennismaking_gevoerd=kennismaking.uitkomst in _GEVOERD if kennismaking else None,
    )


def beeindig_deelname(h: Handeling, opdracht: DeelnameEindeOpdracht, groep_id: UUID) -> Groepsbeeld:
    """End a deelname; who was removed gets an individual plan, and stays in other groups (DEV-DIG-027)."""
    groep = open_groep(h, groep_id)
    h.controleer_versie(groep)
    klant = h.klant(opdracht.klant_id)
    deelname = _lopend(h, groep, klant)
    deelname.status = Deelnamestatus(opdracht.status.value)
    deelname.tot, deelname.reden = h.vandaag, opdracht.reden
    if deelname.status is Deelnamestatus.VERWIJDERD:
        norm = h.beleid.geldend(AfspraakBeleid, klant.gemeente, h.vandaag).beleid.opvolgen_werkdagen
        voorstel = taak_individuele_begeleiding(groep.soort, h.vandaag, norm.waarde)
        maak_taak(h, voorstel, Bestemming(deelname.id, klant))
    groep.versie += 1
    inhoud = {"groepsactiviteitId": groep.id, "status": deelname.status}
    leg_vast(h, Soort.GROEPSDEELNAME_BEEINDIGD, deelname, klant, inhoud)
    return na_wijziging(h, groep)


def _lopend(h: Handeling, groep: Groepsactiviteit, klant: Klant) -> Groepsdeelname:
    deelname = db.deelname(h.sessie, groep.id, klant.id)
    if deelname is None:
        raise NietGevonden("Deze klant doet niet mee.")
    return deelname


def leg_verslag_vast(h: Handeling, opdracht: GroepsverslagOpdracht, groep_id: UUID, moment_id: UUID) -> Groepsbeeld:
    """Record or correct who was there, the parts that were done, and the homework (DEV-DIG-028, DEV-DIG-033).

    Raises Conflict before the moment has begun, OngeldigeInvoer for somebody who does not take part.
    """
    groep = open_groep(h, groep_id)
    h.controleer_versie(groep)
    moment = vind_moment(h, groep, moment_id)
    if moment.status is Momentstatus.VERVALLEN:
        raise Conflict("Dit moment is vervallen.", "moment_vervallen")
    if h.nu < moment.begint:
        raise Conflict("Dit moment is nog niet begonnen.", "nog_niet_begonnen")
    moment.onderdelen = list(dict.fromkeys(opdracht.onderdelen))
    moment.status = Momentstatus.GEHOUDEN
    _leg_presenties_vast(h, opdracht, groep, moment)
    aanwezig = sum(regel.aanwezig for regel in opdracht.deelnemers)
    inhoud = {"momentId": moment.id, "aanwezig": aanwezig, "onderdelen": moment.onderdelen}
    leg_vast(h, Soort.GROEP_MOMENT_GEHOUDEN, groep, None, inhoud)
    return na_wijziging(h, groep)


def _leg_presenties_vast(
    h: Handeling, opdracht: GroepsverslagOpdracht, groep: Groepsactiviteit, moment: Groepsmoment
) -> None:
    bekend = {deel.klant_id: deel for deel, _ in db.deelnames(h.sessie, h.actor, groep.id)}
    nummers = [regel.klant_id for regel in opdracht.deelnemers]
    fouten = {
        f"deelnemers.{plek}.klantId": "Deze klant doet niet mee, of staat er al."
        for plek, nummer in enumerate(nummers)
        if nummer not in bekend or nummer in nummers[:plek]
    }
    if fouten:
        raise OngeldigeInvoer(fouten)
    eerder = {rij.klant_id: rij for rij in db.presenties(h.sessie, groep.id) if rij.groepsmoment_id == moment.id}
    for regel in sorted(opdracht.deelnemers, key=lambda regel: regel.klant_id):
        klant = h.klant(regel.klant_id)
        rij = eerder.get(klant.id) or Groepspresentie(
            id=uuid7(), organisatie=groep.organisatie, klant_id=klant.id, groepsmoment_id=moment.id
        )
        rij.aanwezig, rij.huiswerk, rij.resultaat_kenmerk = regel.aanwezig, regel.huiswerk, regel.resultaat_kenmerk
        rij.vastgelegd_op, rij.vastgelegd_door = h.nu, h.actor.medewerker_id
        h.sessie.add(rij)
        inhoud = {"momentId": moment.id, "aanwezig": rij.aanwezig, "huiswerk": rij.huiswerk}
        leg_vast(h, Soort.GROEPSMOMENT_BIJGEWOOND, bekend[klant.id], klant, inhoud)


def zet_stap(h: Handeling, opdracht: GroepsstapOpdracht, groep_id: UUID) -> Groepsbeeld:
    """Record that a step of the programme is done, or take that back (DEV-DIG-035).

    Raises OngeldigeInvoer for a step that the programme does not have, Geweigerd for an assignment without a result.
    """
    groep = open_groep(h, groep_id)
    klant = h.klant(opdracht.klant_id)
    deelname = _lopend(h, groep, klant)
    regels = beleid_op(h, groep, groep.start).beleid.regels(groep.soort)
    stap = stap_met_code(opdracht.stap, regels.waarde)
    if stap is None:
        raise OngeldigeInvoer({"stap": "Deze stap hoort niet bij het programma van deze groep."})
    if opdracht.gedaan_op is not None and opdracht.gedaan_op > h.vandaag:
        raise OngeldigeInvoer({"gedaanOp": "Deze dag ligt in de toekomst."})
    toets = toets_stap(stap, opdracht.resultaat_kenmerk, regels.grondslag)
    if opdracht.gedaan_op is not None and niet_voldaan([toets]):
        raise Geweigerd("Deze stap is nog niet af.", [toets])
    eerder = (rij for rij in db.stappen(h.sessie, groep.id) if (rij.klant_id, rij.code) == (klant.id, stap.code))
    rij = next(eerder, None) or Groepsstap(
        id=uuid7(), organisatie=groep.organisatie, klant_id=klant.id, groepsactiviteit_id=groep.id, code=stap.code
    )
    rij.gedaan_op, rij.minuten = opdracht.gedaan_op, opdracht.minuten
    rij.resultaat_kenmerk = opdracht.resultaat_kenmerk
    rij.vastgelegd_op, rij.vastgelegd_door = h.nu, h.actor.medewerker_id
    h.sessie.add(rij)
    groep.versie += 1
    leg_vast(h, Soort.GROEPSSTAP_GEZET, deelname, klant, {"stap": stap.code, "gedaanOp": rij.gedaan_op})
    return na_wijziging(h, groep)
