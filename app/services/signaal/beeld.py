"""What a consulent sees: the signals, the marks, and how often the klant stayed away or refused (DEV-MTR-001)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db import afspraak as afspraken
from app.db.signaal import niet_willer, signaal
from app.db.signaal.niet_willer import NietWillerMarkering
from app.db.signaal.signaal import Signaal
from app.domain.afspraak.feiten import Presentie
from app.domain.kern.rollen import Actor
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.domain.kern.tijd import dag
from app.domain.signaal.feiten import Signaalsoort
from app.domain.signaal.toetsen import binnen, telt_als_niet_willer
from app.services.handeling import Handeling
from app.services.signaal.rechtmatigheid import beleid_van, staande_zaken


@dataclass(frozen=True)
class Telling:
    """How often, in the months up to today; ``per_gedraging`` counts the zaken that stand."""

    maanden: int
    niet_verschenen: int
    niet_verschenen_zonder_zaak: int
    weigeringen: int
    per_gedraging: Mapping[str, int]


@dataclass(frozen=True)
class Signaalbeeld:
    """A signal for who sees it; ``vervolg_zichtbaar`` is False for who reported fraud and may know no more."""

    rij: Signaal
    vervolg_zichtbaar: bool


@dataclass(frozen=True)
class Signalenbeeld:
    """All that this actor may know, oldest first."""

    signalen: Sequence[Signaalbeeld]
    markeringen: Sequence[NietWillerMarkering]
    niet_willer: bool
    telling: Telling


def signaalbeeld(actor: Actor, rij: Signaal) -> Signaalbeeld:
    """Show a signal to this actor."""
    return Signaalbeeld(rij, rij.soort is not Signaalsoort.FRAUDE or actor.heeft(*ZIET_FRAUDE))


def bekijk(h: Handeling, klant_id: UUID) -> Signalenbeeld:
    """Show the signals of a klant."""
    klant = h.klant(klant_id, vergrendel=False)
    beleid = beleid_van(h, klant)
    markeringen = niet_willer.markeringen(h.sessie, klant.id)
    gemarkeerd = any(rij.beeindigd_op is None for rij in markeringen)
    return Signalenbeeld(
        signalen=[signaalbeeld(h.actor, rij) for rij in signaal.signalen(h.sessie, h.actor, klant.id)],
        markeringen=markeringen,
        niet_willer=telt_als_niet_willer(gemarkeerd, klant.klantgroep, beleid),
        telling=_tel(h, klant.id, beleid.gedragingen_maanden.waarde, frozenset(beleid.weigeringen.waarde)),
    )


def _tel(h: Handeling, klant_id: UUID, maanden: int, weigeringen: frozenset[str]) -> Telling:
    gemist = [
        rij
        for rij in afspraken.van_klant(h.sessie, klant_id)
        if rij.uitkomst is Presentie.NO_SHOW and binnen(dag(rij.begint), h.vandaag, maanden)
    ]
    zaken = [rij for rij in staande_zaken(h, klant_id) if binnen(rij.gedraging_datum, h.vandaag, maanden)]
    in_zaak = {nummer for zaak in zaken for nummer in zaak.aanleiding}
    return Telling(
        maanden=maanden,
        niet_verschenen=len(gemist),
        niet_verschenen_zonder_zaak=sum(rij.id not in in_zaak and rij.maatregelzaak_id is None for rij in gemist),
        weigeringen=sum(zaak.gedraging in weigeringen for zaak in zaken),
        per_gedraging=dict(Counter(zaak.gedraging for zaak in zaken)),
    )
