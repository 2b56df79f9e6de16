"""The signals before something ends, for this room and for others that let a klant off a duty."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.kern.grondslag import Grondslag
from app.domain.verplichting.beleid import VerplichtingBeleid
from app.domain.verplichting.einde import Eindesoort, eindetaak, signaaldag
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken


def signaleer_einde(
    h: Handeling, klant: Klant, onderwerp_id: UUID, soort: Eindesoort, tot: date | None, grondslag: Grondslag
) -> None:
    """Let somebody know three months before ``tot``, the first day without it; an earlier signal lapses.

    Without an end, or when it is over already, there is nothing to tell. The klant is locked.
    """
    sluit_taken(h, onderwerp_id, soort.value, status=Taakstatus.VERVALLEN)
    if tot is None or tot <= h.vandaag:
        return
    beleid = h.beleid.geldend(VerplichtingBeleid, klant.gemeente, h.vandaag).beleid
    vanaf = max(signaaldag(tot, beleid), h.vandaag)
    maak_taak(h, eindetaak(soort, tot, grondslag), Bestemming(onderwerp_id, klant), vanaf=vanaf)
