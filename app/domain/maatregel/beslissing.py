"""Beslissing: the toetsen, the outcome, the amounts and the reasons, always the same for the same facts."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.berekening import Verlaging, reken
from app.domain.maatregel.feiten import Verwijtbaarheid, Voorstel, ZaakFeiten
from app.domain.maatregel.gereedheid import voor_advies, voor_besluit
from app.domain.maatregel.maatstaf import Maatstaf, bepaal
from app.domain.maatregel.motivering import Maatregeldictum, motiveer
from app.domain.maatregel.toets_bevoegdheid import toetsen_bevoegdheid
from app.domain.maatregel.toets_plicht import laatste_dag
from app.domain.maatregel.waarden import gebruikt, gebruikt_bij_afzien, voorbeeldwaarden

_ALLEEN_HOOGTE = frozenset(
    {
        "recidive_vastgesteld",
        "sanctie_ingesteld",
        "afwijking_bepaald",
        "spreiding_toegestaan",
        "weigering_bepaald",
        "norm_bekend",
        "nieuwe_afspraak_in_besluit",
    }
)


class Beslissing(BaseModel):
    """A decision on ``peildatum``; ``voorbeeldwaarden`` names the policy values no municipality has set yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Maatregeldictum
    gedraging: str
    peildatum: date
    verlaging: Verlaging | None
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> Beslissing:
    """Decide on the facts as they are on ``peildatum``; what is missing gives ``voorleggen``, never a guess."""
    maat = bepaal(feiten, beleid, peildatum)
    toetsen = voor_advies(feiten, beleid, peildatum) + voor_besluit(feiten, beleid, peildatum, maat)
    dictum = _dictum(feiten, toetsen, vervallen=_grond_om_af_te_zien(feiten, beleid, peildatum))
    verlaging = reken(feiten, beleid, maat, peildatum) if dictum is Maatregeldictum.MAATREGEL else None
    bronnen = (*(toets.grondslag for toets in toetsen), *((verlaging.grondslag,) if verlaging else ()))
    return Beslissing(
        dictum=dictum,
        gedraging=feiten.gedraging,
        peildatum=peildatum,
        verlaging=verlaging,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(bronnen)),
        motivering=motiveer(dictum, feiten, beleid, toetsen, verlaging),
        voorbeeldwaarden=voorbeeldwaarden(beleid, _waarden(dictum, feiten, toetsen, maat)),
    )


def _grond_om_af_te_zien(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> bool:
    """Tell whether the law leaves no room for a maatregel: no blame (with reasons), or too long ago."""
    geen_verwijt = feiten.verwijtbaarheid is Verwijtbaarheid.ONTBREEKT and feiten.verwijtbaarheid_gemotiveerd
    return geen_verwijt or peildatum > laatste_dag(feiten, beleid)


def _dictum(feiten: ZaakFeiten, toetsen: tuple[Toets, ...], *, vervallen: bool) -> Maatregeldictum:
    if feiten.advies is None or not alle_voldaan(toetsen_bevoegdheid(feiten)):
        return Maatregeldictum.VOORLEGGEN
    keuze = feiten.keuze or feiten.advies.voorstel
    if vervallen or keuze is Voorstel.AFZIEN:
        return Maatregeldictum.AFZIEN
    if not alle_voldaan(_nodig(keuze, toetsen)):
        return Maatregeldictum.VOORLEGGEN
    return Maatregeldictum.WAARSCHUWING if keuze is Voorstel.WAARSCHUWING else Maatregeldictum.MAATREGEL


def _nodig(keuze: Voorstel | None, toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """Leave out what this outcome does not need: a waarschuwing has no height, the others need it all."""
    if keuze is Voorstel.WAARSCHUWING:
        return tuple(toets for toets in toetsen if toets.voorwaarde not in _ALLEEN_HOOGTE)
    return toetsen


def in_de_weg(feiten: ZaakFeiten, beslissing: Beslissing) -> tuple[Toets, ...]:
    """Return the conditions that keep this decision from being taken; none unless it must be put to a person."""
    if beslissing.dictum is not Maatregeldictum.VOORLEGGEN:
        return ()
    keuze = feiten.keuze or (feiten.advies.voorstel if feiten.advies else None)
    if keuze is Voorstel.AFZIEN:
        return niet_voldaan(toetsen_bevoegdheid(feiten))
    return niet_voldaan(_nodig(keuze, beslissing.toetsen))


def gebruikte_waarden(feiten: ZaakFeiten, beleid: MaatregelBeleid, beslissing: Beslissing) -> tuple[str, ...]:
    """Return, sorted, the names of the policy values on which a decision rests."""
    maat = bepaal(feiten, beleid, beslissing.peildatum)
    return tuple(sorted(_waarden(beslissing.dictum, feiten, beslissing.toetsen, maat)))


def _waarden(dictum: Maatregeldictum, feiten: ZaakFeiten, toetsen: tuple[Toets, ...], maat: Maatstaf) -> frozenset[str]:
    if dictum is Maatregeldictum.VOORLEGGEN:
        return frozenset()
    if dictum is Maatregeldictum.AFZIEN:
        return gebruikt_bij_afzien(toetsen)
    return gebruikt(feiten, maat if dictum is Maatregeldictum.MAATREGEL else None)
