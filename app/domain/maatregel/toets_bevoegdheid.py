"""Conditions on who decides: advice, decision and toetsing by different people, and what may never be decided."""

from __future__ import annotations

from app.domain.kern.toets import Toets
from app.domain.maatregel import grondslagen
from app.domain.maatregel.bouwsteen import toets
from app.domain.maatregel.feiten import Voorstel, ZaakFeiten


def toets_advies(feiten: ZaakFeiten) -> Toets:
    """Ask for a proposal of the consulent, with reasons (DEV-MTR-504)."""
    advies = feiten.advies
    return toets(
        "advies_gegeven",
        advies is not None and advies.gemotiveerd,
        grondslagen.HANDHAVING,
        "De consulent heeft een gemotiveerd advies gegeven.",
        "Er is nog geen gemotiveerd advies van de consulent.",
        voorstel=advies.voorstel if advies else None,
        datum=advies.datum if advies else None,
    )


def toets_functiescheiding(feiten: ZaakFeiten, adviseur: str) -> Toets:
    """Refuse that who advises also decides (DEV-MTR-505)."""
    besluiter = feiten.besluiter
    return toets(
        "besluiter_is_niet_adviseur",
        None if besluiter is None else besluiter != adviseur,
        grondslagen.HANDHAVING,
        "De beslissing is van een ander dan het advies.",
        "Wie adviseert, mag niet zelf beslissen.",
        "Nog niet bekend is wie beslist.",
        besluiter=besluiter,
        adviseur=adviseur,
    )


def toets_keuze(feiten: ZaakFeiten, voorstel: Voorstel) -> Toets:
    """Ask for reasons when the advice is not followed (DEV-MTR-505)."""
    volgt = feiten.keuze in (None, voorstel)
    return toets(
        "advies_gevolgd_of_gemotiveerd",
        volgt or feiten.keuze_gemotiveerd,
        grondslagen.HANDHAVING,
        "Het advies is gevolgd." if volgt else "Het advies is niet gevolgd, met motivering.",
        "Het advies is niet gevolgd en de reden ontbreekt.",
        voorstel=voorstel,
        keuze=feiten.keuze,
    )


def toetsen_bevoegdheid(feiten: ZaakFeiten) -> tuple[Toets, ...]:
    """Return the conditions on advice and decision; without advice only the first one is asked."""
    eerste = toets_advies(feiten)
    if feiten.advies is None:
        return (eerste,)
    return eerste, toets_functiescheiding(feiten, feiten.advies.adviseur), toets_keuze(feiten, feiten.advies.voorstel)


def toets_toetsing(besluiter: str, toetser: str | None) -> Toets:
    """Ask for a toetsing by somebody else than the besluiter, before the beschikking is sent (DEV-MTR-505)."""
    return toets(
        "getoetst_door_ander",
        None if toetser is None else toetser != besluiter,
        grondslagen.HANDHAVING,
        "De beschikking is door een ander getoetst.",
        "Wie beslist, mag de eigen beschikking niet toetsen.",
        "De beschikking is nog niet getoetst.",
        besluiter=besluiter,
        toetser=toetser,
    )


def toets_toetser(adviseur: str, toetser: str) -> Toets:
    """Refuse that who advised also checks the decision on that advice (DEV-MTR-505)."""
    return toets(
        "toetser_is_niet_adviseur",
        toetser != adviseur,
        grondslagen.HANDHAVING,
        "De toetsing is van een ander dan het advies.",
        "Wie adviseerde, mag het besluit daarop niet toetsen.",
        adviseur=adviseur,
        toetser=toetser,
    )


def toets_beeindiging(grond: str) -> Toets:
    """Refuse to end an uitkering for breaking a re-integratieverplichting (DEV-MTR-002)."""
    return toets(
        "beeindiging_toegestaan",
        grond != "re_integratieverplichting",
        grondslagen.GEEN_BEEINDIGING,
        "Deze grond is geen re-integratieverplichting.",
        "Een uitkering eindigt niet omdat een re-integratieverplichting is geschonden; alleen een maatregel kan.",
        grond=grond,
    )
