"""Answers: is an answer of the kind that was asked for, and what does it lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from app.domain.gesprek.leidraad import Gevolg, Leidraad, Vraag
from app.domain.gesprek.soort import Antwoordtype, Antwoordwaarde
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.taakvoorstel import TaakVoorstel

HOOGSTE_BEDRAG = 10_000_000_00  # eurocents; a guard against typing errors, not policy
HOOGSTE_AANTAL = 10_000
LANGSTE_TEKST = 4000
LANGSTE_LIJST = 30

Antwoorden = Mapping[str, Antwoordwaarde]


def bezwaar(vraag: Vraag, waarde: Antwoordwaarde) -> str | None:
    """Say in Dutch what is wrong with an answer; None when it is of the kind that was asked for."""
    codes = [keuze.code for keuze in vraag.keuzes]
    keuzes = f"{', '.join(codes)}."
    vormen: dict[Antwoordtype, tuple[Callable[[Antwoordwaarde], bool], str]] = {
        Antwoordtype.TEKST: (_is_tekst, f"Geef tekst van 1 tot {LANGSTE_TEKST} tekens."),
        Antwoordtype.JA_NEE: (lambda gegeven: isinstance(gegeven, bool), "Geef true of false."),
        Antwoordtype.KEUZE: (lambda gegeven: gegeven in codes, f"Kies een van: {keuzes}"),
        Antwoordtype.MEERKEUZE: (lambda gegeven: _is_selectie(gegeven, codes), f"Geef een lijst uit: {keuzes}"),
        Antwoordtype.BEDRAG: (
            lambda gegeven: _is_getal(gegeven, HOOGSTE_BEDRAG),
            f"Geef een bedrag in eurocenten, van 0 tot en met {HOOGSTE_BEDRAG}.",
        ),
        Antwoordtype.DATUM: (_is_datum, "Geef een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2026-03-31."),
        Antwoordtype.AANTAL: (
            lambda gegeven: _is_getal(gegeven, HOOGSTE_AANTAL),
            f"Geef een heel getal van 0 tot en met {HOOGSTE_AANTAL}.",
        ),
        Antwoordtype.AANTALLEN: (_zijn_getallen, f"Geef een lijst van hoogstens {LANGSTE_LIJST} hele getallen."),
    }
    past, melding = vormen[vraag.type]
    return None if past(waarde) else melding


def _is_tekst(waarde: Antwoordwaarde) -> bool:
    return isinstance(waarde, str) and 0 < len(waarde) <= LANGSTE_TEKST


def _is_getal(waarde: object, hoogste: int) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool) and 0 <= waarde <= hoogste


def _zijn_getallen(waarde: Antwoordwaarde) -> bool:
    kort = isinstance(waarde, tuple) and len(waarde) <= LANGSTE_LIJST
    return kort and all(_is_getal(deel, HOOGSTE_AANTAL) for deel in waarde)  # type: ignore[union-attr]


def _is_selectie(waarde: Antwoordwaarde, codes: list[str]) -> bool:
    return isinstance(waarde, tuple) and len(set(waarde)) == len(waarde) and all(deel in codes for deel in waarde)


def _is_datum(waarde: Antwoordwaarde) -> bool:
    try:
        return isinstance(waarde, str) and date.fromisoformat(waarde).isoformat() == waarde
    except ValueError:
        return False


def treedt_op(gevolg: Gevolg, antwoorden: Antwoorden) -> bool:
    """Tell whether one of the questions is answered in the way that has this consequence."""
    return any(_raakt(gevolg, antwoorden[code]) for code in gevolg.vragen if code in antwoorden)


def _raakt(gevolg: Gevolg, waarde: Antwoordwaarde) -> bool:
    if gevolg.boven is not None:
        return _is_getal(waarde, HOOGSTE_BEDRAG) and int(waarde) > gevolg.boven  # type: ignore[arg-type]
    if gevolg.bij is None:
        return waarde not in ("", ())
    return gevolg.bij in waarde if isinstance(waarde, tuple) else waarde == gevolg.bij


def taken_na_antwoorden(
    leidraad: Leidraad, antwoorden: Antwoorden, grondslag: Grondslag, vandaag: date, later: date
) -> tuple[TaakVoorstel, ...]:
    """Return the taken that these answers lead to, each kind once; ``later`` is the last day of what is not urgent."""
    taken = {taak.soort: taak for taak in _taken(leidraad, antwoorden, grondslag, (vandaag, later))}
    return tuple(taken.values())


def _taken(
    leidraad: Leidraad, antwoorden: Antwoorden, grondslag: Grondslag, dagen: tuple[date, date]
) -> Iterator[TaakVoorstel]:
    for thema in leidraad.themas:
        for gevolg in thema.gevolgen:
            if treedt_op(gevolg, antwoorden):
                yield TaakVoorstel(
                    soort=gevolg.taak,
                    wat=gevolg.wat,
                    waarom=gevolg.waarom,
                    rol=gevolg.rol,
                    grondslag=thema.grondslag or grondslag,
                    uiterste=dagen[0] if gevolg.spoed else dagen[1],
                )


def taaksoorten(leidraad: Leidraad) -> frozenset[str]:
    """Return the kinds of taken that answers in this guide can lead to."""
    return frozenset(gevolg.taak for thema in leidraad.themas for gevolg in thema.gevolgen)
