"""Facts of appointments: kinds, outcomes, the chain of an appointment and its no-shows."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.klantgroep import Klantgroep


class AfspraakSoort(StrEnum):
    """Kinds of appointments; the first two are before the indeling."""

    SCREENINGSGESPREK = "screeningsgesprek"
    AMBITIEGESPREK = "ambitiegesprek"
    KICK_OFF = "kick_off"
    KENNISMAKINGSGESPREK = "kennismakingsgesprek"
    DOELMATIGHEIDSGESPREK = "doelmatigheidsgesprek"
    TRAJECT_AFSPRAAK = "traject_afspraak"
    AFSPRAAK_INKOMEN = "afspraak_inkomen"
    BALIEAFSPRAAK = "balieafspraak"
    DRIEGESPREK = "driegesprek"
    DARIUZ_HULP = "dariuz_hulp"
    BAD_GESPREK = "bad_gesprek"


class Presentie(StrEnum):
    """The outcome of an appointment (DEV-NOS-506); only a no-show counts as one."""

    VERSCHENEN = "verschenen"
    AFGEMELD = "afgemeld"
    INDIVIDUEEL_VERVANGEN = "individueel_vervangen"
    NO_SHOW = "niet_verschenen"


class KickOffVorm(StrEnum):
    """How somebody takes part in a kick-off (DEV-DIG-024)."""

    FYSIEK = "fysiek"
    ONLINE = "online"
    TELEFONISCH = "telefonisch"


class Bereikkanaal(StrEnum):
    """A way in which a klant who is not reached is tried (DEV-DIG-022)."""

    TELEFOON = "telefoon"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    MAIL = "mail"
    VOICEMAIL = "voicemail"


class KickOffBegeleiding(StrEnum):
    """Who leads a kick-off."""

    WERKCONSULENT_MATCHEN = "werkconsulent_matchen"
    WERKCONSULENT_GROEIEN = "werkconsulent_groeien"
    JOBHUNTER = "jobhunter"
    TRAINER = "trainer"
    INKOMENSCONSULENT = "inkomensconsulent"


class Vervolgstap(StrEnum):
    """What a no-show leads to. The amount of a maatregel is the maatregel policy's, not named here."""

    BELLEN_NIEUWE_AFSPRAAK = "bellen_nieuwe_afspraak"
    OPNIEUW_UITNODIGEN = "opnieuw_uitnodigen_hersteltermijn"
    NIEUWE_AFSPRAAK = "nieuwe_afspraak"
    NIEUWE_AFSPRAAK_IN_BESLUIT = "nieuwe_afspraak_in_besluit"
    MAATREGELVOORSTEL = "maatregelvoorstel_eenmalig"
    MAATREGELZAAK = "maatregelzaak_openen"
    BELLEN = "bellen"
    NETWERK_INFORMEREN = "netwerk_informeren"
    HUISBEZOEK = "huisbezoek"
    VERVANGENDE_AFSPRAAK = "vervangende_afspraak_per_brief"
    BLOKKEREN = "blokkeren"
    BLOKKEREN_NA_CONTACTLADDER = "blokkeren_na_contactladder"
    RECHTMATIGHEIDSONDERZOEK = "rechtmatigheidsonderzoek"
    SOCIALE_RECHERCHE = "sociale_recherche_informeren"
    HERSTELTERMIJN = "hersteltermijn_sturen"
    STOPZETTEN = "stopzetten_na_hersteltermijn"
    BEOORDELEN = "beoordelen"


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NoShowFeiten(_Feiten):
    """One no-show: which in the chain of the appointment with its replacements, and was the reminder sent."""

    klantgroep: Klantgroep | None
    soort: AfspraakSoort
    nummer: Annotated[int, Field(ge=1)]
    sms_verstuurd: bool | None = None
    zorg_handhaving: bool = False


class KickOffDeelname(_Feiten):
    """How somebody took part in a kick-off; what is not known of means or skills is None."""

    vorm: KickOffVorm
    subgroep: int | None = None
    digitaal_vaardig: bool | None = None
    heeft_apparaat: bool | None = None


class Sessie(_Feiten):
    """A planned kick-off session."""

    sessie_id: str
    klantgroep: Klantgroep
    dag: date
    ingeschreven: Annotated[int, Field(ge=0)] = 0
    geannuleerd: bool = False
