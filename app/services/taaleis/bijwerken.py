"""Taken and terms follow what counts: what is missing is made, what is no longer asked for is ended."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db.klant import Klant
from app.db.taak import Taak, Taakstatus, Termijnstatus
from app.db.taaleis import feit as db
from app.domain.taaleis.dossier import Taaldossier
from app.domain.taaleis.status import bepaal_status
from app.domain.taaleis.taken import ZAAK_BIJ, Taaltaak, taken
from app.domain.taaleis.termijnen import Bewaakt, lopende_termijnen
from app.services.handeling import Handeling
from app.services.taak import Bestemming, bewaak, maak_taak, sluit
from app.services.taaleis.dossier import beleid_van, laad

BEGIN: Final = "taaleis_"
ZAAKTAAK: Final = "taaleis_zaak_"


def werk_bij(h: Handeling, klant: Klant) -> None:
    """Bring taken and terms in line; what a person closed for the same fact does not come back."""
    dossier, beleid = laad(h, klant), beleid_van(h, klant).beleid
    oordeel = bepaal_status(dossier, beleid)
    bewaakt = list(lopende_termijnen(dossier, oordeel, beleid))
    _termijnen(h, klant, dossier, bewaakt)
    _taken(h, klant, dossier, (bewaakt, taken(dossier, oordeel, beleid, h.vandaag)))


def _bronnen(dossier: Taaldossier) -> frozenset[UUID]:
    """Return what still counts: what rested on something else lapses instead of being done."""
    regels = {UUID(regel.id) for regel in dossier.regels}
    return frozenset(regels | {UUID(besluit.id) for besluit in dossier.besluiten})


def _termijnen(h: Handeling, klant: Klant, dossier: Taaldossier, nodig: list[Bewaakt]) -> None:
    bekend, bronnen = db.termijnen(h.sessie, klant.id, BEGIN), _bronnen(dossier)
    gewenst = {(deel.termijn.soort, UUID(deel.bron), deel.termijn.einde): deel for deel in nodig}
    for rij in bekend:
        sleutel = (rij.soort, rij.onderwerp_id, rij.einde)
        if rij.status is Termijnstatus.LOPEND and sleutel not in gewenst:
            rij.status = Termijnstatus.GEHAALD if rij.onderwerp_id in bronnen else Termijnstatus.VERVALLEN
            rij.afgerond_op, rij.versie = h.nu, rij.versie + 1
        elif rij.status in (Termijnstatus.LOPEND, Termijnstatus.VERSTREKEN):
            gewenst.pop(sleutel, None)
    for deel in gewenst.values():
        bewaak(h, deel.termijn, klant, UUID(deel.bron), deel.vervolg)


def _taken(h: Handeling, klant: Klant, dossier: Taaldossier, nodig: tuple[list[Bewaakt], tuple[Taaltaak, ...]]) -> None:
    termijnen, taken_ = nodig
    eigen = [taak for taak in db.taken(h.sessie, klant.id, BEGIN) if not taak.soort.startswith(ZAAKTAAK)]
    nu_nodig = [*taken_, *_vervolg(h, klant, dossier, termijnen)]
    gewenst = {(taak.voorstel.soort, UUID(taak.bron)) for taak in nu_nodig}
    _sluit(h, dossier, [taak for taak in eigen if (taak.soort, taak.onderwerp_id) not in gewenst])
    er_al = {(taak.soort, taak.onderwerp_id) for taak in eigen if taak.status is Taakstatus.OPEN or taak.resultaat}
    for nieuw in nu_nodig:
        if (nieuw.voorstel.soort, UUID(nieuw.bron)) not in er_al:
            maak_taak(h, nieuw.voorstel, Bestemming(UUID(nieuw.bron), klant), vanaf=nieuw.vanaf)


def _vervolg(h: Handeling, klant: Klant, dossier: Taaldossier, termijnen: list[Bewaakt]) -> list[Taaltaak]:
    """Return what the terms that ran out ask for, unless a zaak about it is open."""
    voorbij = {
        (rij.soort, rij.onderwerp_id)
        for rij in db.termijnen(h.sessie, klant.id, BEGIN)
        if rij.status is Termijnstatus.VERSTREKEN
    }
    return [
        Taaltaak(bron=deel.bron, voorstel=deel.vervolg)
        for deel in termijnen
        if (deel.termijn.soort, UUID(deel.bron)) in voorbij
        and ZAAK_BIJ.get(deel.vervolg.soort) not in dossier.open_zaken
    ]


def _sluit(h: Handeling, dossier: Taaldossier, klaar: list[Taak]) -> None:
    bronnen = _bronnen(dossier) | {taak.klant_id for taak in klaar}
    for taak in klaar:
        if taak.status is Taakstatus.OPEN:
            sluit(h, taak, Taakstatus.GEDAAN if taak.onderwerp_id in bronnen else Taakstatus.VERVALLEN)
            taak.versie += 1
