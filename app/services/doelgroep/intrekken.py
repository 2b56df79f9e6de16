"""Taking back a fact that was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.doelgroep import feiten as db
from app.db.doelgroep.feiten import Doelgroepfeit, DoelgroepfeitIntrekking, Feitregel
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.doelgroep.bad import INGESCHREVEN
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Gevolg, later
from app.domain.doelgroep.soorten import gevolg_van, lees_feit
from app.domain.doelgroep.statushouder import VipInschrijving
from app.domain.kern.fouten import Conflict, NietBevoegd
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.services.doelgroep.dossier import achtergrond, beleid_van, geldende_feiten
from app.services.doelgroep.registreren import zet_kenmerken
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, bewaak, heropen_taken, maak_taak, sluit_taken, sluit_termijnen
from app.services.vastleggen import Eenmalig, leg_vast


class FeitIntrekkingOpdracht(Opdracht):
    """Waarom een feit niet klopte."""

    reden: Annotated[str, StringConstraints(min_length=3, max_length=500)] = Field(
        examples=["Bij de verkeerde klant vastgelegd."]
    )


def trek_in(h: Handeling, opdracht: FeitIntrekkingOpdracht, rij: Doelgroepfeit) -> Feitregel:
    """Take back a fact that was wrong: its taken and terms lapse, the markers are as the other facts say."""
    klant = h.klant(rij.klant_id)
    if any(regel.feit.id == rij.id and regel.intrekking for regel in db.feiten(h.sessie, klant.id)):
        raise Conflict("Dit feit is al ingetrokken.", "al_ingetrokken")
    feit = lees_feit(rij.gegevens)
    if not h.actor.heeft(*feit.rollen):
        raise NietBevoegd("Uw rol mag dit niet intrekken.")
    intrekking = DoelgroepfeitIntrekking(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        feit_id=rij.id,
        reden=opdracht.reden,
        ingetrokken_op=h.nu,
        ingetrokken_door=h.actor.medewerker_id,
    )
    h.sessie.add(intrekking)
    leg_vast(h, Soort.DOELGROEPFEIT_INGETROKKEN, Eenmalig(rij.id), klant, {"feitId": rij.id})
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, status=Termijnstatus.VERVALLEN)
    _herstel(h, klant, rij)
    if isinstance(feit, VipInschrijving) and rij.uitkomst == INGESCHREVEN:
        maak_taak(h, _plek_vrij(h, feit, beleid_van(h, klant).beleid), Bestemming(rij.id, None))
    return Feitregel(rij, intrekking)


def _herstel(h: Handeling, klant: Klant, rij: Doelgroepfeit) -> None:
    """Put back what a withdrawn fact changed: the markers, the taken that it closed and the term that it stopped."""
    beleid, rond = beleid_van(h, klant).beleid, achtergrond(h, klant)
    was = gevolg_van(lees_feit(rij.gegevens), rond, beleid)
    over = [
        (regel.feit.id, gevolg_van(lees_feit(regel.feit.gegevens), rond, beleid)) for regel in geldende_feiten(h, klant)
    ]
    geraakt = was.erbij | was.eraf
    stand = (frozenset(klant.kenmerken) - was.erbij) | was.eraf
    for _, gevolg in over:
        stand = (stand | (gevolg.erbij & geraakt)) - (gevolg.eraf & geraakt)
    zet_kenmerken(h, klant, stand)
    heropen_taken(h, klant, rij.vastgelegd_op, _niet_gedaan(was, [gevolg for nr, gevolg in over if nr > rij.id]))
    for feit_id, gevolg in reversed(over):
        if _stopt(gevolg, was):
            for bewaking in gevolg.bewaken:
                bewaak(h, bewaking.termijn, klant, feit_id, bewaking.vervolg)
            return


def _niet_gedaan(was: Gevolg, daarna: Iterable[Gevolg]) -> set[str]:
    """Return the kinds of taak that the withdrawn fact closed, and that no later fact did as well."""
    return set(was.klaar).difference(*(gevolg.klaar for gevolg in daarna))


def _stopt(gevolg: Gevolg, was: Gevolg) -> bool:
    """Tell whether a fact ran, or ended, a term that the withdrawn one stopped."""
    return bool(set(gevolg.gestopt) & set(was.gestopt))


def _plek_vrij(h: Handeling, feit: VipInschrijving, beleid: DoelgroepBeleid) -> TaakVoorstel:
    return TaakVoorstel(
        soort="vip_plek_vrij",
        wat="Schrijf de eerste van de wachtlijst in voor de VIP-training.",
        waarom=f"Er is in {feit.datum.year} een plek vrijgekomen.",
        rol=Rol.WERKCONSULENT,
        grondslag=beleid.vip_max_per_jaar.grondslag,
        uiterste=later(h.vandaag, beleid),
    )
