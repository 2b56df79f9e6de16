"""Documents that the process knows, how each must be sent, and when it counts as sent (DEV-ORG-507)."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, awb
from app.domain.kern.toets import Toets


class Formeeldocument(StrEnum):
    """Code of a letter or formal document; how each is sent is policy."""

    BEVESTIGING_KICK_OFF = "bevestiging_kick_off"
    BEVESTIGING_KENNISMAKING = "bevestiging_kennismakingsgesprek"
    AFSPRAKENBRIEF = "afsprakenbrief"
    AFSPRAKEN_MET_ACTIEPLAN = "afspraken_met_actieplan"
    BRIEF_NIEUW_PLAN = "brief_nieuw_plan_van_aanpak"
    SPELREGELS_VRIJWILLIGERSWERK = "spelregels_vrijwilligerswerk"
    UITNODIGING_DOELMATIGHEIDSGESPREK = "uitnodiging_doelmatigheidsgesprek"
    RM_FORMULIER = "rm_formulier"
    TERMIJN_VAN_ORDE = "termijn_van_orde"
    VERZOEK_STUKKEN = "verzoek_inleveren_stukken"
    UITNODIGING = "uitnodiging"
    HERSTELTERMIJN = "hersteltermijn"
    HERSTELTERMIJN_RM = "hersteltermijn_rm"
    WEDERHOOR = "wederhoor"
    UITNODIGING_NA_MAATREGEL = "uitnodiging_na_maatregelperiode"
    WAARSCHUWING_LEIDINGGEVENDE = "waarschuwing_leidinggevende"
    BESLUIT_VAST_BEDRAG = "besluit_vast_bedrag_met_afspraak"
    BESCHIKKING = "beschikking"
    BESCHIKKING_MAATREGEL = "beschikking_maatregel"
    BESCHIKKING_ONGEWIJZIGD = "beschikking_ongewijzigd_voortzetten"
    BESLUIT_DOORBETALING = "besluit_doorbetaling"
    BESCHIKKING_ONTHEFFING = "beschikking_ontheffing"
    BESCHIKKING_TAALEIS = "beschikking_taaleis"
    BESLUIT_INTREKKEN = "besluit_intrekken"
    BEL_ME_BRIEFJE = "bel_me_briefje"
    OVEREENKOMST_VOORZIENING = "overeenkomst_voorziening"


class Postwijze(StrEnum):
    """How a document reaches the klant."""

    REGULIER = "regulier"
    AANGETEKEND = "aangetekend"
    EMAIL = "email"
    UITGEREIKT = "uitgereikt"


class Verzendeis(BaseModel):
    """How a document must be sent: in all of these ways on one day, or in one of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wijzen: tuple[Postwijze, ...] = Field(min_length=1)
    allemaal: bool = False

    def op_de_brief(self) -> str | None:
        """Return what the letter itself says of how it goes; ordinary post is not worth saying."""
        if Postwijze.AANGETEKEND not in self.wijzen or not (self.allemaal or len(self.wijzen) == 1):
            return None
        return "Aangetekend en met gewone post" if self.allemaal else "Aangetekend"


_WOORD: Final = {
    Postwijze.REGULIER: "met gewone post",
    Postwijze.AANGETEKEND: "aangetekend (met kenmerk)",
    Postwijze.EMAIL: "per e-mail",
    Postwijze.UITGEREIKT: "uitgereikt",
}


def toets_bereikbaar(eis: Verzendeis, *, adres: bool, email: bool) -> Toets:
    """Ask that a document can reach the klant in a way that counts (Awb 3:41, 2:14)."""
    kan = {
        Postwijze.REGULIER: adres,
        Postwijze.AANGETEKEND: adres,
        Postwijze.EMAIL: email,
        Postwijze.UITGEREIKT: True,
    }
    wijzen = [kan[wijze] for wijze in eis.wijzen]
    goed = all(wijzen) if eis.allemaal else any(wijzen)
    zin = "Er is een adres waarop de klant dit document krijgt."
    mis = "Van de klant is geen adres bekend. Zoek het op in de BRP, of leg een briefadres vast."
    return maak_toets("bereikbaar", goed, awb("3:41", "1"), {"adres": adres, "email": email}, zin if goed else mis)


def toets_verzonden(eis: Verzendeis, gedaan: Collection[Postwijze], kenmerk: str | None, grondslag: Grondslag) -> Toets:
    """Ask that a document went out in the required way; registered mail counts with its number only (DEV-ORG-507)."""
    telt = {wijze for wijze in gedaan if wijze is not Postwijze.AANGETEKEND or kenmerk}
    goed = set(eis.wijzen) <= telt if eis.allemaal else bool(telt & set(eis.wijzen))
    hoe = (" én " if eis.allemaal else " of ").join(_WOORD[wijze] for wijze in eis.wijzen)
    return maak_toets(
        "juist_verzonden",
        goed,
        grondslag,
        {"verzonden": tuple(sorted(gedaan)), "nodig": tuple(sorted(eis.wijzen)), "kenmerk": kenmerk is not None},
        f"Dit document is verzonden zoals het hoort: {hoe}." if goed else f"Verzend dit document {hoe}.",
    )
