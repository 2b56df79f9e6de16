"""The policy of the agenda: how long, how far apart, where and through which channel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.agenda.soorten import AgendaSoort, Dariuzhulp, Gesprekskanaal
from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]
Klokslag = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class Gespreksduur(BaseModel):
    """How long a conversation lasts, from ``minimum`` to ``hoogstens`` minutes, and how much stays free around it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    minimum: Aantal
    standaard: Aantal
    hoogstens: Aantal
    tussentijd: Annotated[int, Field(ge=0)]


class AgendaBeleid(Beleid):
    """Terms in the unit that their name tells, times on the Dutch clock.

    How long a screening, an ambitiegesprek and a kick-off last stands in the policy of their own rooms.
    """

    soort: ClassVar[str] = "agenda"

    gesprekken: Waarde[Mapping[AgendaSoort, Gespreksduur]]
    inkomen_duur: Waarde[Gespreksduur]
    kanaal_standaard: Waarde[Mapping[AgendaSoort, Gesprekskanaal]]
    kanaal_anders: Waarde[Gesprekskanaal]
    kanaal_ontraden: Waarde[Mapping[AgendaSoort, tuple[Gesprekskanaal, ...]]]
    locatie_standaard: Waarde[Mapping[AgendaSoort, str]]
    werkdag_van: Waarde[Klokslag]
    werkdag_tot: Waarde[Klokslag]
    stap_minuten: Waarde[Aantal]
    balie_van: Waarde[Klokslag]
    balie_tot: Waarde[Klokslag]
    inkomen_vanaf_werkdag: Waarde[Aantal]
    inkomen_tot_werkdag: Waarde[Aantal]
    uitwijklocatie: Waarde[str]
    zorg_handhaving_locatie: Waarde[str]
    zorg_handhaving_sr: Waarde[bool]
    jongere_tot_leeftijd: Waarde[Aantal]
    team_tweede_consulent: Waarde[str]
    dariuz_hulp: Waarde[tuple[Dariuzhulp, ...]]
    keten_pauze_minuten: Waarde[Aantal]
    driegesprek_werkdagen: Waarde[Aantal]
    kennismaking_bellen_dagen: Waarde[Aantal]
    afspraak_na_bellen_dagen: Waarde[Aantal]
    kennismaking_delen: Waarde[Annotated[int, Field(ge=1, le=2)]]
    kennismaking_delen_dagen: Waarde[Aantal]
    kennismaking_bellen: Waarde[bool]
