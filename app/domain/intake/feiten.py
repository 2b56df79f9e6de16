"""Facts of the intake: what is known about the melding, the loket, the voorschot and the screening."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.kern.periode import Periode

Cent = Annotated[int, Field(ge=0)]


class Kanaal(StrEnum):
    """How the klant reports."""

    DIGITAAL = "digitaal"
    TELEFONISCH = "telefonisch"
    FYSIEK = "fysiek"


class Voorziening(StrEnum):
    """Other provisions that go before bijstand (DEV-SCR-013)."""

    SVB = "svb"
    ALIMENTATIE = "alimentatie"
    VOORMALIGE_WERKGEVER = "voormalige_werkgever"
    BELASTINGDIENST = "belastingdienst"
    OVERIG = "overig"


class Invulvermogen(StrEnum):
    """How well the klant can fill in the questionnaire (DEV-DIA-003)."""

    ZELFSTANDIG = "zelfstandig"
    MET_HULP = "met_hulp"
    NIET_IN_STAAT = "niet_in_staat"


class RedenNietInStaat(StrEnum):
    """Why the klant cannot fill in the questionnaire (DEV-DIA-012)."""

    LAAGGELETTERD = "laaggeletterd"
    PSYCHISCHE_PROBLEMATIEK = "psychische_problematiek"
    VERSLAVING = "verslaving"
    LVB = "lvb"
    TAAL = "taal"
    OVERIG = "overig"


class BadGesprek(StrEnum):
    """What became of the offered conversation with BAD (DEV-SCR-025)."""

    GEPLAND = "gepland"
    AFGEWEZEN = "afgewezen"
    NIET_NODIG = "niet_nodig"


class ScreeningUitkomst(StrEnum):
    """How the screening ends."""

    VERVOLG = "vervolg"
    DOORVERWEZEN = "doorverwezen"
    INGETROKKEN = "ingetrokken"


class Schuldvraag(StrEnum):
    """The six questions on arrears and debts (DEV-SCR-026); yes is the answer to the code as it reads."""

    VASTE_LASTEN_BETAALD = "vaste_lasten_betaald"
    ROODSTAND = "roodstand"
    OPENSTAANDE_SCHULDEN = "openstaande_schulden"
    BRIEVEN_INCASSO_DEURWAARDER = "brieven_incasso_deurwaarder"
    KOMENDE_MAAND_BETAALBAAR = "komende_maand_betaalbaar"
    BUFFER_ONVOORZIEN = "buffer_onvoorzien"


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MeldingFeiten(_Feiten):
    """What the terms after a melding rest on; the meldingsdatum is the day of the call when one phones."""

    kanaal: Kanaal
    meldingsdatum: date
    geboortedatum: date
    kenmerken: frozenset[Kenmerk] = frozenset()
    medisch_urenbeperkt: bool = False


class LoketFeiten(_Feiten):
    """Answers to the loket questions; None means not asked yet. Income net per month in eurocents."""

    geboortedatum: date
    gewerkte_weken: Annotated[int, Field(ge=0)] | None = None
    gestopt_door_ziekte: bool | None = None
    ww_gehad: bool | None = None
    ww_periode: Periode | None = None
    ww_volledig_doorlopen: bool | None = None
    inkomen: Cent | None = None
    recht_stufi_wtos: bool | None = None
    medische_beperking: bool | None = None
    voorliggend: Mapping[Voorziening, bool] = {}


class VoorschotFeiten(_Feiten):
    """A voorschot that is proposed: amount per month in eurocents."""

    broodnood: bool | None
    bedrag: Cent
    voorschot_meegedeeld: bool | None
    gevraagd_op: date | None = None


class DariuzFeiten(_Feiten):
    """What decides which instrument the klant uses."""

    vermogen: Invulvermogen | None = None
    reden: RedenNietInStaat | None = None
    kenmerken: frozenset[Kenmerk] = frozenset()
    jongere: bool = False
    gekozen: Diagnoseinstrument | None = None
    reden_afwijking: str | None = None


class ScreeningFeiten(_Feiten):
    """The record of one screeningsgesprek, at the moment of closing."""

    uitkomst: ScreeningUitkomst
    einde_datum: date
    dariuz: DariuzFeiten = DariuzFeiten()
    schulden: Mapping[Schuldvraag, bool] = {}
    bad_gesprek: BadGesprek | None = None
    eigen_inschatting_financien: str | None = None
    broodnood: bool | None = None
    dreigende_uithuiszetting: bool = False
    fraudesignaal: bool = False
    minder_zelfredzaam: bool = False
    vermogen_aanwezig: bool = False
    intrekking_getekend_op: date | None = None
    verwijzing: str | None = None
    aanvraag_gedaan: bool = False
    formulier_meegegeven_op: date | None = None
    aantal_partners: Annotated[int, Field(ge=0, le=1)] = 0
    partner_aanwezig: bool | None = None
    reden_partner_afwezig: str | None = None
    geplande_ambitiegesprekken: Annotated[int, Field(ge=0)] = 0

    @property
    def personen(self) -> int:
        """How many people the screening is about."""
        return 1 + self.aantal_partners
