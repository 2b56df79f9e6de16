"""The rekenaars of the besluiten about the doelgroep loonkostensubsidie and the loonwaarde."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.beleid.model import Waarde
from app.domain.loonkosten.doelgroep import DoelgroepLksFeiten, beslis_doelgroep
from app.domain.loonkosten.loonwaarde import LoonwaardeFeiten, Loonwaardeuitslag, beslis_loonwaarde
from app.domain.loonkosten.model import Uitslag, in_de_weg
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.services.besluit.rekenaar import Rekenaar

DOELGROEP_LKS: Final = "doelgroep_lks"
LOONWAARDE: Final = "loonwaarde"
LOONKOSTENSUBSIDIE: Final = "loonkostensubsidie"
"""The besluit on the subsidie itself, of which the rekenaar comes from the table of regelingen."""


def _bezwaar_weken(beleid: LoonkostenBeleid) -> Waarde[int]:
    return beleid.bezwaartermijn_weken


LKSREKENAARS: Final[Mapping[str, Rekenaar]] = {
    DOELGROEP_LKS: Rekenaar(
        feiten=DoelgroepLksFeiten,
        beleid=LoonkostenBeleid,
        beslissing=Uitslag,
        beslis=beslis_doelgroep,
        in_de_weg=in_de_weg,
        waarden=lambda *_: (),
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
    LOONWAARDE: Rekenaar(
        feiten=LoonwaardeFeiten,
        beleid=LoonkostenBeleid,
        beslissing=Loonwaardeuitslag,
        beslis=beslis_loonwaarde,
        in_de_weg=in_de_weg,
        waarden=lambda *_: ("loonwaardemethoden", "hoofdtaken_max", "hoofdtaak_procent_van_week"),
        ingang=lambda _: None,
        bezwaar_weken=_bezwaar_weken,
    ),
}
