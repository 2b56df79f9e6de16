"""What the end of an aanvraag closes, whichever end it is; and the withdrawal, of the aanvraag or with its melding."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from app.db.aanvraag import aanvraag as db
from app.db.intake import stukken as stukken_db
from app.db.intake import voorschot as voorschotten
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.aanvraag.soorten import LOPEND, Aanvraagstatus
from app.domain.aanvraag.taken import Taaksoort, taak
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.aanvraag.dossier import Aanvraagdossier, beleid_op
from app.services.bericht.klaarzetten import trek_terug
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast

HERSTELTERMIJN: Final = "hersteltermijn_zoekperiode"
_GESLOTEN: Final = "De aanvraag is afgesloten."


def vraag(h: Handeling, d: Aanvraagdossier, soort: Taaksoort, waarom: str | None = None) -> None:
    """Put one taak of this kind in the werkvoorraad; an earlier one lapses."""
    sluit_taken(h, d.aanvraag.id, soort, status=Taakstatus.VERVALLEN)
    dagen = beleid_op(h, d, h.vandaag).beleid.opvolgen_werkdagen.waarde
    maak_taak(h, taak(soort, tel_werkdagen(h.vandaag, dagen), waarom), Bestemming(d.aanvraag.id, d.klant))


def betaald(h: Handeling, d: Aanvraagdossier) -> dict[str, Any]:
    """Return the voorschotten that were paid: they are settled with the uitkering (Participatiewet 52)."""
    staat = [rij for rij, weg in voorschotten.voorschotten(h.sessie, d.melding.id) if weg is None]
    regels = [{"voorschotId": rij.id, "bedrag": rij.bedrag, "datum": rij.datum} for rij in staat]
    return {"voorschotten": regels} if regels else {}


def sluit_aanvraag(h: Handeling, d: Aanvraagdossier) -> None:
    """End the terms for the decision and what was still asked: nobody is reminded of stukken any more."""
    nummer = d.melding.id
    sluit_termijnen(h, nummer, "streefdatum_besluit", "beslistermijn_aanvraag")
    sluit_taken(h, nummer, "streefdatum_voorbij", "beslistermijn_verstreken")
    soorten = (Taaksoort.VOORSCHOT_BESLISSEN, Taaksoort.HERSTELTERMIJN)
    sluit_taken(h, d.aanvraag.id, *soorten, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, d.aanvraag.id, HERSTELTERMIJN, status=Termijnstatus.VERVALLEN)
    for verzoek in stukken_db.verzoeken(h.sessie, nummer):
        trek_terug(h, verzoek.id, reden=_GESLOTEN)
        sluit_taken(h, verzoek.id, status=Taakstatus.VERVALLEN)
        sluit_termijnen(h, verzoek.id, status=Termijnstatus.VERVALLEN)
        if verzoek.status is stukken_db.Verzoekstatus.OPEN:
            verzoek.status = stukken_db.Verzoekstatus.VERVALLEN


def sluit(h: Handeling, d: Aanvraagdossier, status: Aanvraagstatus, reden: str) -> None:
    """Close an aanvraag on which no besluit follows: what waits for it lapses, a paid voorschot is looked at."""
    d.aanvraag.status, d.aanvraag.afgesloten_op, d.aanvraag.reden_einde = status, h.nu, reden
    sluit_taken(h, d.aanvraag.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, d.aanvraag.id, status=Termijnstatus.VERVALLEN)
    sluit_aanvraag(h, d)
    if betaald(h, d):
        vraag(h, d, Taaksoort.VOORSCHOT_TERUG)


def neem_intrekking_over(h: Handeling, d: Aanvraagdossier, getekend_op: date, reden: str) -> None:
    """Close a withdrawn aanvraag; the uitkeringsadministratie hears it per person."""
    d.aanvraag.intrekking_getekend_op = getekend_op
    sluit(h, d, Aanvraagstatus.INGETROKKEN, reden)
    inhoud = {"aanvraagId": d.aanvraag.id, "getekendOp": getekend_op}
    for klant in d.klanten:
        leg_vast(h, Soort.AANVRAAG_INGETROKKEN, d.aanvraag, klant, inhoud, {"soort": "aanvraag_intrekking", **inhoud})


def trek_mee_in(h: Handeling, dossier: Dossier, getekend_op: date | None, reden: str) -> None:
    """Withdraw the werkproces of a melding that the klant withdraws, signed (DEV-SCR-021), if it runs."""
    aanvraag = db.bij_melding(h.sessie, dossier.melding.id)
    if aanvraag is not None and aanvraag.status in LOPEND:
        neem_intrekking_over(h, Aanvraagdossier(aanvraag, dossier), getekend_op or h.vandaag, reden)
