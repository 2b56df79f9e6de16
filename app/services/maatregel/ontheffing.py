"""The ontheffingen and the extra duties of the day of a gedraging, in the words of the room maatregel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from app.domain.maatregel.beleid import Gedraging, Plicht
from app.domain.maatregel.feiten import Bewijsstuk, OntheffingFeit, ZaakFeiten
from app.domain.verplichting.feiten import Onthevenplicht
from app.services.handeling import Handeling
from app.services.verplichting.vragen import nadere_verplichtingen_voor, ontheffingen_op

_OPGELEGD: Final = "opgelegde_verplichting_art_55"
_PLICHTEN: Final[dict[str, tuple[Plicht, ...]]] = {
    Onthevenplicht.ARBEID: (Plicht.ARBEID,),
    Onthevenplicht.REINTEGRATIE: (Plicht.VOORZIENING, Plicht.ONDERZOEK, Plicht.PLAN_VAN_AANPAK),
    Onthevenplicht.TEGENPRESTATIE: (),
}
"""The duties of a gedraging that fall away with each duty of article 9, lid 1."""


def ontheffingen_op_dag(h: Handeling, klant_id: UUID, dag: date) -> tuple[OntheffingFeit, ...]:
    """Return what the klant was let off on a day (DEV-MTR-502)."""
    return tuple(
        OntheffingFeit(soort=rij.soort.value, plichten=_vertaald(rij.plichten), van=rij.van, tot=rij.tot)
        for rij in ontheffingen_op(h, klant_id, dag)
    )


def _vertaald(plichten: Iterable[str]) -> tuple[Plicht, ...]:
    return tuple(deel for plicht in plichten for deel in _PLICHTEN[plicht])


def met_opgelegde_plicht(h: Handeling, klant_id: UUID, feiten: ZaakFeiten, rij: Gedraging | None) -> ZaakFeiten:
    """Add the besluiten of article 55 that were there before the gedraging: they are the evidence (DEV-MTR-532)."""
    if rij is None or rij.plicht is not Plicht.NADERE_VERPLICHTING:
        return feiten
    stukken = tuple(
        Bewijsstuk(code=_OPGELEGD, datum=opgelegd.besluit_datum, vorm="schriftelijk")
        for opgelegd in nadere_verplichtingen_voor(h, klant_id, feiten.gedraging_datum)
    )
    codes = feiten.bewijsstukken | {stuk.code for stuk in stukken}
    return feiten.model_copy(update={"bewijs": (*feiten.bewijs, *stukken), "bewijsstukken": codes})
