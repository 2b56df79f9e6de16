"""Herroepen: a grant that was taken back in bezwaar leaves nothing to be paid, and nothing promised (Awb 7:11)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit
from app.db.klant import Klant
from app.db.subsidie import betaling as betalingen
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidie, Subsidiestand, Termijnstand
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.services.handeling import Handeling
from app.services.subsidie.afloop import NIET_BETAALD
from app.services.subsidie.betaaltaak import werk_betaaltaak_bij
from app.services.subsidie.budget import boek_minder, laat_los
from app.services.subsidie.lezen import vind
from app.services.subsidie.taken import Taaksoort
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_REDEN: Final = "Het besluit is in bezwaar herroepen."
_RAAKT: Final = (Subsidiestand.TOEGEKEND, Subsidiestand.BEEINDIGD)


def herroep(h: Handeling, klant: Klant, besluit: Besluit) -> bool:
    """Let lapse what the grant gave and was not paid, and tell whether it did; ``klant`` is locked.

    What was paid stays on record under a subsidie that is ended, so that it can be fixed and claimed back (Awb 4:57).
    One that was decided on again is left to a person: which besluit holds for which month, the rules do not say.
    """
    rij, _ = vind(h, besluit.onderwerp_id)
    eigen = [s for s in besluiten.besluiten_over(h.sessie, [rij.id]) if s.besluit.soort == rij.regeling.value]
    verzonden = [s.besluit.id for s in eigen if s.bekendmaking is not None]
    if rij.stand not in _RAAKT or verzonden != [besluit.id]:
        return False
    lopend = {o.termijn_id for o in betalingen.betaalopdrachten(h.sessie, [rij.id]) if o.loopt}
    _laat_vervallen(h, klant, rij, lopend)
    sluit_taken(h, rij.id, Taaksoort.AANGEHOUDEN, Taaksoort.FACTUUR)
    werk_betaaltaak_bij(h, klant, rij)
    if lopend:
        rij.stand = Subsidiestand.BEEINDIGD
        leg_vast(h, Inzetsoort.SUBSIDIE_BEEINDIGD, rij, klant, {"besluitId": besluit.id})
    else:
        rij.stand, rij.reden_intrekking = Subsidiestand.INGETROKKEN, _REDEN
        leg_vast(h, Inzetsoort.SUBSIDIE_INGETROKKEN, rij, klant, {"besluitId": besluit.id})
    return True


def _laat_vervallen(h: Handeling, klant: Klant, rij: Subsidie, lopend: set[UUID]) -> None:
    """Free all that is promised, or only what lapses while a payment is on its way: that is booked when it is paid."""
    termijnen = db.termijnen(h.sessie, [rij.id])
    onderweg = any(t.id in lopend and t.stand is not Termijnstand.BETAALD for t in termijnen)
    for termijn in termijnen:
        if termijn.stand in NIET_BETAALD and termijn.id not in lopend:
            termijn.stand, termijn.reden = Termijnstand.VERVALLEN, _REDEN
            termijn.versie += 1
            if onderweg:
                boek_minder(h, klant, termijn, termijn.bedrag, _REDEN)
    if not onderweg:
        laat_los(h, klant, rij)
