"""Beslissing: grant or refuse support to a nugger, always the same for the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Herkomst
from app.domain.kern.grondslag import Grondslag, bezwaarclausule
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan, niet_voldaan
from app.domain.nugger.beleid import NuggerBeleid
from app.domain.nugger.feiten import Nuggerdictum, NuggerFeiten
from app.domain.nugger.toetsen import inkomensgrens, signaal_tussen_grenzen, toetsen_nugger

WAARDEN = ("inkomensgrens_procent",)


class Beslissing(BaseModel):
    """The outcome with what was compared, in eurocents; ``voorbeeldwaarden`` names values nobody has set yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Nuggerdictum
    peildatum: date
    inkomensgrens: int | None
    vermogensgrens: int | None
    toetsen: tuple[Toets, ...]
    signaal: Toets
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis(feiten: NuggerFeiten, beleid: NuggerBeleid, peildatum: date) -> Beslissing:
    """Decide on the facts of ``peildatum``; what is missing or open gives ``voorleggen``, never a refusal."""
    toetsen = toetsen_nugger(feiten, beleid)
    dictum = _dictum(toetsen)
    gebruikt = gebruikte_waarden(feiten, beleid, dictum)
    vast = {naam for naam in gebruikt if getattr(beleid, naam).herkomst is Herkomst.VASTGESTELD}
    return Beslissing(
        dictum=dictum,
        peildatum=peildatum,
        inkomensgrens=None if feiten.in_doelgroepregister else inkomensgrens(feiten, beleid),
        vermogensgrens=_vermogensgrens(feiten),
        toetsen=toetsen,
        signaal=signaal_tussen_grenzen(feiten, beleid),
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=tuple(_motiveer(dictum, feiten, beleid, toetsen)),
        voorbeeldwaarden=tuple(naam for naam in gebruikt if naam not in vast),
    )


def _vermogensgrens(feiten: NuggerFeiten) -> int | None:
    grens = feiten.vermogensgrens
    return None if feiten.in_doelgroepregister or grens is None else grens.bedrag


def _dictum(toetsen: tuple[Toets, ...]) -> Nuggerdictum:
    """Nothing may be open: not even a known ground to refuse goes before a figure that is missing (DEV-DOE-902)."""
    if any(toets.uitkomst is Uitkomst.ONBEPAALD for toets in toetsen):
        return Nuggerdictum.VOORLEGGEN
    return Nuggerdictum.TOEKENNEN if alle_voldaan(toetsen) else Nuggerdictum.WEIGEREN


def in_de_weg(_feiten: NuggerFeiten, beslissing: Beslissing) -> tuple[Toets, ...]:
    """Return what is missing or open; none once there is a decision."""
    if beslissing.dictum is not Nuggerdictum.VOORLEGGEN:
        return ()
    return tuple(toets for toets in beslissing.toetsen if toets.uitkomst is Uitkomst.ONBEPAALD)


def gebruikte_waarden(feiten: NuggerFeiten, _beleid: NuggerBeleid, _beslissing: object) -> tuple[str, ...]:
    """Return the names of the policy values on which a decision rests: none without a means test."""
    return () if feiten.in_doelgroepregister else WAARDEN


def _motiveer(
    dictum: Nuggerdictum, feiten: NuggerFeiten, beleid: NuggerBeleid, toetsen: tuple[Toets, ...]
) -> Iterator[str]:
    """Write the reasons of the letter from the toetsen."""
    if dictum is Nuggerdictum.VOORLEGGEN:
        return
    if dictum is Nuggerdictum.TOEKENNEN:
        yield "U krijgt van ons ondersteuning bij het vinden van werk."
    else:
        yield "U krijgt van ons geen ondersteuning bij het vinden van werk."
        for toets in niet_voldaan(toetsen):
            yield f"U voldoet niet aan deze voorwaarde ({toets.grondslag}): {toets.toelichting}"
    if feiten.in_doelgroepregister:
        yield "U staat in het doelgroepregister. Daarom keken wij niet naar uw inkomen en vermogen."
    yield f"Onze afweging: {feiten.motivering}"
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)
