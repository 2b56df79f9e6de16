"""The agreement about a voorziening: what was agreed, and a place for each party to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.brief.beleid import BriefBeleid, Rolnaam
from app.domain.brief.model import Alinea, Brief, Deel
from app.domain.brief.opbouw import Omslag, altijd, maak_brief
from app.domain.brief.tekst import blokken, vul_in


@dataclass(frozen=True)
class Overeenkomststuk:
    """What an agreement says: pairs of a name and what was agreed, and who signs."""

    voorziening: str
    afspraken: Sequence[tuple[str, str]]
    partijen: Sequence[str]


def overeenkomstbrief(stuk: Overeenkomststuk, omslag: Omslag, beleid: BriefBeleid) -> Brief:
    """Write the agreement; what was agreed is printed as it was entered."""
    tekst = beleid.overeenkomst.waarde
    gegevens = altijd(omslag, beleid) | {"voorziening": stuk.voorziening, "partij": None}
    afspraken = tuple(Alinea(regels=(f"{naam}:", inhoud)) for naam, inhoud in stuk.afspraken)
    delen = (
        Deel(blokken=blokken(tekst.inleiding, gegevens)),
        Deel(kop=tekst.kop_afspraken, blokken=afspraken),
        *_handtekeningen(stuk, gegevens, beleid),
    )
    onderwerp = vul_in(tekst.onderwerp, gegevens) or tekst.onderwerp
    return maak_brief(omslag, beleid, onderwerp, delen, Rolnaam.CONSULENT)


def _handtekeningen(stuk: Overeenkomststuk, gegevens: dict[str, str | None], beleid: BriefBeleid) -> Iterator[Deel]:
    tekst = beleid.overeenkomst.waarde
    for nummer, partij in enumerate(stuk.partijen):
        vol = blokken(tekst.handtekening, gegevens | {"partij": partij.capitalize()})
        yield Deel(kop=None if nummer else tekst.kop_handtekeningen, blokken=vol)
