"""The reports on a traject for niet-willers, by its three parties (DEV-MTR-004)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.verwijzing import verwijzing as db
from app.db.verwijzing.verwijzing import Verwijzing, Verwijzingrapportage, Verwijzingstatus
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.verwijzing.beleid import Verwijsaanleiding, VerwijzingBeleid
from app.domain.verwijzing.regels import Taaksoort, Trajectpartij, rapportagetaak
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast


class RapportageOpdracht(Opdracht):
    """Hoe het traject gaat, volgens een van de drie partijen."""

    partij: Trajectpartij = Field(examples=["aanbieder"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    tekst: Annotated[str, StringConstraints(min_length=10, max_length=4000)] = Field(
        examples=["De klant kwam deze maand naar alle bijeenkomsten en zoekt zelf naar een werkplek."]
    )
    vervangt: UUID | None = Field(default=None, description="De rapportage die hiermee wordt verbeterd.")


@dataclass(frozen=True)
class Rapportages:
    """The reports of a traject of a klant, oldest first."""

    klant_id: UUID
    rapportages: Sequence[Verwijzingrapportage]


def vraag_rapportage(h: Handeling, klant: Klant, rij: Verwijzing, beleid: VerwijzingBeleid) -> None:
    """Let the werkconsulent ask the aanbieder how it goes, on the day that a report is due."""
    taak = rapportagetaak(h.vandaag, beleid)
    maak_taak(h, taak, Bestemming(rij.id, klant), vanaf=taak.uiterste)


def rapporteer(h: Handeling, opdracht: RapportageOpdracht, verwijzing_id: UUID) -> Verwijzingrapportage:
    """Record a report; one of the aanbieder is followed by the next request for one.

    Raises Conflict for a referral that is no traject or is closed, OngeldigeInvoer for what cannot be replaced.
    """
    gevonden = _vind(h, verwijzing_id)
    klant = h.klant(gevonden.klant_id)
    h.sessie.refresh(gevonden)
    if gevonden.aanleiding is not Verwijsaanleiding.NIET_WILLER or gevonden.status is not Verwijzingstatus.OPEN:
        raise Conflict("Over deze verwijzing wordt niet gerapporteerd.", "geen_lopend_traject")
    _controleer(h, gevonden, opdracht)
    rij = Verwijzingrapportage(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        verwijzing_id=gevonden.id,
        partij=opdracht.partij,
        datum=opdracht.datum or h.vandaag,
        tekst=opdracht.tekst,
        vervangt=opdracht.vervangt,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    if opdracht.partij is Trajectpartij.AANBIEDER and opdracht.vervangt is None:
        sluit_taken(h, gevonden.id, Taaksoort.RAPPORTAGE)
        beleid = h.beleid.geldend(VerwijzingBeleid, klant.gemeente, h.vandaag).beleid
        vraag_rapportage(h, klant, gevonden, beleid)
    leg_vast(h, Soort.VERWIJZING_GERAPPORTEERD, gevonden, klant, {"partij": opdracht.partij})
    return rij


def _controleer(h: Handeling, gevonden: Verwijzing, opdracht: RapportageOpdracht) -> None:
    fouten = {}
    if opdracht.datum is not None and not gevonden.datum <= opdracht.datum <= h.vandaag:
        fouten["datum"] = "Geef een dag vanaf de verwijzing, niet na vandaag."
    al = db.rapportages(h.sessie, gevonden.id)
    te_vervangen = {rij.id for rij in al} - {rij.vervangt for rij in al}
    if opdracht.vervangt is not None and opdracht.vervangt not in te_vervangen:
        fouten["vervangt"] = "Dit is geen rapportage van dit traject die nog geldt."
    if fouten:
        raise OngeldigeInvoer(fouten)


def bekijk(h: Handeling, verwijzing_id: UUID) -> Rapportages:
    """Show the reports of a traject."""
    gevonden = _vind(h, verwijzing_id)
    return Rapportages(gevonden.klant_id, db.rapportages(h.sessie, gevonden.id))


def _vind(h: Handeling, verwijzing_id: UUID) -> Verwijzing:
    rij = db.verwijzing(h.sessie, h.actor, verwijzing_id)
    if rij is None:
        raise NietGevonden("Deze verwijzing is niet gevonden.")
    return rij
