"""Vergoeding of costs for a traject or a job, up to a maximum per traject or employment (DEV-VGD-901 to 904)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.kern.bouw import maak_toets
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.cijfer import cijfer_uit
from app.domain.subsidie.gegevens import Vergoedinggegevens
from app.domain.subsidie.grondslagen import beleidsregels
from app.domain.subsidie.model import Betaalschema, Regelingcode, Subsidiefeiten, Termijn

_TOELICHTING = beleidsregels("7")
_EISEN: tuple[tuple[str, Grondslag, str, str], ...] = (
    ("noodzakelijk", beleidsregels("7", "2"), "De kosten zijn noodzakelijk.", "De kosten zijn niet noodzakelijk."),
    (
        "uit_traject_of_dienstverband",
        beleidsregels("7", "3"),
        "De kosten komen uit het traject of het werk.",
        "De kosten komen niet uit een traject of uit werk.",
    ),
    (
        "geen_andere_voorziening",
        beleidsregels("7", "4"),
        "Een andere voorziening vergoedt de kosten niet.",
        "Een andere voorziening kan de kosten vergoeden.",
    ),
    (
        "niet_door_werkgever",
        beleidsregels("7", "4"),
        "De werkgever vergoedt de kosten niet.",
        "De werkgever kan de kosten vergoeden.",
    ),
)


class VergoedingFeiten(Subsidiefeiten):
    """The facts of a vergoeding."""

    gegevens: Vergoedinggegevens


def toetsen_vergoeding(feiten: VergoedingFeiten, beleid: SubsidieBeleid) -> tuple[Toets, ...]:
    """Test everything that a vergoeding asks."""
    return (
        toets_aantoonbaar(feiten.gegevens),
        *toetsen_eisen(feiten.gegevens),
        toets_gevolgen(feiten.gegevens),
        toets_voorliggend(feiten.gegevens),
        toets_ruimte(feiten, beleid),
    )


def toets_aantoonbaar(gegevens: Vergoedinggegevens) -> Toets:
    """Test that the costs are shown, each with a proof (DEV-VGD-902)."""
    bewezen = all(kost.bewijs for kost in gegevens.kosten)
    return maak_toets(
        "aantoonbaar",
        None if gegevens.aantoonbaar and not bewezen else gegevens.aantoonbaar,
        beleidsregels("7", "2"),
        {"oordeel": gegevens.aantoonbaar, "met_bewijs": bewezen},
        "De kosten zijn aangetoond.",
        "De kosten zijn niet aangetoond.",
        "Nog te beantwoorden: de kosten zijn aangetoond."
        if bewezen
        else "Er ontbreekt nog een bewijs van de kosten, zoals een bon.",
    )


def toetsen_eisen(gegevens: Vergoedinggegevens) -> Iterator[Toets]:
    """Test the other four requirements; one no refuses, one that is not answered keeps it open (DEV-VGD-902)."""
    for code, grondslag, goed, fout in _EISEN:
        oordeel: bool | None = getattr(gegevens, code)
        yield maak_toets(
            code,
            oordeel,
            grondslag,
            {"oordeel": oordeel},
            goed,
            fout,
            f"Nog te beantwoorden: {goed[0].lower()}{goed[1:]}",
        )


def een_van(antwoorden: Iterable[bool | None]) -> bool | None:
    """Return whether one of them is so: one yes decides, one unknown leaves it open."""
    alle = tuple(antwoorden)
    if True in alle:
        return True
    return None if None in alle else False


def toets_gevolgen(gegevens: Vergoedinggegevens) -> Toets:
    """Test questions 1 and 2: without it the traject suffers, or the work does (DEV-VGD-904)."""
    een, twee = gegevens.vertraagt_traject, gegevens.hindert_werk
    return maak_toets(
        "vraag_1_of_2",
        een_van((een, twee)),
        _TOELICHTING,
        {"vraag_1": een, "vraag_2": twee},
        "Zonder vergoeding loopt het traject of het werk gevaar.",
        "Ook zonder vergoeding lopen het traject (vraag 1) en het werk (vraag 2) geen gevaar.",
        "Beantwoord nog of het traject (vraag 1) of het werk (vraag 2) zonder vergoeding gevaar loopt.",
    )


def toets_voorliggend(gegevens: Vergoedinggegevens) -> Toets:
    """Test question 3: there is no other provision that goes first (DEV-VGD-904)."""
    geen = gegevens.geen_voorliggende_voorziening
    return maak_toets(
        "vraag_3",
        geen,
        _TOELICHTING,
        {"vraag_3": geen},
        "Er is geen voorliggende voorziening.",
        "Er is een voorliggende voorziening (vraag 3).",
        "Beantwoord nog of er een voorliggende voorziening is (vraag 3).",
    )


def kader_van(gegevens: Vergoedinggegevens) -> str:
    """Return the traject or employment over which is added up."""
    return f"{gegevens.kader.value} {gegevens.kader_sinds.isoformat()}"


def al_vergoed(feiten: VergoedingFeiten) -> int:
    """Return what was granted before in the same traject or employment (eurocents)."""
    kader = kader_van(feiten.gegevens)
    return sum(e.bedrag for e in feiten.eerdere if e.regeling is Regelingcode.VERGOEDING and e.kader == kader)


def ruimte(feiten: VergoedingFeiten, beleid: SubsidieBeleid) -> int | None:
    """Return what is left of the maximum (eurocents); None where the hardheidsclausule sets it aside (DEV-VGD-901)."""
    if feiten.gegevens.hardheid is not None:
        return None
    return max(0, beleid.vergoeding_maximum.waarde - al_vergoed(feiten))


def toets_ruimte(feiten: VergoedingFeiten, beleid: SubsidieBeleid) -> Toets:
    """Test that something is left of the maximum per traject or employment (DEV-VGD-901)."""
    over, maximum = ruimte(feiten, beleid), beleid.vergoeding_maximum
    return maak_toets(
        "binnen_maximum",
        over is None or over > 0,
        beleidsregels("8") if over is None else maximum.grondslag,
        {"maximum": maximum.waarde, "al_vergoed": al_vergoed(feiten), "hardheid": over is None},
        f"Het maximum van {euro(maximum.waarde)} is nog niet bereikt, of wordt hier buiten toepassing gelaten.",
        f"Het maximum van {euro(maximum.waarde)} per traject of dienstverband is bereikt.",
    )


def bereken_vergoeding(feiten: VergoedingFeiten, beleid: SubsidieBeleid) -> Betaalschema:
    """Grant the costs up to what is left; the rest is shown as refused (DEV-VGD-901)."""
    kosten = sum(kost.bedrag for kost in feiten.gegevens.kosten)
    over, maximum = ruimte(feiten, beleid), beleid.vergoeding_maximum.waarde
    bedrag = kosten if over is None else min(kosten, over)
    if over is None:
        formule = f"kosten {euro(kosten)}, zonder maximum (hardheidsclausule: {feiten.gegevens.hardheid})".rstrip(".")
    else:
        formule = (
            f"kosten {euro(kosten)}; van het maximum van {euro(maximum)} is {euro(al_vergoed(feiten))} al vergoed,"
            f" dus {euro(bedrag)}; niet vergoed: {euro(kosten - bedrag)}"
        )
    cijfer = cijfer_uit(
        beleid, "vergoeding_maximum", feiten.ontvangen_op, naam="maximum van de vergoeding", waarde=maximum
    )
    termijn = Termijn(
        nummer=1,
        bedrag=bedrag,
        formule=formule,
        cijfers=() if over is None else (cijfer,),
        betaalbaar_vanaf=feiten.ontvangen_op,
        begrensd=bedrag < kosten,
    )
    return Betaalschema.van(termijn, formule=formule)
