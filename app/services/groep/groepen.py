"""Setting up a group, planning its moments, and ending it."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.groep import activiteit as db
from app.db.groep import deelname as deelnames
from app.db.groep.activiteit import Groepsactiviteit, Groepsmoment
from app.domain.groep.beleid import GroepBeleid
from app.domain.groep.soorten import Deelnamestatus, Groepsoort, Momentstatus
from app.domain.groep.toetsen import doelen, toets_duur, toets_vorm
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.groep.beeld import Groepsbeeld, beleid_op, bezet, na_wijziging, open_groep
from app.services.groep.opdrachten import GroepOpdracht, GroepseindeOpdracht, MomentOpdracht, WijzigMomentOpdracht
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def zet_op(h: Handeling, opdracht: GroepOpdracht) -> Groepsbeeld:
    """Set up a group; its end and goal follow from the policy of its first day (DEV-DIG-031, DEV-DIG-037)."""
    _controleer(h, opdracht)
    versie = h.beleid.geldend(GroepBeleid, opdracht.gemeente, opdracht.start)
    tot = doelen(opdracht.start, versie.beleid.regels(opdracht.soort).waarde)
    groep = Groepsactiviteit(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        **opdracht.model_dump(),
        einde=tot.einde,
        doeldatum=tot.doeldatum,
        varianten=h.varianten(opdracht.gemeente, opdracht.start),
        pakket=versie.id,
        versie=0,
    )
    h.sessie.add(groep)
    inhoud = {"soort": groep.soort, "start": groep.start, "einde": groep.einde, "doeldatum": groep.doeldatum}
    leg_vast(h, Soort.GROEP_OPGEZET, groep, None, inhoud)
    return na_wijziging(h, groep)


def _controleer(h: Handeling, opdracht: GroepOpdracht) -> None:
    fouten: dict[str, str] = {}
    if opdracht.gemeente not in h.actor.gemeenten:
        fouten["gemeente"] = f"Kies een van: {', '.join(h.actor.gemeenten)}."
    if organisaties.medewerker(h.sessie, h.actor.organisatie, opdracht.begeleider_id) is None:
        fouten["begeleiderId"] = "Deze medewerker is niet bekend."
    if opdracht.vervolg_op is not None:
        workshop = db.activiteit(h.sessie, h.actor, opdracht.vervolg_op)
        if workshop is None or workshop.soort is not Groepsoort.WORKSHOP:
            fouten["vervolgOp"] = "Kies een workshop."
    if (opdracht.soort is Groepsoort.VERVOLGGROEP) != (opdracht.vervolg_op is not None):
        fouten["vervolgOp"] = "Een vervolggroep, en alleen die, hoort bij een workshop."
    if fouten:
        raise OngeldigeInvoer(fouten)


def plan_moment(h: Handeling, opdracht: MomentOpdracht, groep_id: UUID) -> Groepsbeeld:
    """Plan a moment. Raises Geweigerd for a form or a length that the policy of that day does not allow."""
    groep = open_groep(h, groep_id)
    _toets_moment(h, groep, opdracht)
    moment = Groepsmoment(
        id=uuid7(),
        organisatie=groep.organisatie,
        groepsactiviteit_id=groep.id,
        status=Momentstatus.GEPLAND,
        onderdelen=[],
        varianten=h.varianten(groep.gemeente, dag(opdracht.begint)),
        **opdracht.model_dump(),
    )
    h.sessie.add(moment)
    inhoud = {"momentId": moment.id, "begint": moment.begint, "vorm": moment.vorm, "duurMinuten": moment.duur_minuten}
    leg_vast(h, Soort.GROEP_MOMENT_GEPLAND, groep, None, inhoud)
    return na_wijziging(h, groep)


def wijzig_moment(h: Handeling, opdracht: WijzigMomentOpdracht, groep_id: UUID, moment_id: UUID) -> Groepsbeeld:
    """Change the date, length or form of a moment that was not held, or let it lapse (DEV-DIG-029)."""
    groep = open_groep(h, groep_id)
    h.controleer_versie(groep)
    moment = vind_moment(h, groep, moment_id)
    if moment.status is Momentstatus.GEHOUDEN:
        raise Conflict("Dit moment is al gehouden; herstel het verslag.", "moment_gehouden")
    if opdracht.vervalt and opdracht.reden is None:
        raise OngeldigeInvoer({"reden": "Geef de reden."})
    if not opdracht.vervalt:
        _toets_moment(h, groep, opdracht)
    for veld, waarde in opdracht.model_dump(exclude={"vervalt"}).items():
        setattr(moment, veld, waarde)
    moment.status = Momentstatus.VERVALLEN if opdracht.vervalt else Momentstatus.GEPLAND
    moment.varianten = h.varianten(groep.gemeente, dag(opdracht.begint))
    inhoud = {"momentId": moment.id, "begint": moment.begint, "vorm": moment.vorm, "status": moment.status}
    leg_vast(h, Soort.GROEP_MOMENT_GEWIJZIGD, groep, None, inhoud)
    return na_wijziging(h, groep)


def vind_moment(h: Handeling, groep: Groepsactiviteit, moment_id: UUID) -> Groepsmoment:
    """Find a moment of this group. Raises NietGevonden."""
    moment = db.moment(h.sessie, groep.id, moment_id)
    if moment is None:
        raise NietGevonden("Dit moment is niet gevonden.")
    return moment


def _toets_moment(h: Handeling, groep: Groepsactiviteit, opdracht: MomentOpdracht) -> None:
    if opdracht.begint <= h.nu:
        raise OngeldigeInvoer({"begint": "Plan een moment in de toekomst."})
    regels = beleid_op(h, groep, dag(opdracht.begint)).beleid.regels(groep.soort)
    duur = toets_duur(opdracht.vorm, opdracht.duur_minuten, regels)
    if geweigerd := niet_voldaan([toets_vorm(opdracht.vorm, regels), duur]):
        raise Geweigerd("Dit moment kan zo niet worden gepland.", geweigerd)


def beeindig(h: Handeling, opdracht: GroepseindeOpdracht, groep_id: UUID) -> Groepsbeeld:
    """End a group: planned moments lapse, and who still took part has finished it."""
    groep = open_groep(h, groep_id)
    h.controleer_versie(groep)
    deelnemers = deelnames.deelnames(h.sessie, h.actor, groep.id)
    lopend = sorted((d for d, _ in deelnemers if d.status is Deelnamestatus.DEELNEMER), key=lambda d: d.klant_id)
    if len(lopend) != bezet(h, groep):
        raise Conflict("U mag niet alle deelnemers zien; laat een ander de groep beëindigen.", "niet_alle_deelnemers")
    for deelname in lopend:
        klant = h.klant(deelname.klant_id)
        deelname.status, deelname.tot = Deelnamestatus.AFGEROND, h.vandaag
        inhoud = {"groepsactiviteitId": groep.id, "status": deelname.status}
        leg_vast(h, Soort.GROEPSDEELNAME_BEEINDIGD, deelname, klant, inhoud)
    for moment in db.momenten(h.sessie, groep.id):
        if moment.status is Momentstatus.GEPLAND:
            moment.status, moment.reden = Momentstatus.VERVALLEN, opdracht.reden
    groep.beeindigd_op, groep.reden_einde = h.vandaag, opdracht.reden
    leg_vast(h, Soort.GROEP_BEEINDIGD, groep, None, {"deelnemers": len(lopend)})
    return na_wijziging(h, groep)
