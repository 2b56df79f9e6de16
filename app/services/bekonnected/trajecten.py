"""Trajecten of BeKonnecteD: started, changed, evaluated, continued, ended."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.bekonnected import traject as db
from app.db.bekonnected.traject import Bekonnectedevaluatie, Bekonnectedtraject, Vaardigheidsbeeld
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.bekonnected.soorten import Bekonnectedstatus
from app.domain.bekonnected.toetsen import (
    EINDE,
    EINDETAAK,
    START,
    STARTTAAK,
    WerkplekFeiten,
    einde_van,
    eindetermijn,
    toetsen_start,
)
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.services.bekonnected.beeld import Bekonnectedbeeld, beeld, beleid_van, lopend, vind
from app.services.bekonnected.opdrachten import (
    BekonnectedeindeOpdracht,
    BekonnectedevaluatieOpdracht,
    BekonnectedOpdracht,
    BekonnectedvervalOpdracht,
    VaardighedenOpdracht,
    WijzigBekonnectedOpdracht,
)
from app.services.bekonnected.werkstromen import neem_plaats
from app.services.handeling import Handeling
from app.services.taak import bewaak, sluit_taken, sluit_termijnen
from app.services.vastleggen import Eenmalig, leg_vast


def start(h: Handeling, opdracht: BekonnectedOpdracht, klant_id: UUID) -> Bekonnectedbeeld:
    """Start BeKonnecteD in a werkstroom or at an own workplace (DEV-BKN-001, -002, -004, -005).

    Raises Geweigerd with every condition that is not met, Conflict when a traject runs.
    """
    klant = h.klant(klant_id)
    if lopend(h, klant) is not None:
        raise Conflict("De klant doet al mee aan BeKonnecteD.", "traject_loopt")
    beleid = beleid_van(h, klant).beleid
    feiten = _werkplek(h, klant, opdracht.uren, opdracht.werkstroom_id, opdracht.voorstel_id)
    if geweigerd := niet_voldaan(toetsen_start(klant.klantgroep, feiten, beleid)):
        raise Geweigerd("BeKonnecteD kan zo niet starten.", geweigerd)
    begin = opdracht.begin or h.vandaag
    rij = Bekonnectedtraject(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **(opdracht.model_dump() | {"begin": begin}),
        tot=einde_van(begin, beleid),
        status=Bekonnectedstatus.LOPEND,
        gestart_op=h.nu,
        gestart_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    sluit_taken(h, klant.id, STARTTAAK)
    sluit_termijnen(h, klant.id, START)
    _bewaak(h, klant, rij, begin)
    inhoud = {"werkstroomId": rij.werkstroom_id, "begin": begin, "tot": rij.tot, "uren": rij.uren}
    leg_vast(h, Inzetsoort.BEKONNECTED_GESTART, rij, klant, inhoud)
    return beeld(h, klant)


def _werkplek(
    h: Handeling, klant: Klant, uren: int, werkstroom_id: UUID | None, voorstel_id: UUID | None
) -> WerkplekFeiten:
    if werkstroom_id is not None:
        return WerkplekFeiten(uren=uren, vrij=neem_plaats(h, werkstroom_id, klant))
    voorstel = db.voorstel(h.sessie, h.actor, voorstel_id) if voorstel_id else None
    if voorstel is None or voorstel.klant_id != klant.id:
        raise OngeldigeInvoer({"voorstelId": "Kies een voorstel van deze klant."})
    return WerkplekFeiten(uren=uren, akkoord=voorstel.akkoord, verdringing=voorstel.verdringing)


def _bewaak(h: Handeling, klant: Klant, rij: Bekonnectedtraject, begin: date) -> None:
    """Watch the end; what was watched before lapses."""
    sluit_taken(h, rij.id, EINDETAAK, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, EINDE, status=Termijnstatus.VERVALLEN)
    termijn, vervolg = eindetermijn(begin, rij.tot, beleid_van(h, klant).beleid)
    bewaak(h, termijn, klant, rij.id, vervolg)


def wijzig(h: Handeling, opdracht: WijzigBekonnectedOpdracht, traject_id: UUID) -> Bekonnectedbeeld:
    """Change hours, werkstroom or werkbegeleider of a running traject, within the same conditions."""
    rij, klant = _lopend(h, traject_id)
    velden = opdracht.model_dump(exclude_unset=True)
    if leeg := {naam: "Dit veld kan niet leeg." for naam, waarde in velden.items() if waarde is None}:
        raise OngeldigeInvoer({("werkstroomId" if naam == "werkstroom_id" else naam): w for naam, w in leeg.items()})
    ander = opdracht.werkstroom_id
    if ander is not None and ander != rij.werkstroom_id:
        feiten = _werkplek(h, klant, opdracht.uren or rij.uren, ander, None)
    else:
        feiten = WerkplekFeiten(uren=opdracht.uren or rij.uren, vrij=1)  # the place is the klant's already
    if geweigerd := niet_voldaan(toetsen_start(klant.klantgroep, feiten, beleid_van(h, klant).beleid)):
        raise Geweigerd("Het traject kan zo niet worden gewijzigd.", geweigerd)
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    if ander is not None:
        rij.voorstel_id = None
    leg_vast(h, Inzetsoort.BEKONNECTED_GEWIJZIGD, rij, klant, {"velden": sorted(velden)})
    return beeld(h, klant)


def leg_vaardigheden_vast(h: Handeling, opdracht: VaardighedenOpdracht, traject_id: UUID) -> Bekonnectedbeeld:
    """Record what the werkbegeleider saw of the five skills (DEV-BKN-003)."""
    rij, klant = vind(h, traject_id)
    datum = opdracht.datum or h.vandaag
    if not rij.begin <= datum <= h.vandaag or rij.status is Bekonnectedstatus.VERVALLEN:
        raise OngeldigeInvoer({"datum": "Geef een dag vanaf het begin van het traject tot en met vandaag."})
    if len({regel.vaardigheid for regel in opdracht.vaardigheden}) < len(opdracht.vaardigheden):
        raise OngeldigeInvoer({"vaardigheden": "Noem elke vaardigheid hoogstens een keer."})
    h.sessie.add_all(
        Vaardigheidsbeeld(
            id=uuid7(),
            organisatie=rij.organisatie,
            klant_id=klant.id,
            traject_id=rij.id,
            datum=datum,
            werkbegeleider=opdracht.werkbegeleider,
            vastgelegd_op=h.nu,
            vastgelegd_door=h.actor.medewerker_id,
            **regel.model_dump(),
        )
        for regel in opdracht.vaardigheden
    )
    inhoud = {"velden": ["vaardigheden"], "aantal": len(opdracht.vaardigheden)}
    leg_vast(h, Inzetsoort.BEKONNECTED_GEWIJZIGD, rij, klant, inhoud)
    return beeld(h, klant)


def evalueer(h: Handeling, opdracht: BekonnectedevaluatieOpdracht, traject_id: UUID) -> Bekonnectedbeeld:
    """Record the five answers, and go on for another term when that was decided (DEV-BKN-002, DEV-NAZ-006)."""
    rij, klant = _lopend(h, traject_id)
    datum = opdracht.datum or h.vandaag
    if not rij.begin <= datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag vanaf het begin van het traject tot en met vandaag."})
    oud = rij.tot
    if opdracht.voortzetten:
        rij.tot = einde_van(oud, beleid_van(h, klant).beleid)
        _bewaak(h, klant, rij, oud)
    else:
        sluit_taken(h, rij.id, EINDETAAK)
    evaluatie = Bekonnectedevaluatie(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=klant.id,
        traject_id=rij.id,
        datum=datum,
        antwoorden=opdracht.antwoorden.model_dump(),
        voortzetten=opdracht.voortzetten,
        nieuw_tot=rij.tot if opdracht.voortzetten else None,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(evaluatie)
    rij.versie += 1
    inhoud = {"trajectId": rij.id, "voortzetten": opdracht.voortzetten, "tot": rij.tot}
    leg_vast(h, Inzetsoort.BEKONNECTED_GEEVALUEERD, Eenmalig(evaluatie.id), klant, inhoud)
    return beeld(h, klant)


def beeindig(h: Handeling, opdracht: BekonnectedeindeOpdracht, traject_id: UUID) -> Bekonnectedbeeld:
    """End a traject, or correct how it ended; its place is free from ``datum`` on."""
    rij, klant = vind(h, traject_id)
    if rij.status is Bekonnectedstatus.VERVALLEN:
        raise Conflict("Dit traject is vervallen.", "traject_vervallen")
    if not rij.begin < opdracht.datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag na het begin van het traject tot en met vandaag."})
    rij.status, rij.geeindigd_op = Bekonnectedstatus.BEEINDIGD, opdracht.datum
    rij.einde, rij.reden_einde = opdracht.einde, opdracht.reden
    _ruim_op(h, rij)
    leg_vast(h, Inzetsoort.BEKONNECTED_BEEINDIGD, rij, klant, {"datum": opdracht.datum, "einde": opdracht.einde})
    return beeld(h, klant)


def laat_vervallen(h: Handeling, opdracht: BekonnectedvervalOpdracht, traject_id: UUID) -> Bekonnectedbeeld:
    """Take back a traject that was recorded by mistake; its place is free again."""
    rij, klant = _lopend(h, traject_id)
    rij.status, rij.geeindigd_op, rij.reden_einde = Bekonnectedstatus.VERVALLEN, h.vandaag, opdracht.reden
    _ruim_op(h, rij)
    leg_vast(h, Inzetsoort.BEKONNECTED_BEEINDIGD, rij, klant, {"vervallen": True})
    return beeld(h, klant)


def _ruim_op(h: Handeling, rij: Bekonnectedtraject) -> None:
    sluit_taken(h, rij.id, EINDETAAK, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, EINDE, status=Termijnstatus.VERVALLEN)


def _lopend(h: Handeling, traject_id: UUID) -> tuple[Bekonnectedtraject, Klant]:
    rij, klant = vind(h, traject_id)
    if rij.status is not Bekonnectedstatus.LOPEND:
        raise Conflict(f"Dit traject is {rij.status.value}.", "traject_niet_lopend")
    return rij, klant
