"""The rekenaars of the besluiten about a granted voorziening."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from app.domain.beleid.model import Waarde
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.toekenning.beeindiging import (
    Eindebeslissing,
    Eindefeiten,
    belemmeringen_einde,
    beslis_einde,
    waarden_einde,
)
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.overgangsbesluit import (
    Overgangsbeslissing,
    Overgangsbesluitfeiten,
    belemmeringen_overgang,
    beslis_overgang,
    waarden_overgang,
)
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.besluit.beslissing import (
    Voorzieningsbeslissing,
    belemmeringen_voorziening,
    beslis_voorziening,
    waarden_voorziening,
)
from app.domain.voorziening.besluit.feiten import Voorzieningsbesluitfeiten
from app.services.besluit.rekenaar import Rekenaar

VOORZIENING: Final = "voorziening"
VOORZIENING_EINDE: Final = "voorziening_einde"
VOORZIENING_OVERGANG: Final = "voorziening_overgang"


def _na_de_laatste_dag(beslissing: Eindebeslissing) -> date:
    """Return the first day without the voorziening: the besluit is sent before it."""
    return beslissing.laatste_dag + EEN_DAG


def _bezwaar_weken(beleid: ToekenningBeleid | VoorzieningBeleid) -> Waarde[int]:
    return beleid.bezwaartermijn_weken


VOORZIENINGREKENAARS: Final[Mapping[str, Rekenaar]] = {
    VOORZIENING: Rekenaar(
        feiten=Voorzieningsbesluitfeiten,
        beleid=VoorzieningBeleid,
        beslissing=Voorzieningsbeslissing,
        beslis=beslis_voorziening,
        in_de_weg=belemmeringen_voorziening,
        waarden=waarden_voorziening,
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    VOORZIENING_EINDE: Rekenaar(
        feiten=Eindefeiten,
        beleid=ToekenningBeleid,
        beslissing=Eindebeslissing,
        beslis=beslis_einde,
        in_de_weg=belemmeringen_einde,
        waarden=waarden_einde,
        ingang=_na_de_laatste_dag,
        bezwaar_weken=_bezwaar_weken,
    ),
    VOORZIENING_OVERGANG: Rekenaar(
        feiten=Overgangsbesluitfeiten,
        beleid=ToekenningBeleid,
        beslissing=Overgangsbeslissing,
        beslis=beslis_overgang,
        in_de_weg=belemmeringen_overgang,
        waarden=waarden_overgang,
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
}
