"""Watching how long a klant is in a klantgroep, and the one extension of Matchen."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db import beleidspakket
from app.db import indeling as indelingen
from app.db import overweging as db
from app.db.indeling import Indeling
from app.db.klant import Klant
from app.db.overweging import Klantgroepverlenging
from app.db.taak import LopendeTermijn, Taakstatus, Termijnstatus, laatste_termijn
from app.domain.beleid.model import Versie
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.herziening import (
    VerlengingFeiten,
    herziening_op,
    herzieningstaak,
    toets_verlenging,
    wordt_herzien,
    zichtbaar_vanaf,
)
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.termijnen import beleidstermijn_dagen
from app.domain.kern.toets import niet_voldaan
from app.services.handeling import Handeling
from app.services.indeling.wisselopdrachten import VerlengingOpdracht
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen
from app.services.vastleggen import Eenmalig, leg_vast

TERMIJN = "klantgroep_herzien"


def start_traject(h: Handeling, klant: Klant, dag: date) -> None:
    """Begin to watch the klantgroep from the first kick-off that was attended (DEV-KGR-003, DEV-KGR-004)."""
    huidige = indelingen.geldend_op(h.sessie, klant.id, h.vandaag)
    if (
        huidige is None
        or not wordt_herzien(huidige.klantgroep, klant.kenmerken)
        or _termijn(h, klant.id, huidige.id) is not None
    ):
        return
    _bewaak(h, klant, huidige.id, dag, verlengd=False)


def verleng_matchen(h: Handeling, opdracht: VerlengingOpdracht, klant_id: UUID) -> Klantgroepverlenging:
    """Extend Matchen once, with a motivation (DEV-KGR-009).

    Raises Geweigerd outside Matchen, the second time, or before the six months are nearly over.
    """
    klant = h.klant(klant_id)
    h.controleer_versie(klant)
    versie = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag)
    huidige = indelingen.geldend_op(h.sessie, klant.id, h.vandaag)
    termijn = _termijn(h, klant.id, huidige.id) if huidige else None
    al = [rij.indeling_id for rij in db.verlengingen(h.sessie, klant.id)]
    feiten = VerlengingFeiten(
        klantgroep=klant.klantgroep,
        start=termijn.start if termijn else None,
        dag=h.vandaag,
        eerder_verlengd=huidige is not None and huidige.id in al,
    )
    toetsen = toets_verlenging(feiten, versie.beleid)
    if huidige is None or termijn is None or niet_voldaan(toetsen):
        raise Geweigerd("Matchen kan nu niet worden verlengd.", niet_voldaan(toetsen))
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    rij = _rij(h, huidige, termijn.start, versie)
    rij.motivering, rij.toetsen = opdracht.motivering, [toets.model_dump(mode="json") for toets in toetsen]
    h.sessie.add(rij)
    klant.versie += 1
    inhoud = {"indelingId": huidige.id, "nieuwEinde": rij.nieuw_einde}
    leg_vast(h, Soort.KLANTGROEP_VERLENGD, Eenmalig(rij.id), klant, inhoud)
    sluit_taken(h, huidige.id, TERMIJN)
    sluit_termijnen(h, huidige.id, TERMIJN)
    _bewaak(h, klant, huidige.id, termijn.start, verlengd=True)
    return rij


def _rij(h: Handeling, huidige: Indeling, start: date, versie: Versie[IndelingBeleid]) -> Klantgroepverlenging:
    einde = herziening_op(Klantgroep.MATCHEN, start, True, versie.beleid)
    assert einde is not None
    return Klantgroepverlenging(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=huidige.klant_id,
        indeling_id=huidige.id,
        start=start,
        nieuw_einde=einde,
        peildatum=h.vandaag,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        codeversie=CODEVERSIE,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )


def stop_traject(h: Handeling, klant: Klant) -> None:
    """Stop watching when the kick-off turns out not to have been attended."""
    huidige = indelingen.geldend_op(h.sessie, klant.id, h.vandaag)
    if huidige is not None:
        sluit_taken(h, huidige.id, TERMIJN, status=Taakstatus.VERVALLEN)
        sluit_termijnen(h, huidige.id, TERMIJN, status=Termijnstatus.VERVALLEN)


def bekijk_verlengingen(h: Handeling, klant_id: UUID) -> list[Klantgroepverlenging]:
    """Return the extensions of a klant, the latest first."""
    return db.verlengingen(h.sessie, h.klant(klant_id, vergrendel=False).id)


def _termijn(h: Handeling, klant_id: UUID, indeling_id: UUID) -> LopendeTermijn | None:
    """Return the newest term of an indeling, running or over, unless it lapsed."""
    h.sessie.flush()
    gevonden = laatste_termijn(h.sessie, klant_id, TERMIJN)
    return gevonden if gevonden is not None and gevonden.onderwerp_id == indeling_id else None


def _bewaak(h: Handeling, klant: Klant, indeling_id: UUID, start: date, *, verlengd: bool) -> None:
    assert klant.klantgroep is not None
    beleid = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid
    einde = herziening_op(klant.klantgroep, start, verlengd, beleid)
    if einde is None:
        return
    taak = herzieningstaak(klant.klantgroep, einde, verlengd, beleid)
    termijn = beleidstermijn_dagen(TERMIJN, taak.grondslag, start, (einde - start).days)
    bewaak(h, termijn, klant, indeling_id)
    maak_taak(h, taak, Bestemming(indeling_id, klant), vanaf=max(h.vandaag, zichtbaar_vanaf(einde, beleid)))
