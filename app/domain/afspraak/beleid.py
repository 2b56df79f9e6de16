"""The policy of appointments: kick-offs, reminders and the table of what follows on a no-show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.afspraak.feiten import AfspraakSoort, Bereikkanaal, KickOffBegeleiding, KickOffVorm, Vervolgstap
from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep

Aantal = Annotated[int, Field(ge=1)]


class KickOffRegels(BaseModel):
    """Size, length and staffing of a kick-off; ``gecommuniceerde_duur_minuten`` is what the invitation says.

    ``onderdelen`` is what must come up, ``aparte_workshops`` what was moved out of it; with ``handout`` who was there
    gets the content on paper, with ``kennismaking_daarna`` an individual conversation follows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    deelnemers_min: Annotated[int, Field(ge=0)]
    deelnemers_max: Aantal
    duur_minuten: Aantal
    gecommuniceerde_duur_minuten: Aantal
    plenair_max_minuten: Aantal | None = None
    frequentie_weken: Aantal
    begeleiding: Mapping[KickOffBegeleiding, Aantal]
    vormen: tuple[KickOffVorm, ...] = (KickOffVorm.FYSIEK,)
    subgroepen: Aantal | None = None
    onderdelen: tuple[str, ...] = ()
    aparte_workshops: tuple[str, ...] = ()
    handout: bool = False
    kennismaking_daarna: bool = False


class NoShowRegel(BaseModel):
    """One row of the table: it holds from the ``nummer``-th no-show in a chain until a row with a higher number.

    With ``sms_controle`` a proposal for a maatregel is held back when no reminder was sent.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    klantgroepen: tuple[Klantgroep, ...]
    afspraken: tuple[AfspraakSoort, ...]
    nummer: Aantal
    stappen: tuple[Vervolgstap, ...]
    sms_controle: bool = False
    grondslag: Grondslag


class AfspraakBeleid(Beleid):
    """Terms in the unit that their name tells. Zorgen has no kick-off, so there are no rules for one."""

    soort: ClassVar[str] = "afspraak"

    kick_off_matchen: Waarde[KickOffRegels]
    kick_off_groeien: Waarde[KickOffRegels]
    kick_off_faciliteren: Waarde[KickOffRegels]
    sms_dagen_vooraf: Waarde[Aantal]
    dariuz_herinnering_werkdagen: Waarde[Aantal]
    opvolgen_werkdagen: Waarde[Aantal]
    meldingen_zonder_screening: Waarde[Aantal]
    kennismaking_na_kick_off_dagen: Waarde[Aantal]
    kick_off_opgeschort_matchen: Waarde[bool]
    kick_off_opgeschort_groeien: Waarde[bool]
    kick_off_opgeschort_faciliteren: Waarde[bool]
    kennismaking_onderdelen: Waarde[tuple[str, ...]]
    bereikkanalen: Waarde[tuple[Bereikkanaal, ...]]
    tweede_ambitiegesprek: Waarde[bool]
    dariuz_controle_dagen: Waarde[Aantal] | None = None
    no_show: Waarde[tuple[NoShowRegel, ...]]
    no_show_zorg_handhaving: Waarde[tuple[Vervolgstap, ...]]
