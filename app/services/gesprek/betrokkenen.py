"""Who helps a klant: recording, correcting and ending (DEV-AMB-008, DEV-DIA-515, DEV-DIA-516)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field
from pydantic.alias_generators import to_camel
from uuid_utils.compat import uuid7

from app.db.gesprek import betrokkene as db
from app.db.gesprek import praatplaat as praatplaten
from app.db.gesprek.betrokkene import Betrokkene, Betrokkenesoort
from app.db.klant import Klant
from app.domain.gesprek.leefgebied import LeefgebiedBeleid
from app.domain.gesprek.praatplaat import problemen, toets_hulp_bij_gezondheid
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.toets import Toets, Uitkomst
from app.services.handeling import Handeling, Opdracht, Wijziging
from app.services.taak import sluit_taken_van_klant
from app.services.vastleggen import leg_vast

VERWIJZEN = "gezondheid_verwijzen"
Zin = Annotated[str, Field(min_length=2, max_length=300)]
Gebieden = Annotated[tuple[Leefgebied, ...], Field(max_length=7)]


class BetrokkeneOpdracht(Opdracht):
    """Een hulpverlener, of iemand uit het eigen netwerk."""

    soort: Betrokkenesoort = Field(examples=["hulpverlener"])
    organisatienaam: Zin | None = Field(
        default=None, description="Verplicht bij een hulpverlener.", examples=["Huisarts"]
    )
    naam: Zin | None = Field(default=None, description="De contactpersoon; verplicht bij het eigen netwerk.")
    rol: Zin = Field(examples=["casemanager"], description="Wat hij of zij voor de klant is.")
    contact: Zin | None = Field(default=None, description="Hoe hij of zij te bereiken is.")
    frequentie: Zin | None = Field(default=None, description="Hoe vaak er contact is.")
    steun: Zin | None = Field(default=None, description="Wat hij of zij kan doen.")
    leefgebieden: Gebieden = ()
    uitnodigen: bool = Field(default=False, description="Uitnodigen voor volgende gesprekken.")
    contact_toegestaan: bool | None = Field(default=None, description="Of de klant contact goedvindt.")
    van: date | None = Field(default=None, description="Standaard vandaag.")


class WijzigBetrokkeneOpdracht(Wijziging):
    """Correctie of aanvulling; met `tot` eindigt de betrokkenheid (eerste dag waarop zij er niet meer is)."""

    organisatienaam: Zin | None = None
    naam: Zin | None = None
    rol: Zin | None = None
    contact: Zin | None = Field(default=None, examples=["0570 000000"])
    frequentie: Zin | None = None
    steun: Zin | None = None
    leefgebieden: Gebieden | None = None
    uitnodigen: bool | None = None
    contact_toegestaan: bool | None = None
    van: date | None = None
    tot: date | None = None


_VERPLICHT = ("rol", "leefgebieden", "uitnodigen", "van")


def leg_betrokkene_vast(h: Handeling, opdracht: BetrokkeneOpdracht, klant_id: UUID) -> Betrokkene:
    """Record somebody who helps; help with health closes the prompt to refer."""
    klant = h.klant(klant_id)
    wie = Betrokkene(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude={"van", "leefgebieden"}),
        leefgebieden=list(opdracht.leefgebieden),
        van=opdracht.van or h.vandaag,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    _controleer(h, wie)
    h.sessie.add(wie)
    leg_vast(h, Soort.BETROKKENE_VASTGELEGD, wie, klant, {"soort": wie.soort})
    _sluit_verwijzing(h, klant)
    return wie


def wijzig_betrokkene(h: Handeling, opdracht: WijzigBetrokkeneOpdracht, betrokkene_id: UUID) -> Betrokkene:
    """Correct what is known of somebody who helps, or end it."""
    wie = db.betrokkene(h.sessie, h.actor, betrokkene_id)
    if wie is None:
        raise NietGevonden("Deze betrokkene is niet gevonden.")
    klant = h.klant(wie.klant_id)
    h.sessie.refresh(wie)
    h.controleer_versie(wie)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    if leeg := [veld for veld in _VERPLICHT if gewijzigd.get(veld, "") is None]:
        raise OngeldigeInvoer({to_camel(veld): "Dit veld kan niet leeg." for veld in leeg})
    for veld, waarde in gewijzigd.items():
        setattr(wie, veld, list(waarde) if isinstance(waarde, tuple) else waarde)
    _controleer(h, wie)
    leg_vast(h, Soort.BETROKKENE_GEWIJZIGD, wie, klant, {"velden": sorted(map(to_camel, gewijzigd))})
    _sluit_verwijzing(h, klant)
    return wie


def bekijk_betrokkenen(h: Handeling, klant_id: UUID) -> list[Betrokkene]:
    """Return everybody who helps or helped a klant."""
    return db.betrokkenen(h.sessie, h.klant(klant_id, vergrendel=False).id)


def hulp_bij_gezondheid(h: Handeling, klant: Klant) -> Toets:
    """Test on the last praatplaat that there is help where health is a problem (DEV-DIA-516)."""
    platen = praatplaten.geldende(praatplaten.praatplaten(h.sessie, klant.id))
    scores = {Leefgebied(gebied): score["kleur"] for gebied, score in platen[0].scores.items()} if platen else {}
    beleid = h.beleid.geldend(LeefgebiedBeleid, klant.gemeente, platen[0].datum if platen else h.vandaag).beleid
    hulp = [Leefgebied(deel) for wie in db.hulpverleners(h.sessie, klant.id, h.vandaag) for deel in wie.leefgebieden]
    return toets_hulp_bij_gezondheid(problemen(scores, beleid), hulp)


def _sluit_verwijzing(h: Handeling, klant: Klant) -> None:
    h.sessie.flush()
    if hulp_bij_gezondheid(h, klant).uitkomst is Uitkomst.VOLDAAN:
        sluit_taken_van_klant(h, klant, VERWIJZEN)


def _controleer(h: Handeling, wie: Betrokkene) -> None:
    fouten = {}
    if wie.soort is Betrokkenesoort.HULPVERLENER and not wie.organisatienaam:
        fouten["organisatienaam"] = "Geef bij een hulpverlener de organisatie."
    if wie.soort is Betrokkenesoort.NETWERK and not wie.naam:
        fouten["naam"] = "Geef bij iemand uit het eigen netwerk de naam."
    if wie.van > h.vandaag:
        fouten["van"] = "Deze dag ligt in de toekomst."
    if wie.tot is not None and wie.tot < wie.van:
        fouten["tot"] = "Deze dag ligt voor het begin."
    if fouten:
        raise OngeldigeInvoer(fouten)
