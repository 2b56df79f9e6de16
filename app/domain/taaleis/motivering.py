"""Motivering: the reasons of a besluit about the taaleis in plain Dutch, in the order of a letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import bezwaarclausule
from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.berekening import Einde, TaalMaandbedrag, Taalverlaging
from app.domain.taaleis.dossier import Taaldictum
from app.domain.taaleis.feiten import TaaleisFeiten, Taalzaaksoort

Uitkomsten = tuple[tuple[Toets, ...], Taalverlaging | None, Einde | None]


def motiveer(
    dictum: Taaldictum, feiten: TaaleisFeiten, beleid: TaaleisBeleid, uitkomsten: Uitkomsten
) -> tuple[str, ...]:
    """Return the sentences of the letter."""
    toetsen, verlaging, einde = uitkomsten
    if dictum is Taaldictum.VOORLEGGEN:
        return ("Er kan nog niet worden beslist.", *(f"{t.toelichting} ({t.grondslag})" for t in niet_voldaan(toetsen)))
    if dictum is Taaldictum.INSPANNINGSVERPLICHTING:
        zinnen = _verplichting(feiten, beleid)
    elif verlaging is not None:
        zinnen = _verlaging(feiten, verlaging)
    elif einde is not None:
        zinnen = _einde(feiten, einde)
    elif dictum is Taaldictum.ONTHEFFING:
        zinnen = _ontheffing()
    else:
        zinnen = _afzien(toetsen)
    termijn = beleid.bezwaartermijn_weken
    return (*zinnen, bezwaarclausule(termijn.waarde, termijn.grondslag))


def _uitslag(feiten: TaaleisFeiten) -> str:
    dag = f" Dat weten wij sinds {datum_voluit(feiten.vastgesteld_op)}." if feiten.vastgesteld_op else ""
    return f"In de taaltest haalde u het niveau 1F niet.{dag}"


def _verplichting(feiten: TaaleisFeiten, beleid: TaaleisBeleid) -> Iterator[str]:
    maanden = beleid.respijt_maanden.waarde
    termijn = "een maand" if maanden == 1 else f"{maanden} maanden"
    eerste = beleid.fasen.waarde[0]
    yield "U moet zich inspannen om Nederlands te leren."
    yield _uitslag(feiten)
    yield _bereidheid(feiten)
    yield f"U heeft nog {termijn} de tijd om te zeggen dat u het wel wilt. De laatste dag telt mee."
    yield f"Doet u dat niet? Dan kunnen wij uw uitkering verlagen, eerst met {eerste.procent:f} procent per maand."
    yield "U hoeft het niveau niet te halen. Het gaat erom dat u uw best doet."


def _bereidheid(feiten: TaaleisFeiten) -> str:
    """Say what is known, and no more: stopped, refused, or nothing recorded."""
    geweigerd, gestopt = feiten.geweigerd_op, feiten.gestopt_op
    if gestopt is not None and (geweigerd is None or gestopt >= geweigerd):
        return f"U stopte op {datum_voluit(gestopt)} met Nederlands leren."
    if geweigerd is not None:
        return f"U zei op {datum_voluit(geweigerd)} dat u niet bereid bent om Nederlands te leren."
    return "Wij weten nog niet of u bereid bent om Nederlands te leren. U heeft dat nog niet verklaard."


def _verlaging(feiten: TaaleisFeiten, verlaging: Taalverlaging) -> Iterator[str]:
    tot = "" if verlaging.tot is None else f" tot {datum_voluit(verlaging.tot)}"
    if feiten.zaak is Taalzaaksoort.STOPPEN:
        yield f"Wij verlagen uw uitkering één keer met {verlaging.procent:f} procent van de bijstandsnorm."
    else:
        yield f"Wij verlagen uw uitkering met {verlaging.procent:f} procent van de bijstandsnorm per maand."
    yield f"De verlaging geldt vanaf {datum_voluit(verlaging.van)}{tot}."
    yield _uitslag(feiten)
    if feiten.zaak is Taalzaaksoort.STOPPEN:
        yield f"U verklaarde dat u Nederlands wilde leren, maar u stopte{_op(feiten.gestopt_op)}."
    else:
        yield f"{_bereidheid(feiten)} Wij schreven u over uw plicht{_op(feiten.kennisgeving_op)}."
    yield "Wij vinden dat u dit te verwijten is. Er zijn geen dringende redenen om niet te verlagen."
    for regel in verlaging.bedragen:
        yield _bedrag(regel)
    if feiten.zaak is Taalzaaksoort.VERLAGING:
        yield "Zegt u alsnog dat u Nederlands wilt leren? Dan stopt de verlaging vanaf die dag."


def _op(dag: date | None) -> str:
    return "" if dag is None else f" op {datum_voluit(dag)}"


def _bedrag(regel: TaalMaandbedrag) -> str:
    wat = f"{regel.procent:f} procent van de bijstandsnorm van {euro(regel.norm)}"
    return f"In de maand die begint op {datum_voluit(regel.maand)} gaat er {euro(regel.bedrag)} af ({wat})."


def _einde(feiten: TaaleisFeiten, einde: Einde) -> Iterator[str]:
    yield f"De verlaging van uw uitkering stopt vanaf {datum_voluit(einde.per)}."
    if feiten.bereid_sinds == einde.per:
        yield "U verklaarde dat u Nederlands wilt leren."
    elif feiten.voldoet_sinds == einde.per:
        yield "U voldoet aan de taaleis."
    else:
        yield "U hoeft niet meer aan de taaleis te voldoen."
    if einde.vervalt > 0:
        yield f"Van de verlaging vervalt {euro(einde.vervalt)}."


def _ontheffing() -> Iterator[str]:
    yield "U hoeft niet aan de taaleis te voldoen."
    yield "U kunt door uw omstandigheden het niveau 1F niet halen. Daarom verlagen wij uw uitkering hier niet voor."
    yield "Wilt u toch Nederlands leren of oefenen? Dan praten wij daar graag met u over."


def _afzien(toetsen: tuple[Toets, ...]) -> Iterator[str]:
    yield "Wij verlagen uw uitkering niet."
    for toets in toetsen:
        if toets.uitkomst is Uitkomst.NIET_VOLDAAN and toets.voorwaarde in _GEEN_VERLAGING:
            yield _GEEN_VERLAGING[toets.voorwaarde]


_GEEN_VERLAGING = {
    "verwijtbaar": "U kunt er niets aan doen dat u geen Nederlands leert.",
    "geen_dringende_redenen": "Er zijn dringende redenen om uw uitkering niet te verlagen.",
    "voortgang": "De nieuwe taaltest laat zien dat u genoeg vooruit bent gegaan.",
    "stop_telt": "U stopte binnen een half jaar. Wij praten met u over hoe het verder gaat.",
}
