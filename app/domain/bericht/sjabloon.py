"""Sjabloon: the messages that the service can send; their texts are policy (``app/beleid/GM…/bericht.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Sjabloon(StrEnum):
    """Code of a message. A new one gets its variables below and its text in the policy of every municipality."""

    SCREENING_BEVESTIGING = "screening_bevestiging"
    SCREENING_HERINNERING = "screening_herinnering"
    AMBITIEGESPREK_BEVESTIGING = "ambitiegesprek_bevestiging"
    AMBITIEGESPREK_HERINNERING = "ambitiegesprek_herinnering"
    DARIUZ_HERINNERING = "dariuz_herinnering"
    KICK_OFF_BEVESTIGING = "kick_off_bevestiging"
    KICK_OFF_HERINNERING = "kick_off_herinnering"
    KENNISMAKING_HERINNERING = "kennismaking_herinnering"
    KICK_OFF_HANDOUT = "kick_off_handout"
    AFSPRAAK_BEVESTIGING = "afspraak_bevestiging"
    AFSPRAAK_AFGEZEGD = "afspraak_afgezegd"
    MELDING_KOPIE = "melding_kopie"
    TOELICHTENDE_BRIEF = "toelichtende_brief"
    BEWIJSMIDDELENLIJST = "bewijsmiddelenlijst"
    STUKKEN_AANVULTERMIJN = "stukken_aanvultermijn"
    STUKKEN_HERINNERING = "stukken_herinnering"
    STUKKEN_NA_TERMIJN = "stukken_na_termijn"
    AFSPRAKEN_HERHALING = "afspraken_herhaling"
    AMBITIEGESPREK_SAMENVATTING = "ambitiegesprek_samenvatting"
    VERWEZEN_NAAR_ELDERS = "verwezen_naar_elders"
    BEZWAAR_ONTVANGEN = "bezwaar_ontvangen"


ALTIJD: Final = frozenset(
    {
        "naam",
        "gemeente",
        "afzender",
        "afzender_telefoon",
        "afzender_whatsapp",
        "afzender_email",
        "afzender_adres",
        "videobellen_uitleg",
        "videobellen_video",
        "videobellen_tips",
        "videobellen_hulp",
    }
)
"""What every text may use: the name of the klant, who writes, and how to meet on a screen."""

BLOK: Final = "afspraak"
"""The when, where and with whom of an appointment, which the policy writes once for all texts about one."""

_AFSPRAAK: Final = frozenset({"soort", "begint", "duur_minuten", "plaats", "kanaal", "meebrengen", "lvb"})
_CONSULENT: Final = frozenset({"consulent", "consulent_telefoon", "consulent_whatsapp", "consulent_email"})

EIGEN: Final[Mapping[Sjabloon, frozenset[str]]] = {
    Sjabloon.SCREENING_BEVESTIGING: _AFSPRAAK | _CONSULENT,
    Sjabloon.SCREENING_HERINNERING: _AFSPRAAK | _CONSULENT,
    Sjabloon.AMBITIEGESPREK_BEVESTIGING: _AFSPRAAK | _CONSULENT,
    Sjabloon.AMBITIEGESPREK_HERINNERING: _AFSPRAAK | _CONSULENT,
    Sjabloon.DARIUZ_HERINNERING: _AFSPRAAK | _CONSULENT,
    Sjabloon.KICK_OFF_BEVESTIGING: _AFSPRAAK | _CONSULENT,
    Sjabloon.KICK_OFF_HERINNERING: _AFSPRAAK | _CONSULENT,
    Sjabloon.KENNISMAKING_HERINNERING: _AFSPRAAK | _CONSULENT,
    Sjabloon.KICK_OFF_HANDOUT: frozenset({"klantgroep", "themas"}),
    Sjabloon.AFSPRAAK_BEVESTIGING: _AFSPRAAK | _CONSULENT,
    Sjabloon.AFSPRAAK_AFGEZEGD: _AFSPRAAK | _CONSULENT,
    Sjabloon.MELDING_KOPIE: frozenset({"gemeld_op", "hulpvragen", "toelichting", "contact_uiterlijk"}),
    Sjabloon.TOELICHTENDE_BRIEF: _CONSULENT | {"aanvraag_gedaan", "inleveren_uiterlijk"},
    Sjabloon.BEWIJSMIDDELENLIJST: _CONSULENT | {"stukken", "inleveren_uiterlijk"},
    Sjabloon.STUKKEN_AANVULTERMIJN: _CONSULENT | {"stukken", "uiterlijk"},
    Sjabloon.STUKKEN_HERINNERING: _CONSULENT | {"stukken", "uiterlijk"},
    Sjabloon.STUKKEN_NA_TERMIJN: _CONSULENT | {"stukken", "uiterlijk"},
    Sjabloon.AFSPRAKEN_HERHALING: _CONSULENT | {"van_klant", "van_anderen"},
    Sjabloon.AMBITIEGESPREK_SAMENVATTING: _CONSULENT
    | {"klantgroep", "kick_off", "kick_off_plaats", "zonder_kick_off", "verwachtingen"},
    Sjabloon.VERWEZEN_NAAR_ELDERS: frozenset({"instantie", "uitleg"}),
    Sjabloon.BEZWAAR_ONTVANGEN: frozenset({"ontvangen_op", "besluit_van", "beslissen_uiterlijk", "door_gemachtigde"}),
}
"""What the handling behind a message tells besides: exactly these, None for what is not known."""


VAN_BLOK: Final = ALTIJD | _AFSPRAAK | _CONSULENT
"""What the block of an appointment may use."""


def variabelen(sjabloon: Sjabloon) -> frozenset[str]:
    """Return every variable that the text of this message may use."""
    eigen = EIGEN[sjabloon]
    return ALTIJD | eigen | ({BLOK} if eigen >= _AFSPRAAK else frozenset())
