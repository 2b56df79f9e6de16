"""Inhoudingen: what the standing besluiten of a household already take from each month, whatever their kind.

Two besluiten together never take more than there is, so every room that takes money asks here first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.db import besluit as db
from app.db import maatregel as maatregelen
from app.db.besluit import Besluitstand, Besluitstatus
from app.db.klant import Klant
from app.db.taaleis import zaak as taaleiszaken
from app.services.besluit.lezen import beslissing_van
from app.services.besluit.rekenaars import MAATREGEL, REKENAARS, TAALEIS
from app.services.handeling import Handeling

_TELT_NIET: Final = frozenset({Besluitstatus.AFGEKEURD, Besluitstatus.VERVANGEN, Besluitstatus.INGETROKKEN})

# Per soort: which of these onderwerpen lapsed, so that a besluit about them that was not sent never will be.
VERVALLEN: Final[Mapping[str, Callable[[Session, Sequence[UUID]], set[UUID]]]] = {
    MAATREGEL: maatregelen.vervallen_zaken,
    TAALEIS: taaleiszaken.vervallen_zaken,
}


def inhoudingen_per_maand(h: Handeling, klant: Klant, behalve: UUID) -> dict[date, int]:
    """Return, in eurocents per month, what the standing besluiten of the household take.

    ``behalve`` is the onderwerp that is being decided on. A besluit that was not sent yet counts as well: two besluiten
    on one day must not take more together than there is. Of an onderwerp with a new besluit under way the larger
    amount of a month counts, until it is certain which of the two holds.
    """
    totaal: defaultdict[date, int] = defaultdict(int)
    for standen in _per_onderwerp(h, klant, behalve).values():
        for maand, bedrag in _grootste(standen).items():
            totaal[maand] += bedrag
    return dict(totaal)


def _per_onderwerp(h: Handeling, klant: Klant, behalve: UUID) -> dict[UUID, list[Besluitstand]]:
    """Return the besluiten that stand or may yet be sent, by onderwerp, oldest first."""
    huishouden = [nummer for nummer in (klant.id, klant.partner_id) if nummer is not None]
    alle = db.besluiten_van(h.sessie, huishouden)
    weg = _vervallen(h, alle)
    gevonden: defaultdict[UUID, list[Besluitstand]] = defaultdict(list)
    eerste: dict[UUID, UUID] = {}
    for stand in alle:
        # What replaces a besluit takes from the same months as that besluit, so both stand under its onderwerp.
        onderwerp = eerste.get(stand.besluit.vervangt or stand.besluit.id, stand.besluit.onderwerp_id)
        eerste[stand.besluit.id] = onderwerp
        if stand.status in _TELT_NIET or stand.besluit.onderwerp_id in weg or onderwerp == behalve:
            continue
        if gevonden[onderwerp] and gevonden[onderwerp][-1].bekendmaking is None:
            gevonden[onderwerp].pop()  # taken again: the earlier one was never sent
        gevonden[onderwerp].append(stand)
    return gevonden


def _vervallen(h: Handeling, standen: Iterable[Besluitstand]) -> set[UUID]:
    per_soort: defaultdict[str, list[UUID]] = defaultdict(list)
    for stand in standen:
        per_soort[stand.besluit.soort].append(stand.besluit.onderwerp_id)
    gevonden = (VERVALLEN[soort](h.sessie, nummers) for soort, nummers in per_soort.items() if soort in VERVALLEN)
    return set[UUID]().union(*gevonden)


def _grootste(standen: Iterable[Besluitstand]) -> dict[date, int]:
    per_maand: dict[date, int] = {}
    for stand in standen:
        for maand, bedrag in REKENAARS[stand.besluit.soort].bedragen(beslissing_van(stand.besluit)):
            per_maand[maand] = max(bedrag, per_maand.get(maand, 0))
    return per_maand
