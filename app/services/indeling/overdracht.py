"""Completing the ambitiegesprek and handing the klant over to who receives (DEV-AMB-004, DEV-AMB-012)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db import indeling as db
from app.db import overdracht as overdrachten
from app.db.indeling import Ambitiegesprek, Indeling
from app.db.klant import Klant
from app.db.overdracht import Ambitieverslag, Overdracht
from app.db.taak import Taakstatus
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.overdracht import AfrondingFeiten, bevestigtaak, toets_verslag, toetsen_afronding
from app.domain.kern.fouten import Conflict, NietBevoegd, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.handeling import Handeling, Opdracht
from app.services.indeling.werkverdeling import Toewijzing
from app.services.taak import Bestemming, begin_van, maak_taak, sluit_taken
from app.services.vastleggen import Eenmalig, leg_vast


class AmbitieverslagOpdracht(Opdracht):
    """Het verslag van het laatste ambitiegesprek; een correctie is een nieuw verslag."""

    tekst: Annotated[str, Field(min_length=3, max_length=4000)] = Field(
        examples=["Gemotiveerd en snel inzetbaar; heeft hulp nodig bij het regelen van opvang."]
    )


class OverdrachtbevestigingOpdracht(Opdracht):
    """De ontvangende consulent heeft de klant overgenomen."""

    opmerking: Annotated[str, Field(min_length=3, max_length=500)] | None = None


@dataclass(frozen=True)
class Afrondingsbeeld:
    """What the ambitiegesprek brought and what is left, with the handovers."""

    gesprek: Ambitiegesprek | None
    verslag: str | None
    toetsen: tuple[Toets, ...]
    overdrachten: list[Overdracht]


def bekijk_afronding(h: Handeling, klant_id: UUID) -> Afrondingsbeeld:
    """Tell whether the record of the last ambitiegesprek is complete, and who received the klant."""
    klant = h.klant(klant_id, vergrendel=False)
    h.sessie.flush()
    gesprekken = db.gesprekken(h.sessie, klant.id)
    gesprek = gesprekken[0] if gesprekken else None
    verslag = overdrachten.verslag(h.sessie, gesprek) if gesprek else None
    feiten = _feiten(h, klant, gesprek, verslag) if gesprek else AfrondingFeiten()
    rijen = overdrachten.overdrachten(h.sessie, klant.id)
    return Afrondingsbeeld(gesprek, verslag, toetsen_afronding(feiten), rijen)


def schrijf_verslag(h: Handeling, opdracht: AmbitieverslagOpdracht, klant_id: UUID) -> Afrondingsbeeld:
    """Write or correct the report of the last ambitiegesprek. Raises Conflict when there was none."""
    klant = h.klant(klant_id)
    gesprekken = db.gesprekken(h.sessie, klant.id)
    if not gesprekken:
        raise Conflict("Er is nog geen ambitiegesprek vastgelegd.", "geen_ambitiegesprek")
    rij = Ambitieverslag(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        gesprek_id=gesprekken[0].id,
        tekst=opdracht.tekst,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.AMBITIEGESPREK_GERAPPORTEERD, Eenmalig(rij.id), klant, {"gesprekId": rij.gesprek_id})
    return bekijk_afronding(h, klant_id)


def bevestig(h: Handeling, opdracht: OverdrachtbevestigingOpdracht, overdracht_id: UUID) -> Overdracht:
    """Confirm that the klant was received. Raises NietBevoegd for anybody but the receiving consulent."""
    rij = overdrachten.overdracht(h.sessie, h.actor, overdracht_id)
    if rij is None:
        raise NietGevonden("Deze overdracht is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.bevestigd_op is not None or rij.vervallen_op is not None:
        raise Conflict("Deze overdracht is al bevestigd of vervallen.", "overdracht_gesloten")
    mag = h.actor.heeft(rij.rol) if rij.ontvanger_id is None else _ontvangt(h, klant, rij)
    if not mag:
        raise NietBevoegd("Alleen wie de klant overneemt, bevestigt de ontvangst.")
    rij.bevestigd_op, rij.bevestigd_door, rij.opmerking = h.nu, h.actor.medewerker_id, opdracht.opmerking
    sluit_taken(h, rij.id)
    leg_vast(h, Soort.OVERDRACHT_BEVESTIGD, rij, klant, {"indelingId": rij.indeling_id})
    return rij


def toets_overdracht(h: Handeling, gesprek_id: UUID) -> Toets:
    """Test that there is a report of this ambitiegesprek (DEV-AMB-012)."""
    return toets_verslag(overdrachten.verslag(h.sessie, h.sessie.get_one(Ambitiegesprek, gesprek_id)))


def laat_vervallen(h: Handeling, klant: Klant) -> None:
    """Let the offer that is open lapse: whom it names does not receive the klant any more."""
    for eerder in overdrachten.overdrachten(h.sessie, klant.id):
        if eerder.bevestigd_op is None and eerder.vervallen_op is None:
            eerder.vervallen_op = h.nu
            sluit_taken(h, eerder.id, status=Taakstatus.VERVALLEN)
            leg_vast(h, Soort.OVERDRACHT_VERVALLEN, eerder, klant, {"indelingId": eerder.indeling_id})


def draag_over(h: Handeling, klant: Klant, indeling: Indeling, gesprek_id: UUID, toewijzing: Toewijzing) -> None:
    """Offer the klant to the consulent of the klantgroep, who confirms; an earlier offer that is open lapses."""
    laat_vervallen(h, klant)
    rij = Overdracht(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        gesprek_id=gesprek_id,
        indeling_id=indeling.id,
        rol=toewijzing.rol,
        ontvanger_id=toewijzing.consulent_id,
        aangeboden_op=h.nu,
        aangeboden_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.OVERDRACHT_AANGEBODEN, rij, klant, {"indelingId": indeling.id})
    werkdagen = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid.opvolgen_werkdagen.waarde
    taak = bevestigtaak(toewijzing.rol, tel_werkdagen(h.vandaag, werkdagen))
    maak_taak(h, taak, Bestemming(rij.id, klant, toewijzing.consulent_id))


def _ontvangt(h: Handeling, klant: Klant, rij: Overdracht) -> bool:
    """Tell that the actor was named, or has the klant on his or her name by now."""
    vast = klant.inkomensconsulent_id if h.actor.heeft(rij.rol) and not klant.consulent_id else klant.consulent_id
    return h.actor.medewerker_id in (rij.ontvanger_id, vast)


def _feiten(h: Handeling, klant: Klant, gesprek: Ambitiegesprek, verslag: str | None) -> AfrondingFeiten:
    indeling = next(
        (rij for rij in db.indelingen(h.sessie, klant.id) if rij.besloten_op >= gesprek.vastgelegd_op), None
    )
    velden = {naam: gesprek.inhoud[naam] for naam in ("verwachte_termijn_maanden", "uren_per_week", "motivatie")}
    return AfrondingFeiten(
        **velden,
        klantgroep=indeling.klantgroep if indeling else None,
        motivering_klantgroep=indeling.motivering if indeling else None,
        kick_off_uitgenodigd=overdrachten.kick_off_na(h.sessie, klant.id, begin_van(gesprek.datum)),
        verslag=verslag,
    )
