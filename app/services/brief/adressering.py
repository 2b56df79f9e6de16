"""Adressering: to whom a letter goes, and where."""

from __future__ import annotations

from uuid import UUID

from app.db import klant as klanten
from app.db.basis import Json
from app.db.klant import Klant
from app.domain.brief.adres import Adres
from app.domain.brief.model import Geadresseerde
from app.domain.kern.norm import Leefvorm
from app.services.handeling import Handeling
from app.services.vastleggen import log_verwerking

EN_PARTNER = "Uw partner"


def adresseer(h: Handeling, klant: Klant, *, met_partner: bool) -> Geadresseerde:
    """Address a letter to a klant, and to the partner too when it is about both: each of them must get it (Awb 3:41).

    The name of a partner whom the actor may not read is not given away: the letter then says that there is one.
    """
    namen = [klant.naam]
    if met_partner and klant.partner_id is not None and klant.leefvorm is Leefvorm.GEHUWD:
        partner = klanten.klant(h.sessie, h.actor, klant.partner_id)
        namen.append(partner.naam if partner else EN_PARTNER)
        if partner:
            log_verwerking(h, [partner.id], "gelezen")
    regels = Adres.model_validate(klant.adres).regels() if klant.adres else ()
    return Geadresseerde(namen=tuple(namen), regels=regels)


def kenmerk(onderwerp_id: UUID, jaar: int) -> str:
    """Return the reference on a letter: it tells nothing about the klant."""
    return f"{jaar}-{onderwerp_id.hex[-10:].upper()}"


def log_ook_partner(h: Handeling, klant: Klant, inhoud: Json) -> None:
    """Log that the partner was read too, in a letter that was kept to both."""
    namen = inhoud["geadresseerde"]["namen"]
    if len(namen) > 1 and klant.partner_id is not None:
        partner = klanten.klant(h.sessie, h.actor, klant.partner_id)
        if partner is not None and partner.naam in namen:
            log_verwerking(h, [partner.id], "gelezen")
