"""Kinds in the agenda: what is planned, through which channel, and who else is there."""

from __future__ import annotations

from enum import StrEnum


class AgendaSoort(StrEnum):
    """All that takes time in the agenda of an employee; the codes are those of the rooms that plan it."""

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


class Gesprekskanaal(StrEnum):
    """How a conversation is held (DEV-DIG-006)."""

    FYSIEK = "fysiek"
    VIDEOBELLEN = "videobellen"
    TELEFOON = "telefoon"
    HUISBEZOEK = "huisbezoek"


class Deelnemerrol(StrEnum):
    """Who takes part besides the klant and the employee whose agenda it is."""

    TWEEDE_CONSULENT = "tweede_consulent"
    SOCIALE_RECHERCHE = "sociale_recherche"
    BAD = "bad"
    TOLK = "tolk"
    BEGELEIDER = "begeleider"
    HULPVERLENER = "hulpverlener"
    NETWERK = "netwerk"


MEE_TE_BRENGEN = frozenset(
    {Deelnemerrol.TOLK, Deelnemerrol.BEGELEIDER, Deelnemerrol.HULPVERLENER, Deelnemerrol.NETWERK}
)
"""Whom the klant can be asked to bring; the others are invited by the employee."""


class Agendastatus(StrEnum):
    """How it went with what was planned; ``verzet`` was succeeded by another moment."""

    GEPLAND = "gepland"
    VERSCHENEN = "verschenen"
    NIET_VERSCHENEN = "niet_verschenen"
    AFGEMELD = "afgemeld"
    VERZET = "verzet"
    VERVALLEN = "vervallen"


class Ruimtesoort(StrEnum):
    """What a room is for."""

    SPREEKKAMER = "spreekkamer"
    ZAAL = "zaal"
    COMPUTERRUIMTE = "computerruimte"
    BALIE = "balie"


class Dariuzhulp(StrEnum):
    """How a klant is helped with Dariuz; which of them are offered is policy (DEV-DIA-007)."""

    COMPUTERRUIMTE = "computerruimte_met_consulent"
    OP_AFROEP = "consulent_op_afroep"
    GROEP = "groepsbijeenkomst"
