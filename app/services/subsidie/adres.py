"""Adres: the besluit on an employer's subsidie goes to the employer, not to the klant."""

from __future__ import annotations

from app.db.besluit import Besluit
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidie
from app.db.werkgever import werkgever as werkgevers
from app.db.werkgever.werkgever import Vestiging
from app.domain.brief.adres import Adres
from app.domain.brief.model import Geadresseerde
from app.domain.kern.fouten import Conflict
from app.domain.subsidie.model import Ontvanger, Regelingcode
from app.services.handeling import Handeling
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.werkgever.dienstverbanden import dienstverband

_SOORTEN = {*map(str, Regelingcode), "subsidie_einde", "subsidie_vaststelling"}


def andere_geadresseerde(h: Handeling, besluit: Besluit) -> Geadresseerde | None:
    """Return to whom a besluit goes instead of the klant; None when it goes to the klant."""
    rij = _van_werkgever(h, besluit)
    if rij is None or rij.werkgever_id is None:
        return None
    werkgever = werkgevers.werkgever(h.sessie, h.actor, rij.werkgever_id)
    assert werkgever is not None
    return Geadresseerde(namen=(werkgever.naam,), regels=_regels(h, rij))


def controleer_postadres(h: Handeling, besluit: Besluit) -> None:
    """Raise Conflict when a besluit goes by post to a vestiging whose address is not known (Awb 3:41)."""
    rij = _van_werkgever(h, besluit)
    plek = _plek(h, rij) if rij else None
    if plek is not None and plek.adres is None:
        melding = "Van de vestiging van de werkgever is nog geen adres bekend. Leg dat eerst vast, of verzend digitaal."
        raise Conflict(melding, "vestiging_zonder_adres")


def _van_werkgever(h: Handeling, besluit: Besluit) -> Subsidie | None:
    if besluit.soort not in _SOORTEN:
        return None
    rij = db.subsidie(h.sessie, h.actor, besluit.onderwerp_id)
    if rij is None or UITVOERINGEN[rij.regeling].regels.ontvanger is Ontvanger.KLANT:
        return None
    return rij


def _regels(h: Handeling, rij: Subsidie) -> tuple[str, ...]:
    """Return the address of the vestiging where the klant works; none while it is not known."""
    plek = _plek(h, rij)
    return Adres.model_validate(plek.adres).regels() if plek and plek.adres else ()


def _plek(h: Handeling, rij: Subsidie) -> Vestiging | None:
    if rij.dienstverband_id is None:
        return None
    return werkgevers.vestiging(h.sessie, h.actor, dienstverband(h, rij.dienstverband_id).vestiging_id)
