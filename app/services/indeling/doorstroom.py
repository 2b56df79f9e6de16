"""Doorstroom: what recorded activities ask to be assessed. A situation never moves a klant by itself."""

from __future__ import annotations

from app.db import activiteit as activiteiten
from app.db import overweging as db
from app.db import taak as taken
from app.db.klant import Klant
from app.db.overweging import Overweegstatus, Wisseloverweging
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.doorstroom import DoorstroomFeiten, Situatie, te_beoordelen, vraag_einde_uitkering
from app.domain.indeling.overweging import BEREKEND
from app.domain.kern.activiteit import Activiteitsoort
from app.domain.kern.maanden import eerste_van_de_maand
from app.services.activiteit.beeld import als_feiten
from app.services.handeling import Handeling
from app.services.indeling.overwegen import Opening, laat_vervallen, open_overweging, werk_bij
from app.services.maatregel.normen import normen
from app.services.taak import Bestemming, maak_taak
from app.services.vastleggen import log_verwerking


def beoordeel_doorstroom(h: Handeling, klant: Klant, *, werk: bool = False) -> None:
    """Open what must be assessed, and let lapse what was computed and no longer holds (DEV-KGR-508, DEV-KGR-510).

    ``werk`` tells that paid work was recorded or changed: then the question whether the uitkering ends is looked at.
    """
    beleid = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid
    feiten = _feiten(h, klant)
    situaties = te_beoordelen(feiten, h.vandaag, beleid)
    eerdere = db.overwegingen(h.sessie, klant.id)
    open_ = [o for o in eerdere if o.status is Overweegstatus.OPEN and o.aanleiding in BEREKEND]
    for overweging in open_:
        situatie = next((s for s in situaties if _zelfde(h, klant, overweging, s)), None)
        if situatie is None:
            laat_vervallen(h, klant, overweging)
        else:
            werk_bij(h, klant, overweging, situatie.toetsen)
    for situatie in situaties:
        if not any(_zelfde(h, klant, o, situatie) for o in open_) and not _beoordeeld(klant, eerdere, situatie):
            open_overweging(h, klant, Opening(situatie.aanleiding, situatie.vanaf, situatie.toetsen))
    taak = vraag_einde_uitkering(feiten, h.vandaag, beleid) if werk else None
    if taak is not None and not taken.open_taken(h.sessie, klant.id, (taak.soort,)):
        maak_taak(h, taak, Bestemming(klant.id, klant))


def _zelfde(h: Handeling, klant: Klant, overweging: Wisseloverweging, situatie: Situatie) -> bool:
    """Tell whether an open overweging is about this situation: both hold now, or both from the same later day."""
    nu = overweging.vanaf <= h.vandaag and situatie.vanaf <= h.vandaag
    over = (overweging.klantgroep, overweging.aanleiding) == (klant.klantgroep, situatie.aanleiding)
    return over and (nu or overweging.vanaf == situatie.vanaf)


def _beoordeeld(klant: Klant, eerdere: list[Wisseloverweging], situatie: Situatie) -> bool:
    """Tell whether the same facts were assessed already in this klantgroep; other facts ask for a new assessment."""
    gezien = [toets.model_dump(mode="json") for toets in situatie.toetsen]
    zaak = (klant.klantgroep, situatie.aanleiding)
    besloten = [o for o in eerdere if o.status is Overweegstatus.BESLOTEN and (o.klantgroep, o.aanleiding) == zaak]
    return any(o.toetsen == gezien for o in besloten)


def _feiten(h: Handeling, klant: Klant) -> DoorstroomFeiten:
    doet = als_feiten(h, klant.id)
    beelden = activiteiten.leefgebiedbeelden(h.sessie, klant.id)
    werkt = any(a.soort is Activiteitsoort.BETAALD_WERK and a.stand_op(h.vandaag) is not None for a in doet)
    return DoorstroomFeiten(
        klantgroep=klant.klantgroep,
        zorg_handhaving=klant.zorg_handhaving,
        activiteiten=doet,
        leefgebieden=beelden[0].problemen if beelden else {},
        norm=_norm(h, klant) if werkt else None,
    )


def _norm(h: Handeling, klant: Klant) -> int | None:
    """Return the norm of this month in eurocents, None when it is not known; reading the partner's age is logged."""
    if klant.partner_id is not None:
        log_verwerking(h, [klant.partner_id], "gelezen")
    regels, _ = normen(h, klant, [eerste_van_de_maand(h.vandaag)], {})
    return regels[0].norm if regels else None
