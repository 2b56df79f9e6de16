"""What a person must do when a message cannot be sent."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel

BELLEN: Final = "bericht_bellen"
MISLUKT: Final = "bericht_mislukt"


def onbereikbaartaak(over: str, dag: date) -> TaakVoorstel:
    """Return the task to call a klant for whom no channel is left (DEV-AFS-001)."""
    return TaakVoorstel(
        soort=BELLEN,
        wat=f"Bel de klant, of vraag een e-mailadres of mobiel nummer. Bericht: {over}.",
        waarom="Het bericht kan niet per mail, sms of brief.",
        rol=Rol.ADMINISTRATIE,
        grondslag=productenboek("2.2.1"),
        uiterste=dag,
    )


def mislukttaak(over: str, dag: date) -> TaakVoorstel:
    """Return the task to look after a message that could not be delivered."""
    return TaakVoorstel(
        soort=MISLUKT,
        wat=f"Zorg dat de klant dit bericht krijgt: {over}. Controleer het adres en bied het opnieuw aan, of bel.",
        waarom="Het bericht is na herhaalde pogingen niet bezorgd.",
        rol=Rol.ADMINISTRATIE,
        grondslag=productenboek("2.2.1"),
        uiterste=dag,
    )
