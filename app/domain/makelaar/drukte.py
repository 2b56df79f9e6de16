"""How busy a makelaar is and how long klanten wait: numbers to look at, never a limit (DEV-PMK-505)."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.kern.werkdagen import werkdagen_te_laat
from app.domain.makelaar.beleid import MakelaarBeleid
from app.domain.makelaar.feiten import Makelaarwerk


class Makelaardrukte(BaseModel):
    """Open referrals, the longest and mean waiting time in werkdagen up to the first contact, and what stands out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lopend: int
    wacht_nog: int
    langste_wachttijd: int | None
    gemiddelde_wachttijd: float | None
    te_veel: bool
    te_lang: bool


def meet_drukte(werk: Makelaarwerk, vandaag: date, beleid: MakelaarBeleid) -> Makelaardrukte:
    """Measure the work of one makelaar; who was not seen yet waits until today."""
    wacht = [werkdagen_te_laat(op, contact or vandaag) for op, contact in werk.verwijzingen]
    langste = max(wacht, default=None)
    return Makelaardrukte(
        lopend=len(wacht),
        wacht_nog=sum(contact is None for _, contact in werk.verwijzingen),
        langste_wachttijd=langste,
        gemiddelde_wachttijd=round(sum(wacht) / len(wacht), 1) if wacht else None,
        te_veel=len(wacht) > beleid.signaal_open_verwijzingen.waarde,
        te_lang=langste is not None and langste > beleid.signaal_wachttijd_werkdagen.waarde,
    )
