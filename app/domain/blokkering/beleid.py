"""The policy of blokkering and opschorting: the national maximum, and what a municipality chose itself."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.blokkering.soorten import Ladderstap
from app.domain.kern.klantgroep import Klantgroep

Aantal = Annotated[int, Field(ge=1)]


class BlokkeringBeleid(Beleid):
    """Terms in the unit that their name tells.

    ``contactladder`` names the rungs, of which the first always comes first, ``verdere_stappen`` how many of the
    others are asked before a block, ``no_shows_voor_blokkering`` how often somebody must have stayed away from a chain.
    """

    soort: ClassVar[str] = "blokkering"

    opschorting_max_weken: Waarde[Aantal]
    bezwaartermijn_weken: Waarde[Aantal]
    horen_uitzonderingen: Waarde[tuple[str, ...]]
    terughoudend: Waarde[tuple[Klantgroep, ...]]
    contactladder: Waarde[tuple[Ladderstap, ...]]
    verdere_stappen: Waarde[Aantal]
    no_shows_voor_blokkering: Waarde[Aantal]
    hersteltermijn_werkdagen: Waarde[Aantal]
    waarschuwing_weken_vooraf: Waarde[Aantal]
    besluit_werkdagen: Waarde[Aantal]
    opvolgen_werkdagen: Waarde[Aantal]
