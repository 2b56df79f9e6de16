"""Zinnen: one plain Dutch (B1) sentence for the klant per condition, written from the facts in the trace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from app.domain.kern.datum import dag_voluit, datum_voluit
from app.domain.kern.toets import Feit, Toets
from app.domain.maatregel.bouwsteen import gewoon

Feiten = Mapping[str, Feit]


def _op(feit: Feit) -> str:
    return datum_voluit(feit) if isinstance(feit, date) else "een eerdere datum"


def _plicht(f: Feiten) -> str:
    return f"Deze verplichting geldt voor u sinds uw melding op {_op(f['melding_datum'])}."


def _plan(f: Feiten) -> str:
    if f["afwijking_gemotiveerd"]:
        return "In het rapport staat waarom wij beslissen zonder ondertekend plan van aanpak."
    return f"De verplichting staat in uw plan van aanpak. Dat is ondertekend op {_op(f['ondertekend_op'])}."


def _verzuimregels(f: Feiten) -> str:
    if f["afwijking_gemotiveerd"]:
        return "In het rapport staat waarom wij beslissen zonder dat u de verzuimregels kreeg."
    return f"U kreeg de verzuimregels op {_op(f['uitgereikt_op'])}."


def _no_shows(f: Feiten) -> str:
    return f"U kwam {f['aantal']} keer niet naar een afspraak en liet dat niet vooraf weten."


def _eerste_no_show(_: Feiten) -> str:
    return "U kwam niet naar een afspraak en liet dat niet vooraf weten."


def _uitnodiging(f: Feiten) -> str:
    return f"Wij nodigden u uit met een bericht van {_op(f['eerste_verzending'])}."


def _hersteltermijn(f: Feiten) -> str:
    return (
        f"Op {_op(f['verzonden_op'])} gaven wij u een nieuwe kans met een aangetekende brief en een gewone brief. "
        f"Het gesprek was op {_op(f['gesprek_op'])}. Daartussen lagen {f['werkdagen']} werkdagen."
    )


def _gehoord(f: Feiten) -> str:
    if f["gehoord"]:
        return f"Op {_op(f['datum'])} kon u uw verhaal doen ({gewoon(str(f['kanaal']))})."
    if "afgezien_van_wederhoor" in f:
        return "U kon twee keer komen om uw verhaal te doen. U kwam niet en liet dat niet vooraf weten."
    reden = gewoon(str(f["reden_niet_horen"]))
    return f"Op {_op(f['datum'])} vroegen wij u om uw verhaal. Wij hebben u niet gehoord: {reden}."


def _verwijt(f: Feiten) -> str:
    deels = "voor een deel " if f["verwijtbaarheid"] == "verminderd" else ""
    return f"Wij vinden dat u hier {deels}iets aan kon doen."


def _omstandigheden(_: Feiten) -> str:
    return "Wij keken naar uw situatie en naar de reden van uw gedrag."


def _dringend(f: Feiten) -> str:
    if f["dringende_redenen"]:
        return "In uw situatie zijn er dringende redenen. Daar hielden wij rekening mee."
    return "In uw situatie zagen wij geen dringende redenen om anders te beslissen."


def _nieuwe_afspraak(f: Feiten) -> str:
    wanneer = dag_voluit(f["op"]) if isinstance(f["op"], date) else _op(None)
    return f"Uw nieuwe afspraak is op {wanneer} om {f['tijd']} uur. De plaats is {f['plaats']}."


def _samenloop(f: Feiten) -> str | None:
    if not f["samen_met"]:
        return None
    andere = f.get("omschrijvingen")
    ook = f" Het ging ook om: {'; '.join(andere)}." if isinstance(andere, tuple) else ""
    return f"Er was meer dan één gedraging.{ook} U krijgt één verlaging: voor de zwaarste."


_TREDE: Mapping[Feit, str] = {
    6: "U kreeg kort geleden al een maatregel voor zo'n verplichting.",
    7: "U kreeg kort geleden al twee keer een maatregel voor zo'n verplichting.",
    8: "U kreeg al vaker een maatregel voor zo'n verplichting.",
}


def _recidive(f: Feiten) -> str | None:
    if not f["recidive"]:
        return None
    if (trede := _TREDE.get(f.get("lid"))) is not None:
        aantal = f["maanden"]
        return f"{trede} Daarom duurt deze maatregel {aantal} {'maand' if aantal == 1 else 'maanden'}."
    return "U kreeg kort geleden al een maatregel. Daarom duurt deze maatregel langer."


def _procent(feit: Feit) -> str:
    return f"{feit.normalize():f}%" if isinstance(feit, Decimal) else str(feit)


def _afwijking(f: Feiten) -> str | None:
    if f.get("gewoon") is not None:
        minder = f"is de verlaging {_procent(f['procent'])} en niet {_procent(f['gewoon'])}"
        return f"Omdat u hier maar voor een deel iets aan kon doen, {minder}."
    anders = f["procent"] is not None or f["maanden"] is not None
    return "Wij wijken af van de gewone hoogte of duur. In het rapport staat waarom." if anders else None


def _spreiding(f: Feiten) -> str | None:
    if f["maanden"] == 1:
        return None
    return f"Wij nemen dit bedrag niet in één keer. Wij verdelen het over {f['maanden']} maanden."


ZINNEN: Mapping[str, Callable[[Feiten], str | None]] = {
    "plicht_geldt": _plicht,
    "verplichting_in_plan": _plan,
    "verzuimregels_uitgereikt": _verzuimregels,
    "no_shows": _no_shows,
    "eerste_no_show": _eerste_no_show,
    "uitnodiging_verzonden": _uitnodiging,
    "hersteltermijn_werkdagen": _hersteltermijn,
    "gehoord": _gehoord,
    "verwijtbaarheid": _verwijt,
    "omstandigheden_onderzocht": _omstandigheden,
    "dringende_redenen_onderzocht": _dringend,
    "nieuwe_afspraak_in_besluit": _nieuwe_afspraak,
    "samenloop_vastgesteld": _samenloop,
    "recidive_vastgesteld": _recidive,
    "afwijking_bepaald": _afwijking,
    "spreiding_toegestaan": _spreiding,
}


def zin(toets: Toets) -> str | None:
    """Write a met condition for the klant, with its article; None when the klant learns nothing from it."""
    maak = ZINNEN.get(toets.voorwaarde)
    tekst = None if maak is None else maak(toets.feiten)
    return None if tekst is None else f"{tekst.removesuffix('.')} ({toets.grondslag})."
