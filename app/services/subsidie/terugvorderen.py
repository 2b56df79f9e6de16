"""Terugvorderen: after a vaststelling under the Awb, and otherwise under civil law only (DEV-VRZ-910)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.subsidie import betaling as betalingen
from app.db.subsidie import vordering as db
from app.db.subsidie.subsidie import Subsidie
from app.db.subsidie.vordering import Subsidievordering, Vorderingbasis, Vorderingstand
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.domain.toekenning.einde import toets_terugvordering
from app.services.handeling import Handeling
from app.services.subsidie.budget import boek_terugontvangst
from app.services.subsidie.eindopdrachten import (
    Afhandeling,
    SubsidieterugvorderingOpdracht,
    VorderingafhandelingOpdracht,
)
from app.services.subsidie.lezen import Subsidiebeeld, beeld, vind
from app.services.subsidie.taken import Taaksoort, vraag
from app.services.taak import sluit_taken
from app.services.toekenning.bewaking import beleid_van
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class Eis:
    """What is claimed: on what basis, how much (eurocents), why, and with which besluit."""

    basis: Vorderingbasis
    bedrag: int
    reden: str
    besluit_id: UUID | None = None


def vorder_na_vaststelling(h: Handeling, klant: Klant, rij: Subsidie, besluit_id: UUID, bedrag: int) -> None:
    """Claim back what the besluit that fixed the subsidie says was too much (Awb 4:57)."""
    _schrijf(h, klant, rij, Eis(Vorderingbasis.AWB, bedrag, "Meer betaald dan vastgesteld.", besluit_id))


def vorder_terug(h: Handeling, opdracht: SubsidieterugvorderingOpdracht, subsidie_id: UUID) -> Subsidiebeeld:
    """Claim back costs. Raises Geweigerd for any basis but civil law, and for taking it from an uitkering."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    toets = toets_terugvordering(opdracht.basis, opdracht.verrekenen_met_uitkering, beleid_van(h, klant))
    if mis := niet_voldaan([toets]):
        raise Geweigerd(toets.toelichting, mis, "terugvordering_niet_mogelijk")
    over = _betaald(h, rij) - gevorderd(h, rij)
    if opdracht.bedrag > over:
        raise OngeldigeInvoer({"bedrag": f"Er kan nog {max(over, 0)} eurocent worden teruggevraagd."})
    _schrijf(h, klant, rij, Eis(Vorderingbasis.CIVIELRECHTELIJK, opdracht.bedrag, opdracht.reden))
    return beeld(h, rij)


def _betaald(h: Handeling, rij: Subsidie) -> int:
    alle = betalingen.betaalopdrachten(h.sessie, [rij.id])
    return sum(opdracht.bedrag for opdracht in alle if opdracht.loopt and opdracht.antwoord_op is not None)


def gevorderd(h: Handeling, rij: Subsidie) -> int:
    """Return what was claimed back and not given up, paid or not (eurocents)."""
    alle = db.vorderingen(h.sessie, [rij.id])
    return sum(vordering.bedrag for vordering in alle if vordering.stand is not Vorderingstand.INGETROKKEN)


def _schrijf(h: Handeling, klant: Klant, rij: Subsidie, eis: Eis) -> None:
    vordering = Subsidievordering(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        subsidie_id=rij.id,
        **asdict(eis),
        stand=Vorderingstand.OPEN,
        ingesteld_op=h.nu,
        ingesteld_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(vordering)
    vraag(h, klant, rij, Taaksoort.VORDERING)
    inhoud = {"subsidieId": rij.id, "basis": eis.basis, "bedrag": eis.bedrag}
    leg_vast(h, Inzetsoort.SUBSIDIEVORDERING_INGESTELD, vordering, klant, inhoud)


def handel_af(h: Handeling, opdracht: VorderingafhandelingOpdracht, vordering_id: UUID) -> Subsidiebeeld:
    """Record that a claim was paid, which is booked on the budget, or that it is given up."""
    vordering = db.vordering(h.sessie, h.actor, vordering_id)
    if vordering is None:
        raise NietGevonden("Deze vordering is niet gevonden.")
    rij, klant = vind(h, vordering.subsidie_id, vergrendel=True)
    h.sessie.refresh(vordering)
    h.controleer_versie(vordering)
    if vordering.stand is not Vorderingstand.OPEN:
        raise Conflict(f"Deze vordering is al {vordering.stand.value}.", "vordering_afgehandeld")
    voldaan = opdracht.uitkomst is Afhandeling.VOLDAAN
    vordering.stand = Vorderingstand.VOLDAAN if voldaan else Vorderingstand.INGETROKKEN
    vordering.reden_afhandeling, vordering.afgehandeld_op = opdracht.reden, h.nu
    if voldaan:
        boek_terugontvangst(h, klant, rij, vordering.bedrag, str(vordering.id))
    if not any(v.stand is Vorderingstand.OPEN for v in db.vorderingen(h.sessie, [rij.id])):
        sluit_taken(h, rij.id, Taaksoort.VORDERING)
    inhoud = {"subsidieId": rij.id, "stand": vordering.stand}
    leg_vast(h, Inzetsoort.SUBSIDIEVORDERING_AFGEHANDELD, vordering, klant, inhoud)
    return beeld(h, rij)
