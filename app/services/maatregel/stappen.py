"""Steps of a maatregelzaak: setting one, and taking a wrong one back with a reason."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from pydantic import Field

from app.db import maatregel as db
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Stapsoort, Zaakstatus
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.services.brief.bewijs import BRIEFSTAPPEN, gebruik_als_bewijs, laat_los
from app.services.handeling import Handeling, Opdracht
from app.services.maatregel.navolging import (
    NAVOLGING,
    controleer_navolging,
    maak_navolging_ongedaan,
    werk_navolging_bij,
)
from app.services.maatregel.stapcontrole import controleer_stap, controleer_wie
from app.services.maatregel.stapgevolgen import maak_ongedaan, werk_bij
from app.services.maatregel.stapsoorten import Stap, Tekst, lees_stap
from app.services.maatregel.stapsrij import maak_intrekking, maak_rij
from app.services.maatregel.zaken import vind
from app.services.vastleggen import leg_vast

_ONDER_HANDEN: Final = (Zaakstatus.OPEN, Zaakstatus.GEADVISEERD)


class StapIntrekOpdracht(Opdracht):
    """Waarom een stap niet klopt. De stap blijft zichtbaar, maar telt niet meer."""

    reden: Tekst = Field(examples=["De brief is niet aangetekend verzonden."])


def zet_stap(h: Handeling, opdracht: Stap, zaak_id: UUID) -> Maatregelzaak:
    """Record a step; it closes its own taak and starts the term that goes with it (DEV-MTR-513).

    Raises Conflict after the decision, Geweigerd for a hersteltermijn that gives too little time (DEV-MTR-514) or
    whose turn has not come.
    """
    navolging = opdracht.soort in NAVOLGING
    zaak, klant = _te_wijzigen(h, zaak_id, navolging)
    controleer_wie(h, zaak, Stapsoort(opdracht.soort))
    controleer_stap(h, zaak, klant, opdracht)
    if navolging:
        controleer_navolging(h, zaak, klant, opdracht)
    if isinstance(opdracht, BRIEFSTAPPEN):
        gebruik_als_bewijs(h, klant, zaak.id, opdracht)
    rij = maak_rij(h, zaak, opdracht)
    h.sessie.add(rij)
    (werk_navolging_bij if navolging else werk_bij)(h, zaak, klant, opdracht)
    inhoud = {"stapId": rij.id, "soort": rij.soort, "datum": rij.datum}
    leg_vast(h, Soort.MAATREGELZAAK_STAP_GEZET, zaak, klant, inhoud)
    return zaak


def trek_stap_in(h: Handeling, opdracht: StapIntrekOpdracht, zaak_id: UUID, stap_id: UUID) -> Maatregelzaak:
    """Take a step back: it stays in the dossier and no longer counts; what it closed must be done again."""
    alle = db.stappen(h.sessie, [vind(h, zaak_id, vergrendel=True)[0].id])
    stap = next((stap for stap in db.geldend(alle) if stap.id == stap_id), None)
    if stap is None:
        raise NietGevonden("Deze stap is niet gevonden, of al ingetrokken.")
    zaak, klant = _te_wijzigen(h, zaak_id, stap.soort in NAVOLGING)
    controleer_wie(h, zaak, stap.soort)
    h.sessie.add(maak_intrekking(h, zaak, stap.id, opdracht.reden))
    laat_los(h, klant, lees_stap(stap.inhoud), opdracht.reden)
    if stap.soort in NAVOLGING:
        maak_navolging_ongedaan(h, zaak, klant, stap)
    else:
        maak_ongedaan(h, zaak, klant, stap, [ander for ander in db.geldend(alle) if ander.id != stap.id])
    inhoud = {"stapId": stap.id, "soort": Stapsoort.INGETROKKEN, "vanSoort": stap.soort}
    leg_vast(h, Soort.MAATREGELZAAK_STAP_GEZET, zaak, klant, inhoud)
    return zaak


def _te_wijzigen(h: Handeling, zaak_id: UUID, navolging: bool) -> tuple[Maatregelzaak, Klant]:
    """Find a zaak in which such a step may still be set: before the decision, or after the dispatch."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    if navolging and zaak.status is not Zaakstatus.BEKENDGEMAAKT:
        raise Conflict("Deze stap hoort na de verzending van het besluit.", "zaak_niet_verzonden")
    if not navolging and zaak.status not in _ONDER_HANDEN:
        raise Conflict(f"Deze zaak is {zaak.status.value}; stappen wijzigen niet meer.", "zaak_niet_open")
    return zaak, klant
