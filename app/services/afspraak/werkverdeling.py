"""Werkverdeling: after a kick-off every invited klant has a consulent, no-shows included (DEV-NOS-006)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from app.db import taak as taken
from app.db.afspraak import Bijeenkomst
from app.db.klant import Klant
from app.domain.afspraak.feiten import KickOffBegeleiding
from app.domain.afspraak.no_show import taak_werkverdeling
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken_van_klant
from app.services.vastleggen import leg_vast

_CONSULENT = {
    Klantgroep.MATCHEN: KickOffBegeleiding.WERKCONSULENT_MATCHEN,
    Klantgroep.GROEIEN: KickOffBegeleiding.WERKCONSULENT_GROEIEN,
    Klantgroep.FACILITEREN: KickOffBegeleiding.INKOMENSCONSULENT,
}


class Verdeling:
    """Spreads klanten without a consulent evenly over the consulenten who lead the bijeenkomst."""

    def __init__(self, bijeenkomst: Bijeenkomst, klanten: Iterable[Klant]) -> None:
        functie = _CONSULENT.get(bijeenkomst.klantgroep)
        self._veld = "inkomensconsulent_id" if functie is KickOffBegeleiding.INKOMENSCONSULENT else "consulent_id"
        begeleiders = [UUID(deel["medewerkerId"]) for deel in bijeenkomst.begeleiders if deel["functie"] == functie]
        vast = Counter(getattr(klant, self._veld) for klant in klanten)
        self._werk = {begeleider: vast[begeleider] for begeleider in begeleiders}

    def wijs_toe(self, h: Handeling, klant: Klant) -> None:
        """Give a klant without consulent one, or ask for it when no consulent led the bijeenkomst."""
        if getattr(klant, self._veld) is not None:
            return
        if not self._werk:
            voorstel = taak_werkverdeling(h.vandaag, productenboek("3.3.1"))
            if not taken.open_taken_van_klant(h.sessie, klant.id, (voorstel.soort,)):
                maak_taak(h, voorstel, Bestemming(klant.id, klant))
            return
        consulent = min(self._werk, key=lambda begeleider: (self._werk[begeleider], begeleider))
        self._werk[consulent] += 1
        setattr(klant, self._veld, consulent)
        sluit_taken_van_klant(h, klant, "consulent_toewijzen")
        veld = "inkomensconsulentId" if self._veld == "inkomensconsulent_id" else "consulentId"
        leg_vast(h, Soort.KLANT_TOEGEWEZEN, klant, klant, {veld: consulent})
