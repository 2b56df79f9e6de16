"""Besluitbrief: the beschikking, written from the decision alone: reasons, amounts, articles and bezwaar (Awb 3:45)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.domain.brief.artikelen import artikelen
from app.domain.brief.beleid import Besluitkader, BriefBeleid, Rolnaam
from app.domain.brief.model import Alinea, Brief, Deel, Lijst, Tabel
from app.domain.brief.opbouw import Omslag, altijd, deel, maak_brief
from app.domain.brief.tekst import blokken, vul_in
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.grondslag import Grondslag, beroepsclausule, bezwaarclausule

ALINEA: Final = 300
"""Characters of a paragraph that still reads easily."""


@dataclass(frozen=True)
class Maandregel:
    """What is taken in one month, in eurocents; ``norm`` and ``procent`` are None where they play no part.

    ``uitleg`` tells how the amount came about where that is more than a percentage of the norm.
    """

    maand: date
    bedrag: int
    norm: int | None = None
    procent: Decimal | None = None
    uitleg: str | None = None


@dataclass(frozen=True)
class Bijlageregel:
    """A month of the annex: the percentage that can stand on it, and the amount where that is known."""

    maand: date
    procent: Decimal
    bedrag: int | None


@dataclass(frozen=True)
class Bezwaar:
    """The term for bezwaar, or for ``beroep``; ``tot_en_met`` is known from the dispatch on."""

    weken: int
    grondslag: Grondslag
    tot_en_met: date | None = None
    beroep: bool = False


@dataclass(frozen=True)
class Besluitstuk:
    """A decision as the letter needs it; nothing is computed again."""

    soort: str
    dictum: str
    motivering: Sequence[str]
    grondslagen: Sequence[Grondslag]
    bezwaar: Bezwaar
    bedragen: Sequence[Maandregel] = ()
    bijlage: Sequence[Bijlageregel] = ()


def besluitbrief(stuk: Besluitstuk, omslag: Omslag, beleid: BriefBeleid) -> Brief:
    """Write the letter of a decision."""
    eigen = beleid.besluittekst(stuk.soort, stuk.dictum)
    kader = beleid.besluitkader.waarde
    gegevens = altijd(omslag, beleid) | {
        "ingang": datum_voluit(stuk.bedragen[0].maand) if stuk.bedragen else None,
        "totaal": euro(sum(regel.bedrag for regel in stuk.bedragen)) if stuk.bedragen else None,
    }
    delen = [
        Deel(blokken=blokken(eigen.inleiding, gegevens)),
        *_reden(stuk, kader),
        *_bedragen(stuk.bedragen, kader),
        *_bijlage(stuk.bijlage, kader),
        *(deel(eigen.vervolg, gegevens) if eigen.vervolg else ()),
        *_regels(stuk.grondslagen, kader),
        *_bezwaar(stuk.bezwaar, omslag, beleid),
        *deel(beleid.hulp.waarde, gegevens),
    ]
    onderwerp = vul_in(eigen.onderwerp, gegevens) or eigen.onderwerp
    return maak_brief(omslag, beleid, onderwerp, delen, Rolnaam.BESLUIT)


def _reden(stuk: Besluitstuk, kader: Besluitkader) -> Iterator[Deel]:
    """Give the reasons as they were decided; what the table and the part on bezwaar say is not said twice."""
    schrijf = beroepsclausule if stuk.bezwaar.beroep else bezwaarclausule
    clausule = schrijf(stuk.bezwaar.weken, stuk.bezwaar.grondslag)
    alineas: list[str] = []
    for zin in (_zonder_werkinstructie(zin, stuk.grondslagen, kader) for zin in stuk.motivering):
        if zin == clausule or any(_in_tabel(zin, regel) for regel in stuk.bedragen):
            continue
        if alineas and len(alineas[-1]) + len(zin) <= ALINEA:
            alineas[-1] += f" {zin}"
        else:
            alineas.append(zin)
    if alineas:
        yield Deel(kop=kader.kop_reden, blokken=tuple(Alinea(regels=(alinea,)) for alinea in alineas))


def _zonder_werkinstructie(zin: str, grondslagen: Iterable[Grondslag], kader: Besluitkader) -> str:
    """Leave out what binds no klant, such as a paragraph of the handbook."""
    for grondslag in grondslagen:
        if grondslag.regeling in kader.zonder:
            zin = zin.replace(f" ({grondslag})", "")
    return zin


def _in_tabel(zin: str, regel: Maandregel) -> bool:
    return maand_voluit(regel.maand) in zin and euro(regel.bedrag) in zin


def maand_voluit(dag: date) -> str:
    """Write a month as ``juni 2026``."""
    return datum_voluit(dag).split(" ", 1)[1]


def _bedragen(regels: Sequence[Maandregel], kader: Besluitkader) -> Iterator[Deel]:
    if not regels:
        return
    totaal = ("Totaal", "", euro(sum(regel.bedrag for regel in regels)))
    tabel = Tabel(
        titel=kader.tabel,
        koppen=kader.kolommen,
        rijen=tuple((maand_voluit(regel.maand), _formule(regel), euro(regel.bedrag)) for regel in regels),
        totaal=totaal if len(regels) > 1 else None,
        rechts=(False, False, True),
    )
    yield Deel(kop=kader.kop_bedragen, blokken=(tabel,))


def _bijlage(regels: Sequence[Bijlageregel], kader: Besluitkader) -> Iterator[Deel]:
    """Show what can follow, month by month (DEV-TAA-519)."""
    if not regels:
        return
    tabel = Tabel(
        titel=kader.tabel_bijlage,
        koppen=kader.kolommen_bijlage,
        rijen=tuple(
            (
                maand_voluit(regel.maand),
                f"{regel.procent.normalize():f} % van de norm",
                "nog niet bekend" if regel.bedrag is None else euro(regel.bedrag),
            )
            for regel in regels
        ),
        rechts=(False, False, True),
    )
    yield Deel(kop=kader.kop_bijlage, blokken=(*blokken(kader.bijlage, {}), tabel))


def _formule(regel: Maandregel) -> str:
    """Say how an amount came about, and when less is taken than the percentage because no more is left.

    A besluit that changes another one tells it itself.
    """
    if regel.uitleg is not None:
        return regel.uitleg
    if regel.procent is None or regel.norm is None:
        return "vast bedrag"
    som = f"{regel.procent.normalize():f} % van {euro(regel.norm)}"
    return som if procent_van(regel.norm, regel.procent) == regel.bedrag else f"{som}, maar niet meer dan er over is"


def _regels(grondslagen: Iterable[Grondslag], kader: Besluitkader) -> Iterator[Deel]:
    """List the articles under their regeling."""
    per: dict[str, list[Grondslag]] = {}
    for grondslag in grondslagen:
        if grondslag.regeling not in kader.zonder:
            per.setdefault(kader.voluit.get(grondslag.regeling, grondslag.regeling), []).append(grondslag)
    if per:
        punten = tuple(f"{naam}: {artikelen(groep)}" for naam, groep in per.items())
        yield Deel(kop=kader.kop_regels, blokken=(*blokken(kader.regels, {}), Lijst(punten=punten)))


def _bezwaar(bezwaar: Bezwaar, omslag: Omslag, beleid: BriefBeleid) -> Iterable[Deel]:
    gegevens = altijd(omslag, beleid) | {
        "bezwaar_weken": str(bezwaar.weken),
        "bezwaar_tot_en_met": datum_voluit(bezwaar.tot_en_met) if bezwaar.tot_en_met else None,
        "kenmerk": omslag.kenmerk,
    }
    return deel(beleid.beroep.waarde if bezwaar.beroep else beleid.bezwaar.waarde, gegevens)
