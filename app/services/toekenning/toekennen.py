"""The besluit on a voorziening: granting, refusing and extending, and what follows when it is sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.besluit import Besluit, Besluitstand, Besluittoetsing
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.toekenning.stand import LOPEND, Toekenningstand, Verordeningsregime
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.besluit.beslissing import Voorzieningsbeslissing
from app.domain.voorziening.besluit.feiten import Voorzieningdictum, Voorzieningsbesluitfeiten
from app.services.besluit.lezen import beslissing_van, bewaarde_feiten
from app.services.besluit.nemen import Besluitvoorstel
from app.services.besluit.voorzieningrekenaars import VOORZIENING
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.toekenning import besluiten as gedeeld
from app.services.toekenning.besluitfeiten import besluitfeiten, onzekere_limieten, verlengingsfeiten
from app.services.toekenning.besluitopdrachten import (
    ToekenningheropeningOpdracht,
    ToekenningsbesluitOpdracht,
    VoorzieningsverlengingOpdracht,
)
from app.services.toekenning.bewaking import bewaak_einde, stop_bewaking
from app.services.toekenning.kosten import boek_kosten
from app.services.toekenning.lezen import Toekenningbeeld, beeld, moet_zijn, vind
from app.services.toekenning.taken import Taaksoort, vraag
from app.services.vastleggen import leg_vast

_OPEN = (Toekenningstand.CONCEPT, Toekenningstand.BESLOTEN, Toekenningstand.GETOETST)
_ONDERWEG = (Toekenningstand.BESLOTEN, Toekenningstand.GETOETST)
_HERROEPEN = "Het besluit is in bezwaar herroepen."
_EERSTE = (Voorzieningdictum.TOEKENNEN, Voorzieningdictum.AFWIJZEN)


def beslis(h: Handeling, opdracht: ToekenningsbesluitOpdracht, toekenning_id: UUID) -> Besluitstand:
    """Grant or refuse what the concept asks for (DEV-VRZ-902, DEV-VRZ-903); one that was not sent is taken again.

    Raises Geweigerd with every condition that stands in the way or is still open, or when the budget is gone.
    """
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, *_OPEN)
    if opdracht.dictum not in _EERSTE:
        raise OngeldigeInvoer({"dictum": "Kies toekennen of afwijzen."})
    feiten = besluitfeiten(h, klant, rij, opdracht.dictum, opdracht.motivering)
    stand = _neem(h, klant, rij, feiten)
    rij.stand = Toekenningstand.BESLOTEN
    boek_kosten(h, klant, rij, toegekend=opdracht.dictum is Voorzieningdictum.TOEKENNEN)
    return stand


def verleng(h: Handeling, opdracht: VoorzieningsverlengingOpdracht, toekenning_id: UUID) -> Besluitstand:
    """Let a voorziening last longer, within what the policy allows altogether (DEV-OVR-908).

    Raises Geweigerd with the reason when the policy has no (longer) extension.
    """
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, *sorted(LOPEND))
    if rij.regime is Verordeningsregime.VERORDENING_2017:
        raise Conflict("Verleng een voorziening van 2017 met een overgangsbesluit.", "van_2017")
    return _neem(h, klant, rij, verlengingsfeiten(h, klant, rij, opdracht))


def _neem(h: Handeling, klant: Klant, rij: Toekenning, feiten: Voorzieningsbesluitfeiten) -> Besluitstand:
    versie = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, rij.van)
    voorstel = Besluitvoorstel(
        soort=VOORZIENING,
        onderwerp=rij,
        feiten=feiten,
        versie=versie,
        peildatum=h.vandaag,
        bronnen=onzekere_limieten(versie, rij.code),
        motivering=feiten.motivering,
    )
    return gedeeld.neem_besluit(h, klant, rij, voorstel)


def heropen(h: Handeling, opdracht: ToekenningheropeningOpdracht, toekenning_id: UUID) -> Toekenningbeeld:
    """Open the concept again because the besluit is not sent; it never can be sent any more."""
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, *_ONDERWEG)
    rij.stand, rij.reden_heropening = Toekenningstand.CONCEPT, opdracht.reden
    boek_kosten(h, klant, rij, toegekend=False)
    sluit_taken(h, rij.id)
    leg_vast(h, Inzetsoort.TOEKENNING_HEROPEND, rij, klant, {"reden": bool(opdracht.reden)})
    return beeld(h, rij)


def getoetst(h: Handeling, klant: Klant, rij: Toekenning, toetsing: Besluittoetsing) -> None:
    """Move the concept on to the dispatch, or back; an extension leaves the voorziening as it is."""
    if rij.stand is Toekenningstand.CONCEPT:
        raise Conflict("Het concept is weer geopend; neem eerst een nieuw besluit.", "concept_heropend")
    if rij.stand is Toekenningstand.BESLOTEN:
        rij.stand = Toekenningstand.GETOETST if toetsing.akkoord else Toekenningstand.CONCEPT
        if not toetsing.akkoord:
            boek_kosten(h, klant, rij, toegekend=False)
    gedeeld.getoetst(h, klant, rij, toetsing)


def bekendgemaakt(h: Handeling, rij: Toekenning, besluit: Besluit) -> dict[str, Any] | None:
    """Grant, refuse or extend, now that the klant was told."""
    beslissing: Voorzieningsbeslissing = beslissing_van(besluit)
    nodig = sorted(LOPEND) if beslissing.dictum is Voorzieningdictum.VERLENGEN else _ONDERWEG
    moet_zijn(rij, *nodig)
    klant = gedeeld.is_verzonden(h, rij)
    if beslissing.dictum is Voorzieningdictum.AFWIJZEN:
        rij.stand = Toekenningstand.AFGEWEZEN
        sluit_taken(h, rij.id, Taaksoort.HARDHEID, status=Taakstatus.VERVALLEN)
    elif beslissing.dictum is Voorzieningdictum.TOEKENNEN:
        rij.stand = Toekenningstand.TOEGEKEND
        _na_toekenning(h, klant, rij)
    else:
        _verleng(h, klant, rij, besluit, beslissing)
    return None


def herroep(h: Handeling, klant: Klant, besluit: Besluit) -> bool:
    """Withdraw what was granted and is not over, because the grant was herroepen: its costs are free (Awb 7:11).

    Tells whether it did: a refusal, an extension and what is over are left to a person.
    """
    rij = gedeeld.onderwerp(h, besluit.onderwerp_id)
    if besluit.dictum != Voorzieningdictum.TOEKENNEN or rij.stand not in LOPEND:
        return False
    rij.stand, rij.reden_intrekking = Toekenningstand.INGETROKKEN, _HERROEPEN
    boek_kosten(h, klant, rij, toegekend=False)
    stop_bewaking(h, rij)
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Inzetsoort.TOEKENNING_INGETROKKEN, rij, klant, {"besluitId": besluit.id})
    return True


def _na_toekenning(h: Handeling, klant: Klant, rij: Toekenning) -> None:
    regel = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, rij.van).beleid.regel(rij.code)
    overeenkomst = regel is not None and bool(regel.overeenkomst)
    vraag(h, klant, rij, Taaksoort.OVEREENKOMST if overeenkomst else Taaksoort.START)
    vraag(h, klant, rij, Taaksoort.PLAN)


def _verleng(h: Handeling, klant: Klant, rij: Toekenning, besluit: Besluit, beslissing: Voorzieningsbeslissing) -> None:
    assert beslissing.einde is not None
    feiten: Voorzieningsbesluitfeiten = bewaarde_feiten(besluit)
    rij.tot, rij.uren = beslissing.einde + EEN_DAG, feiten.voorziening.uren
    rij.antwoorden = {code: deel.model_dump(mode="json") for code, deel in feiten.voorziening.antwoorden.items()}
    bewaak_einde(h, klant, rij)
