"""The aanvraagformulier: the klant's own answers, filled in by the klant or by an independent helper."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets

_INVULLEN: Final = productenboek("2.2.2")


class Invuller(StrEnum):
    """Who filled in the form: there is no third possibility (DEV-AAN-024)."""

    KLANT = "klant"
    HELPER = "helper"


def toets_geen_medewerker(rollen: Collection[Rol]) -> Toets:
    """Ask that the form comes in from the klant's side, and is not filled in by somebody who decides (DEV-AAN-024)."""
    klopt = set(rollen) == {Rol.KOPPELING}
    zin = "De klant vult de aanvraag zelf in, of met een onafhankelijke helper; een medewerker doet dat niet."
    return maak_toets("niet_door_medewerker", klopt, _INVULLEN, {"rollen": tuple(sorted(rollen))}, zin)


def toets_helper(invuller: Invuller, helper: str | None, onafhankelijk: Collection[str]) -> Toets:
    """Ask for an independent helper when the klant did not do it alone, and for none otherwise (DEV-AAN-024)."""
    klopt = helper in onafhankelijk if invuller is Invuller.HELPER else helper is None
    zin = f"Wie helpt bij het invullen is onafhankelijk: {', '.join(sorted(onafhankelijk))}."
    return maak_toets("helper_onafhankelijk", klopt, _INVULLEN, {"helper": helper}, zin)
