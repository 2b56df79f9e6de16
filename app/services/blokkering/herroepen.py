"""Herroepen: what an opschorting or an intrekking did is undone once its besluit was taken back (Awb 7:11)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db.blokkering import blokkering as blokkeringen
from app.db.blokkering import opschorting as db
from app.db.blokkering.blokkering import Blokkering
from app.db.blokkering.opschorting import Intrekkingstand, Opschorting, Opschortingstand
from app.db.klant import Klant
from app.domain.blokkering.soorten import Blokkeringstatus
from app.domain.kern.gebeurtenis import Soort
from app.services.besluit.lezen import vind as vind_besluit
from app.services.besluit.rekenaars import INTREKKING, OPSCHORTING, STOPT_BETALING
from app.services.blokkering.besluitopdrachten import OpschortingafsluitingOpdracht, Opschortingeinde
from app.services.blokkering.besluittaken import Taaksoort, vraag
from app.services.blokkering.einde import beeindig_opschorting
from app.services.blokkering.intrekken import vind as vind_intrekking
from app.services.blokkering.opschorten import vind as vind_opschorting
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_REDEN: Final = "Het besluit is ingetrokken of in bezwaar herroepen."
_CONTROLE: Final = "De intrekking geldt niet meer: ga na of de uitkering weer loopt en alles is nabetaald."
_RUST_OP: Final = "De opschorting geldt niet meer, en de intrekking rust daarop: trek haar ook in."


def maak_ongedaan(h: Handeling, klant: Klant, besluit_id: UUID) -> bool:
    """Undo what a besluit did to the payment; tell whether it is of a kind that did. ``klant`` is locked."""
    besluit = vind_besluit(h, besluit_id)[0].besluit
    if besluit.soort == INTREKKING:
        _intrekking(h, klant, besluit.onderwerp_id)
    elif besluit.soort == OPSCHORTING:
        _opschorting(h, klant, vind_opschorting(h, besluit.onderwerp_id)[0])
    return besluit.soort in STOPT_BETALING


def _intrekking(h: Handeling, klant: Klant, intrekking_id: UUID) -> None:
    """Let the uitkering go on from the first day of the opschorting, which ends as well: its eight weeks are used."""
    rij, _ = vind_intrekking(h, intrekking_id)
    opschorting, _ = vind_opschorting(h, rij.opschorting_id)
    rij.status, rij.reden = Intrekkingstand.VERVALLEN, _REDEN
    sluit_taken(h, rij.id)
    mutatie = {"soort": "intrekking_ongedaan", "intrekkingId": rij.id, "van": opschorting.van, "nabetalen": True}
    leg_vast(h, Soort.INTREKKING_VERVALLEN, rij, klant, {"opschortingId": opschorting.id}, mutatie)
    _beeindig(h, klant, opschorting, _overgegaan(h, opschorting))
    vraag(h, klant, opschorting, Taaksoort.HERSTEL, _CONTROLE)


def _opschorting(h: Handeling, klant: Klant, rij: Opschorting) -> None:
    if rij.status is Opschortingstand.LOPEND:
        _beeindig(h, klant, rij, blokkeringen.lopende(h.sessie, klant.id))
    elif rij.status is Opschortingstand.INGETROKKEN:
        intrekking = db.intrekkingen(h.sessie, rij.id)[-1]
        vraag(h, klant, intrekking, Taaksoort.HERSTEL, _RUST_OP)


def _beeindig(h: Handeling, klant: Klant, rij: Opschorting, blok: Blokkering | None) -> None:
    beeindig_opschorting(
        h, klant, rij, OpschortingafsluitingOpdracht(uitkomst=Opschortingeinde.BEEINDIGD, reden=_REDEN), blok
    )


def _overgegaan(h: Handeling, rij: Opschorting) -> Blokkering | None:
    """Return the block that ended with this uitkering, for what it held was never paid."""
    alle = blokkeringen.blokkeringen(h.sessie, rij.klant_id)
    return next((b for b in alle if b.status is Blokkeringstatus.OVERGEGAAN and b.tot == rij.gesloten_op), None)
