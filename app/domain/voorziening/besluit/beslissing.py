"""Beslissing: grant, refuse or extend a voorziening, always the same for the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Herkomst
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, bezwaarclausule
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan, niet_voldaan
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.besluit.feiten import Voorzieningdictum, Voorzieningsbesluitfeiten
from app.domain.voorziening.besluit.toetsen import (
    NOODZAAK,
    samen,
    toets_hardheid,
    toets_lopend_tot,
    toets_motivering,
    toetsen_uren,
)
from app.domain.voorziening.toets import toets_voorziening

_AFWIJZEN, _VERLENGEN = Voorzieningdictum.AFWIJZEN, Voorzieningdictum.VERLENGEN
_GEEN_GROND: Final = frozenset({"hardheidsclausule_mogelijk", "hardheid_door_ander", "verlenging_later"})
"""Conditions on the besluit itself: that they fail is nothing to refuse a klant for."""


class Voorzieningsbeslissing(BaseModel):
    """The outcome with its conditions; ``begin`` and ``einde`` are the first and the last day that were decided."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Voorzieningdictum
    peildatum: date
    begin: date | None
    einde: date | None
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis_voorziening(
    feiten: Voorzieningsbesluitfeiten, beleid: VoorzieningBeleid, peildatum: date
) -> Voorzieningsbeslissing:
    """Decide as asked when the conditions carry it, else ``voorleggen`` (DEV-VRZ-902, DEV-VRZ-903, DEV-ORG-902).

    A grant needs every condition met. A refusal needs one that is not met and the judgement on the necessity.
    """
    toetsen = _toetsen(feiten, beleid)
    dictum = _dictum(feiten, toetsen)
    gebruikt = waarden_voorziening(feiten, beleid, None)
    return Voorzieningsbeslissing(
        dictum=dictum,
        peildatum=peildatum,
        begin=feiten.voorziening.begin,
        einde=feiten.voorziening.einde,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=tuple(_motiveer(dictum, feiten, beleid, toetsen)),
        voorbeeldwaarden=tuple(n for n in gebruikt if getattr(beleid, n).herkomst is not Herkomst.VASTGESTELD),
    )


def _toetsen(feiten: Voorzieningsbesluitfeiten, beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    verlenging = (toets_lopend_tot(feiten.toegekend_tot, feiten.voorziening.einde),)
    return (
        *toets_voorziening(feiten.voorziening, beleid),
        *(toets_hardheid(besluit) for besluit in feiten.hardheid),
        *toetsen_uren(feiten, beleid),
        *(verlenging if feiten.gevraagd is _VERLENGEN else ()),
        toets_motivering(feiten.motivering),
    )


def _dictum(feiten: Voorzieningsbesluitfeiten, toetsen: tuple[Toets, ...]) -> Voorzieningdictum:
    afwijzen = feiten.gevraagd is _AFWIJZEN
    kan = not _ontbreekt_voor_afwijzing(toetsen) if afwijzen else alle_voldaan(toetsen)
    return feiten.gevraagd if kan else Voorzieningdictum.VOORLEGGEN


def _gronden(toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """Return the conditions for which a klant can be refused."""
    return tuple(t for t in toetsen if t.uitkomst is Uitkomst.NIET_VOLDAAN and t.voorwaarde not in _GEEN_GROND)


def _ontbreekt_voor_afwijzing(toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """Return what a refusal still needs: a condition that fails, the necessity judged, and a reason (DEV-VRZ-902)."""
    nodig = (NOODZAAK, "besluit_gemotiveerd")
    open_ = tuple(t for t in toetsen if t.voorwaarde in nodig and t.uitkomst is Uitkomst.ONBEPAALD)
    if _gronden(toetsen):
        return open_
    zin = "Er is geen voorwaarde waaraan de klant niet voldoet; dan kan de voorziening niet worden afgewezen."
    return (*open_, maak_toets("grond_om_af_te_wijzen", False, toetsen[-1].grondslag, {}, zin))


def belemmeringen_voorziening(
    feiten: Voorzieningsbesluitfeiten, beslissing: Voorzieningsbeslissing
) -> tuple[Toets, ...]:
    """Return what keeps the besluit from being taken."""
    if feiten.gevraagd is _AFWIJZEN:
        return _ontbreekt_voor_afwijzing(beslissing.toetsen)
    return niet_voldaan(beslissing.toetsen)


def waarden_voorziening(
    feiten: Voorzieningsbesluitfeiten, _beleid: VoorzieningBeleid, _beslissing: object
) -> tuple[str, ...]:
    """Return the names of the policy values on which the besluit rests."""
    return ("voorzieningen", "algemene_oordelen", *(("uren_samen_max",) if samen(feiten) else ()))


def _motiveer(
    dictum: Voorzieningdictum, feiten: Voorzieningsbesluitfeiten, beleid: VoorzieningBeleid, toetsen: tuple[Toets, ...]
) -> Iterator[str]:
    """Write the reasons of the letter; none as long as nothing is decided."""
    if dictum is Voorzieningdictum.VOORLEGGEN:
        return
    yield from _inhoud(dictum, feiten)
    if dictum is _AFWIJZEN:
        for grondslag in dict.fromkeys(toets.grondslag for toets in _gronden(toetsen)):
            yield f"U voldoet niet aan een voorwaarde van {grondslag}."
    for besluit in feiten.hardheid if dictum is not _AFWIJZEN else ():
        yield f"Wij wijken voor u af van artikel {besluit.artikel} van de beleidsregels. De reden: {besluit.reden}"
    yield f"Onze afweging: {feiten.motivering}"
    yield f"Wij besluiten dit volgens de re-integratieverordening van {feiten.regime}."
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)


def _inhoud(dictum: Voorzieningdictum, feiten: Voorzieningsbesluitfeiten) -> Iterator[str]:
    begin, einde, uren = feiten.voorziening.begin, feiten.voorziening.einde, feiten.voorziening.uren
    if dictum is _AFWIJZEN:
        yield f"U krijgt deze voorziening niet: {feiten.naam}."
        return
    wat = "Wij verlengen deze voorziening" if dictum is _VERLENGEN else "U krijgt van ons deze voorziening"
    yield f"{wat}: {feiten.naam}."
    if begin is not None and dictum is not _VERLENGEN:
        yield f"De voorziening begint op {datum_voluit(begin)}."
    if einde is not None:
        yield f"De laatste dag is {datum_voluit(einde)}."
    if uren is not None:
        yield f"Het gaat om {_getal(uren)} uur per week."


def _getal(uren: Decimal) -> str:
    return f"{uren.normalize():f}".replace(".", ",")
