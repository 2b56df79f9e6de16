"""Write an example of every letter to ``var/brieven``, as PDF and HTML, for a person to look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from app.db.beleid_bestanden import laad_register
from app.domain.brief.beleid import BRIEFPLEKKEN, BriefBeleid
from app.domain.brief.besluitbrief import Besluitstuk, Bezwaar, Bijlageregel, Maandregel, besluitbrief
from app.domain.brief.documenten import Formeeldocument
from app.domain.brief.model import Brief, Geadresseerde
from app.domain.brief.opbouw import Omslag
from app.domain.brief.procedurebrief import procedurebrief
from app.domain.kern.datum import dag_voluit, datum_voluit
from app.domain.kern.grondslag import awb, pw
from app.services.brief.html import als_html
from app.services.brief.pdf import als_pdf

MAP: Final = Path("var/brieven")
DAG: Final = date(2026, 5, 26)
NORM: Final = 140150
BEZWAAR: Final = Bezwaar(6, awb("6:7"), date(2026, 7, 7))
_KORT: Final = Geadresseerde(namen=("Samira de Wit",), regels=("Voorbeeldstraat 12", "7411 AB  Deventer"))
_LANG: Final = Geadresseerde(
    namen=(
        "Maximiliaan Alexander Johannes Wilhelmus van der Heijden-Schimmelpenninck",
        "Wilhelmina Frederika van den Oudenhoven-van Bronkhorst",
    ),
    regels=(
        "p/a Stichting Voorbeeld voor Beschermd Wonen en Bewindvoering",
        "Burgemeester van Voorbeeldpleinstraat 1234-bis",
        "7411 AB  Deventer",
    ),
)
_ZINNEN: Final = {
    "maatregel": (
        "Het gaat om 23 april 2026: niet of te weinig meewerken aan het maken of uitvoeren van uw plan van aanpak.",
        "De verplichting staat in uw plan van aanpak. Dat is ondertekend op 10 april 2026 (artikel 18, lid 2, "
        "Participatiewet).",
        "U kwam 2 keer niet naar een afspraak en liet dat niet vooraf weten.",
        "Op 15 april 2026 gaven wij u een nieuwe kans met een aangetekende brief en een gewone brief.",
        "Op 7 mei 2026 kon u uw verhaal doen (telefonisch) (artikel 4:8, Awb).",
        "Wij vinden dat u hier iets aan kon doen (artikel 18, lid 9, Participatiewet).",
        "In uw situatie zagen wij geen dringende redenen om anders te beslissen.",
    ),
}
_ALGEMEEN: Final = (
    "Op 31 maart 2026 meldde u zich bij ons. Daarna hebben wij met u gesproken over uw situatie.",
    "Wij keken naar wat u ons vertelde en naar de papieren die u ons gaf (artikel 17, lid 1, Participatiewet).",
    "Op 7 mei 2026 kon u uw verhaal doen (artikel 4:8, Awb).",
)


def omslag(wie: Geadresseerde = _KORT, **anders: bool | str) -> Omslag:
    """Return what an example letter needs besides its text."""
    verzending = str(anders["verzending"]) if anders.get("verzending") else None
    return Omslag(
        wie,
        DAG,
        "2026-C81D0E6A55",
        "S. de Vries",
        "0570 00 00 11",
        "S. de Vries",
        verzending,
        bool(anders.get("concept")),
    )


def bedragen(maanden: int, procent: int) -> tuple[Maandregel, ...]:
    """Return a verlaging over so many months."""
    return tuple(Maandregel(_maand(n), NORM * procent // 100, NORM, Decimal(procent)) for n in range(maanden))


def _maand(nummer: int) -> date:
    return date(DAG.year + (DAG.month + nummer) // 12, (DAG.month + nummer) % 12 + 1, 1)


def besluiten(beleid: BriefBeleid) -> Iterator[tuple[str, Brief]]:
    """Yield a letter for every kind of besluit and outcome in the policy."""
    for soort, teksten in beleid.besluiten.waarde.items():
        for dictum, tekst in teksten.items():
            met_geld = "{totaal}" in tekst.inleiding or dictum in ("verlaging", "gewijzigd")
            stuk = Besluitstuk(
                soort=soort,
                dictum=dictum,
                motivering=_ZINNEN.get(soort, _ALGEMEEN),
                grondslagen=(pw("18", "2"), pw("18", "1"), pw("9", "1"), awb("4:8")),
                bezwaar=BEZWAAR,
                bedragen=bedragen(3 if dictum == "maatregel" else 1, 30) if met_geld else (),
            )
            yield f"besluit_{soort}_{dictum}", besluitbrief(stuk, omslag(), beleid)


def bijzonder(beleid: BriefBeleid) -> Iterator[tuple[str, Brief]]:
    """Yield a concept, and a letter in which everything is as long as it gets."""
    kort = Besluitstuk("maatregel", "maatregel", _ZINNEN["maatregel"], (pw("18", "2"),), BEZWAAR, bedragen(1, 30))
    yield "concept", besluitbrief(kort, omslag(concept=True), beleid)
    bijlage = tuple(Bijlageregel(_maand(n), Decimal(20 if n < 6 else 40), 28030 if n < 8 else None) for n in range(12))
    lang = Besluitstuk(
        "taaleis", "verlaging", _ZINNEN["maatregel"] * 4, (pw("18b", "9"),), BEZWAAR, bedragen(12, 100), bijlage
    )
    yield "lang", besluitbrief(lang, omslag(_LANG, verzending="Aangetekend en met gewone post"), beleid)


def procedure(beleid: BriefBeleid) -> Iterator[tuple[str, Brief]]:
    """Yield every letter before a decision."""
    gegevens: dict[str, str | None] = {
        "gesprek_dag": dag_voluit(date(2026, 6, 4)),
        "gesprek_tijd": "10.00 uur",
        "gesprek_plaats": "Voorbeeldplein 1, Deventer, kamer 2",
        "gedraging": "niet of te weinig meewerken aan het maken of uitvoeren van uw plan van aanpak",
        "gedraging_dag": datum_voluit(date(2026, 5, 19)),
        "eerder_gesprek_dag": dag_voluit(date(2026, 5, 22)),
        "reageren_uiterlijk": dag_voluit(date(2026, 6, 9)),
        "wangedrag": "u schold een medewerker uit en gooide een stoel om",
        "wangedrag_dag": datum_voluit(date(2026, 5, 19)),
        "pand": "het stadskantoor aan het Voorbeeldplein",
        "pandverbod_van": datum_voluit(date(2026, 5, 27)),
        "pandverbod_tot_en_met": datum_voluit(date(2026, 8, 26)),
    }
    for soort in BRIEFPLEKKEN:
        hoe = beleid.verzending.waarde[soort].op_de_brief() or ""
        yield Formeeldocument(soort).value, procedurebrief(soort, gegevens, omslag(verzending=hoe), beleid)


def main() -> int:
    """Write them, and say where; returns 0."""
    beleid = laad_register().geldend(BriefBeleid, "GM0150", DAG).beleid
    MAP.mkdir(parents=True, exist_ok=True)
    brieven = [*procedure(beleid), *besluiten(beleid), *bijzonder(beleid)]
    for naam, brief in brieven:
        (MAP / f"{naam}.pdf").write_bytes(als_pdf(brief))
        (MAP / f"{naam}.html").write_bytes(als_html(brief))
    print(f"{len(brieven)} brieven staan in {MAP}, als PDF en als HTML.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
