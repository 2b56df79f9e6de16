"""The rechtmatigheidsonderzoek beside a block: a signal that the inkomensconsulent answers (DEV-BLK-505)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db.blokkering.blokkering import Blokkering, blokkeringen
from app.db.klant import Klant
from app.db.signaal import signaal as db
from app.domain.blokkering.blokkade import BlokkadeFeiten, vraagt_onderzoek
from app.domain.kern.datum import datum_voluit
from app.domain.signaal.feiten import Signaalsoort, Signaalstatus
from app.services.handeling import Handeling
from app.services.signaal.opvolgen import neem_terug
from app.services.signaal.rechtmatigheid import maak_signaal

_LOOPT: Final = (Signaalstatus.OPEN, Signaalstatus.BEANTWOORD)
_HANDHAVING: Final = "De klant valt onder zorg-handhaving."


def koppel_onderzoek(h: Handeling, klant: Klant, feiten: BlokkadeFeiten) -> UUID | None:
    """Return the signal in which the onderzoek is answered: the one that runs, else a new one.

    A new one is about a suspicion, so only who may know of that sees it.
    """
    if not vraagt_onderzoek(feiten):
        return None
    lopend = [rij for rij in db.signalen(h.sessie, h.actor, klant.id) if rij.status in _LOOPT]
    lopend.sort(key=lambda rij: rij.soort is not Signaalsoort.FRAUDE)
    return (lopend[0] if lopend else maak_signaal(h, klant, Signaalsoort.FRAUDE, omschrijving=_waarom(h, feiten))).id


def _waarom(h: Handeling, feiten: BlokkadeFeiten) -> str:
    bron = f" (bron: {feiten.aanwijzing_bron})" if feiten.aanwijzing_bron else ""
    return f"De uitbetaling is geblokkeerd op {datum_voluit(h.vandaag)}. {feiten.aanwijzing or _HANDHAVING}{bron}"


def neem_onderzoek_terug(h: Handeling, klant: Klant, blok: Blokkering, reden: str) -> None:
    """Take back the signal that a block by mistake gave, unless somebody answered it or another block names it too."""
    if blok.signaal_id is None:
        return
    rij = db.signaal(h.sessie, h.actor, blok.signaal_id)
    ook = [ander for ander in blokkeringen(h.sessie, klant.id) if ander.signaal_id == blok.signaal_id]
    zelf_gegeven = rij is not None and rij.gemeld_op == blok.geblokkeerd_op and len(ook) == 1
    if rij is not None and zelf_gegeven and rij.status is Signaalstatus.OPEN:
        neem_terug(h, klant, rij, reden)
