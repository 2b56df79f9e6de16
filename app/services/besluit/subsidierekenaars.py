"""The rekenaars of subsidies and vergoedingen: one per regeling, made from the table of the room subsidie."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from app.domain.subsidie import beslissing as subsidie
from app.domain.subsidie import einde
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.regels import Regels
from app.services.besluit.rekenaar import Rekenaar
from app.services.subsidie.regelingen import UITVOERINGEN


def _rekenaar(regels: Regels) -> Rekenaar:
    return Rekenaar(
        feiten=regels.feiten,
        beleid=regels.beleid,
        beslissing=subsidie.Subsidiebeslissing,
        beslis=partial(subsidie.beslis, regels),
        in_de_weg=subsidie.in_de_weg,
        waarden=lambda _feiten, _beleid, beslissing: subsidie.gebruikte_waarden(regels, beslissing.dictum),
        ingang=lambda _: None,
        bezwaar_weken=lambda beleid: beleid.bezwaartermijn_weken,
    )


SUBSIDIEREKENAARS: Final[Mapping[str, Rekenaar]] = {
    code.value: _rekenaar(uitvoering.regels) for code, uitvoering in UITVOERINGEN.items()
}
EINDE: Final = "subsidie_einde"
VASTSTELLING: Final = "subsidie_vaststelling"
EINDREKENAARS: Final[Mapping[str, Rekenaar]] = {
    EINDE: Rekenaar(
        feiten=einde.Eindfeiten,
        beleid=SubsidieBeleid,
        beslissing=einde.Eindbeslissing,
        beslis=einde.beslis_einde,
        in_de_weg=einde.belemmeringen,
        waarden=lambda *_: ("bezwaartermijn_weken",),
        ingang=lambda _: None,
        bezwaar_weken=lambda beleid: beleid.bezwaartermijn_weken,
    ),
    VASTSTELLING: Rekenaar(
        feiten=einde.Vaststelfeiten,
        beleid=SubsidieBeleid,
        beslissing=einde.Vaststelbeslissing,
        beslis=einde.beslis_vaststelling,
        in_de_weg=einde.belemmeringen,
        waarden=lambda *_: ("bezwaartermijn_weken",),
        ingang=lambda _: None,
        bezwaar_weken=lambda beleid: beleid.bezwaartermijn_weken,
    ),
}
SUBSIDIES: Final = tuple(SUBSIDIEREKENAARS)
"""The kinds of besluit on an aanvraag om subsidie or vergoeding: one per regeling."""
