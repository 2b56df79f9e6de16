"""Forfaits: finding that the loonwaarde can wait, and seeing to it that it is determined in time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.loonkosten import forfait as db
from app.db.loonkosten.forfait import Loonkostenforfait
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.grondslag import verordening
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.termijnen import beleidstermijn_dagen, wettelijke_termijn
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.loonkosten.beleid import LksBeleid
from app.domain.loonkosten.forfait import forfaitdagen
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.loonkosten.verloop import forfait_einde, toets_forfait
from app.domain.werkgever.dienstverband import Dienstverbandfeiten
from app.services.handeling import Handeling
from app.services.loonkosten.baan import van_dienstverband
from app.services.loonkosten.opdrachten import LoonkostenforfaitIntrekkingOpdracht, LoonkostenforfaitOpdracht
from app.services.loonkosten.taken import BESLISTERMIJN, Taaksoort, voorstel
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast
from app.services.werkgever.dienstverbanden import dienstverband

HERINNERING, EINDE = "loonwaarde_herinnering", "lks_forfait"


def stel_forfait_vast(h: Handeling, opdracht: LoonkostenforfaitOpdracht, klant_id: UUID) -> Loonkostenforfait:
    """Record that the loonwaarde can wait for at most the first six months of a job (Participatiewet 10d, lid 1 and 5).

    From that day there are five weeks to decide (lid 12), and the loonwaarde is to be determined before it ends.
    Raises Geweigerd for a forfait that is too long, Conflict when there is one already.
    """
    klant = h.klant(klant_id)
    werk = eigen_dienstverband(h, klant, opdracht.dienstverband_id)
    if not opdracht.overlegd_op <= h.vandaag:
        raise OngeldigeInvoer({"overlegdOp": "Geef een dag die niet in de toekomst ligt."})
    tot, toets = _einde(h, klant, werk, opdracht.tot)
    if bezwaar := niet_voldaan([toets]):
        raise Geweigerd("Zo kan de loonwaarde niet achterwege blijven.", bezwaar)
    if van_dienstverband(h, klant.id, werk.id) is not None:
        raise Conflict("Voor dit dienstverband is al een forfait vastgesteld.", "forfait_bestaat_al")
    rij = Loonkostenforfait(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        dienstverband_id=werk.id,
        overlegd_op=opdracht.overlegd_op,
        begin=werk.van,
        tot=tot,
        vastgesteld_op=h.nu,
        vastgesteld_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.LOONKOSTENFORFAIT_VASTGESTELD, rij, klant, {"forfaitId": rij.id, "tot": tot})
    _bewaak(h, klant, rij)
    return rij


def _einde(h: Handeling, klant: Klant, werk: Dienstverbandfeiten, gevraagd: date | None) -> tuple[date, Toets]:
    lks = h.beleid.geldend(LksBeleid, klant.gemeente, werk.van).beleid
    tot = gevraagd or min(dag for dag in (forfait_einde(werk.van, lks), werk.tot) if dag is not None)
    return tot, toets_forfait(werk.van, tot, lks)


def _bewaak(h: Handeling, klant: Klant, rij: Loonkostenforfait) -> None:
    beleid = h.beleid.geldend(LoonkostenBeleid, klant.gemeente, h.vandaag).beleid
    dagen, bij = forfaitdagen(rij.tot, beleid), Bestemming(rij.id, klant)
    weken = beleid.beslissen_weken
    beslissen = wettelijke_termijn(BESLISTERMIJN, weken.grondslag, h.vandaag, weken=weken.waarde)
    bewaak(h, beslissen, klant, rij.id, voorstel(Taaksoort.BESLISSEN_TE_LAAT, beslissen.einde))
    maak_taak(h, voorstel(Taaksoort.BESLISSEN, beslissen.einde), bij)
    maak_taak(h, voorstel(Taaksoort.LOONWAARDE_BEPALEN, max(dagen.laatste, h.vandaag)), bij)
    later = {
        HERINNERING: (dagen.herinnering, Taaksoort.LOONWAARDE_HERINNERING),
        EINDE: (dagen.laatste, Taaksoort.FORFAIT_VOORBIJ),
    }
    for soort, (dag, taak) in later.items():
        nodig = voorstel(taak, max(dagen.laatste, h.vandaag))
        if dag <= h.vandaag:
            maak_taak(h, nodig, bij)
        else:
            termijn = beleidstermijn_dagen(soort, verordening("11"), h.vandaag, (dag - h.vandaag).days)
            bewaak(h, termijn, klant, rij.id, nodig)


def trek_forfait_in(h: Handeling, opdracht: LoonkostenforfaitIntrekkingOpdracht, forfait_id: UUID) -> Loonkostenforfait:
    """Take back a finding that was wrong, with its taken and terms."""
    rij = db.forfait(h.sessie, h.actor, forfait_id)
    if rij is None:
        raise NietGevonden("Dit forfait is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.reden_intrekking is not None:
        raise Conflict("Dit forfait is al ingetrokken.", "al_ingetrokken")
    rij.reden_intrekking = opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, status=Termijnstatus.VERVALLEN)
    leg_vast(h, Inzetsoort.LOONKOSTENFORFAIT_INGETROKKEN, rij, klant, {"forfaitId": rij.id})
    return rij


def loonwaarde_bekend(h: Handeling, klant: Klant, dienstverband_id: UUID | None) -> None:
    """Close what waited for the loonwaarde: of this job, or of every job when it was found for none in particular."""
    for rij in db.forfaits(h.sessie, klant.id):
        if dienstverband_id in (None, rij.dienstverband_id):
            sluit_taken(
                h, rij.id, Taaksoort.LOONWAARDE_BEPALEN, Taaksoort.LOONWAARDE_HERINNERING, Taaksoort.FORFAIT_VOORBIJ
            )
            sluit_termijnen(h, rij.id, HERINNERING, EINDE)


def eigen_dienstverband(h: Handeling, klant: Klant, dienstverband_id: UUID) -> Dienstverbandfeiten:
    """Return a job of this klant. Raises OngeldigeInvoer when it is of another one, or does not exist."""
    fout = OngeldigeInvoer({"dienstverbandId": "Geef een dienstverband van deze klant."})
    try:
        werk = dienstverband(h, dienstverband_id)
    except NietGevonden:
        raise fout from None
    if werk.klant_id != klant.id:
        raise fout
    return werk


def bekijk_forfaits(h: Handeling, klant_id: UUID) -> list[Loonkostenforfait]:
    """Return those of a klant, oldest first."""
    return db.forfaits(h.sessie, h.klant(klant_id, vergrendel=False).id)
