"""Rekening: the account of a klant who is paid, given or mended after the besluit while there is something to pay."""

from __future__ import annotations

from uuid import UUID

from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import GEGEVEN, VOORBIJ, Subsidie, Termijnstand
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.subsidie.model import Ontvanger
from app.services.handeling import Handeling
from app.services.subsidie.lezen import Subsidiebeeld, beeld, vind
from app.services.subsidie.opdrachten import SubsidierekeningOpdracht
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.vastleggen import leg_vast

_KLAAR = frozenset({Termijnstand.BETAALD, Termijnstand.VERVALLEN})


def zet_rekening(h: Handeling, opdracht: SubsidierekeningOpdracht, subsidie_id: UUID) -> Subsidiebeeld:
    """Put another account with a subsidie; who does so does not release the payment.

    An order that was given already keeps the account that it was given with.
    """
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    _moet_kunnen(h, rij)
    if (rij.iban, rij.tenaamstelling) == (opdracht.iban, opdracht.tenaamstelling):
        raise OngeldigeInvoer({"iban": "Dit rekeningnummer staat er al, met deze naam."})
    rij.iban, rij.tenaamstelling = opdracht.iban, opdracht.tenaamstelling
    rij.rekening_door = h.actor.medewerker_id
    leg_vast(h, Inzetsoort.SUBSIDIE_GEWIJZIGD, rij, klant, {"velden": ["iban", "tenaamstelling"]})
    return beeld(h, rij)


def _moet_kunnen(h: Handeling, rij: Subsidie) -> None:
    if UITVOERINGEN[rij.regeling].regels.ontvanger is Ontvanger.WERKGEVER:
        zin = "De werkgever wordt betaald op de rekening die bij de werkgever staat; wijzig haar daar."
        raise Conflict(zin, "rekening_van_werkgever")
    klaar = all(termijn.stand in _KLAAR for termijn in db.termijnen(h.sessie, [rij.id]))
    if rij.stand in VOORBIJ or (rij.stand in GEGEVEN and klaar):
        raise Conflict("Er is niets meer te betalen.", "niets_te_betalen")
