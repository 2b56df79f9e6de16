"""Opschorting: preparing, deciding, and its end (Participatiewet 54)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic.alias_generators import to_camel
from uuid_utils.compat import uuid7

from app.db.besluit import Besluitstand
from app.db.blokkering import blokkering as blokkeringen
from app.db.blokkering import opschorting as db
from app.db.blokkering import situatie as situaties
from app.db.blokkering.opschorting import Opschorting, Opschortingstand
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.beleid.model import Versie
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.opschorting import OpschortingFeiten
from app.domain.blokkering.soorten import ONDERZOEKSGRONDEN
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import OPSCHORTING
from app.services.blokkering.besluitopdrachten import (
    BlokkeringbesluitOpdracht,
    OpschortingOpdracht,
    WijzigOpschortingOpdracht,
)
from app.services.blokkering.besluittaken import Taaksoort, vraag
from app.services.blokkering.pogingen import ladder_van
from app.services.blokkering.situaties import vind as vind_situatie
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

BEZIG = frozenset({Opschortingstand.OPEN, Opschortingstand.BESLOTEN, Opschortingstand.GETOETST})
_VERPLICHT = ("verzuim", "plicht", "verzuim_op")


def open_opschorting(h: Handeling, opdracht: OpschortingOpdracht, klant_id: UUID) -> Opschorting:
    """Prepare an opschorting; it comes from the situation of the running block unless another is named.

    Raises Conflict when one is prepared or runs already.
    """
    klant = h.klant(klant_id)
    loopt = (*BEZIG, Opschortingstand.LOPEND)
    if any(rij.status in loopt for rij in db.opschortingen(h.sessie, klant.id)):
        raise Conflict("Er is al een opschorting voor deze klant.", "opschorting_loopt_al")
    blok = blokkeringen.lopende(h.sessie, klant.id)
    situatie_id = opdracht.situatie_id or (blok.blokkeersituatie_id if blok else None)
    if situatie_id is not None:
        situatie = situaties.situatie(h.sessie, h.actor, situatie_id)
        if situatie is None or situatie.klant_id != klant.id or situatie.pad is None:
            raise OngeldigeInvoer({"situatieId": "Deze situatie hoort niet bij deze klant, of is nog niet begonnen."})
    rij = Opschorting(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        blokkeersituatie_id=situatie_id,
        **opdracht.model_dump(exclude={"situatie_id"}),
        status=Opschortingstand.OPEN,
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.OPSCHORTING_VOORBEREID, rij, klant, {"verzuim": rij.verzuim, "van": rij.van})
    if blok is not None:
        sluit_taken(h, blok.id, Taaksoort.OPSCHORTING)
    vraag(h, klant, rij, Taaksoort.OPSCHORTING)
    return rij


def wijzig_opschorting(h: Handeling, opdracht: WijzigOpschortingOpdracht, opschorting_id: UUID) -> Opschorting:
    """Complete or correct an opschorting that was not decided on."""
    rij, klant = vind(h, opschorting_id, vergrendel=True)
    h.controleer_versie(rij)
    moet_zijn(rij, Opschortingstand.OPEN)
    leg_vast(h, Soort.OPSCHORTING_GEWIJZIGD, rij, klant, {"velden": pas_toe(rij, opdracht, _VERPLICHT)})
    return rij


def pas_toe(rij: Any, opdracht: Any, verplicht: tuple[str, ...] = ()) -> list[str]:
    """Set what a change names, and return its names. Raises OngeldigeInvoer for what cannot be empty."""
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    if leeg := [veld for veld in verplicht if gewijzigd.get(veld, "") is None]:
        raise OngeldigeInvoer({to_camel(veld): "Dit veld kan niet leeg." for veld in leeg})
    for veld, waarde in gewijzigd.items():
        setattr(rij, veld, waarde)
    return sorted(to_camel(veld) for veld in gewijzigd)


def beslis(h: Handeling, opdracht: BlokkeringbesluitOpdracht, opschorting_id: UUID) -> Besluitstand:
    """Decide to suspend the right. Raises Geweigerd with what is missing or in the way."""
    rij, klant = vind(h, opschorting_id, vergrendel=True)
    h.controleer_versie(rij)
    moet_zijn(rij, Opschortingstand.OPEN)
    versie = h.beleid.geldend(BlokkeringBeleid, klant.gemeente, h.vandaag)
    eigen = {"motivering": opdracht.motivering, "besluiter": str(h.actor.medewerker_id)}
    voorstel = Besluitvoorstel(
        soort=OPSCHORTING,
        onderwerp=rij,
        feiten=feiten_van(h, klant, rij, versie).model_copy(update=eigen),
        versie=versie,
        peildatum=h.vandaag,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    rij.status = Opschortingstand.BESLOTEN
    sluit_taken(h, rij.id, Taaksoort.OPSCHORTING)
    vraag(h, klant, rij, Taaksoort.OPSCHORTING_TOETSEN)
    return Besluitstand(besluit, None, None)


def feiten_van(h: Handeling, klant: Klant, rij: Opschorting, versie: Versie[BlokkeringBeleid]) -> OpschortingFeiten:
    """Collect the facts: what was recorded, the ladder of the situation, and the ground of the block."""
    feiten: dict[str, Any] = {veld: getattr(rij, veld) for veld in WijzigOpschortingOpdracht.model_fields}
    if (blok := blokkeringen.lopende(h.sessie, klant.id)) is not None:
        feiten["direct"] = blok.grond in ONDERZOEKSGRONDEN
        feiten["doorbetaald"] = blok.uitkering - blok.geblokkeerd
    if rij.blokkeersituatie_id is not None:
        situatie, _ = vind_situatie(h, rij.blokkeersituatie_id)
        pogingen = situaties.pogingen(h.sessie, [situatie.id])
        feiten |= {
            "pad": situatie.pad,
            "no_shows": situatie.no_shows,
            "ladder": ladder_van(situatie, pogingen, versie.beleid),
        }
    return OpschortingFeiten(regime=klant.regime.value, **feiten)


def moet_zijn(rij: Opschorting, *standen: Opschortingstand) -> None:
    """Raise Conflict for an opschorting in another state."""
    if rij.status not in standen:
        woord = rij.status.value.replace("_", " ")
        raise Conflict(f"Deze opschorting is {woord}; dit kan nu niet.", "opschorting_niet_in_deze_stand")


def vind(h: Handeling, opschorting_id: UUID, *, vergrendel: bool = False) -> tuple[Opschorting, Klant]:
    """Find an opschorting; ``vergrendel`` locks the dossier and reads it again under the lock."""
    rij = db.opschorting(h.sessie, h.actor, opschorting_id)
    if rij is None:
        raise NietGevonden("Deze opschorting is niet gevonden.")
    klant = h.klant(rij.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(rij)
    return rij, klant


def laat_vervallen(h: Handeling, rij: Opschorting) -> None:
    """End the preparation; nothing was decided that has effect."""
    rij.status, rij.gesloten_op = Opschortingstand.VERVALLEN, h.vandaag
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
