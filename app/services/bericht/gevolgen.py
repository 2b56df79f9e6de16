"""What the sending of a message means for what it is about."""

from __future__ import annotations

from app.db.afspraak import Afspraak
from app.db.bericht.bericht import Bericht
from app.db.klant import Klant
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.kern.gebeurtenis import Soort
from app.services.afspraak.ketens import werk_keten_bij
from app.services.bericht.bevestigen import HERINNERINGEN
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def na_verzending(h: Handeling, klant: Klant, bericht: Bericht) -> None:
    """Do what follows on the sending of this message.

    A reminder by SMS is the proof that the klant was reminded, for which a no-show may wait (DEV-NOS-507).
    """
    if bericht.sjabloon not in HERINNERINGEN or bericht.kanaal is not Berichtkanaal.SMS:
        return
    afspraak = h.sessie.get(Afspraak, bericht.onderwerp_id, populate_existing=True)
    if afspraak is None or afspraak.sms_verzonden_op is not None:
        return
    afspraak.sms_verzonden_op = h.vandaag
    werk_keten_bij(h, klant, afspraak)
    inhoud = {"wijzen": afspraak.wijzen, "verzondenOp": afspraak.verzonden_op, "smsOp": afspraak.sms_verzonden_op}
    leg_vast(h, Soort.AFSPRAAK_UITNODIGING_VERZONDEN, afspraak, klant, inhoud)
