"""Beslissen: the inkomensconsulent decides on the advice (DEV-MTR-505)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from pydantic import Field

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.domain.kern.fouten import Conflict
from app.domain.maatregel.feiten import Voorstel
from app.services.besluit.lezen import beslissing_van
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import MAATREGEL, REKENAARS
from app.services.handeling import Handeling, Opdracht
from app.services.maatregel.feiten import verzamel_feiten
from app.services.maatregel.stapsoorten import Tekst
from app.services.maatregel.taken import Taaksoort, vraag
from app.services.maatregel.zaken import vind
from app.services.taak import sluit_taken

_TE_BESLISSEN: Final = (Zaakstatus.OPEN, Zaakstatus.GEADVISEERD)
_NIET_VERZONDEN: Final = (Zaakstatus.BESLOTEN, Zaakstatus.GETOETST)


class MaatregelbesluitOpdracht(Opdracht):
    """Het besluit. Zonder `keuze` volgt het het advies; wie afwijkt, motiveert dat."""

    keuze: Voorstel | None = Field(default=None, examples=["opleggen"])
    motivering: Tekst | None = Field(default=None, examples=["Het advies is juist en volledig."])


def beslis_zaak(h: Handeling, opdracht: MaatregelbesluitOpdracht, zaak_id: UUID) -> Besluitstand:
    """Decide on a zaak as of today; the verlaging begins in the month after it.

    Raises Geweigerd with every condition that is not met, Conflict when the zaak was decided already. A besluit that
    was not sent before the month in which it takes effect may be taken again.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    if zaak.status not in _TE_BESLISSEN and not _te_laat_verzonden(h, zaak):
        raise Conflict(f"Deze zaak is {zaak.status.value}; er kan geen besluit meer komen.", "zaak_niet_open")
    dossier = verzamel_feiten(h, zaak, klant, h.vandaag)
    eigen = {
        "keuze": opdracht.keuze,
        "keuze_gemotiveerd": opdracht.motivering is not None,
        "besluiter": str(h.actor.medewerker_id),
    }
    voorstel = Besluitvoorstel(
        soort=MAATREGEL,
        onderwerp=zaak,
        feiten=dossier.feiten.model_copy(update=eigen),
        versie=dossier.versie,
        peildatum=h.vandaag,
        bronnen=dossier.bronnen,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    zaak.status = Zaakstatus.BESLOTEN
    sluit_taken(h, zaak.id, *Taaksoort)
    vraag(h, klant, zaak, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def _te_laat_verzonden(h: Handeling, zaak: Maatregelzaak) -> bool:
    """Tell whether the last besluit can no longer be sent before the day on which it takes effect."""
    if zaak.status not in _NIET_VERZONDEN:
        return False
    besluit = besluiten.besluiten_over(h.sessie, [zaak.id])[-1].besluit
    ingang = REKENAARS[besluit.soort].ingang(beslissing_van(besluit))
    return ingang is not None and h.vandaag >= ingang
