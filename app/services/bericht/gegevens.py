"""What texts tell of the consulent, and the moment at which a message of a day goes out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.db import organisatie as organisaties
from app.db.klant import Klant
from app.domain.bericht.beleid import BerichtBeleid
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling

_NEDERLAND = ZoneInfo("Europe/Amsterdam")


def consulentgegevens(h: Handeling, medewerker_id: UUID | None) -> dict[str, Any]:
    """Return who the klant can ask, with phone and WhatsApp (DEV-AAN-019); nothing when nobody is known."""
    wie = organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id) if medewerker_id else None
    return {
        "consulent": wie.naam if wie else None,
        "consulent_telefoon": wie.telefoon if wie else None,
        "consulent_whatsapp": wie.whatsapp if wie else None,
        "consulent_email": wie.email if wie else None,
    }


def inkomensconsulent_van(h: Handeling, klant: Klant) -> UUID | None:
    """Return who handles the income of a klant: the fixed one, or the inkomensconsulent who acts now."""
    zelf = h.actor.medewerker_id if h.actor.heeft(Rol.INKOMENSCONSULENT) else None
    return klant.inkomensconsulent_id or zelf


def moment_op(h: Handeling, klant: Klant, wanneer: date) -> datetime:
    """Return when on a day a message goes out; what is due today or earlier goes at once."""
    if wanneer <= h.vandaag:
        return h.nu
    tijd = h.beleid.geldend(BerichtBeleid, klant.gemeente, h.vandaag).beleid.herinnering_tijd.waarde
    return datetime.combine(wanneer, time.fromisoformat(tijd), _NEDERLAND).astimezone(UTC)
