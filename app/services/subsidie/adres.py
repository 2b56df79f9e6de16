"""Adres: the besluit on an employer's subsidie goes to the employer, not to the klant."""

from __future__ import annotations

from app.db.besluit import Besluit
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidie
from app.db.werkgever import werkgever as werkgevers
from app.domain.brief.adres import Adres
from app.domain.brief.model import Geadresseerde
from app.domain.subsidie.model import Ontvanger, Regelingcode
from app.services.handeling import Handeling
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.werkgever.dienstverbanden import dienstverband

_SOORTEN = {*map(str, Regelingcode), "subsidie_einde", "subsidie_vaststelling"}


def andere_geadresseerde(h: Handeling, besluit: Besluit) -> Geadresseerde | None:
    """Return to whom a besluit goes instead of the klant; None when it goes to the klant."""
    if besluit.soort not in _SOORTEN:
        return None
    rij = db.subsidie(h.sessie, h.actor, besluit.onderwerp_id)
    if rij is None or rij.werkgever_id is None:
        return None
    if UITVOERINGEN[rij.regeling].regels.ontvanger is Ontvanger.KLANT:
        return None
    werkgever = werkgevers.werkgever(h.sessie, h.actor, rij.werkgever_id)
    assert werkgever is not None
    return Geadresseerde(namen=(werkgever.naam,), regels=_regels(h, rij))


def _regels(h: Handeling, rij: Subsidie) -> tuple[str, ...]:
    """Return the address of the vestiging where the klant works."""
    if rij.dienstverband_id is None:
        return ()
    plek = werkgevers.vestiging(h.sessie, h.actor, dienstverband(h, rij.dienstverband_id).vestiging_id)
    return Adres.model_validate(plek.adres).regels() if plek else ()
