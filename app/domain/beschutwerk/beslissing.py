"""Beslissing: whether somebody is established to need beschut werk, always the same for the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.beschutwerk.beleid import BeschutWerkBeleid
from app.domain.beschutwerk.feiten import Afwijkreden, Beschutwerkdictum, VaststellingFeiten
from app.domain.beschutwerk.toetsen import ALLEEN_BESCHUT, GROEP, toetsen_vaststelling
from app.domain.kern.grondslag import Grondslag, bezwaarclausule
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan, niet_voldaan


class Vaststelling(BaseModel):
    """The outcome with its reasons; ``voorbeeldwaarden`` names values nobody has set yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Beschutwerkdictum
    peildatum: date
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...] = ()


def stel_vast(feiten: VaststellingFeiten, beleid: BeschutWerkBeleid, peildatum: date) -> Vaststelling:
    """Decide: the outcome follows the advice of UWV, unless that was made without due care (DEV-BSW-906)."""
    toetsen = toetsen_vaststelling(feiten)
    dictum = _dictum(toetsen)
    return Vaststelling(
        dictum=dictum,
        peildatum=peildatum,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=tuple(_motiveer(dictum, feiten, beleid, toetsen)),
    )


def _dictum(toetsen: tuple[Toets, ...]) -> Beschutwerkdictum:
    if alle_voldaan(toetsen):
        return Beschutwerkdictum.VASTSTELLEN
    return Beschutwerkdictum.VOORLEGGEN if _belemmeringen(toetsen) else Beschutwerkdictum.AFWIJZEN


def _belemmeringen(toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """Return what is open, or a step of the procedure that was not taken: that is never a ground to refuse."""
    inhoud = (ALLEEN_BESCHUT, GROEP)
    return tuple(t for t in niet_voldaan(toetsen) if t.uitkomst is Uitkomst.ONBEPAALD or t.voorwaarde not in inhoud)


def in_de_weg(_feiten: VaststellingFeiten, beslissing: Vaststelling) -> tuple[Toets, ...]:
    """Return what keeps it from being decided."""
    return _belemmeringen(beslissing.toetsen)


def _motiveer(
    dictum: Beschutwerkdictum, feiten: VaststellingFeiten, beleid: BeschutWerkBeleid, toetsen: tuple[Toets, ...]
) -> Iterator[str]:
    if dictum is Beschutwerkdictum.VOORLEGGEN:
        return
    if dictum is Beschutwerkdictum.VASTSTELLEN:
        yield "U kunt werken als uw werkplek beschut en aangepast is. Daarom krijgt u recht op beschut werk."
        yield (
            "Wij zoeken een plek voor u. Elk jaar is er een vast aantal plekken. Is er nog geen plek, dan staat u op "
            "de wachtlijst. Tot uw werk begint, kunt u van ons dagbesteding, sociale activering of scholing krijgen."
        )
    else:
        yield "U krijgt geen recht op beschut werk."
        for toets in niet_voldaan(toetsen):
            yield f"U voldoet niet aan deze voorwaarde ({toets.grondslag}): {toets.toelichting}"
    if feiten.afwijkreden is Afwijkreden.ONZORGVULDIG:
        yield "Wij volgen het advies van UWV niet, omdat het niet zorgvuldig tot stand kwam."
    else:
        yield "Wij volgen het advies van UWV."
    yield f"Onze afweging: {feiten.motivering}"
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)
