"""Bewaking: three months after the start of the routekaart BeKonnecteD starts, unless the klant flowed out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.db import taak as taken
from app.db.klant import Klant
from app.domain.bekonnected.toetsen import START, StartFeiten, starttaak, termijn_start
from app.services.bekonnected.beeld import beleid_van, lopend
from app.services.handeling import Handeling
from app.services.taak import Bestemming, bewaak, maak_taak
from app.services.werkgever.dienstverbanden import dienstverbanden_van


def bewaak_routekaart(h: Handeling, klant: Klant, start: date) -> None:
    """Let the term run from the start of the first routekaart; a later one does not begin it anew (DEV-BKN-001)."""
    h.sessie.flush()
    if not taken.lopende_termijnen(h.sessie, klant.id, (START,)):
        bewaak(h, termijn_start(start, beleid_van(h, klant).beleid), klant, klant.id)


def vraag_start(h: Handeling, klant: Klant, _onderwerp_id: UUID) -> None:
    """Ask to start, once the term is over and the klant is still looking for work."""
    vandaag = h.vandaag
    werk = [feiten.op(vandaag) for feiten in dienstverbanden_van(h, klant.id) if feiten.loopt_op(vandaag)]
    voltijds = any(een.uren_per_week >= een.voltijd_uren_per_week for een in werk)
    feiten = StartFeiten(
        klantgroep=klant.klantgroep,
        voltijds_werk=voltijds,
        deeltijds_werk=bool(werk),
        loopt_al=lopend(h, klant) is not None,
    )
    voorstel = starttaak(feiten, vandaag, beleid_van(h, klant).beleid)
    if voorstel is not None:
        maak_taak(h, voorstel, Bestemming(klant.id, klant))
