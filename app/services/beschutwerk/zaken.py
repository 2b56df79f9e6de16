"""Zaken of beschut werk: initiative, preselection, the advice of UWV, and the besluit."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.beschutwerk import plek as plekken
from app.db.beschutwerk import zaak as db
from app.db.beschutwerk.zaak import Beschutwerkstatus, Beschutwerkzaak
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.beschutwerk.feiten import Initiatief
from app.domain.beschutwerk.toetsen import toets_aanvrager, toets_voor_advies, toets_voorselectie
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.beschutwerk.beeld import Beschutwerkbeeld, beeld, beleid_op, feiten_van, vind
from app.services.beschutwerk.opdrachten import (
    AdviesvraagOpdracht,
    BeschutwerkbesluitOpdracht,
    BeschutwerkeindeOpdracht,
    BeschutwerkOpdracht,
    UwvadviesOpdracht,
    VoorselectieOpdracht,
    WijzigBeschutwerkOpdracht,
)
from app.services.beschutwerk.taken import Taaksoort, vraag
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import BESCHUT_WERK
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_LOOPT = (
    Beschutwerkstatus.OPEN,
    Beschutwerkstatus.BESLOTEN,
    Beschutwerkstatus.GETOETST,
    Beschutwerkstatus.VASTGESTELD,
)


def open_zaak(h: Handeling, opdracht: BeschutwerkOpdracht, klant_id: UUID) -> Beschutwerkbeeld:
    """Open a zaak, ex officio or on request (DEV-BSW-901). Raises Conflict when one runs already."""
    klant = h.klant(klant_id)
    if any(zaak.status in _LOOPT for zaak in db.zaken(h.sessie, klant.id)):
        raise Conflict("Er loopt al een zaak over beschut werk van deze klant.", "zaak_loopt_al")
    zaak = Beschutwerkzaak(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        gemeente=klant.gemeente,
        datum=_niet_later(h, opdracht.datum),
        initiatief=opdracht.initiatief,
        groep=opdracht.groep,
        status=Beschutwerkstatus.OPEN,
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(zaak)
    leg_vast(h, Inzetsoort.BESCHUTWERK_GEOPEND, zaak, klant, {"datum": zaak.datum, "initiatief": zaak.initiatief})
    _vraag_volgende(h, klant, zaak)
    return beeld(h, zaak)


def _vraag_volgende(h: Handeling, klant: Klant, zaak: Beschutwerkzaak) -> None:
    """Ask for the next step only; what was asked before lapses."""
    sluit_taken(h, zaak.id, status=Taakstatus.VERVALLEN)
    if zaak.advies is not None:
        vraag(h, klant, zaak.id, Taaksoort.BESLUIT)
    elif zaak.initiatief is Initiatief.AMBTSHALVE and zaak.voorselectie_op is None:
        vraag(h, klant, zaak.id, Taaksoort.VOORSELECTIE)
    elif zaak.advies_gevraagd_op is None:
        vraag(h, klant, zaak.id, Taaksoort.ADVIES_VRAGEN)


def _niet_later(h: Handeling, dag: date | None, veld: str = "datum") -> date:
    if dag is not None and dag > h.vandaag:
        raise OngeldigeInvoer({veld: "Geef een dag die niet in de toekomst ligt."})
    return dag or h.vandaag


def wijzig_zaak(h: Handeling, opdracht: WijzigBeschutwerkOpdracht, zaak_id: UUID) -> Beschutwerkbeeld:
    """Complete or correct an open zaak."""
    zaak, klant = _open(h, zaak_id)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    if "initiatief" in gewijzigd and gewijzigd["initiatief"] is None:
        raise OngeldigeInvoer({"initiatief": "Dit veld kan niet leeg."})
    for veld, waarde in gewijzigd.items():
        setattr(zaak, veld, waarde)
    _vraag_volgende(h, klant, zaak)
    leg_vast(h, Inzetsoort.BESCHUTWERK_GEWIJZIGD, zaak, klant, {"velden": sorted(gewijzigd)})
    return beeld(h, zaak)


def selecteer_voor(h: Handeling, opdracht: VoorselectieOpdracht, zaak_id: UUID) -> Beschutwerkbeeld:
    """Record the preselection (DEV-BSW-904). Raises Geweigerd for who is close to work."""
    zaak, klant = _open(h, zaak_id)
    if zaak.initiatief is Initiatief.AMBTSHALVE:
        _eis("Deze klant kan niet ambtshalve worden voorgeselecteerd.", _groot_genoeg(h, klant))
    zaak.voorselectie_op, zaak.voorselectie_reden = _niet_later(h, opdracht.datum), opdracht.reden
    _vraag_volgende(h, klant, zaak)
    leg_vast(h, Inzetsoort.BESCHUTWERK_GEWIJZIGD, zaak, klant, {"velden": ["voorselectie"]})
    return beeld(h, zaak)


def _groot_genoeg(h: Handeling, klant: Klant) -> Toets:
    return toets_voorselectie(klant.klantgroep, beleid_op(h, klant.gemeente, h.vandaag).beleid)


def vraag_advies(h: Handeling, opdracht: AdviesvraagOpdracht, zaak_id: UUID) -> Beschutwerkbeeld:
    """Record who asked UWV for advice, and when (DEV-BSW-905).

    Raises Geweigerd for an employer, and before the preselection of an ex officio zaak (DEV-BSW-904).
    """
    zaak, klant = _open(h, zaak_id)
    dag = _niet_later(h, opdracht.datum)
    vooraf = toets_voor_advies(feiten_van(h, klant, zaak).model_copy(update={"advies_gevraagd_op": dag}))
    _eis("Het advies kan zo niet worden gevraagd.", toets_aanvrager(opdracht.aanvrager), vooraf)
    zaak.advies_gevraagd_op, zaak.advies_aanvrager = dag, opdracht.aanvrager
    zaak.advies = zaak.advies_op = zaak.advies_kenmerk = None
    _vraag_volgende(h, klant, zaak)
    inhoud = {"velden": ["adviesvraag"], "datum": dag, "aanvrager": opdracht.aanvrager}
    leg_vast(h, Inzetsoort.BESCHUTWERK_GEWIJZIGD, zaak, klant, inhoud)
    return beeld(h, zaak)


def ontvang_advies(h: Handeling, opdracht: UwvadviesOpdracht, zaak_id: UUID) -> Beschutwerkbeeld:
    """Record the advice, or one that takes its place (DEV-BSW-905). Raises Conflict when none was asked."""
    zaak, klant = _open(h, zaak_id)
    if zaak.advies_gevraagd_op is None:
        raise Conflict("Leg eerst vast wie UWV om advies vroeg.", "advies_niet_gevraagd")
    if not zaak.advies_gevraagd_op <= opdracht.datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag vanaf de vraag tot en met vandaag."})
    zaak.advies, zaak.advies_op, zaak.advies_kenmerk = opdracht.advies, opdracht.datum, opdracht.kenmerk
    _vraag_volgende(h, klant, zaak)
    leg_vast(h, Inzetsoort.BESCHUTWERK_GEWIJZIGD, zaak, klant, {"velden": ["advies"], "datum": opdracht.datum})
    return beeld(h, zaak)


def beslis_zaak(h: Handeling, opdracht: BeschutwerkbesluitOpdracht, zaak_id: UUID) -> Besluitstand:
    """Decide; the outcome follows the advice (DEV-BSW-906). Raises Geweigerd without advice."""
    zaak, klant = _open(h, zaak_id)
    voorstel = Besluitvoorstel(
        soort=BESCHUT_WERK,
        onderwerp=zaak,
        feiten=feiten_van(h, klant, zaak, opdracht),
        versie=beleid_op(h, klant.gemeente, h.vandaag),
        peildatum=h.vandaag,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    zaak.status = Beschutwerkstatus.BESLOTEN
    sluit_taken(h, zaak.id, Taaksoort.BESLUIT)
    vraag(h, klant, zaak.id, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def trek_in(h: Handeling, opdracht: BeschutwerkeindeOpdracht, zaak_id: UUID) -> Beschutwerkbeeld:
    """End a zaak: before the besluit it is withdrawn, after it the klant leaves the waiting list.

    Raises Conflict while a besluit is on its way, or while a place is granted or runs.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    if zaak.status not in (Beschutwerkstatus.OPEN, Beschutwerkstatus.VASTGESTELD):
        raise Conflict(f"Deze zaak is {zaak.status.value}.", "zaak_niet_te_beeindigen")
    eigen = plekken.plekken(h.sessie, [zaak.id])
    if any(plek.telt and (plek.tot is None or plek.tot > h.vandaag) for plek in eigen):
        raise Conflict("De klant heeft een plek; beëindig die eerst.", "plek_loopt")
    open_ = zaak.status is Beschutwerkstatus.OPEN
    zaak.status = Beschutwerkstatus.INGETROKKEN if open_ else Beschutwerkstatus.BEEINDIGD
    zaak.reden_einde, zaak.beeindigd_op = opdracht.reden, h.vandaag
    for rij in db.overbruggingen(h.sessie, [zaak.id]):
        if rij.tot is None or rij.tot > h.vandaag:
            rij.tot, rij.reden_einde = max(h.vandaag, rij.van), opdracht.reden
    sluit_taken(h, zaak.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Inzetsoort.BESCHUTWERK_BEEINDIGD, zaak, klant, {"status": zaak.status})
    return beeld(h, zaak)


def _open(h: Handeling, zaak_id: UUID) -> tuple[Beschutwerkzaak, Klant]:
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    if zaak.status is not Beschutwerkstatus.OPEN:
        raise Conflict(f"Deze zaak is {zaak.status.value}.", "zaak_niet_open")
    return zaak, klant


def _eis(melding: str, *toetsen: Toets) -> None:
    if geweigerd := niet_voldaan(toetsen):
        raise Geweigerd(melding, geweigerd)
