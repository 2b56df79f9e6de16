"""The beschikking to the employer: a dispatch and a term for bezwaar of its own (DEV-LKS-903)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand, Besluitstatus
from app.db.loonkosten import zaak as db
from app.db.loonkosten.zaak import Loonkostenzaak, Loonkostenzaaksoort, Werkgeverbekendmaking
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.termijnen import wettelijke_termijn
from app.services.besluit.lezen import bewaard_beleid
from app.services.handeling import Handeling
from app.services.loonkosten.opdrachten import WerkgeverbekendmakingOpdracht
from app.services.loonkosten.taken import Taaksoort
from app.services.loonkosten.zaken import Loonkostenzaakbeeld, beeld, vind
from app.services.taak import bewaak, sluit_taken
from app.services.vastleggen import leg_vast

TERMIJN: Final = "bezwaartermijn_werkgever"


def maak_bekend_aan_werkgever(
    h: Handeling, opdracht: WerkgeverbekendmakingOpdracht, zaak_id: UUID
) -> Loonkostenzaakbeeld:
    """Record that the employer was sent the beschikking and start the employer's own term for bezwaar.

    Raises Conflict before the klant was sent it, or when the employer was already.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    stand = _verzonden(h, zaak)
    assert stand.bekendmaking is not None
    if not stand.bekendmaking.verzonden_op <= opdracht.verzonden_op <= h.vandaag:
        raise OngeldigeInvoer({"verzondenOp": "Geef een dag vanaf de verzending aan de klant tot en met vandaag."})
    weken = bewaard_beleid(h, stand.besluit).bezwaartermijn_weken
    termijn = wettelijke_termijn(TERMIJN, weken.grondslag, opdracht.verzonden_op, weken=weken.waarde)
    rij = Werkgeverbekendmaking(
        id=uuid7(),
        organisatie=zaak.organisatie,
        klant_id=klant.id,
        besluit_id=stand.besluit.id,
        verzonden_op=opdracht.verzonden_op,
        wijze=opdracht.wijze,
        bezwaartermijn=termijn.model_dump(mode="json"),
        verzonden_door=h.actor.medewerker_id,
        tijdstip=h.nu,
    )
    h.sessie.add(rij)
    bewaak(h, termijn, klant, rij.id)
    sluit_taken(h, zaak.id, Taaksoort.WERKGEVER)
    inhoud = {"besluitId": stand.besluit.id, "verzondenOp": rij.verzonden_op, "bezwaarTotEnMet": termijn.einde}
    leg_vast(h, Inzetsoort.LOONKOSTENZAAK_WERKGEVER_BERICHT, zaak, klant, inhoud)
    return beeld(h, zaak, klant)


def _verzonden(h: Handeling, zaak: Loonkostenzaak) -> Besluitstand:
    if zaak.soort is not Loonkostenzaaksoort.LOONWAARDE:
        raise Conflict("Alleen een besluit over de loonwaarde gaat ook naar de werkgever.", "niet_aan_werkgever")
    standen = besluiten.besluiten_over(h.sessie, [zaak.id])
    stand = next((s for s in standen if s.status is Besluitstatus.BEKENDGEMAAKT), None)
    if stand is None:
        raise Conflict("Stuur het besluit eerst aan de klant.", "nog_niet_bekendgemaakt")
    if any(rij.besluit_id == stand.besluit.id for rij in db.werkgeverbekendmakingen(h.sessie, [zaak.id])):
        raise Conflict("De werkgever heeft dit besluit al gekregen.", "al_verzonden")
    return stand
