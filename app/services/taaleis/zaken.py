"""Zaken: opening, completing and ending what a besluit about the taaleis is taken on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.db.taaleis import zaak as db
from app.db.taaleis.zaak import LOPEND, Taaleiszaak, Taalzaakstatus
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.taaleis.beslissing import Beslissing, beslis
from app.domain.taaleis.feiten import Taalzaaksoort
from app.services.handeling import Handeling
from app.services.taak import sluit_taken, sluit_taken_van_klant
from app.services.taaleis.bijwerken import werk_bij
from app.services.taaleis.opdrachten import (
    TaaleiszaakIntrekkingOpdracht,
    TaaleiszaakOpdracht,
    Taalweging,
    WijzigTaaleiszaakOpdracht,
)
from app.services.taaleis.taken import Taaksoort, vraag
from app.services.taaleis.verzamelen import verzamel
from app.services.vastleggen import leg_vast

_WEGING: Final = set(Taalweging.model_fields)


@dataclass(frozen=True)
class Taalzaakbeeld:
    """A zaak as it is shown: what the rules say of it now, and its besluiten, oldest first."""

    zaak: Taaleiszaak
    beoordeling: Beslissing
    besluiten: Sequence[Besluitstand]


def open_zaak(h: Handeling, opdracht: TaaleiszaakOpdracht, klant_id: UUID) -> Taalzaakbeeld:
    """Open a zaak. Raises Conflict when one of this kind runs already."""
    klant = h.klant(klant_id)
    gegevens = opdracht.model_dump(mode="json", include=_WEGING, exclude_none=True)
    _controleer(h, opdracht)
    if any(zaak.soort is opdracht.soort and zaak.status in LOPEND for zaak in db.zaken(h.sessie, klant.id)):
        raise Conflict("Er loopt al een zaak van deze soort voor deze klant.", "zaak_loopt_al")
    zaak = Taaleiszaak(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=opdracht.soort,
        status=Taalzaakstatus.OPEN,
        gegevens=gegevens,
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(zaak)
    leg_vast(h, Soort.TAALEISZAAK_GEOPEND, zaak, klant, {"zaakId": zaak.id})
    if zaak.soort is Taalzaaksoort.ONTHEFFING:
        sluit_taken_van_klant(h, klant, Taaksoort.ONTHEFFING)
    vraag(h, klant, zaak, Taaksoort.BESLUIT)
    werk_bij(h, klant)
    return beeld(h, zaak, klant)


def wijzig_zaak(h: Handeling, opdracht: WijzigTaaleiszaakOpdracht, zaak_id: UUID) -> Taalzaakbeeld:
    """Complete or correct what was found and weighed, as long as there is no besluit."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    moet_open_zijn(zaak)
    _controleer(h, opdracht)
    gewijzigd = opdracht.model_dump(mode="json", exclude_unset=True)
    samen: dict[str, Any] = zaak.gegevens | gewijzigd
    zaak.gegevens = {veld: waarde for veld, waarde in samen.items() if waarde is not None}
    leg_vast(h, Soort.TAALEISZAAK_GEWIJZIGD, zaak, klant, {"zaakId": zaak.id})
    return beeld(h, zaak, klant)


def trek_zaak_in(h: Handeling, opdracht: TaaleiszaakIntrekkingOpdracht, zaak_id: UUID) -> Taalzaakbeeld:
    """End a zaak of which no besluit was sent."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    if zaak.status not in LOPEND:
        raise Conflict(f"Deze zaak is al {zaak.status.value}.", "zaak_afgesloten")
    zaak.status, zaak.reden_vervallen = Taalzaakstatus.VERVALLEN, opdracht.reden
    sluit_taken(h, zaak.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.TAALEISZAAK_VERVALLEN, zaak, klant, {"zaakId": zaak.id})
    werk_bij(h, klant)
    return beeld(h, zaak, klant)


def _controleer(h: Handeling, weging: Taalweging) -> None:
    if weging.gehoord_op is not None and weging.gehoord_op > h.vandaag:
        raise OngeldigeInvoer({"gehoordOp": "Deze dag ligt in de toekomst."})


def moet_open_zijn(zaak: Taaleiszaak) -> None:
    """Raise Conflict for a zaak that was decided or lapsed."""
    if zaak.status is not Taalzaakstatus.OPEN:
        raise Conflict(f"Deze zaak is {zaak.status.value}.", "zaak_niet_open")


def vind(h: Handeling, zaak_id: UUID, *, vergrendel: bool = False) -> tuple[Taaleiszaak, Klant]:
    """Find a zaak with its klant; ``vergrendel`` locks the dossier and reads the zaak again under the lock."""
    zaak = db.zaak(h.sessie, h.actor, zaak_id)
    if zaak is None:
        raise NietGevonden("Deze zaak is niet gevonden.")
    klant = h.klant(zaak.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(zaak)
    return zaak, klant


def bekijk(h: Handeling, zaak_id: UUID) -> Taalzaakbeeld:
    """Find and show a zaak."""
    return beeld(h, *vind(h, zaak_id))


def beeld(h: Handeling, zaak: Taaleiszaak, klant: Klant) -> Taalzaakbeeld:
    """Show a zaak with what is missing for its besluit."""
    h.sessie.flush()
    gevonden = verzamel(h, klant, zaak)
    beoordeling = beslis(gevonden.feiten, gevonden.versie.beleid, h.vandaag)
    return Taalzaakbeeld(zaak, beoordeling, besluiten.besluiten_over(h.sessie, [zaak.id]))
