"""What a person must do about a letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from app.domain.brief.documenten import Formeeldocument
from app.domain.kern.grondslag import awb
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel

ADRES: Final = "brief_adres"
STUURTAAK: Final[Mapping[str, str]] = {
    Formeeldocument.BRIEF_NIEUW_PLAN: "brief_nieuw_plan",
    Formeeldocument.SPELREGELS_VRIJWILLIGERSWERK: "brief_spelregels_vrijwilligerswerk",
}
"""The taak that is done when a letter of this kind about the same subject was sent."""


def adrestaak(dag: date) -> TaakVoorstel:
    """Return the task to find where a letter must go: a besluit works only once it reached who it is for (Awb 3:40)."""
    return TaakVoorstel(
        soort=ADRES,
        wat="Zoek het adres of briefadres op in de BRP, leg het vast en zorg dat de brief de klant bereikt.",
        waarom="Van deze klant is geen adres bekend. Een besluit werkt pas als het de klant heeft bereikt.",
        rol=Rol.ADMINISTRATIE,
        grondslag=awb("3:41", "1"),
        uiterste=dag,
    )
