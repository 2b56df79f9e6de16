"""Overbruggen: dagbesteding, sociale activering and scholing until the employment begins (DEV-BSW-909)."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.beschutwerk import plek as plekken
from app.db.beschutwerk import zaak as db
from app.db.beschutwerk.plek import Beschutwerkplek
from app.db.beschutwerk.zaak import Beschutwerkoverbrugging, Beschutwerkstatus, Beschutwerkzaak
from app.domain.beschutwerk.plek import buiten_klantgroep, toetsen_overbrugging
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.services.beschutwerk.beeld import Beschutwerkbeeld, beeld, vind
from app.services.beschutwerk.opdrachten import OverbruggingOpdracht, OverbruggingseindeOpdracht
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast

DOOR_WERK = "De dienstbetrekking begint."


def overbrug(h: Handeling, opdracht: OverbruggingOpdracht, zaak_id: UUID) -> Beschutwerkbeeld:
    """Give something until the employment begins; scholing whatever the klantgroep, flagged (DEV-BSW-909)."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    van = opdracht.van or h.vandaag
    komend = [p for p in plekken.plekken(h.sessie, [zaak.id]) if p.telt and (p.tot is None or p.tot > van)]
    begonnen = any(plek.begin <= van for plek in komend)
    vast = zaak.vastgesteld_op if zaak.status is Beschutwerkstatus.VASTGESTELD else None
    if geweigerd := niet_voldaan(toetsen_overbrugging(vast, begonnen)):
        raise Geweigerd("Deze overbrugging kan nu niet.", geweigerd)
    tot = opdracht.tot
    if tot is not None and tot <= van:
        raise OngeldigeInvoer({"tot": "Geef een dag na het begin."})
    rij = Beschutwerkoverbrugging(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        zaak_id=zaak.id,
        soort=opdracht.soort,
        van=van,
        tot=tot,
        eigen_tot=tot,
        buiten_klantgroep=buiten_klantgroep(opdracht.soort, klant.klantgroep),
    )
    h.sessie.add(rij)
    for plek in komend:
        _eindig(rij, plek)
    leg_vast(h, Inzetsoort.BESCHUTWERK_OVERBRUGD, zaak, klant, {"soort": rij.soort, "van": van, "tot": rij.tot})
    return beeld(h, zaak)


def beeindig_overbrugging(
    h: Handeling, opdracht: OverbruggingseindeOpdracht, zaak_id: UUID, overbrugging_id: UUID
) -> Beschutwerkbeeld:
    """End what bridges the time, earlier or at all, or correct its end."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    rij = next((r for r in db.overbruggingen(h.sessie, [zaak.id]) if r.id == overbrugging_id), None)
    if rij is None:
        raise NietGevonden("Deze overbrugging is niet gevonden.")
    if opdracht.tot < rij.van:
        raise OngeldigeInvoer({"tot": "Geef een dag die niet voor het begin ligt."})
    if rij.plek_id is not None and rij.tot is not None and opdracht.tot > rij.tot:
        raise Conflict("De overbrugging eindigt als de dienstbetrekking begint.", "werk_begint")
    rij.tot = rij.eigen_tot = opdracht.tot
    rij.reden_einde, rij.plek_id = opdracht.reden, None
    leg_vast(h, Inzetsoort.BESCHUTWERK_OVERBRUGD, zaak, klant, {"soort": rij.soort, "van": rij.van, "tot": rij.tot})
    return beeld(h, zaak)


def eindig_bij_werk(h: Handeling, zaak: Beschutwerkzaak, plek: Beschutwerkplek) -> None:
    """End everything that bridges the time on the day on which the employment begins (DEV-BSW-909)."""
    for rij in db.overbruggingen(h.sessie, [zaak.id]):
        _eindig(rij, plek)


def _eindig(rij: Beschutwerkoverbrugging, plek: Beschutwerkplek) -> None:
    if rij.tot is None or rij.tot > plek.begin:
        rij.tot, rij.reden_einde, rij.plek_id = max(plek.begin, rij.van), DOOR_WERK, plek.id


def heropen(h: Handeling, zaak: Beschutwerkzaak, plek: Beschutwerkplek) -> None:
    """Let go on what this place ended, because it never began."""
    for rij in db.overbruggingen(h.sessie, [zaak.id]):
        if rij.plek_id == plek.id:
            rij.tot, rij.reden_einde, rij.plek_id = rij.eigen_tot, None, None
