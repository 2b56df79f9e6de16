"""Zaken: completing, deciding and ending what is found of doelgroep and loonwaarde."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.loonkosten import zaak as db
from app.db.loonkosten.zaak import (
    Loonkostenzaak,
    Loonkostenzaaksoort,
    Loonkostenzaakstand,
    Werkgeverbekendmaking,
)
from app.db.taak import Taakstatus
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.loonkosten.loonwaarde import Loonwaardeuitslag
from app.domain.loonkosten.model import Uitslag
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import REKENAARS
from app.services.handeling import Handeling
from app.services.loonkosten.feiten import verzamel
from app.services.loonkosten.forfaits import eigen_dienstverband
from app.services.loonkosten.opdrachten import (
    LoonkostenbesluitOpdracht,
    LoonkostenzaakIntrekkingOpdracht,
    WijzigLksDoelgroepzaakOpdracht,
    WijzigLoonwaardezaakOpdracht,
)
from app.services.loonkosten.taken import BESLUITTAAK, Taaksoort, vraag
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class Loonkostenzaakbeeld:
    """A zaak as it is shown: what the rules say of it now, its besluiten, and what the employer was sent."""

    zaak: Loonkostenzaak
    uitslag: Uitslag | Loonwaardeuitslag
    besluiten: Sequence[Besluitstand]
    werkgever: Sequence[Werkgeverbekendmaking]


def wijzig_doelgroep(h: Handeling, opdracht: WijzigLksDoelgroepzaakOpdracht, zaak_id: UUID) -> Loonkostenzaakbeeld:
    """Answer or correct the criteria, as long as there is no besluit."""
    return _wijzig(h, zaak_id, Loonkostenzaaksoort.DOELGROEP, opdracht.model_dump(mode="json", exclude_unset=True))


def wijzig_loonwaarde(h: Handeling, opdracht: WijzigLoonwaardezaakOpdracht, zaak_id: UUID) -> Loonkostenzaakbeeld:
    """Complete or correct the report, as long as there is no besluit."""
    gewijzigd = opdracht.model_dump(mode="json", exclude_unset=True)
    return _wijzig(h, zaak_id, Loonkostenzaaksoort.LOONWAARDE, gewijzigd)


def _wijzig(h: Handeling, zaak_id: UUID, soort: Loonkostenzaaksoort, gewijzigd: dict[str, Any]) -> Loonkostenzaakbeeld:
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    if zaak.soort is not soort:
        raise NietGevonden("Deze zaak is niet gevonden.")
    h.controleer_versie(zaak)
    moet_open_zijn(zaak)
    velden = sorted(gewijzigd)
    if "geldt_vanaf" in gewijzigd:
        zaak.datum = _verplicht("geldtVanaf", gewijzigd.pop("geldt_vanaf"))
    if "dienstverband_id" in gewijzigd:
        eigen = gewijzigd.pop("dienstverband_id")
        zaak.dienstverband_id = eigen_dienstverband(h, klant, UUID(eigen)).id if eigen else None
    samen: dict[str, Any] = zaak.gegevens | gewijzigd
    zaak.gegevens = {veld: waarde for veld, waarde in samen.items() if waarde is not None}
    leg_vast(h, Inzetsoort.LOONKOSTENZAAK_GEWIJZIGD, zaak, klant, {"zaakId": zaak.id, "velden": velden})
    return beeld(h, zaak, klant)


def _verplicht(veld: str, dag: str | None) -> date:
    if dag is None:
        raise OngeldigeInvoer({veld: "Dit veld kan niet leeg."})
    return date.fromisoformat(dag)


def beslis_zaak(h: Handeling, opdracht: LoonkostenbesluitOpdracht, zaak_id: UUID) -> Besluitstand:
    """Decide on what was recorded. Raises Geweigerd with what is missing or open."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    moet_open_zijn(zaak)
    dossier = verzamel(h, klant, zaak, opdracht.motivering)
    voorstel = Besluitvoorstel(
        soort=zaak.soort,
        onderwerp=zaak,
        feiten=dossier.feiten,
        versie=dossier.versie,
        peildatum=h.vandaag,
        bronnen=dossier.bronnen,
        motivering=opdracht.motivering,
        vervangt=zaak.corrigeert,
    )
    besluit = neem(h, klant, voorstel)
    zaak.stand = Loonkostenzaakstand.BESLOTEN
    sluit_taken(h, zaak.id, BESLUITTAAK[zaak.soort])
    vraag(h, klant, zaak.id, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def trek_in(h: Handeling, opdracht: LoonkostenzaakIntrekkingOpdracht, zaak_id: UUID) -> Loonkostenzaakbeeld:
    """End a zaak that was not decided on."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    moet_open_zijn(zaak)
    zaak.stand, zaak.reden_intrekking = Loonkostenzaakstand.INGETROKKEN, opdracht.reden
    sluit_taken(h, zaak.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Inzetsoort.LOONKOSTENZAAK_INGETROKKEN, zaak, klant, {"zaakId": zaak.id})
    return beeld(h, zaak, klant)


def moet_open_zijn(zaak: Loonkostenzaak) -> None:
    """Raise Conflict for a zaak that was decided or ended."""
    if zaak.stand is not Loonkostenzaakstand.OPEN:
        raise Conflict(f"Deze zaak is {zaak.stand.value}.", "zaak_niet_open")


def vind(h: Handeling, zaak_id: UUID, *, vergrendel: bool = False) -> tuple[Loonkostenzaak, Klant]:
    """Find a zaak with its klant; ``vergrendel`` locks the dossier and reads the zaak again under the lock."""
    zaak = db.zaak(h.sessie, h.actor, zaak_id)
    if zaak is None:
        raise NietGevonden("Deze zaak is niet gevonden.")
    klant = h.klant(zaak.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(zaak)
    return zaak, klant


def bekijk(h: Handeling, zaak_id: UUID) -> Loonkostenzaakbeeld:
    """Find and show a zaak."""
    return beeld(h, *vind(h, zaak_id))


def bekijk_zaken(h: Handeling, klant_id: UUID) -> list[Loonkostenzaakbeeld]:
    """Show the zaken of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, zaak, klant) for zaak in db.zaken(h.sessie, klant.id)]


def beeld(h: Handeling, zaak: Loonkostenzaak, klant: Klant) -> Loonkostenzaakbeeld:
    """Show a zaak with what is missing for its besluit."""
    h.sessie.flush()
    dossier = verzamel(h, klant, zaak)
    uitslag: Uitslag | Loonwaardeuitslag = REKENAARS[zaak.soort].beslis(
        dossier.feiten, dossier.versie.beleid, h.vandaag
    )
    genomen, verzonden = besluiten.besluiten_over(h.sessie, [zaak.id]), db.werkgeverbekendmakingen(h.sessie, [zaak.id])
    return Loonkostenzaakbeeld(zaak, uitslag, genomen, verzonden)
