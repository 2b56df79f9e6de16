"""The contact ladder that comes before blocking the uitkering of a Zorgen klant."""

from __future__ import annotations

from app.domain.afspraak.feiten import LadderFeiten, Ladderstap
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets, Uitkomst

_LADDER = productenboek("7.4")


def toets_contactladder(feiten: LadderFeiten) -> tuple[Toets, ...]:
    """Test whether the ladder was climbed: first by phone, then a further step or a reason (DEV-BLK-502).

    Contact restored means no block (DEV-BLK-503); zorg-handhaving needs no ladder (DEV-BLK-506).
    """
    zin = "Het contact is niet hersteld; is dat wel zo, dan volgt geen blokkade."
    hersteld = _toets("contact_niet_hersteld", not feiten.contact_hersteld, feiten, zin)
    return (hersteld,) if feiten.zorg_handhaving else (hersteld, _eerst_bellen(feiten), _verdere_stap(feiten))


def _eerst_bellen(feiten: LadderFeiten) -> Toets:
    zin = "De klant is eerst zelf gebeld."
    eerste = feiten.pogingen[:1] == (Ladderstap.TELEFONISCH_KLANT,)
    return _toets("eerst_gebeld", eerste, feiten, zin)


def _verdere_stap(feiten: LadderFeiten) -> Toets:
    verder = any(poging is not Ladderstap.TELEFONISCH_KLANT for poging in feiten.pogingen)
    zin = "Na het bellen is nog een stap gezet, of staat vast waarom die niet kan."
    return _toets("verdere_stap_gezet", verder or bool(feiten.reden_geen_verdere_stap), feiten, zin)


def _toets(voorwaarde: str, voldaan: bool, feiten: LadderFeiten, toelichting: str) -> Toets:
    return Toets(
        voorwaarde=voorwaarde,
        uitkomst=Uitkomst.van(voldaan),
        grondslag=_LADDER,
        feiten={"pogingen": tuple(feiten.pogingen)},
        toelichting=toelichting,
    )
