"""Stukken: asking for them, the aanvultermijn, and what came in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.intake import stukken as db
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import LOPEND, Meldingstatus
from app.db.intake.stukken import Stuk, Stukkenverzoek, Stukstatus, Verzoekstatus
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.intake.stukken import (
    aanvultermijn,
    aanvultermijntaak,
    beltaak,
    buiten_behandelingtaak,
    inlevertermijn,
    smsdagen,
    toets_op_tijd,
)
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.termijnen import Termijn
from app.domain.kern.toets import Uitkomst
from app.domain.kern.werkdagen import EEN_DAG
from app.services.bericht.klaarzetten import trek_terug
from app.services.bericht.stukken import plan_herinneringen, stuur_aanvulbrief, stuur_lijst
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier, beleid_van, leg_samen_vast, open_dossier
from app.services.intake.opdrachten import AanvultermijnOpdracht, OntvangstOpdracht, StukkenverzoekOpdracht
from app.services.intake.termijnen import vernieuw_beslistermijn
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen

MET_AANVRAAG = (*LOPEND, Meldingstatus.DOORVERWEZEN)
_BINNEN = (Stukstatus.ONTVANGEN, Stukstatus.GOEDGEKEURD)


def vraag_stukken(h: Handeling, opdracht: StukkenverzoekOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Ask for stukken (DEV-AAN-009, DEV-AAN-015)."""
    dossier = open_dossier(h, melding_id, *MET_AANVRAAG)
    gevraagd = _dag(h, "gevraagdOp", opdracht.gevraagd_op, dossier.melding.meldingsdatum)
    verzoek = vraag(h, dossier, opdracht.stukken, gevraagd)
    stuur_lijst(h, dossier.klant, verzoek.id, dict.fromkeys(opdracht.stukken), verzoek.inleveren_uiterlijk)
    return beeld(h.sessie, dossier.melding)


def vraag(h: Handeling, dossier: Dossier, omschrijvingen: Iterable[str], gevraagd: date) -> Stukkenverzoek:
    """Start the inlevertermijn: a call after four werkdagen, and after the term an aanvultermijn."""
    beleid = beleid_van(h, dossier.melding).beleid
    termijn = inlevertermijn(gevraagd, beleid)
    verzoek = Stukkenverzoek(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=dossier.klant.id,
        melding_id=dossier.melding.id,
        status=Verzoekstatus.OPEN,
        gevraagd_op=gevraagd,
        inleveren_uiterlijk=termijn.einde,
    )
    h.sessie.add(verzoek)
    h.sessie.flush()
    h.sessie.add_all(
        Stuk(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=dossier.klant.id,
            verzoek_id=verzoek.id,
            omschrijving=omschrijving,
            status=Stukstatus.GEVRAAGD,
        )
        for omschrijving in dict.fromkeys(omschrijvingen)
    )
    bewaak(h, termijn, dossier.klant, verzoek.id, aanvultermijntaak(termijn))
    bellen = beltaak(gevraagd, beleid)
    maak_taak(h, bellen, Bestemming(verzoek.id, dossier.klant), vanaf=bellen.uiterste)
    leg_samen_vast(h, Soort.STUKKEN_GEVRAAGD, dossier, {"verzoekId": verzoek.id, "inleverenUiterlijk": termijn.einde})
    return verzoek


def stuur_aanvultermijn(h: Handeling, opdracht: AanvultermijnOpdracht, verzoek_id: UUID) -> Meldingbeeld:
    """Give a second term; meanwhile the beslistermijn stands still (DEV-AAN-002, DEV-AAN-009, DEV-AAN-016)."""
    dossier, verzoek = open_verzoek(h, verzoek_id)
    if verzoek.aanvulling_verzonden_op is not None:
        raise Conflict(
            "Voor dit verzoek is al een aanvultermijn gegeven; doe zo nodig een nieuw verzoek.", "al_gegeven"
        )
    if h.vandaag <= verzoek.inleveren_uiterlijk:
        raise Conflict(
            f"De klant kan nog inleveren tot en met {datum_voluit(verzoek.inleveren_uiterlijk)}.", "loopt_nog"
        )
    verzonden = _dag(h, "verzondenOp", opdracht.verzonden_op, verzoek.inleveren_uiterlijk + EEN_DAG)
    beleid = beleid_van(h, dossier.melding).beleid
    termijn = aanvultermijn(verzonden, beleid)
    verzoek.aanvulling_verzonden_op, verzoek.aanvulling_uiterlijk = verzonden, termijn.einde
    sluit_taken(h, verzoek.id, "aanvultermijn_sturen", "stukken_bellen")
    sluit_termijnen(h, verzoek.id, status=Termijnstatus.VERSTREKEN)
    bewaak(h, termijn, dossier.klant, verzoek.id, buiten_behandelingtaak(termijn))
    _bericht_aanvultermijn(h, dossier, verzoek, smsdagen(termijn, beleid), brief=opdracht.verzonden_op is None)
    vernieuw_beslistermijn(h, dossier)
    inhoud = {"verzoekId": verzoek.id, "verzondenOp": verzonden, "uiterlijk": termijn.einde}
    leg_samen_vast(h, Soort.STUKKEN_AANVULTERMIJN_GEGEVEN, dossier, inhoud)
    return beeld(h.sessie, dossier.melding)


def _bericht_aanvultermijn(
    h: Handeling, dossier: Dossier, verzoek: Stukkenverzoek, dagen: tuple[date, date, date], *, brief: bool
) -> None:
    """Send the letter, unless it went already, and the reminders about what is missing."""
    rijen = db.stukken(h.sessie, [verzoek.id])
    ontbreken = [stuk.omschrijving for stuk in rijen if stuk.status not in _BINNEN]
    if brief:
        stuur_aanvulbrief(h, dossier.klant, verzoek.id, ontbreken, dagen[1])
    plan_herinneringen(h, dossier.klant, verzoek.id, ontbreken, dagen)


def ontvang(h: Handeling, opdracht: OntvangstOpdracht, verzoek_id: UUID) -> Meldingbeeld:
    """Record what came in, in time or late; when everything is in, nothing is watched any more (DEV-AAN-015)."""
    dossier, verzoek = open_verzoek(h, verzoek_id)
    ontvangen = _dag(h, "ontvangenOp", opdracht.ontvangen_op, verzoek.gevraagd_op)
    stukken = {stuk.id: stuk for stuk in db.stukken(h.sessie, [verzoek.id])}
    vreemd = [nummer for nummer, regel in enumerate(opdracht.stukken) if regel.stuk_id not in stukken]
    if vreemd:
        raise OngeldigeInvoer({f"stukken.{nummer}.stukId": "Dit stuk hoort niet bij dit verzoek." for nummer in vreemd})
    termijn = _termijn_nu(h, dossier, verzoek)
    for regel in opdracht.stukken:
        _verwerk(stukken[regel.stuk_id], regel.status, ontvangen, termijn)
    compleet = all(stuk.status in _BINNEN for stuk in stukken.values())
    if compleet:
        _sluit(h, dossier, verzoek, ontvangen)
    inhoud = {"verzoekId": verzoek.id, "ontvangenOp": ontvangen, "compleet": compleet}
    leg_samen_vast(h, Soort.STUKKEN_ONTVANGEN, dossier, inhoud)
    return beeld(h.sessie, dossier.melding)


def _verwerk(stuk: Stuk, status: Stukstatus, ontvangen: date, termijn: Termijn) -> None:
    stuk.status = status
    binnen = status is not Stukstatus.GEVRAAGD
    stuk.ontvangen_op = ontvangen if binnen else None
    stuk.op_tijd = toets_op_tijd(ontvangen, termijn).uitkomst is Uitkomst.VOLDAAN if binnen else None


def _termijn_nu(h: Handeling, dossier: Dossier, verzoek: Stukkenverzoek) -> Termijn:
    beleid = beleid_van(h, dossier.melding).beleid
    if verzoek.aanvulling_verzonden_op is not None:
        return aanvultermijn(verzoek.aanvulling_verzonden_op, beleid)
    return inlevertermijn(verzoek.gevraagd_op, beleid)


def herinner(h: Handeling, verzoek_id: UUID) -> Meldingbeeld:
    """Record that the klant was reminded in another way than by the SMS that goes by itself (DEV-AAN-016)."""
    dossier, verzoek = open_verzoek(h, verzoek_id)
    if verzoek.aanvulling_uiterlijk is None:
        raise Conflict("Een herinnering hoort bij een aanvultermijn; geef die eerst.", "geen_aanvultermijn")
    verzoek.herinnerd_op = h.vandaag
    leg_samen_vast(h, Soort.STUKKEN_HERINNERD, dossier, {"verzoekId": verzoek.id})
    return beeld(h.sessie, dossier.melding)


def _sluit(h: Handeling, dossier: Dossier, verzoek: Stukkenverzoek, ontvangen: date) -> None:
    verzoek.status, verzoek.compleet_op = Verzoekstatus.COMPLEET, ontvangen
    trek_terug(h, verzoek.id, reden="De stukken zijn binnen.")
    sluit_taken(h, verzoek.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, verzoek.id)
    vernieuw_beslistermijn(h, dossier)


def open_verzoek(h: Handeling, verzoek_id: UUID) -> tuple[Dossier, Stukkenverzoek]:
    """Find a request that still waits for stukken, with its melding, locked. Raises NietGevonden or Conflict."""
    verzoek = db.verzoek(h.sessie, verzoek_id)
    if verzoek is None:
        raise NietGevonden("Dit stukkenverzoek is niet gevonden.")
    dossier = open_dossier(h, verzoek.melding_id, *MET_AANVRAAG)
    h.sessie.refresh(verzoek)
    if verzoek.status is not Verzoekstatus.OPEN:
        raise Conflict(f"Dit verzoek is {verzoek.status.value}.", "verkeerde_status")
    return dossier, verzoek


def _dag(h: Handeling, veld: str, gegeven: date | None, vanaf: date) -> date:
    dag = gegeven or h.vandaag
    if not vanaf <= dag <= h.vandaag:
        raise OngeldigeInvoer({veld: f"Kies een dag van {datum_voluit(vanaf)} tot en met vandaag."})
    return dag
