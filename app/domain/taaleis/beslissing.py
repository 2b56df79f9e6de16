"""Beslissing: effort, verlaging, ontheffing or the end of it, always the same for the same facts."""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Herkomst
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan, niet_voldaan
from app.domain.taaleis import toetsen as t
from app.domain.taaleis import toetsen_weging as w
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.berekening import Einde, Schemaregel, Taalverlaging, beeindig, bereken, ingang, schema
from app.domain.taaleis.dossier import Taaldictum
from app.domain.taaleis.feiten import TaaleisFeiten, Taalzaaksoort
from app.domain.taaleis.gereedheid import signalen, toets_gereedheid
from app.domain.taaleis.motivering import motiveer

_GRONDEN_OM_AF_TE_ZIEN: Final = frozenset({w.VERWIJT, w.DRINGENDE_REDENEN, t.VORDERING, w.STOP_TELT})
_DICTUM: Final = {
    Taalzaaksoort.KENNISGEVING: Taaldictum.INSPANNINGSVERPLICHTING,
    Taalzaaksoort.VERLAGING: Taaldictum.VERLAGING,
    Taalzaaksoort.STOPPEN: Taaldictum.VERLAGING,
    Taalzaaksoort.ONTHEFFING: Taaldictum.ONTHEFFING,
    Taalzaaksoort.BEEINDIGING: Taaldictum.BEEINDIGING,
}
_WAARDEN: Final = {
    Taaldictum.INSPANNINGSVERPLICHTING: ("niveau", "respijt_maanden"),
    Taaldictum.VERLAGING: ("fasen", "niveau", "respijt_maanden"),
}


class Beslissing(BaseModel):
    """The outcome with its trace; ``bijlage`` is the schedule, ``signalen`` are shown and stop nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Taaldictum
    zaak: Taalzaaksoort
    peildatum: date
    verlaging: Taalverlaging | None
    einde: Einde | None
    bijlage: tuple[Schemaregel, ...]
    toetsen: tuple[Toets, ...]
    signalen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Beslissing:
    """Decide on the facts as they are on ``peildatum``; what is missing gives ``voorleggen``, never a guess."""
    toetsen = toets_gereedheid(feiten, beleid, peildatum)
    dictum = _dictum(feiten, toetsen)
    verlaging = bereken(feiten, beleid, peildatum) if dictum is Taaldictum.VERLAGING else None
    einde = beeindig(feiten) if dictum is Taaldictum.BEEINDIGING else None
    bronnen = (*(toets.grondslag for toets in toetsen), *((verlaging.grondslag,) if verlaging else ()))
    met_bijlage = verlaging is not None and feiten.zaak is Taalzaaksoort.VERLAGING
    return Beslissing(
        dictum=dictum,
        zaak=feiten.zaak,
        peildatum=peildatum,
        verlaging=verlaging,
        einde=einde,
        bijlage=schema(feiten, beleid, ingang(peildatum)) if met_bijlage else (),
        toetsen=toetsen,
        signalen=signalen(feiten, beleid, peildatum),
        grondslagen=tuple(dict.fromkeys(bronnen)),
        motivering=motiveer(dictum, feiten, beleid, (toetsen, verlaging, einde)),
        voorbeeldwaarden=_voorbeelden(feiten, beleid, dictum),
    )


def _dictum(feiten: TaaleisFeiten, toetsen: tuple[Toets, ...]) -> Taaldictum:
    """Nothing may be open; no blame, dringende redenen, progress, or an early stop leave no room for a verlaging."""
    geen_ruimte = any(
        toets.voorwaarde in _GRONDEN_OM_AF_TE_ZIEN and toets.uitkomst is Uitkomst.NIET_VOLDAAN for toets in toetsen
    )
    if geen_ruimte:
        return Taaldictum.AFZIEN
    return _DICTUM[feiten.zaak] if alle_voldaan(toetsen) else Taaldictum.VOORLEGGEN


def in_de_weg(_feiten: TaaleisFeiten, beslissing: Beslissing) -> tuple[Toets, ...]:
    """Return what keeps this decision from being taken; none once there is one."""
    return niet_voldaan(beslissing.toetsen) if beslissing.dictum is Taaldictum.VOORLEGGEN else ()


def gebruikte_waarden(feiten: TaaleisFeiten, _beleid: TaaleisBeleid, beslissing: Beslissing) -> tuple[str, ...]:
    """Return, sorted, the names of the policy values on which a decision rests."""
    return _waarden(feiten, beslissing.dictum)


def _waarden(feiten: TaaleisFeiten, dictum: Taaldictum) -> tuple[str, ...]:
    if feiten.zaak is Taalzaaksoort.STOPPEN:
        return ("bij_stoppen", "niveau")
    return _WAARDEN.get(dictum, ())


def _voorbeelden(feiten: TaaleisFeiten, beleid: TaaleisBeleid, dictum: Taaldictum) -> tuple[str, ...]:
    namen = _waarden(feiten, dictum)
    return tuple(naam for naam in namen if getattr(beleid, naam).herkomst is not Herkomst.VASTGESTELD)
