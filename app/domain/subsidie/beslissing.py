"""Beslissing: grant, refuse or not treat, always the same for the same facts, whatever the regeling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.beleid.model import Beleid, Herkomst, Waarde
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag, awb, bezwaarclausule
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.subsidie.model import Betaalschema, Regelingcode, Subsidiedictum, Subsidiefeiten, Termijn, Vast
from app.domain.subsidie.regels import Regels
from app.domain.subsidie.toetsen import toets_aangevuld, toets_budget


class Subsidiebeslissing(Vast):
    """The outcome; ``betaalschema`` only after a grant. ``voorbeeldwaarden`` names values nobody has set yet."""

    dictum: Subsidiedictum
    regeling: Regelingcode
    peildatum: date
    betaalschema: Betaalschema | None
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis(regels: Regels, feiten: Subsidiefeiten, beleid: Beleid, peildatum: date) -> Subsidiebeslissing:
    """Decide on the facts; what is missing or open gives ``voorleggen``, never a refusal."""
    toetsen = regels.toets(feiten, beleid)
    if feiten.budget_op or feiten.wachtplaats:
        toetsen += (toets_budget(feiten),)
    if feiten.buiten_behandeling:
        toetsen += (toets_aangevuld(feiten, peildatum),)
    dictum = _dictum(feiten, toetsen)
    schema = regels.bereken(feiten, beleid) if dictum is Subsidiedictum.TOEKENNEN else None
    waarden = gebruikte_waarden(regels, dictum)
    return Subsidiebeslissing(
        dictum=dictum,
        regeling=regels.code,
        peildatum=peildatum,
        betaalschema=schema,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(_grondslagen(regels, dictum, toetsen))),
        motivering=tuple(_motiveer(regels, feiten, beleid, _Uitslag(dictum, schema, toetsen))),
        voorbeeldwaarden=tuple(n for n in waarden if getattr(beleid, n).herkomst is not Herkomst.VASTGESTELD),
    )


def _dictum(feiten: Subsidiefeiten, toetsen: tuple[Toets, ...]) -> Subsidiedictum:
    """Let a condition that is not met decide, also when another is open: no answer can make up for it.

    An aanvraag that stayed incomplete is not treated once its term to complete it has passed (Awb 4:5).
    """
    uitkomsten = {toets.uitkomst for toets in toetsen}
    if feiten.buiten_behandeling:
        klaar = toetsen[-1].uitkomst is Uitkomst.VOLDAAN and Uitkomst.ONBEPAALD in uitkomsten
        return Subsidiedictum.NIET_IN_BEHANDELING if klaar else Subsidiedictum.VOORLEGGEN
    if Uitkomst.NIET_VOLDAAN in uitkomsten:
        return Subsidiedictum.AFWIJZEN
    return Subsidiedictum.VOORLEGGEN if Uitkomst.ONBEPAALD in uitkomsten else Subsidiedictum.TOEKENNEN


def in_de_weg(feiten: Subsidiefeiten, beslissing: Subsidiebeslissing) -> tuple[Toets, ...]:
    """Return what is missing or open; none once there is a decision."""
    if beslissing.dictum is not Subsidiedictum.VOORLEGGEN:
        return ()
    if feiten.buiten_behandeling:
        return beslissing.toetsen[-1:]
    return tuple(toets for toets in beslissing.toetsen if toets.uitkomst is Uitkomst.ONBEPAALD)


def gebruikte_waarden(regels: Regels, dictum: Subsidiedictum) -> tuple[str, ...]:
    """Return the names of the policy values on which a decision rests."""
    return () if dictum is Subsidiedictum.NIET_IN_BEHANDELING else regels.waarden


def _grondslagen(regels: Regels, dictum: Subsidiedictum, toetsen: tuple[Toets, ...]) -> Iterator[Grondslag]:
    if dictum is Subsidiedictum.NIET_IN_BEHANDELING:
        yield awb("4:5", "1")
        return
    yield regels.grondslag
    yield from (toets.grondslag for toets in toetsen)


@dataclass(frozen=True)
class _Uitslag:
    dictum: Subsidiedictum
    schema: Betaalschema | None
    toetsen: tuple[Toets, ...]


def _motiveer(regels: Regels, feiten: Subsidiefeiten, beleid: Beleid, uitslag: _Uitslag) -> Iterator[str]:
    """Write the reasons of the letter: from the toetsen, and every amount with its formula."""
    if uitslag.dictum is Subsidiedictum.VOORLEGGEN:
        return
    if uitslag.schema is not None:
        yield from _toekenning(regels, uitslag.schema)
    else:
        yield from _weigering(uitslag)
    if feiten.motivering:
        yield f"Onze afweging: {feiten.motivering}"
    termijn: Waarde[int] = beleid.bezwaartermijn_weken  # type: ignore[attr-defined]
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)


def _toekenning(regels: Regels, schema: Betaalschema) -> Iterator[str]:
    if not regels.betaald_na_factuur:
        yield f"U krijgt {euro(schema.totaal)}. Zo rekenen wij: {schema.formule}."
        return
    yield f"U krijgt in totaal ten hoogste {euro(schema.totaal)}. Zo rekenen wij: {schema.formule}."
    yield from map(_termijnzin, schema.termijnen)


def _weigering(uitslag: _Uitslag) -> Iterator[str]:
    if uitslag.dictum is Subsidiedictum.AFWIJZEN:
        for toets in uitslag.toetsen:
            if toets.uitkomst is Uitkomst.NIET_VOLDAAN:
                yield f"U voldoet niet aan deze voorwaarde ({toets.grondslag}): {toets.toelichting}"
        return
    for toets in uitslag.toetsen:
        if toets.uitkomst is Uitkomst.ONBEPAALD:
            yield f"Dit ontbreekt nog: {toets.toelichting}"
    yield uitslag.toetsen[-1].toelichting


def _termijnzin(termijn: Termijn) -> str:
    voor = "" if termijn.maand is None else f" over {datum_voluit(eerste_van_de_maand(termijn.maand)).split(' ', 1)[1]}"
    vanaf = datum_voluit(termijn.betaalbaar_vanaf)
    met = (
        f", met {' en '.join(soort.value.replace('_', ' ') for soort in termijn.bijlagen)}" if termijn.bijlagen else ""
    )
    return f"Deel {termijn.nummer}{voor}: {termijn.formule}. U kunt dit deel declareren vanaf {vanaf}{met}."
