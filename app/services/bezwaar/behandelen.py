"""Receiving a bezwaar and handling it: confirmation, term, hearing, putting off, withdrawal (Awb 6:4 to 7:10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.bezwaar import bezwaar as db
from app.db.bezwaar.bezwaar import LOPEND, Bezwaar, Bezwaarstatus
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.bezwaar.feiten import Indiener
from app.domain.bezwaar.termijnen import BESLISTERMIJN, beslistermijn, verdaag
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.termijnen import Termijn
from app.services.bericht.klaarzetten import zet_klaar
from app.services.besluit.lezen import geldend, te_vervangen, vind
from app.services.besluit.rekenaars import BEZWAAR
from app.services.bezwaar.betrokken import betrokkenen
from app.services.bezwaar.opdrachten import (
    BezwaarhoorOpdracht,
    BezwaarintrekkingOpdracht,
    BezwaarOpdracht,
    VerdagingOpdracht,
    WijzigBezwaarOpdracht,
)
from app.services.bezwaar.taken import Taaksoort, vraag
from app.services.handeling import Handeling
from app.services.taak import bewaak, sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class Bezwaarbeeld:
    """A bezwaar as it is shown, with its besluiten, oldest first, and who did what for the besluit objected to."""

    bezwaar: Bezwaar
    besluiten: Sequence[Besluitstand]
    betrokkenen: Mapping[str, Sequence[str]] | None = None


def beleid_van(h: Handeling, klant: Klant) -> BezwaarBeleid:
    """Return the policy of today."""
    return h.beleid.geldend(BezwaarBeleid, klant.gemeente, h.vandaag).beleid


def ontvang(h: Handeling, opdracht: BezwaarOpdracht, besluit_id: UUID) -> Bezwaar:
    """Register a bezwaar, confirm it and let the term to decide run.

    A besluit that was replaced is objected to in what took its place (Awb 6:19). Raises Conflict when nothing stands,
    and for what is itself a decision on bezwaar or under bezwaar already.
    """
    eerste, klant = vind(h, besluit_id, vergrendel=True)
    stand = te_vervangen(h, geldend(h, eerste).besluit.id)
    if stand.besluit.soort == BEZWAAR:
        raise Conflict("Tegen een beslissing op bezwaar staat beroep bij de rechtbank open.", "beroep")
    if db.lopend_tegen(h.sessie, stand.besluit.id) is not None:
        raise Conflict("Tegen dit besluit loopt al een bezwaar.", "bezwaar_loopt_al")
    assert eerste.bekendmaking is not None
    assert stand.bekendmaking is not None
    _controleer_data(h, opdracht, eerste.bekendmaking.verzonden_op)
    later = opdracht.ontvangen_op >= stand.bekendmaking.verzonden_op
    zending = stand.bekendmaking if later else eerste.bekendmaking
    einde = Termijn.model_validate(zending.bezwaartermijn).einde
    termijn = beslistermijn(einde, beleid_van(h, klant))
    bezwaar = Bezwaar(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        besluit_id=stand.besluit.id,
        eerste_besluit_id=besluit_id,
        bezwaar_tot_en_met=einde,
        **opdracht.model_dump(),
        termijn=termijn.model_dump(mode="json"),
        status=Bezwaarstatus.OPEN,
        ontvangen_door=h.actor.medewerker_id,
        geopend_op=h.nu,
        versie=0,
    )
    h.sessie.add(bezwaar)
    _bevestig(h, klant, bezwaar, eerste.besluit.peildatum, termijn.einde)
    bewaak(h, termijn, klant, bezwaar.id)
    vraag(h, klant, bezwaar, Taaksoort.HOREN)
    inhoud = {"besluitId": stand.besluit.id, "ontvangenOp": bezwaar.ontvangen_op, "beslissenUiterlijk": termijn.einde}
    leg_vast(h, Soort.BEZWAAR_ONTVANGEN, bezwaar, klant, inhoud)
    return bezwaar


def _controleer_data(h: Handeling, opdracht: BezwaarOpdracht, verzonden_op: date) -> None:
    fout = {}
    if not verzonden_op <= opdracht.ontvangen_op <= h.vandaag:
        fout["ontvangenOp"] = "Geef een dag vanaf de verzending van het besluit tot en met vandaag."
    if opdracht.verstuurd_op is not None and not verzonden_op <= opdracht.verstuurd_op <= opdracht.ontvangen_op:
        fout["verstuurdOp"] = "Geef een dag vanaf de verzending van het besluit tot en met de ontvangst."
    if fout:
        raise OngeldigeInvoer(fout)


def _bevestig(h: Handeling, klant: Klant, bezwaar: Bezwaar, besluit_van: date, uiterlijk: date) -> None:
    gegevens = {
        "ontvangen_op": bezwaar.ontvangen_op,
        "besluit_van": besluit_van,
        "beslissen_uiterlijk": uiterlijk,
        "door_gemachtigde": bezwaar.indiener is Indiener.GEMACHTIGDE,
    }
    zet_klaar(h, klant, Sjabloon.BEZWAAR_ONTVANGEN, gegevens, onderwerp_id=bezwaar.id)


def wijzig(h: Handeling, opdracht: WijzigBezwaarOpdracht, bezwaar_id: UUID) -> Bezwaar:
    """Complete or correct an open bezwaar: grounds, postmark, the term for grounds, the judgement on being late."""
    bezwaar, klant = open_bezwaar(h, bezwaar_id)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    verschoond = gewijzigd.get("verschoonbaar", bezwaar.verschoonbaar)
    if verschoond is not None and not gewijzigd.get("verschoonbaar_reden", bezwaar.verschoonbaar_reden):
        raise OngeldigeInvoer({"verschoonbaarReden": "Geef de reden van dit oordeel."})
    for veld, waarde in gewijzigd.items():
        setattr(bezwaar, veld, waarde)
    leg_vast(h, Soort.BEZWAAR_GEWIJZIGD, bezwaar, klant, {"velden": sorted(gewijzigd)})
    return bezwaar


def leg_horen_vast(h: Handeling, opdracht: BezwaarhoorOpdracht, bezwaar_id: UUID) -> Bezwaar:
    """Record the hearing, or why there was none; a later record replaces an earlier one."""
    bezwaar, klant = open_bezwaar(h, bezwaar_id)
    if not bezwaar.ontvangen_op <= opdracht.datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag vanaf de ontvangst van het bezwaar tot en met vandaag."})
    bezwaar.gehoord, bezwaar.gehoord_op = opdracht.gehoord, opdracht.datum
    bezwaar.hoorverslag, bezwaar.reden_niet_horen = opdracht.verslag, opdracht.reden_niet_horen
    sluit_taken(h, bezwaar.id, Taaksoort.HOREN, Taaksoort.BESLUIT)
    vraag(h, klant, bezwaar, Taaksoort.BESLUIT)
    leg_vast(h, Soort.BEZWAAR_GEHOORD, bezwaar, klant, {"gehoord": opdracht.gehoord, "datum": opdracht.datum})
    return bezwaar


def verdaag_bezwaar(h: Handeling, opdracht: VerdagingOpdracht, bezwaar_id: UUID) -> Bezwaar:
    """Put the decision off. Raises Conflict when that was done before or the term is over."""
    bezwaar, klant = open_bezwaar(h, bezwaar_id)
    termijn = Termijn.model_validate(bezwaar.termijn)
    if termijn.verlengingen or termijn.einde < h.vandaag:
        raise Conflict("Verdagen kan één keer, en alleen binnen de beslistermijn.", "al_verdaagd")
    nieuw = verdaag(termijn, opdracht.reden, beleid_van(h, klant))
    bezwaar.termijn = nieuw.model_dump(mode="json")
    sluit_termijnen(h, bezwaar.id, BESLISTERMIJN, status=Termijnstatus.VERVALLEN)
    bewaak(h, nieuw, klant, bezwaar.id)
    leg_vast(h, Soort.BEZWAAR_VERDAAGD, bezwaar, klant, {"beslissenUiterlijk": nieuw.einde})
    return bezwaar


def trek_bezwaar_in(h: Handeling, opdracht: BezwaarintrekkingOpdracht, bezwaar_id: UUID) -> Bezwaar:
    """End a bezwaar that who made it withdraws. Raises Conflict once it was decided and sent."""
    bezwaar, klant = vind_bezwaar(h, bezwaar_id, vergrendel=True)
    h.controleer_versie(bezwaar)
    if bezwaar.status not in LOPEND:
        raise Conflict(f"Dit bezwaar is al {bezwaar.status.value}.", "bezwaar_afgesloten")
    bezwaar.status, bezwaar.reden_intrekking = Bezwaarstatus.INGETROKKEN, opdracht.reden
    sluit_taken(h, bezwaar.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, bezwaar.id, status=Termijnstatus.VERVALLEN)
    leg_vast(h, Soort.BEZWAAR_INGETROKKEN, bezwaar, klant, {"besluitId": bezwaar.besluit_id})
    return bezwaar


def open_bezwaar(h: Handeling, bezwaar_id: UUID) -> tuple[Bezwaar, Klant]:
    """Find an open bezwaar under the lock of its dossier, on the version that was seen."""
    bezwaar, klant = vind_bezwaar(h, bezwaar_id, vergrendel=True)
    h.controleer_versie(bezwaar)
    if bezwaar.status is not Bezwaarstatus.OPEN:
        raise Conflict(f"Dit bezwaar is {bezwaar.status.value}.", "bezwaar_niet_open")
    return bezwaar, klant


def vind_bezwaar(h: Handeling, bezwaar_id: UUID, *, vergrendel: bool = False) -> tuple[Bezwaar, Klant]:
    """Find a bezwaar; ``vergrendel`` locks the dossier and reads it again under the lock."""
    bezwaar = db.bezwaar(h.sessie, h.actor, bezwaar_id)
    if bezwaar is None:
        raise NietGevonden("Dit bezwaar is niet gevonden.")
    klant = h.klant(bezwaar.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(bezwaar)
    return bezwaar, klant


def toon_bezwaar(h: Handeling, bezwaar: Bezwaar) -> Bezwaarbeeld:
    """Show a bezwaar with its besluiten."""
    h.sessie.flush()
    wie = betrokkenen(h, vind(h, bezwaar.besluit_id)[0])
    return Bezwaarbeeld(bezwaar, besluiten.besluiten_over(h.sessie, [bezwaar.id]), wie)


def bekijk_bezwaren(h: Handeling, klant_id: UUID) -> list[Bezwaarbeeld]:
    """Show the bezwaren of a klant, oldest first."""
    rijen = db.bezwaren_van(h.sessie, h.klant(klant_id, vergrendel=False).id)
    standen = besluiten.besluiten_over(h.sessie, [rij.id for rij in rijen])
    return [Bezwaarbeeld(rij, [s for s in standen if s.besluit.onderwerp_id == rij.id]) for rij in rijen]


def verleg_bezwaar(h: Handeling, klant: Klant, oud: UUID, nieuw: UUID) -> None:
    """Let an open bezwaar be about the besluit that took the place of the one objected to (Awb 6:19)."""
    bezwaar = db.lopend_tegen(h.sessie, oud)
    if bezwaar is not None:
        bezwaar.besluit_id = nieuw
        inhoud: dict[str, Any] = {"van": oud, "naar": nieuw}
        leg_vast(h, Soort.BEZWAAR_VERLEGD, bezwaar, klant, inhoud)
