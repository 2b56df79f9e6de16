"""Advies: the consulent establishes the gedraging and proposes (DEV-MTR-504)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from pydantic import Field

from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.domain.kern.fouten import Conflict, Geweigerd
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel.feiten import Voorstel
from app.domain.maatregel.gereedheid import voor_advies
from app.services.handeling import Handeling, Opdracht
from app.services.maatregel.feiten import verzamel_feiten
from app.services.maatregel.stapsoorten import Tekst
from app.services.maatregel.taken import Taaksoort, vraag
from app.services.maatregel.zaken import controleer_consulent, vind
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_VOOR_BESLUIT: Final = (Zaakstatus.OPEN, Zaakstatus.GEADVISEERD)
_HOREN: Final = "gehoord"


class AdviesOpdracht(Opdracht):
    """Het voorstel van de consulent, met de motivering."""

    voorstel: Voorstel = Field(examples=["opleggen"])
    motivering: Tekst = Field(examples=["De klant kwam twee keer niet en had daar geen goede reden voor."])


def adviseer(h: Handeling, opdracht: AdviesOpdracht, zaak_id: UUID) -> Maatregelzaak:
    """Give the advice, or replace it as long as nothing was decided.

    Raises Geweigerd when the procedure before the advice is not complete: to refrain, a hearing or its reason is
    enough (DEV-NOS-005).
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    controleer_consulent(h, zaak)
    h.controleer_versie(zaak)
    if zaak.status not in _VOOR_BESLUIT:
        raise Conflict(f"Deze zaak is {zaak.status.value}; er kan geen advies meer komen.", "zaak_niet_open")
    dossier = verzamel_feiten(h, zaak, klant, h.vandaag)
    mis = niet_voldaan(voor_advies(dossier.feiten, dossier.versie.beleid, h.vandaag))
    if mis := _nodig(opdracht.voorstel, mis):
        raise Geweigerd("Het advies kan nog niet; hieronder staat wat er ontbreekt.", mis, "niet_gereed")
    zaak.voorstel = opdracht.voorstel
    zaak.adviseur_id = h.actor.medewerker_id
    zaak.advies_op = h.vandaag
    zaak.advies_motivering = opdracht.motivering
    zaak.status = Zaakstatus.GEADVISEERD
    sluit_taken(h, zaak.id, Taaksoort.ADVIES, Taaksoort.BESLUIT)
    vraag(h, klant, zaak, Taaksoort.BESLUIT)
    leg_vast(h, Soort.MAATREGELZAAK_GEADVISEERD, zaak, klant, {"voorstel": zaak.voorstel})
    return zaak


def _nodig(voorstel: Voorstel, mis: tuple[Toets, ...]) -> tuple[Toets, ...]:
    if voorstel is Voorstel.AFZIEN:
        return tuple(toets for toets in mis if toets.voorwaarde == _HOREN)
    return mis
