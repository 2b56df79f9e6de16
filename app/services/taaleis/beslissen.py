"""Beslissen: the besluit on a zaak of the taaleis, on the facts of today."""

from __future__ import annotations

from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.taaleis.zaak import Taaleiszaak, Taalzaakstatus
from app.services.besluit.lezen import beslissing_van
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import REKENAARS, TAALEIS
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.taaleis.opdrachten import TaaleisbesluitOpdracht
from app.services.taaleis.taken import Taaksoort, vraag
from app.services.taaleis.verzamelen import verzamel
from app.services.taaleis.zaken import moet_open_zijn, vind

_NIET_VERZONDEN = (Taalzaakstatus.BESLOTEN, Taalzaakstatus.GETOETST)


def beslis_zaak(h: Handeling, opdracht: TaaleisbesluitOpdracht, zaak_id: UUID) -> Besluitstand:
    """Decide as of today; what ends a verlaging takes the place of its besluit once it is sent.

    Raises Geweigerd with every condition that is not met or still open. A besluit that was not sent before the month
    in which it takes effect may be taken again.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    if not _te_laat_verzonden(h, zaak):
        moet_open_zijn(zaak)
    gevonden = verzamel(h, klant, zaak)
    feiten = gevonden.feiten.model_copy(update={"besluiter": str(h.actor.medewerker_id)})
    voorstel = Besluitvoorstel(
        soort=TAALEIS,
        onderwerp=zaak,
        feiten=feiten,
        versie=gevonden.versie,
        peildatum=h.vandaag,
        bronnen=gevonden.bronnen,
        motivering=opdracht.motivering,
        vervangt=UUID(feiten.lopend.besluit_id) if feiten.lopend else None,
    )
    besluit = neem(h, klant, voorstel)
    zaak.status = Taalzaakstatus.BESLOTEN
    sluit_taken(h, zaak.id, *Taaksoort)
    vraag(h, klant, zaak, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def _te_laat_verzonden(h: Handeling, zaak: Taaleiszaak) -> bool:
    """Tell whether the last besluit can no longer be sent before the day on which it takes effect."""
    if zaak.status not in _NIET_VERZONDEN:
        return False
    besluit = besluiten.besluiten_over(h.sessie, [zaak.id])[-1].besluit
    dag = REKENAARS[besluit.soort].ingang(beslissing_van(besluit))
    return dag is not None and h.vandaag >= dag
