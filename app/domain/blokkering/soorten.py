"""Kinds: situations in which blocking threatens, the rungs of the contact ladder, and what a block is."""

from __future__ import annotations

from enum import StrEnum


class Situatiesoort(StrEnum):
    """Situations in which the consulent has to act (DEV-BLK-501)."""

    GEEN_REACTIE_UITNODIGING = "geen_reactie_uitnodiging"
    GEEN_REACTIE_CONTACTVERZOEK = "geen_reactie_contactverzoek"
    NIET_THUIS = "niet_thuis_gepland_huisbezoek"
    STUKKEN = "stukken_niet_ingeleverd"


class Situatiestatus(StrEnum):
    """A situation is awaited until its last day, then open; it ends without a block or with one."""

    VERWACHT = "verwacht"
    OPEN = "open"
    HERSTELD = "contact_hersteld"
    GEBLOKKEERD = "geblokkeerd"
    INGETROKKEN = "ingetrokken"


class Pad(StrEnum):
    """How a situation is handled; it depends on the klantgroep at the moment of the event (DEV-BLK-507)."""

    CONTACTLADDER = "contactladder"
    REGULIER = "regulier"
    HANDHAVING = "zorg_handhaving"


class Ladderstap(StrEnum):
    """A rung of the contact ladder (DEV-BLK-502); phoning the klant always comes first."""

    TELEFONISCH_KLANT = "telefonisch_klant"
    NETWERK = "netwerk_bewindvoerder_familie"
    HULPVERLENERS = "hulpverleners"
    HUISBEZOEK_BRIEFJE = "huisbezoek_met_bel_me_briefje"
    AANGEKONDIGD_HUISBEZOEK = "aangekondigd_huisbezoek_ook_via_bewindvoerder"


class Pogingresultaat(StrEnum):
    """What came of an attempt to reach the klant."""

    GEEN_CONTACT = "geen_contact"
    REDEN_BEKEND = "reden_bekend_geen_contact"
    CONTACT = "contact"


class Blokkeergrond(StrEnum):
    """Why the payment is blocked."""

    NA_SITUATIE = "contact_niet_hersteld"
    AANWIJZINGEN = "concrete_aanwijzingen_minder_of_geen_recht"
    ZORG_HANDHAVING = "zorg_handhaving"
    TWIJFEL = "rechtmatigheidstwijfel"


ONDERZOEKSGRONDEN = frozenset({Blokkeergrond.AANWIJZINGEN, Blokkeergrond.TWIJFEL, Blokkeergrond.ZORG_HANDHAVING})
"""Grounds that open or link a rechtmatigheidsonderzoek; they are shown to who may know of a suspicion."""


class Omvang(StrEnum):
    """How much of the payment is blocked."""

    VOLLEDIG = "volledig"
    GEDEELTELIJK = "gedeeltelijk"


class RedenGedeeltelijk(StrEnum):
    """Why fixed costs keep being paid; the list of the handbook is open, so ``anders`` with words (DEV-BLK-504)."""

    HUISUITZETTING = "dreigende_huisuitzetting"
    AFSLUITING = "dreigende_afsluiting_nutsvoorzieningen"
    ANDERS = "anders"


class Lastsoort(StrEnum):
    """Fixed costs that can be paid through (Productenboek 7.5); the mortgage only with a reason."""

    HUUR = "huur"
    WATER = "water"
    GAS_LICHT = "gas_licht"
    ZORGVERZEKERING = "zorgverzekering"
    HYPOTHEEK = "hypotheek"


class Blokkeringstatus(StrEnum):
    """A block runs until it is released, or ends with the uitkering."""

    LOPEND = "lopend"
    OPGEHEVEN = "opgeheven"
    OVERGEGAAN = "overgegaan_in_intrekking"


class RedenOpheffing(StrEnum):
    """Why a block is released."""

    CONTACT_HERSTELD = "contact_hersteld"
    VERZUIM_HERSTELD = "verzuim_hersteld"
    RECHT_VASTGESTELD = "recht_vastgesteld"
    MAXIMUM_BEREIKT = "maximum_bereikt"
    VERGISSING = "vergissing"
    ANDERS = "anders"
