"""Trajecten in a klantgroep: assigning one, and recording its result."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import overweging as db
from app.db.klant import Klant
from app.db.overweging import Klantgroeptraject, Overweegstatus
from app.domain.indeling.beleid import IndelingBeleid, TrajectRegel
from app.domain.indeling.overweging import Wisselaanleiding
from app.domain.indeling.traject import (
    TrajectFeiten,
    evaluatietaak,
    grond_na_traject,
    laatste_einde,
    toets_traject,
    trajectregel,
)
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import niet_voldaan
from app.services.handeling import Handeling
from app.services.indeling.overwegen import Opening, open_overweging
from app.services.indeling.wisselopdrachten import TrajecteindeOpdracht, TrajectOpdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast


def wijs_traject_toe(h: Handeling, opdracht: TrajectOpdracht, klant_id: UUID) -> Klantgroeptraject:
    """Assign a traject (DEV-KGR-021). Raises Geweigerd when it is not for this klant or not of its length."""
    klant = h.klant(klant_id)
    regel = _regel(h, klant, opdracht.code)
    if any(rij.geeindigd_op is None and rij.code == regel.code for rij in db.trajecten(h.sessie, klant.id)):
        raise Conflict(f"De klant volgt {regel.naam} al.", "traject_loopt")
    feiten = TrajectFeiten(
        klantgroep=klant.klantgroep,
        kenmerken=frozenset(Kenmerk(kenmerk) for kenmerk in klant.kenmerken),
        start=opdracht.start,
        gepland_einde=opdracht.gepland_einde or laatste_einde(opdracht.start, regel),
    )
    toetsen = toets_traject(feiten, regel)
    if niet_voldaan(toetsen):
        raise Geweigerd("Dit traject past zo niet bij de klant.", niet_voldaan(toetsen))
    traject = Klantgroeptraject(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        code=regel.code,
        start=feiten.start,
        gepland_einde=feiten.gepland_einde,
        toetsen=[toets.model_dump(mode="json") for toets in toetsen],
        toegewezen_op=h.nu,
        toegewezen_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(traject)
    inhoud = {"code": regel.code, "start": traject.start, "geplandEinde": traject.gepland_einde}
    leg_vast(h, Soort.TRAJECT_TOEGEWEZEN, traject, klant, inhoud)
    maak_taak(h, evaluatietaak(regel, traject.gepland_einde), Bestemming(traject.id, klant))
    return traject


def sluit_traject_af(h: Handeling, opdracht: TrajecteindeOpdracht, traject_id: UUID) -> Klantgroeptraject:
    """Record the result, also to put an earlier one right; an unbridged distance opens the move (DEV-KGR-021)."""
    traject = db.traject(h.sessie, h.actor, traject_id)
    if traject is None:
        raise NietGevonden("Dit traject is niet gevonden.")
    klant = h.klant(traject.klant_id)
    h.sessie.refresh(traject)
    h.controleer_versie(traject)
    if not traject.start <= opdracht.geeindigd_op <= h.vandaag:
        raise OngeldigeInvoer({"geeindigdOp": "Geef een dag vanaf de start, niet na vandaag."})
    for veld, waarde in opdracht.model_dump().items():
        setattr(traject, veld, waarde)
    sluit_taken(h, traject.id)
    leg_vast(h, Soort.TRAJECT_AFGESLOTEN, traject, klant, {"code": traject.code, "resultaat": traject.resultaat})
    if grond_na_traject(opdracht.resultaat) is not None and klant.klantgroep is Klantgroep.MATCHEN:
        _overweeg_groeien(h, klant)
    return traject


def bekijk_trajecten(h: Handeling, klant_id: UUID) -> list[Klantgroeptraject]:
    """Return the trajecten of a klant, the latest first."""
    return db.trajecten(h.sessie, h.klant(klant_id, vergrendel=False).id)


def _overweeg_groeien(h: Handeling, klant: Klant) -> None:
    open_ = [o for o in db.overwegingen(h.sessie, klant.id) if o.status is Overweegstatus.OPEN]
    if all(o.aanleiding is not Wisselaanleiding.TRAJECT_AFGEROND for o in open_):
        open_overweging(h, klant, Opening(Wisselaanleiding.TRAJECT_AFGEROND, h.vandaag, ()))


def _regel(h: Handeling, klant: Klant, code: str) -> TrajectRegel:
    beleid = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid
    regel = trajectregel(code, beleid)
    if regel is None:
        bekend = ", ".join(regel.code for regel in beleid.trajecten.waarde)
        raise OngeldigeInvoer({"code": f"Kies een van: {bekend}."})
    return regel
