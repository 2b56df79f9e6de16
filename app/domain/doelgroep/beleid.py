"""The policy of the doelgroepen: terms, limits, places and who is informed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.doelgroep.diploma import Diploma
from app.domain.kern.rollen import Rol

Aantal = Annotated[int, Field(ge=1)]


class Route(StrEnum):
    """A route along which others must hear of a klant."""

    BIJZONDERE_DOELGROEP = "bijzondere_doelgroep"
    VEILIGHEIDSHUIS = "veiligheidshuis"
    ZWERFJONGEREN = "zwerfjongeren"
    PROGRAMMA_JEUGD = "programma_jeugd"
    STATUSHOUDER = "statushouder"
    VSO_PRO = "vso_pro"
    KWETSBARE_JONGERE = "kwetsbare_jongere"
    CENTRUMGEMEENTE = "centrumgemeente"


class Informeerregel(BaseModel):
    """Who hears of a klant on a route, and which role tells them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    route: Route
    partij: str
    rol: Rol


class Plek(BaseModel):
    """An address that says that nobody lives there: the town hall, a shelter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    postcode: Annotated[str, Field(pattern=r"^[0-9]{4}[A-Z]{2}$")]
    huisnummer: Annotated[int, Field(ge=1)]


class Nulmeting(BaseModel):
    """The numbers of the handbook, to compare with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nieuwe_vsv: int
    oud_vsv: int
    jongeren_met_bijstand: int
    duur_zorg_maanden_van: int
    duur_zorg_maanden_tot_en_met: int


class DoelgroepBeleid(Beleid):
    """Terms in the unit that their name tells; upper limits are inclusive."""

    soort: ClassVar[str] = "doelgroep"
    later_toegevoegd: ClassVar[Mapping[str, Any]] = {
        "startkwalificatie_diplomas": {
            "waarde": ["mbo_2", "mbo_3", "mbo_4", "havo", "vwo", "hbo", "wo"],
            "grondslag": {
                "regeling": "Re-integratieverordening Participatiewet 2021",
                "artikel": "1",
                "onderdeel": "i",
            },
        }
    }

    opvolgen_werkdagen: Waarde[Aantal]
    snel_schakelen_werkdagen: Waarde[Aantal]
    informeren: Waarde[tuple[Informeerregel, ...]]
    rapportage_minimum: Waarde[Aantal]

    # jongeren
    jongere_tot_leeftijd: Waarde[Aantal]
    rmc_curatief_vanaf_leeftijd: Waarde[Aantal]
    rmc_curatief_tot_en_met_leeftijd: Waarde[Aantal]
    rmc_monitoren_vanaf_leeftijd: Waarde[Aantal]
    startkwalificatie_diplomas: Waarde[tuple[Diploma, ...]]
    wajong_herziening_jaren: Waarde[Aantal]
    kwetsbare_jongere_contact_dagen: Waarde[Aantal]
    nulmeting: Waarde[Nulmeting]

    # bijzondere doelgroepen
    postadressen_gemeente: Waarde[tuple[Plek, ...]]
    opvangadressen: Waarde[tuple[Plek, ...]]
    postuitreiking: Waarde[str]
    regiobinding_jaren: Waarde[Aantal]
    regiogemeenten: Waarde[tuple[str, ...]]

    # statushouders
    pip_vanaf: Waarde[date]
    vip_max_per_jaar: Waarde[Aantal]
    bad_afspraak_na_toezegging: Waarde[bool]

    # the doelgroep of the verordening, and WW that ends
    wia_jaren_minimumloon: Waarde[Aantal]
    max_ww_maanden: Waarde[Aantal]
