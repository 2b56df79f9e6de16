"""Conditions on a herziening: the choice fits its ground, is explained, helps the klant, and changes something."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.kern.grondslag import Grondslag, awb, pw
from app.domain.kern.toets import Toets, alle_voldaan
from app.domain.maatregel.bouwsteen import en, gewoon, toets
from app.domain.maatregel.herziening.feiten import HerzieningFeiten, Herzieningsgrond, Herzieningskeuze, Maandregel
from app.domain.maatregel.herziening.inkeer import toetsen_inkeer

GRONDSLAG: Final[dict[Herzieningsgrond, Grondslag]] = {
    Herzieningsgrond.FOUT: awb("3:2"),
    Herzieningsgrond.NIEUWE_FEITEN: awb("4:6"),
    Herzieningsgrond.HANGENDE_BEZWAAR: awb("6:19"),
    Herzieningsgrond.HERBEOORDELING: pw("18", "3"),
    Herzieningsgrond.INKEER: pw("18", "11"),
    Herzieningsgrond.RECIDIVE_VERVALLEN: awb("3:2"),
}
_ALLES: Final = frozenset({Herzieningskeuze.INTREKKEN, Herzieningskeuze.WIJZIGEN, Herzieningskeuze.BEEINDIGEN})
_KEUZES: Final[dict[Herzieningsgrond, frozenset[Herzieningskeuze]]] = {
    Herzieningsgrond.FOUT: _ALLES,
    Herzieningsgrond.NIEUWE_FEITEN: _ALLES | {Herzieningskeuze.AFWIJZEN},
    Herzieningsgrond.HANGENDE_BEZWAAR: _ALLES,
    Herzieningsgrond.HERBEOORDELING: frozenset({Herzieningskeuze.WIJZIGEN, Herzieningskeuze.BEEINDIGEN}),
    Herzieningsgrond.INKEER: frozenset({Herzieningskeuze.BEEINDIGEN, Herzieningskeuze.AFWIJZEN}),
    Herzieningsgrond.RECIDIVE_VERVALLEN: frozenset({Herzieningskeuze.INTREKKEN, Herzieningskeuze.WIJZIGEN}),
}


def toets_keuze_bij_grond(feiten: HerzieningFeiten) -> Toets:
    """Ask for a choice that this ground allows; during bezwaar the bezwaar itself must be open (Awb 6:19)."""
    past = feiten.keuze in _KEUZES[feiten.grond]
    loopt = feiten.bezwaar_loopt or feiten.grond is not Herzieningsgrond.HANGENDE_BEZWAAR
    return toets(
        "keuze_past_bij_grond",
        past and loopt,
        GRONDSLAG[feiten.grond],
        "De grond laat deze keuze toe.",
        f"{gewoon(feiten.keuze).capitalize()} kan niet op deze grond ({gewoon(feiten.grond)})."
        if not past
        else "Er loopt geen bezwaar tegen dit besluit.",
        grond=feiten.grond,
        keuze=feiten.keuze,
        besluit_op=feiten.besluit_op,
    )


def toets_gemotiveerd(feiten: HerzieningFeiten) -> Toets:
    """Ask for the reasons of the besluiter."""
    return toets(
        "herziening_gemotiveerd",
        feiten.gemotiveerd,
        awb("3:46"),
        "De herziening is gemotiveerd.",
        "De motivering ontbreekt.",
    )


def toets_niet_zwaarder(feiten: HerzieningFeiten, nieuw: tuple[Maandregel, ...]) -> Toets:
    """Refuse that a klant gets less because a besluit is looked at again, in bezwaar (Awb 7:11) or outside it."""
    toen = {regel.maand: regel.bedrag for regel in feiten.oud}
    meer = any(regel.bedrag > toen.get(regel.maand, 0) for regel in nieuw)
    hoger = feiten.procent is not None and any(r.procent is not None and feiten.procent > r.procent for r in feiten.oud)
    langer = feiten.maanden is not None and feiten.maanden > len(feiten.oud)
    return toets(
        "niet_ten_nadele",
        not (meer or hoger or langer),
        awb("7:11") if feiten.bezwaar_loopt else awb("3:4", "2"),
        "Het nieuwe besluit is niet zwaarder dan het oude.",
        "Het nieuwe besluit zou in een maand meer inhouden, hoger of langer zijn dan het oude; dat mag niet.",
        procent=feiten.procent,
        maanden=feiten.maanden,
        totaal_oud=sum(regel.bedrag for regel in feiten.oud),
        totaal_nieuw=sum(regel.bedrag for regel in nieuw),
    )


def toets_verschil(feiten: HerzieningFeiten, nieuw: tuple[Maandregel, ...], peildatum: date) -> Toets:
    """Ask that something changes; an ending needs its first free day, which is not in the future."""
    anders: bool | None = _per_maand(nieuw) != _per_maand(feiten.oud)
    if feiten.keuze is Herzieningskeuze.BEEINDIGEN:
        anders = None if feiten.per is None else en(feiten.per <= peildatum, anders)
    elif feiten.procent is not None:
        anders = en(anders, all(regel.norm for regel in feiten.oud))
    elif feiten.keuze is Herzieningskeuze.INTREKKEN and not feiten.oud:
        anders = True  # the besluit stopped the payment without an amount, and no longer does
    return toets(
        "iets_verandert",
        anders,
        GRONDSLAG[feiten.grond],
        "Het besluit verandert.",
        "Hiermee verandert er niets aan de bedragen, of de dag waarop de verlaging eindigt klopt niet.",
        "De eerste dag zonder verlaging is nog niet bekend.",
        per=feiten.per,
    )


def _per_maand(regels: tuple[Maandregel, ...]) -> dict[date, int]:
    return {regel.maand: regel.bedrag for regel in regels if regel.bedrag}


def toets_terecht_afgewezen(feiten: HerzieningFeiten) -> Toets:
    """Refuse to turn down inkeer when all that the law asks is there."""
    alles = feiten.grond is Herzieningsgrond.INKEER and alle_voldaan(toetsen_inkeer(feiten))
    onbepaald = feiten.grond is Herzieningsgrond.INKEER and (feiten.inkeer is None or feiten.inkeer.nagekomen is None)
    return toets(
        "grond_om_af_te_wijzen",
        None if onbepaald else not alles,
        GRONDSLAG[feiten.grond],
        "Er is een grond om het verzoek af te wijzen.",
        "De klant voldoet aan alles wat de wet vraagt; afwijzen kan dan niet.",
        "Nog niet beoordeeld is of de klant de verplichtingen nakomt.",
    )
