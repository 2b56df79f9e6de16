"""Opbouw: what every letter has in common, from the address to the signature."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.brief.beleid import BriefBeleid, Briefdeel, Rolnaam
from app.domain.brief.model import Brief, Deel, Geadresseerde
from app.domain.brief.tekst import Gegevens, blokken, vul_in
from app.domain.kern.datum import datum_voluit


@dataclass(frozen=True)
class Omslag:
    """What a letter needs besides its text. ``contactpersoon`` answers questions, ``ondertekenaar`` signs."""

    geadresseerde: Geadresseerde
    datum: date
    kenmerk: str
    contactpersoon: str | None = None
    contacttelefoon: str | None = None
    ondertekenaar: str | None = None
    verzending: str | None = None
    concept: bool = False


def altijd(omslag: Omslag, beleid: BriefBeleid) -> dict[str, str | None]:
    """Return what every text may tell."""
    hoofd = beleid.briefhoofd.waarde
    return {
        "gemeente": hoofd.gemeente,
        "afdeling": hoofd.afdeling,
        "telefoon": hoofd.telefoon,
        "website": hoofd.website,
        "contactpersoon": omslag.contactpersoon,
        "contacttelefoon": omslag.contacttelefoon or hoofd.telefoon,
    }


def deel(bron: Briefdeel, gegevens: Gegevens) -> Iterable[Deel]:
    """Fill in a part; nothing when nothing of it is known."""
    gevuld = blokken(bron.tekst, gegevens)
    return (Deel(kop=bron.kop, blokken=gevuld),) if gevuld else ()


def maak_brief(
    omslag: Omslag, beleid: BriefBeleid, onderwerp: str, delen: Iterable[Deel], ondertekening: Rolnaam
) -> Brief:
    """Put a letter together around its parts."""
    namen = " en ".join(omslag.geadresseerde.namen)
    slot = beleid.ondertekening.waarde[ondertekening]
    return Brief(
        briefhoofd=beleid.briefhoofd.waarde,
        geadresseerde=omslag.geadresseerde,
        datum=omslag.datum,
        concept=beleid.concept.waarde if omslag.concept else None,
        verzending=omslag.verzending,
        gegevens=tuple(_gegevens(omslag)),
        onderwerp=onderwerp,
        aanhef=vul_in(beleid.aanhef.waarde, {"namen": namen}) or namen,
        delen=tuple(delen),
        slot=tuple(regel for regel in (slot.groet, omslag.ondertekenaar, slot.functie, slot.namens) if regel),
    )


def _gegevens(omslag: Omslag) -> Iterable[tuple[str, str]]:
    yield "Datum", "nog niet verzonden" if omslag.concept else datum_voluit(omslag.datum)
    yield "Ons kenmerk", omslag.kenmerk
    if omslag.contactpersoon:
        yield "Contactpersoon", omslag.contactpersoon
    if omslag.contacttelefoon:
        yield "Telefoon", omslag.contacttelefoon
