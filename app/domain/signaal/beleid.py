"""The policy of signals: when enough happened to ask for a rechtmatigheidsonderzoek, and who may be a niet-willer."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.klantgroep import Klantgroep

Aantal = Annotated[int, Field(ge=1)]


class SignaalBeleid(Beleid):
    """Numbers of gedragingen, months back from the last one, and werkdagen for each next step.

    ``omslag_gedragingen`` are the marked rows of the tables per regime; the handbook does not quantify the rest.
    """

    soort: ClassVar[str] = "signaal"

    gedragingen_aantal: Waarde[Aantal]
    gedragingen_aantal_niet_willer: Waarde[Aantal]
    gedragingen_maanden: Waarde[Aantal]
    eerdere_handhaving_maanden: Waarde[Aantal]
    omslag_gedragingen: Waarde[dict[str, tuple[str, ...]]]
    ernstige_gedragingen: Waarde[tuple[str, ...]]
    weigeringen: Waarde[tuple[str, ...]]
    niet_willer_klantgroepen: Waarde[tuple[Klantgroep, ...]]
    antwoord_werkdagen: Waarde[Aantal]
    onderzoek_werkdagen: Waarde[Aantal]
