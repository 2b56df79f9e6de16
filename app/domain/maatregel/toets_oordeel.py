"""Conditions on the judgement: blame, circumstances, dringende redenen and samenloop."""

from __future__ import annotations

from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import pw
from app.domain.kern.toets import Feit, Toets
from app.domain.maatregel import grondslagen
from app.domain.maatregel.bouwsteen import toets
from app.domain.maatregel.feiten import Samenloop, Verwijtbaarheid, ZaakFeiten


def toets_verwijtbaarheid(feiten: ZaakFeiten) -> Toets:
    """Ask for a judgement of the blame with reasons; without blame there is no maatregel (article 18, lid 9)."""
    oordeel = feiten.verwijtbaarheid
    verwijt = oordeel is not Verwijtbaarheid.ONTBREEKT
    ontbreekt = "De gedraging is de klant niet te verwijten; dan volgt geen maatregel."
    return toets(
        "verwijtbaarheid",
        None if oordeel is None else verwijt and feiten.verwijtbaarheid_gemotiveerd,
        grondslagen.geen_verwijt(feiten.regime),
        "De gedraging is de klant te verwijten; de consulent legde uit waarom.",
        "Het oordeel over de verwijtbaarheid is niet gemotiveerd." if verwijt else ontbreekt,
        "Nog niet beoordeeld is of de gedraging de klant te verwijten is.",
        verwijtbaarheid=oordeel,
        gemotiveerd=feiten.verwijtbaarheid_gemotiveerd,
    )


def toets_omstandigheden(feiten: ZaakFeiten) -> Toets:
    """Ask for an examination of the circumstances and of the reason behind the gedraging (DEV-AAN-022)."""
    onbekend = feiten.omstandigheden_onderzocht and feiten.oorzaak is None
    return toets(
        "omstandigheden_onderzocht",
        None if onbekend else feiten.omstandigheden_onderzocht,
        grondslagen.afstemming(feiten.regime),
        "De omstandigheden van de klant en de reden van de gedraging zijn onderzocht.",
        "De omstandigheden van de klant zijn niet onderzocht.",
        "Niet vastgelegd zijn de omstandigheden van de klant of de reden van de gedraging.",
        onderzocht=feiten.omstandigheden_onderzocht,
        oorzaak=feiten.oorzaak,
    )


def toets_dringende_redenen(feiten: ZaakFeiten) -> Toets:
    """Ask whether dringende redenen were examined (article 18, lid 10)."""
    return toets(
        "dringende_redenen_onderzocht",
        None if feiten.dringende_redenen is None else True,
        grondslagen.dringende_redenen(feiten.regime),
        "Er zijn dringende redenen om af te stemmen."
        if feiten.dringende_redenen
        else "Er zijn geen dringende redenen.",
        "",
        "Nog niet onderzocht is of er dringende redenen zijn.",
        dringende_redenen=feiten.dringende_redenen,
    )


def toets_samenloop(feiten: ZaakFeiten) -> Toets:
    """Ask for the other gedragingen, and that no verlaging already runs for this set (DEV-MTR-511)."""
    andere = feiten.samenloop
    dubbel = tuple(ander for ander in andere or () if ander.al_opgelegd)
    return toets(
        "samenloop_vastgesteld",
        None if andere is None else not dubbel,
        grondslagen.HANDHAVING,
        "Voor alle gedragingen samen volgt één verlaging." if andere else "Er zijn geen andere gedragingen.",
        _loopt_al(dubbel),
        "Nog niet nagegaan is of er andere gedragingen zijn.",
        samen_met=None if andere is None else tuple(dict.fromkeys(ander.gedraging for ander in andere)),
        **_meer_van(andere or ()),
    )


def _loopt_al(dubbel: tuple[Samenloop, ...]) -> str:
    """Say by which besluit the verlaging runs, and what can be done instead of a second one."""
    dagen = sorted({ander.besluit_datum for ander in dubbel if ander.besluit_datum is not None})
    if not dagen:
        return "Voor deze gedragingen loopt al een verlaging; er mag er maar één zijn."
    return (
        f"Deze gedraging is meegenomen in het besluit van {' en '.join(map(datum_voluit, dagen))}; er mag maar één "
        "verlaging zijn. Zie af van een maatregel, met in de motivering een verwijzing naar dat besluit. "
        "Of wacht tot dat besluit is ingetrokken of herroepen; dan kunt u hier weer opleggen."
    )


def _meer_van(andere: tuple[Samenloop, ...]) -> dict[str, Feit]:
    """Return what the other gedragingen were and the besluiten that took this one along, where that is known."""
    omschreven = tuple(_in_woorden(ander) for ander in andere if ander.omschrijving is not None)
    besluiten = tuple(dict.fromkeys(ander.besluit for ander in andere if ander.besluit is not None))
    bekend: dict[str, Feit] = {"omschrijvingen": omschreven, "meegenomen_in": besluiten}
    return {naam: feit for naam, feit in bekend.items() if feit}


def _in_woorden(ander: Samenloop) -> str:
    dag = "" if ander.gedraging_datum is None else f" (op {datum_voluit(ander.gedraging_datum)})"
    return f"{ander.omschrijving}{dag}"


def toets_taaleis(feiten: ZaakFeiten) -> tuple[Toets, ...]:
    """Refuse a verlaging for lessons for which one of the taaleis stands (DEV-MTR-511, DEV-MTR-531).

    None is tested for another gedraging, or when nobody looked.
    """
    lopend = feiten.taaleisverlagingen
    if lopend is None:
        return ()
    uitkomst = toets(
        "geen_verlaging_taaleis",
        not lopend,
        pw("18b"),
        "Voor dezelfde taallessen is er geen verlaging volgens de taaleis.",
        "Voor dezelfde taallessen is er al een verlaging volgens de taaleis; er mag er maar één zijn.",
        besluiten=lopend,
    )
    return (uitkomst,)
