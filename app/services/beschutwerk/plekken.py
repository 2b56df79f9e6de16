"""Places of beschut werk: proposed, decided on within the number of the year, changed, lapsed and ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.beschutwerk import plek as db
from app.db.beschutwerk.plek import Beschutwerkplek, Plekstatus, vergrendel_jaar
from app.db.beschutwerk.zaak import Beschutwerkstatus, Beschutwerkzaak
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.beschutwerk.beleid import BeschutWerkBeleid
from app.domain.beschutwerk.plek import Plekdictum, PlekFeiten, toets_einde, toets_vastgesteld
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.services.beschutwerk.beeld import Beschutwerkbeeld, beeld, beleid_op, bezet_op, op_lijst, vind
from app.services.beschutwerk.opdrachten import (
    AanpassingenOpdracht,
    PlekbesluitOpdracht,
    PlekeindeOpdracht,
    PlekOpdracht,
    PlekvervalOpdracht,
)
from app.services.beschutwerk.overbruggen import heropen
from app.services.beschutwerk.taken import Taaksoort, vraag
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import BESCHUT_WERK_PLEK
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast
from app.services.werkgever.vestigingen import actieve_vestiging

_ONDERWEG = (Plekstatus.CONCEPT, Plekstatus.BESLOTEN, Plekstatus.GETOETST, Plekstatus.TOEGEKEND)


def stel_voor(h: Handeling, opdracht: PlekOpdracht, zaak_id: UUID) -> Beschutwerkbeeld:
    """Propose a place (DEV-BSW-907). Raises Geweigerd when beschut werk was not established (DEV-BSW-901)."""
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    feiten = _feiten(zaak, opdracht.model_dump(include={"begin", "uren", "dienstbetrekking", "plaats"}))
    if geweigerd := niet_voldaan([toets_vastgesteld(feiten)]):
        raise Geweigerd("Er kan nog geen plek worden aangeboden.", geweigerd)
    if opdracht.begin < h.vandaag:
        raise OngeldigeInvoer({"begin": "Geef een dag vanaf vandaag."})
    if opdracht.vestiging_id is not None:
        actieve_vestiging(h, opdracht.vestiging_id)
    bezig = [plek for plek in db.plekken(h.sessie, [zaak.id]) if plek.status in _ONDERWEG]
    if any(plek.tot is None or plek.tot > opdracht.begin for plek in bezig):
        raise Conflict("Deze klant heeft al een plek, of er wordt over een plek besloten.", "plek_loopt")
    plek = Beschutwerkplek(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        zaak_id=zaak.id,
        gemeente=zaak.gemeente,
        aanpassingen=[],
        status=Plekstatus.CONCEPT,
        telt=False,
        gemaakt_op=h.nu,
        gemaakt_door=h.actor.medewerker_id,
        versie=0,
        **opdracht.model_dump(),
    )
    h.sessie.add(plek)
    inhoud = {"zaakId": zaak.id, "begin": plek.begin, "uren": plek.uren}
    leg_vast(h, Inzetsoort.BESCHUTWERKPLEK_VOORGESTELD, plek, klant, inhoud)
    return beeld(h, zaak)


def _feiten(zaak: Beschutwerkzaak, van_plek: dict[str, Any], **meer: Any) -> PlekFeiten:
    vast = zaak.vastgesteld_op if zaak.status is Beschutwerkstatus.VASTGESTELD else None
    return PlekFeiten(**({"vastgesteld_op": vast, "bezet": 0} | van_plek | meer))


def beslis(h: Handeling, opdracht: PlekbesluitOpdracht, plek_id: UUID) -> Besluitstand:
    """Decide on a place within the number of its year, which is locked meanwhile (DEV-BSW-902, DEV-BSW-907).

    When the last place is gone the besluit refuses, and the klant stays on the waiting list.
    """
    plek, zaak, klant = vind_plek(h, plek_id)
    h.controleer_versie(plek)
    if plek.status is not Plekstatus.CONCEPT:
        raise Conflict(f"Deze plek is {plek.status.value}.", "plek_niet_open")
    vergrendel_jaar(h.sessie, plek.organisatie, plek.gemeente, plek.begin.year)
    versie = beleid_op(h, plek.gemeente, plek.begin)
    voorstel = Besluitvoorstel(
        soort=BESCHUT_WERK_PLEK,
        onderwerp=plek,
        feiten=_besluitfeiten(h, opdracht, plek, zaak, versie.beleid),
        versie=versie,
        peildatum=plek.begin,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    plek.status, plek.telt = Plekstatus.BESLOTEN, besluit.dictum == Plekdictum.TOEKENNEN
    sluit_taken(h, plek.id, Taaksoort.BESLUIT)
    vraag(h, klant, plek.id, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def _besluitfeiten(
    h: Handeling, opdracht: PlekbesluitOpdracht, plek: Beschutwerkplek, zaak: Beschutwerkzaak, beleid: BeschutWerkBeleid
) -> PlekFeiten:
    lijst = [wachtende.zaak for wachtende in op_lijst(h, plek.gemeente, h.vandaag, beleid)]
    return _feiten(
        zaak,
        {veld: getattr(plek, veld) for veld in ("begin", "uren", "dienstbetrekking", "plaats")},
        bezet=bezet_op(h, plek.gemeente, plek.begin, beleid),
        eerder_op_lijst=lijst.index(zaak.id) if zaak.id in lijst else 0,
        motivering=opdracht.motivering,
        besluiter=str(h.actor.medewerker_id),
    )


def vind_plek(h: Handeling, plek_id: UUID) -> tuple[Beschutwerkplek, Beschutwerkzaak, Klant]:
    """Find a place and lock its dossier."""
    plek = db.plek(h.sessie, h.actor, plek_id)
    if plek is None:
        raise NietGevonden("Deze plek is niet gevonden.")
    zaak, klant = vind(h, plek.zaak_id, vergrendel=True)
    h.sessie.refresh(plek)
    return plek, zaak, klant


def pas_aan(h: Handeling, opdracht: AanpassingenOpdracht, plek_id: UUID) -> Beschutwerkbeeld:
    """Record what makes the work possible (DEV-BSW-908); the list replaces the one before it."""
    plek, zaak, klant = vind_plek(h, plek_id)
    h.controleer_versie(plek)
    if plek.status not in _ONDERWEG:
        raise Conflict(f"Deze plek is {plek.status.value}.", "plek_niet_open")
    plek.aanpassingen = [regel.model_dump(mode="json") for regel in opdracht.aanpassingen]
    soorten = sorted({regel.soort for regel in opdracht.aanpassingen})
    leg_vast(
        h, Inzetsoort.BESCHUTWERKPLEK_GEWIJZIGD, plek, klant, {"aantal": len(plek.aanpassingen), "soorten": soorten}
    )
    return beeld(h, zaak)


def laat_vervallen(h: Handeling, opdracht: PlekvervalOpdracht, plek_id: UUID) -> Beschutwerkbeeld:
    """Withdraw a place that never began: it is free again, and what bridges the time goes on (DEV-BSW-902, -909)."""
    plek, zaak, klant = vind_plek(h, plek_id)
    h.controleer_versie(plek)
    if plek.status not in (Plekstatus.CONCEPT, Plekstatus.TOEGEKEND):
        raise Conflict(f"Deze plek is {plek.status.value}.", "plek_niet_te_vervallen")
    bekend = plek.status is Plekstatus.TOEGEKEND
    plek.status, plek.telt, plek.reden_einde = Plekstatus.VERVALLEN, False, opdracht.reden
    heropen(h, zaak, plek)
    sluit_taken(h, plek.id, status=Taakstatus.VERVALLEN)
    if bekend:
        vraag(h, klant, zaak.id, Taaksoort.PLEK)
    mutatie = {"soort": "inkomsten_uit_arbeid_vervallen", "plekId": plek.id, "van": plek.begin} if bekend else None
    leg_vast(h, Inzetsoort.BESCHUTWERKPLEK_BEEINDIGD, plek, klant, {"zaakId": zaak.id, "begonnen": False}, mutatie)
    return beeld(h, zaak)


def beeindig(h: Handeling, opdracht: PlekeindeOpdracht, plek_id: UUID) -> Beschutwerkbeeld:
    """End an employment, or correct its end; the place is free from ``tot`` on and the klant waits again."""
    plek, zaak, klant = vind_plek(h, plek_id)
    h.controleer_versie(plek)
    if plek.status not in (Plekstatus.TOEGEKEND, Plekstatus.BEEINDIGD):
        raise Conflict(f"Deze plek is {plek.status.value}.", "plek_niet_te_beeindigen")
    if geweigerd := niet_voldaan([toets_einde(plek.begin, opdracht.tot)]):
        raise Geweigerd("De plek kan zo niet eindigen.", geweigerd)
    eerste = plek.status is Plekstatus.TOEGEKEND
    plek.status, plek.tot, plek.reden_einde = Plekstatus.BEEINDIGD, opdracht.tot, opdracht.reden
    if eerste and zaak.status is Beschutwerkstatus.VASTGESTELD:
        vraag(h, klant, zaak.id, Taaksoort.PLEK)
    mutatie = {"soort": "inkomsten_uit_arbeid_beeindigd", "plekId": plek.id, "tot": plek.tot}
    leg_vast(h, Inzetsoort.BESCHUTWERKPLEK_BEEINDIGD, plek, klant, {"zaakId": zaak.id, "tot": plek.tot}, mutatie)
    return beeld(h, zaak)
