"""Correcting a melding, and withdrawing it before the screening."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.intake import screening as screeningen
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import LOPEND, WACHTEND, Meldingstatus
from app.db.intake.screening import Screeningstatus
from app.domain.agenda.soorten import Agendastatus
from app.domain.intake.agenda import toets_binnen_norm
from app.domain.intake.feiten import ScreeningFeiten, ScreeningUitkomst
from app.domain.intake.melding import screeningstermijn, toets_zoekperiode
from app.domain.intake.sluiten import toets_intrekking
from app.domain.intake.soorten import Formulier
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Uitkomst, alle_voldaan
from app.services.aanvraag.sluiten import trek_mee_in
from app.services.agenda.boeken import sluit_punt
from app.services.handeling import Handeling
from app.services.intake.digitaal import PAPIER
from app.services.intake.dossier import Dossier, beleid_van, leg_samen_vast, open_dossier
from app.services.intake.melding import GEEN_SCAN, datumfouten
from app.services.intake.opdrachten import MeldingintrekkingOpdracht, WijzigMeldingOpdracht
from app.services.intake.termijnen import herbereken, laat_vervallen
from app.services.intake.werkproces import vraag_werkproces
from app.services.taak import sluit_taken

_VERPLICHT = ("kanaal", "meldingsdatum", "hulpvragen", "formulier", "formulierlink_verzonden")
_VOOR_TERMIJNEN = {"kanaal", "meldingsdatum"}


def wijzig(h: Handeling, opdracht: WijzigMeldingOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Correct or complete a melding; another day or channel has the terms counted again.

    The meldingsdatum does not move when the aanvraag comes later (DEV-MEL-005).
    """
    dossier = open_dossier(h, melding_id, *LOPEND)
    melding = dossier.melding
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    _controleer(h, dossier, gewijzigd)
    for veld, waarde in gewijzigd.items():
        setattr(melding, veld, sorted(set(waarde)) if isinstance(waarde, list) else waarde)
    if gewijzigd.get("formulier_ontvangen_op") and melding.formulier is Formulier.VOLGT:
        melding.formulier = Formulier.DIGITAAL
    if gewijzigd.get("formulier_ontvangen_op"):
        sluit_taken(h, melding.id, PAPIER)
    if gewijzigd.keys() & _VOOR_TERMIJNEN:
        _herbereken(h, dossier)
    if screeningen.geplande(h.sessie, melding.id) is not None:
        vraag_werkproces(h, dossier)
    leg_samen_vast(h, Soort.MELDING_GEWIJZIGD, dossier, {"velden": sorted(gewijzigd)})
    return beeld(h.sessie, melding)


def _controleer(h: Handeling, dossier: Dossier, gewijzigd: dict[str, Any]) -> None:
    melding = dossier.melding
    fouten = {_camel(veld): "Dit veld kan niet leeg." for veld in _VERPLICHT if gewijzigd.get(veld, "") is None}
    if not fouten:
        fouten = _datums(h, dossier, gewijzigd)
    ontvangen = gewijzigd.get("formulier_ontvangen_op")
    if ontvangen is not None and ontvangen > h.vandaag:
        fouten["formulierOntvangenOp"] = "Deze dag ligt in de toekomst."
    scan = gewijzigd.get("scan_kenmerk", melding.scan_kenmerk)
    if gewijzigd.get("formulier") is Formulier.PAPIER and scan is None:
        fouten["scanKenmerk"] = GEEN_SCAN
    if fouten:
        raise OngeldigeInvoer(fouten)


def _datums(h: Handeling, dossier: Dossier, gewijzigd: dict[str, Any]) -> dict[str, str]:
    melding = dossier.melding
    gemeld = gewijzigd.get("meldingsdatum", melding.meldingsdatum)
    if not {"meldingsdatum", "aanvraagdatum"} & gewijzigd.keys():
        return {}
    fouten = datumfouten(h, gemeld, gewijzigd.get("aanvraagdatum", melding.aanvraagdatum))
    if gemeld == melding.meldingsdatum:
        fouten.pop("meldingsdatum", None)
    if any(klant.geboortedatum > gemeld for klant in dossier.klanten):
        fouten["meldingsdatum"] = "Deze dag ligt voor de geboortedatum."
    return fouten


def _camel(veld: str) -> str:
    eerste, *rest = veld.split("_")
    return eerste + "".join(deel.capitalize() for deel in rest)


def _herbereken(h: Handeling, dossier: Dossier) -> None:
    beleid = beleid_van(h, dossier.melding).beleid
    for (persoon, _), feiten in zip(dossier.personen, dossier.feiten(), strict=True):
        persoon.zoekperiode = toets_zoekperiode(feiten, beleid).model_dump(mode="json")
    herbereken(h, dossier)
    gepland = screeningen.geplande(h.sessie, dossier.melding.id)
    if gepland is not None:
        toets = toets_binnen_norm(gepland.begin, screeningstermijn(dossier.melding.meldingsdatum, beleid))
        gepland.buiten_norm = toets.uitkomst is not Uitkomst.VOLDAAN


def volg_kenmerken(h: Handeling, dossier: Dossier) -> None:
    """Count the terms again when what was learned of a person changes the zoekperiode (DEV-JON-003, DEV-JON-009)."""
    beleid = beleid_van(h, dossier.melding).beleid
    nieuw = [toets_zoekperiode(feiten, beleid).model_dump(mode="json") for feiten in dossier.feiten()]
    if nieuw != [persoon.zoekperiode for persoon, _ in dossier.personen]:
        _herbereken(h, dossier)
        leg_samen_vast(h, Soort.MELDING_GEWIJZIGD, dossier, {"velden": ["zoekperiode"]})


def trek_in(h: Handeling, opdracht: MeldingintrekkingOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Withdraw a melding before the screening; the klant signs for it (DEV-SCR-021)."""
    dossier = open_dossier(h, melding_id, *WACHTEND)
    melding = dossier.melding
    getekend = opdracht.getekend_op
    if getekend is not None and not melding.meldingsdatum <= getekend <= h.vandaag:
        raise OngeldigeInvoer({"getekendOp": "Kies een dag vanaf de meldingsdatum tot en met vandaag."})
    feiten = ScreeningFeiten(
        uitkomst=ScreeningUitkomst.INGETROKKEN, einde_datum=h.vandaag, intrekking_getekend_op=getekend
    )
    toets = toets_intrekking(feiten)
    if not alle_voldaan([toets]):
        raise Geweigerd("Een melding kan pas worden ingetrokken als de klant daarvoor heeft getekend.", [toets])
    melding.intrekking_reden = opdracht.reden
    melding.intrekking_getekend_op = getekend
    melding.status, melding.afgesloten_op = Meldingstatus.INGETROKKEN, h.nu
    laat_vervallen(h, dossier)
    trek_mee_in(h, dossier, getekend, opdracht.reden or "De klant trok de melding in.")
    gepland = screeningen.geplande(h.sessie, melding.id)
    if gepland is not None:
        gepland.status = Screeningstatus.VERVALLEN
        sluit_punt(h, gepland.id, Agendastatus.VERVALLEN)
    leg_samen_vast(h, Soort.MELDING_INGETROKKEN, dossier, {"getekendOp": getekend})
    return beeld(h.sessie, melding)
