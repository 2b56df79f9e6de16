"""Inzet: what a nugger gets after a grant, without uitkering (DEV-DOE-016, DEV-DOE-017)."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.doelgroep import nugger as db
from app.db.doelgroep.nugger import Nuggerinzet, Nuggerverzoek, Verzoekstand
from app.domain.doelgroep.categorie import register_op
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.domain.nugger.feiten import Nuggerdictum
from app.domain.nugger.toetsen import toets_product
from app.services.doelgroep.dossier import achtergrond
from app.services.handeling import Handeling
from app.services.nugger.opdrachten import NuggerinzetEindeOpdracht, NuggerinzetOpdracht
from app.services.nugger.taken import Taaksoort
from app.services.nugger.verzoeken import Verzoekbeeld, beeld, vind
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast


def zet_in(h: Handeling, opdracht: NuggerinzetOpdracht, verzoek_id: UUID) -> Verzoekbeeld:
    """Put in the routekaart or, for who is in the doelgroepregister, an instrument for the employer.

    Raises Conflict without a grant that was sent, Geweigerd for an instrument that needs the doelgroepregister.
    """
    verzoek, klant = vind(h, verzoek_id, vergrendel=True)
    _controleer_toegekend(h, verzoek)
    van = opdracht.van or h.vandaag
    if van < verzoek.datum:
        raise OngeldigeInvoer({"van": "Geef een dag vanaf het verzoek."})
    toets = toets_product(opdracht.product, register_op(achtergrond(h, klant).eerdere, van))
    if niet_voldaan([toets]):
        raise Geweigerd(toets.toelichting, [toets])
    lopend = [i for i in db.inzetten(h.sessie, [verzoek.id]) if i.product is opdracht.product and i.tot is None]
    if lopend:
        raise Conflict("Dit is al ingezet.", "al_ingezet")
    rij = Nuggerinzet(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        nuggerverzoek_id=verzoek.id,
        product=opdracht.product,
        van=van,
        ingezet_op=h.nu,
        ingezet_door=h.actor.medewerker_id,
        versie=1,
    )
    h.sessie.add(rij)
    sluit_taken(h, verzoek.id, Taaksoort.INZET)
    inhoud = {"inzetId": rij.id, "product": rij.product, "van": van}
    leg_vast(h, Soort.NUGGERVERZOEK_INGEZET, verzoek, klant, inhoud)
    return beeld(h, verzoek)


def beeindig(h: Handeling, opdracht: NuggerinzetEindeOpdracht, inzet_id: UUID) -> Verzoekbeeld:
    """End what was put in; ``tot`` is the first day on which it is over."""
    rij = db.inzet(h.sessie, h.actor, inzet_id)
    if rij is None:
        raise NietGevonden("Deze inzet is niet gevonden.")
    verzoek, klant = vind(h, rij.nuggerverzoek_id, vergrendel=True)
    h.sessie.refresh(rij)
    if rij.tot is not None:
        raise Conflict("Deze inzet is al beëindigd.", "al_beeindigd")
    if opdracht.tot < rij.van:
        raise OngeldigeInvoer({"tot": "Geef een dag die niet voor het begin ligt."})
    rij.tot, rij.reden_einde = opdracht.tot, opdracht.reden
    rij.versie += 1
    leg_vast(h, Soort.NUGGERVERZOEK_INZET_BEEINDIGD, verzoek, klant, {"inzetId": rij.id, "tot": rij.tot})
    return beeld(h, verzoek)


def _controleer_toegekend(h: Handeling, verzoek: Nuggerverzoek) -> None:
    standen = besluiten.besluiten_over(h.sessie, [verzoek.id])
    bekend = verzoek.status is Verzoekstand.BEKENDGEMAAKT
    if not bekend or standen[-1].besluit.dictum != Nuggerdictum.TOEKENNEN:
        raise Conflict("Er is geen toekenning verzonden; er kan nog niets worden ingezet.", "niet_toegekend")
