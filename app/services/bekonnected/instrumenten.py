"""Instrumenten: proefplaatsing and startbaansubsidie chosen in Matchen (DEV-BKN-006, DEV-SUB-001, DEV-PRF-001)."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.bekonnected import traject as db
from app.db.bekonnected.traject import Instrumentkeuze
from app.db.klant import Klant
from app.domain.bekonnected.toetsen import toets_instrument
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.services.bekonnected.beeld import Bekonnectedbeeld, beeld, beleid_van, lopend
from app.services.bekonnected.opdrachten import InstrumentkeuzeOpdracht, IntrekInstrumentOpdracht
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def kies(h: Handeling, opdracht: InstrumentkeuzeOpdracht, klant_id: UUID) -> Bekonnectedbeeld:
    """Choose an instrument: from BeKonnecteD on, earlier with a reason.

    Raises OngeldigeInvoer for what cannot be chosen so, Geweigerd outside Matchen or too early without a reason.
    """
    klant = h.klant(klant_id)
    _controleer(h, klant, opdracht)
    traject = lopend(h, klant)
    toets = toets_instrument(klant.klantgroep, opdracht.toepassing, opdracht.reden, traject is not None)
    if geweigerd := niet_voldaan([toets]):
        raise Geweigerd("Dit instrument kan nu niet worden ingezet.", geweigerd)
    gelijk = (opdracht.instrument, opdracht.toepassing)
    if any((k.instrument, k.toepassing) == gelijk and not k.ingetrokken_op for k in db.keuzes(h.sessie, klant.id)):
        raise Conflict("Dit instrument is al gekozen.", "al_gekozen")
    rij = Instrumentkeuze(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(),
        traject_id=traject.id if traject else None,
        gekozen_op=h.nu,
        gekozen_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    inhoud = {"instrument": rij.instrument, "toepassing": rij.toepassing}
    leg_vast(h, Inzetsoort.INSTRUMENT_GEKOZEN, rij, klant, inhoud)
    return beeld(h, klant)


def _controleer(h: Handeling, klant: Klant, opdracht: InstrumentkeuzeOpdracht) -> None:
    beleid = beleid_van(h, klant).beleid
    instrument = beleid.instrument(opdracht.instrument)
    if instrument is None:
        bekend = ", ".join(een.code for een in beleid.instrumenten.waarde)
        raise OngeldigeInvoer({"instrument": f"Kies een van: {bekend}."})
    if opdracht.toepassing not in instrument.toepassingen:
        kan = ", ".join(een.value for een in instrument.toepassingen)
        raise OngeldigeInvoer({"toepassing": f"Bij dit instrument kan: {kan}."})


def trek_in(h: Handeling, opdracht: IntrekInstrumentOpdracht, keuze_id: UUID) -> Bekonnectedbeeld:
    """Take back a choice."""
    rij = db.instrumentkeuze(h.sessie, h.actor, keuze_id)
    if rij is None:
        raise NietGevonden("Deze keuze is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.ingetrokken_op is not None:
        raise Conflict("Deze keuze is al ingetrokken.", "al_ingetrokken")
    rij.ingetrokken_op, rij.reden_intrekking = h.nu, opdracht.reden
    leg_vast(h, Inzetsoort.INSTRUMENT_GEKOZEN, rij, klant, {"instrument": rij.instrument, "ingetrokken": True})
    return beeld(h, klant)
